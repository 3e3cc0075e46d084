"""The bridge in a release: its lanes, what is found of them, and what no plan opens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from quantera.access import Role
from quantera.evm import actor_named
from quantera.release import LocalSigner, Node, Plan, Planner
from quantera.release.ape_account import ApeSigner
from quantera.release.arguments import foreign
from quantera.release.blueprint import BRIDGE
from quantera.release.campaign_run import CampaignRun
from quantera.release.conditions import unmet
from quantera.release.errors import PlanError, RefusedError, WaitingError
from quantera.release.layerzero import CONFIG, VERIFIERS, Verifiers
from quantera.release.new_lanes import NewLanes, joined
from quantera.release.request import Request
from quantera.release.safe import batches
from quantera.release.simulate import simulate_campaign
from quantera.release.verify import verify
from scripts.deploy import cli
from tests.integration.release.bridged import Installed, bridged, installed, places
from tests.integration.release.chains import (
    CHAIN_IDS,
    DEPLOYER,
    QUICK,
    LocalNode,
    ledger,
    release,
    started,
)
from tests.unit.release.requests import account, content, request, sign

OLD = ("polygon", "optimism")
NEW = "ethereum"
"""Released nowhere."""
ADDED = "arbitrum"
"""Released after the others, by another key."""
CARRIER = str(actor_named("bridge administrator"))
ALIAS = "TEST::0"
KEEPER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
"""The account of that alias."""
BOARD = str(actor_named("board"))
LATER = str(actor_named("second deployer"))
THIEF = str(actor_named("thief"))
LANE = "setLane(uint256,(bool,uint8,uint8,uint32))"
PEER = "setPeer(uint256,uint8,(address,uint64,uint8,string))"
ENDPOINT = "setEndpoint(uint8,(address,address,uint64))"
CONFIGURE = "configureLayerZero(address,(uint32,uint32,bytes)[])"
LAYERZERO, WORMHOLE = 1, 2
DAY = 86_400
FIELDS: dict[str, Any] = {
    "profile": "local",
    "roles": {
        **content()["roles"],
        # Of these the board waits.
        Role.BRIDGE_ADMIN.name: [CARRIER, KEEPER, {"account": BOARD, "delay": DAY}],
    },
}


@dataclass(frozen=True)
class Site:
    """Chains with all protocols, on which everything but markets is released, or will be.

    Attributes:
        plan: of two chains that stand.
        added: of the chain that was added to them.
        wanted: the added chain's request.
    """

    nodes: dict[str, LocalNode]
    protocols: Installed
    plan: Plan
    added: Plan
    wanted: Request

    def clients(self) -> dict[str, Node]:
        return {name: local.node() for name, local in self.nodes.items()}

    def old(self) -> dict[str, LocalNode]:
        return {name: self.nodes[name] for name in OLD}

    def new(self) -> dict[str, LocalNode]:
        return {NEW: self.nodes[NEW]}

    def administers(self, name: str, call: tuple[Any, ...]) -> None:
        """The bridge's administrator changes it by hand."""
        self.nodes[name].as_account(CARRIER, self.plan, BRIDGE, call)


def planned(nodes: Mapping[str, LocalNode], wanted: Request) -> Plan:
    """A plan of everything but markets."""
    clients = {name: local.node() for name, local in nodes.items()}
    return Planner(wanted, clients, sign, ledger()).plan()


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with started([*OLD, ADDED, NEW]) as nodes, installed(nodes) as protocols:
        old, later = {name: nodes[name] for name in OLD}, {ADDED: nodes[ADDED]}
        plan = planned(old, request(**bridged(old, protocols, **FIELDS)))
        folder = tmp_path_factory.mktemp("journal")
        release(plan, old, folder).apply()
        for name in (ADDED, NEW):
            nodes[name].fund(LATER)
            nodes[name].fund(DEPLOYER, 0)
        wanted = request(**bridged(later, protocols, OLD, deployer=LATER, **FIELDS))
        added = planned(later, wanted)
        release(added, later, folder, deployer="second deployer").apply()
        yield Site(nodes, protocols, plan, added, wanted)


