"""Contracts, twins and what all operations on the pools share."""

import copy
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from quantera.evm import Actor, AddressLike, Receipt
from quantera.evm.contract import Function
from quantera.gas.pool_stack import DYNAMIC_FEE, PERMISSIONED, Key, in_order, pools_beside
from quantera.gas.settlement_stack import MAX_UINT
from quantera.gas.token_stack import DAY, deploy_stack, record
from quantera.liquidity.live import LivePool
from quantera.liquidity.refusal import PoolRefusal, Reason
from quantera.liquidity.replay import Replay
from quantera.liquidity.ticks import sqrt_price_at_tick
from quantera.liquidity.words import MAX_UINT128
from tests.property.liquidity.reading import LONGEST_TOKEN_ID, Reader, Reading, Subject
from tests.property.machine import ChainMachine

NAMES = ("anna", "bert", "cleo", "dora")
FUNDS = 10**30
DEPTH = 10**18
TERMS = (
    (0, 1, 3000, 60, 0),
    (0, 1, 0, 200, 0),
    (1, 2, 500, 60, DYNAMIC_FEE),
    (1, 3, 3000, 60, PERMISSIONED),
)
"""Places of both tokens, fee, spacing and modes of each pool; the fourth token is regulated."""
CLOSED = 3
"""The pool that is for verified holders alone: dora never is one, and cleo not for long."""
VERIFIED = {2: 2 * DAY, 3: -1}
"""Seconds for which some are verified; the others are for ever."""
OFFSETS = (-40, -9, -1, 0, 1, 5, 11, 40)
"""Ticks in use, in spacings; the widest range is there from the beginning."""
CHECKED_A, CHECKED_B = 4, 8
TOO_MUCH = 10**36
"""More liquidity than a tick may carry."""

people = st.sampled_from(range(len(NAMES)))
pools = st.sampled_from(range(len(TERMS)))
places = st.integers(0, 60)
rightfully = st.sampled_from((True, True, True, True, False))
"""Whether an operation comes from who may do it."""
ends = st.sampled_from(range(len(OFFSETS)))
ranges = st.tuples(ends, ends)
liquidities = st.sampled_from((0, 1, 10**9, 10**15, 10**17, 3 * 10**17, 10**18, TOO_MUCH))
moods = st.sampled_from(("plain", "plain", "plain", "plain", "plain", "tight", "late"))
"""Plainly, with limits that are not met, or after the deadline."""

REFUSALS = {
    Reason.AMOUNT_ZERO: "AmountZero",
    Reason.PRICE_LIMIT: "PriceLimitOutOfRange",
    Reason.TICK_ORDER: "RangeInvalid",
    Reason.TICK_MISALIGNED: "RangeInvalid",
    Reason.NO_LIQUIDITY_GIVEN: "LiquidityZero",
    Reason.LIQUIDITY_PER_TICK: "LiquidityPerTickExceeded",
    Reason.LIQUIDITY_BELOW_ZERO: "LiquidityMissing",
    Reason.EMPTY_POSITION: "LiquidityZero",
    Reason.PROTOCOL_SHARE: "ProtocolShareOutOfRange",
}


def refusal_of(error: PoolRefusal) -> str:
    """The contract's error for the twin's reason."""
    return REFUSALS[error.reason]


