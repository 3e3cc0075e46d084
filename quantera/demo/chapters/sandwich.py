"""Pools through a recorded fall of ether, and a sandwich around a buyer, with a guard and without.

Two pools are alike but for what is shown: one has a fixed fee and no guard, the other a fee that
follows the market and the sandwich guard. The same attack is tried on both.
"""

from dataclasses import dataclass
from math import isqrt
from typing import Any

from quantera.demo import market, wording
from quantera.demo.errors import DemoError
from quantera.demo.record import Series
from quantera.demo.released import Released
from quantera.demo.stage import Stage
from quantera.devnet.attached import AttachedChain
from quantera.evm import Actor, Contract, to_address
from quantera.gas.pool_stack import DYNAMIC_FEE, PARTIAL, Key, PoolStack

WHERE = "optimism"
FEE, SPACING = 500, 10
"""Millionths of the input, and the level that the dynamic fee is in proportion to; ticks."""
WIDTH = 6_000
"""Ticks of the range on each side of the first price."""
FIRST, LAST = 1_290, 1_316
"""Minutes of the recorded day, 21:30 to 21:56."""
UNIT = 10**18
DEPTH = 5_000_000 * UNIT
"""Dollars in the range, about as much in ether."""
LIQUID = 10**9 * UNIT
"""Of each token, for whoever trades."""
VICTIM, ATTACK = 150_000 * UNIT, 900_000 * UNIT
"""Dollars that the victim buys for, and that the attacker buys for before him."""
ATTACKER, BUYER, PROVIDER, ARBITRAGEUR = (
    "attacker",
    "buyer",
    "liquidity provider",
    "arbitrageur",
)
GWEI = 10**9
BPS = 100
"""Millionths in a basis point."""


@dataclass(frozen=True)
class Venue:
    """A pool of ether and dollars."""

    name: str
    stack: PoolStack
    key: Key
    id: bytes
    ether: Contract
    dollar: Contract

    @property
    def ether_is_a(self) -> bool:
        """Whether the price is dollars for an ether, or the other way round."""
        return to_address(self.key[0]) == self.ether.address

    def sqrt_price(self, price: market.Price) -> int:
        """Square root of a price as the pool has it, 64.96 fixed point."""
        return sqrt_price(price, ether_is_a=self.ether_is_a)

    def now(self) -> int:
        """Square root of the pool's price."""
        found: int = self.stack.pools.poolState(self.id).sqrtPriceX96
        return found

    def swap(self, amount: int, recipient: Actor, *, buys: bool, limit: int = 0) -> dict[str, Any]:
        """A swap that gives dollars for ether when it buys, with no regard to the price."""
        request: dict[str, Any] = self.stack.swapped(
            self.key,
            amount,
            recipient,
            a_for_b=buys is not self.ether_is_a,
            sqrtPriceLimitX96=limit,
            options=PARTIAL if limit else 0,
        )
        return request

    def fee(self) -> int:
        """What the next buyer of ether pays, millionths of the input."""
        a_for_b, b_for_a = self.stack.pools.nextFees(self.id)
        return int(b_for_a if self.ether_is_a else a_for_b)

    def held(self, account: Actor) -> tuple[int, int]:
        """Ether and dollars of an account."""
        return self.ether.balanceOf(account), self.dollar.balanceOf(account)


@dataclass(frozen=True)
class Pools:
    """The pools of this chapter, for what is checked at the end.

    Attributes:
        results: the attacker's on each, in dollars at the price before.
    """

    stack: PoolStack
    venues: tuple[Venue, ...]
    results: tuple[float, ...]


def tell(stage: Stage) -> None:
    """Let the price fall, and try the sandwich on both pools.

    Raises:
        DemoError: the guard did not keep the attacker from gaining.
    """
    stack = stage.take(Released).pools(WHERE)
    path = market.recorded(FIRST, LAST)
    fixed, guarded = _opened(stage, stack, path[0])
    _follow(stage, guarded, fixed, path)
    chain = stage.chains[WHERE]
    results = {venue.name: _sandwiched(stage, chain, venue) for venue in (fixed, guarded)}
    stage.hand_on(Pools(stack, (fixed, guarded), tuple(results.values())))
    stage.page.plot(
        "The attacker's result, valued at the price before",
        ("pool", "dollars"),
        [Series(name="dollars", x=(0.0, 1.0), y=tuple(results.values()), kind="bar")],
        labels=tuple(results),
    )
    if results[guarded.name] >= 0:
        raise DemoError(f"the attacker gained {results[guarded.name]:,.2f} dollars")


