"""What is set, within which bounds, and what outlives a change."""

from typing import Any

import pytest
from eth_abi.abi import encode as abi_encode

from quantera.bridge.scoring import Protocol
from quantera.devnet.protocols import LayerZero
from quantera.devnet.protocols.layerzero import DVNS
from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.bridge_stack import (
    LANE,
    ORDINARY,
    REGULATED,
    BridgeEnd,
    BridgeEnds,
    Status,
    inputs,
)
from quantera.gas.token_stack import UNIT
from tests.unit.bridge.acts import carried, pair, send, state
from tests.unit.bridge.conftest import HERE, THERE

CHAIN = 42_161
NO_CODE = "0x" + "11" * 20
VERIFIERS = "(uint64,uint8,uint8,uint8,address[],address[])"


@pytest.fixture
def end(ends: BridgeEnds) -> BridgeEnd:
    return ends[HERE]


def set_(end: BridgeEnd, function: str, *arguments: Any) -> Any:
    return getattr(end.bridge, function)(*arguments, sender=end.governor)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"required": 1}, "required"),
        ({"required": 5}, "required"),
        ({"controlRequired": 1}, "controlRequired"),
        ({"controlRequired": 5}, "controlRequired"),
        ({"delay": 30 * 86_400 + 1}, "delay"),
    ],
)
def test_lanes_have_bounds(end: BridgeEnd, change: dict[str, Any], field: str) -> None:
    with expect_revert("TermsOutOfRange", field=field):
        set_(end, "setLane", CHAIN, {**LANE, **change})
    assert end.bridge.laneOf(CHAIN)[0]._asdict() == LANE


@pytest.mark.parametrize("chain_id", [0, 1, 2**64])
def test_lanes_lead_elsewhere(end: BridgeEnd, chain_id: int) -> None:
    with expect_revert("TermsOutOfRange", field="chainId"):
        set_(end, "setLane", chain_id, LANE)
    with expect_revert("TermsOutOfRange", field="chainId"):
        set_(end, "setPeer", chain_id, 0, (NO_CODE, 1, 0, ""))


def test_changing_a_lane_keeps_its_pause(end: BridgeEnd) -> None:
    set_(end, "pauseLane", CHAIN)
    set_(end, "setLane", CHAIN, {**LANE, "required": 3})
    terms, paused = end.bridge.laneOf(CHAIN)
    assert (terms.required, paused) == (3, True)


@pytest.mark.parametrize(
    ("protocol", "terms", "field"),
    [
        (Protocol.AXELAR, (NO_CODE, 0, 1, ""), "name"),
        (Protocol.AXELAR, (NO_CODE, 5, 1, "name"), "number"),
        (Protocol.AXELAR, (NO_CODE, 0, 1, "n" * 32), "name"),
        (Protocol.WORMHOLE, (NO_CODE, 2, 1, "name"), "name"),
        (Protocol.LAYERZERO, (NO_CODE, 0, 1, ""), "number"),
    ],
)
def test_peers_have_what_their_protocol_needs(
    end: BridgeEnd, protocol: Protocol, terms: Any, field: str
) -> None:
    """BRG-04: a peer without the protocol's number or name would be anybody's."""
    with expect_revert("TermsOutOfRange", field=field):
        set_(end, "setPeer", CHAIN, protocol, terms)


