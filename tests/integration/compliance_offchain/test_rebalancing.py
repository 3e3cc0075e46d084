"""Allotments are moved on real nodes; a start that dies between the halves is finished."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from eth_account import Account

from quantera.compliance.assets import AssetPolicy
from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.journal import Journal
from quantera.compliance.plan import Plan, StandingAllotment
from quantera.compliance.plan_file import write_plan
from quantera.compliance.quotas import QuotaMove
from quantera.compliance.rebalancing import MoveReport, message_id, move_quotas
from quantera.gas.token_stack import TokenStack, rule_settings
from tests.integration.compliance_offchain.test_killed import _Fatal, _Killed
from tests.integration.compliance_offchain.tokens import (
    DIRECT,
    DUAL,
    UNIT,
    Market,
    OfficerDesk,
    market,
)

SUPPLY = (0, 0)
PLAN = "ab" * 32
CAP, PART = 1_000 * UNIT, 210 * UNIT


@pytest.fixture(scope="module")
def shared() -> Iterator[Market]:
    with market() as made:
        for stack in made.stacks.values():
            settings = rule_settings((23,), supplyCap=CAP, allotments=[(*SUPPLY, PART)])
            stack.configure(settings)
        yield made


@pytest.fixture
def made(shared: Market) -> Iterator[Market]:
    with shared.direct.chain.rollback(), shared.guarded.chain.rollback():
        yield shared


def allotted(stack: TokenStack) -> int:
    return int(stack.engine.allotment(stack.token, *SUPPLY).local) // UNIT


def policy(made: Market) -> AssetPolicy:
    return AssetPolicy.model_validate(
        {
            "id": "00000000-0000-0000-0000-000000000007",
            "name": "Note",
            "symbol": "NOTE",
            "assetType": "debt",
            "decimals": 18,
            "terms": {"supplyCap": CAP},
            "tokens": {name: str(stack.token.address) for name, stack in made.stacks.items()},
        }
    )


def registries(made: Market) -> dict[str, EvmRegistry]:
    return {
        name: EvmRegistry(
            name,
            stack.chain.url,  # type: ignore[attr-defined]
            str(stack.engine.address),
            Account.from_key(stack.bridge.key),
        )
        for name, stack in made.stacks.items()
    }


def start(made: Market, amount: int, journal: Path, fatal: _Fatal | None = None) -> MoveReport:
    move = QuotaMove("NOTE", "SUPPLY", DIRECT, DUAL, amount * UNIT)
    opened = registries(made)
    original = Journal.write

    def write(self: Journal, entry: dict[str, Any]) -> None:
        assert fatal is not None
        fatal._tick("before write")
        original(self, entry)
        fatal._tick("after write")

    with pytest.MonkeyPatch.context() as patch:
        if fatal is not None:
            patch.setattr(Journal, "write", write)
            for registry in opened.values():
                for name in ("trial", "prepare", "broadcast", "outcome", "used_nonces"):
                    fatal.wrap(registry, name)
        policies = {"NOTE": policy(made)}
        (report,) = move_quotas([move], policies, opened, PLAN, journal, poll=0.001)
    return report


def test_death_at_every_single_event(made: Market, tmp_path: Path) -> None:
    for moment in itertools.count(1):
        with made.direct.chain.rollback(), made.guarded.chain.rollback():
            journal, survived = tmp_path / f"j{moment}", False
            for left in (moment, moment // 2 + 1, 10**9):
                try:
                    report = start(made, 10, journal, _Fatal(left))
                    survived = left == moment
                    break
                except _Killed:
                    # Never more than there was, whatever was being done.
                    assert allotted(made.direct) + allotted(made.guarded) in (410, 420)
            assert report.error is None and len(report.transactions) == 2
            assert (allotted(made.direct), allotted(made.guarded)) == (200, 220)
            if survived:
                break
    assert moment > 15


def test_each_move_of_a_plan_counts(made: Market, tmp_path: Path) -> None:
    moves = [QuotaMove("NOTE", "SUPPLY", DIRECT, DUAL, part * UNIT) for part in (4, 5)]
    policies = {"NOTE": policy(made)}
    reports = move_quotas(moves, policies, registries(made), PLAN, tmp_path / "j", poll=0.001)
    assert [report.error for report in reports] == [None, None]
    assert (allotted(made.direct), allotted(made.guarded)) == (201, 219)
    assert len({message_id(plan, n) for plan in (PLAN, "cd" * 32) for n in range(3)}) == 6


def test_what_is_in_use_stays(made: Market, tmp_path: Path) -> None:
    report = start(made, 11, tmp_path / "j")
    assert report.error and "AllotmentInUse" in report.error and report.transactions == []
    assert (allotted(made.direct), allotted(made.guarded)) == (210, 210)


def test_a_move_that_cannot_arrive_is_finished_later(made: Market, tmp_path: Path) -> None:
    target = made.guarded
    groups = 0b1111
    target.engine.pauseGroups(groups, sender=target.governor)
    report = start(made, 10, tmp_path / "j")
    assert report.error and report.error.startswith(DUAL) and len(report.transactions) == 1
    assert (allotted(made.direct), allotted(made.guarded)) == (200, 210)
    target.engine.unpauseGroups(groups, sender=target.governor)
    report = start(made, 10, tmp_path / "j")
    assert report.error is None
    assert (allotted(made.direct), allotted(made.guarded)) == (200, 220)


def test_another_carrier_of_the_same_message_counts_once(made: Market, tmp_path: Path) -> None:
    start(made, 10, tmp_path / "j")
    words = made.guarded.token, *SUPPLY, 10 * UNIT, message_id(PLAN, 0)
    with pytest.raises(Exception, match="MessageAlreadyReceived"):
        made.guarded.engine.receiveAllotment(*words, sender=made.guarded.bridge)


def plan_with_moves(
    desk: OfficerDesk, *amounts: int, at: int = 1, allotted: tuple[StandingAllotment, ...] = ()
) -> Path:
    """A plan of moves alone, as `plan` writes it."""
    moves = tuple(QuotaMove("NOTE", "SUPPLY", DIRECT, DUAL, n * UNIT) for n in amounts)
    path = desk.folder / f"plan-{at}-{len(amounts)}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write_plan(Plan(at, (), moves, (), (), {}, allotted), file)
    return path


def applied(desk: OfficerDesk, plan: Path, monkeypatch: pytest.MonkeyPatch, left: int) -> bool:
    """`apply`, killed at the n-th event of its journals and registries; whether it survived."""
    fatal = _Fatal(left)
    original, prepare = Journal.write, EvmRegistry.prepare
    calls = ("trial", "broadcast", "outcome", "used_nonces")

    def write(self: Journal, entry: dict[str, Any]) -> None:
        fatal._tick("before write")
        original(self, entry)
        fatal._tick("after write")

    def around(inner: Any) -> Any:
        def outer(*args: Any, **kwargs: Any) -> Any:
            fatal._tick("before")
            result = inner(*args, **kwargs)
            fatal._tick("after")
            return result

        return outer

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "write", write)
        patch.setattr(EvmRegistry, "prepare", around(prepare))
        for name in calls:
            patch.setattr(EvmRegistry, name, around(getattr(EvmRegistry, name)))
        try:
            desk.run_plain("apply", "--plan", str(plan))
        except _Killed:
            return False
    return True


def test_two_plans_from_one_state_move_an_allotment_once(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    base = tuple(
        StandingAllotment("NOTE", "SUPPLY", name, allotted(stack) * UNIT)
        for name, stack in ((DIRECT, made.direct), (DUAL, made.guarded))
    )
    first = plan_with_moves(desk, 4, at=1, allotted=base)
    second = plan_with_moves(desk, 4, at=2, allotted=base)
    desk.run_plain("apply", "--plan", str(first))
    assert (allotted(made.direct), allotted(made.guarded)) == (206, 214)
    result = desk.run_plain("apply", "--plan", str(second), code=1)
    assert "NOTE SUPPLY" in result.output and "make a new plan" in result.output
    desk.run_plain("apply", "--plan", str(first))
    assert (allotted(made.direct), allotted(made.guarded)) == (206, 214)


def test_apply_carries_a_plans_moves_and_survives_death_anywhere(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    plan = plan_with_moves(desk, 4, 5)
    for moment in itertools.count(1, 3):
        with made.direct.chain.rollback(), made.guarded.chain.rollback():
            plan.with_suffix(".journal").unlink(missing_ok=True)
            plan.with_suffix(".moves.journal").unlink(missing_ok=True)
            survived = applied(desk, plan, monkeypatch, moment)
            if not survived and not applied(desk, plan, monkeypatch, moment // 2 + 1):
                assert applied(desk, plan, monkeypatch, 10**9)
            assert (allotted(made.direct), allotted(made.guarded)) == (201, 219)
            nonces = [stack.chain.nonce(stack.bridge) for stack in made.stacks.values()]
            desk.run_plain("apply", "--plan", str(plan))
            assert nonces == [stack.chain.nonce(stack.bridge) for stack in made.stacks.values()]
            assert (allotted(made.direct), allotted(made.guarded)) == (201, 219)
            if survived:
                break
    assert moment > 20


def test_the_same_move_of_another_plan_is_moved_again(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    for at in (1, 2):
        desk.run_plain("apply", "--plan", str(plan_with_moves(desk, 4, at=at)))
    assert (allotted(made.direct), allotted(made.guarded)) == (202, 218)


def test_apply_tells_of_moves_that_stop_and_does_the_others(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    output = desk.run_plain("apply", "--plan", str(plan_with_moves(desk, 11, 3)), code=1).output
    assert "AllotmentInUse" in output and "moved in 2 transactions" in output
    assert (allotted(made.direct), allotted(made.guarded)) == (207, 213)


def test_without_the_bridges_key_nothing_is_begun(
    made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    content = yaml.safe_load(desk.config.read_text())
    del content["bridge"]
    desk.config.write_text(yaml.safe_dump(content))
    plan = plan_with_moves(desk, 3)
    assert "no key for the bridge" in desk.run_plain("apply", "--plan", str(plan), code=1).output
    assert not plan.with_suffix(".journal").exists()
    assert (allotted(made.direct), allotted(made.guarded)) == (210, 210)


def test_the_command(made: Market, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = OfficerDesk(tmp_path / "desk", made, made.direct.agent, monkeypatch)
    full = made.direct
    full.token.mint(full.chain.actor("ada"), 10 * UNIT, sender=full.agent)
    output = desk.run_plain("rebalance", "--yes").output
    assert f"from {DUAL} to {DIRECT}" in " ".join(output.split())
    assert allotted(made.direct) > 210 > allotted(made.guarded)
    shown = [s.engine.allotment(s.token, *SUPPLY).local for s in made.stacks.values()]
    assert sum(shown) == 2 * PART
    assert "nothing to move" in desk.run_plain("rebalance", "--yes").output
    assert not (desk.folder / "rebalance.json").exists()
