"""A release on local chains: what it leaves, what it refuses, and in which order."""

from pathlib import Path

import pytest

from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import Plan
from quantera.release.blueprint import FACTORY, MANAGER
from quantera.release.errors import BusyError, RefusedError, StoppedError
from quantera.release.journal import Reached, read
from quantera.release.steps import Phase
from quantera.release.verify import verify
from tests.integration.release.chains import (
    DEPLOYER,
    LocalNode,
    end_state,
    few,
    planned,
    release,
    started,
)


def test_rel_01_a_release_is_the_same_on_every_chain(
    nodes: dict[str, LocalNode], two_plan: Plan, tmp_path: Path
) -> None:
    """REL-01, REL-05: addresses, code and roles are the plan's on both chains."""
    told: list[tuple[str, str]] = []
    one = release(two_plan, nodes, tmp_path, tell=lambda *what: told.append(what))
    one.apply()
    reports = verify(two_plan, {name: local.node() for name, local in nodes.items()})
    assert [report.drift for report in reports] == [(), ()]
    assert all(report.facts > 100 and report.is_clean for report in reports)
    for name, local in nodes.items():
        steps = [step.name for step in two_plan.chain(name).steps]
        assert [step for chain, step in told if chain == name] == steps
        assert local.nonce() == len(steps)
        assert local.roles_of(two_plan, DEPLOYER) == set()
        assert local.roles_of(two_plan, two_plan.addresses[FACTORY]) == set()
        administrator = {Role.ADMIN, Role.UPGRADER}
        assert local.roles_of(two_plan, str(actor_named("administrator"))) == administrator