def test_peers_and_endpoints_read_as_they_were_set(end: BridgeEnd) -> None:
    set_(end, "setPeer", CHAIN, Protocol.AXELAR, (NO_CODE, 0, 7, "arbitrum"))
    assert tuple(end.bridge.peerOf(CHAIN, Protocol.AXELAR)) == (NO_CODE, 0, 7, "arbitrum")
    set_(end, "setEndpoint", Protocol.WORMHOLE, (end.token, ZERO_ADDRESS, 3))
    assert tuple(end.bridge.endpointOf(Protocol.WORMHOLE)) == (end.token, ZERO_ADDRESS, 3)
    with expect_revert("AddressWithoutCode", account=NO_CODE):
        set_(end, "setEndpoint", Protocol.WORMHOLE, (NO_CODE, ZERO_ADDRESS, 3))
    with expect_revert("AddressWithoutCode", account=ZERO_ADDRESS):
        set_(end, "setEndpoint", Protocol.AXELAR, (end.token, ZERO_ADDRESS, 0))
    with expect_revert("TermsOutOfRange", field="gasService"):
        set_(end, "setEndpoint", Protocol.WORMHOLE, (end.token, end.token, 3))
    with expect_revert("AddressWithoutCode", account=NO_CODE):
        set_(end, "setSettlement", NO_CODE)
    assert end.bridge.settlementOf() == ZERO_ADDRESS


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"creditGas": 199_999}, "creditGas"),
        ({"creditGas": 3_000_001}, "creditGas"),
        ({"sharedDecimals": 17}, "sharedDecimals"),
        ({"sharedDecimals": 19}, "sharedDecimals"),
    ],
)
def test_assets_have_bounds(end: BridgeEnd, change: dict[str, Any], field: str) -> None:
    """A regulated asset's lots are in its own units: they cross in all its decimals."""
    with expect_revert("TermsOutOfRange", field=field):
        set_(end, "setAsset", end.token, {**REGULATED, **change})


def test_what_an_asset_is_stays(end: BridgeEnd) -> None:
    """BRG-08: what was locked is never minted, nor in other decimals released."""
    with expect_revert("AssetFixed", asset=end.plain):
        set_(end, "setAsset", end.plain, {**ORDINARY, "sharedDecimals": 3})
    with expect_revert("AssetFixed", asset=end.token):
        set_(end, "setAsset", end.token, {**REGULATED, "regulated": False, "keepsLots": False})
    with expect_revert("TermsOutOfRange", field="regulated"):
        set_(end, "setAsset", end.plain, {**ORDINARY, "regulated": True, "sharedDecimals": 6})
    with expect_revert("TermsOutOfRange", field="keepsLots"):
        set_(end, "setAsset", end.plain, {**ORDINARY, "keepsLots": True})
    with expect_revert("AddressWithoutCode"):
        set_(end, "setAsset", NO_CODE, ORDINARY)
    set_(end, "pauseAsset", end.plain)
    set_(end, "setAsset", end.plain, {**ORDINARY, "creditGas": 250_000})
    terms, decimals, listed, paused = end.bridge.assetOf(end.plain)
    assert terms._asdict() == {**ORDINARY, "creditGas": 250_000}
    assert (decimals, listed, paused) == (6, True, True)
    set_(end, "unpauseAsset", end.plain)
    assert not end.bridge.assetOf(end.plain)[3]


def test_thresholds_are_lowered_at_once_and_never_raised_so(end: BridgeEnd) -> None:
    attest, delay = REGULATED["attestFrom"], REGULATED["delayFrom"]
    for raised in ((attest + 1, delay), (attest, delay + 1)):
        with expect_revert("WrongDirection"):
            set_(end, "lowerThresholds", end.token, *raised)
    set_(end, "lowerThresholds", end.token, attest - 1, 0)
    terms = end.bridge.assetOf(end.token)[0]
    assert (terms.attestFrom, terms.delayFrom) == (attest - 1, 0)
    with expect_revert("AssetUnknown"):
        set_(end, "lowerThresholds", NO_CODE, 0, 0)


def test_counterparts_are_mutual(end: BridgeEnd, ends: BridgeEnds) -> None:
    remote = ends[THERE].token.address
    assert end.bridge.chainAssetRegistry(CHAIN, end.token) == remote
    assert end.bridge.localAssetOf(CHAIN, remote) == end.token
    with expect_revert("RemoteAssetTaken", chainId=CHAIN):
        set_(end, "setRemoteAsset", CHAIN, end.plain, remote)
    set_(end, "setRemoteAsset", CHAIN, end.token, NO_CODE)
    assert end.bridge.localAssetOf(CHAIN, remote) == ZERO_ADDRESS
    assert end.bridge.localAssetOf(CHAIN, NO_CODE) == end.token
    set_(end, "setRemoteAsset", CHAIN, end.token, NO_CODE)
    set_(end, "setRemoteAsset", CHAIN, end.token, ZERO_ADDRESS)
    assert end.bridge.localAssetOf(CHAIN, NO_CODE) == ZERO_ADDRESS
    assert end.bridge.localAssetOf(CHAIN, ZERO_ADDRESS) == ZERO_ADDRESS
    with expect_revert("AssetUnknown"):
        set_(end, "setRemoteAsset", CHAIN, NO_CODE, remote)


