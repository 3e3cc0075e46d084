"""Swaps, paths, round trips, time, observations and the protocol's part."""

from typing import Any

from hypothesis import strategies as st

from quantera.evm import Actor, Reverted
from quantera.gas.pool_stack import FOREVER, PARTIAL
from quantera.gas.settlement_stack import MAX_UINT
from quantera.liquidity.refusal import PoolRefusal
from quantera.liquidity.ticks import sqrt_price_at_tick
from quantera.liquidity.trades import Trade
from quantera.liquidity.words import MAX_UINT128
from tests.property.liquidity.base import (
    OFFSETS,
    PoolsStage,
    people,
    pools,
    refusal_of,
    rightfully,
)
from tests.property.machine import operation

sizes = st.one_of(
    st.sampled_from((0, 1, 2, 1000, 10**12, 10**15, 10**16, 5 * 10**16, 10**19)),
    st.integers(1, 10**17),
)
conditions = st.sampled_from(("plain", "plain", "plain", "partial", "limit", "tight", "late"))
shares = st.sampled_from((0, 0, 4, 7, 10, 3, 11))
trips = st.one_of(st.sampled_from((0, 10**19, 10**15)), st.integers(1, 10**17))


class Trading(PoolsStage):
    """Operations that move prices, and those on what pools remember beside positions."""

    def worked_out(
        self, pool: int, *, a_for_b: bool, amount: int, limit: int
    ) -> tuple[Trade | None, str | None]:
        """The twin's quote, or why there is none; the contract's must be the same (LPO-08)."""
        live, view = self.live[pool], self.contract.quoteSwap
        time = self.chain.timestamp
        asked = (self.keys[pool], a_for_b, amount, limit)
        try:
            trade = live.quote(a_for_b=a_for_b, amount=amount, limit=limit, time=time)
        except PoolRefusal as error:
            try:
                view(*asked)
            except Reverted as reverted:
                assert reverted.name == refusal_of(error), reverted
                return None, refusal_of(error)
            raise AssertionError("the contract quotes what the twin refuses") from error
        entered, left = amounts(trade)
        fee = live.fee(a_for_b=a_for_b, time=time)
        assert view(*asked) == (entered, left, trade.sqrt_price, fee)
        return trade, None

    @operation(
        actor=people,
        to=people,
        pool=pools,
        a_for_b=st.booleans(),
        amount=sizes,
        condition=conditions,
        stop=st.sampled_from(range(len(OFFSETS))),
    )
    def swap_in(self, actor: int, to: int, pool: int, **drawn: Any) -> None:
        """An exact amount enters."""
        self.trade(actor, to, pool, **drawn)

    @operation(
        actor=people,
        to=people,
        pool=pools,
        a_for_b=st.booleans(),
        amount=sizes,
        condition=conditions,
        stop=st.sampled_from(range(len(OFFSETS))),
    )
    def swap_out(self, actor: int, to: int, pool: int, *, amount: int, **drawn: Any) -> None:
        """An exact amount leaves."""
        self.trade(actor, to, pool, amount=-amount, **drawn)

    def trade(
        self,
        actor: int,
        to: int,
        pool: int,
        *,
        a_for_b: bool,
        amount: int,
        condition: str,
        stop: int,
    ) -> None:
        """A swap, as the twin says that it ends."""
        limited = condition in ("partial", "limit")
        limit = sqrt_price_at_tick(self.subjects[pool].ticks[stop]) if limited else 0
        trade, refusal = self.worked_out(pool, a_for_b=a_for_b, amount=amount, limit=limit)
        options = PARTIAL if condition == "partial" else 0
        request = self.stack.swapped(
            self.keys[pool],
            amount,
            self.actors[to],
            a_for_b=a_for_b,
            sqrtPriceLimitX96=limit,
            options=options,
        )
        if trade is not None:
            entered, left = amounts(trade)
            whole = entered == amount if amount > 0 else left == -amount
            if not whole and not options:
                refusal = "PartialFill"
            elif condition == "tight":
                request["amountLimit"] = left + 1 if amount > 0 else entered - 1
                refusal = "AmountLimitExceeded"
        refusal = self.shut(pool, actor, to) or refusal
        if condition == "late":
            request["deadline"], refusal = self.chain.timestamp - 1, "DeadlinePassed"
        receipt = self.send(self.contract.swap, request, sender=self.actors[actor], refusal=refusal)
        if receipt and trade is not None:
            assert receipt.return_value == amounts(trade)
            self.move(pool, amount, limit, a_for_b=a_for_b)

    def move(self, pool: int, amount: int, limit: int, *, a_for_b: bool) -> Trade:
        """The twin does what was quoted."""
        return self.live[pool].swap(
            a_for_b=a_for_b, amount=amount, limit=limit, time=self.chain.timestamp
        )

    @operation(
        actor=people,
        to=people,
        first=st.integers(0, 1),
        forth=st.booleans(),
        exact_in=st.booleans(),
        amount=sizes,
        condition=st.sampled_from(("plain", "plain", "broken", "tight", "late")),
    )
    def swap_path(
        self,
        actor: int,
        to: int,
        first: int,
        *,
        forth: bool,
        exact_in: bool,
        amount: int,
        condition: str,
    ) -> None:
        """From the first token to the third, or back."""
        order = (first, 2) if forth else (2, first)
        legs: list[tuple[int, bool]] = [(pool, forth) for pool in order]
        if condition == "broken":
            legs[1] = (legs[1][0], not forth)
        hops = [
            {"key": self.keys[pool], "aForB": a_for_b, "sqrtPriceLimitX96": 0}
            for pool, a_for_b in legs
        ]
        result, refusal = self.path_result(
            legs, amount, exact_in=exact_in, broken=condition == "broken"
        )
        pools_ = self.contract
        quote = pools_.quotePathExactIn if exact_in else pools_.quotePathExactOut
        function = pools_.swapPathExactIn if exact_in else pools_.swapPathExactOut
        if refusal is None:
            assert quote(hops, amount) == result
        else:
            try:
                quote(hops, amount)
            except Reverted as reverted:
                assert reverted.name == refusal
            else:
                raise AssertionError(f"quoted in spite of {refusal}")
        bound, deadline = 0 if exact_in else MAX_UINT, FOREVER
        if refusal is None and condition == "tight":
            bound, refusal = result + (1 if exact_in else -1), "AmountLimitExceeded"
        if condition == "late":
            deadline, refusal = self.chain.timestamp - 1, "DeadlinePassed"
        receipt = self.send(
            function,
            hops,
            amount,
            bound,
            self.actors[to],
            deadline,
            0,
            sender=self.actors[actor],
            refusal=refusal,
        )
        if not receipt:
            return
        assert receipt.return_value == result
        for pool, a_for_b in legs if exact_in else reversed(legs):
            trade = self.move(pool, amount if exact_in else -amount, 0, a_for_b=a_for_b)
            entered, left = amounts(trade)
            amount = left if exact_in else entered

    def path_result(
        self, legs: list[tuple[int, bool]], amount: int, *, exact_in: bool, broken: bool
    ) -> tuple[int, str | None]:
        """What leaves, or enters, or why the path is refused."""
        order = legs if exact_in else legs[::-1]
        for place, (pool, a_for_b) in enumerate(order):
            if broken and place == (1 if exact_in else 0):
                return 0, "PathBroken"
            asked = amount if exact_in else -amount
            try:
                trade = self.live[pool].quote(
                    a_for_b=a_for_b, amount=asked, limit=0, time=self.chain.timestamp
                )
            except PoolRefusal as error:
                return 0, refusal_of(error)
            entered, left = amounts(trade)
            if (entered if exact_in else left) != amount:
                return 0, "PartialFill"
            amount = left if exact_in else entered
        return amount, None

    @operation(
        actor=people, pool=pools, a_for_b=st.booleans(), amount=trips, exact_in=st.booleans()
    )
    def round_trip(
        self, actor: int, pool: int, *, a_for_b: bool, amount: int, exact_in: bool
    ) -> None:
        """There, and all of it back (LPO-06)."""
        who = self.actors[actor]
        asked = amount if exact_in else -amount
        trade, refusal = self.worked_out(pool, a_for_b=a_for_b, amount=asked, limit=0)
        if trade is not None and amounts(trade)[0 if exact_in else 1] != amount:
            refusal = "PartialFill"
        refusal = self.shut(pool, actor) or refusal
        request = self.stack.swapped(self.keys[pool], asked, who, a_for_b=a_for_b)
        there = self.send(self.contract.swap, request, sender=who, refusal=refusal)
        if not there:
            return
        paid, received = there.return_value
        self.move(pool, asked, 0, a_for_b=a_for_b)
        if not received:
            return
        request = self.stack.swapped(self.keys[pool], received, who, a_for_b=not a_for_b)
        back = self.send(self.contract.swap, request, sender=who, refusal=None)
        assert back is not None
        assert back.return_value[0] == received and back.return_value[1] <= paid
        self.move(pool, received, 0, a_for_b=not a_for_b)

    @operation(refusable=False, seconds=st.sampled_from((1, 12, 600, 3_600, 86_400)))
    def wait(self, seconds: int) -> None:
        self.chain.advance(seconds)
        self.look_at()

    @operation(pool=pools, actor=people, wanted=st.integers(0, 5), known=st.booleans())
    def grow(self, pool: int, actor: int, wanted: int, *, known: bool) -> None:
        """More observations; of a pool that does not exist, none."""
        receipt = self.send(
            self.contract.growObservations,
            self.subjects[pool].id if known else bytes(32),
            wanted,
            sender=self.actors[actor],
            refusal=None if known else "PoolUnknown",
        )
        if receipt:
            self.live[pool].grow(wanted, self.chain.timestamp)

    @operation(pool=pools, share_a=shares, share_b=shares, rightful=rightfully, actor=people)
    def protocol_share(
        self, pool: int, share_a: int, share_b: int, *, rightful: bool, actor: int
    ) -> None:
        odd = {share_a, share_b} & {3, 11}
        receipt = self.send(
            self.contract.setProtocolShare,
            self.keys[pool],
            share_a,
            share_b,
            sender=self.governor if rightful else self.actors[actor],
            refusal=self.unauthorized(rightful) or ("ProtocolShareOutOfRange" if odd else None),
        )
        if receipt:
            self.live[pool].pool.set_protocol_shares(share_a, share_b)

    @operation(
        pool=pools,
        most=st.tuples(*[st.sampled_from((0, 1, 10**10, MAX_UINT128))] * 2),
        rightful=st.booleans(),
        actor=people,
    )
    def collect_protocol(
        self, pool: int, most: tuple[int, int], *, rightful: bool, actor: int
    ) -> None:
        who: Actor = self.actors[actor]
        receipt = self.send(
            self.contract.collectProtocolFees,
            self.keys[pool],
            who,
            *most,
            sender=self.governor if rightful else who,
            refusal=self.unauthorized(rightful),
        )
        if receipt:
            assert receipt.return_value == self.live[pool].pool.collect_protocol(*most)

    def unauthorized(self, rightful: bool) -> str | None:
        """What the access manager answers to others."""
        return None if rightful else "AccessManagedUnauthorized"


def amounts(trade: Trade) -> tuple[int, int]:
    """Units that enter, and units that leave."""
    if trade.zero_for_one:
        return trade.amount0, -trade.amount1
    return trade.amount1, -trade.amount0
