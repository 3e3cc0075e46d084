"""Verification finds what was changed by hand; simulation and manifests tell what stands."""

from pathlib import Path
from typing import Any

import pytest

from quantera import deployments
from quantera.access import Role
from quantera.deployments import Manifest
from quantera.evm import actor_named
from quantera.release import Node, Plan
from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import IMPLEMENTATION_SLOT
from quantera.release.errors import StoppedError
from quantera.release.simulate import simulate, simulate_chain
from quantera.release.verify import verify
from quantera.toolchain import compiler_input
from tests.integration.release.chains import (
    DEPLOYER,
    LocalNode,
    drift,
    release,
    started,
)
from tests.integration.release.test_rollback import StopError, stop_at

FEES = "DynamicFeeStructure"
ADMINISTRATOR = str(actor_named("administrator"))
THIEF = str(actor_named("thief"))


def test_rel_12_nothing_is_found_where_nothing_changed(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: a fresh release is as planned."""
    assert drift(*site) == []


def test_rel_12_a_changed_byte_of_code(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: the last byte of the metadata is enough."""
    node, plan = site
    for entry in ("FeeAdministrationExtension", MANAGER):
        address = plan.addresses[entry]
        code = bytearray.fromhex(node.rpc("eth_getCode", address, "latest")[2:])
        code[-1] ^= 1
        node.rpc("anvil_setCode", address, "0x" + code.hex())
    assert drift(node, plan)[:2] == [f"code of {MANAGER}", "code of FeeAdministrationExtension"]


def test_rel_12_another_implementation(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: the proxy's slot is looked at, and its initialised version."""
    node, plan = site
    other = "0x" + actor_named("other")[2:].rjust(64, "0")
    node.rpc("anvil_setStorageAt", plan.addresses[FEES], hex(IMPLEMENTATION_SLOT), other)
    assert f"implementation of {FEES}" in drift(node, plan)


@pytest.mark.parametrize(
    ("entry", "call", "facts"),
    [
        (
            MANAGER,
            ("grantRole(uint64,address,uint32)", int(Role.PAUSER), THIEF, 0),
            ["members of PAUSER", f"{THIEF} is PAUSER beyond the plan, with 0 s of delay"],
        ),
        (
            MANAGER,
            ("revokeRole(uint64,address)", int(Role.GUARDIAN), str(actor_named("guardian"))),
            ["members of GUARDIAN", f"{actor_named('guardian')} is GUARDIAN"],
        ),
        (
            MANAGER,
            ("grantRole(uint64,address,uint32)", int(Role.UPGRADER), ADMINISTRATOR, 5),
            [f"{ADMINISTRATOR} is UPGRADER"],
        ),
    ],
    ids=["a member more", "a member less", "another delay"],
)
def test_rel_12_roles(
    site: tuple[LocalNode, Plan], entry: str, call: tuple[Any, ...], facts: list[str]
) -> None:
    """REL-12: members are counted and their delays compared."""
    node, plan = site
    node.as_account(ADMINISTRATOR, plan, entry, call)
    # A member's delay changes only after its own setback.
    node.rpc("evm_increaseTime", 6 * 86_400)
    node.rpc("evm_mine")
    assert drift(node, plan) == facts


def test_rel_12_wiring(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: a function of another role, a closed contract, a local role, a pause."""
    node, plan = site
    fees = plan.addresses[FEES]
    map_ = "setTargetFunctionRole(address,bytes4[],uint64)"
    split = function_of(FEES, "setSplit(address,(address,uint16,uint16))").selector
    node.as_account(ADMINISTRATOR, plan, MANAGER, (map_, fees, [split], int(Role.UPGRADER)))
    node.as_account(ADMINISTRATOR, plan, MANAGER, ("setTargetClosed(address,bool)", fees, True))
    assert drift(node, plan) == [f"role of {FEES}.setSplit", f"{FEES} is open"]


def test_rel_12_a_node_that_is_gone_or_of_another_chain(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: not to be asked is not to be clean."""
    _, plan = site
    gone = Node("ethereum", "http://127.0.0.1:1", patience=0)
    report = verify(plan, {"ethereum": gone})[0]
    assert not report.is_clean
    assert "does not answer" in report.unreachable
    with started(["polygon"]) as others:
        report = verify(plan, {"ethereum": others["polygon"].node()})[0]
    assert report.unreachable == "the node answers for chain 137"


# -- simulation ---------------------------------------------------------------------------------


def test_simulation_leaves_the_chain_alone(node: LocalNode, few_plan: Plan) -> None:
    """What it needs is what the plan says, to the gas of each transaction's real state."""
    done = simulate(few_plan, {"ethereum": node.url})[0]
    assert done.transactions == len(few_plan.chains[0].steps)
    assert abs(done.gas - sum(step.gas for step in few_plan.chains[0].steps)) < 5_000
    assert node.nonce() == 0


def test_simulation_goes_on_from_what_stands(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, tmp_path, tell=stop_at("prepare")).apply()
    assert simulate_chain(few_plan, few_plan.chains[0], node.url).transactions == 6
    release(few_plan, {"ethereum": node}, tmp_path).apply()
    assert simulate_chain(few_plan, few_plan.chains[0], node.url).transactions == 0


def test_simulation_refuses_what_would_fail(node: LocalNode, few_plan: Plan) -> None:
    """A deployer without coins; the fork does not lend any."""
    node.fund(DEPLOYER, 10**9)
    with pytest.raises(StoppedError, match="factory, on a fork"):
        simulate(few_plan, {"ethereum": node.url})


# -- manifests ----------------------------------------------------------------------------------


@pytest.fixture
def quick_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiler's input takes Ape and seconds; other tests look at it."""
    monkeypatch.setattr(compiler_input, "hash_of", lambda name: name.encode().hex().zfill(64)[:64])


@pytest.mark.usefixtures("quick_inputs")
def test_manifests_tell_what_stands(node: LocalNode, few_plan: Plan, tmp_path: Path) -> None:
    """One for each published contract, with the transactions that the chain has."""
    root = tmp_path / "deployments"
    journal = tmp_path / "journal"
    release(few_plan, {"ethereum": node}, journal, manifests=root).apply()
    found = {manifest.contract: manifest for manifest in deployments.read_all(root)}
    assert found.keys() == {MANAGER, "ReleaseFactory", "DualControl", FEES}
    for manifest in found.values():
        _agrees(node, few_plan, manifest)
    fees = found[FEES]
    assert fees.proxy is not None
    assert fees.initialization is not None
    assert fees.initialization.function == "initialize(address,address,address,address)"
    told = {argument.name: argument.value for argument in fees.initialization.values}
    assert told["treasury_"] == str(actor_named("treasury"))
    assert fees.extensions.keys() == {"FeeAdministrationExtension"}
    assert found[MANAGER].constructor.values[0].value == DEPLOYER
    assert deployments.address_book(root) == {
        1: {name: few_plan.addresses[name] for name in sorted(found)}
    }


def _agrees(node: LocalNode, plan: Plan, manifest: Manifest) -> None:
    assert manifest.address == plan.addresses[manifest.contract]
    made = [manifest.implementation, *manifest.extensions.values()]
    for creation in [*made, manifest.proxy] if manifest.proxy else made:
        receipt = node.rpc("eth_getTransactionReceipt", creation.transaction_hash)
        assert receipt["blockHash"] == creation.block_hash
        assert int(receipt["gasUsed"], 16) == creation.gas_used
        assert node.rpc("eth_getCode", creation.address, "latest") != "0x"


@pytest.mark.usefixtures("quick_inputs")
def test_manifests_of_what_another_run_sent(
    node: LocalNode, few_plan: Plan, tmp_path: Path
) -> None:
    """The factory's own logs name transactions that a new journal does not know."""
    lost, root = tmp_path / "lost", tmp_path / "deployments"
    with pytest.raises(StopError):
        release(few_plan, {"ethereum": node}, lost, tell=stop_at("create DualControl")).apply()
    new = release(few_plan, {"ethereum": node}, tmp_path / "new", adopt=True, manifests=root)
    new.apply()
    found = list(deployments.read_all(root))
    assert {manifest.contract for manifest in found} == {MANAGER, "DualControl", FEES}
    for manifest in found:
        _agrees(node, few_plan, manifest)