def sqrt_price(price: market.Price, *, ether_is_a: bool) -> int:
    """Square root of a price as pools have it, 64.96 fixed point, rounded down."""
    if ether_is_a:
        return isqrt((price.value << 192) // market.VALUE)
    return isqrt((market.VALUE << 192) // price.value)


def _opened(stage: Stage, stack: PoolStack, first: market.Price) -> tuple[Venue, Venue]:
    ether, dollar = stack.token("ether"), stack.token("dollar")
    people = [stage.funded(name) for name in (ATTACKER, BUYER, PROVIDER, ARBITRAGEUR)]
    stack.fund([ether, dollar], people, LIQUID)
    lower_first = int(ether.address, 16) < int(dollar.address, 16)
    tokens = (ether, dollar) if lower_first else (dollar, ether)
    made = []
    for name, modes in (("fixed fee", 0), ("dynamic fee, guarded", DYNAMIC_FEE)):
        key: Key = (*tokens, FEE, SPACING, modes)
        start = sqrt_price(first, ether_is_a=lower_first)
        venue = Venue(name, stack, key, stack.create(key, start), ether, dollar)
        made.append(venue)
        tick = stack.pools.poolState(venue.id).tick // SPACING * SPACING
        # Of one token at the middle of a wide range: L = amount of B over half the root's width.
        liquidity = liquidity_of(venue, start)
        added = stack.pools.add(
            stack.added(key, tick - WIDTH, tick + WIDTH, liquidity), sender=people[2]
        )
        stage.page.sent(f"add liquidity, {name}", WHERE, added)
    raised = stack.pools.raiseSandwichGuard(made[1].key, sender=stack.governor)
    stage.page.sent("raise the sandwich guard", WHERE, raised)
    return made[0], made[1]


def liquidity_of(venue: Venue, start: int) -> int:
    """Liquidity that holds about `DEPTH` dollars below or above the price, within the width."""
    # The root falls by a factor of 1.0001 ** (WIDTH / 2) to the range's end.
    kept = 1 - 1.0001 ** (-WIDTH / 2)
    per_root = (start << 32 if venue.ether_is_a else (1 << 224) // start) >> 32
    return int(DEPTH / kept) * 2**96 // per_root


def _follow(stage: Stage, guarded: Venue, fixed: Venue, path: list[market.Price]) -> None:
    """An arbitrageur moves both pools to each recorded price; the fee before each move is kept."""
    trader = stage.funded(ARBITRAGEUR)
    fees = []
    for price in path:
        guarded.stack.chain.advance(60)
        fees.append(guarded.fee() / BPS)
        for venue in (guarded, fixed):
            target, here = venue.sqrt_price(price), venue.now()
            if target != here:
                # A price that rises in the pool's own terms is bought with B.
                buys = (target > here) is venue.ether_is_a
                request = venue.swap(LIQUID // 10, trader, buys=buys, limit=target)
                venue.stack.pools.swap(request, sender=trader)
    minutes = tuple(price.minute / 60 for price in path)
    level = Series(name="fixed", x=(minutes[0], minutes[-1]), y=(FEE / BPS,) * 2, kind="level")
    stage.page.plot(
        f"The dynamic fee while ether fell on {market.DAY}",
        ("hour, UTC", "basis points"),
        [Series(name="dynamic", x=minutes, y=tuple(fees)), level],
    )
    stage.page.fact(
        "dynamic fee", f"{min(fees):.2f} to {max(fees):.2f} basis points, fixed {FEE / BPS:.2f}"
    )


def _sandwiched(stage: Stage, chain: AttachedChain, venue: Venue) -> float:
    """The attack in one block; the attacker's result in dollars at the price before."""
    attacker, buyer = stage.funded(ATTACKER), stage.funded(BUYER)
    stage.page.say(f"sandwich, {venue.name}")
    opening = venue.now()
    before, bought = venue.held(attacker), venue.ether.balanceOf(buyer)
    fair = venue.stack.pools.quoteSwap(venue.key, not venue.ether_is_a, VICTIM, 0).amountOut
    got = venue.stack.pools.quoteSwap(venue.key, not venue.ether_is_a, ATTACK, 0).amountOut
    sent = _one_block(
        chain,
        [
            (attacker, venue, venue.swap(ATTACK, attacker, buys=True)),
            (buyer, venue, venue.swap(VICTIM, buyer, buys=True)),
            (attacker, venue, venue.swap(got, attacker, buys=False)),
        ],
    )
    for name, receipt in zip(("buy before", "the buyer's swap", "sell after"), sent, strict=True):
        gas, transaction = int(receipt["gasUsed"], 16), receipt["transactionHash"]
        stage.page.operation(f"{name}, {venue.name}", WHERE, gas, transaction)
    after = venue.held(attacker)
    ether, dollars = (now - then for then, now in zip(before, after, strict=True))
    result = dollars + worth(ether, opening, ether_is_a=venue.ether_is_a)
    filled = venue.ether.balanceOf(buyer) - bought
    stage.page.fact(
        f"sandwich, {venue.name}",
        f"the attacker's result is {wording.amount(result, 18)} dollars; the buyer got "
        f"{wording.amount(filled, 18)} ether, alone {wording.amount(fair, 18)}",
    )
    stage.page.balance(f"attacker, {venue.name}", WHERE, "dollar", 18, (before[1], after[1]))
    return result / UNIT


def worth(ether: int, root: int, *, ether_is_a: bool) -> int:
    """Dollars for ether at a pool's price, rounded down."""
    if ether_is_a:
        return ether * root * root >> 192
    return (ether << 192) // (root * root)


def _one_block(
    chain: AttachedChain, swaps: list[tuple[Actor, Venue, dict[str, Any]]]
) -> list[dict[str, Any]]:
    """Sends swaps that a block takes in the order of what they offer for gas; their receipts.

    Raises:
        DemoError: they did not come into one block in this order.
    """
    chain.rpc("evm_setIntervalMining", 0)
    try:
        hashes = []
        for place, (sender, venue, request) in enumerate(swaps):
            call = {
                "from": str(sender),
                "to": venue.stack.pools.address,
                "input": "0x" + venue.stack.pools.swap.encode(request).hex(),
                "gas": hex(1_000_000),
                "gasPrice": hex((len(swaps) - place) * 10 * GWEI),
            }
            hashes.append(chain.rpc("eth_sendTransaction", call))
        chain.rpc("evm_mine")
    finally:
        chain.rpc("evm_setAutomine", True)
    receipts: list[dict[str, Any]] = [chain.rpc("eth_getTransactionReceipt", one) for one in hashes]
    places = [(one["blockNumber"], int(one["transactionIndex"], 16)) for one in receipts]
    # Relayers send on the same chain: what they send may stand between.
    together = len({block for block, _ in places}) == 1 and places == sorted(places)
    if not together or any(int(one["status"], 16) != 1 for one in receipts):
        raise DemoError(f"the three swaps are not one block's, in order: {places}")
    return receipts
