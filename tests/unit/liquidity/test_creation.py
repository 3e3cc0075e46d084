"""Creation of pools and their settings."""

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.pool_stack import DYNAMIC_FEE, PERMISSIONED
from quantera.liquidity.ticks import MAX_SQRT_PRICE, MIN_SQRT_PRICE, sqrt_price_at_tick
from tests.unit.liquidity.conftest import PRICE, TICK, Market, told

CHECKED_A, CHECKED_B = 4, 8


def test_a_pool_begins_with_its_price_and_nothing_else(market: Market) -> None:
    key = (market.token_a, market.token_b, 500, 10, 0)
    receipt = market.pools.createPool(key, PRICE, sender=market.alice)
    pool_id, tick = receipt.return_value
    assert pool_id == market.pools.poolId(key)
    assert tick == TICK
    event = receipt.events.one("PoolCreated")
    assert (event.id, event.tokenA, event.tokenB) == (
        pool_id,
        market.token_a.address,
        market.token_b.address,
    )
    assert (event.number, event.feePips, event.tickSpacing) == (2, 500, 10)
    assert (event.modes, event.flags, event.sqrtPriceX96, event.tick) == (0, 0, PRICE, TICK)
    state = market.pools.poolState(pool_id)
    assert (state.sqrtPriceX96, state.tick, state.liquidity) == (PRICE, TICK, 0)
    assert (state.feePips, state.tickSpacing, state.number, state.flags) == (500, 10, 2, 0)
    assert market.pools.poolOf(key) == (
        market.token_a.address,
        market.token_b.address,
        0,
        0,
        0,
        500,
    )


def test_the_id_is_the_keys_hash(market: Market) -> None:
    other = (market.token_a, market.token_b, 3000, 60, DYNAMIC_FEE)
    assert market.pools.poolId(other) != market.id
    assert market.pools.poolState(market.pools.poolId(other)).sqrtPriceX96 == 0
    assert market.pools.poolOf(other) == (ZERO_ADDRESS, ZERO_ADDRESS, 0, 0, 0, 0)


def test_once(market: Market) -> None:
    with expect_revert("PoolExists", id=market.id):
        market.pools.createPool(market.key, PRICE, sender=market.bob)


def test_tokens_in_order(market: Market) -> None:
    a, b = market.token_a, market.token_b
    for one, other in ((b, a), (a, a), (ZERO_ADDRESS, a)):
        with expect_revert("TokensOutOfOrder"):
            market.pools.createPool((one, other, 500, 10, 0), PRICE, sender=market.alice)


@pytest.mark.parametrize(
    ("fee", "modes", "taken"),
    [
        (0, 0, True),
        (999_999, 0, True),
        (1_000_000, 0, False),
        (0, DYNAMIC_FEE, False),
        (1, DYNAMIC_FEE, True),
        (100_000, DYNAMIC_FEE, True),
        (100_001, DYNAMIC_FEE, False),
    ],
)
def test_fees(market: Market, fee: int, modes: int, *, taken: bool) -> None:
    key = (market.token_a, market.token_b, fee, 10, modes)
    if taken:
        market.pools.createPool(key, PRICE, sender=market.alice)
    else:
        with expect_revert("FeeOutOfRange", feePips=fee):
            market.pools.createPool(key, PRICE, sender=market.alice)


@pytest.mark.parametrize(
    ("spacing", "taken"), [(-1, False), (0, False), (1, True), (16_383, True), (16_384, False)]
)
def test_spacings(market: Market, spacing: int, *, taken: bool) -> None:
    key = (market.token_a, market.token_b, 77, spacing, 0)
    if taken:
        market.pools.createPool(key, PRICE, sender=market.alice)
    else:
        with expect_revert("TickSpacingOutOfRange", tickSpacing=spacing):
            market.pools.createPool(key, PRICE, sender=market.alice)


def test_modes_that_exist(market: Market) -> None:
    key = (market.token_a, market.token_b, 500, 10, 4)
    with expect_revert("ModesUnknown", modes=4):
        market.pools.createPool(key, PRICE, sender=market.alice)


def test_verified_holders_need_a_registry(market: Market) -> None:
    key = (market.token_a, market.token_b, 500, 10, PERMISSIONED)
    with expect_revert("PoolUnregulated"):
        market.pools.createPool(key, PRICE, sender=market.alice)


@pytest.mark.parametrize("price", [0, MIN_SQRT_PRICE - 1, MAX_SQRT_PRICE])
def test_prices_out_of_range(market: Market, price: int) -> None:
    key = (market.token_a, market.token_b, 500, 10, 0)
    with expect_revert("InvalidSqrtPrice"):
        market.pools.createPool(key, price, sender=market.alice)
    for edge in (MIN_SQRT_PRICE, MAX_SQRT_PRICE - 1):
        with market.stack.chain.rollback():
            market.pools.createPool(key, edge, sender=market.alice)


