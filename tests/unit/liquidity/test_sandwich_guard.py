"""The sandwich guard: nobody gets a better price than the block's first on the way back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Receipt, expect_revert
from quantera.gas.pool_stack import PARTIAL, Key
from quantera.liquidity.ticks import sqrt_price_at_tick
from tests.unit.liquidity.conftest import DEPTH, FEE, PRICE, SPACING, TICK, Market, told
from tests.unit.liquidity.guarding import MILLION, price_of, same_block, switch, to_tick, worth

AMOUNT = 10**18
OPENING = price_of(PRICE)


@pytest.fixture
def guarded(market: Market) -> Market:
    switch(market, "raiseSandwichGuard")
    market.stack.chain.advance(12)
    return market


def natural(market: Market, amount: int, *, down: bool, limit: int = 0) -> tuple[int, int]:
    """What a swap comes to without the guard."""
    with market.stack.chain.rollback():
        switch(market, "lowerSandwichGuard")
        receipt = market.swap(amount, a_for_b=down, sqrtPriceLimitX96=limit, options=PARTIAL)
    entered, left = receipt.return_value
    return entered, left


def most_out(entered: int, *, down: bool) -> int:
    """Units that the opening price gives, rounded down once; the contract rounds down thrice."""
    net = Fraction(entered * (MILLION - FEE), MILLION)
    return int(net * OPENING if down else net / OPENING)


def least_in(left: int, *, down: bool) -> int:
    net = left / OPENING if down else left * OPENING
    return -int(-net * MILLION // (MILLION - FEE))


def held_back(receipt: Receipt) -> tuple[int, int]:
    found = [event for event in receipt.events if event.name == "SwapHeldBack"]
    return (found[0].args["amountIn"], found[0].args["amountOut"]) if found else (0, 0)


def test_the_first_swap_of_a_block_sets_the_opening_price(guarded: Market) -> None:
    chain, pools = guarded.stack.chain, guarded.pools
    guarded.swap(AMOUNT, a_for_b=False)
    moved = pools.poolState(guarded.id).sqrtPriceX96
    assert pools.openingPrice(guarded.id) == PRICE
    same_block(guarded)
    guarded.swap(AMOUNT, a_for_b=False)
    assert pools.openingPrice(guarded.id) == PRICE
    chain.mine()
    assert pools.openingPrice(guarded.id) == pools.poolState(guarded.id).sqrtPriceX96 > moved
    switch(guarded, "lowerSandwichGuard")
    assert pools.openingPrice(guarded.id) == pools.poolState(guarded.id).sqrtPriceX96


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("share", [1, 2, 7])
def test_exact_in_on_the_way_back(guarded: Market, share: int, *, down: bool) -> None:
    """LPO-40."""
    bought = guarded.swap(AMOUNT, a_for_b=not down).return_value[1]
    amount = bought // share
    same_block(guarded)
    _, without = natural(guarded, amount, down=down)
    before = guarded.pools.poolState(guarded.id)
    receipt = guarded.swap(amount, a_for_b=down)
    entered, left = receipt.return_value
    assert entered == amount
    assert 0 <= most_out(amount, down=down) - left <= 2
    assert left < without
    assert held_back(receipt) == (0, without - left)
    # What was held back is growth of fees in the token that leaves; what entered paid its own fee.
    after = guarded.pools.poolState(guarded.id)
    grown = (
        (after.feeGrowthB - before.feeGrowthB) if down else (after.feeGrowthA - before.feeGrowthA)
    )
    assert grown == ((without - left) << 128) // after.liquidity
    change = (amount, -left) if down else (-left, amount)
    assert told(receipt, "Swapped")[2:4] == change


@pytest.mark.parametrize("down", [True, False])
def test_exact_out_on_the_way_back(guarded: Market, *, down: bool) -> None:
    """LPO-40."""
    guarded.swap(2 * AMOUNT, a_for_b=not down)
    same_block(guarded)
    without, _ = natural(guarded, -AMOUNT, down=down)
    before = guarded.pools.poolState(guarded.id)
    receipt = guarded.swap(-AMOUNT, a_for_b=down)
    entered, left = receipt.return_value
    assert left == AMOUNT
    assert 0 <= entered - least_in(AMOUNT, down=down) <= 2
    assert held_back(receipt) == (entered - without, 0)
    after = guarded.pools.poolState(guarded.id)
    grown = (
        (after.feeGrowthA - before.feeGrowthA) if down else (after.feeGrowthB - before.feeGrowthB)
    )
    fee = Fraction(without * FEE, MILLION)
    assert abs(Fraction(grown * after.liquidity, 1 << 128) - fee - (entered - without)) < 3


@pytest.mark.parametrize("down", [True, False])
def test_onwards_is_as_without(guarded: Market, *, down: bool) -> None:
    for _ in range(3):
        expected = natural(guarded, AMOUNT, down=down)
        receipt = guarded.swap(AMOUNT, a_for_b=down)
        assert receipt.return_value == expected
        assert held_back(receipt) == (0, 0)
        same_block(guarded)


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("exact_in", [True, False])
def test_beyond_the_opening_price_the_swap_is_its_own(
    guarded: Market, *, down: bool, exact_in: bool
) -> None:
    """LPO-40: only the part that leads back is settled at the opening price."""
    guarded.swap(AMOUNT, a_for_b=not down)
    amount = 3 * AMOUNT if exact_in else -3 * AMOUNT
    same_block(guarded)
    whole_in, whole_out = natural(guarded, amount, down=down)
    part_in, part_out = natural(guarded, amount, down=down, limit=PRICE)
    receipt = guarded.swap(amount, a_for_b=down)
    entered, left = receipt.return_value
    more, less = held_back(receipt)
    assert (entered, left) == (whole_in + more, whole_out - less)
    if exact_in:
        assert more == 0
        assert 0 <= less - (part_out - most_out(part_in, down=down)) <= 2
    else:
        assert less == 0
        assert 0 <= more - (least_in(part_out, down=down) - part_in) <= 2
    # It is past the opening price now: the way back leads the other way.
    same_block(guarded)
    back = guarded.swap(AMOUNT // 10, a_for_b=not down)
    assert held_back(back)[1] > 0
    assert back.return_value[1] <= most_out(AMOUNT // 10, down=not down)


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize(
    "amount", [1, 1000, AMOUNT // 3, 3 * AMOUNT, -1, -1000, -AMOUNT, -3 * AMOUNT]
)
def test_quotes_know_it(guarded: Market, amount: int, *, down: bool) -> None:
    """LPO-41, LPO-08."""
    guarded.add(-60, 60, DEPTH)
    for first in (10**17, 2 * AMOUNT):
        guarded.swap(first, a_for_b=not down)
        same_block(guarded)
        number = guarded.stack.chain.block_number + 1
        for limit in (0, sqrt_price_at_tick(TICK), sqrt_price_at_tick(-100 if down else 160)):
            quoted = guarded.pools.quoteSwap(guarded.key, down, amount, limit, block_number=number)
            with guarded.stack.chain.rollback():
                receipt = guarded.swap(
                    amount, a_for_b=down, sqrtPriceLimitX96=limit, options=PARTIAL
                )
                after = guarded.pools.poolState(guarded.id)
            assert quoted == (*receipt.return_value, after.sqrtPriceX96, FEE)


def test_slippage_limits_see_what_is_held_back(guarded: Market) -> None:
    guarded.swap(AMOUNT, a_for_b=False)
    same_block(guarded)
    _, without = natural(guarded, AMOUNT // 2, down=True)
    with expect_revert("AmountLimitExceeded"):
        guarded.swap(AMOUNT // 2, a_for_b=True, amountLimit=without)


STRETCHES = ((-600, 660), (0, 60), (60, 120), (120, 240), (-120, 0))


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("exact_in", [True, False])
@pytest.mark.parametrize("stop", [0, 10, -90])
def test_each_gets_back_what_it_gave(
    guarded: Market, stop: int, *, down: bool, exact_in: bool
) -> None:
    """LPO-41: over several stretches of liquidity, as far as the opening price and beyond it."""
    pools, key = guarded.pools, guarded.key
    for place, stretch in enumerate(STRETCHES[1:]):
        guarded.add(*stretch, (place + 1) * DEPTH)
    chain = guarded.stack.chain
    chain.advance(12)
    far = 200 if down else -100
    to_tick(guarded, far)
    names = [guarded.position(*stretch) for stretch in STRETCHES]
    sizes = [DEPTH, *((place + 1) * DEPTH for place in range(len(STRETCHES) - 1))]

    def holdings() -> list[tuple[int, int]]:
        pairs = zip(names, sizes, strict=True)
        return [pools.quoteRemove(key, name, size) for name, size in pairs]

    def fees(place: int) -> Fraction:
        return Fraction(pools.feesOf(key, names[place])[int(down == exact_in)])

    def back_to(limit: int) -> Receipt:
        amount = 10**21 if exact_in else -(10**21)
        return guarded.swap(amount, a_for_b=down, sqrtPriceLimitX96=limit, options=PARTIAL)

    end = sqrt_price_at_tick(TICK + stop if down else TICK - stop)
    with chain.rollback():
        # Fees of the swap itself, to be told from what is held back.
        switch(guarded, "lowerSandwichGuard")
        back_to(end)
        usual = [fees(place) for place in range(len(names))]
    before = holdings()
    with chain.rollback():
        # As far as the opening price, holdings tell what each gave beyond it.
        back_to(end if stop > 0 else PRICE)
        after = holdings()
    same_block(guarded)
    receipt = back_to(end)
    assert sum(held_back(receipt)) > 0
    total = Fraction(0)
    for place, (was, now) in enumerate(zip(before, after, strict=True)):
        lost = (was[0] - now[0]) * OPENING + was[1] - now[1]
        # In B; where A was held back, in A.
        expected = lost if down == exact_in else lost / OPENING
        if not exact_in:
            expected = expected * MILLION / (MILLION - FEE)
        got = fees(place) - usual[place]
        assert abs(got - expected) < 10
        total += got
    assert abs(total - sum(held_back(receipt))) < 20
    # All of it can leave: nothing was promised twice.
    for name, size in zip(names, sizes, strict=True):
        guarded.remove(name, size, guarded.bob)
    assert max(guarded.balances(guarded.pools)) < 100


def test_a_way_through_an_empty_stretch(guarded: Market) -> None:
    """LPO-41: the price has left all liquidity, and who gave has it all the same."""
    key: Key = (guarded.token_a, guarded.token_b, FEE, 10, 0)
    guarded.stack.create(key, PRICE)
    guarded.add(0, 60, DEPTH, key=key)
    guarded.add(-300, -200, DEPTH, key=key)
    switch(guarded, "raiseSandwichGuard", key=key)
    above, below = sqrt_price_at_tick(100), sqrt_price_at_tick(-100)
    guarded.swap(DEPTH, a_for_b=False, key=key, sqrtPriceLimitX96=above, options=PARTIAL)
    same_block(guarded)
    receipt = guarded.swap(DEPTH, a_for_b=True, key=key, sqrtPriceLimitX96=below, options=PARTIAL)
    state = guarded.pools.poolState(guarded.pools.poolId(key))
    assert (state.liquidity, state.protocolFeesA, state.protocolFeesB) == (0, 0, 0)
    name = guarded.stack.position_key(guarded.bob, key, 0, 60)
    _, held = held_back(receipt)
    assert held > 0
    assert guarded.pools.feesOf(key, name)[1] >= held
    guarded.remove(name, DEPTH, guarded.bob, key=key)


@pytest.mark.parametrize("seconds", [0, 1])
@pytest.mark.parametrize("shares_number", [True, False])
def test_a_block_is_its_number_and_its_time(
    guarded: Market, seconds: int, *, shares_number: bool
) -> None:
    """Under Arbitrum's clock many blocks have one number, and several one time."""
    bought = guarded.swap(AMOUNT, a_for_b=False).return_value[1]
    opened = guarded.pools.poolState(guarded.id).sqrtPriceX96
    if shares_number:
        same_block(guarded)
    guarded.stack.chain.advance(seconds)
    back = guarded.swap(bought // 2, a_for_b=True)
    one_block = shares_number and seconds == 0
    assert bool(held_back(back)[1]) == one_block
    assert guarded.pools.openingPrice(guarded.id) == (PRICE if one_block else opened)


SWAPS = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.integers(1, 19), st.booleans()),
    min_size=2,
    max_size=8,
)


