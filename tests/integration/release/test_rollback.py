"""Taking a release back before its activation, and not after."""

from pathlib import Path

import pytest

from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import Plan
from quantera.release.blueprint import FACTORY, MANAGER
from quantera.release.errors import StoppedError
from quantera.release.journal import Reached, read
from tests.integration.release.chains import DEPLOYER, LocalNode, few, planned, release, started

ADMINISTRATOR = str(actor_named("administrator"))
CLOSED = "isTargetClosed(address)"


class StopError(Exception):
    """Ends a run in its middle."""


def stop_at(name: str, chain: str = "ethereum") -> object:
    """Something to be told of steps that ends the run at one of them."""

    def tell(where: str, step: str) -> None:
        if (where, step) == (chain, name):
            raise StopError

    return tell


@pytest.mark.parametrize("last", ["prepare", "create DynamicFeeStructure", "wire 1"])
def test_rel_11_rolling_back_leaves_nothing_active(
    node: LocalNode, few_plan: Plan, tmp_path: Path, last: str
) -> None:
    """REL-11: closed, without roles, and the access manager in the administrators' hands."""
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at(last)).apply()
    one = release(few_plan, {"ethereum": node}, tmp_path)
    one.roll_back()
    assert node.roles_of(few_plan, DEPLOYER) == set()
    assert node.roles_of(few_plan, few_plan.addresses[FACTORY]) == set()
    assert node.roles_of(few_plan, ADMINISTRATOR) == {Role.ADMIN}
    assert node.view(few_plan, MANAGER, "isSetupComplete()")
    for entry in ("DynamicFeeStructure", "DualControl", FACTORY):
        assert node.view(few_plan, MANAGER, CLOSED, few_plan.addresses[entry])
    if last != "prepare":
        assert node.view(few_plan, "DynamicFeeStructure", "pausedGroups()") == 2**64 - 1
    reached = [entry.phase for entry in read(one.journal_path) if isinstance(entry, Reached)]
    assert reached == ["abandoning", "abandoned"]
    sent = node.nonce()
    with pytest.raises(StoppedError, match="was abandoned"):
        release(few_plan, {"ethereum": node}, tmp_path).apply()
    release(few_plan, {"ethereum": node}, tmp_path).roll_back()
    assert node.nonce() == sent


def test_rel_11_rolling_back_before_anything_stands(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-11: a chain that was never opened has nothing to take back."""
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("factory")).apply()
    release(few_plan, {"ethereum": node}, tmp_path).roll_back()
    assert node.nonce() == 1


def test_rel_11_a_rollback_goes_on_after_its_end(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-11: what was interrupted is resumed, and a release cannot be taken up between."""
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("wire 1")).apply()
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("abandon")).roll_back()
    with pytest.raises(StoppedError, match="was abandoned"):
        release(few_plan, {"ethereum": node}, tmp_path).apply()
    one = release(few_plan, {"ethereum": node}, tmp_path)
    one.roll_back()
    last = read(one.journal_path)[-1]
    assert isinstance(last, Reached)
    assert last.phase == "abandoned"
    assert node.nonce() == len(few_plan.chains[0].steps)


def test_rel_11_every_chain_is_taken_back(tmp_path: Path) -> None:
    """REL-11: the one that failed and the one that was ready."""
    with started(["polygon", "optimism"]) as nodes:
        plan = planned(nodes, blueprint=few())
        tell = stop_at("create DynamicFeeStructure", "optimism")
        with pytest.raises(StopError):
            release(plan, nodes, tmp_path, tell=tell).apply()
        release(plan, nodes, tmp_path).roll_back()
        for local in nodes.values():
            assert local.roles_of(plan, DEPLOYER) == set()
            assert local.view(plan, MANAGER, CLOSED, plan.addresses["DynamicFeeStructure"])


def test_rel_11_what_is_active_is_not_rolled_back(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """REL-11: it serves people by then; it is paused by those who may."""
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    with pytest.raises(StoppedError, match="ethereum is active"):
        release(few_plan, {"ethereum": node}, tmp_path).roll_back()


def test_a_rolled_back_name_is_left_for_another(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """Another name has other addresses, on which everything is new."""
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("wire 1")).apply()
    release(few_plan, {"ethereum": node}, tmp_path).roll_back()
    again = planned({"ethereum": node}, blueprint=few(), name="quantera-2")
    release(again, {"ethereum": node}, tmp_path).apply()
    assert not set(again.addresses.values()) & set(few_plan.addresses.values())
    assert node.roles_of(again, ADMINISTRATOR) == {Role.ADMIN, Role.UPGRADER}