def test_not_while_creation_is_paused(market: Market) -> None:
    market.pools.pauseGroups(4, sender=market.stack.governor)
    with expect_revert("GroupPaused"):
        market.pools.createPool(
            (market.token_a, market.token_b, 500, 10, 0), PRICE, sender=market.alice
        )
    market.swap(1000, a_for_b=True)


def test_exact_tokens_are_trusted_by_pools_created_afterwards(market: Market) -> None:
    governor = market.stack.governor
    other = market.stack.token("Unknown", exact=False)
    tokens = sorted((market.token_a, other), key=lambda token: int(token.address, 16))
    first = market.pools.createPool((*tokens, 500, 10, 0), PRICE, sender=market.alice)
    flag = CHECKED_A if tokens[0] == other else CHECKED_B
    assert first.events.one("PoolCreated").flags == flag
    receipt = market.pools.trustExactness(other, sender=governor)
    assert told(receipt, "TokenExactnessSet") == (other.address, True)
    assert market.pools.isExact(other)
    second = market.pools.createPool((*tokens, 100, 1, 0), PRICE, sender=market.alice)
    assert second.events.one("PoolCreated").flags == 0
    receipt = market.pools.distrustExactness(other, sender=governor)
    assert told(receipt, "TokenExactnessSet") == (other.address, False)
    third = market.pools.createPool((*tokens, 200, 1, 0), PRICE, sender=market.alice)
    assert third.events.one("PoolCreated").flags == flag
    with expect_revert("AddressWithoutCode", account=market.alice):
        market.pools.trustExactness(market.alice, sender=governor)


@pytest.mark.parametrize(
    ("share", "taken"), [(0, True), (3, False), (4, True), (10, True), (11, False)]
)
def test_protocol_shares(market: Market, share: int, *, taken: bool) -> None:
    governor = market.stack.governor
    for shares in ((share, 0), (0, share)):
        if taken:
            receipt = market.pools.setProtocolShare(market.key, *shares, sender=governor)
            assert told(receipt, "ProtocolShareSet") == (market.id, *shares)
            state = market.pools.poolState(market.id)
            assert (state.protocolShareA, state.protocolShareB) == shares
        else:
            with expect_revert("ProtocolShareOutOfRange", share=share):
                market.pools.setProtocolShare(market.key, *shares, sender=governor)


def test_protocol_fees_are_paid_but_for_one_unit(market: Market) -> None:
    governor = market.stack.governor
    market.pools.setProtocolShare(market.key, 4, 5, sender=governor)
    market.swap(10**9, a_for_b=True)
    market.swap(10**9, a_for_b=False)
    owed = 10**9 * 3 // 1000 // 4, 10**9 * 3 // 1000 // 5
    state = market.pools.poolState(market.id)
    assert (state.protocolFeesA, state.protocolFeesB) == owed
    treasury = market.stack.chain.actor("treasury")
    with market.stack.chain.rollback():
        part = market.pools.collectProtocolFees(market.key, treasury, 10, 0, sender=governor)
        assert part.return_value == (10, 0)
        assert market.balances(treasury) == (10, 0)
    receipt = market.pools.collectProtocolFees(
        market.key, treasury, 2**128 - 1, 2**128 - 1, sender=governor
    )
    paid = (owed[0] - 1, owed[1] - 1)
    assert receipt.return_value == paid
    assert market.balances(treasury) == paid
    assert told(receipt, "ProtocolFeesCollected") == (market.id, treasury, *paid)


def test_unknown_pools(market: Market) -> None:
    key = (market.token_a, market.token_b, 1, 1, 0)
    governor = market.stack.governor
    unknown = market.pools.poolId(key)
    with expect_revert("PoolUnknown", id=unknown):
        market.pools.setProtocolShare(key, 0, 0, sender=governor)
    with expect_revert("PoolUnknown", id=unknown):
        market.pools.collectProtocolFees(key, governor, 1, 1, sender=governor)
    with expect_revert("PoolUnknown", id=unknown):
        market.swap(1, a_for_b=True, key=key)
    with expect_revert("PoolUnknown", id=unknown):
        market.add(-60, 60, 1, key=key)
    with expect_revert("PoolUnknown", id=unknown):
        market.pools.nextFees(unknown)
    with expect_revert("PoolUnknown", id=unknown):
        market.pools.growObservations(unknown, 2, sender=market.alice)


def test_the_reserves_are_what_all_ranges_are_worth(market: Market) -> None:
    market.add(-1200, -600, 7 * 10**18)
    market.add(600, 1200, 10**18)
    market.add(0, 60, 10**18)
    for amount, down in ((10**18, True), (4 * 10**18, False), (3 * 10**18, True)):
        market.swap(amount, a_for_b=down)
        pool = market.pools.poolOf(market.key)
        held = market.balances(market.pools)
        # Beside the liquidity there are fees, and a unit of rounding for each stretch.
        for reserve, balance in zip((pool.reserveA, pool.reserveB), held, strict=True):
            assert 0 <= balance - reserve <= 10**20 * 3 // 1000
    assert sqrt_price_at_tick(0) == 1 << 96
