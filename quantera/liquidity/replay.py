"""All pools rebuilt from logs alone.

A swap's log tells what entered and left and where the price ended, so the twin does it again: by
the amount that entered, by the one that left, or by the price as its limit, whichever gives the
logged numbers. All of those that do give the same state, since each step's fee follows from the
amounts and the prices.

Guards leave logs of their own: what they held back of a swap, and what young liquidity lost. A swap
of which something was held back across a tick is refused: how it was shared out there is not told.
Batches, loans, and settings that move nothing are passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from quantera.liquidity.live import LivePool
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.words import MAX_UINT128

DYNAMIC_FEE = 1
LONGEST_TOKEN_ID = (1 << 64) - 1
ZERO_ADDRESS = f"0x{0:040x}"
ANY = 1 << 254
"""More than any pool can take."""


class Logged(Protocol):
    """A decoded log of the pools."""

    @property
    def name(self) -> str:
        """The event's name."""
        ...

    @property
    def args(self) -> Mapping[str, Any]:
        """Its arguments by name."""
        ...


class ReplayError(ValueError):
    """The logs do not fit the state that the logs before them gave."""


@dataclass(frozen=True)
class Terms:
    """What a pool is.

    Attributes:
        token_a: the token with the lower address.
        token_b: the other.
        number: what positions know the pool by.
        fee: its key's fee, in millionths.
        spacing: spacing of ticks.
        modes: bits of its key.
        flags: bits that it started with.
    """

    token_a: str
    token_b: str
    number: int
    fee: int
    spacing: int
    modes: int
    flags: int


@dataclass
class Replay:
    """Pools, positions and owners as of the last log.

    Attributes:
        terms: of each pool, by id.
        pools: each pool, by id.
        owners: of each position, by name: the token's owner, or the account.
        exact: tokens known to move just what they are told to.
    """

    terms: dict[bytes, Terms] = field(default_factory=dict)
    pools: dict[bytes, LivePool] = field(default_factory=dict)
    owners: dict[bytes, str] = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)
    _held_back: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    _forfeited: dict[bytes, Mapping[str, Any]] = field(default_factory=dict)
    _due: dict[bytes, tuple[int, int]] = field(default_factory=dict)

    def apply(self, logs: Sequence[Logged], time: int) -> None:
        """Take in the pools' logs of one transaction, in their order; others are passed over.

        Raises:
            ReplayError: they do not follow from the state.
        """
        for log in logs:
            arguments = log.args
            match log.name:
                case "PoolCreated":
                    self._create(arguments, time)
                case "TokenExactnessSet":
                    token = arguments["token"]
                    (self.exact.add if arguments["exact"] else self.exact.discard)(token)
                case "Transfer":
                    self._hand_on(arguments)
                case _ if arguments.get("id") in self.pools:
                    self._of_a_pool(log.name, arguments, time)

    def owned(self, account: str) -> list[bytes]:
        """Names of an account's positions."""
        return [name for name, owner in self.owners.items() if owner == account]

    def _create(self, told: Mapping[str, Any], time: int) -> None:
        identifier = told["id"]
        terms = Terms(
            told["tokenA"],
            told["tokenB"],
            told["number"],
            told["feePips"],
            told["tickSpacing"],
            told["modes"],
            told["flags"],
        )
        self.terms[identifier] = terms
        pool = LivePool(
            terms.fee,
            terms.spacing,
            told["sqrtPriceX96"],
            time,
            dynamic=bool(terms.modes & DYNAMIC_FEE),
        )
        self.pools[identifier] = pool
        _agree("tick of a new pool", pool.pool.tick, told["tick"])

    def _hand_on(self, told: Mapping[str, Any]) -> None:
        name = told["id"].to_bytes(32)
        if told["to"] != ZERO_ADDRESS:
            self.owners[name] = told["to"]
            return
        del self.owners[name]
        for pool in self.pools.values():
            if name in pool.places:
                pool.end(name)

    def _remove(self, pool: LivePool, told: Mapping[str, Any], time: int) -> None:
        name, liquidity = told["position"], told["liquidity"]
        amounts = pool.leave(name, liquidity, time) if pool.position(name).liquidity else (0, 0)
        _agree("worth of liquidity", amounts, (told["amountA"], told["amountB"]))
        if lost := self._forfeited.pop(name, None):
            pool.share(lost["amountA"], lost["amountB"], to_protocol=not lost["shared"])

    def _end(self, pool: LivePool, name: bytes) -> None:
        record = pool.position(name)
        self._due[name] = record.owed0, record.owed1
        pool.end(name)
        if int.from_bytes(name) > LONGEST_TOKEN_ID:
            del self.owners[name]

    def _collect(self, pool: LivePool, told: Mapping[str, Any]) -> None:
        name, amounts = told["position"], (told["amountA"], told["amountB"])
        due = self._due.pop(name, None)
        _agree("what is paid", pool.collect(name, *amounts) if due is None else due, amounts)

    def _of_a_pool(self, event: str, told: Mapping[str, Any], time: int) -> None:
        pool = self.pools[told["id"]]
        match event:
            case "SwapHeldBack":
                self._held_back[told["id"]] = told["amountIn"], told["amountOut"]
            case "Swapped":
                _swap(pool, told, time, self._held_back.pop(told["id"], (0, 0)))
            case "ProtocolShareSet":
                pool.pool.set_protocol_shares(told["shareA"], told["shareB"])
            case "ProtocolFeesCollected":
                amounts = told["amountA"], told["amountB"]
                _agree("protocol's fees", pool.pool.collect_protocol(*amounts), amounts)
            case "ProtocolFeesDistributed":
                paid = sum(told[part] for part in ("toTreasury", "toPartner", "toInsurance"))
                ofs = (paid, 0) if told["token"] == self.terms[told["id"]].token_a else (0, paid)
                _agree("protocol's fees", pool.pool.collect_protocol(*ofs), ofs)
            case "ObservationsGrown":
                pool.grow(told["afterwards"], time)
            case "EarlyExitPeriodSet":
                pool.youth = told["period"]
            case _:
                self._of_a_position(event, pool, told, time)

    def _of_a_position(
        self, event: str, pool: LivePool, told: Mapping[str, Any], time: int
    ) -> None:
        match event:
            case "FeesForfeited":
                self._forfeited[told["position"]] = told
            case "LiquidityRemoved":
                self._remove(pool, told, time)
            case "PositionEnded":
                self._end(pool, told["position"])
            case "LiquidityAdded":
                self._add(pool, told, time)
            case "Collected":
                self._collect(pool, told)
            case "RangeChanged":
                pool.collect(told["before"], MAX_UINT128, MAX_UINT128)
            case "Compounded":
                amounts = told["amountA"], told["amountB"]
                _agree("what is compounded", pool.collect(told["position"], *amounts), amounts)

    def _add(self, pool: LivePool, told: Mapping[str, Any], time: int) -> None:
        name, lower, upper = told["position"], told["tickLower"], told["tickUpper"]
        old = pool.places.get(name)
        moved = old is not None and (old.lower, old.upper) != (lower, upper)
        owed = pool.position(name)
        paid = pool.enter(name, lower, upper, told["liquidity"], time)
        _agree("price of liquidity", paid, (told["amountA"], told["amountB"]))
        if moved and old is not None:
            del pool.pool.positions[name, old.lower, old.upper]
            pool.position(name).owe(owed.owed0, owed.owed1)
        if int.from_bytes(name) > LONGEST_TOKEN_ID:
            self.owners[name] = told["sender"]


