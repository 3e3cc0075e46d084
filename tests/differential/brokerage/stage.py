"""A book whose every event is replayed as it happens, and what there is to do in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from quantera.brokerage.assets import Asset as Known
from quantera.brokerage.assets import AssetFlag
from quantera.brokerage.replay import Replayer
from quantera.evm import Actor, MemoryChain, Receipt, Reverted
from quantera.gas.brokerage_listing import Quoted, know_settlement, list_asset, quote
from quantera.gas.brokerage_stack import (
    ALL_RIGHTS,
    VALUE,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.settlement_stack import Kind, deploy_settlement
from tests.peers.multicall import put_multicall

COLLATERAL = AssetFlag.COLLATERAL
EVERYTHING = COLLATERAL | AssetFlag.TRADABLE
MONEY = COLLATERAL | AssetFlag.SETTLEMENT
LISTED = {
    "Dollar": (VALUE, 6, 200, MONEY),
    "Euro": (108 * VALUE // 100, 18, 300, MONEY | AssetFlag.TRADABLE),
    "Ether": (2_000 * VALUE, 18, 2_500, EVERYTHING),
    "Bitcoin": (60_000 * VALUE, 8, 1_500, EVERYTHING),
    "Grain": (3_001, 2, 4_000, EVERYTHING),
}
"""Price, decimals, haircut and uses."""
FEEDS: dict[str, Any] = {"bandBps": 9_999, "agreementBps": 500, "maxMoveBps": 5_000}
"""So wide that any price that a story tells is taken."""
FEW = 2**63


@dataclass
class Stage:
    """The book, two institutions with two accounts each, a lender and a liquidator.

    Attributes:
        done: how often each operation went through.
        refused: how often it was refused.
    """

    stack: BrokerageStack
    replayer: Replayer
    institutions: list[Actor]
    lender: Actor
    liquidator: Actor
    listed: list[Quoted]
    done: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)

    @property
    def accounts(self) -> list[int]:
        """Every account, in a fixed order."""
        return [account_of(owner, sub) for owner in self.institutions for sub in (0, 1)]

    def owner(self, account: int) -> Actor:
        """An account's institution."""
        return next(each for each in self.institutions if account_of(each) >> 8 == account >> 8)

    def do(self, name: str, *args: Any, sender: Any) -> bool:
        """Call the brokerage and replay what it tells; whether it went through."""
        try:
            receipt = self.stack.brokerage.function(name)(*args, sender=sender)
        except Reverted:
            self.refused[name] = self.refused.get(name, 0) + 1
            return False
        self.feed(receipt)
        self.done[name] = self.done.get(name, 0) + 1
        return True

    def feed(self, receipt: Receipt) -> None:
        """Replay a receipt's events of the brokerage."""
        events = receipt.events.of(self.stack.brokerage)
        self.replayer.feed(events, self.stack.chain.timestamp)

    def known(self, quoted: Quoted) -> Known:
        """An asset as it was replayed."""
        return self.replayer.state.assets[quoted.id]

    def tell(self, quoted: Quoted, low: int, spread: int = 0) -> None:
        """Both feeds answer, and the price is refreshed."""
        now, governor = self.stack.chain.timestamp, self.stack.governor
        high = low + low * spread // 10_000
        quoted.primary.tell(low, now, sender=governor)
        quoted.secondary.tell(high, now, sender=governor)
        assert self.do("refreshPrices", [quoted.id], sender=governor)


