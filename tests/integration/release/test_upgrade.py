"""Upgrades are proposals: compared, simulated, scheduled, and carried out after the delay."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from eth_utils.crypto import keccak

from quantera.evm import actor_named
from quantera.gates import layout
from quantera.release import LocalSigner, Plan
from quantera.release.addresses import KEYLESS_DEPLOYER
from quantera.release.blueprint import MANAGER
from quantera.release.campaign import Campaign
from quantera.release.campaign_run import CampaignRun
from quantera.release.conditions import IMPLEMENTATION_SLOT
from quantera.release.errors import PlanError, RefusedError, StoppedError, WaitingError
from quantera.release.layouts import layout_faults, layout_then
from quantera.release.safe import batches, checksum
from quantera.release.simulate import simulate_campaign
from quantera.release.succession import upgraded
from quantera.release.upgrade import Upgrade
from quantera.release.verify import verify_chain
from quantera.toolchain.workspace import ROOT
from tests.integration.release.chains import (
    EXTENSION,
    QUICK,
    FragileJournal,
    LocalNode,
    broken_off,
    few,
    planned,
    release,
    started,
)
from tests.unit.release.requests import account

FEES = "DynamicFeeStructure"
ADMINISTRATOR = str(actor_named("administrator"))
DELAY = 259_200
"""Of the request's UPGRADER, in seconds."""


def no_faults(_plan: Plan, _contract: str) -> list[str]:
    return []


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalNode, Plan]]:
    """One chain with the delays of production."""
    with started(["ethereum"]) as nodes:
        plan = planned(nodes, blueprint=few())
        release(plan, nodes, tmp_path_factory.mktemp("journal")).apply()
        nodes["ethereum"].fund(ADMINISTRATOR)
        yield nodes["ethereum"], plan


@pytest.fixture
def site(released: tuple[LocalNode, Plan]) -> Iterator[tuple[LocalNode, Plan]]:
    node, _ = released
    saved = node.rpc("evm_snapshot")
    yield released
    node.rpc("evm_revert", saved)


def upgrade(node: LocalNode, plan: Plan, proposer: str = ADMINISTRATOR, **given: Any) -> Campaign:
    options = {"layout_faults": no_faults, "blueprint": few(), **given}
    return Upgrade(plan, {"ethereum": node.node()}, FEES, proposer, **options).campaign()


def implementation(node: LocalNode, plan: Plan) -> str:
    slot = node.rpc("eth_getStorageAt", plan.addresses[FEES], hex(IMPLEMENTATION_SLOT), "latest")
    return "0x" + str(slot)[-40:]


@pytest.mark.usefixtures("newer")
def test_rel_16_a_proposal_is_carried_out_after_the_delay(
    site: tuple[LocalNode, Plan], tmp_path: Path
) -> None:
    """REL-16: what was simulated is what comes, and the plan follows it."""
    node, plan = site
    campaign = upgrade(node, plan)
    new = campaign.subject
    assert new not in plan.addresses.values()
    created = [f"create {EXTENSION}", f"create {FEES}.implementation"]
    simulated = simulate_campaign(campaign, {"ethereum": node.url})[0]
    assert list(simulated.spent) == [*created, "propose", "upgrade"]
    run = CampaignRun(
        campaign,
        {"ethereum": node.node()},
        LocalSigner(account("administrator")),
        tmp_path,
        pace=QUICK,
    )
    with pytest.raises(WaitingError, match="upgrade from"):
        run.apply()
    assert implementation(node, plan) != new.lower()
    node.rpc("evm_increaseTime", DELAY)
    node.rpc("evm_mine")
    run.apply()
    assert implementation(node, plan) == new.lower()
    assert not verify_chain(plan, plan.chains[0], node.node()).is_clean
    successor = upgraded(plan, campaign)
    assert verify_chain(successor, successor.chains[0], node.node()).drift == ()
    assert successor.addresses[FEES] == plan.addresses[FEES]
    with pytest.raises(RefusedError, match="nothing to upgrade"):
        upgrade(node, successor)


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("torn", [False, True], ids=["after each entry", "within each entry"])
def test_rel_16_an_upgrade_interrupted_at_every_journal_entry(
    site: tuple[LocalNode, Plan], tmp_path: Path, fragile: type[FragileJournal], torn: bool
) -> None:
    """REL-13, REL-16: before the delay and after it, with nothing created or scheduled twice."""
    node, plan = site
    campaign = upgrade(node, plan)
    clients, signer = {"ethereum": node.node()}, LocalSigner(account("administrator"))
    run = CampaignRun(campaign, clients, signer, tmp_path, pace=QUICK)

    def until_it_waits() -> None:
        with pytest.raises(WaitingError, match="upgrade from"):
            run.apply()

    before = node.nonce(ADMINISTRATOR)
    # Whose journal it is; two creations and a proposal, each prepared and done; two stages.
    entries, finds_all_done = 9, not torn
    assert broken_off(until_it_waits, fragile, 2, torn=torn) == entries - 1 + finds_all_done
    assert node.nonce(ADMINISTRATOR) == before + 3
    node.rpc("evm_increaseTime", DELAY)
    node.rpc("evm_mine")
    # The last stage is begun, its step prepared and done, the stage reached, and all of it.
    assert broken_off(run.apply, fragile, 1, torn=torn) == 5 + finds_all_done
    assert node.nonce(ADMINISTRATOR) == before + 4
    assert implementation(node, plan) == campaign.subject.lower()
    successor = upgraded(plan, campaign)
    assert verify_chain(successor, successor.chains[0], node.node()).drift == ()


