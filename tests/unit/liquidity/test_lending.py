"""Idle units of managed positions, lent to a vault that their owner allows and called back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, Contract, Receipt, expect_revert
from quantera.gas.pool_stack import PERMISSIONED
from tests.unit.liquidity.conftest import Market, told
from tests.unit.liquidity.strategies import LIQUIDITY, POLICY, REASONS, Managed, manage
from tests.unit.liquidity.test_admission import Desk, desk, desk_module

__all__ = ["desk", "desk_module"]

BUFFER = 2000
LOSS = 100


@dataclass(frozen=True)
class Lender:
    """A managed position with idle units of B, and a vault of B that is allowed."""

    managed: Managed
    vault: Contract
    idle: int

    @property
    def market(self) -> Market:
        return self.managed.market

    def allow(self, sender: Any = None, **changes: Any) -> Receipt:
        terms = {
            "vaultA": ZERO_ADDRESS,
            "vaultB": self.vault,
            "bufferBps": BUFFER,
            "maxLossBps": LOSS,
            **changes,
        }
        receipt: Receipt = self.market.pools.allowVaults(
            self.managed.key, self.managed.token, terms, sender=sender or self.market.bob
        )
        return receipt

    def lend(self) -> Receipt:
        receipt: Receipt = self.market.pools.lendIdle(
            self.managed.key, self.managed.token, sender=self.market.alice
        )
        return receipt

    def call_back(
        self, shares: int = 0, recipient: Any = ZERO_ADDRESS, least: int = 0, sender: Any = None
    ) -> Receipt:
        receipt: Receipt = self.market.pools.callBack(
            self.managed.token,
            False,
            shares,
            recipient,
            least,
            sender=sender or self.market.bob,
        )
        return receipt

    def loan(self) -> Any:
        return self.market.pools.loansOf(self.managed.token)[2]

    def owed(self) -> int:
        owed: int = self.market.pools.positionState(self.managed.name).owedB
        return owed


def lender_with(market: Market, kind: str, **changes: Any) -> Lender:
    """After a move that has left units of B idle."""
    managed = manage(market)
    managed.move_to(130)
    managed.rebalance()
    vault = market.stack.chain.deploy(kind, market.token_b)
    lender = Lender(managed, vault, market.pools.positionState(managed.name).owedB)
    lender.allow(**changes)
    return lender


@pytest.fixture
def lender(market: Market) -> Iterator[Lender]:
    yield lender_with(market, "PlainVault")


def test_allowing(lender: Lender) -> None:
    vault_a = lender.market.stack.chain.deploy("PlainVault", lender.market.token_a)
    receipt = lender.allow(vaultA=vault_a)
    terms = (vault_a.address, lender.vault.address, BUFFER, LOSS)
    assert told(receipt, "VaultsAllowed") == (lender.managed.token, terms)
    assert lender.market.pools.loansOf(lender.managed.token)[0] == terms


def test_who_allows_and_what(lender: Lender) -> None:
    market, managed = lender.market, lender.managed
    market.pools.setApprovalForAll(market.alice, True, sender=market.bob)
    with expect_revert("PositionNotAllowed"):
        lender.allow(sender=market.alice)
    for change in ({"bufferBps": 10_001}, {"maxLossBps": 1001}):
        with expect_revert("VaultTermsOutOfBounds"):
            lender.allow(**change)
    lender.allow(bufferBps=10_000, maxLossBps=1000)
    with expect_revert("VaultOfAnotherAsset", asset=market.token_b):
        lender.allow(vaultA=lender.vault)
    plain = market.mint(-60, 120, LIQUIDITY)
    for call in ("allowVaults", "lendIdle"):
        more = () if call == "lendIdle" else ((ZERO_ADDRESS, ZERO_ADDRESS, 0, 0),)
        with expect_revert("PolicyUnknown", tokenId=plain):
            getattr(market.pools, call)(market.key, plain, *more, sender=market.bob)
        with expect_revert("PositionUnknown"):
            getattr(market.pools, call)(market.key, 99, *more, sender=market.bob)
    market.pools.pauseGroups(1 << 4, sender=market.stack.governor)
    for paused in (lender.allow, lender.lend):
        with expect_revert("GroupPaused"):
            paused()
    assert managed.token != plain


def test_pools_for_verified_holders_lend_nothing(desk: Desk) -> None:
    assert desk.key[4] == PERMISSIONED
    pools = desk.stack.pools
    pools.growObservations(pools.poolId(desk.key), 1, sender=desk.alice)
    request = desk.stack.added(desk.key, -60, 60, 10**6)
    token = pools.mint(request, desk.alice, sender=desk.alice).return_value[0]
    pools.setPolicy(desk.key, token, POLICY, sender=desk.alice)
    with expect_revert("LendingNotAllowed"):
        pools.allowVaults(desk.key, token, (ZERO_ADDRESS, ZERO_ADDRESS, 0, 0), sender=desk.alice)


def test_lending_leaves_the_buffer(lender: Lender) -> None:
    market = lender.market
    held = market.token_b.balanceOf(market.pools)
    receipt = lender.lend()
    lent = lender.idle - -(-lender.idle * BUFFER // 10_000)
    assert receipt.return_value == (0, lent)
    assert lender.owed() == lender.idle - lent
    assert market.token_b.balanceOf(market.pools) == held - lent
    assert market.token_b.allowance(market.pools, lender.vault) == 0
    shares = lender.vault.balanceOf(market.pools)
    assert told(receipt, "Lent") == (
        lender.managed.token,
        lender.vault.address,
        False,
        lent,
        shares,
    )
    assert lender.loan() == (lender.vault.address, market.token_b.address, shares, lent)
    with expect_revert("NothingToLend"):
        lender.lend()
    lender.allow(bufferBps=0)
    assert lender.lend().return_value == (0, lender.idle - lent)
    assert (lender.loan().principal, lender.owed()) == (lender.idle, 0)


def test_both_sides_are_lent(lender: Lender) -> None:
    market = lender.market
    vault_a = market.stack.chain.deploy("PlainVault", market.token_a)
    market.remove(lender.managed.token, 10**16, ZERO_ADDRESS)
    state = market.pools.positionState(lender.managed.name)
    lender.allow(vaultA=vault_a, bufferBps=0)
    assert lender.lend().return_value == (state.owedA, state.owedB)
    loan_a, loan_b = market.pools.loansOf(lender.managed.token)[1:]
    assert (loan_a.principal, loan_b.principal) == (state.owedA, state.owedB)


def test_nothing_is_lent_without_leave(lender: Lender) -> None:
    lender.allow(vaultB=ZERO_ADDRESS)
    with expect_revert("NothingToLend"):
        lender.lend()
    lender.allow(bufferBps=10_000)
    with expect_revert("NothingToLend"):
        lender.lend()
    # A new policy is a new beginning.
    lender.allow(bufferBps=0)
    lender.managed.set_policy()
    with expect_revert("NothingToLend"):
        lender.lend()


def test_lpo_63_a_new_owner_has_allowed_nothing(lender: Lender) -> None:
    market, managed = lender.market, lender.managed
    market.pools.transferFrom(market.bob, market.alice, managed.token, sender=market.bob)
    with expect_revert("PolicyUnknown"):
        lender.lend()
    managed.set_policy(sender=market.alice)
    with expect_revert("NothingToLend"):
        lender.lend()


def test_one_vault_at_a_time(lender: Lender) -> None:
    lender.lend()
    other = lender.market.stack.chain.deploy("PlainVault", lender.market.token_b)
    with expect_revert("LoanOutstanding", vault=lender.vault):
        lender.allow(vaultB=other)
    lender.allow(vaultB=ZERO_ADDRESS)
    lender.call_back()
    lender.allow(vaultB=other)
    lender.lend()
    assert lender.loan().vault == other.address


def test_calling_back_with_interest(lender: Lender) -> None:
    market = lender.market
    lender.lend()
    loan, owed = lender.loan(), lender.owed()
    market.token_b.mint(lender.vault, 10**16, sender=market.bob)
    expected = lender.vault.previewRedeem(loan.shares)
    assert expected > loan.principal
    with expect_revert("LoanLossTooHigh", least=expected + 1, received=expected):
        lender.call_back(least=expected + 1)
    receipt = lender.call_back(least=expected)
    assert lender.owed() == owed + expected
    assert told(receipt, "CalledBack") == (
        lender.managed.token,
        lender.vault.address,
        False,
        loan.shares,
        loan.principal,
        expected,
        ZERO_ADDRESS,
    )
    with expect_revert("LoanMissing"):
        lender.call_back()


def test_calling_back_a_part(lender: Lender) -> None:
    market = lender.market
    lender.lend()
    loan = lender.loan()
    carol = market.stack.chain.actor("carol")
    with expect_revert("LoanMissing", shares=loan.shares + 1):
        lender.call_back(loan.shares + 1)
    received = lender.call_back(loan.shares // 3, carol).return_value
    assert market.token_b.balanceOf(carol) == received > 0
    rest = lender.loan()
    assert rest.shares == loan.shares - loan.shares // 3
    part = loan.principal * (loan.shares // 3) // loan.shares
    assert rest.principal == loan.principal - part
    lender.call_back()
    assert (lender.loan().shares, lender.loan().principal) == (0, 0)


def test_lpo_67_the_owner_can_always_take_everything(lender: Lender) -> None:
    market, managed = lender.market, lender.managed
    lender.lend()
    lent = lender.loan().principal
    market.pools.pauseGroups(2**64 - 1, sender=market.stack.governor)
    state = market.pools.positionState(managed.name)
    market.remove(managed.token, state.liquidity, market.bob)
    with expect_revert("PositionNotEmpty"):
        market.pools.close(managed.token, sender=market.bob)
    with expect_revert("PositionUnknown"):
        lender.call_back()
    with expect_revert("PositionNotAllowed"):
        lender.call_back(recipient=market.alice, sender=market.alice)
    before = market.balances(market.bob)
    lender.call_back(recipient=market.bob)
    assert market.balances(market.bob) == (before[0], before[1] + lent)
    market.pools.close(managed.token, sender=market.bob)


def test_loans_go_with_the_token(lender: Lender) -> None:
    market = lender.market
    lender.lend()
    market.pools.transferFrom(market.bob, market.alice, lender.managed.token, sender=market.bob)
    with expect_revert("PositionNotAllowed"):
        lender.call_back()
    lent = lender.loan().principal
    assert lender.call_back(sender=market.alice).return_value == lent


def moved_on(lender: Lender) -> None:
    """Due again, with fees of its new range."""
    lender.market.stack.chain.advance(POLICY["cooldown"])
    lender.market.swap(10**16, a_for_b=True)
    lender.managed.move_to(60)


@pytest.mark.parametrize("gain", [0, 10**15])
def test_lpo_64_a_move_calls_back(lender: Lender, gain: int) -> None:
    market, managed = lender.market, lender.managed
    lender.lend()
    loan = lender.loan()
    market.token_b.mint(lender.vault, gain, sender=market.bob)
    moved_on(lender)
    worth = lender.vault.previewRedeem(loan.shares)
    plan = managed.preview()
    assert REASONS[plan.reason] == "DUE"
    receipt = managed.rebalance()
    assert told(receipt, "CalledBack")[5] == worth >= loan.principal
    assert receipt.return_value == (plan.liquidity, plan.rewardA, plan.rewardB)
    assert managed.fees() == (plan.idleA, plan.idleB)
    assert lender.loan().shares == 0
    # What came back is in use: more than without it.
    assert receipt.events.one("LiquidityAdded").amountB > lender.idle * BUFFER // 10_000


@pytest.mark.parametrize(("over", "left"), [(0, False), (1, True)])
def test_lpo_66_a_move_leaves_a_loan_that_lost_more_than_the_cap(
    lender: Lender, over: int, left: bool
) -> None:
    market, managed = lender.market, lender.managed
    lender.allow(bufferBps=0)
    lender.lend()
    loan = lender.loan()
    moved_on(lender)
    cap = loan.principal * LOSS // 10_000
    least = loan.principal - cap
    lost = next(
        lost for lost in range(cap - 3, cap + 3) if worth_after(lender, lost) == least - over
    )
    lender.vault.lose(lost, sender=market.alice)
    plan = managed.preview()
    receipt = managed.rebalance()
    assert receipt.return_value[0] == plan.liquidity
    assert bool(receipt.events.named("LoanLeft")) == left
    assert lender.loan() == (loan if left else (*loan[:2], 0, 0))
    if left:
        # The owner decides for itself.
        lender.call_back(least=least - 1)


def worth_after(lender: Lender, lost: int) -> int:
    with lender.market.stack.chain.rollback():
        lender.vault.lose(lost, sender=lender.market.alice)
        worth: int = lender.vault.previewRedeem(lender.loan().shares)
        return worth


def test_lpo_66_lending_into_a_loss_is_refused(lender: Lender) -> None:
    """Somebody has made a share of an empty vault so dear that rounding takes what is lent."""
    market = lender.market
    lender.allow(maxLossBps=0)
    lender.vault.asset()
    market.token_b.approve(lender.vault, 2**256 - 1, sender=market.alice)
    lender.vault.deposit(1, market.alice, sender=market.alice)
    market.token_b.mint(lender.vault, lender.idle // 3, sender=market.alice)
    with expect_revert("LoanLossTooHigh"):
        lender.lend()
