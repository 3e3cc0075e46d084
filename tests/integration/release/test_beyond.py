"""Verification finds what nobody planned: rights, settings and storage, each planted by hand."""

from dataclasses import replace
from typing import Any

import pytest

from quantera.access import LocalRole, Role
from quantera.evm import actor_named
from quantera.release import Node, Plan
from quantera.release.arguments import function_of
from quantera.release.beyond import beyond
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import INITIALIZABLE_SLOT
from quantera.release.matrix import read_matrix, watched
from quantera.release.verify import verify_chain
from tests.integration.release.chains import LocalNode, drift
from tests.integration.release.faults import Fault, proxied

FEES = "DynamicFeeStructure"
ADMINISTRATOR = str(actor_named("administrator"))
THIEF = str(actor_named("thief"))
GRANT = "grantRole(uint64,address,uint32)"
MAP = "setTargetFunctionRole(address,bytes4[],uint64)"
AUTHORITY_SLOT = 0xF3177357AB46D8AF007AB3FDB9AF81DA189E1068FEFDC0073DCA88A2CAB40A00


def test_rel_15_a_local_role_that_somebody_granted(site: tuple[LocalNode, Plan]) -> None:
    """REL-15: the role by which it was granted is found, and it itself after that one is gone."""
    node, plan = site
    grant = (GRANT, int(Role.AGENT_ADMIN), ADMINISTRATOR, 0)
    node.as_account(ADMINISTRATOR, plan, MANAGER, grant)
    local = ("grantLocalRole(uint8,address)", int(LocalRole.PRICER), THIEF)
    node.as_account(ADMINISTRATOR, plan, FEES, local)
    said = f"{THIEF} is PRICER of {FEES} beyond the plan"
    assert drift(node, plan) == [
        "members of AGENT_ADMIN",
        f"{ADMINISTRATOR} is AGENT_ADMIN beyond the plan, with 0 s of delay",
        said,
    ]
    revoke = ("revokeRole(uint64,address)", int(Role.AGENT_ADMIN), ADMINISTRATOR)
    node.as_account(ADMINISTRATOR, plan, MANAGER, revoke)
    assert drift(node, plan) == [said]


@pytest.mark.parametrize(
    ("call", "facts"),
    [
        ((GRANT, 77, THIEF, 5), [f"{THIEF} is role 77 beyond the plan, with 5 s of delay"]),
        (
            ("setRoleAdmin(uint64,uint64)", int(Role.OPERATOR), int(Role.CONFIGURATOR)),
            ["OPERATOR is administered by CONFIGURATOR, not by ADMIN"],
        ),
        (
            ("setRoleGuardian(uint64,uint64)", int(Role.OPERATOR), int(Role.PAUSER)),
            ["operations of OPERATOR are cancelled by PAUSER too"],
        ),
        (
            ("setGrantDelay(uint64,uint32)", int(Role.OPERATOR), 60),
            ["OPERATOR is granted with a delay of 60 s of its own"],
        ),
    ],
    ids=["a role that nobody knows", "an administrator", "a guardian", "a delay of granting"],
)
def test_rel_15_the_managers_settings(
    site: tuple[LocalNode, Plan], call: tuple[Any, ...], facts: list[str]
) -> None:
    """REL-15: nobody's plan says so."""
    node, plan = site
    node.as_account(ADMINISTRATOR, plan, MANAGER, call)
    node.rpc("evm_increaseTime", 6 * 86_400)
    node.rpc("evm_mine")
    assert drift(node, plan) == facts


def test_rel_15_the_delay_of_a_contracts_access(site: tuple[LocalNode, Plan]) -> None:
    """REL-15: a contract's own delay would stop the administrators."""
    node, plan = site
    delay = ("setTargetAdminDelay(address,uint32)", plan.addresses[FEES], 60)
    node.as_account(ADMINISTRATOR, plan, MANAGER, delay)
    node.rpc("evm_increaseTime", 6 * 86_400)
    node.rpc("evm_mine")
    said = f"the access of {FEES} is changed with a delay of 60 s of its own"
    assert drift(node, plan) == [said]