def test_applying_again_sends_nothing(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    before = end_state(node, few_plan)
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert end_state(node, few_plan) == before


def test_rel_09_nothing_is_active_while_one_chain_is_not_deployed(
    nodes: dict[str, LocalNode], two_plan: Plan, tmp_path: Path
) -> None:
    """REL-04, REL-09: the chain that is ready waits, paused and without roles, for the other."""
    nodes["optimism"].fund(DEPLOYER, 10**15)
    one = release(two_plan, nodes, tmp_path)
    with pytest.raises(StoppedError, match=r"optimism: .*balance is too low"):
        one.apply()
    ready = nodes["polygon"]
    phases = [entry for entry in read(one.journal_path) if isinstance(entry, Reached)]
    assert [(entry.chain, entry.phase) for entry in phases] == [("polygon", "deployed")]
    assert not ready.view(two_plan, MANAGER, "isSetupComplete()")
    for entry in ("LiquidityPoolOptimizer", "SettlementAssetManager", "ComplianceEngine"):
        assert ready.view(two_plan, entry, "pausedGroups()") == 2**64 - 1
    for name in two_plan.roles:
        for member in two_plan.roles[name]:
            assert ready.roles_of(two_plan, member["account"]) == set()
    nodes["optimism"].fund(DEPLOYER)
    release(two_plan, nodes, tmp_path).apply()
    for local in nodes.values():
        assert local.view(two_plan, "LiquidityPoolOptimizer", "pausedGroups()") == 0


def test_rel_04_somebody_who_got_a_role_before_the_barrier_stops_it(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-04: members are counted again at the barrier, whatever every step came to."""
    thief = str(actor_named("thief"))
    grant = "grantRole(uint64,address,uint32)"

    def interfere(_chain: str, step: str) -> None:
        if step == "create DynamicFeeStructure":
            node.as_account(DEPLOYER, few_plan, MANAGER, (grant, int(Role.OPERATOR), thief, 0))

    with pytest.raises(StoppedError, match="1 facts are wrong before activation: members of OPER"):
        release(few_plan, {"ethereum": node}, tmp_path, tell=interfere).apply()
    assert not node.view(few_plan, MANAGER, "isSetupComplete()")
    revoke = "revokeRole(uint64,address)"
    node.as_account(DEPLOYER, few_plan, MANAGER, (revoke, int(Role.OPERATOR), thief))
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert node.view(few_plan, MANAGER, "isSetupComplete()")


def test_rel_10_one_journal_one_release(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-10: on one machine the second waits for nothing and says why."""
    second = release(few_plan, {"ethereum": node}, tmp_path)
    seen: list[str] = []

    def interfere(_chain: str, step: str) -> None:
        if step == "open":
            with pytest.raises(BusyError, match="ethereum"):
                second.apply()
            seen.append(step)

    release(few_plan, {"ethereum": node}, tmp_path, tell=interfere).apply()
    assert seen == ["open"]


def test_rel_10_another_machine_does_not_join_in(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-10: what its journal does not know is another's, until somebody says otherwise."""
    here, there = tmp_path / "here", tmp_path / "there"
    seen: list[str] = []

    def interfere(_chain: str, step: str) -> None:
        if step == "prepare":
            with pytest.raises(BusyError, match="another run opened this chain"):
                release(few_plan, {"ethereum": node}, there).apply()
            seen.append(step)

    release(few_plan, {"ethereum": node}, here, tell=interfere).apply()
    assert seen == ["prepare"]


def test_rel_10_another_deployer_does_not_take_over(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-10: the access manager's administrator alone goes on."""
    other = str(actor_named("other deployer"))
    node.fund(other)
    rival = planned({"ethereum": node}, blueprint=few(), deployer=other)
    seen: list[str] = []

    def interfere(_chain: str, step: str) -> None:
        if step == "prepare":
            with pytest.raises(BusyError, match="does not administer"):
                release(few_plan, {"ethereum": node}, tmp_path / "ours").apply()
            seen.append(step)

    theirs = tmp_path / "theirs"
    release(rival, {"ethereum": node}, theirs, deployer="other deployer", tell=interfere).apply()
    assert seen == ["prepare"]
    assert node.nonce() == 0


def test_a_lost_journal_can_be_replaced(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """REL-07: what stands is taken up, and nothing is sent twice."""

    class StopError(Exception):
        """Ends a run in its middle."""

    def stop(_chain: str, step: str) -> None:
        if step == "create DualControl":
            raise StopError

    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path / "lost", tell=stop).apply()
    release(few_plan, {"ethereum": node}, tmp_path / "new", adopt=True).apply()
    assert node.nonce() == len(few_plan.chains[0].steps)
    assert len(node.created(few_plan)) == len(set(node.created(few_plan)))


def test_only_the_plans_deployer_signs(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=DEPLOYER):
        release(few_plan, {"ethereum": node}, tmp_path, deployer="guardian").apply()
    assert node.nonce() == 0


def test_a_node_of_another_chain_is_refused(
    nodes: dict[str, LocalNode], few_plan: Plan, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match="answers for chain 137"):
        release(few_plan, {"ethereum": nodes["polygon"]}, tmp_path).apply()


def test_a_chain_is_added_when_the_first_key_is_gone(
    nodes: dict[str, LocalNode], two_plan: Plan, tmp_path: Path
) -> None:
    """REL-01, REL-02: the same addresses by another deployer, with the founder's consent alone."""
    release(two_plan, nodes, tmp_path / "first").apply()
    before = {name: local.nonce() for name, local in nodes.items()}
    second = str(actor_named("second deployer"))
    with started(["ethereum"]) as later:
        later["ethereum"].fund(second)
        plan = planned(later, deployer=second)
        release(plan, later, tmp_path / "second", deployer="second deployer").apply()
        assert plan.addresses == two_plan.addresses
        assert later["ethereum"].nonce() == 0
        assert later["ethereum"].nonce(second) == len(plan.chains[0].steps)
        assert later["ethereum"].roles_of(plan, second) == set()
    assert {name: local.nonce() for name, local in nodes.items()} == before


def test_blocks_must_be_final_first(node: LocalNode) -> None:
    """REL-08: the plan refuses a chain on which nothing is final yet."""
    with pytest.raises(RefusedError, match="no block is final yet"):
        planned({"ethereum": node}, depth=1_000)
    assert node.nonce() == 0


def test_the_barrier_lies_before_the_last_transaction(few_plan: Plan) -> None:
    steps = few_plan.chains[0].steps
    assert [step.phase for step in steps].count(Phase.ACTIVATE) == 1
    assert steps[-1] is few_plan.chains[0].activation
