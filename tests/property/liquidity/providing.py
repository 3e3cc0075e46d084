"""Operations on positions."""

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from quantera.evm import Receipt
from quantera.liquidity.live import LivePool
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.words import MAX_UINT128
from tests.property.liquidity.base import (
    CLOSED,
    PoolsStage,
    is_token,
    liquidities,
    moods,
    people,
    places,
    pools,
    ranges,
    refusal_of,
    rightfully,
)
from tests.property.machine import operation

NOBODY = f"0x{0:040x}"
parts = st.sampled_from(("nothing", "one", "half", "all", "all", "more"))
caps = st.sampled_from((0, 1, 10**12, MAX_UINT128, MAX_UINT128))


class Entry(NamedTuple):
    """Liquidity that is to be added, and with what limits."""

    name: bytes
    pool: int
    lower: int
    upper: int
    liquidity: int
    mood: str


class Providing(PoolsStage):
    """Adding, taking out, collecting, moving, compounding, handing on and closing."""

    @operation(actor=people, pool=pools, ends_at=ranges, liquidity=liquidities, mood=moods)
    def add(
        self, actor: int, pool: int, ends_at: tuple[int, int], liquidity: int, mood: str
    ) -> None:
        lower, upper = self.ticks(pool, ends_at)
        name = self.name(actor, pool, lower, upper)
        receipt = self.enter(
            Entry(name, pool, lower, upper, liquidity, mood),
            lambda request: (self.contract.add, request),
            actor,
            self.shut(pool, actor),
        )
        if receipt:
            self.know(name, actor, pool)

    @operation(
        actor=people, to=people, pool=pools, ends_at=ranges, liquidity=liquidities, mood=moods
    )
    def mint(
        self, actor: int, to: int, pool: int, *, ends_at: tuple[int, int], liquidity: int, mood: str
    ) -> None:
        lower, upper = self.ticks(pool, ends_at)
        name = (self.tokens_made + 1).to_bytes(32)
        # Units of a regulated token come from who is verified, or not at all.
        actor = to if pool == CLOSED else actor
        owner = self.actors[to]
        receipt = self.enter(
            Entry(name, pool, lower, upper, liquidity, mood),
            lambda request: (self.contract.mint, request, owner),
            actor,
            self.shut(pool, to),
        )
        if receipt:
            self.tokens_made += 1
            assert receipt.return_value[0] == self.tokens_made
            self.know(name, to, pool)

    @operation(
        actor=people,
        place=places,
        liquidity=liquidities,
        mood=moods,
        rightful=rightfully,
    )
    def increase(
        self, actor: int, place: int, liquidity: int, mood: str, *, rightful: bool
    ) -> None:
        tokens = self.tokens_known()
        if rightful:
            tokens = [each for each in tokens if self.live[self.homes[each]].places.get(each)]
        if not tokens:
            return
        name = tokens[place % len(tokens)]
        pool = self.homes[name]
        actor = self.owners.get(name, actor) if rightful else actor
        found = self.live[pool].places.get(name)
        lower, upper = found[:2] if found else self.ticks(pool, (2, 5))
        self.enter(
            Entry(name, pool, lower, upper, liquidity, mood),
            lambda request: (self.contract.increase, request, int.from_bytes(name)),
            actor,
            refusal=self.control(name, actor) or self.shut(pool, actor),
        )

    def enter(
        self,
        entry: Entry,
        call: Callable[[Any], tuple[Any, ...]],
        actor: int,
        refusal: str | None = None,
    ) -> Receipt | None:
        """Adds as the twin says that it ends."""
        name, pool, lower, upper, liquidity, mood = entry
        trial, paid = self.tried(
            pool, lambda live: live.enter(name, lower, upper, liquidity, self.chain.timestamp)
        )
        limits: dict[str, int] = self.deadline(mood)
        if refusal is None and mood == "late":
            refusal = "DeadlinePassed"
        off = lower > upper or (upper - lower) % self.live[pool].pool.spacing
        if refusal is None and liquidity and off:
            refusal = "RangeInvalid"
        if refusal is None and isinstance(paid, str):
            refusal = paid
        elif refusal is None and mood == "tight":
            limits = {"maxA": max(paid[0] - 1, 0), "maxB": max(paid[1] - 1, 0)}
            refusal = "AmountsOutOfBounds"
        request = self.stack.added(self.keys[pool], lower, upper, liquidity, **limits)
        function, *arguments = call(request)
        receipt = self.send(function, *arguments, sender=self.actors[actor], refusal=refusal)
        if receipt:
            assert receipt.return_value[-2:] == paid
            self.live[pool] = trial
        return receipt

    def tried(self, pool: int, does: Callable[[LivePool], Any]) -> tuple[LivePool, Any]:
        """A copy of the pool after something, and what that returned, or why it is refused."""
        trial = copy.deepcopy(self.live[pool])
        try:
            return trial, does(trial)
        except PoolRefusal as error:
            return trial, refusal_of(error)

    @operation(
        place=places,
        part=parts,
        actor=people,
        pay=st.booleans(),
        mood=moods,
        rightful=rightfully,
    )
    def remove(
        self, place: int, part: str, actor: int, mood: str, *, pay: bool, rightful: bool
    ) -> None:
        """Out to the owner, or to nobody: then it is owed."""
        name, pool, actor = self.pick(place, actor, rightful=rightful)
        held = self.live[pool].position(name).liquidity
        sizes = {"nothing": 0, "one": 1, "half": held // 2, "all": held, "more": held + 1}
        liquidity = sizes[part]
        refusal = "DeadlinePassed" if mood == "late" else self.control(name, actor)
        trial, worth = self.live[pool], (0, 0)
        if refusal is None:
            time = self.chain.timestamp
            trial, worth = self.tried(pool, lambda live: live.leave(name, liquidity, time))
            if isinstance(worth, str):
                refusal = worth
        limits = self.deadline(mood)
        if mood == "tight":
            limits = {"minA": worth[0] + 1} if refusal is None else {}
            refusal = refusal or "AmountsOutOfBounds"
        if pay:
            refusal = refusal or self.shut(pool, actor)
        who = self.actors[actor]
        request = self.stack.removed(
            self.keys[pool], name, liquidity, who if pay else NOBODY, **limits
        )
        receipt = self.send(self.contract.remove, request, sender=who, refusal=refusal)
        if not receipt:
            return
        self.live[pool] = trial
        if pay:
            worth = trial.collect(name, MAX_UINT128, MAX_UINT128)
            if liquidity == held:
                trial.end(name)
        assert receipt.return_value == worth

    @operation(place=places, actor=people, most=st.tuples(caps, caps), rightful=rightfully)
    def collect(self, place: int, actor: int, most: tuple[int, int], *, rightful: bool) -> None:
        name, pool, actor = self.pick(place, actor, rightful=rightful)
        refusal = self.control(name, actor) or self.shut(pool, actor)
        who = self.actors[actor]
        receipt = self.send(
            self.contract.collect, self.keys[pool], name, who, *most, sender=who, refusal=refusal
        )
        if receipt:
            assert receipt.return_value == self.live[pool].collect(name, *most)

    @operation(
        place=places,
        actor=people,
        ends_at=ranges,
        liquidity=st.sampled_from((0, 0, 0, 1, 10**15, 10**17)),
        mood=moods,
        rightful=rightfully,
    )
    def change_range(
        self,
        place: int,
        actor: int,
        ends_at: tuple[int, int],
        liquidity: int,
        mood: str,
        *,
        rightful: bool,
    ) -> None:
        name, pool, actor = self.pick(place, actor, rightful=rightful)
        lower, upper = self.ticks(pool, ends_at)
        token = is_token(name)
        after = name if token else self.name(actor, pool, lower, upper)
        refusal = "DeadlinePassed" if mood == "late" else self.shut(pool, actor)
        if refusal is None and (lower > upper or (upper - lower) % self.live[pool].pool.spacing):
            refusal = "RangeInvalid"
        refusal = refusal or self.control(name, actor)
        trial, moved = self.live[pool], (0, 0, 0)
        if refusal is None:
            time = self.chain.timestamp
            trial, moved = self.tried(
                pool, lambda live: live.move(name, (lower, upper), liquidity, time, new_name=after)
            )
            if isinstance(moved, str):
                refusal = moved
        limits = self.deadline(mood)
        if mood == "tight":
            # At least one unit more must be left than is.
            limits = {"minB": max(-moved[2], 0) + 1} if refusal is None else {}
            refusal = refusal or "AmountsOutOfBounds"
        who = self.actors[actor]
        request = {
            "key": self.keys[pool],
            "position": name,
            "tickLower": lower,
            "tickUpper": upper,
            "liquidity": liquidity,
            "maxA": MAX_UINT128,
            "maxB": MAX_UINT128,
            "minA": 0,
            "minB": 0,
            "sqrtPriceLowX96": 0,
            "sqrtPriceHighX96": 0,
            "recipient": who,
            "deadline": 2**64,
            **limits,
        }
        receipt = self.send(self.contract.changeRange, request, sender=who, refusal=refusal)
        if receipt:
            assert receipt.return_value == moved
            self.live[pool] = trial
            self.know(after, actor if not token else self.owners[name], pool)

    @operation(
        place=places,
        actor=people,
        mood=moods,
        rightful=rightfully,
    )
    def compound(self, place: int, actor: int, mood: str, *, rightful: bool) -> None:
        name, pool, actor = self.pick(place, actor, rightful=rightful)
        refusal = "DeadlinePassed" if mood == "late" else self.control(name, actor)
        trial, done = self.live[pool], (0, 0, 0)
        if refusal is None:
            time = self.chain.timestamp
            trial, done = self.tried(pool, lambda live: live.compound(name, time))
            if isinstance(done, str):
                assert done == "LiquidityZero"
                refusal = "LiquidityTooSmall"
        least = 0
        if mood == "tight" and refusal is None:
            least, refusal = done[0] + 1, "LiquidityTooSmall"
        deadline = self.deadline(mood).get("deadline", 2**64)
        receipt = self.send(
            self.contract.compound,
            self.keys[pool],
            name,
            least,
            0,
            0,
            deadline,
            sender=self.actors[actor],
            refusal=refusal,
        )
        if receipt:
            assert receipt.return_value == done
            self.live[pool] = trial

    def holds(self, name: bytes) -> bool:
        """Whether a position has liquidity, or something is owed to it."""
        record = self.live[self.homes[name]].position(name)
        return bool(record.liquidity or record.owed0 or record.owed1)

    @operation(place=places, actor=people, to=people, rightful=st.booleans())
    def transfer(self, place: int, actor: int, to: int, *, rightful: bool) -> None:
        tokens = [name for name in self.tokens_known() if name in self.owners]
        if not tokens:
            return
        name = tokens[place % len(tokens)]
        owner = self.owners[name]
        actor = owner if rightful else actor
        home = self.homes[name]
        # One that stands for nothing any more may go to anybody.
        shut = self.shut(home, to) if name in self.live[home].places else None
        receipt = self.send(
            self.contract.transferFrom,
            self.actors[owner],
            self.actors[to],
            int.from_bytes(name),
            sender=self.actors[actor],
            refusal=shut or (None if actor == owner else "NotOwnerNorApproved"),
        )
        if receipt:
            self.owners[name] = to
            self.look_at(self.homes[name])

    @operation(place=places, actor=people, rightful=st.sampled_from((True, True, False)))
    def close(self, place: int, actor: int, *, rightful: bool) -> None:
        # One that is not there is asked for, too.
        tokens = [*self.tokens_known(), (10**6).to_bytes(32)]
        empty = [name for name in self.owners if is_token(name) and not self.holds(name)]
        if rightful and empty:
            tokens = empty
        name = tokens[place % len(tokens)]
        owner = self.owners.get(name)
        actor = owner if rightful and owner is not None else actor
        refusal = None
        if owner is None:
            refusal = "PositionUnknown"
        elif owner != actor:
            refusal = "PositionNotAllowed"
        else:
            refusal = "PositionNotEmpty" if self.holds(name) else None
        receipt = self.send(
            self.contract.close,
            int.from_bytes(name),
            sender=self.actors[actor],
            refusal=refusal,
        )
        if receipt:
            live = self.live[self.homes[name]]
            if name in live.places:
                live.end(name)
            self.look_at(self.homes[name])
            del self.owners[name]