@pytest.fixture
def site(released: Site) -> Iterator[Site]:
    saved = {name: local.rpc("evm_snapshot") for name, local in released.nodes.items()}
    yield released
    for name, local in released.nodes.items():
        local.rpc("evm_revert", saved[name])


def drift_of(site: Site, name: str = "polygon") -> list[str]:
    """What verification finds on one chain, without what was expected instead."""
    reports = {one.chain: one for one in verify(site.plan, site.clients())}
    return [fact.partition(": expected")[0] for fact in reports[name].drift]


def in_force(site: Site, name: str, other: str, library: str = "send_library") -> Verifiers:
    """Who must vouch for the bridge's messages, as LayerZero's endpoint says it."""
    contracts = site.protocols["layerzero"].installation.sites[name].contracts
    view, eid = foreign(CONFIG), site.protocols["layerzero"].number(other)
    asked = view.encode([site.plan.addresses[BRIDGE], contracts[library], eid, VERIFIERS])
    call = {"to": contracts["endpoint"], "data": "0x" + asked.hex()}
    told = site.nodes[name].rpc("eth_call", call, "latest")
    return Verifiers.told(view.decode(bytes.fromhex(told[2:])))


def refusal(site: Site, **changes: Any) -> str:
    """Why there is no plan for the third chain."""
    wanted = bridged(site.new(), site.protocols, OLD, deployer=LATER, **FIELDS, **changes)
    with pytest.raises(RefusedError) as refused:
        planned(site.new(), request(**wanted))
    return "\n".join(refused.value.reasons)


def changed(site: Site, protocol: str, **given: Any) -> dict[str, Any]:
    """The third chain with other facts of one protocol."""
    told = bridged(site.new(), site.protocols)["chains"][NEW]
    own = {**told["bridge"][protocol], **given}
    return {NEW: {**told, "bridge": {**told["bridge"], protocol: own}}}


# -- what is released ---------------------------------------------------------------------------


def test_rel_18_lanes_lead_both_ways_over_all_protocols(site: Site) -> None:
    """REL-18: each end knows the other at the same address, and two verifiers must vouch."""
    assert [one.drift for one in verify(site.plan, site.clients())] == [(), ()]
    bridge = site.plan.addresses[BRIDGE]
    for here, there in (OLD, OLD[::-1]):
        local, chain_id = site.nodes[here], CHAIN_IDS[there]
        terms, paused = local.view(site.plan, BRIDGE, "laneOf(uint256)", chain_id)
        assert (terms, paused) == ((True, 2, 2, DAY), False)
        peers = [
            local.view(site.plan, BRIDGE, "peerOf(uint256,uint8)", chain_id, number)
            for number in range(4)
        ]
        assert {peer.bridge for peer in peers} == {bridge}
        assert [peer.name for peer in peers] == [
            "",
            "",
            "",
            {"polygon": "Polygon"}.get(there, there),
        ]
        for library in ("send_library", "receive_library"):
            found = in_force(site, here, there, library)
            own = places(site.protocols, here)["layerzero"]["verifiers"]
            assert set(found.required) == set(own)
        assert local.view(site.plan, BRIDGE, "pausedGroups()") == 0


def test_rel_18_an_unused_chain_of_the_protocols_is_no_peer(site: Site) -> None:
    """REL-18: nothing is connected that the request does not name."""
    for name in OLD:
        peer = site.nodes[name].view(site.plan, BRIDGE, "peerOf(uint256,uint8)", 1, WORMHOLE)
        assert int(peer.bridge, 16) == 0


# -- what is found ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "facts"),
    [
        (
            (PEER, 10, WORMHOLE, (THIEF, 24, 3, "")),
            [f"{BRIDGE}.peerOf after setPeer (optimism, wormhole)"],
        ),
        ((LANE, 10, (True, 3, 2, DAY)), [f"{BRIDGE}.laneOf after setLane (optimism)"]),
        (
            (PEER, 250, WORMHOLE, (THIEF, 10, 3, "")),
            [
                f"the bridge takes {THIEF} on chain 250 over wormhole for its peer beyond the plan",
            ],
        ),
        ((LANE, 250, (True, 2, 2, 0)), ["the bridge's lane to chain 250 is open beyond the plan"]),
        (("setInputMaxAge(uint32)", 1), [f"{BRIDGE}.inputsOf after setInputMaxAge"]),
        (
            ("setSettlement(address)", "0x" + "0" * 40),
            [f"{BRIDGE}.settlementOf after setSettlement"],
        ),
    ],
    ids=["a peer", "a lane", "a peer too many", "a lane too many", "an age", "the settlement"],
)
def test_rel_12_rel_15_what_was_changed_by_hand(
    site: Site, call: tuple[Any, ...], facts: list[str]
) -> None:
    """REL-12, REL-15: what the plan says of the bridge, and what it does not say."""
    site.administers("polygon", call)
    assert drift_of(site) == facts
    assert drift_of(site, "optimism") == []


