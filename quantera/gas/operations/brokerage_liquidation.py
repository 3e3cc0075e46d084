"""The brokerage's liquidations: a partial one with 1, 4 and 8 collaterals, a call, a default."""

from collections.abc import Callable
from dataclasses import dataclass

from quantera.evm import TRANSACTION_GAS_LIMIT, Actor, NodeChain, Receipt
from quantera.gas.brokerage_stack import (
    VALUE,
    Asset,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.lending import liquidating

MINUTE = 60
EACH = 100_000
"""Whole tokens of each collateral, at one dollar."""
PLENTY = 10**7
PART = 10_000
"""Dollars that the liquidator pays at most: a part of what is owed."""
FALLEN = VALUE * 7 // 10


@dataclass(frozen=True)
class Bench:
    """An institution that owes, and a verified liquidator who holds some of every token."""

    stack: BrokerageStack
    institution: Actor
    liquidator: Actor
    collaterals: tuple[Asset, ...]
    dollar: Asset

    @property
    def account(self) -> int:
        """The institution's sub-account 0."""
        return account_of(self.institution)


def _bench(chain: NodeChain, count: int) -> Bench:
    """Adjusted collateral has fallen from 180 to 105 per cent of the debt."""
    stack = deploy_brokerage_stack(chain)
    dollar = stack.settlement_asset("Dollar", VALUE, rate=50_000, reserve=1_000)
    institution = stack.institution("institution")
    liquidator = stack.verify("liquidator")
    stack.supply(dollar, PLENTY * dollar.one)
    collaterals = []
    for number in range(count):
        asset = stack.asset(f"Collateral {number}", VALUE, haircut=1_000)
        amount = EACH * asset.one
        stack.fund(asset, [institution, liquidator], amount)
        stack.brokerage.deposit(account_of(institution), asset.id, amount, sender=institution)
        collaterals.append(asset)
    stack.fund(dollar, [liquidator], PLENTY * dollar.one)
    bench = Bench(stack, institution, liquidator, tuple(collaterals), dollar)
    loan = count * EACH * 6 // 10 * dollar.one
    stack.brokerage.borrow(bench.account, dollar.id, loan, institution, sender=institution)
    chain.advance(MINUTE)
    for asset in collaterals:
        stack.set_price(asset, FALLEN)
    return bench


def sunk(count: int) -> Callable[[NodeChain], Bench]:
    """A bench with so many collaterals, nobody has called it."""

    def set_up(chain: NodeChain) -> Bench:
        return _bench(chain, count)

    return set_up


def at_auction(count: int) -> Callable[[NodeChain], Bench]:
    """A bench with so many collaterals, a minute after it was called and after a liquidation."""

    def set_up(chain: NodeChain) -> Bench:
        bench = _bench(chain, count)
        bench.stack.brokerage.issueMarginCall(bench.account, sender=bench.liquidator)
        _liquidate(bench)
        chain.advance(MINUTE)
        return bench

    return set_up


def emptied(chain: NodeChain) -> Bench:
    """A bench whose one collateral is gone, and funds for what is still owed."""
    bench = _bench(chain, 1)
    stack, dollar = bench.stack, bench.dollar
    stack.set_price(bench.collaterals[0], VALUE // 2)
    _liquidate(bench, 0, PLENTY * dollar.one)
    guarantor = stack.institution("guarantor")
    stack.fund(dollar, [guarantor, bench.institution], EACH * dollar.one)
    for member in (bench.institution, guarantor):
        stack.brokerage.contribute(dollar.id, 2_000 * dollar.one, sender=member)
    stack.brokerage.fundFirstLoss(dollar.id, 1_000 * dollar.one, sender=bench.liquidator)
    chain.advance(MINUTE)
    return bench


def _liquidate(bench: Bench, nonce: int = 0, most: int | None = None) -> Receipt:
    order = {
        "account": bench.account,
        "debtAsset": bench.dollar.id,
        "collateral": bench.collaterals[0].id,
        "expectedNonce": nonce,
        "maxRepay": PART * bench.dollar.one if most is None else most,
        "minSeized": 0,
    }
    receipt: Receipt = bench.stack.brokerage.liquidate(order, sender=bench.liquidator)
    return receipt


def _again(bench: Bench) -> Receipt:
    return _liquidate(bench, 1)


def _call(bench: Bench) -> Receipt:
    receipt: Receipt = bench.stack.brokerage.issueMarginCall(bench.account, sender=bench.liquidator)
    return receipt


def _declare(bench: Bench) -> Receipt:
    receipt: Receipt = bench.stack.brokerage.declareDefault(
        bench.account, bench.dollar.id, sender=bench.liquidator
    )
    return receipt


COLD = (
    "one debt in a settlement asset; liquidator verified by the compliance engine, holds some of "
    "each token; plain ERC-20s"
)


def _rows() -> tuple[Operation, ...]:
    limits = {8: 200_000}
    rows = [
        Operation(
            id=f"brokerage.liquidate.{count}",
            conditions=f"{count} collaterals, a part of the debt, at auction before; {COLD}",
            ours=Subject(at_auction(count), _again),
            limit=limits.get(count, TRANSACTION_GAS_LIMIT),
            peers=liquidating() if count == max(limits) else {},
        )
        for count in (1, 4, 8)
    ]
    rows.append(
        Operation(
            id="brokerage.issue_margin_call.8",
            conditions="8 collaterals, below the liquidation threshold, first call",
            ours=Subject(sunk(8), _call),
        )
    )
    rows.append(
        Operation(
            id="brokerage.declare_default",
            conditions="contribution, first-loss capital and mutual fund all used in part",
            ours=Subject(emptied, _declare),
        )
    )
    return tuple(rows)


OPERATIONS = _rows()
