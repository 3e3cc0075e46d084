"""Several pools in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Contract, expect_revert
from quantera.gas.pool_stack import FOREVER, Key
from quantera.gas.settlement_stack import MAX_UINT
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, FUNDS, PRICE, RANGE, Market

AMOUNT = 10**15


@dataclass(frozen=True)
class Path:
    """Two pools that share a token."""

    market: Market
    tokens: tuple[Contract, Contract, Contract]
    hops: list[tuple[Key, bool, int]]

    def exact_in(self, amount: int, least: int = 0, **more: Any) -> int:
        hops = more.get("hops", self.hops)
        deadline = more.get("deadline", FOREVER)
        alice = self.market.alice
        left: int = self.market.pools.swapPathExactIn(
            hops, amount, least, alice, deadline, 0, sender=alice
        ).return_value
        return left

    def exact_out(self, amount: int, most: int = MAX_UINT, **more: Any) -> int:
        hops = more.get("hops", self.hops)
        deadline = more.get("deadline", FOREVER)
        alice = self.market.alice
        entered: int = self.market.pools.swapPathExactOut(
            hops, amount, most, alice, deadline, 0, sender=alice
        ).return_value
        return entered


@pytest.fixture
def path(market: Market) -> Iterator[Path]:
    third = market.stack.token("Third")
    market.stack.fund((third,), [market.alice, market.bob], FUNDS)
    through, end = market.token_b, third
    pair = sorted((through, end), key=lambda token: int(token.address, 16))
    key: Key = (pair[0], pair[1], 500, 10, 0)
    market.stack.create(key, PRICE)
    market.add(*RANGE, DEPTH, key=key)
    hops = [(market.key, True, 0), (key, pair[0] == through, 0)]
    yield Path(market, (market.token_a, through, end), hops)


def test_exact_in_moves_the_ends_alone(path: Path) -> None:
    market = path.market
    before = [token.balanceOf(market.alice) for token in path.tokens]
    middle = path.tokens[1].balanceOf(market.pools)
    left = path.exact_in(AMOUNT)
    after = [token.balanceOf(market.alice) for token in path.tokens]
    assert after == [before[0] - AMOUNT, before[1], before[2] + left]
    assert path.tokens[1].balanceOf(market.pools) == middle


def test_it_is_the_same_as_one_after_the_other(path: Path) -> None:
    market = path.market
    with market.stack.chain.rollback():
        amount = AMOUNT
        for key, down, _ in path.hops:
            amount = market.swap(amount, a_for_b=down, key=key).return_value[1]
    assert path.exact_in(AMOUNT) == amount


def test_exact_out(path: Path) -> None:
    market = path.market
    before = [token.balanceOf(market.alice) for token in path.tokens]
    entered = path.exact_out(AMOUNT)
    after = [token.balanceOf(market.alice) for token in path.tokens]
    assert after == [before[0] - entered, before[1], before[2] + AMOUNT]


def test_limits(path: Path) -> None:
    with path.market.stack.chain.rollback():
        left = path.exact_in(AMOUNT)
    with expect_revert("AmountLimitExceeded", amount=left):
        path.exact_in(AMOUNT, left + 1)
    path.exact_in(AMOUNT, left)
    with path.market.stack.chain.rollback():
        entered = path.exact_out(AMOUNT)
    with expect_revert("AmountLimitExceeded", amount=entered):
        path.exact_out(AMOUNT, entered - 1)
    path.exact_out(AMOUNT, entered)


def test_deadlines(path: Path) -> None:
    now = path.market.stack.chain.timestamp
    with expect_revert("DeadlinePassed"):
        path.exact_in(AMOUNT, deadline=now - 1)
    with expect_revert("DeadlinePassed"):
        path.exact_out(AMOUNT, deadline=now - 1)


def test_broken_paths(path: Path) -> None:
    for hops, place in (([], 0), (path.hops[::-1], 1), ([path.hops[0], path.hops[0]], 1)):
        with expect_revert("PathBroken", hop=place):
            path.exact_in(AMOUNT, hops=hops)
        with expect_revert("PathBroken", hop=place):
            path.exact_out(AMOUNT, hops=hops)


def test_a_path_is_never_filled_in_part(path: Path) -> None:
    for amount in (10 * DEPTH,):
        with expect_revert("PartialFill"):
            path.exact_in(amount)
        with expect_revert("PartialFill"):
            path.exact_out(amount)


def test_price_limits_of_hops(path: Path) -> None:
    first, second = path.hops
    limit = sqrt_price_at_tick(29)
    hops = [(first[0], first[1], limit), second]
    path.exact_in(AMOUNT, hops=hops)
    with expect_revert("PartialFill"):
        path.exact_in(10**19, hops=hops)


def test_one_pool_twice(path: Path) -> None:
    there, key = path.hops[0], path.hops[0][0]
    back = (key, False, 0)
    left = path.exact_in(AMOUNT, hops=[there, back])
    assert left < AMOUNT
    with expect_revert("PathBroken"):
        path.market.pools.quotePathExactIn([there, back], AMOUNT)


def test_quotes_are_what_execution_gives(path: Path) -> None:
    """LPO-08."""
    pools = path.market.pools
    for amount in (1000, AMOUNT, 10**18):
        quoted = pools.quotePathExactIn(path.hops, amount)
        with path.market.stack.chain.rollback():
            assert path.exact_in(amount) == quoted
        quoted = pools.quotePathExactOut(path.hops, amount)
        with path.market.stack.chain.rollback():
            assert path.exact_out(amount) == quoted
    with expect_revert("PartialFill"):
        pools.quotePathExactIn(path.hops, 10 * DEPTH)
    with expect_revert("PartialFill"):
        pools.quotePathExactOut(path.hops, 10 * DEPTH)
    with expect_revert("PathBroken"):
        pools.quotePathExactOut([], 1)


def test_paths_stop_with_swaps(path: Path) -> None:
    path.market.pools.pauseGroups(1, sender=path.market.stack.governor)
    with expect_revert("GroupPaused"):
        path.exact_in(AMOUNT)
    with expect_revert("GroupPaused"):
        path.exact_out(AMOUNT)