def test_rel_12_an_endpoint_that_is_another(site: Site) -> None:
    """REL-12: who may bring messages is asked for."""
    axelar = places(site.protocols, "polygon")["axelar"]
    terms = (axelar["contract"], "0x" + "0" * 40, 5)
    site.administers("polygon", (ENDPOINT, WORMHOLE, terms))
    assert drift_of(site) == [f"{BRIDGE}.endpointOf after setEndpoint (wormhole)"]


def test_rel_12_layerzeros_verifiers_are_the_bridges_own(site: Site) -> None:
    """REL-12, REL-18: LayerZero changes its defaults and nothing happens; ours are asked for."""
    layerzero = site.protocols["layerzero"]
    library, eid = layerzero.at("polygon", "send_library"), layerzero.number("optimism")
    one = layerzero.verifier_settings("polygon", ["dvn_a"], optional=0)  # type: ignore[attr-defined]
    library.setDefaultUlnConfigs([(eid, one)], sender=layerzero.admin("polygon"))
    assert drift_of(site) == []
    longer = replace(in_force(site, "polygon", "optimism"), confirmations=9).as_set()
    parameters = [(eid, VERIFIERS, longer)]
    site.administers("polygon", (CONFIGURE, library.address, parameters))
    endpoint = layerzero.at("polygon", "endpoint").address
    assert drift_of(site) == [f"getConfig of {endpoint} after configureLayerZero (to optimism)"]


# -- what no plan opens -------------------------------------------------------------------------


def test_rel_18_a_bridge_that_one_verifier_could_empty(site: Site) -> None:
    """REL-18: LayerZero's configuration in force is read, where the request names no verifiers."""
    chains = changed(site, "layerzero", verifiers=[])
    wanted = bridged(site.new(), site.protocols, OLD, chains=chains, deployer=LATER, **FIELDS)
    # The local defaults require two: they are pinned.
    plan = planned(site.new(), request(**wanted))
    assert any("configureLayerZero" in one.says for one in plan.chains[0].active)
    layerzero = site.protocols["layerzero"]
    one = layerzero.verifier_settings(NEW, ["dvn_a"], optional=0)  # type: ignore[attr-defined]
    eid = layerzero.number("polygon")
    library = layerzero.at(NEW, "receive_library")
    library.setDefaultUlnConfigs([(eid, one)], sender=layerzero.admin(NEW))
    said = refusal(site, chains=chains)
    assert "ethereum: LayerZero's messages from polygon need 1 verifier" in said
    assert "optimism" not in said


@pytest.mark.parametrize(
    ("protocol", "given", "said"),
    [
        ("wormhole", {"contract": THIEF}, f"no code at {THIEF}, where wormhole should be"),
        ("axelar", {"gas_service": THIEF}, f"no code at {THIEF}, where axelar should be"),
        ("layerzero", {"receive_library": THIEF}, f"{THIEF}, where a library of layerzero"),
        ("layerzero", {"verifiers": [THIEF, CARRIER]}, f"{CARRIER}, where a verifier of layerzero"),
        ("wormhole", {"number": 9}, "wormhole calls this chain 2, not 9"),
        ("layerzero", {"number": 9}, "layerzero calls this chain 30101, not 9"),
    ],
)
def test_rel_18_a_protocol_that_is_not_there(
    site: Site, protocol: str, given: dict[str, Any], said: str
) -> None:
    """REL-18: each protocol's contract is asked which chain it is on."""
    assert said in refusal(site, chains=changed(site, protocol, **given))


