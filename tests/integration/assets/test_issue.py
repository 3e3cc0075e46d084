"""An asset on many chains: at one address, by its rules, on all of them or on none."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from eth_utils.crypto import keccak

from quantera.access import LocalRole
from quantera.assets.errors import AlreadyDeployedError
from quantera.assets.planner import ENGINE, SETTLEMENT, TOKEN, AssetPlanner
from quantera.bridge.scoring import Protocol
from quantera.compliance.record import pack_record
from quantera.devnet.protocols import Outcome
from quantera.evm import actor_named
from quantera.release import LocalSigner, Plan
from quantera.release.arguments import function_of
from quantera.release.blueprint import BRIDGE, MANAGER
from quantera.release.campaign import Campaign
from quantera.release.campaign_run import CampaignRun
from quantera.release.conditions import unmet
from quantera.release.errors import RefusedError, StoppedError, WaitingError
from quantera.release.handover import Handover
from quantera.release.matrix import issued, read_matrix, watched
from quantera.release.simulate import simulate_campaign
from quantera.release.succession import succeeding
from quantera.release.verify import verify_chain
from tests.integration.assets.conftest import ISSUER
from tests.integration.release.bridged import Installed, crossing
from tests.integration.release.chains import CHAIN_IDS, QUICK, LocalNode, ledger, planned, release
from tests.unit.assets.requests import asset_request, content
from tests.unit.release.requests import account

AGENT = str(actor_named("agent"))
BOTH = ("ethereum", "polygon")
ALL = {"fromBlock": "0x0", "toBlock": "latest"}
BALANCE = "balanceOf(address)"
COUNTERPART = "chainAssetRegistry(uint256,address)"
LIMIT = "limitOf(uint8,address,uint256)"
ALLOTMENT = "allotment(address,uint8,uint256)"
LISTED = "0x" + keccak(text="SecurityListed(address,uint8,bool)").hex()


def issue(
    nodes: dict[str, LocalNode],
    plan: Plan,
    chains: tuple[str, ...] = BOTH,
    sender: str = ISSUER,
    **given: Any,
) -> Campaign:
    clients = {name: local.node() for name, local in nodes.items()}
    standing = given.pop("standing", ())
    return AssetPlanner(plan, clients, asset_request(**given), sender, chains, standing).campaign()


def in_hand(
    campaign: Campaign,
    nodes: dict[str, LocalNode],
    folder: Path,
    actor: str = "issuer",
    **options: Any,
) -> CampaignRun:
    clients = {name: local.node() for name, local in nodes.items()}
    signer = LocalSigner(account(actor))
    return CampaignRun(campaign, clients, signer, folder, pace=QUICK, **options)


def token_view(local: LocalNode, campaign: Campaign, signature: str, *arguments: Any) -> Any:
    function = function_of(TOKEN, signature)
    asked = {"to": campaign.subject, "data": "0x" + function.encode(arguments).hex()}
    return function.decode(bytes.fromhex(local.rpc("eth_call", asked, "latest")[2:]))


def act(local: LocalNode, sender: str, to: str, entry: str, call: tuple[Any, ...]) -> bool:
    """Send a transaction as anybody; whether it succeeded."""
    local.fund(sender)
    local.rpc("anvil_impersonateAccount", sender)
    data = "0x" + function_of(entry, call[0]).encode(call[1:]).hex()
    sent = local.rpc(
        "eth_sendTransaction", {"from": sender, "to": to, "data": data, "gas": hex(3_000_000)}
    )
    local.rpc("evm_mine")
    return int(local.rpc("eth_getTransactionReceipt", sent)["status"], 16) == 1


def test_rel_17_an_asset_is_issued_at_one_address(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: registered, with rules, agents and settlement on both chains; its agent mints."""
    nodes, plan = site
    campaign = issue(nodes, plan, shares={"ethereum": 60})
    assert campaign.stages == ("propose", "create", "admit")
    urls = {name: nodes[name].url for name in BOTH}
    assert [one.transactions for one in simulate_campaign(campaign, urls)] == [2, 2]
    in_hand(campaign, nodes, tmp_path).apply()
    padded = "0x" + campaign.subject[2:].lower().rjust(64, "0")
    for name, part in (("ethereum", 60), ("polygon", 40)):
        local = nodes[name]
        supply = local.view(plan, ENGINE, ALLOTMENT, campaign.subject, 0, 0)
        assert list(supply) == [10**24, 10**24 * part // 100, 0]
        wanted = {"address": plan.addresses[SETTLEMENT], "topics": [LISTED, padded], **ALL}
        assert len(local.rpc("eth_getLogs", wanted)) == 1
        assert unmet(local.node(), campaign.chains[BOTH.index(name)].holds) == []
        assert token_view(local, campaign, "hasLocalRole(uint8,address)", LocalRole.AGENT, AGENT)
        _agent_mints(local, plan, campaign)
        # An asset is no drift of the release that it is issued into.
        assert verify_chain(plan, plan.chain(name), local.node()).drift == ()
    assert nodes["optimism"].rpc("eth_getCode", campaign.subject, "latest") == "0x"
    with pytest.raises(AlreadyDeployedError, match="ethereum"):
        issue(nodes, plan)


def _agent_mints(local: LocalNode, plan: Plan, campaign: Campaign) -> None:
    """To a qualified investor of Germany, and to nobody who is not registered."""
    investor, stranger = (str(actor_named(name)) for name in ("qualified", "unregistered"))
    classes = (0, 3, 0, 0, 0)
    word = pack_record(int(investor, 16), 276, 2**39, classes, 0, 0)
    engine, token = plan.addresses[ENGINE], campaign.subject
    records = ("writeRecords((address,uint256)[])", [(investor, word)])
    assert act(local, AGENT, engine, ENGINE, records)
    assert act(local, AGENT, token, TOKEN, ("unpause()",))
    assert act(local, AGENT, token, TOKEN, ("mint(address,uint256)", investor, 10**20))
    assert not act(local, AGENT, token, TOKEN, ("mint(address,uint256)", stranger, 10**20))
    assert token_view(local, campaign, "balanceOf(address)", investor) == 10**20


def test_rel_17_nothing_is_admitted_while_one_chain_lacks_it(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: what stands on the other chain has no agent, no rules, and is paused."""
    nodes, plan = site
    campaign = issue(nodes, plan)
    nodes["polygon"].rpc("anvil_setBalance", ISSUER, hex(10**9))
    with pytest.raises(StoppedError, match=r"polygon: create: .*balance is too low"):
        in_hand(campaign, nodes, tmp_path).apply()
    ready = nodes["ethereum"]
    assert ready.rpc("eth_getCode", campaign.subject, "latest") != "0x"
    assert token_view(ready, campaign, "paused()")
    assert not ready.view(plan, ENGINE, "isRegistered(address)", campaign.subject)
    assert token_view(ready, campaign, "localRolesOf(address)", AGENT) == 0
    nodes["polygon"].fund(ISSUER)
    in_hand(campaign, nodes, tmp_path).apply()
    for name in BOTH:
        assert nodes[name].view(plan, ENGINE, "isRegistered(address)", campaign.subject)


def test_rel_17_a_roll_back_leaves_nobody_in(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: closed where it stands, and not taken up again; an admitted one is not undone."""
    nodes, plan = site
    campaign = issue(nodes, plan)
    nodes["polygon"].rpc("anvil_setBalance", ISSUER, hex(10**9))
    with pytest.raises(StoppedError):
        in_hand(campaign, nodes, tmp_path).apply()
    nodes["polygon"].fund(ISSUER)
    in_hand(campaign, nodes, tmp_path).undo()
    with pytest.raises(StoppedError, match="was undone"):
        in_hand(campaign, nodes, tmp_path).apply()
    for name in BOTH:
        closed = nodes[name].view(plan, MANAGER, "isTargetClosed(address)", campaign.subject)
        assert closed
        assert not nodes[name].view(plan, ENGINE, "isRegistered(address)", campaign.subject)
    assert not act(nodes["ethereum"], AGENT, campaign.subject, TOKEN, ("unpause()",))
    other = {**content()["policy"], "id": "00000000-0000-0000-0000-0000000000b1"}
    again = issue(nodes, plan, policy=other)
    in_hand(again, nodes, tmp_path).apply()
    with pytest.raises(StoppedError, match="too late to undo"):
        in_hand(again, nodes, tmp_path).undo()


def test_rel_17_it_is_resumed_wherever_it_ended(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: nothing is sent twice."""
    nodes, plan = site
    campaign = issue(nodes, plan)
    before = {name: nodes[name].nonce(ISSUER) for name in BOTH}

    class StopError(Exception):
        """Ends a run in its middle."""

    for last in ("create", "admit"):

        def stop(chain: str, step: str, last: str = last) -> None:
            if (chain, step) == ("ethereum", last):
                raise StopError

        with pytest.raises(StopError):
            in_hand(campaign, nodes, tmp_path, tell=stop).apply()
    in_hand(campaign, nodes, tmp_path).apply()
    assert {name: nodes[name].nonce(ISSUER) - before[name] for name in BOTH} == {
        "ethereum": 2,
        "polygon": 2,
    }


def test_a_chain_is_added_without_limits_of_its_own(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """The same address, and no part of a limit that other chains have given out already."""
    nodes, plan = site
    campaign = issue(nodes, plan)
    in_hand(campaign, nodes, tmp_path).apply()
    with pytest.raises(RefusedError) as caught:
        issue(nodes, plan, ("optimism",), standing=("ethereum", "optimism"))
    said = f"optimism: the bridge does not list {campaign.subject} with 18 decimals"
    assert caught.value.reasons == [said]
    added = issue(nodes, plan, ("optimism",), standing=BOTH)
    assert added.subject == campaign.subject
    # The chains on which it stands are told of the new one, and of nothing else.
    assert [[stage.name for stage in part.stages] for part in added.chains] == [
        ["admit"],
        ["admit"],
        ["create", "admit"],
    ]
    in_hand(added, nodes, tmp_path).apply()
    supply = nodes["optimism"].view(plan, ENGINE, ALLOTMENT, campaign.subject, 0, 0)
    assert list(supply) == [10**24, 0, 0]
    chain_ids = {name: CHAIN_IDS[name] for name in (*BOTH, "optimism")}
    for here, there in itertools.permutations(chain_ids, 2):
        asked = (chain_ids[there], campaign.subject)
        local = nodes[here]
        assert local.view(plan, BRIDGE, COUNTERPART, *asked) == campaign.subject
        for kind in (0, 1):
            limit = local.view(plan, BRIDGE, LIMIT, kind, campaign.subject, chain_ids[there])
            assert tuple(limit) == (10**22, 1_440, 10**22)
    for part in (*campaign.chains, *added.chains):
        assert unmet(nodes[part.name].node(), part.holds) == []


def test_rel_17_what_was_issued_crosses_to_another_chain(
    site: tuple[dict[str, LocalNode], Plan],
    grounds: tuple[dict[str, LocalNode], Installed],
    tmp_path: Path,
) -> None:
    """REL-17: over the real protocols, burnt here and minted there, up to the bridge's limits."""
    nodes, plan = site
    _, protocols = grounds
    wormhole = protocols["wormhole"]
    bridges = dict.fromkeys(nodes, plan.addresses[BRIDGE])
    wormhole.serve(bridges, bridges=True)  # type: ignore[attr-defined]
    terms = {"attest_from": 10**20, "protocol": {"capacity": 3 * 10**19}}
    campaign = issue(nodes, plan, bridge=terms)
    in_hand(campaign, nodes, tmp_path).apply()
    for name in BOTH:
        _agent_mints(nodes[name], plan, campaign)
    investor = str(actor_named("qualified"))
    sent = {
        "asset": campaign.subject,
        "destinationChainId": CHAIN_IDS["polygon"],
        "recipient": investor,
        "units": 10**19,
    }

    def balances() -> list[int]:
        told = (token_view(nodes[name], campaign, BALANCE, investor) for name in BOTH)
        return [int(units) // 10**19 for units in told]

    assert balances() == [10, 10]
    for crossed, protocol in enumerate(Protocol, 1):
        outcomes = crossing(protocols, plan, "ethereum", {**sent, "protocol": protocol}, investor)
        assert outcomes == {protocol: Outcome(True)}
        assert balances() == [10 - crossed, 10 + crossed]
    # One protocol alone has moved 1 of the 3 that it may: 3 more are parked and not minted.
    more = {**sent, "protocol": Protocol.WORMHOLE, "units": 3 * 10**19}
    crossing(protocols, plan, "ethereum", more, investor)
    assert balances() == [3, 14]


def test_rel_17_an_asset_that_never_leaves_a_chain(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: the bridge knows nothing of it, and cannot mint it."""
    nodes, plan = site
    campaign = issue(nodes, plan, bridge=None)
    assert BRIDGE not in campaign.addresses
    in_hand(campaign, nodes, tmp_path).apply()
    for name in BOTH:
        assert not nodes[name].view(plan, BRIDGE, "assetOf(address)", campaign.subject).listed
        bridge = plan.addresses[BRIDGE]
        assert token_view(nodes[name], campaign, "localRolesOf(address)", bridge) == 0


def test_rel_17_what_changed_at_the_bridge_is_found(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-17: terms, counterparts and limits, but not what of a limit is used."""
    nodes, plan = site
    campaign = issue(nodes, plan)
    in_hand(campaign, nodes, tmp_path).apply()
    polygon, token = nodes["polygon"], campaign.subject

    def found() -> list[str]:
        holds = campaign.chains[BOTH.index("polygon")].holds
        return [fact.partition(": expected")[0] for fact in unmet(polygon.node(), holds)]

    assert found() == []
    lower = ("lowerLimit(uint8,address,uint256,uint104,uint16)", 1, token, 1, 1, 1_440)
    remote = ("setRemoteAsset(uint256,address,address)", 1, token, ISSUER)
    terms = ("lowerThresholds(address,uint96,uint96)", token, 0, 0)
    for call in (lower, remote, terms):
        assert act(polygon, ISSUER, plan.addresses[BRIDGE], BRIDGE, call)
    assert found() == [
        "UniversalBridge.assetOf of the token",
        "UniversalBridge.chainAssetRegistry of the token (1)",
        "UniversalBridge.localAssetOf of the token (1)",
        "the token's limit from 1",
    ]


def test_the_sender_needs_its_roles(site: tuple[dict[str, LocalNode], Plan]) -> None:
    nodes, plan = site
    with pytest.raises(RefusedError) as caught:
        issue(nodes, plan, sender=AGENT)
    assert len(caught.value.reasons) == 10
    assert f"ethereum: {AGENT} is not BRIDGE_ADMIN" in caught.value.reasons
    assert f"polygon: {AGENT} is not LISTING_ADMIN" in caught.value.reasons
    without = issue(nodes, plan, settlement=False)
    assert SETTLEMENT not in without.addresses


def test_production_waits_and_takes_back_what_waits(node: LocalNode, tmp_path: Path) -> None:
    """REL-17: everything is proposed at once and takes two days; until then it can be cancelled."""
    nodes = {"ethereum": node}
    needed = ("ADMIN", "UPGRADER", "COMPLIANCE_ADMIN", "LISTING_ADMIN", "BRIDGE_ADMIN")
    roles = {"GUARDIAN": [AGENT], **{role: [ISSUER] for role in needed}}
    plan = planned(nodes, blueprint=ledger(), roles=roles)
    release(plan, nodes, tmp_path).apply()
    node.fund(ISSUER)
    first = issue(nodes, plan, ("ethereum",))
    with pytest.raises(WaitingError, match="create from"):
        in_hand(first, nodes, tmp_path).apply()
    in_hand(first, nodes, tmp_path).undo()
    other = {**content()["policy"], "id": "00000000-0000-0000-0000-0000000000b1"}
    second = issue(nodes, plan, ("ethereum",), policy=other)
    assert list(simulate_campaign(second, {"ethereum": node.url})[0].spent) == [
        "propose",
        "create",
        "admit",
    ]
    with pytest.raises(WaitingError):
        in_hand(second, nodes, tmp_path).apply()
    node.rpc("evm_increaseTime", 2 * 86_400)
    node.rpc("evm_mine")
    in_hand(second, nodes, tmp_path).apply()
    assert node.view(plan, ENGINE, "isRegistered(address)", second.subject)
    assert not node.view(plan, ENGINE, "isRegistered(address)", first.subject)


def test_rel_14_a_handover_takes_assets_along(
    site: tuple[dict[str, LocalNode], Plan], tmp_path: Path
) -> None:
    """REL-14: an agent of an asset that the plan does not know is none afterwards."""
    nodes, plan = site
    campaign = issue(nodes, plan, agents=[ISSUER])
    in_hand(campaign, nodes, tmp_path).apply()
    clients = {name: local.node() for name, local in nodes.items()}
    successor = str(actor_named("safe"))
    leaving = Handover(plan, clients, ISSUER, successor, externally_owned=True).plan()
    in_hand(leaving, nodes, tmp_path).apply()
    for name in BOTH:
        assert token_view(nodes[name], campaign, "localRolesOf(address)", ISSUER) == 0
        held = token_view(nodes[name], campaign, "localRolesOf(address)", successor)
        assert held == 1 << LocalRole.AGENT
        chain = plan.chain(name)
        contracts = watched(plan) | issued(plan, chain, clients[name])
        assert contracts[f"{TOKEN} {campaign.subject}"] == campaign.subject
        matrix = read_matrix(clients[name], contracts, chain.since, (ISSUER,))
        assert matrix.roles_of(ISSUER) == {}
        assert matrix.local_roles_of(ISSUER) == []
        after = succeeding(plan, {one.name: matrix for one in plan.chains})
        assert verify_chain(after, after.chain(name), clients[name]).drift == ()