def test_limits_are_lowered_at_once_and_never_raised_so(end: BridgeEnd) -> None:
    """BRG-06: neither to hold more nor to refill faster; what is left stays left."""
    capacity, minutes, _ = end.bridge.limitOf(0, end.token, CHAIN)
    for more in ((capacity + 1, minutes), (capacity, minutes - 1), (capacity // 2, minutes // 4)):
        with expect_revert("WrongDirection"):
            set_(end, "lowerLimit", 0, end.token, CHAIN, *more)
    set_(end, "lowerLimit", 0, end.token, CHAIN, 5 * UNIT, minutes)
    assert end.bridge.limitOf(0, end.token, CHAIN) == (5 * UNIT, minutes, 5 * UNIT)
    set_(end, "raiseLimit", 0, end.token, CHAIN, 10 * UNIT, 10)
    assert end.bridge.limitOf(0, end.token, CHAIN)[2] <= 6 * UNIT
    end.chain.advance(600)
    assert end.bridge.limitOf(0, end.token, CHAIN)[2] == 10 * UNIT
    with expect_revert("TermsOutOfRange", field="periodMinutes"):
        set_(end, "raiseLimit", 0, end.token, CHAIN, 1, 0)
    with expect_revert("TermsOutOfRange", field="key"):
        set_(end, "raiseLimit", 0, end.token, 2**64, 1, 1)
    with expect_revert("AssetUnknown"):
        set_(end, "raiseLimit", 0, NO_CODE, CHAIN, 1, 1)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"expectedSeconds": 7 * 86_400 + 1}, "expectedSeconds"),
        ({"reliabilityBps": 10_001}, "reliabilityBps"),
        ({"congestionBps": 10_001}, "congestionBps"),
    ],
)
def test_inputs_have_bounds(end: BridgeEnd, change: dict[str, Any], field: str) -> None:
    wrong = inputs(Protocol.WORMHOLE, **change)
    for function in ("postInputs", "setDefaultInputs"):
        with expect_revert("TermsOutOfRange", field=field):
            set_(end, function, CHAIN, Protocol.WORMHOLE, wrong)


def test_inputs_are_dated_by_the_bridge(end: BridgeEnd) -> None:
    right = inputs(Protocol.WORMHOLE, deliveryCost=5, postedAt=1)
    with expect_revert("LocalRoleMissing"):
        end.bridge.postInputs(CHAIN, 2, right, sender=end.chain.actor("stranger"))
    set_(end, "postInputs", CHAIN, 2, right)
    posted, defaults, max_age = end.bridge.inputsOf(CHAIN, 2)
    assert posted.postedAt == end.chain.timestamp
    assert (posted.deliveryCost, max_age) == (5, 3_600)
    assert defaults.deliveryCost == 0


def test_tiers_rise(end: BridgeEnd) -> None:
    set_(end, "setTierFloors", (0, 1, 2, 3))
    assert list(end.bridge.tierFloors()) == [0, 1, 2, 3]
    with expect_revert("TermsOutOfRange", field="usdFrom"):
        set_(end, "setTierFloors", (0, 2, 1, 3))
    with expect_revert("AddressWithoutCode"):
        set_(end, "setUsdFeed", end.token, NO_CODE, 1)
    set_(end, "setUsdFeed", end.token, ZERO_ADDRESS, 9)
    assert end.bridge.usdFeedOf(end.token) == (ZERO_ADDRESS, 9)


def verifiers(required: list[str], optional: list[str], threshold: int) -> bytes:
    """LayerZero's `UlnConfig`; NIL where there are none."""
    counts = (len(required) or 255, len(optional) or 255, threshold)
    return abi_encode([VERIFIERS], [(15, *counts, required, optional)])