@given(SWAPS)
def test_no_swap_gains_at_the_blocks_opening_price(
    market_session: Market, swaps: list[tuple[bool, bool, int, bool]]
) -> None:
    """LPO-40: whatever happened in the block before, by whomever."""
    market = market_session
    with market.stack.chain.rollback():
        switch(market, "raiseSandwichGuard")
        market.add(0, 60, DEPTH)
        market.stack.chain.advance(12)
        for place, (down, exact_in, power, is_alice) in enumerate(swaps):
            if place:
                same_block(market)
            who = market.alice if is_alice else market.bob
            before = worth(market, who, OPENING)
            amount = 10**power if exact_in else -(10**power)
            market.swap(amount, a_for_b=down, sender=who, options=PARTIAL)
            assert worth(market, who, OPENING) <= before


def sandwich(
    market: Market, overshoot: int = 0, trap: tuple[int, int] | None = None
) -> tuple[int, int]:
    """An attacker's and his victim's change in B after a sandwich within 1 % of slippage.

    With `overshoot`, the attacker sells more than he bought and buys it back in the next block.
    With `trap`, he provides very much in that range while he sells.
    """
    attacker, victim = market.alice, market.stack.chain.actor("victim")
    market.stack.fund((market.token_a, market.token_b), [victim], 10**21)
    market.stack.chain.advance(12)
    wanted, stake = 2 * AMOUNT, 45 * AMOUNT // 100
    expected = market.pools.quoteSwap(market.key, False, wanted, 0)[1]
    before = market.balances(attacker)
    bought = market.swap(stake, a_for_b=False, sender=attacker).return_value[1]
    same_block(market)
    received = market.swap(
        wanted, a_for_b=False, sender=victim, amountLimit=expected * 99 // 100
    ).return_value[1]
    same_block(market)
    if trap:
        market.add(*trap, 1000 * DEPTH, sender=attacker)
        same_block(market)
    market.swap(bought + overshoot, a_for_b=True, sender=attacker)
    if trap:
        same_block(market)
        caught = market.position(*trap, attacker)
        market.remove(caught, 1000 * DEPTH, attacker, sender=attacker)
        # What the trap has bought of his own units has to be sold, too.
        same_block(market)
        market.swap(market.balances(attacker)[0] - before[0], a_for_b=True, sender=attacker)
    if overshoot:
        market.stack.chain.advance(12)
        market.swap(-overshoot, a_for_b=False, sender=attacker)
    after = market.balances(attacker)
    assert after[0] == before[0]
    return after[1] - before[1], received - expected


