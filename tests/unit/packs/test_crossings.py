"""Units that leave for another chain or arrive: the short way and the general one agree."""

from collections.abc import Iterator
from typing import Any

import pytest

from quantera.compliance.lots import ChainLot, LotKey
from quantera.compliance.moments import DAY
from quantera.evm import ZERO_ADDRESS, Actor, Receipt, expect_revert
from quantera.gas.token_stack import countries, record
from tests.stacks.token import rule_settings
from tests.unit.packs.market import Market, moved, open_market
from tests.unit.packs.test_lots import TODAY, other

ANN = 10
IDENTITY = "0x000000000000000000000000000000000000000A"
CROSSCHAIN_MINT, CROSSCHAIN_BURN = 5, 6
COUNTRY, RESTRICTED, TICKET, SUPPLY, BALANCE, VOLUME, EXHAUSTED = 19, 20, 22, 23, 24, 31, 37
SANCTIONS_HOLD, CUSTODIAN = 2, 16
GERMANY, FRANCE = 276, 250
OLD = LotKey(TODAY - 100, "issuer", "506c")


@pytest.fixture(scope="module")
def market_session() -> Market:
    return open_market()


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        market_session.at(TODAY * DAY)
        market_session.setups.clear()
        market_session.__dict__.pop("_bridge", None)
        market_session.keep_lots()
        yield market_session


def run(market: Market, *rules: int, volume: int = 0, here: int | None = None) -> None:
    """Rules with a limit per day, of which this chain gets all or a part."""
    share = volume if here is None else here
    market.stack.configure(
        rule_settings(
            rules,
            windowVolume=volume,
            windowLength=DAY,
            allotments=[(5, 0, share)] if share else [],
        )
    )


def leave(market: Market, ann: Actor, amount: int) -> tuple[Any, Receipt]:
    """What the token answers, which the engine's preview allows (CMP-01), and what it tells."""
    token = market.stack.token
    assert market.preview(CROSSCHAIN_BURN, ann, None, amount) == 0
    said = token.burnLeaving.simulate(ann, amount, sender=market.stack.bridge)
    return said, token.burnLeaving(ann, amount, sender=market.stack.bridge)


def outcome(market: Market, ann: Actor, lots: list[int], amounts: list[int]) -> list[Any]:
    """All that departures answer, tell and leave behind."""
    stack, found = market.stack, list[Any]()
    with stack.chain.rollback():
        for n, units in enumerate(lots):
            market.issue_lot(ann, units, "506c", on=(TODAY + n) * DAY)
        for amount in amounts:
            said, receipt = leave(market, ann, amount)
            told = [(event.name, tuple(event.args.values())) for event in receipt.events]
            held = stack.engine.positionOf(stack.token, IDENTITY)
            found.append((said, told, held, market.lots(ANN), stack.token.balanceOf(ann)))
    return found


@pytest.mark.parametrize("volume", [False, True])
@pytest.mark.parametrize(
    ("lots", "amounts"),
    [
        ([9], [4, 3]),
        ([9], [9]),
        ([9], [8, 1]),
        ([5, 7], [5, 7]),
        ([5, 7], [6]),
        ([5, 7, 3], [4, 8, 3]),
    ],
)
def test_both_ways_agree(market: Market, lots: list[int], amounts: list[int], volume: bool) -> None:
    """CMP-01, LOT-01: a smallest ticket of nothing refuses nobody, but is asked in general."""
    ann = market.enter(other(ANN))
    limits = {"volume": 100} if volume else {}
    run(market, *([VOLUME] if volume else []), **limits)
    short = outcome(market, ann, lots, amounts)
    with market.stack.chain.rollback():
        run(market, TICKET, *([VOLUME] if volume else []), here=0, **limits)
        general = outcome(market, ann, lots, amounts)
    assert [without_version(one) for one in short] == [without_version(one) for one in general]


def without_version(one: tuple[Any, ...]) -> tuple[Any, ...]:
    """Without the number of the rule set, which the two do not share."""
    said, told, *rest = one
    version = ((1 << 32) - 1) << 128
    kept = [
        (name, (*values[:-1], values[-1] & ~version) if name == "TransferDecision" else values)
        for name, values in told
    ]
    return (said, kept, *rest)