def test_rel_18_a_chain_to_which_ccip_has_no_lane(site: Site) -> None:
    """REL-18: the router is asked for each."""
    bridge = {"standing": {"avalanche": {"bridge": places(site.protocols, "polygon")}}}
    bridge["standing"]["avalanche"]["bridge"]["ccip"]["number"] = 6433500567565415381
    said = refusal(site, bridge=bridge)
    assert "has no lane to avalanche (6433500567565415381)" in said


def test_rel_18_messages_before_their_source_is_final(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """REL-18: LayerZero's verifiers wait for as many blocks as the chain data call final."""
    monkeypatch.setattr(Node, "is_local", lambda _self: False)
    chains = changed(site, "layerzero")
    chains[NEW].pop("finality")
    said = refusal(site, chains=chains)
    assert "ethereum: LayerZero would take messages after 1 blocks" in said
    assert "a block is final after 75" in said


# -- a chain that is added later ----------------------------------------------------------------


def test_rel_19_lanes_to_a_chain_that_was_added(site: Site, tmp_path: Path) -> None:
    """REL-19: scheduled on the chains that stood, opened after the delay, and verified since."""
    added, wanted = site.added, site.wanted
    before = {name: local.nonce() for name, local in site.nodes.items()}
    # The first deployer has nothing there to pay with.
    assert int(site.nodes[ADDED].rpc("eth_getBalance", DEPLOYER, "latest"), 16) == 0
    clients = site.clients()
    assert [one.drift for one in verify(added, clients)] == [()]
    campaign = NewLanes(site.plan, added, wanted, clients, BOARD).campaign()
    urls = {name: site.nodes[name].url for name in OLD}
    for name in OLD:
        site.nodes[name].fund(BOARD)
    spent = [list(one.spent) for one in simulate_campaign(campaign, urls)]
    assert spent == [["propose", "open"]] * 2
    files = dict(batches(campaign, clients))
    assert list(files) == [
        f"{name}-{step}.json" for name in OLD for step in ("1-propose", "2-carry-out")
    ]
    whole = joined(site.plan, added, campaign)
    missing = {one.chain: one.drift for one in verify(whole, clients)}
    assert not missing[ADDED]
    assert all(any("after setLane (arbitrum)" in fact for fact in missing[name]) for name in OLD)
    run = CampaignRun(campaign, clients, LocalSigner(account("board")), tmp_path, pace=QUICK)
    with pytest.raises(WaitingError, match="open from"):
        run.apply()
    for name in OLD:
        site.nodes[name].rpc("evm_increaseTime", DAY)
        site.nodes[name].rpc("evm_mine")
    run.apply()
    assert [one.drift for one in verify(whole, clients)] == [(), (), ()]
    with pytest.raises(PlanError, match="open on every chain that stood before"):
        NewLanes(site.plan, added, wanted, clients, BOARD).campaign()
    assert any("chain 42161 is open beyond the plan" in fact for fact in drift_of(site))
    assert {name: local.nonce() for name, local in site.nodes.items()} == before


def test_rel_19_a_chain_whose_lanes_are_open_is_left_alone(site: Site, tmp_path: Path) -> None:
    """REL-19: it has nothing to do, and its lanes are in the plan of all chains."""
    clients = site.clients()
    whole = NewLanes(site.plan, site.added, site.wanted, clients, KEEPER).campaign()
    first = whole.model_copy(update={"chains": whole.chains[:1]})
    for name in OLD:
        site.nodes[name].fund(KEEPER)
    keeper = ApeSigner(ALIAS)
    CampaignRun(first, clients, keeper, tmp_path, pace=QUICK).apply()
    rest = NewLanes(site.plan, site.added, site.wanted, clients, KEEPER).campaign()
    assert [len(one.stages) for one in rest.chains] == [0, 1]
    CampaignRun(rest, clients, keeper, tmp_path, pace=QUICK).apply()
    plan = joined(site.plan, site.added, rest)
    assert [one.drift for one in verify(plan, clients)] == [(), (), ()]


def test_rel_19_lanes_that_were_proposed_are_taken_back(site: Site, tmp_path: Path) -> None:
    """REL-19: nothing waits any more, and nothing was opened."""
    added, wanted = site.added, site.wanted
    clients = site.clients()
    campaign = NewLanes(site.plan, added, wanted, clients, BOARD).campaign()
    for name in OLD:
        site.nodes[name].fund(BOARD)
    run = CampaignRun(campaign, clients, LocalSigner(account("board")), tmp_path, pace=QUICK)
    with pytest.raises(WaitingError):
        run.apply()
    run.undo()
    assert drift_of(site) == []
    for place in campaign.chains:
        gone = [one for step in place.undo for one in step.conditions]
        assert len(gone) == 12
        assert unmet(clients[place.name], gone) == []


def test_rel_19_what_opens_no_lane(site: Site) -> None:
    """REL-19: somebody without the role, another's request, a chain that is not as planned."""
    clients, plan, wanted = site.clients(), site.added, site.wanted
    with pytest.raises(RefusedError) as refused:
        NewLanes(site.plan, plan, wanted, clients, THIEF).campaign()
    assert refused.value.reasons == [f"{name}: {THIEF} is not BRIDGE_ADMIN" for name in OLD]
    told = wanted.model_dump(mode="json")
    alone = {**told, "bridge": {"protocols": ["ccip", "wormhole"]}}
    with pytest.raises(PlanError, match="names no chains that stand"):
        NewLanes(site.plan, plan, Request.model_validate(alone), clients, BOARD).campaign()
    elsewhere = request(**bridged(site.old(), site.protocols, **FIELDS))
    with pytest.raises(PlanError, match="not that of the added chains"):
        NewLanes(site.plan, plan, elsewhere, clients, BOARD).campaign()
    polygon = told["bridge"]["standing"]["polygon"]["bridge"]
    polygon["wormhole"]["contract"] = places(site.protocols, "polygon")["axelar"]["contract"]
    with pytest.raises(RefusedError, match="polygon: wormhole calls this chain None, not 5"):
        NewLanes(site.plan, plan, Request.model_validate(told), clients, BOARD).campaign()
    told = wanted.model_dump(mode="json")
    polygon = told["bridge"]["standing"]["polygon"]["bridge"]
    polygon["axelar"]["gas_service"] = polygon["axelar"]["contract"]
    with pytest.raises(RefusedError, match=r"polygon: .*endpointOf after setEndpoint \(axelar\)"):
        NewLanes(site.plan, plan, Request.model_validate(told), clients, BOARD).campaign()
    site.nodes[ADDED].rpc("anvil_setCode", plan.addresses[BRIDGE], "0x00")
    with pytest.raises(RefusedError, match="arbitrum is not released yet: code of UniversalBridge"):
        NewLanes(site.plan, plan, wanted, clients, BOARD).campaign()


def test_rel_19_lanes_from_the_command_line(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """REL-19: proposed for a Safe and for a key, opened by the key, verified with all chains."""
    monkeypatch.chdir(tmp_path)
    added, wanted = site.added, site.wanted
    Path("release.yaml").write_text(yaml.safe_dump(wanted.model_dump(mode="json")))
    site.plan.write(Path("release-plan.json"))
    added.write(Path("release-plan-added.json"))
    for name in OLD:
        site.nodes[name].fund(KEEPER)
    proposed = run("lanes", "propose", "--proposer", KEEPER)
    assert proposed.exit_code == 0, proposed.output
    assert "setPeer" in proposed.output
    assert {path.name for path in Path("lanes-safe").iterdir()} == {
        f"{name}-1-propose.json" for name in OLD
    }
    verifying = ("verify", "--plan", "release-plan-joined.json")
    assert "laneOf after setLane (arbitrum)" in run(*verifying).output
    sending = ("--account", ALIAS, "--folder", str(tmp_path))
    assert "begin it with apply" in run("lanes", "resume", *sending).output
    opened = run("lanes", "apply", *sending)
    assert opened.exit_code == 0, opened.output
    assert "lanes are open on 2 chains" in opened.output
    assert run("lanes", "resume", *sending).exit_code == 0
    assert "too late to undo" in run("lanes", "rollback", *sending).output
    checked = run(*verifying)
    assert checked.exit_code == 0, checked.output


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), env={"COLUMNS": "250"})
