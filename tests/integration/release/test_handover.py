"""Everything an account may do goes to a Safe, and nothing is left with the account."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quantera import artifacts
from quantera.access import LocalRole, Role, Specification, assignments
from quantera.evm import actor_named
from quantera.release import LocalSigner, Plan
from quantera.release.arguments import function_of, merged_abi
from quantera.release.blueprint import MANAGER
from quantera.release.campaign import Campaign
from quantera.release.campaign_run import CampaignRun
from quantera.release.errors import PlanError, RefusedError, StoppedError, WaitingError
from quantera.release.handover import Handover
from quantera.release.journal import Prepared, Reached, read
from quantera.release.matrix import Matrix, read_matrix, watched
from quantera.release.simulate import simulate_campaign
from quantera.release.succession import succeeding
from quantera.release.verify import verify_chain
from tests.integration.release.chains import (
    DEPLOYER,
    QUICK,
    FragileJournal,
    LocalNode,
    broken_off,
    few,
    planned,
    release,
    started,
)
from tests.unit.release.requests import PARAMETERS, account

FEES = "DynamicFeeStructure"
ADMINISTRATOR = str(actor_named("administrator"))
GUARDIAN = str(actor_named("guardian"))
SAFE = str(actor_named("safe"))
DAY = 86_400


def put_safe(local: LocalNode) -> None:
    """Some code, as a Safe has."""
    local.rpc("anvil_setCode", SAFE, "0x" + artifacts.load("WrappedNative").runtime_code.hex())


def everything(nodes: dict[str, LocalNode]) -> Plan:
    """A release without delays whose deployer keeps every role, local ones too."""
    roles = {role.name: [DEPLOYER] for role in Role}
    parameters = {**PARAMETERS, "agents": [DEPLOYER], "pricers": [DEPLOYER]}
    return planned(nodes, blueprint=few(), profile="local", roles=roles, parameters=parameters)


def matrix(local: LocalNode, plan: Plan) -> Matrix:
    return read_matrix(local.node(), watched(plan), plan.chain(local.name).since)


def handover(
    plan: Plan, nodes: dict[str, LocalNode], holder: str, target: str = SAFE, **options: Any
) -> Campaign:
    clients = {name: local.node() for name, local in nodes.items()}
    return Handover(plan, clients, holder, target, **options).plan()


def carry_out(
    campaign: Campaign, nodes: dict[str, LocalNode], folder: Path, actor: str, **options: Any
) -> None:
    clients = {name: local.node() for name, local in nodes.items()}
    signer = LocalSigner(account(actor))
    CampaignRun(campaign, clients, signer, folder, pace=QUICK, **options).apply()


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[str, Any], Plan]]:
    """Two chains whose deployer holds everything."""
    with started(["polygon", "optimism"]) as nodes:
        plan = everything(nodes)
        release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
        for local in nodes.values():
            put_safe(local)
        yield nodes, plan


@pytest.fixture
def site(released: tuple[dict[str, LocalNode], Plan]) -> Iterator[Any]:
    nodes, _ = released
    saved = {name: local.rpc("evm_snapshot") for name, local in nodes.items()}
    yield released
    for name, local in nodes.items():
        local.rpc("evm_revert", saved[name])


def attempts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every function that a role or a local role opens: contract and call data."""
    specification = Specification.load()
    for entry in watched(plan):
        for signature, rule in specification.rules(entry).items():
            function = merged_abi(entry).by_signature.get(signature)
            if function is not None and (rule.role is not None or rule.local):
                zeros = "".join("00" * 32 for _ in range(32))
                yield entry, "0x" + function.selector.hex() + zeros


