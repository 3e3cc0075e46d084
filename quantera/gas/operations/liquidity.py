"""Pools: swaps, positions and creation, each as a user's own call with all its limits."""

from dataclasses import dataclass

from quantera.evm import Actor, Contract, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.pool_stack import DYNAMIC_FEE, PARTIAL, Key, PoolStack, deploy_pool_stack
from quantera.liquidity.ticks import sqrt_price_at_tick

FEE, SPACING = 3000, 60
WORD = 256 * SPACING
START = WORD // 2 + SPACING // 2
"""Middle of the first word's middle tick."""
PRICE = (sqrt_price_at_tick(START) + sqrt_price_at_tick(START + 1)) // 2
DEPTH = 10**22
PLENTY = 10**30
SMALL = 10**17
CROSSING = 4 * 10**19
"""Enough to leave the narrow range, which is some 0.3 % wide on each side, and not the wide one."""
MAX_INPUT = 10**25
BLOCK = 12
HOUR = 3600


def around(ticks: int) -> tuple[int, int]:
    """A range of so many spacings on each side of the start's tick."""
    base = START // SPACING * SPACING
    return base - ticks * SPACING, base + (ticks + 1) * SPACING


@dataclass(frozen=True)
class Market:
    """Pools in use, and a trader and a provider who hold both tokens."""

    stack: PoolStack
    tokens: tuple[Contract, ...]
    keys: tuple[Key, ...]
    trader: Actor
    provider: Actor

    def swap(self, amount: int, **changes: object) -> Receipt:
        """The trader's swap of A for B with every limit of its own."""
        deadline = self.stack.chain.timestamp + HOUR
        request = self.stack.swapped(
            self.keys[0],
            amount,
            self.trader,
            a_for_b=True,
            amountLimit=1,
            deadline=deadline,
            **changes,
        )
        receipt: Receipt = self.stack.pools.swap(request, sender=self.trader)
        return receipt


def _market(chain: NodeChain, modes: int = 0, pools: int = 1) -> Market:
    stack = deploy_pool_stack(chain)
    trader, provider = chain.actors("trader", "provider")
    made = [stack.token(f"Token {number}") for number in range(pools + 1)]
    tokens = sorted(made, key=lambda token: int(token.address, 16))
    stack.fund(tokens, [trader, provider], PLENTY)
    keys: list[Key] = []
    for one, other in zip(tokens, tokens[1:], strict=False):
        key = (one, other, FEE, SPACING, modes)
        stack.create(key, PRICE)
        keys.append(key)
    return Market(stack, tuple(tokens), tuple(keys), trader, provider)


def trading(chain: NodeChain, modes: int = 0, pools: int = 1) -> Market:
    """Pools with a wide position and two in one narrow range, traded in both ways, ticks crossed."""
    market = _market(chain, modes, pools)
    stack = market.stack
    for key in market.keys:
        for provider, width in ((market.provider, 9), (market.provider, 0), (market.trader, 0)):
            chain.advance(BLOCK)
            request = stack.added(key, *around(width), DEPTH)
            stack.pools.add(request, sender=provider)
        _there_and_back(market, key)
        position = stack.position_key(market.provider, key, *around(0))
        request = stack.removed(key, position, 0, market.provider)
        stack.pools.remove(request, sender=market.provider)
        _there_and_back(market, key)
    return market


def _there_and_back(market: Market, key: Key) -> None:
    """Leave the narrow range on both sides and come back to the start exactly."""
    lower, upper = around(0)
    out_below, out_above = sqrt_price_at_tick(lower - 9), sqrt_price_at_tick(upper + 9)
    for a_for_b, limit in ((True, out_below), (False, PRICE), (False, out_above), (True, PRICE)):
        request = market.stack.swapped(
            key,
            MAX_INPUT,
            market.trader,
            a_for_b=a_for_b,
            sqrtPriceLimitX96=limit,
            options=PARTIAL,
        )
        market.stack.chain.advance(BLOCK)
        market.stack.pools.swap(request, sender=market.trader)
    market.stack.chain.advance(BLOCK)


def dynamic(chain: NodeChain) -> Market:
    """The same with fees that follow the market."""
    return trading(chain, DYNAMIC_FEE)


def two_pools(chain: NodeChain) -> Market:
    """Three tokens, two pools."""
    return trading(chain, pools=2)


def new_pool(chain: NodeChain) -> Market:
    """A pool without liquidity."""
    return _market(chain)


