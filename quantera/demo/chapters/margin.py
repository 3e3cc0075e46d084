"""A prime-brokerage account through a recorded fall of ether: margin call, then liquidation."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from quantera import chains
from quantera.brokerage.defaults import CASH, LISTINGS, TERMS, Listing
from quantera.demo import market, wording
from quantera.demo.errors import DemoError
from quantera.demo.people import BRITISH_FUND, GERMAN_INSURER, SINGAPORE_OFFICE
from quantera.demo.record import Series
from quantera.demo.released import Released
from quantera.demo.stage import Stage
from quantera.evm import Actor, Contract
from quantera.fees import charges
from quantera.gas.brokerage_listing import Quoted, know_settlement, list_asset, quote
from quantera.gas.brokerage_stack import LIMIT, NEVER, BrokerageStack, account_of
from quantera.gas.settlement_stack import MAX_UINT, MOST_FEE_BPS, Kind

WHERE = "arbitrum"
FIRST, EVERY, FALL, LAST = 720, 30, 1_290, 1_316
"""Minutes of the recorded day: one in thirty from noon, and each from 21:30 to 21:56."""
COLLATERAL, POSITION, LOAN = 670, 1_000, 144_000
"""Ether, ether, dollars."""
LENT = 10_000_000
SEQUENCER_GRACE, MOST_OUTAGE = 3_600, 86_400
MOST = 2**128 - 1
MAINTENANCE, LIQUIDATION = 125, 110
"""Per cent."""


class Margin(IntEnum):
    """`IBrokerageViews.MarginState`, as far as it is needed here."""

    BELOW_LIQUIDATION = 4


@dataclass(frozen=True)
class Book:
    """The brokerage with two listed assets, a borrower, a lender, and who liquidates.

    Later chapters look at it again.
    """

    stack: BrokerageStack
    cash: Quoted
    ether: Quoted
    trader: Actor
    liquidator: Actor

    @property
    def account(self) -> int:
        """The borrower's."""
        return account_of(self.trader)

    @property
    def brokerage(self) -> Contract:
        """The contract."""
        return self.stack.brokerage

    def told(self, price: market.Price) -> None:
        """Have both feeds of both assets answer now, and the brokerage read them."""
        now, governor = self.stack.chain.timestamp, self.stack.governor
        for quoted, answer in ((self.cash, market.VALUE), (self.ether, price.value)):
            for feed in (quoted.primary, quoted.secondary):
                feed.tell(answer, now, sender=governor)
        self.brokerage.refreshPrices([self.cash.id, self.ether.id], sender=governor)

    def risk(self) -> Any:
        """What the account is worth and owes."""
        return self.brokerage.accountRisk(self.account)


def tell(stage: Stage) -> None:
    """Open an account, let the recorded prices run, call it, and liquidate it.

    Raises:
        DemoError: it comes to neither, or the account is not better off afterwards.
    """
    path = market.recorded(FIRST, FALL - EVERY, EVERY) + market.recorded(FALL, LAST)
    book = _opened(stage, path[0])
    stage.hand_on(book)
    _enter(stage, book)
    ratios: list[tuple[float, float]] = []
    called = liquidated = 0
    for place, price in enumerate(path):
        if place:
            book.stack.chain.advance(60 * (price.minute - path[place - 1].minute))
        book.told(price)
        ratio = book.risk().ratioBps
        stage.page.say(f"{price.clock}: {price.dollars:,.2f} dollars, {ratio / 100:.1f} %")
        ratios.append((price.minute / 60, ratio / 100))
        if ratio < LIQUIDATION * 100 and not liquidated:
            liquidated = price.minute
            _liquidate(stage, book, price)
            ratios.append((price.minute / 60, book.risk().ratioBps / 100))
        elif ratio < MAINTENANCE * 100 and not called:
            called = price.minute
            _call(stage, book, price, ratio)
    if not called or not liquidated:
        raise DemoError(
            f"no margin call or no liquidation: {min(one for _, one in ratios):.1f} % at the lowest"
        )
    _plot(stage, path, ratios)


