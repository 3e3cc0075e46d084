"""Every protocol delivers a data message over every lane, through its real contracts."""

import pytest

from quantera import chains
from quantera.devnet.protocols import Axelar
from quantera.evm import expect_revert
from tests.integration.devnet.bridging import LANES, NAMES, Stage

TO_POLYGON = ("ethereum", "polygon")


@pytest.mark.parametrize("protocol", NAMES)
def test_all_twenty_lanes_deliver_each_message_once(stage: Stage, protocol: str) -> None:
    assert len(LANES) == 20
    for source, destination in LANES:
        stage.send(protocol, (source, destination), f"{source} to {destination}".encode())
    relayer = stage.relayer(protocol)
    relayer.settle()
    assert relayer.outbox.counts() == {"delivered": 20}
    for lane in LANES:
        source, destination = lane
        assert stage.taken(protocol, lane, f"{source} to {destination}".encode()) == 1
        # The other way round nothing of it has arrived.
        assert not stage.taken(
            protocol, (destination, source), f"{source} to {destination}".encode()
        )
    # Nothing is left to do, and doing it again does nothing.
    relayer.settle()
    assert relayer.outbox.counts() == {"delivered": 20}


@pytest.mark.parametrize("protocol", NAMES)
def test_many_messages_of_one_lane_arrive_once_each(stage: Stage, protocol: str) -> None:
    payloads = [bytes([at]) * (1 + 40 * at) for at in range(8)]
    for payload in payloads:
        stage.send(protocol, TO_POLYGON, payload)
    stage.relayer(protocol).settle()
    assert [stage.taken(protocol, TO_POLYGON, payload) for payload in payloads] == [1] * 8


@pytest.mark.parametrize("protocol", NAMES)
def test_the_same_payload_sent_twice_is_two_messages(stage: Stage, protocol: str) -> None:
    for _ in range(2):
        stage.send(protocol, TO_POLYGON, b"again")
    relayer = stage.relayer(protocol)
    relayer.settle()
    assert len({packet.id for packet in relayer.outbox.all()}) == 2
    assert stage.taken(protocol, TO_POLYGON, b"again") == 2


@pytest.mark.parametrize("protocol", NAMES)
def test_a_receiver_that_refuses_gets_the_message_when_it_is_ready(
    stage: Stage, protocol: str
) -> None:
    probe = stage.probe(protocol, "polygon")
    probe.refuse(True, sender=stage.user("polygon"))
    stage.send(protocol, TO_POLYGON, b"not now")
    relayer = stage.relayer(protocol)
    relayer.settle()
    (packet,) = relayer.outbox.all()
    assert packet.state == "failed"
    assert packet.reason
    relayer.retry(packet.id)
    assert stage.taken(protocol, TO_POLYGON, b"not now") == 0
    probe.refuse(False, sender=stage.user("polygon"))
    relayer.retry(packet.id)
    assert stage.taken(protocol, TO_POLYGON, b"not now") == 1
    relayer.retry(packet.id)
    assert stage.taken(protocol, TO_POLYGON, b"not now") == 1


@pytest.mark.parametrize("protocol", NAMES)
def test_a_sender_that_is_no_peer_is_not_listened_to(stage: Stage, protocol: str) -> None:
    # Polygon's probe now expects another one on Ethereum than the one that sends.
    there, facts = stage.probe(protocol, "polygon"), chains.get("ethereum")
    number = stage.protocols[protocol].number("ethereum")
    there.connect(
        *(facts.chain_id, number, facts.axelar.chain_name, stage.user("polygon")),
        sender=stage.user("polygon"),
    )
    stage.send(protocol, TO_POLYGON, b"who are you")
    relayer = stage.relayer(protocol)
    relayer.settle()
    assert relayer.outbox.counts() == {"failed": 1}
    assert stage.taken(protocol, TO_POLYGON, b"who are you") == 0


def test_axelar_executes_what_was_paid_for_and_nothing_else(stage: Stage) -> None:
    sent = stage.send("axelar", TO_POLYGON, b"unpaid", fee=0)
    relayer = stage.relayer("axelar")
    relayer.settle()
    (packet,) = relayer.outbox.all()
    assert packet.state == "unpaid"
    assert stage.taken("axelar", TO_POLYGON, b"unpaid") == 0
    # Gas that is added later, by anybody, gets it moving.
    service = stage.protocols["axelar"].at("ethereum", "gas_service")
    service.addNativeGas(
        bytes.fromhex(sent.transaction_hash[2:]) if sent.transaction_hash else b"",
        packet.log_index,
        stage.user("ethereum"),
        sender=stage.user("ethereum"),
        value=10**15,
    )
    relayer.settle()
    assert stage.taken("axelar", TO_POLYGON, b"unpaid") == 1


def test_axelars_names_are_those_that_matter_by_case(stage: Stage) -> None:
    axelar = stage.protocols["axelar"]
    assert isinstance(axelar, Axelar)
    gateway = axelar.at("ethereum", "gateway")
    receiver = stage.probe("axelar", "polygon").address
    gateway.callContract("polygon", receiver, b"lower case", sender=stage.user("ethereum"))
    relayer = stage.relayer("axelar")
    relayer.settle()
    assert relayer.outbox.all() == []


@pytest.mark.parametrize("protocol", NAMES)
def test_a_probe_without_a_peer_sends_nothing(stage: Stage, protocol: str) -> None:
    probe = stage.probe(protocol, "ethereum")
    with expect_revert("NoPeer", chainId=999):
        probe.send(999, b"", 0, sender=stage.user("ethereum"))