def _path(market: Market) -> Receipt:
    hops = [(key, True, 0) for key in market.keys]
    receipt: Receipt = market.stack.pools.swapPathExactIn(
        hops,
        SMALL,
        1,
        market.trader,
        market.stack.chain.timestamp + HOUR,
        0,
        sender=market.trader,
    )
    return receipt


def _add(market: Market) -> Receipt:
    request = market.stack.added(
        market.keys[0],
        *around(1),
        DEPTH,
        maxA=PLENTY,
        maxB=PLENTY,
        deadline=market.stack.chain.timestamp + HOUR,
        sqrtPriceLowX96=PRICE - 1,
        sqrtPriceHighX96=PRICE + 1,
    )
    receipt: Receipt = market.stack.pools.add(request, sender=market.provider)
    return receipt


def _mint(market: Market) -> Receipt:
    request = market.stack.added(
        market.keys[0],
        *around(1),
        DEPTH,
        maxA=PLENTY,
        maxB=PLENTY,
        deadline=market.stack.chain.timestamp + HOUR,
        sqrtPriceLowX96=PRICE - 1,
        sqrtPriceHighX96=PRICE + 1,
    )
    receipt: Receipt = market.stack.pools.mint(request, market.provider, sender=market.provider)
    return receipt


def known_word(chain: NodeChain) -> Market:
    """A pool nobody has traded in, with one wide position whose ticks are in the same word."""
    market = _market(chain)
    request = market.stack.added(market.keys[0], *around(9), DEPTH)
    chain.advance(BLOCK)
    market.stack.pools.mint(request, market.provider, sender=market.provider)
    chain.advance(BLOCK)
    return market


def _remove(market: Market, part: int) -> Receipt:
    stack, key = market.stack, market.keys[0]
    position = stack.position_key(market.provider, key, *around(0))
    request = stack.removed(
        key,
        position,
        DEPTH // part,
        market.provider,
        minA=1,
        minB=1,
        deadline=stack.chain.timestamp + HOUR,
        sqrtPriceLowX96=1,
        sqrtPriceHighX96=2**160 - 1,
    )
    receipt: Receipt = stack.pools.remove(request, sender=market.provider)
    return receipt


def _create(market: Market) -> Receipt:
    one, other = market.tokens
    receipt: Receipt = market.stack.pools.createPool(
        (one, other, 500, 10, 0), PRICE, sender=market.trader
    )
    return receipt


ALONE = (
    "a user's own call through the proxy, with slippage limit, deadline, payment by allowance "
    " and pause check; all guards off; plain ERC-20s known to be exact, whose holders hold "
    "both; price in the middle of a tick and word"
)
OPERATIONS = (
    Operation(
        id="pool.swap.one_tick.static",
        limit=95_000,
        conditions=f"{ALONE}; not the block's first observation; fee growth of the input not zero",
        ours=Subject(trading, lambda market: market.swap(SMALL)),
    ),
    Operation(
        id="pool.swap.one_tick.dynamic",
        limit=100_000,
        conditions=f"{ALONE}; the second's first swap, which samples the last one",
        ours=Subject(dynamic, lambda market: market.swap(SMALL)),
    ),
    Operation(
        id="pool.swap.crossing.static",
        limit=114_000,
        conditions=f"{ALONE}; one tick crossed, one observation written over a used place",
        ours=Subject(trading, lambda market: market.swap(CROSSING)),
    ),
    Operation(
        id="pool.swap.two_hops",
        limit=132_000,
        conditions=f"{ALONE}; two pools, the token between them does not move",
        ours=Subject(two_pools, _path),
    ),
    Operation(
        id="pool.add.new_ticks",
        limit=180_000,
        conditions=f"{ALONE}; before any swap, two new ticks in a known word, no token",
        ours=Subject(known_word, _add),
    ),
    Operation(
        id="pool.mint.new_ticks",
        limit=210_000,
        conditions=f"{ALONE}; the same with its ERC-721, not the owner's first",
        ours=Subject(known_word, _mint),
    ),
    Operation(
        id="pool.remove.full",
        limit=118_000,
        conditions=f"{ALONE}; everything and all fees paid out at once, both ticks given up",
        ours=Subject(trading, lambda market: _remove(market, 1)),
    ),
    Operation(
        id="pool.remove.partial",
        limit=128_000,
        conditions=f"{ALONE}; half and all fees paid out at once",
        ours=Subject(trading, lambda market: _remove(market, 2)),
    ),
    Operation(
        id="pool.create",
        limit=100_000,
        conditions="anybody, through the proxy, two listed tokens",
        ours=Subject(new_pool, _create),
    ),
)
