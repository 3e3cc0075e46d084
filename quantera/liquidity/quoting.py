"""Swaps and paths quoted twice: by the twin of what a node tells, and by the contract on it."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from quantera.evm.errors import Reverted
from quantera.liquidity.live import LivePool
from quantera.liquidity.node import PoolKey
from quantera.liquidity.refusal import PoolRefusal, Reason


class QuoteError(Exception):
    """Why there is no quote, in a sentence."""


class PoolViews(Protocol):
    """What a quote needs of a node."""

    time: int

    def view(self, name: str, *arguments: Any) -> Any:
        """What a view of the contract answers."""
        ...

    def pool(self, key: PoolKey) -> LivePool | None:
        """The twin of a pool."""
        ...


class Leg(NamedTuple):
    """A pool of a path, and the direction through it."""

    key: PoolKey
    a_for_b: bool


class Quote(NamedTuple):
    """What a swap would come to.

    Attributes:
        entered: units that enter the first pool.
        left: units that leave the last.
        fees: of each pool in the order of the path, in millionths.
        sqrt_price: after a swap in one pool, Q64.96; nothing for a path.
    """

    entered: int
    left: int
    fees: tuple[int, ...]
    sqrt_price: int | None = None


class Comparison(NamedTuple):
    """A quote by both; a refusal stands for the quote of whoever refuses."""

    twin: Quote | str
    contract: Quote | str

    @property
    def equal(self) -> bool:
        """Whether both say the same; the contract tells no fees of a path."""
        twin, contract = self.twin, self.contract
        if isinstance(twin, str) or isinstance(contract, str):
            return isinstance(twin, str) and isinstance(contract, str)
        return twin == (contract if contract.fees else contract._replace(fees=twin.fees))


def path(keys: Sequence[PoolKey], pay: str) -> list[Leg]:
    """Directions through pools in a row, where `pay` enters the first.

    Raises:
        QuoteError: a pool does not have the token that the one before it gives.
    """
    token, legs = pay.lower(), []
    for key in keys:
        tokens = key.token_a.lower(), key.token_b.lower()
        if token not in tokens:
            raise QuoteError(f"{token} is no token of the pool of {' and '.join(tokens)}")
        a_for_b = token == tokens[0]
        legs.append(Leg(key, a_for_b))
        token = tokens[1] if a_for_b else tokens[0]
    if len({leg.key for leg in legs}) < len(legs):
        raise QuoteError("a path that comes through one pool twice cannot be quoted")
    return legs


def compare(node: PoolViews, legs: Sequence[Leg], amount: int, limit: int = 0) -> Comparison:
    """Both quotes.

    Args:
        node: where the pools are.
        legs: one pool or more.
        amount: units that enter, or, negative, units that leave.
        limit: square root of price, Q64.96, at which a swap in one pool stops; 0 for none.

    Raises:
        QuoteError: there is no such pool, or a limit for more than one.
    """
    if limit and len(legs) > 1:
        raise QuoteError("a price limit is for one pool")
    pools = [node.pool(leg.key) for leg in legs]
    known = [pool for pool in pools if pool is not None]
    if len(known) < len(pools):
        missing = legs[pools.index(None)].key
        raise QuoteError(f"there is no such pool: {', '.join(map(str, missing))}")
    twin: Quote | str
    contract: Quote | str
    try:
        twin = _by_twin(known, legs, amount, limit, node.time)
    except PoolRefusal as error:
        twin = str(error)
    try:
        contract = _by_contract(node, legs, amount, limit)
    except Reverted as reverted:
        contract = str(reverted)
    return Comparison(twin, contract)


def _by_twin(
    pools: Sequence[LivePool], legs: Sequence[Leg], amount: int, limit: int, time: int
) -> Quote:
    steps = list(zip(pools, legs, strict=True))
    exact_in, fees = amount > 0, []
    if not exact_in:
        steps.reverse()
    asked, first, last, price = amount, 0, 0, 0
    for place, (pool, leg) in enumerate(steps):
        fee = pool.fee(a_for_b=leg.a_for_b, time=time)
        trade = pool.quote(a_for_b=leg.a_for_b, amount=asked, limit=limit, time=time)
        entered, left = sorted((trade.amount0, trade.amount1), reverse=True)
        whole = entered == asked if exact_in else left == asked
        if len(steps) > 1 and not whole:
            raise PoolRefusal(Reason.PRICE_LIMIT)
        if place == 0:
            first = entered if exact_in else -left
        fees.append(fee)
        last, price = (-left if exact_in else entered), trade.sqrt_price
        asked = -left if exact_in else -entered
    if not exact_in:
        fees.reverse()
        first, last = last, first
    return Quote(first, last, tuple(fees), price if len(steps) == 1 else None)


def _by_contract(node: PoolViews, legs: Sequence[Leg], amount: int, limit: int) -> Quote:
    if len(legs) == 1:
        key, a_for_b = legs[0]
        entered, left, price, fee = node.view("quoteSwap", key, a_for_b, amount, limit)
        return Quote(entered, left, (fee,), price)
    hops = [{"key": key, "aForB": a_for_b, "sqrtPriceLimitX96": 0} for key, a_for_b in legs]
    if amount > 0:
        return Quote(amount, node.view("quotePathExactIn", hops, amount), ())
    return Quote(node.view("quotePathExactOut", hops, -amount), -amount, ())