@pytest.mark.parametrize("overshoot", [0, AMOUNT])
def test_a_sandwich_pays_without_the_guard_and_costs_with_it(
    market: Market, overshoot: int
) -> None:
    with market.stack.chain.rollback():
        profit, harm = sandwich(market, overshoot)
        assert profit > 0
        assert harm < 0
    switch(market, "raiseSandwichGuard")
    fees = market.pools.feesOf(market.key, market.position(-600, 660))
    loss, _ = sandwich(market, overshoot)
    assert loss < 0
    after = market.pools.feesOf(market.key, market.position(-600, 660))
    # What the attacker would have taken is the providers'.
    assert after[1] - fees[1] > profit


@pytest.mark.parametrize("trap", [(420, 480), (480, 540), (360, 600)])
def test_what_is_held_back_cannot_be_caught(market: Market, trap: tuple[int, int]) -> None:
    """LPO-41: liquidity gets back what it gave, wherever on the way it stands."""
    switch(market, "raiseSandwichGuard")
    loss, _ = sandwich(market, trap=trap)
    assert loss < 0


def test_only_where_it_is_on(guarded: Market) -> None:
    key: Key = (guarded.token_a, guarded.token_b, FEE, 2 * SPACING, 0)
    guarded.stack.create(key, PRICE)
    guarded.add(-600, 600, DEPTH, key=key)
    bought = guarded.swap(AMOUNT, a_for_b=False, key=key).return_value[1]
    same_block(guarded)
    receipt = guarded.swap(bought, a_for_b=True, key=key)
    assert held_back(receipt) == (0, 0)
    assert to_tick(guarded, 0).events
