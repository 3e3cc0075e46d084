"""An officer's act that dies anywhere is finished by the next start, and done once."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from eth_account import Account

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.journal import Journal
from quantera.compliance.officer.actions import Bench
from quantera.compliance.officer.desk import Desk, Phase, carry_out
from quantera.compliance.officer.order import Order
from quantera.evm import Actor
from quantera.gas.token_stack import TokenStack
from tests.integration.compliance_offchain.test_killed import _Fatal, _Killed
from tests.integration.compliance_offchain.tokens import DELAY, UNIT, Market, market


@pytest.fixture(scope="module")
def made() -> Iterator[Market]:
    with market() as found:
        yield found


def registry(stack: TokenStack, key: Actor) -> EvmRegistry:
    url: str = stack.chain.url  # type: ignore[attr-defined]
    return EvmRegistry("here", url, str(stack.engine.address), Account.from_key(key.key))


def decided(stack: TokenStack, key: Actor) -> Order:
    """Two forced transfers and a freeze: none of them may happen twice."""
    bench = Bench(registry(stack, key), str(stack.token.address), 3)
    ada, ben = (str(stack.chain.actor(name)) for name in ("ada", "ben"))
    operations = (
        *bench.force(ada, ben, 10 * UNIT),
        *bench.freeze(ben, None),
        *bench.force(ada, ben, 20 * UNIT),
    )
    return Order(verb="force-transfer", subject="s", reason=3, case="c", operations=operations)


def start(desk: Desk, order: Order, phase: Phase, journal: Path, fatal: _Fatal) -> None:
    for name in ("trial", "prepare", "broadcast", "outcome", "used_nonces"):
        fatal.wrap(desk.registry, name)
    original = Journal.write

    def write(self: Journal, entry: dict[str, Any]) -> None:
        fatal._tick("before write")
        original(self, entry)
        fatal._tick("after write")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "write", write)
        (report,) = carry_out(order, phase, [desk], journal, poll=0.001)
    assert report.refused is None and report.error is None, report


def transactions(stack: TokenStack, key: Actor) -> int:
    return stack.chain.nonce(key)


def balances(stack: TokenStack) -> list[int]:
    return [stack.token.balanceOf(stack.chain.actor(name)) // UNIT for name in ("ada", "ben")]


@pytest.mark.parametrize("phase", ["directly", "propose", "execute"])
def test_death_at_every_single_event(made: Market, phase: Phase, tmp_path: Path) -> None:
    stack = made.direct if phase == "directly" else made.guarded
    key = {"directly": stack.agent, "propose": made.first, "execute": made.second}[phase]
    dual = None if phase == "directly" else str(made.dual.address)
    with stack.chain.rollback():
        order = decided(stack, key)
        if phase == "execute":
            carry_out(
                order,
                "propose",
                [Desk(registry(stack, made.first), dual)],
                tmp_path / "proposed",
                poll=0.001,
            )
            stack.chain.advance(DELAY)
            stack.chain.mine()
        moments: set[str] = set()
        for moment in itertools.count(1):
            with stack.chain.rollback():
                before = transactions(stack, key)
                journal = tmp_path / f"journal-{moment}"
                fatal = _Fatal(moment)
                survived = True
                try:
                    start(Desk(registry(stack, key), dual), order, phase, journal, fatal)
                except _Killed:
                    survived = False
                    moments.add(fatal.passed[-1])
                for left in () if survived else (moment // 2 + 1, 10**9):
                    try:
                        again = Desk(registry(stack, key), dual)
                        start(again, order, phase, journal, _Fatal(left))
                    except _Killed:
                        continue
                assert transactions(stack, key) == before + 3, fatal.passed[-1]
                expected = [100, 100] if phase == "propose" else [70, 130]
                assert balances(stack) == expected, fatal.passed[-1]
                if survived:
                    break
        assert {"before broadcast", "after broadcast", "before write", "after write"} <= moments
        assert moment > 25


def test_a_node_that_lags_behind_does_not_make_it_happen_twice(
    made: Market, tmp_path: Path
) -> None:
    """One of several nodes behind an endpoint knows the nonce used and not yet the receipt."""
    stack = made.direct
    with stack.chain.rollback():
        order = decided(stack, stack.agent)
        reader = registry(stack, stack.agent)
        inner, looks = reader.outcome, itertools.count()

        def late(transaction: str) -> Any:
            return None if next(looks) % 4 < 2 else inner(transaction)

        reader.outcome = late  # type: ignore[method-assign]
        carry_out(order, "directly", [Desk(reader, None)], tmp_path / "j", poll=0.001)
        assert balances(stack) == [70, 130]


def test_a_transaction_that_never_arrives_is_sent_again(made: Market, tmp_path: Path) -> None:
    stack = made.direct
    with stack.chain.rollback():
        order = decided(stack, stack.agent)
        reader = registry(stack, stack.agent)
        inner, lost = reader.broadcast, itertools.count()

        def lossy(prepared: Any) -> None:
            if next(lost) % 2:
                inner(prepared)

        reader.broadcast = lossy  # type: ignore[method-assign]
        (report,) = carry_out(order, "directly", [Desk(reader, None)], tmp_path / "j", poll=0.001)
        assert report.error is None and balances(stack) == [70, 130]
