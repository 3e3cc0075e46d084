"""Delivery versus payment in the best settlement asset, with every other one's reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from quantera.demo.chapters.placing import HOME
from quantera.demo.errors import DemoError
from quantera.demo.issued import DECIMALS, UNIT, Issued
from quantera.demo.people import BRITISH_FUND, GERMAN_INSURER
from quantera.demo.stage import Stage
from quantera.evm import Actor, Contract
from quantera.fees import charges
from quantera.gas.fee_stack import EXAMPLE, PRODUCTS
from quantera.gas.settlement_stack import (
    ALL_KINDS,
    DAY,
    EU,
    MOST_FEE_BPS,
    ONE,
    UK,
    US,
    Kind,
    Leg,
    SettlementStack,
)

ROOM = 60
"""Seconds until the schedules are mined."""
QUANTITY = 500
PRICE = 1_100
"""Dollars for one of the bonds."""
FUNDS = 5_000_000
OFF_PEG = ONE * 985 // 1_000
EUROPE = 1 << EU | 1 << UK
USD = 0
"""Number of the reference currency."""
CENTRAL, RESERVE, DEPOSIT, STABLE = (
    "central-bank money",
    "reserve-backed money",
    "bank deposit token",
    "stablecoin",
)
REASONS: Mapping[int, str] = MappingProxyType(
    {
        0: "eligible",
        1: "not admitted",
        2: "suspended",
        3: "a security",
        5: "no common jurisdiction",
        6: "its price is stale",
        7: "off its peg",
        8: "its daily cap",
        9: "the token is paused",
        10: "the payer is not funded or has not approved",
        11: "the Group 2 limit",
        12: "the payer is not admitted",
        13: "the payee is not admitted",
        14: "its kind is not accepted",
        15: "the token's own checks refuse",
        16: "the currency's rate is stale",
    }
)
"""Of `ISettlementSelection`."""


@dataclass(frozen=True)
class Settled:
    """What it was settled by and in, for what is checked at the end."""

    manager: Contract
    cash: Contract


def tell(stage: Stage) -> None:
    """Sell bonds for money, both or neither.

    Raises:
        DemoError: no asset is eligible, or what moved is not what was agreed.
    """
    issued = stage.take(Issued)
    settlement = issued.released.settlement(HOME)
    _publish_fees(stage, issued)
    seller = settlement.participant(GERMAN_INSURER, EUROPE)
    buyer = settlement.participant(BRITISH_FUND, EUROPE)
    assets = _monies(settlement, buyer)
    name, cash = _best(stage, settlement, assets, (buyer, seller))
    token, manager = issued.token(HOME), settlement.manager
    stage.hand_on(Settled(manager, cash))
    quantity, amount = QUANTITY * UNIT, QUANTITY * PRICE * UNIT
    approved = token.approve(manager, quantity, sender=seller)
    stage.page.sent("approve the bonds", HOME, approved)
    agreed = manager.agreeToFees(MOST_FEE_BPS, sender=buyer)
    stage.page.sent("agree to fees", HOME, agreed)
    before = _held(token, cash, seller, buyer)
    terms = settlement.terms(seller, buyer, token, cash, quantity=quantity, amount=amount)
    sides = [
        settlement.signed(terms, side, Leg(one, 1)) for side, one in enumerate((seller, buyer))
    ]
    settled = manager.settle(terms, *sides, quantity, sender=settlement.governor)
    stage.page.sent("settle delivery versus payment", HOME, settled)
    after = _held(token, cash, seller, buyer)
    fee = sum(charge.total for charge in charges(settled.events))
    stage.page.fee("settlement", HOME, fee, DECIMALS, name)
    _note(stage, issued.symbol, name, before, after)
    moved = [now - then for then, now in zip(before, after, strict=True)]
    if moved != [-quantity, quantity, amount, -amount - fee]:
        raise DemoError(f"what moved is not what was agreed: {moved}")


def _publish_fees(stage: Stage, issued: Issued) -> None:
    """The schedule of `docs/fees.md` for all products on all chains, and the end of its notice."""
    rows, notice = [EXAMPLE] * len(PRODUCTS), 0
    for name, chain in stage.chains.items():
        fees = issued.released.at(name, "DynamicFeeStructure")
        notice = fees.MINIMUM_NOTICE()
        effective = chain.timestamp + notice + ROOM
        published = fees.publishSchedules(rows, effective, sender=issued.released.governor)
        stage.page.sent("publish the fee schedules", name, published)
        chain.set_timestamp(effective)
    stage.page.fact("notice of fee schedules, which passes", f"{notice // DAY} days")


def _monies(settlement: SettlementStack, payer: Actor) -> dict[str, Contract]:
    """Four kinds of money; each but one has something that speaks against it."""
    assets = {
        CENTRAL: settlement.asset(CENTRAL, Kind.WCBDC, home=US, jurisdictions=1 << US),
        RESERVE: settlement.asset(RESERVE, Kind.RBDC, jurisdictions=EUROPE),
        DEPOSIT: settlement.asset(DEPOSIT, Kind.DEPOSIT_TOKEN, jurisdictions=EUROPE),
        STABLE: settlement.asset(STABLE, Kind.STABLECOIN, jurisdictions=EUROPE),
    }
    for name in (CENTRAL, DEPOSIT, STABLE):
        settlement.fund(assets[name], [payer], FUNDS * UNIT)
    manager, chain = settlement.manager, settlement.chain
    feed = chain.at(manager.assetTerms(assets[STABLE]).feed, "FeedProbe")
    feed.tell(OFF_PEG, chain.timestamp, sender=settlement.governor)
    manager.refreshPrice(assets[STABLE], sender=settlement.governor)
    return assets


def _best(
    stage: Stage,
    settlement: SettlementStack,
    assets: Mapping[str, Contract],
    parties: tuple[Actor, Actor],
) -> tuple[str, Contract]:
    """What the manager would take, and why not another."""
    names = {contract.address: name for name, contract in assets.items()}
    payer, payee = parties
    asked = USD, payer, payee, QUANTITY * PRICE * ONE, ALL_KINDS
    candidates: list[Any] = settlement.manager.explainSelection(*asked)
    for place, one in enumerate(candidates, start=1):
        stage.page.decision(
            f"pay {QUANTITY * PRICE:,} dollars in {names[one.token]}, {place}. in order",
            HOME,
            one.reason == 0,
            REASONS[one.reason],
            "SET-04",
            one.reason,
        )
    chosen = settlement.manager.selectAsset(*asked).token
    if chosen not in names:
        raise DemoError("no settlement asset is eligible")
    stage.page.fact("settlement asset", names[chosen])
    return names[chosen], assets[names[chosen]]


def _held(token: Contract, cash: Contract, seller: Actor, buyer: Actor) -> list[int]:
    return [asset.balanceOf(one) for asset in (token, cash) for one in (seller, buyer)]


def _note(stage: Stage, symbol: str, money: str, before: list[int], after: list[int]) -> None:
    rows = [(who, asset) for asset in (symbol, money) for who in (GERMAN_INSURER, BRITISH_FUND)]
    for (who, asset), both in zip(rows, zip(before, after, strict=True), strict=True):
        stage.page.balance(who, HOME, asset, DECIMALS, both)