def test_tells_the_lot_the_decision_and_the_burn(market: Market) -> None:
    run(market, VOLUME, volume=100)
    ann = market.enter(other(ANN))
    market.issue_lot(ann, 9, "506c")
    key = LotKey(TODAY, "issuer", "506c")
    (identity, lots), receipt = leave(market, ann, 4)
    assert (identity, lots) == (IDENTITY, [ChainLot(4, key).word()])
    assert moved(receipt) == [(IDENTITY, ZERO_ADDRESS, [(ChainLot(4, key), key)])]
    assert [event.name for event in receipt.events] == ["LotsMoved", "TransferDecision", "Transfer"]
    decision = receipt.events.one("TransferDecision").args
    assert (decision.token, decision.fromIdentity) == (market.stack.token.address, IDENTITY)
    assert decision.toIdentity == ZERO_ADDRESS
    version = market.stack.engine.ruleSetVersion(market.stack.token)
    assert decision.packed == 4 | version << 128 | CROSSCHAIN_BURN << 160
    assert market.lots(ANN) == {key: 5}


@pytest.mark.parametrize(("here", "code"), [(10, VOLUME), (6, EXHAUSTED)])
def test_the_window_is_counted_and_ends(market: Market, here: int, code: int) -> None:
    """What is sent in a day adds up; where only this chain's allotment is used up it is 37."""
    run(market, VOLUME, volume=10, here=here)
    ann = market.enter(other(ANN))
    market.issue_lot(ann, 90)
    token, bridge = market.stack.token, market.stack.bridge
    leave(market, ann, 2)
    leave(market, ann, here - 2)
    assert market.preview(CROSSCHAIN_BURN, ann, None, 1) == code
    with expect_revert("TransferRefused", code=code):
        token.burnLeaving(ann, 1, sender=bridge)
    market.at(TODAY * DAY + 2 * DAY)
    leave(market, ann, here)
    with expect_revert("TransferRefused", code=code):
        token.burnLeaving(ann, 1, sender=bridge)


def test_what_is_decided_in_general(market: Market) -> None:
    """Sanctioned and custodial holders, more than there is, and nothing at all."""
    ann = market.enter(other(ANN))
    market.issue_lot(ann, 9)
    stack, bridge = market.stack, market.stack.bridge
    for amount, code in ((10, 8), (1 << 120, 7)):
        with expect_revert("TransferRefused", code=code):
            stack.token.burnLeaving(ann, amount, sender=bridge)
    (identity, lots), receipt = leave(market, ann, 0)
    assert (identity, lots, moved(receipt)) == (IDENTITY, [], [])
    for flags, code in ((SANCTIONS_HOLD, 16), (CUSTODIAN, 34)):
        with stack.chain.rollback():
            stack.enter([ann], [record(IDENTITY, flags=flags)])
            assert market.preview(CROSSCHAIN_BURN, ann, None, 1) == code
            with expect_revert("TransferRefused", code=code):
                stack.token.burnLeaving(ann, 1, sender=bridge)


# -- arriving -----------------------------------------------------------------------------------


def arriving_rules(market: Market, *more: int, **changes: Any) -> None:
    """Country allow, supply cap and maximum balance; the first time with their allotments."""
    settings = {
        "supplyCap": 1_000,
        "maxBalance": 100,
        "allowedCountries": countries(GERMANY),
        "allotments": [(0, 0, 1_000), (4, 0, 100)],
        **changes,
    }
    market.stack.configure(rule_settings((COUNTRY, SUPPLY, BALANCE, *more), **settings))


def arrive(market: Market, ann: Actor, *lots: ChainLot, identity: str = IDENTITY) -> Receipt:
    """What the bridge brings."""
    words, units = [lot.word() for lot in lots], sum(lot.units for lot in lots)
    receipt: Receipt = market.stack.token.mintArriving(
        identity, ann, units, words, sender=market.stack.bridge
    )
    return receipt


def arrival(market: Market, ann: Actor, lots: list[ChainLot]) -> list[Any]:
    """All that arrivals tell and leave behind."""
    stack, found = market.stack, list[Any]()
    with stack.chain.rollback():
        for lot in lots:
            assert market.preview(CROSSCHAIN_MINT, None, ann, lot.units) == 0
            receipt = arrive(market, ann, lot)
            told = [(event.name, tuple(event.args.values())) for event in receipt.events]
            held = stack.engine.positionOf(stack.token, IDENTITY)
            state = (held, market.lots(ANN), stack.token.balanceOf(ann), stack.token.totalSupply())
            found.append(without_version((None, told, *state)))
    return found


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize(
    "lots",
    [
        [ChainLot(4, OLD), ChainLot(3, OLD)],
        [ChainLot(4, OLD), ChainLot(3, LotKey(TODAY, "issuer", "506c")), ChainLot(2, OLD)],
        [ChainLot(100, OLD)],
    ],
)
def test_both_ways_of_arriving_agree(market: Market, lots: list[ChainLot], ruled: bool) -> None:
    """CMP-01, LOT-01: a list of restricted countries without any refuses nobody."""
    ann = market.enter(other(ANN))
    if ruled:
        arriving_rules(market)
    short = arrival(market, ann, lots)
    with market.stack.chain.rollback():
        if ruled:
            arriving_rules(market, RESTRICTED, allotments=[])
        else:
            market.stack.configure(rule_settings((RESTRICTED,)))
        assert arrival(market, ann, lots) == short