@pytest.mark.usefixtures("newer")
def test_rel_16_a_safe_gets_files(site: tuple[LocalNode, Plan]) -> None:
    """REL-16: sent as they stand, before and after the delay, they upgrade."""
    node, plan = site
    campaign = upgrade(node, plan)
    first, second = (batch for _, batch in batches(campaign, {"ethereum": node.node()}))
    assert [one["to"] for one in first["transactions"]] == [
        KEYLESS_DEPLOYER,
        KEYLESS_DEPLOYER,
        plan.addresses[MANAGER],
    ]
    assert first["chainId"] == "1"
    assert first["meta"]["createdFromSafeAddress"] == ADMINISTRATOR
    send(node, first)
    node.rpc("evm_increaseTime", DELAY)
    node.rpc("evm_mine")
    send(node, second)
    assert implementation(node, plan) == campaign.subject.lower()


def send(node: LocalNode, batch: dict[str, Any]) -> None:
    """As the Safe's builder does: in order, all of them or none."""
    node.rpc("anvil_impersonateAccount", ADMINISTRATOR)
    for one in batch["transactions"]:
        fields = {"from": ADMINISTRATOR, "to": one["to"], "data": one["data"]}
        sent = node.rpc("eth_sendTransaction", {**fields, "gas": hex(8_000_000)})
        node.rpc("evm_mine")
        assert int(node.rpc("eth_getTransactionReceipt", sent)["status"], 16) == 1
    node.rpc("anvil_stopImpersonatingAccount", ADMINISTRATOR)


def test_the_builders_checksum() -> None:
    """The text that its source hashes: sorted keys, then values with a comma behind each."""
    batch = {"b": [1, "x"], "a": {"c": None}}
    text = '{["a","b"]{["c"]null,},[1,"x"],}'
    assert checksum(batch) == "0x" + keccak(text=text).hex()


@pytest.mark.usefixtures("newer")
def test_rel_16_what_stands_against_an_upgrade(site: tuple[LocalNode, Plan]) -> None:
    """REL-16: storage that cannot follow, a proposer without the role, nothing behind a proxy."""
    node, plan = site

    def broken(_plan: Plan, contract: str) -> list[str]:
        return [f"{contract} deletes a variable"]

    with pytest.raises(RefusedError, match="storage: DynamicFeeStructure deletes a variable"):
        upgrade(node, plan, layout_faults=broken)
    stranger = str(actor_named("stranger"))
    with pytest.raises(RefusedError, match=f"{stranger} is not UPGRADER"):
        upgrade(node, plan, stranger)
    clients = {"ethereum": node.node()}
    with pytest.raises(PlanError, match="not behind a proxy"):
        Upgrade(plan, clients, "DualControl", ADMINISTRATOR, no_faults).campaign()


def test_rel_16_nothing_changed_nothing_proposed(site: tuple[LocalNode, Plan]) -> None:
    """REL-16: the same code is no upgrade."""
    with pytest.raises(RefusedError, match="nothing to upgrade"):
        upgrade(*site)


@pytest.mark.usefixtures("newer")
def test_rel_16_a_fork_finds_what_an_upgrade_breaks(site: tuple[LocalNode, Plan]) -> None:
    """REL-16: a call that fails in the upgrade fails on the fork, and nothing is proposed."""
    node, plan = site
    campaign = upgrade(node, plan, call=bytes.fromhex("deadbeef"))
    with pytest.raises(StoppedError, match="upgrade, on a fork"):
        simulate_campaign(campaign, {"ethereum": node.url})


def test_rel_16_layouts_are_compared_with_the_releases_commit(
    monkeypatch: pytest.MonkeyPatch, few_plan: Plan
) -> None:
    """REL-16: the layout of then is the commit's; a variable that moved is refused."""
    now = json.loads((ROOT / layout.COMMITTED / f"{FEES}.json").read_text())
    assert layout_then(few_plan.git_commit, FEES) == now
    with pytest.raises(PlanError, match="no storage layout"):
        layout_then("0" * 40, FEES)
    moved = json.loads(json.dumps(now))
    namespaces = moved["namespaces"]
    first = next(name for name, members in namespaces.items() if len(members) > 1)
    namespaces[first] = namespaces[first][1:]
    for given, faulty in ((now, False), (moved, True)):
        found = layout.Extracted({FEES: given}, ())
        monkeypatch.setattr("quantera.release.layouts._today", lambda found=found: found)
        assert bool(layout_faults(few_plan, FEES)) is faulty
