"""Whoever is not the protocol gets nothing in: each receive entry, and each entry of a protocol's
own contracts that leads to one, called directly by a stranger (CrossCurve 2026)."""

from collections.abc import Callable
from typing import Any

import pytest
from eth_abi.abi import encode
from eth_utils.crypto import keccak

from quantera import chains
from quantera.devnet.protocols import LayerZero, Wormhole
from quantera.devnet.protocols.protocol import word
from quantera.devnet.protocols.wormhole import Body
from quantera.evm import Reverted, expect_revert
from tests.integration.devnet.bridging import NAMES, Stage

HERE, THERE = "ethereum", "polygon"
PAYLOAD = b"mint me a million"


def try_axelar(stage: Stage) -> None:
    name = chains.get(HERE).axelar.chain_name
    peer = stage.probe("axelar", HERE).address
    with expect_revert("NotVouchedFor"):
        stage.probe("axelar", THERE).execute(
            keccak(b"command"), name, peer, PAYLOAD, sender=stage.user(THERE)
        )


def try_wormhole(stage: Stage) -> None:
    wormhole = stage.protocols["wormhole"]
    assert isinstance(wormhole, Wormhole)
    probe = stage.probe("wormhole", THERE)
    published = wormhole.number(THERE).to_bytes(2) + PAYLOAD
    emitter = word(stage.probe("wormhole", HERE).address)
    body = Body(0, wormhole.number(HERE), emitter, 1, published).encoded
    unsigned = b"\x01" + bytes(4) + b"\x00" + body
    with expect_revert("NotVouchedFor", reason="no quorum"):
        probe.executeVAAv1(unsigned, sender=stage.user(THERE))


def try_layerzero(stage: Stage) -> None:
    origin = (
        stage.protocols["layerzero"].number(HERE),
        word(stage.probe("layerzero", HERE).address),
        1,
    )
    stranger = stage.user(THERE)
    with expect_revert("NotTheProtocol", caller=stranger):
        stage.probe("layerzero", THERE).lzReceive(
            origin, keccak(b"guid"), PAYLOAD, stranger, b"", sender=stranger
        )


def try_ccip(stage: Stage) -> None:
    peer = encode(["address"], [stage.probe("ccip", HERE).address])
    message: tuple[Any, ...] = (
        keccak(b"id"),
        stage.protocols["ccip"].number(HERE),
        peer,
        PAYLOAD,
        [],
    )
    stranger = stage.user(THERE)
    with expect_revert("NotTheProtocol", caller=stranger):
        stage.probe("ccip", THERE).ccipReceive(message, sender=stranger)


ENTRIES: dict[str, Callable[[Stage], None]] = {
    "axelar": try_axelar,
    "wormhole": try_wormhole,
    "layerzero": try_layerzero,
    "ccip": try_ccip,
}


@pytest.mark.parametrize("protocol", NAMES)
def test_the_receive_entry_reverts_for_a_stranger(stage: Stage, protocol: str) -> None:
    ENTRIES[protocol](stage)
    assert stage.taken(protocol, (HERE, THERE), PAYLOAD) == 0


def test_axelars_gateway_takes_no_command_without_a_proof(stage: Stage) -> None:
    gateway = stage.protocols["axelar"].at(THERE, "gateway")
    data = encode(
        ["uint256", "bytes32[]", "string[]", "bytes[]"],
        [stage.chain(THERE).chain_id, [keccak(b"x")], ["approveContractCall"], [b""]],
    )
    nobody = encode(["address[]", "uint256[]", "uint256", "bytes[]"], [[], [], 0, []])
    with expect_revert("InvalidOperators"):
        gateway.execute(encode(["bytes", "bytes"], [data, nobody]), sender=stage.user(THERE))


def test_a_strangers_word_is_worth_nothing_to_layerzero(stage: Stage) -> None:
    layerzero = stage.protocols["layerzero"]
    assert isinstance(layerzero, LayerZero)
    probe, stranger = stage.probe("layerzero", THERE), stage.user(THERE)
    forged = layerzero.forge(
        HERE, THERE, stage.probe("layerzero", HERE).address, probe.address, PAYLOAD
    )
    encoded = bytes.fromhex(forged.content["encoded"])
    header, payload_hash = encoded[:81], keccak(encoded[81:])
    library = layerzero.at(THERE, "receive_library")
    # Anybody may say so, but no DVN has.
    library.verify(header, payload_hash, 2**63, sender=stranger)
    with expect_revert("LZ_ULN_Verifying"):
        library.commitVerification(header, payload_hash, sender=stranger)
    origin = (layerzero.number(HERE), encoded[13:45], 1)
    endpoint = layerzero.at(THERE, "endpoint")
    with expect_revert("LZ_InvalidReceiveLibrary"):
        endpoint.verify(origin, probe, payload_hash, sender=stranger)
    with pytest.raises(Reverted):
        endpoint.lzReceive(origin, probe, encoded[81:113], PAYLOAD, b"", sender=stranger)
    for name in ("dvn_a", "executor"):
        contract = layerzero.at(THERE, name)
        call = (
            contract.execute.encode([])
            if name == "dvn_a"
            else contract.execute302.encode((probe, origin, encoded[81:113], PAYLOAD, b"", 100_000))
        )
        with pytest.raises(Reverted, match="AccessControl"):
            stage.chain(THERE).transact(contract, call, stranger)


def test_a_strangers_reports_are_worth_nothing_to_ccip(stage: Stage) -> None:
    ccip = stage.protocols["ccip"]
    off_ramp, stranger = ccip.at(THERE, "off_ramp"), stage.user(THERE)
    forged = ccip.forge(
        HERE, THERE, stage.probe("ccip", HERE).address, stage.probe("ccip", THERE).address, PAYLOAD
    )
    report: tuple[Any, ...] = (forged.content["source"], [], [], [], 0)
    with expect_revert("EmptyReport"):
        off_ramp.manuallyExecute([report], [[]], sender=stranger)
    with pytest.raises(Reverted):
        off_ramp.execute([bytes(32)] * 2, b"", sender=stranger)
    router = ccip.at(THERE, "router")
    message: tuple[Any, ...] = (keccak(b"id"), ccip.number(HERE), b"", PAYLOAD, [])
    with expect_revert("OnlyOffRamp"):
        router.routeMessage(message, 0, 100_000, stage.probe("ccip", THERE), sender=stranger)


def test_a_probe_says_what_it_does_not_believe(stage: Stage) -> None:
    """A foreign emitter, another destination and a replay, at Wormhole's probe."""
    wormhole = stage.protocols["wormhole"]
    assert isinstance(wormhole, Wormhole)
    probe, user = stage.probe("wormhole", THERE), stage.user(THERE)
    peer = stage.probe("wormhole", HERE).address

    def approved(sender: str, destination: str) -> bytes:
        forged = wormhole.forge(HERE, destination, sender, probe.address, PAYLOAD)
        wormhole.verify(forged, THERE)
        return bytes.fromhex(forged.content["approval"])

    with expect_revert("NotAPeer", sender=word(user)):
        probe.executeVAAv1(approved(user, THERE), sender=user)
    with expect_revert("NotForThisChain", destination=wormhole.number("optimism")):
        probe.executeVAAv1(approved(peer, "optimism"), sender=user)
    probe.executeVAAv1(approved(peer, THERE), sender=user)
    with expect_revert("TakenBefore"):
        probe.executeVAAv1(approved(peer, THERE), sender=user)
    assert stage.taken("wormhole", (HERE, THERE), PAYLOAD) == 1