def deploy_stage() -> Stage:
    """A stage whose assets differ in decimals, haircut and spread."""
    chain = MemoryChain()
    stack, settlement = deploy_brokerage_stack(chain), deploy_settlement(chain)
    put_multicall(chain)
    names = ("first bank", "second bank")
    stage = Stage(stack, Replayer(), [], chain.actor("lender"), chain.actor("liquidator"), [])
    recorded = _recording(stage)
    know_settlement(stack, settlement)
    for name, (price, decimals, haircut, uses) in LISTED.items():
        if AssetFlag.SETTLEMENT in uses:
            token = settlement.asset(name, Kind.WCBDC, decimals)
        else:
            token = chain.deploy("PlainToken", name, decimals)
        asset = list_asset(
            stack,
            token,
            isCollateral=True,
            isTradable=AssetFlag.TRADABLE in uses,
            isSettlement=AssetFlag.SETTLEMENT in uses,
            haircutBps=haircut,
            exposureBps=1_000,
        )
        stage.listed.append(quote(stack, asset, price, **FEEDS))
    stack.brokerage.setCashAsset(0, sender=stack.governor)
    stack.brokerage.setTradeTerms(4_000, 5, sender=stack.governor)
    stack.brokerage.setConcentration(700, 100, sender=stack.governor)
    recorded()
    for name in (*names, "lender", "liquidator"):
        wallet = stack.verify(name)
        for listed in stage.listed:
            stack.fund(listed.asset, [wallet], 10**15 * listed.asset.one)
        if name in names:
            _admit(stage, wallet)
    for listed in stage.listed[:2]:
        stage.do("supply", listed.id, 10**9 * listed.asset.one, sender=stage.lender)
        stage.do("setBorrowRate", listed.id, 80_000, sender=stack.governor)
        stage.do("setReserveShare", listed.id, 1_000, sender=stack.governor)
    return stage


def _recording(stage: Stage) -> Callable[[], None]:
    """Keeps what the chain's transactions tell until it is called; then it is replayed."""
    chain = stage.stack.chain
    receipts: list[Receipt] = []
    send = chain.transact

    def transact(*args: Any, **options: Any) -> Receipt:
        receipts.append(send(*args, **options))
        return receipts[-1]

    chain.__dict__["transact"] = transact

    def replay() -> None:
        del chain.__dict__["transact"]
        for receipt in receipts:
            stage.feed(receipt)

    return replay


def _admit(stage: Stage, wallet: Actor) -> None:
    terms = (10**12 * VALUE, 0, 2**16 - 1, 2**16 - 1)
    stage.institutions.append(wallet)
    assert stage.do("admitInstitution", wallet, terms, sender=stage.stack.governor)
    assert stage.do("openAccount", 1, sender=wallet)


def step(stage: Stage, random: Random) -> None:
    """Something happens: an operation of some account with some amount, or time and prices move."""
    chosen = random.choice(STEPS)
    chosen(stage, random, random.choice(stage.accounts))


def _amount(stage: Stage, random: Random, listed: Quoted, dollars: int) -> int:
    worth = random.randrange(1, dollars) * VALUE
    return worth * listed.asset.one // stage.known(listed).low + random.randrange(3)


def _deposit(stage: Stage, random: Random, account: int) -> None:
    listed = random.choice(stage.listed)
    units = _amount(stage, random, listed, 2_000_000)
    stage.do("deposit", account, listed.id, units, sender=stage.owner(account))