def _swap(pool: LivePool, told: Mapping[str, Any], time: int, held_back: tuple[int, int]) -> None:
    change_a, change_b, price = told["amountA"], told["amountB"], told["sqrtPriceX96"]
    # An input may buy nothing, so the other amount does not tell the direction: the price does.
    a_for_b = change_a > 0 or change_b < 0
    if change_a == change_b == 0:
        a_for_b = price < pool.pool.sqrt_price
    entered, left = (change_a, change_b) if a_for_b else (change_b, change_a)
    entered, left = entered - held_back[0], left - held_back[1]
    ofs = (entered, left) if a_for_b else (left, entered)
    expected = *ofs, price, told["tick"], told["liquidity"]
    # One that its limit ended may have asked for any more.
    for amount, limit in ((entered, 0), (left, 0), (ANY, price)):
        try:
            trade = pool.quote(
                a_for_b=a_for_b, amount=amount, limit=limit, time=time, fee=told["feePips"]
            )
        except PoolRefusal:
            continue
        found = trade.amount0, trade.amount1, trade.sqrt_price, trade.tick, trade.liquidity
        if found == expected:
            pool.swap(a_for_b=a_for_b, amount=amount, limit=limit, time=time, fee=told["feePips"])
            if any(held_back) and trade.crossings:
                raise ReplayError(f"held back across a tick: {dict(told)}")
            pool.share(*(held_back if a_for_b else held_back[::-1]))
            return
    raise ReplayError(f"no swap gives {dict(told)}")


def _agree(what: str, found: object, told: object) -> None:
    if found != told:
        raise ReplayError(f"{what}: the logs tell {told}, their state gives {found}")