def test_tells_the_lot_that_came(market: Market) -> None:
    arriving_rules(market)
    ann = market.enter(other(ANN))
    receipt = arrive(market, ann, ChainLot(4, OLD))
    assert moved(receipt) == [(ZERO_ADDRESS, IDENTITY, [(ChainLot(4, OLD), OLD)])]
    assert [event.name for event in receipt.events] == ["LotsMoved", "TransferDecision", "Transfer"]
    decision = receipt.events.one("TransferDecision").args
    assert (decision.fromIdentity, decision.toIdentity) == (ZERO_ADDRESS, IDENTITY)
    version = market.stack.engine.ruleSetVersion(market.stack.token)
    assert decision.packed == 4 | version << 128 | CROSSCHAIN_MINT << 160


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"supplyCap": 11, "allotments": [(0, 0, 11), (4, 0, 100)]}, SUPPLY),
        ({"allotments": [(0, 0, 11), (4, 0, 100)]}, EXHAUSTED),
        ({"maxBalance": 11, "allotments": [(0, 0, 1_000), (4, 0, 11)]}, BALANCE),
        ({"allotments": [(0, 0, 1_000), (4, 0, 11)]}, EXHAUSTED),
    ],
)
def test_limits_on_what_arrives(market: Market, changes: dict[str, Any], code: int) -> None:
    """The last unit fits, one more is refused: with 37 where it is this chain's share alone."""
    arriving_rules(market, **changes)
    ann = market.enter(other(ANN))
    arrive(market, ann, ChainLot(5, OLD))
    arrive(market, ann, ChainLot(6, OLD))
    assert market.preview(CROSSCHAIN_MINT, None, ann, 1) == code
    with expect_revert("TransferRefused", code=code):
        arrive(market, ann, ChainLot(1, OLD))
    assert market.lots(ANN) == {OLD: 11}


def test_who_receives_nothing(market: Market) -> None:
    """Evidence that has run out, sanctions, another country."""
    arriving_rules(market)
    ann = market.enter(other(ANN))
    now = market.stack.chain.timestamp
    for facts, code in (
        ({"valid_until": now}, 14),
        ({"flags": SANCTIONS_HOLD}, 17),
        ({"country": FRANCE}, COUNTRY),
        ({"country": 1024}, COUNTRY),
    ):
        with market.stack.chain.rollback():
            market.stack.enter([ann], [record(IDENTITY, **facts)])
            assert market.preview(CROSSCHAIN_MINT, None, ann, 1) == code
            with expect_revert("TransferRefused", code=code):
                arrive(market, ann, ChainLot(1, OLD))


def test_lots_that_are_none_or_of_somebody_else(market: Market) -> None:
    """What is wrong with lots is said in general; a lot of somebody else is sold."""
    arriving_rules(market)
    ann, token, bridge = market.enter(other(ANN)), market.stack.token, market.stack.bridge
    word = ChainLot(5, OLD).word()
    with expect_revert("LotsNotTheAmount", units=5, amount=4):
        token.mintArriving(IDENTITY, ann, 4, [word], sender=bridge)
    with expect_revert("LotMalformed", word=word | 1 << 156):
        token.mintArriving(IDENTITY, ann, 5, [word | 1 << 156], sender=bridge)
    market.enter(other(11))
    receipt = arrive(market, ann, ChainLot(5, OLD), identity=f"0x{11:040x}")
    assert moved(receipt)[0][0] == ZERO_ADDRESS
    arrive(market, ann, ChainLot(5, OLD), ChainLot(1, LotKey(TODAY, "issuer", "506c")))
    assert market.held(ANN) == 11


def test_a_lot_has_a_largest_size(market: Market) -> None:
    """Units of one lot have 120 bits; the token's supply ends before a lot overflows."""
    ann = market.enter(other(ANN))
    arrive(market, ann, ChainLot((1 << 120) - 2, OLD))
    arrive(market, ann, ChainLot(1, OLD))
    with expect_revert("TransferRefused", code=7):
        arrive(market, ann, ChainLot(1, OLD))
    assert market.lots(ANN) == {OLD: (1 << 120) - 1}


def test_a_departure_to_somebody_here_is_decided_in_general(market: Market) -> None:
    """The token never asks so, but any registered token may."""
    ann, ben = market.enter(other(ANN)), market.enter(other(11))
    market.issue_lot(ann, 9)
    movement = (ann, ann, ben, 1, 9, 0, 9)
    receipt = market.stack.engine.settleDeparture(movement, sender=market.stack.token)
    assert moved(receipt)[0][:2] == (IDENTITY, market.stack.engine.identity(ben))