def test_layerzero_is_configured_by_the_bridge_itself(ends: BridgeEnds) -> None:
    """At the real endpoint: several verifiers of its own choice, and messages still pass."""
    carrier = ends.network.protocols[Protocol.LAYERZERO]
    assert isinstance(carrier, LayerZero)
    for here, there in ((HERE, THERE), (THERE, HERE)):
        end, number = ends[here], carrier.number(there)
        libraries = [carrier.at(here, name) for name in ("send_library", "receive_library")]
        set_(end, "setLayerZeroLibraries", number, *libraries)
        config = abi_encode([VERIFIERS], [carrier.verifier_settings(here, DVNS)])
        for library in libraries:
            receipt = set_(end, "configureLayerZero", library, [(number, 2, config)])
            event = receipt.events.of(end.bridge).one("LayerZeroConfigured")
            assert (event.messageLibrary, event.eid, event.configType) == (library, number, 2)
    alice, bob = pair(ends)
    message, receipt = send(ends, alice, bob, protocol=Protocol.LAYERZERO)
    carried(ends, receipt)
    assert state(ends, message) == (Status.CREDITED, 0)


@pytest.mark.parametrize(
    ("required", "optional", "threshold", "needed"),
    [(1, 0, 0, 1), (0, 3, 1, 1), (0, 0, 0, 0), (0, 0, 2, 0)],
)
def test_a_single_verifier_is_refused(
    end: BridgeEnd, required: int, optional: int, threshold: int, needed: int
) -> None:
    """Kelp 2026: a set-up in which one verifier's word is enough cannot be configured."""
    names = ["0x" + f"{index:040x}" for index in range(1, 9)]
    config = verifiers(names[:required], names[4 : 4 + optional], threshold)
    with expect_revert("VerifiersTooFew", verifiers=needed):
        set_(end, "configureLayerZero", end.token, [(30_110, 2, config)])


def test_layerzero_off_is_not_configured(end: BridgeEnd) -> None:
    set_(end, "setEndpoint", Protocol.LAYERZERO, (ZERO_ADDRESS, ZERO_ADDRESS, 0))
    with expect_revert("ProtocolOff"):
        set_(end, "configureLayerZero", end.token, [])
    with expect_revert("ProtocolOff"):
        set_(end, "setLayerZeroLibraries", 30_110, end.token, end.token)


def test_no_peer_on_one_verifier_that_layerzero_has_by_default(ends: BridgeEnds) -> None:
    """What LayerZero's owner makes the default holds for who has chosen nothing (Kelp 2026)."""
    end, layerzero = ends[HERE], ends.network.protocols[Protocol.LAYERZERO]
    assert isinstance(layerzero, LayerZero)
    target, admin = ends[THERE].chain_id, layerzero.admin(HERE)
    peer = end.bridge.peerOf(target, Protocol.LAYERZERO)
    one = [(peer.number, layerzero.verifier_settings(HERE, DVNS[:1], optional=0))]
    for name in ("send_library", "receive_library"):
        with end.chain.rollback():
            layerzero.at(HERE, name).setDefaultUlnConfigs(one, sender=admin)
            with expect_revert("VerifiersTooFew", verifiers=1):
                set_(end, "setPeer", target, Protocol.LAYERZERO, peer)
            none = (ZERO_ADDRESS, 0, 0, "")
            set_(end, "setPeer", target, Protocol.LAYERZERO, none)
            parameter = layerzero.library_parameter(HERE, THERE, DVNS)
            set_(end, "configureLayerZero", layerzero.at(HERE, name), [parameter])
            set_(end, "setPeer", target, Protocol.LAYERZERO, peer)
    set_(end, "setEndpoint", Protocol.LAYERZERO, (ZERO_ADDRESS, ZERO_ADDRESS, 0))
    with expect_revert("ProtocolOff", protocol=Protocol.LAYERZERO):
        set_(end, "setPeer", target, Protocol.LAYERZERO, peer)