def test_rel_14_the_old_key_can_do_nothing_afterwards(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-14: the role matrix has nothing of it, and every function refuses it as a stranger."""
    nodes, plan = site
    before = matrix(nodes["polygon"], plan)
    assert set(before.roles_of(DEPLOYER)) == set(Role)
    assert before.local_roles_of(DEPLOYER) == [(FEES, LocalRole.PRICER)]
    campaign = handover(plan, nodes, DEPLOYER)
    assert campaign.stages == ("grant", "pass-on", "leave")
    simulated = simulate_campaign(campaign, {name: one.url for name, one in nodes.items()})
    assert [one.transactions for one in simulated] == [3, 3]
    carry_out(campaign, nodes, tmp_path, "deployer")
    stranger = str(actor_named("stranger"))
    for local in nodes.values():
        after = matrix(local, plan)
        assert after.roles_of(DEPLOYER) == {}
        assert after.local_roles_of(DEPLOYER) == []
        assert after.roles_of(SAFE) == before.roles_of(DEPLOYER)
        assert after.local_roles_of(SAFE) == before.local_roles_of(DEPLOYER)
        assert after.uncounted() == []
        tried = list(attempts(plan))
        assert len(tried) > 30
        refusals = [refused(local, plan, tried, who) for who in (DEPLOYER, stranger)]
        assert refusals[0] == refusals[1]
        assert "" not in refusals[0]
        assert allowed(local, plan, DEPLOYER) == []


def refused(local: LocalNode, plan: Plan, tried: list[tuple[str, str]], who: str) -> list[str]:
    """Errors with which calls are refused, without the caller that they may name; "" for none."""
    calls = [{"from": who, "to": plan.addresses[entry], "data": data} for entry, data in tried]
    answers = local.node().ask_all([("eth_call", [call, "latest"]) for call in calls])
    return [
        "" if isinstance(answer, str) else str(answer.data).lower().replace(who[2:].lower(), "who")
        for answer in answers
    ]


def allowed(local: LocalNode, plan: Plan, who: str) -> list[str]:
    """Functions that the access manager would let an account call, at once or later."""
    specification = Specification.load()
    can = function_of(MANAGER, "canCall(address,address,bytes4)")
    asked = [
        (f"{entry}.{selector.hex()}", can.encode([who, address, selector]))
        for entry, address in watched(plan).items()
        if entry != MANAGER
        for item in assignments(specification, entry)
        for selector in item.selectors
    ]
    manager = plan.addresses[MANAGER]
    answers = local.node().ask_all(
        [("eth_call", [{"to": manager, "data": "0x" + data.hex()}, "latest"]) for _, data in asked]
    )
    return [name for (name, _), answer in zip(asked, answers, strict=True) if int(answer, 16)]


def test_rel_14_nobody_leaves_before_all_chains_have_somebody(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-13, REL-14: a chain that cannot go on keeps the key on the other one in its roles."""
    nodes, plan = site
    campaign = handover(plan, nodes, DEPLOYER)
    nodes["optimism"].rpc("anvil_setBalance", DEPLOYER, hex(10**9))
    with pytest.raises(StoppedError, match=r"optimism: grant: .*balance is too low"):
        carry_out(campaign, nodes, tmp_path, "deployer")
    assert set(matrix(nodes["polygon"], plan).roles_of(DEPLOYER)) == set(Role)
    nodes["optimism"].fund(DEPLOYER)
    carry_out(campaign, nodes, tmp_path, "deployer")
    assert [matrix(local, plan).roles_of(DEPLOYER) for local in nodes.values()] == [{}, {}]


def test_a_handover_is_resumed_wherever_it_ended(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-13: after each step's end, to the same end, with nothing sent twice."""
    nodes, plan = site
    campaign = handover(plan, nodes, DEPLOYER)
    before = nodes["polygon"].nonce()

    class StopError(Exception):
        """Ends a run in its middle."""

    for last in ("grant", "pass on", "leave"):

        def stop(chain: str, step: str, last: str = last) -> None:
            if (chain, step) == ("polygon", last):
                raise StopError

        with pytest.raises(StopError):
            carry_out(campaign, nodes, tmp_path, "deployer", tell=stop)
    carry_out(campaign, nodes, tmp_path, "deployer")
    carry_out(campaign, nodes, tmp_path, "deployer")
    assert nodes["polygon"].nonce() == before + 3


@pytest.mark.parametrize("torn", [False, True], ids=["after each entry", "within each entry"])
def test_rel_13_a_handover_interrupted_at_every_journal_entry(
    site: tuple[dict[str, LocalNode], Plan],
    tmp_path: Path,
    fragile: type[FragileJournal],
    torn: bool,
) -> None:
    """REL-13, REL-14: on two chains at once, to the end of a handover without a break."""
    nodes, plan = site
    campaign = handover(plan, nodes, DEPLOYER)

    def end() -> list[object]:
        return [(matrix(local, plan), local.nonce()) for local in nodes.values()]

    saved = {name: local.rpc("evm_snapshot") for name, local in nodes.items()}
    carry_out(campaign, nodes, tmp_path / "undisturbed", "deployer")
    expected = end()
    for name, local in nodes.items():
        local.rpc("evm_revert", saved[name])

    def run() -> None:
        carry_out(campaign, nodes, tmp_path, "deployer")

    runs = broken_off(run, fragile, 2, torn=torn)
    entries = read(campaign.journal_path(tmp_path))
    # Both chains end at once, now at one entry and now at two.
    assert runs > len(entries) // 2 - 2
    assert end() == expected
    prepared = [entry for entry in entries if isinstance(entry, Prepared)]
    assert len(prepared) == len({(one.chain, one.step) for one in prepared}) == 6
    left = [entry.chain for entry in entries if isinstance(entry, Reached)][-2:]
    assert sorted(left) == sorted(nodes)


def test_what_stands_against_a_handover_is_said_at_once(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    nodes, plan = site
    bare = str(actor_named("bare"))
    with pytest.raises(RefusedError) as caught:
        handover(plan, nodes, DEPLOYER, bare)
    assert len(caught.value.reasons) == 2
    assert all("no code at" in reason for reason in caught.value.reasons)
    assert handover(plan, nodes, DEPLOYER, bare, externally_owned=True).subject == bare
    with pytest.raises(RefusedError, match="is a contract"):
        handover(plan, nodes, SAFE, bare, externally_owned=True)
    with pytest.raises(RefusedError, match="from itself"):
        handover(plan, nodes, DEPLOYER, DEPLOYER)
    with pytest.raises(PlanError, match="holds nothing"):
        handover(plan, nodes, bare)
    with pytest.raises(RefusedError, match="sends this"):
        carry_out(handover(plan, nodes, DEPLOYER), nodes, tmp_path, "guardian")


def test_a_role_that_the_account_cannot_pass_on_is_told(
    site: tuple[dict[str, LocalNode], Plan],
) -> None:
    nodes, plan = site
    other = str(actor_named("other"))
    grant = ("grantRole(uint64,address,uint32)", int(Role.OPERATOR), other, 0)
    nodes["polygon"].as_account(DEPLOYER, plan, MANAGER, grant)
    with pytest.raises(RefusedError, match="OPERATOR, which only ADMIN grants"):
        handover(plan, nodes, other)


def test_a_handover_waits_for_the_delays_of_production(node: LocalNode, tmp_path: Path) -> None:
    """REL-14: two days for an administrator, one more for local roles that it must be lent."""
    nodes = {"ethereum": node}
    parameters = {**PARAMETERS, "pricers": [ADMINISTRATOR]}
    plan = planned(nodes, blueprint=few(), parameters=parameters)
    release(plan, nodes, tmp_path).apply()
    put_safe(node)
    node.fund(ADMINISTRATOR)
    campaign = handover(plan, nodes, ADMINISTRATOR)
    assert campaign.stages == ("propose", "grant", "pass-on", "leave")
    simulated = simulate_campaign(campaign, {"ethereum": node.url})[0]
    steps = ["propose", "grant", "propose local roles", "pass on", "leave"]
    assert list(simulated.spent) == steps
    for step, days in (("grant", 2), ("pass on", 1)):
        with pytest.raises(WaitingError, match=f"{step} from .* go on with resume"):
            carry_out(campaign, nodes, tmp_path, "administrator")
        node.rpc("evm_increaseTime", days * DAY)
        node.rpc("evm_mine")
    carry_out(campaign, nodes, tmp_path, "administrator")
    after = matrix(node, plan)
    assert after.roles_of(ADMINISTRATOR) == {}
    assert after.local_roles_of(ADMINISTRATOR) == []
    assert after.roles_of(SAFE) == {Role.ADMIN: 2 * DAY, Role.UPGRADER: 259_200}
    assert after.local_roles_of(SAFE) == [(FEES, LocalRole.PRICER)]
    assert after.roles_of(GUARDIAN) == {Role.GUARDIAN: 0}
    assert not verify_chain(plan, plan.chains[0], node.node()).is_clean
    successor = succeeding(plan, {"ethereum": after})
    assert verify_chain(successor, successor.chains[0], node.node()).drift == ()


def test_a_proposal_that_was_cancelled_ends_the_handover(node: LocalNode, tmp_path: Path) -> None:
    nodes = {"ethereum": node}
    plan = planned(nodes, blueprint=few())
    release(plan, nodes, tmp_path).apply()
    put_safe(node)
    node.fund(ADMINISTRATOR)
    campaign = handover(plan, nodes, ADMINISTRATOR)
    with pytest.raises(WaitingError):
        carry_out(campaign, nodes, tmp_path, "administrator")
    manager = plan.addresses[MANAGER]
    granting = function_of(MANAGER, "grantRole(uint64,address,uint32)")
    data = granting.encode([int(Role.ADMIN), SAFE, 2 * DAY])
    cancel = ("cancel(address,address,bytes)", ADMINISTRATOR, manager, data)
    node.as_account(GUARDIAN, plan, MANAGER, cancel)
    with pytest.raises(StoppedError, match="was cancelled or has expired"):
        carry_out(campaign, nodes, tmp_path, "administrator")