def _opened(stage: Stage, first: market.Price) -> Book:
    released = stage.take(Released)
    stack, settlement = released.brokerage(WHERE), released.settlement(WHERE)
    know_settlement(stack, settlement)
    money = settlement.asset("dollar", Kind.WCBDC, CASH.decimals)
    token = stack.chain.deploy("PlainToken", LISTINGS[0].name, LISTINGS[0].decimals)
    cash = _listed(stack, CASH, money, market.VALUE, isSettlement=True)
    ether = _listed(stack, LISTINGS[0], token, first.value, isTradable=True)
    brokerage, governor = stack.brokerage, stack.governor
    brokerage.setCashAsset(cash.id, sender=governor)
    brokerage.setTradeTerms(TERMS.gain_haircut_bps, 0, sender=governor)
    uptime = stack.chain.at(_sequencer(stage), "FeedProbe")
    brokerage.setSequencer(uptime, SEQUENCER_GRACE, MOST_OUTAGE, sender=governor)
    trader = stage.funded(SINGAPORE_OFFICE)
    admitted = brokerage.admitInstitution(trader, (LIMIT, 0, NEVER, NEVER), sender=governor)
    stage.page.sent("admit an institution", WHERE, admitted)
    lender = stage.funded(GERMAN_INSURER)
    stack.fund(cash.asset, [lender], LENT * cash.asset.one)
    supplied = brokerage.supply(cash.id, LENT * cash.asset.one, sender=lender)
    stage.page.sent("supply the pool that lends", WHERE, supplied)
    liquidator = stage.funded(BRITISH_FUND)
    stack.fund(cash.asset, [liquidator], LENT * cash.asset.one)
    return Book(stack, cash, ether, trader, liquidator)


def _listed(
    stack: BrokerageStack, listing: Listing, token: Contract, price: int, **uses: bool
) -> Quoted:
    asset = list_asset(
        stack,
        token,
        isCollateral=True,
        haircutBps=listing.haircut_bps,
        exposureBps=listing.exposure_bps,
        **uses,
    )
    return quote(stack, asset, price)


def _sequencer(stage: Stage) -> str:
    """The chain's uptime feed."""
    found = stage.chains[WHERE]
    facts = chains.get(found.name).sequencer_uptime_feed
    if facts is None:
        raise DemoError(f"{WHERE} has no sequencer")
    return facts.address


def _enter(stage: Stage, book: Book) -> None:
    """Collateral in, a loan out, and a long position."""
    stack, trader, brokerage = book.stack, book.trader, book.brokerage
    ether, cash = book.ether.asset, book.cash.asset
    ether.cash.mint(trader, COLLATERAL * ether.one, sender=stack.governor)
    ether.cash.approve(brokerage, MAX_UINT, sender=trader)
    deposited = brokerage.deposit(book.account, ether.id, COLLATERAL * ether.one, sender=trader)
    stage.page.sent("deposit collateral", WHERE, deposited)
    brokerage.agreeToFees(MOST_FEE_BPS, sender=trader)
    borrowed = brokerage.borrow(book.account, cash.id, LOAN * cash.one, trader, sender=trader)
    stage.page.sent("borrow", WHERE, borrowed)
    fee = sum(charge.total for charge in charges(borrowed.events))
    stage.page.fee("borrowing", WHERE, fee, cash.decimals, "dollar")
    bought = brokerage.openPosition(
        book.account, ether.id, POSITION * ether.one, MAX_UINT, sender=trader
    )
    stage.page.sent("open a position", WHERE, bought)
    stage.page.fact(
        "account",
        f"{COLLATERAL:,} ether of collateral, {LOAN:,} dollars owed, long {POSITION:,} ether, "
        f"{book.risk().ratioBps / 100:.1f} %",
    )


