"""The wrapped native coin: paid with the call's value, paid out unwrapped."""

from collections.abc import Iterator

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.pool_stack import FOREVER, NATIVE_OUT, Key, in_order
from tests.unit.liquidity.conftest import DEPTH, FEE, PRICE, RANGE, SPACING, Market

COIN = 10**20
AMOUNT = 10**15


@pytest.fixture
def native(market: Market) -> Iterator[tuple[Market, Key, Contract, bool]]:
    """A pool of the wrapped coin, and whether it is token A."""
    wrapped = market.stack.wrapped
    for user in (market.alice, market.bob):
        market.stack.chain.set_balance(user, COIN)
    key: Key = (*in_order(market.token_a, wrapped), FEE, SPACING, 0)
    market.stack.create(key, PRICE)
    yield market, key, wrapped, key[0] == wrapped


def coins(market: Market) -> int:
    held: int = market.stack.chain.balance(market.alice)
    return held


def test_providing_with_coin(native: tuple[Market, Key, Contract, bool]) -> None:
    market, key, wrapped, is_a = native
    amounts = market.pools.quoteAdd(key, *RANGE, DEPTH)
    cost = amounts[0 if is_a else 1]
    before = coins(market)
    market.add(*RANGE, DEPTH, key=key, sender=market.alice, value=cost + 5)
    assert coins(market) == before - cost
    assert wrapped.balanceOf(market.pools) == cost
    with expect_revert("NativeCoinMismatch", value=cost - 1):
        market.add(*RANGE, DEPTH, key=key, sender=market.alice, value=cost - 1)
    position = market.stack.position_key(market.alice, key, *RANGE)
    market.remove(position, DEPTH, market.alice, key=key, sender=market.alice, options=NATIVE_OUT)
    assert coins(market) == before - 1


def test_a_range_without_coin_gives_all_of_it_back(
    native: tuple[Market, Key, Contract, bool],
) -> None:
    market, key, _, is_a = native
    before = coins(market)
    market.add(*((-600, -60) if is_a else (60, 600)), DEPTH, key=key, sender=market.alice, value=9)
    assert coins(market) == before


def test_swapping(native: tuple[Market, Key, Contract, bool]) -> None:
    market, key, wrapped, is_a = native
    cost = market.pools.quoteAdd(key, *RANGE, DEPTH)[0 if is_a else 1]
    market.add(*RANGE, DEPTH, key=key, sender=market.alice, value=cost)
    before = coins(market)
    market.swap(AMOUNT, a_for_b=is_a, key=key, value=AMOUNT + 7)
    assert coins(market) == before - AMOUNT
    entered = market.pools.quoteSwap(key, is_a, -AMOUNT, 0)[0]
    market.swap(-AMOUNT, a_for_b=is_a, key=key, value=2 * entered)
    assert coins(market) == before - AMOUNT - entered
    before = coins(market)
    left = market.swap(AMOUNT, a_for_b=not is_a, key=key, options=NATIVE_OUT).return_value[1]
    assert coins(market) == before + left
    with expect_revert("NativeCoinMismatch"):
        market.swap(AMOUNT, a_for_b=is_a, key=key, value=AMOUNT - 1)
    with expect_revert("NativeCoinMismatch"):
        market.swap(AMOUNT, a_for_b=not is_a, key=key, value=AMOUNT)
    with expect_revert("NativeCoinMismatch"):
        market.swap(AMOUNT, a_for_b=is_a, key=key, value=AMOUNT, options=NATIVE_OUT)
    with expect_revert("NativeCoinMismatch"):
        market.swap(AMOUNT, a_for_b=True, value=AMOUNT)
    hops = [(key, is_a, 0)]
    before = coins(market)
    market.pools.swapPathExactIn(
        hops, AMOUNT, 0, market.alice, FOREVER, 0, sender=market.alice, value=AMOUNT
    )
    assert coins(market) == before - AMOUNT
    assert wrapped.balanceOf(market.alice) == 0


def test_protocol_fees_stay_wrapped(native: tuple[Market, Key, Contract, bool]) -> None:
    market, key, wrapped, is_a = native
    governor = market.stack.governor
    cost = market.pools.quoteAdd(key, *RANGE, DEPTH)[0 if is_a else 1]
    market.add(*RANGE, DEPTH, key=key, sender=market.alice, value=cost)
    market.pools.setProtocolShare(key, 4, 4, sender=governor)
    market.swap(AMOUNT, a_for_b=is_a, key=key, value=AMOUNT)
    market.pools.collectProtocolFees(key, market.bob, 2**128 - 1, 2**128 - 1, sender=governor)
    assert wrapped.balanceOf(market.bob) > 0


def test_nobody_else_sends_coin(native: tuple[Market, Key, Contract, bool]) -> None:
    market, *_ = native
    with expect_revert("NativeCoinMismatch", token=market.alice, value=1):
        market.stack.chain.transact(market.pools, b"", market.alice, value=1)


def test_a_recipient_that_takes_no_coin(native: tuple[Market, Key, Contract, bool]) -> None:
    market, key, _, is_a = native
    cost = market.pools.quoteAdd(key, *RANGE, DEPTH)[0 if is_a else 1]
    market.add(*RANGE, DEPTH, key=key, sender=market.alice, value=cost)
    with expect_revert("ETHTransferFailed"):
        market.swap(AMOUNT, a_for_b=not is_a, key=key, options=NATIVE_OUT, recipient=market.token_b)