def test_rel_15_a_function_that_nobody_mapped(site: tuple[LocalNode, Plan]) -> None:
    """REL-15: found in the contracts of the plan, and not judged in those of others."""
    node, plan = site
    selector = function_of(FEES, "treasury()").selector
    for target in (plan.addresses[FEES], THIEF):
        call = (MAP, target, [selector], int(Role.OPERATOR))
        node.as_account(ADMINISTRATOR, plan, MANAGER, call)
    assert drift(node, plan) == [f"{FEES}.treasury is OPERATOR's beyond the plan"]


def test_rel_15_another_owner(site: tuple[LocalNode, Plan]) -> None:
    """REL-15: ERC-3643's owner is the access manager and nobody else."""
    node, plan = site
    chain = plan.chains[0]
    found = read_matrix(node.node(), watched(plan), chain.since)
    assert list(beyond(plan, chain, found)) == []
    owned = replace(found, owners={FEES: THIEF})
    said = [f"{FEES} is owned by {THIEF}, not by the access manager"]
    assert list(beyond(plan, chain, owned)) == said


def test_rel_12_stored_parameters(site: tuple[LocalNode, Plan]) -> None:
    """REL-12: what the initialiser stored is asked for."""
    node, plan = site
    node.as_account(ADMINISTRATOR, plan, MANAGER, (GRANT, int(Role.TREASURER), ADMINISTRATOR, 0))
    recipients = ("setRecipients(address,address)", THIEF, str(actor_named("insurance")))
    node.as_account(ADMINISTRATOR, plan, FEES, recipients)
    assert f"{FEES}.treasury after initialize" in drift(node, plan)


@pytest.mark.parametrize(
    ("slot", "value", "fact"),
    [
        (INITIALIZABLE_SLOT, 2, f"initialised version of {FEES}"),
        (AUTHORITY_SLOT, int(THIEF, 16), f"manager of {FEES}"),
    ],
    ids=["initialised again", "another manager"],
)
def test_rel_12_slots(site: tuple[LocalNode, Plan], slot: int, value: int, fact: str) -> None:
    """REL-12: storage that no function of ours writes."""
    node, plan = site
    node.rpc("anvil_setStorageAt", plan.addresses[FEES], hex(slot), f"0x{value:064x}")
    assert fact in drift(node, plan)


def test_rel_15_a_node_that_leaves_logs_out(site: tuple[LocalNode, Plan]) -> None:
    """REL-15: the manager counts members that no log names; planned accounts are asked anyway."""
    node, plan = site
    grant = (GRANT, int(Role.OPERATOR), THIEF, 0)
    node.as_account(ADMINISTRATOR, plan, MANAGER, grant)

    def silent(request: dict[str, Any], ask: Any) -> Any:
        answer = ask(request)
        return {**answer, "result": []} if request["method"] == "eth_getLogs" else answer

    with proxied(node.url, Fault(handle=silent)) as url:
        found = verify_chain(plan, plan.chains[0], Node("ethereum", url, patience=5)).drift
    said = "OPERATOR: the node's logs do not tell all members that the manager counts"
    assert [one for one in found if "logs" in one] == [said]


def test_logs_are_asked_for_in_parts(site: tuple[LocalNode, Plan]) -> None:
    """Providers refuse long ranges: they are halved until the node answers."""
    node, plan = site
    node.rpc("anvil_mine", hex(40))
    widest: list[int] = []

    def narrow(request: dict[str, Any], ask: Any) -> Any:
        if request["method"] == "eth_getLogs":
            wanted = request["params"][0]
            width = int(wanted["toBlock"], 16) - int(wanted["fromBlock"], 16)
            if width > 9:
                error = {"code": -32602, "message": "block range is too wide"}
                return {"jsonrpc": "2.0", "id": request["id"], "error": error}
            widest.append(width)
        return ask(request)

    with proxied(node.url, Fault(handle=narrow)) as url:
        assert verify_chain(plan, plan.chains[0], Node("ethereum", url, patience=5)).is_clean
    assert len(widest) > 4