def _call(stage: Stage, book: Book, price: market.Price, ratio: int) -> None:
    receipt = book.brokerage.issueMarginCall(book.account, sender=book.liquidator)
    stage.page.sent("margin call", WHERE, receipt)
    told = receipt.events.of(book.brokerage).one("MarginCallIssued")
    left = told.args["deadline"] - receipt.timestamp
    stage.page.fact(
        "margin call",
        f"{price.clock} UTC at {price.dollars:,.2f} dollars: {ratio / 100:.1f} %, "
        f"{left:,} s to react",
    )


def _liquidate(stage: Stage, book: Book, price: market.Price) -> None:
    """Collateral for debt first, and then, where that is not enough, of the position."""
    brokerage, account = book.brokerage, book.account
    before = book.risk()
    owed = brokerage.debtOf(account, book.cash.id)
    pledged = brokerage.collateralOf(account, book.ether.id)
    order = {
        "account": account,
        "debtAsset": book.cash.id,
        "collateral": book.ether.id,
        "expectedNonce": brokerage.marginCallOf(account).nonce,
        "maxRepay": MOST,
        "minSeized": 0,
    }
    receipt = brokerage.liquidate(order, sender=book.liquidator)
    stage.page.sent("liquidate debt against collateral", WHERE, receipt)
    told = receipt.events.of(brokerage).one("Liquidated").args
    cash, ether = book.cash.asset, book.ether.asset
    stage.page.fact(
        "liquidation",
        f"{price.clock} UTC at {price.dollars:,.2f} dollars: "
        f"{wording.amount(told['repaid'], cash.decimals)} dollars repaid for "
        f"{wording.amount(told['seized'], ether.decimals)} ether, bonus {told['bonusBps']} bp",
    )
    if told["fee"]:
        stage.page.fee("liquidation", WHERE, told["fee"], cash.decimals, "dollar")
    if brokerage.marginStateOf(account) == Margin.BELOW_LIQUIDATION:
        closed = brokerage.liquidatePosition(account, ether.id, MOST, sender=book.liquidator)
        stage.page.sent("close a part of the position", WHERE, closed)
        size = closed.events.of(brokerage).one("PositionLiquidated").args["size"]
        stage.page.fact("position closed", f"{wording.amount(size, ether.decimals)} ether")
    after = book.risk()
    stage.page.fact(
        "ratio", f"{before.ratioBps / 100:.1f} % before, {after.ratioBps / 100:.1f} % after"
    )
    stage.page.balance(
        f"debt of the {SINGAPORE_OFFICE}",
        WHERE,
        "dollar",
        cash.decimals,
        (owed, brokerage.debtOf(account, book.cash.id)),
    )
    stage.page.balance(
        f"collateral of the {SINGAPORE_OFFICE}",
        WHERE,
        "ether",
        ether.decimals,
        (pledged, brokerage.collateralOf(account, book.ether.id)),
    )
    if after.ratioBps <= before.ratioBps:
        raise DemoError("the liquidation has left the account worse off")


def _plot(stage: Stage, path: list[market.Price], ratios: list[tuple[float, float]]) -> None:
    hours = tuple(price.minute / 60 for price in path)
    stage.page.plot(
        f"Ether in dollars, recorded on {market.DAY}",
        ("hour, UTC", "dollars"),
        [Series(name="WETH/USDC", x=hours, y=tuple(price.dollars for price in path))],
    )
    moments, values = zip(*ratios, strict=True)
    levels = [
        Series(name=name, x=(hours[0], hours[-1]), y=(float(level),) * 2, kind="level")
        for name, level in (("maintenance", MAINTENANCE), ("liquidation", LIQUIDATION))
    ]
    stage.page.plot(
        "The account's ratio",
        ("hour, UTC", "per cent"),
        [Series(name="ratio", x=moments, y=values), *levels],
    )
