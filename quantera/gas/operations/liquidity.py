"""Pools: swaps, positions and creation, each as a user's own call with all its limits."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quantera.evm import Actor, Contract, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.uniswap import V3Market, V4Market, v3_market, v4_market
from quantera.gas.pool_market import (
    BLOCK,
    DEPTH,
    FEE,
    HOUR,
    PRICE,
    SPACING,
    OurVenue,
    around,
    fund,
    trade_in,
)
from quantera.gas.pool_stack import DYNAMIC_FEE, Key, PoolStack, deploy_pool_stack

SMALL = 10**17
CROSSING = 4 * 10**19
"""Enough to leave the narrow range, which is some 0.3 % wide on each side, and not the wide one."""
V3_NAME = "Uniswap v3 (bare payer)"
V3_COLLECT = "Uniswap v3 (bare payer, collect)"
V4_NAME = "Uniswap v4 (its test router)"


@dataclass(frozen=True)
class Market:
    """A pool or two, and users who hold and approved its tokens."""

    venue: Any
    tokens: tuple[Contract, ...]
    trader: Actor
    provider: Actor
    keys: tuple[Key, ...] = ()
    stack: PoolStack | None = None


def _ours(chain: NodeChain, modes: int = 0, pools: int = 1) -> Market:
    stack = deploy_pool_stack(chain)
    trader, provider = chain.actors("trader", "provider")
    made = [stack.token(f"Token {number}") for number in range(pools + 1)]
    tokens = tuple(sorted(made, key=lambda token: int(token.address, 16)))
    fund(tokens, [trader, provider], stack.pools)
    keys = tuple((one, other, FEE, SPACING, modes) for one, other in pairwise(tokens))
    for key in keys:
        stack.create(key, PRICE)
    return Market(OurVenue(stack, keys[0]), tokens, trader, provider, keys, stack)


def trading(chain: NodeChain, modes: int = 0, pools: int = 1) -> Market:
    """Pools in use."""
    market = _ours(chain, modes, pools)
    stack = _stack(market)
    for key in market.keys:
        trade_in(OurVenue(stack, key), market.provider, market.trader)
    return market


def observed(chain: NodeChain) -> Market:
    """A pool in use that keeps observations, one of them, from its first trades on."""
    market = _ours(chain)
    stack = _stack(market)
    stack.pools.growObservations(stack.pools.poolId(market.keys[0]), 1, sender=market.trader)
    trade_in(market.venue, market.provider, market.trader)
    return market


def dynamic(chain: NodeChain) -> Market:
    """A pool in use whose fee follows the market."""
    return trading(chain, DYNAMIC_FEE)


def two_pools(chain: NodeChain) -> Market:
    """Three tokens, two pools in use."""
    return trading(chain, pools=2)


def known_word(chain: NodeChain) -> Market:
    """A pool nobody has traded in, with one wide position whose ticks are in the same word."""
    market = _ours(chain)
    chain.advance(BLOCK)
    market.venue.mint(market.provider, *around(9), DEPTH)
    chain.advance(BLOCK)
    return market


def _peer(
    chain: NodeChain, make: Callable[..., V3Market | V4Market]
) -> tuple[Market, tuple[Contract, Contract]]:
    trader, provider = chain.actors("trader", "provider")
    one, other = sorted(
        (chain.deploy("PlainToken", name, 18) for name in ("One", "Other")),
        key=lambda token: int(token.address, 16),
    )
    venue = make(chain, (one, other), PRICE)
    spenders = [venue.payer] if isinstance(venue, V3Market) else [venue.swapper, venue.modifier]
    for spender in spenders:
        fund((one, other), [trader, provider], spender)
    return Market(venue, (one, other), trader, provider), (one, other)


def _peer_trading(make: Callable[..., V3Market | V4Market]) -> Callable[[NodeChain], Market]:
    def set_up(chain: NodeChain) -> Market:
        market, _ = _peer(chain, make)
        trade_in(market.venue, market.provider, market.trader)
        return market

    return set_up


def _peer_known_word(make: Callable[..., V3Market | V4Market]) -> Callable[[NodeChain], Market]:
    def set_up(chain: NodeChain) -> Market:
        market, _ = _peer(chain, make)
        chain.advance(BLOCK)
        market.venue.add(market.provider, *around(9), DEPTH)
        chain.advance(BLOCK)
        return market

    return set_up


V3_TRADING, V4_TRADING = _peer_trading(v3_market), _peer_trading(v4_market)
V3_KNOWN_WORD, V4_KNOWN_WORD = _peer_known_word(v3_market), _peer_known_word(v4_market)


def _stack(market: Market) -> PoolStack:
    if market.stack is None:
        raise TypeError("a peer's market has no stack of ours")
    return market.stack


def _swap(amount: int) -> Callable[[Market], Receipt]:
    def send(market: Market) -> Receipt:
        receipt: Receipt = market.venue.swap(market.trader, amount, a_for_b=True)
        return receipt

    return send


def _leave(part: int) -> Callable[[Market], Receipt]:
    def send(market: Market) -> Receipt:
        receipt: Receipt = market.venue.leave(market.provider, *around(0), DEPTH // part)
        return receipt

    return send


def _leave_and_collect(part: int) -> Callable[[Market], Receipt]:
    def send(market: Market) -> Receipt:
        market.venue.leave(market.provider, *around(0), DEPTH // part)
        receipt: Receipt = market.venue.collect(market.provider, *around(0))
        return receipt

    return send


def _add(market: Market) -> Receipt:
    receipt: Receipt = market.venue.add(market.provider, *around(1), DEPTH)
    return receipt


def _mint(market: Market) -> Receipt:
    receipt: Receipt = market.venue.mint(market.provider, *around(1), DEPTH)
    return receipt


def _path(market: Market) -> Receipt:
    hops = [(key, True, 0) for key in market.keys]
    deadline = market.venue.chain.timestamp + HOUR
    receipt: Receipt = _stack(market).pools.swapPathExactIn(
        hops, SMALL, 1, market.trader, deadline, 0, sender=market.trader
    )
    return receipt


def _create(market: Market) -> Receipt:
    one, other = market.tokens
    receipt: Receipt = _stack(market).pools.createPool(
        (one, other, 500, 10, 0), PRICE, sender=market.trader
    )
    return receipt


ALONE = (
    "a user's own call through the proxy, with slippage limit, deadline, payment by allowance and "
    "pause check; all guards off; OpenZeppelin ERC-20s known to be exact, whose holders hold both; "
    "price in the middle of a tick and word, ticks crossed before in both ways"
)
UNASKED = f"{ALONE}; nobody asked the pool for observations"


def _swapping(identifier: str, limit: int, amount: int, conditions: str) -> Operation:
    return Operation(
        id=identifier,
        limit=limit,
        conditions=conditions,
        ours=Subject(trading, _swap(amount)),
        peers={
            V3_NAME: Subject(V3_TRADING, _swap(amount)),
            V4_NAME: Subject(V4_TRADING, _swap(amount)),
        },
    )


def _leaving(identifier: str, limit: int, part: int, conditions: str) -> Operation:
    return Operation(
        id=identifier,
        limit=limit,
        conditions=conditions,
        ours=Subject(trading, _leave(part)),
        peers={
            V3_NAME: Subject(V3_TRADING, _leave(part)),
            V3_COLLECT: Subject(V3_TRADING, _leave_and_collect(part)),
            V4_NAME: Subject(V4_TRADING, _leave(part)),
        },
    )


OPERATIONS = (
    _swapping("pool.swap.one_tick.static", 95_000, SMALL, UNASKED),
    Operation(
        id="pool.swap.one_tick.dynamic",
        limit=100_000,
        conditions=f"{UNASKED}; the second's first swap, which samples the last one",
        ours=Subject(dynamic, _swap(SMALL)),
    ),
    _swapping("pool.swap.crossing.static", 114_000, CROSSING, f"{UNASKED}; one tick crossed"),
    Operation(
        id="pool.swap.crossing.observed",
        limit=120_000,
        conditions=f"{ALONE}; one tick crossed and one observation written over an older one",
        ours=Subject(observed, _swap(CROSSING)),
        peers={V3_NAME: Subject(V3_TRADING, _swap(CROSSING))},
    ),
    Operation(
        id="pool.swap.two_hops",
        limit=132_000,
        conditions=f"{UNASKED}; two pools, the token between them does not move",
        ours=Subject(two_pools, _path),
    ),
    Operation(
        id="pool.add.new_ticks",
        limit=180_000,
        conditions=f"{UNASKED}; before any swap, two new ticks in a known word, no token",
        ours=Subject(known_word, _add),
        peers={
            V3_NAME: Subject(V3_KNOWN_WORD, _add),
            V4_NAME: Subject(V4_KNOWN_WORD, _add),
        },
    ),
    Operation(
        id="pool.mint.new_ticks",
        limit=210_000,
        conditions=f"{UNASKED}; the same with its ERC-721, not the owner's first",
        ours=Subject(known_word, _mint),
    ),
    _leaving(
        "pool.remove.full",
        118_000,
        1,
        f"{UNASKED}; everything and all fees paid out at once, its ticks stay in use",
    ),
    _leaving("pool.remove.partial", 128_000, 2, f"{UNASKED}; half and all fees paid out at once"),
    Operation(
        id="pool.create",
        limit=100_000,
        conditions="anybody, through the proxy, two tokens known to be exact",
        ours=Subject(_ours, _create),
    ),
)
