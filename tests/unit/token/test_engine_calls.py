"""What the token asks by hand is what the compiler would have encoded."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS, Contract, MemoryChain, Reverted, actor_named
from quantera.gas.token_stack import merged

WORD = st.integers(0, 2**256 - 1)
UNITS = st.integers(0, 2**120 - 1)
WALLET = st.sampled_from([actor_named(name) for name in ("one", "other", "third")])
PATH = st.integers(0, 6)


@pytest.fixture(scope="module")
def probe() -> Contract:
    return MemoryChain().deploy("EngineCallsProbe")


@pytest.fixture(scope="module")
def engine(probe: Contract) -> Contract:
    """The engine's ABI, for its encoding alone."""
    return probe.chain.at(probe, merged("ComplianceEngine"))


def asked(probe: Contract, function: str, *arguments: Any) -> bytes:
    with pytest.raises(Reverted) as refused:
        getattr(probe.simulate, function)(*arguments)
    return refused.value.data


MOVEMENTS = st.tuples(WALLET, WALLET, WALLET, WORD, UNITS, UNITS, WORD)


@given(path=PATH, movement=MOVEMENTS, above=st.integers(0, 2**136 - 1))
def test_settle(
    probe: Contract, engine: Contract, path: int, movement: tuple[Any, ...], above: int
) -> None:
    wanted = engine.function("settle").encode(path, movement)
    assert asked(probe, "askSettle", path, movement, above) == wanted


@given(path=PATH, movement=MOVEMENTS)
def test_preview(probe: Contract, engine: Contract, path: int, movement: tuple[Any, ...]) -> None:
    wanted = engine.function("preview").encode(probe, path, movement)
    assert asked(probe, "askPreview", path, movement) == wanted


@given(movement=MOVEMENTS, above=st.integers(0, 2**136 - 1))
def test_settle_departure(
    probe: Contract, engine: Contract, movement: tuple[Any, ...], above: int
) -> None:
    spender, sender, _, amount, held, _, supply = movement
    asked_for = (spender, sender, ZERO_ADDRESS, amount, held, 0, supply)
    wanted = engine.function("settleDeparture").encode(asked_for)
    assert asked(probe, "askDeparture", movement, above) == wanted


@given(
    movement=MOVEMENTS,
    above=st.integers(0, 2**136 - 1),
    brought=st.tuples(WALLET, st.lists(WORD, max_size=5)),
)
def test_settle_arrival(
    probe: Contract,
    engine: Contract,
    movement: tuple[Any, ...],
    above: int,
    brought: tuple[Any, list[int]],
) -> None:
    identity, lots = brought
    spender, _, to, amount, _, held, supply = movement
    asked_for = (spender, ZERO_ADDRESS, to, amount, 0, held, supply)
    wanted = engine.function("settleArrival").encode(asked_for, identity, lots)
    assert asked(probe, "askArrival", movement, above, identity, lots) == wanted


@given(sender=WALLET, held=WORD, rows=st.lists(st.tuples(WALLET, WORD, WORD), max_size=5))
def test_settle_batch(
    probe: Contract,
    engine: Contract,
    sender: Any,
    held: int,
    rows: list[tuple[Any, int, int]],
) -> None:
    columns = [[row[column] for row in rows] for column in range(3)]
    wanted = engine.function("settleBatch").encode(sender, sender, held, *columns)
    assert asked(probe, "askSettleBatch", probe, sender, held, *columns) == wanted


def test_a_batch_at_nobody_is_no_decision(probe: Contract) -> None:
    nobody = actor_named("nobody")
    assert asked(probe, "askSettleBatch", nobody, nobody, 0, [], [], []) == b""