def _withdraw(stage: Stage, random: Random, account: int) -> None:
    owner, listed = stage.owner(account), random.choice(stage.listed)
    held = stage.stack.brokerage.collateralOf(account, listed.id)
    units = random.choice((2**256 - 1, held // 7 + 1))
    stage.do("withdraw", account, listed.id, units, owner, sender=owner)


def _stretch(stage: Stage, random: Random, account: int) -> None:
    """As much risk as margin allows: what a crash then finds."""
    owner, brokerage = stage.owner(account), stage.stack.brokerage
    debt = random.choice(stage.listed[:2])
    most = brokerage.maxBorrow(account, debt.id)
    stage.do("borrow", account, debt.id, most * 9 // 10, owner, sender=owner)
    for listed in stage.listed:
        most = brokerage.maxWithdraw(account, listed.id)
        stage.do("withdraw", account, listed.id, most, owner, sender=owner)


def _crash(stage: Stage, random: Random, _: int) -> None:
    deep = random.randrange(3_000, 4_900)
    for listed in stage.listed[2:]:
        stage.tell(listed, max(stage.known(listed).low * (10_000 - deep) // 10_000, 100))


def _move(stage: Stage, random: Random, account: int) -> None:
    listed = random.choice(stage.listed)
    units = stage.stack.brokerage.collateralOf(account, listed.id) // 5
    stage.do("moveCollateral", account, account ^ 1, listed.id, units, sender=stage.owner(account))


def _borrow(stage: Stage, random: Random, account: int) -> None:
    owner, listed = stage.owner(account), random.choice(stage.listed[:2])
    units = _amount(stage, random, listed, 900_000)
    stage.do("borrow", account, listed.id, units, owner, sender=owner)


def _repay(stage: Stage, random: Random, account: int) -> None:
    listed = random.choice(stage.listed[:2])
    units = random.choice((FEW, _amount(stage, random, listed, 300_000)))
    stage.do("repay", account, listed.id, units, sender=stage.owner(account))


def _open(stage: Stage, random: Random, account: int) -> None:
    listed = random.choice(stage.listed[1:])
    size = random.choice((-1, 1)) * _amount(stage, random, listed, 1_500_000)
    limit = 2**255 if size > 0 else 0
    stage.do("openPosition", account, listed.id, size, limit, sender=stage.owner(account))


def _close(stage: Stage, random: Random, account: int) -> None:
    listed = random.choice(stage.listed[1:])
    size = stage.stack.brokerage.positionOf(account, listed.id).size
    part = max(abs(size) // random.randrange(1, 4), 1)
    limit = 0 if size > 0 else 2**255
    stage.do("closePosition", account, listed.id, part, limit, sender=stage.owner(account))


def _cash(stage: Stage, random: Random, account: int) -> None:
    """A gain that is realised, and what becomes of it."""
    owner, ether = stage.owner(account), stage.listed[2]
    size = _amount(stage, random, ether, 100_000)
    stage.do("openPosition", account, ether.id, size, 2**255, sender=owner)
    stage.tell(ether, stage.known(ether).low * 11 // 10)
    stage.do("closePosition", account, ether.id, 2**120, 0, sender=owner)
    value = stage.stack.brokerage.cashOf(account) // random.randrange(1, 4) + 1
    if random.random() < 0.5:
        stage.do("withdrawCash", account, value, owner, sender=owner)
    else:
        stage.do("repayWithCash", account, value, sender=owner)


def _lend(stage: Stage, random: Random, _: int) -> None:
    listed = random.choice(stage.listed[:2])
    if random.random() < 0.5:
        units = _amount(stage, random, listed, 10**6)
        stage.do("supply", listed.id, units, sender=stage.lender)
    else:
        shares = stage.stack.brokerage.lenderSharesOf(listed.id, stage.lender) // 50
        stage.do("redeem", listed.id, shares, sender=stage.lender)


def _pool(stage: Stage, random: Random, _: int) -> None:
    listed, governor = random.choice(stage.listed[:2]), stage.stack.governor
    name, argument = random.choice(
        (("setBorrowRate", 120_000), ("setReserveShare", 500), ("accrue", None))
    )
    arguments = (listed.id,) if argument is None else (listed.id, random.randrange(argument))
    stage.do(name, *arguments, sender=governor)


def _time(stage: Stage, random: Random, _: int) -> None:
    stage.stack.chain.advance(random.randrange(1, 4 * 3_600))


def _prices(stage: Stage, random: Random, _: int) -> None:
    for listed in stage.listed:
        most = 150 if listed.asset.decimals == 6 else 3_500
        moved = stage.known(listed).low * (10_000 + random.randrange(-most, most)) // 10_000
        stage.tell(listed, max(moved, 100), random.randrange(60))


def _liquidate(stage: Stage, random: Random, account: int) -> None:
    governor, brokerage = stage.stack.governor, stage.stack.brokerage
    stage.do("issueMarginCall", account, sender=governor)
    for held in stage.listed:
        stage.do("liquidatePosition", account, held.id, 2**120, sender=governor)
    for debt in stage.listed[:2]:
        for held in stage.listed:
            nonce = brokerage.marginCallOf(account).nonce
            order = (account, debt.id, held.id, nonce, 10**15 * debt.asset.one, 0)
            stage.do("liquidate", order, sender=stage.liquidator)
        stage.do("declareDefault", account, debt.id, sender=governor)
    stage.do("cureMarginCall", account, sender=governor)


def _fund(stage: Stage, random: Random, account: int) -> None:
    listed, owner = random.choice(stage.listed[:2]), stage.owner(account)
    units = _amount(stage, random, listed, 20_000)
    name = random.choice(("contribute", "fundFirstLoss"))
    stage.do(name, listed.id, units, sender=owner)
    if random.random() < 0.3:
        stage.do("giveNotice", listed.id, units // 9, sender=owner)
        stage.do("withdrawContribution", listed.id, sender=owner)


def _auction(random: Random) -> tuple[int, ...]:
    """Terms of liquidations: with a fee, and windows for caps."""
    times = random.randrange(1, 7_200), 86_400, 3_600, random.choice((0, 43_200))
    return (100, 400, random.randrange(90), 200, 13_500, 200, *times, 500 * VALUE)


def _desk(stage: Stage, random: Random, account: int) -> None:
    governor, owner = stage.stack.governor, stage.owner(account)
    today = stage.stack.chain.timestamp // 86_400
    terms = (random.randrange(40), random.randrange(20), today + 200, today + 100)
    deeds: tuple[tuple[str, tuple[Any, ...], Any], ...] = (
        ("setOperator", (account, stage.liquidator, 0, 0), owner),
        ("setOperator", (account, stage.lender, ALL_RIGHTS, stage.stack.chain.timestamp), owner),
        ("setLockdown", (random.random() < 0.5,), owner),
        ("cancelGrantNonce", (random.randrange(500),), owner),
        ("setGroup", (owner, random.randrange(3)), governor),
        ("raiseGroupLimit", (1, 10**15 + random.randrange(10**20)), governor),
        ("restrictAccounts", ([account],), governor),
        ("releaseAccounts", ([account],), governor),
        ("freezeAccounts", ([account],), governor),
        ("unfreezeAccounts", ([account],), governor),
        ("impair", (account, b"x" * 32), governor),
        ("removeImpairment", (account,), governor),
        ("proposeTerms", (account, terms, stage.stack.chain.timestamp + 99), governor),
        ("withdrawTerms", (account,), governor),
        ("tightenTerms", (account, (*terms[:2], today + 50, today + 40)), governor),
        ("setGrace", (0, random.randrange(86_400)), governor),
        ("setSeizureCap", (random.randrange(5), random.randrange(10**15)), governor),
        ("raiseMatchBand", (random.randrange(400),), governor),
        ("lowerMatchBand", (random.randrange(90),), governor),
        ("setFinancing", (random.randrange(1, 5), random.randrange(-90_000, 90_000)), governor),
        ("raiseHaircut", (random.randrange(5), random.randrange(5_000), 100_000), governor),
        ("lowerHaircut", (random.randrange(5), random.randrange(3_000)), governor),
        ("setExposureRate", (random.randrange(1, 5), random.randrange(500, 2_000)), governor),
        ("deactivateAsset", (random.randrange(2, 5),), governor),
        ("activateAsset", (random.randrange(2, 5),), governor),
        ("setConcentration", (random.randrange(500, 1_000), random.randrange(300)), governor),
        ("setExtraMargin", (random.randrange(8), random.randrange(8)), governor),
        ("setLiquidationTerms", (_auction(random),), governor),
        ("agreeToFees", (random.randrange(90),), owner),
    )
    for name, arguments, sender in random.sample(deeds, 6):
        stage.do(name, *arguments, sender=sender)


STEPS = (
    *(_deposit, _deposit, _deposit, _withdraw, _move, _borrow, _borrow, _repay),
    *(_open, _open, _open, _close, _close, _cash, _cash, _lend, _pool),
    *(_time, _time, _prices, _prices, _liquidate, _liquidate, _fund, _desk, _desk),
    *(_stretch, _stretch, _crash),
)
