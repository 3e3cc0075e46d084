"""Pools for verified holders, with the real token: who enters and receives, what is refused."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.compliance.catalogue import JURISDICTIONS, Jurisdiction
from quantera.compliance.record import FLAG_CUSTODIAN
from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, expect_revert
from quantera.gas.pack_stack import BEST_CLASSES, HOLDING, PackStack
from quantera.gas.pool_stack import (
    FOREVER,
    PERMISSIONED,
    Key,
    PoolStack,
    in_order,
    pools_beside,
)
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import (
    COUNTRY_NOT_ALLOWED,
    TokenStack,
    countries,
    deploy_stack,
    record,
    rule_settings,
)

FUNDS = 10**24
DEPTH = 10**20
AMOUNT = 10**15
RANGE = (-600, 600)
PRICE = 1 << 96


@dataclass(frozen=True)
class Desk:
    """A pool of a regulated token and plain cash."""

    tokens: TokenStack
    stack: PoolStack
    cash: Contract
    key: Key
    alice: Actor
    bob: Actor
    stranger: Actor

    @property
    def token(self) -> Contract:
        return self.tokens.token

    @property
    def sells(self) -> bool:
        """Direction in which the regulated token enters."""
        return self.key[0] == self.token

    def swap(self, amount: int, sender: Actor, *, selling: bool, to: Actor | None = None) -> int:
        down = self.sells == selling
        request = self.stack.swapped(self.key, amount, to or sender, a_for_b=down)
        left: int = self.stack.pools.swap(request, sender=sender).return_value[1]
        return left

    def add(self, sender: Actor, liquidity: int = DEPTH) -> bytes:
        self.stack.pools.add(self.stack.added(self.key, *RANGE, liquidity), sender=sender)
        return self.stack.position_key(sender, self.key, *RANGE)


def open_desk(tokens: TokenStack, alice: Actor, bob: Actor) -> Desk:
    stack = pools_beside(tokens)
    stranger = tokens.chain.actor("stranger")
    cash = stack.token("Cash")
    for user in (alice, bob, stranger):
        cash.mint(user, FUNDS, sender=user)
        for token in (cash, tokens.token):
            token.approve(stack.pools, MAX_UINT, sender=user)
    key: Key = (*in_order(tokens.token, cash), 3000, 60, PERMISSIONED)
    stack.create(key, PRICE)
    return Desk(tokens, stack, cash, key, alice, bob, stranger)


@pytest.fixture(scope="module")
def desk_module() -> Desk:
    tokens = deploy_stack(MemoryChain())
    alice, bob = tokens.investor("alice"), tokens.investor("bob")
    desk = open_desk(tokens, alice, bob)
    for user in (alice, bob):
        desk.token.mint(user, FUNDS, sender=tokens.agent)
    desk.add(alice)
    return desk


@pytest.fixture
def desk(desk_module: Desk) -> Iterator[Desk]:
    with desk_module.stack.chain.rollback():
        yield desk_module


def test_verified_holders_trade_and_provide(desk: Desk) -> None:
    regulated = desk.stack.pools.regulatedTokens(1)
    assert regulated[0 if desk.sells else 1] == desk.token.address
    assert regulated[1 if desk.sells else 0] == ZERO_ADDRESS
    bought = desk.swap(AMOUNT, desk.bob, selling=False)
    assert desk.token.balanceOf(desk.bob) == FUNDS + bought
    desk.swap(bought, desk.bob, selling=True)
    name = desk.add(desk.bob)
    desk.stack.pools.remove(desk.stack.removed(desk.key, name, DEPTH, desk.bob), sender=desk.bob)


def test_strangers_do_not(desk: Desk) -> None:
    wanted = {"token": desk.token.address, "account": desk.stranger}
    pools, stack = desk.stack.pools, desk.stack
    with expect_revert("NotAdmitted", **wanted):
        desk.swap(AMOUNT, desk.stranger, selling=False)
    with expect_revert("NotAdmitted", **wanted):
        desk.swap(AMOUNT, desk.bob, selling=True, to=desk.stranger)
    with expect_revert("NotAdmitted", **wanted):
        desk.add(desk.stranger)
    with expect_revert("NotAdmitted", **wanted):
        pools.mint(stack.added(desk.key, *RANGE, 1), desk.stranger, sender=desk.bob)
    hops = [(desk.key, not desk.sells, 0)]
    with expect_revert("NotAdmitted", **wanted):
        pools.swapPathExactIn(hops, AMOUNT, 0, desk.stranger, FOREVER, 0, sender=desk.bob)
    with expect_revert("NotAdmitted", **wanted):
        pools.swapPathExactOut(hops, AMOUNT, MAX_UINT, desk.stranger, FOREVER, 0, sender=desk.bob)
    name = stack.position_key(desk.alice, desk.key, *RANGE)
    with expect_revert("NotAdmitted", **wanted):
        pools.remove(stack.removed(desk.key, name, 1, desk.stranger), sender=desk.alice)
    with expect_revert("NotAdmitted", **wanted):
        pools.collect(desk.key, name, desk.stranger, 1, 1, sender=desk.alice)


def test_positions_go_to_verified_holders_alone(desk: Desk) -> None:
    pools = desk.stack.pools
    request = desk.stack.added(desk.key, *RANGE, DEPTH)
    token = pools.mint(request, desk.bob, sender=desk.bob).return_value[0]
    with expect_revert("NotAdmitted", account=desk.stranger):
        pools.transferFrom(desk.bob, desk.stranger, token, sender=desk.bob)
    with expect_revert("NotAdmitted", account=desk.stranger):
        pools.safeTransferFrom(desk.bob, desk.stranger, token, sender=desk.bob)
    pools.transferFrom(desk.bob, desk.alice, token, sender=desk.bob)
    pools.remove(desk.stack.removed(desk.key, token, DEPTH, desk.alice), sender=desk.alice)
    pools.close(token, sender=desk.alice)


def test_a_revoked_holder_is_stopped_and_its_position_stays(desk: Desk) -> None:
    name = desk.add(desk.bob)
    desk.tokens.engine.revokeVerification([desk.bob], sender=desk.tokens.agent)
    with expect_revert("NotAdmitted", account=desk.bob):
        desk.swap(AMOUNT, desk.bob, selling=False)
    with expect_revert("NotAdmitted"):
        desk.stack.pools.remove(
            desk.stack.removed(desk.key, name, DEPTH, desk.bob), sender=desk.bob
        )
    assert desk.stack.pools.positionState(name).liquidity == DEPTH
    identity = desk.stack.chain.actor("identity of bob")
    desk.tokens.enter([desk.bob], [record(identity)])
    desk.stack.pools.remove(desk.stack.removed(desk.key, name, DEPTH, desk.bob), sender=desk.bob)


def test_pauses_and_freezes_of_the_token(desk: Desk) -> None:
    agent = desk.tokens.agent
    desk.token.setAddressFrozen(desk.bob, True, sender=agent)
    with expect_revert("TransferFromFailed"):
        desk.swap(AMOUNT, desk.bob, selling=True)
    with expect_revert("TransferFailed"):
        desk.swap(AMOUNT, desk.bob, selling=False)
    desk.token.setAddressFrozen(desk.bob, False, sender=agent)
    desk.token.pause(sender=agent)
    with expect_revert("TransferFailed"):
        desk.swap(AMOUNT, desk.bob, selling=False)


def test_liquidity_that_could_not_leave_is_refused(desk: Desk) -> None:
    # Whole units alone move, and a pool's amounts are none.
    tokens = desk.tokens.second_token("Whole", fractionalAllowed=False)
    other = Desk(tokens, desk.stack, desk.cash, desk.key, desk.alice, desk.bob, desk.stranger)
    key: Key = (*in_order(tokens.token, desk.cash), 3000, 60, PERMISSIONED)
    desk.stack.create(key, PRICE)
    tokens.token.mint(desk.bob, 10**24, sender=tokens.agent)
    tokens.token.approve(desk.stack.pools, MAX_UINT, sender=desk.bob)
    with expect_revert("TransferFromFailed"):
        desk.stack.pools.add(desk.stack.added(key, *RANGE, DEPTH), sender=desk.bob)
    assert other.token.balanceOf(desk.stack.pools) == 0


def test_a_pool_that_may_not_give_takes_nothing(desk: Desk) -> None:
    desk.token.setAddressFrozen(desk.stack.pools, True, sender=desk.tokens.agent)
    with expect_revert("TransferFromFailed"):
        desk.add(desk.bob)
    desk.token.setAddressFrozen(desk.stack.pools, False, sender=desk.tokens.agent)
    desk.token.setFrozenTokens(desk.stack.pools, FUNDS, sender=desk.tokens.agent)
    with expect_revert("LiquidityWouldBeLocked", token=desk.token.address, account=desk.bob):
        desk.add(desk.bob)
    with expect_revert("LiquidityWouldBeLocked"):
        desk.swap(AMOUNT, desk.bob, selling=True)


def test_a_pool_that_is_no_registered_holder_takes_nothing(desk: Desk) -> None:
    desk.tokens.engine.deleteIdentity(desk.stack.pools, sender=desk.tokens.agent)
    with expect_revert("NotCustodian"):
        desk.add(desk.bob)


def test_rules_of_the_token_hold_for_pools(desk: Desk) -> None:
    france = countries(250)
    desk.tokens.configure(rule_settings((COUNTRY_NOT_ALLOWED,), allowedCountries=france))
    with expect_revert("TransferFailed"):
        desk.swap(AMOUNT, desk.bob, selling=False)


@pytest.mark.parametrize("jurisdiction", JURISDICTIONS)
def test_default_packs_with_lots(jurisdiction: Jurisdiction) -> None:
    """Seasoned units pass through a pool; fresh ones under a lock-up do not get in."""
    packs = PackStack(MemoryChain(), jurisdiction)  # type: ignore[arg-type]
    tokens = packs.stack
    desk = open_desk(tokens, packs.holder, packs.other)
    word = record(desk.stack.pools, flags=FLAG_CUSTODIAN)
    for place, code in enumerate(BEST_CLASSES):
        word |= code << 216 + 4 * place
    tokens.enter([desk.stack.pools], [word])
    if jurisdiction == "JP":
        # Its default route wants the issuer's consent to each sale, and the pool is the buyer.
        with expect_revert("TransferFromFailed"):
            desk.add(packs.holder)
        return
    name = desk.add(packs.holder)
    bought = desk.swap(AMOUNT, packs.other, selling=False)
    assert bought > 0
    desk.swap(bought // 2, packs.other, selling=True)
    desk.stack.pools.remove(
        desk.stack.removed(desk.key, name, DEPTH, packs.holder), sender=packs.holder
    )
    if jurisdiction != "US":
        return
    # A new lot of the same holder is under its holding period; what is older still gets in.
    tokens.token.mint(packs.holder, HOLDING, sender=tokens.agent)
    with expect_revert("TransferFromFailed"):
        desk.add(packs.holder, 500 * DEPTH)
    desk.add(packs.holder, 100 * DEPTH)