class PoolsStage(ChainMachine):
    """The model is a twin of each pool, who owns what, and the ledger that the logs give."""

    live: list[LivePool]
    owners: dict[bytes, int]
    homes: dict[bytes, int]
    ledger: list[list[int]]
    replay: Replay

    def deploy(self) -> None:
        issued = deploy_stack(self.chain)
        self.stack = pools_beside(issued)
        self.contract = self.stack.pools
        made = [self.stack.token(name) for name in ("One", "Two", "Three")]
        self.tokens = sorted(made, key=lambda token: int(token.address, 16))
        self.actors: list[Actor] = list(self.chain.actors(*NAMES))
        self.governor = self.stack.governor
        maker = self.chain.actor("maker")
        self.stack.fund(self.tokens, [*self.actors, maker], FUNDS)
        self.tokens.append(issued.token)
        self.begun = self.chain.timestamp
        for place, who in enumerate([*self.actors, maker]):
            issued.token.approve(self.contract, MAX_UINT, sender=who)
            if self.admitted(place):
                facts = {}
                if place in VERIFIED:
                    facts = {"valid_until": self.begun + VERIFIED[place]}
                issued.enter([who], [record(self.chain.actor(f"identity {place}"), **facts)])
                issued.token.mint(who, FUNDS, sender=issued.agent)
        self.first: list[LivePool] = []
        self.first_replay = Replay()
        self.first_ledger = [[0, 0] for _ in TERMS]
        self.keys: list[Key] = []
        self.subjects: list[Subject] = []
        self.first_positions: list[bytes] = []
        self.first_owned: dict[bytes, tuple[int, int]] = {}
        for number, (a, b, fee, spacing, modes) in enumerate(TERMS):
            pair = in_order(self.tokens[a], self.tokens[b])
            self._open(number, (*pair, fee, spacing, modes), maker)
        for actor in range(len(NAMES)):
            self._settle(actor)
        for place in range(len(TERMS)):
            self._trade(place, maker)
        probe = self.chain.deploy("ViewConcatenationProbe", sender=maker)
        # Where each pool's tokens are among all.
        self.sides = [
            sorted((a, b), key=lambda at: int(self.tokens[at].address, 16)) for a, b, *_ in TERMS
        ]
        self.reader = Reader(probe, self.contract, self.tokens, self.subjects)

    def _open(self, place: int, key: Key, maker: Actor) -> None:
        _, _, fee, spacing, modes = key
        price = sqrt_price_at_tick(spacing // 2) + 7
        time = self.chain.timestamp
        created = self.contract.createPool(key, price, sender=maker)
        pool = LivePool(fee, spacing, price, time, dynamic=bool(modes & DYNAMIC_FEE))
        ticks = tuple(offset * spacing for offset in OFFSETS)
        identifier: bytes = created.return_value[0]
        self.keys.append(key)
        self.first.append(pool)
        # What enters of a token that is not known to be exact is measured.
        checked = [key[side] == self.tokens[-1] for side in (0, 1)]
        flags = modes | CHECKED_A * checked[0] | CHECKED_B * checked[1]
        self.subjects.append(Subject(identifier, place + 1, ticks, flags, int(place == CLOSED)))
        name = self.stack.position_key(maker, key, ticks[0], ticks[-1])
        self.first_positions.append(name)
        added = self.contract.add(self.stack.added(key, ticks[0], ticks[-1], DEPTH), sender=maker)
        pool.enter(name, ticks[0], ticks[-1], DEPTH, time)
        self._take_in(created, added)

    def _settle(self, actor: int) -> None:
        """An actor's first positions: a token, one that is no token, an empty token, and a token
        among verified holders.
        """
        who, time = self.actors[actor], self.chain.timestamp
        places_of = [actor % 3, (actor + 1) % 3, (actor + 2) % 3]
        places_of += [CLOSED] * self.admitted(actor)
        for number, place in enumerate(places_of):
            key, live = self.keys[place], self.first[place]
            lower, upper = self.subjects[place].ticks[1], self.subjects[place].ticks[-2]
            request = self.stack.added(key, lower, upper, DEPTH // 10)
            if number == 1:
                receipt = self.contract.add(request, sender=who)
                name = self.stack.position_key(who, key, lower, upper)
            else:
                receipt = self.contract.mint(request, who, sender=who)
                name = receipt.return_value[0].to_bytes(32)
            live.enter(name, lower, upper, DEPTH // 10, time)
            self.first_owned[name] = actor, place
            self._take_in(receipt)
            if number == 2:
                request = self.stack.removed(key, name, DEPTH // 10, who)
                self._take_in(self.contract.remove(request, sender=who))
                live.leave(name, DEPTH // 10, time)
                live.collect(name, MAX_UINT128, MAX_UINT128)
                live.end(name)

    def _trade(self, place: int, maker: Actor) -> None:
        """Fees for those who are there."""
        for down in (True, False):
            size = DEPTH // 100
            request = self.stack.swapped(self.keys[place], size, maker, a_for_b=down)
            self._take_in(self.contract.swap(request, sender=maker))
            self.first[place].swap(a_for_b=down, amount=size, limit=0, time=self.chain.timestamp)

    def _take_in(self, *receipts: Receipt) -> None:
        for receipt in receipts:
            self.first_replay.apply(receipt.events.of(self.contract), receipt.timestamp)
            self._book(self.first_ledger, receipt)

    def start(self) -> None:
        self.live = copy.deepcopy(self.first)
        self.replay = copy.deepcopy(self.first_replay)
        self.ledger = copy.deepcopy(self.first_ledger)
        # Nobody among the actors owns the widest positions.
        self.owners = dict.fromkeys(self.first_positions, len(NAMES))
        self.homes = {name: place for place, name in enumerate(self.first_positions)}
        for name, (owner, place) in self.first_owned.items():
            self.owners[name], self.homes[name] = owner, place
        self.tokens_made = sum(is_token(name) for name in self.owners)
        self.known: list[bytes] = list(self.owners)
        self.remembered: list[tuple[int, int, int, int]] = []
        self.current: Reading | None = None
        self.words: dict[bytes, tuple[int, ...]] = {}
        self.may_change: set[bytes] = set()
        self.touched = set(range(len(TERMS)))
        self.owed: dict[int, tuple[int, int]] = {}
        self.steps_seen = 0

    # ------------------------------------------------------------------ how operations act

    def send(
        self,
        function: Function,
        *arguments: Any,
        sender: AddressLike,
        refusal: str | None,
    ) -> Receipt | None:
        """As `act`; takes in what the logs tell."""
        by = next((at for at, actor in enumerate(self.actors) if actor == sender), None)
        self.may_change |= {name for name, owner in self.owners.items() if owner == by}
        receipt = self.act(function, *arguments, sender=sender, refusal=refusal)
        if receipt is not None:
            events = receipt.events.of(self.contract)
            self.replay.apply(events, receipt.timestamp)
            self._book(self.ledger, receipt)
            ids = [event.args.get("id") for event in events]
            self.look_at(*(at for at, each in enumerate(self.subjects) if each.id in ids))
        return receipt

    def look_at(self, *pools_: int) -> None:
        """Pools that a step touched, and one more, so that each is looked at soon.

        Nothing is read after a refusal, which leaves nothing behind.
        """
        self.touched |= {*pools_, self.steps_seen % len(TERMS)}

    def _begin(self, name: str, arguments: Mapping[str, Any]) -> int:
        self.current, self.steps_seen = None, self.steps_seen + 1
        self.touched = set()
        return super()._begin(name, arguments)

    def _book(self, ledger: list[list[int]], receipt: Receipt) -> None:
        """What each pool received less what it paid, by the logs."""
        ids = [subject.id for subject in self.subjects]
        for event in receipt.events.of(self.contract):
            found = event.args.get("id")
            if found not in ids:
                continue
            pool = ledger[ids.index(found)]
            match event.name:
                case "Swapped" | "LiquidityAdded":
                    change = event.amountA, event.amountB
                case "Collected" | "ProtocolFeesCollected" | "Compounded":
                    change = -event.amountA, -event.amountB
                case "RangeChanged":
                    added = receipt.events.of(self.contract).one("LiquidityAdded")
                    change = event.changeA - added.amountA, event.changeB - added.amountB
                case _:
                    continue
            pool[0] += change[0]
            pool[1] += change[1]

    # ------------------------------------------------------------------ what operations ask

    def reading(self) -> Reading:
        """The pools that this step touched, and one more, with their positions, as they are now."""
        if self.current is None:
            self.current = self.read(self.touched)
        return self.current

    def read(self, places_: set[int]) -> Reading:
        """Some pools, and their positions."""
        return self.reader.read(
            places_, [name for name in self.known if self.homes[name] in places_]
        )

    def ticks(self, pool: int, ends_at: tuple[int, int]) -> tuple[int, int]:
        """Ticks of a range, most often in order; misaligned where both ends are the same."""
        if sum(ends_at) % 7:
            ends_at = min(ends_at), max(ends_at)
        lower, upper = (self.subjects[pool].ticks[end] for end in ends_at)
        return (lower, upper + 1) if lower == upper else (lower, upper)

    def name(self, actor: int, pool: int, lower: int, upper: int) -> bytes:
        """Name of an actor's position that is no token."""
        owner = self.actors[actor]
        found: bytes = self.stack.position_key(owner, self.keys[pool], lower, upper)
        return found

    def pick(self, place: int, actor: int, *, rightful: bool) -> tuple[bytes, int, int]:
        """A position, its pool and who acts: an owner on what is there, or anybody on anything."""
        found = self.known
        if rightful:
            own = [name for name in found if self.owners.get(name, len(NAMES)) < len(NAMES)]
            found = [name for name in own if name in self.live[self.homes[name]].places] or found
        name = found[place % len(found)]
        owner = self.owners.get(name, actor)
        return name, self.homes[name], owner if rightful and owner < len(NAMES) else actor

    def tokens_known(self) -> list[bytes]:
        """Every token that there ever was."""
        return [name for name in self.known if is_token(name)]

    def know(self, name: bytes, owner: int, pool: int) -> None:
        """A position came into being."""
        self.owners[name], self.homes[name] = owner, pool
        if name not in self.known:
            self.known.append(name)

    def control(self, name: bytes, actor: int) -> str | None:
        """Why an actor may not act on a position."""
        if name not in self.live[self.homes[name]].places:
            return "PositionUnknown"
        return None if self.owners[name] == actor else "PositionNotAllowed"

    def admitted(self, actor: int) -> bool:
        """Whether an actor is a verified holder now."""
        return actor not in VERIFIED or self.chain.timestamp <= self.begun + VERIFIED[actor]

    def shut(self, pool: int, *actors: int) -> str | None:
        """What a pool says where one of those is not admitted to it."""
        out = pool == CLOSED and not all(map(self.admitted, actors))
        return "NotAdmitted" if out else None

    def deadline(self, mood: str) -> dict[str, int]:
        """A deadline that is over, or none."""
        return {"deadline": self.chain.timestamp - 1} if mood == "late" else {}


def is_token(name: bytes) -> bool:
    """Whether a position is a token."""
    return int.from_bytes(name) <= LONGEST_TOKEN_ID
