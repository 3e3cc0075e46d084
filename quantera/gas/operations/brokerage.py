"""The brokerage's accounts: withdrawals and loans with 1, 4 and 8 collaterals, and a batch."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quantera.evm import Actor, NodeChain, Receipt
from quantera.gas.brokerage_stack import (
    VALUE,
    Asset,
    BrokerageStack,
    account_of,
    deploy_brokerage_stack,
)
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.lending import borrowing, withdrawing

MINUTE = 60
EACH = 100_000
"""Whole tokens of each collateral, at one dollar."""
PLENTY = 10**7
LOAN = 10_000
SMALL = 10


@dataclass(frozen=True)
class Desk:
    """An institution with collaterals and a loan, a minute after its last operation."""

    stack: BrokerageStack
    institution: Actor
    collaterals: tuple[Asset, ...]
    dollar: Asset

    @property
    def account(self) -> int:
        """Its sub-account 0."""
        return account_of(self.institution)


def _desk(chain: NodeChain, count: int, loan: int = LOAN) -> Desk:
    stack = deploy_brokerage_stack(chain)
    dollar = stack.settlement_asset("Dollar", VALUE, rate=50_000, reserve=1_000)
    institution = stack.institution("institution")
    stack.supply(dollar, PLENTY * dollar.one)
    collaterals = []
    for number in range(count):
        asset = stack.asset(f"Collateral {number}", VALUE, haircut=1_000)
        # The institution keeps some of it: nobody's first unit is paid for.
        stack.fund(asset, [institution], 2 * EACH * asset.one)
        amount = EACH * asset.one
        stack.brokerage.deposit(account_of(institution), asset.id, amount, sender=institution)
        collaterals.append(asset)
    stack.fund(dollar, [institution], PLENTY * dollar.one)
    desk = Desk(stack, institution, tuple(collaterals), dollar)
    if loan:
        _borrow(desk, loan)
    chain.advance(MINUTE)
    return desk


def lending_to(count: int) -> Callable[[NodeChain], Desk]:
    """A desk with so many collaterals."""

    def set_up(chain: NodeChain) -> Desk:
        return _desk(chain, count)

    set_up.__doc__ = f"A desk with {count} collaterals."
    return set_up


def debt_free(chain: NodeChain) -> Desk:
    """A desk with one collateral that has never borrowed."""
    return _desk(chain, 1, loan=0)


ONE, FOUR, EIGHT = (lending_to(count) for count in (1, 4, 8))


def _borrow(desk: Desk, dollars: int = SMALL) -> Receipt:
    amount = dollars * desk.dollar.one
    receipt: Receipt = desk.stack.brokerage.borrow(
        desk.account, desk.dollar.id, amount, desk.institution, sender=desk.institution
    )
    return receipt


def _withdraw(desk: Desk) -> Receipt:
    asset = desk.collaterals[0]
    receipt: Receipt = desk.stack.brokerage.withdraw(
        desk.account, asset.id, SMALL * asset.one, desk.institution, sender=desk.institution
    )
    return receipt


def _deposit(desk: Desk) -> Receipt:
    asset = desk.collaterals[0]
    receipt: Receipt = desk.stack.brokerage.deposit(
        desk.account, asset.id, SMALL * asset.one, sender=desk.institution
    )
    return receipt


def _repay(desk: Desk) -> Receipt:
    amount = SMALL * desk.dollar.one
    receipt: Receipt = desk.stack.brokerage.repay(
        desk.account, desk.dollar.id, amount, sender=desk.institution
    )
    return receipt


def _calls(desk: Desk) -> list[bytes]:
    """Deposit, borrow, withdraw."""
    brokerage: Any = desk.stack.brokerage
    first, last = desk.collaterals[0], desk.collaterals[-1]
    account, owner, dollar = desk.account, desk.institution, desk.dollar
    return [
        brokerage.deposit.encode(account, first.id, SMALL * first.one),
        brokerage.borrow.encode(account, dollar.id, SMALL * dollar.one, owner),
        brokerage.withdraw.encode(account, last.id, SMALL * last.one, owner),
    ]


def _batch(desk: Desk) -> Receipt:
    receipt: Receipt = desk.stack.brokerage.batch(
        desk.account, _calls(desk), sender=desk.institution
    )
    return receipt


COLD = (
    "sub-account 0, one debt in a settlement asset, a minute after its last operation; verified by "
    "the compliance engine, which attests; prices stored; plain ERC-20s, the recipient holds some"
)


ASKED = {1: 85_000, 4: 105_000, 8: 130_000}
"""By collaterals: what the brokerage's issue asks of withdrawing and borrowing."""


def _rows() -> tuple[Operation, ...]:
    rows = []
    for count, set_up in ((1, ONE), (4, FOUR), (8, EIGHT)):
        for name, send, peers in (
            ("withdraw", _withdraw, withdrawing(count)),
            ("borrow", _borrow, borrowing(count)),
        ):
            rows.append(
                Operation(
                    id=f"brokerage.{name}.{count}",
                    limit=ASKED[count],
                    conditions=f"{count} collaterals; {COLD}",
                    ours=Subject(set_up, send),
                    peers=peers,
                )
            )
    return tuple(rows)


OPERATIONS = (
    *_rows(),
    Operation(
        id="brokerage.borrow.first",
        conditions=f"one collateral, no debt before; {COLD}",
        ours=Subject(debt_free, _borrow),
    ),
    Operation(
        id="brokerage.deposit",
        conditions=f"one collateral; {COLD}",
        ours=Subject(ONE, _deposit),
    ),
    Operation(
        id="brokerage.repay",
        conditions=f"eight collaterals; {COLD}",
        ours=Subject(EIGHT, _repay),
    ),
    Operation(
        id="brokerage.batch.deposit_borrow_withdraw",
        limit=203_000,
        conditions="eight collaterals, three operations, one check; the limit is 35 % below what "
        f"the three take alone (`deposit`, `borrow.8`, `withdraw.8`); {COLD}",
        ours=Subject(EIGHT, _batch),
    ),
)
