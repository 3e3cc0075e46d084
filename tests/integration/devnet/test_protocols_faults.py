"""Each fault alone has the outcome that `EXPECTED` says, on every protocol."""

import pytest
from eth_utils.crypto import keccak

from quantera.devnet.faults import (
    EXPECTED,
    Attempt,
    Fault,
    Injector,
    Point,
    RelayerCrash,
    jump_clock,
    reorganise,
)
from quantera.devnet.protocols import Axelar, LayerZero, Packet, Wormhole
from quantera.evm import Reverted
from tests.integration.devnet.bridging import NAMES, Stage

LANE = ("ethereum", "avalanche")
SOURCE, DESTINATION = LANE
DAY = 86_400
each_protocol = pytest.mark.parametrize("protocol", NAMES)


def states(packets: list[Packet]) -> list[str]:
    return [packet.state for packet in packets]


def test_every_fault_has_an_expected_outcome() -> None:
    assert EXPECTED.keys() == set(Fault)


@each_protocol
def test_a_dropped_message_waits_for_its_retry(stage: Stage, protocol: str) -> None:
    for payload in (b"lost", b"next"):
        stage.send(protocol, LANE, payload)
    injector = Injector()
    injector.drop()
    relayer = stage.relayer(protocol, injector)
    relayer.settle()
    lost, after = relayer.outbox.all()
    assert lost.state == "dropped"
    assert stage.taken(protocol, LANE, b"lost") == 0
    # LayerZero executes nothing behind a message that is not verified; the others do not mind.
    blocked = protocol == "layerzero"
    assert stage.taken(protocol, LANE, b"next") == (0 if blocked else 1)
    assert after.state == ("seen" if blocked else "delivered")
    relayer.retry(lost.id)
    relayer.settle()
    assert [stage.taken(protocol, LANE, payload) for payload in (b"lost", b"next")] == [1, 1]
    assert relayer.outbox.counts() == {"delivered": 2}


@each_protocol
def test_a_delayed_message_comes_later(stage: Stage, protocol: str) -> None:
    stage.send(protocol, LANE, b"late")
    injector = Injector()
    injector.delay(rounds=3)
    relayer = stage.relayer(protocol, injector)
    arrivals = []
    for _ in range(5):
        relayer.round()
        arrivals.append(stage.taken(protocol, LANE, b"late"))
    assert arrivals == [0, 0, 0, 1, 1]


@each_protocol
def test_a_repeated_message_is_taken_once(stage: Stage, protocol: str) -> None:
    stage.send(protocol, LANE, b"twice")
    injector = Injector()
    injector.duplicate()
    relayer = stage.relayer(protocol, injector)
    relayer.settle()
    assert stage.taken(protocol, LANE, b"twice") == 1
    ((_, reason),) = relayer.refusals
    assert reason
    assert relayer.outbox.counts() == {"delivered": 1}


@each_protocol
def test_reordered_messages_all_arrive(stage: Stage, protocol: str) -> None:
    payloads = [f"message {at}".encode() for at in range(6)]
    for payload in payloads:
        stage.send(protocol, LANE, payload)
    injector = Injector(seed=3)
    injector.reorder()
    relayer = stage.relayer(protocol, injector)
    there = stage.chain(DESTINATION)
    before = there.block_number
    relayer.settle()
    probe = stage.probe(protocol, DESTINATION).address
    arrived = [
        entry.log.topics[2] for entry in there.logs_between(before, there.block_number, [probe])
    ]
    sent = [keccak(payload) for payload in payloads]
    assert arrived != sent
    assert sorted(arrived) == sorted(sent)
    assert [stage.taken(protocol, LANE, payload) for payload in payloads] == [1] * 6
    assert relayer.outbox.counts() == {"delivered": 6}


def test_an_order_that_is_turned_round_makes_layerzero_wait(stage: Stage) -> None:
    for payload in (b"one", b"two"):
        stage.send("layerzero", LANE, payload)
    relayer = stage.relayer("layerzero")
    injector = Injector()
    injector.delay(rounds=1, choice=lambda packet: b"one".hex() in packet.content["encoded"])
    relayer.injector = injector
    relayer.round()
    assert [packet.reason for packet in relayer.outbox.open()] == [
        "",
        "an earlier message is not verified",
    ]
    relayer.settle()
    assert [stage.taken("layerzero", LANE, payload) for payload in (b"one", b"two")] == [1, 1]


@each_protocol
def test_a_message_on_the_wrong_chain_is_refused_there(stage: Stage, protocol: str) -> None:
    stage.send(protocol, LANE, b"astray")
    injector = Injector()
    injector.misdirect("optimism")
    relayer = stage.relayer(protocol, injector)
    relayer.settle()
    expected = {
        "axelar": "InvalidChainId",
        "wormhole": "NotForThisChain",
        "layerzero": "LZ_ULN_InvalidEid",
        "ccip": "ConfigDigestMismatch",
    }
    ((_, reason),) = relayer.refusals
    assert expected[protocol] in reason
    assert stage.taken(protocol, (SOURCE, "optimism"), b"astray") == 0
    assert stage.taken(protocol, LANE, b"astray") == 1


@each_protocol
def test_fewer_stolen_keys_than_the_threshold_forge_nothing(stage: Stage, protocol: str) -> None:
    there = stage.protocols[protocol]
    sender, receiver = (stage.probe(protocol, name).address for name in LANE)
    relayer = stage.relayer(protocol)
    stolen = there.keys(DESTINATION)[: there.threshold - 1]
    for count in range(1, len(stolen) + 1):
        forged = there.forge(SOURCE, DESTINATION, sender, receiver, b"forged")
        assert not relayer.force(Attempt(forged), stolen[:count]).delivered
    assert stage.taken(protocol, LANE, b"forged") == 0
    # As many keys as the threshold are the protocol: what limits the damage then is the receiver.
    forged = there.forge(SOURCE, DESTINATION, sender, receiver, b"forged")
    assert relayer.force(Attempt(forged), there.quorum(DESTINATION)).delivered
    assert stage.taken(protocol, LANE, b"forged") == 1


def test_one_stolen_key_empties_a_path_that_requires_one_verifier(stage: Stage) -> None:
    """Kelp, April 2026: what one DVN says is enough where no other is asked."""
    layerzero = stage.protocols["layerzero"]
    assert isinstance(layerzero, LayerZero)
    sender, receiver = (stage.probe("layerzero", name).address for name in LANE)
    relayer = stage.relayer("layerzero")
    (key,) = layerzero.keys(DESTINATION)[:1]
    forged = layerzero.forge(SOURCE, DESTINATION, sender, receiver, b"forged")
    outcome = relayer.force(Attempt(forged), [key])
    assert "LZ_ULN_Verifying" in outcome.reason
    layerzero.require(DESTINATION, receiver, layerzero.admin(DESTINATION), ["dvn_a"])
    assert relayer.force(Attempt(forged), [key]).delivered
    assert stage.taken("layerzero", LANE, b"forged") == 1


def test_a_dvn_that_swallows_a_signature_is_heard(stage: Stage) -> None:
    layerzero = stage.protocols["layerzero"]
    sender, receiver = (stage.probe("layerzero", name).address for name in LANE)
    forged = layerzero.forge(SOURCE, DESTINATION, sender, receiver, b"forged")
    outcome = stage.relayer("layerzero").force(Attempt(forged), [stage.user(DESTINATION)])
    assert "VerifySignaturesFailed" in outcome.reason


def test_ccips_oracles_and_rmn_nodes_are_nothing_without_each_other(stage: Stage) -> None:
    ccip = stage.protocols["ccip"]
    sender, receiver = (stage.probe("ccip", name).address for name in LANE)
    relayer = stage.relayer("ccip")
    oracles = ccip.keys(DESTINATION)
    nodes = [key for key in ccip.quorum(DESTINATION) if key not in oracles]
    for keys in (oracles[:2], nodes, [*nodes, oracles[0]], [*oracles[:2], nodes[0]]):
        forged = ccip.forge(SOURCE, DESTINATION, sender, receiver, b"half")
        assert not relayer.force(Attempt(forged), keys).delivered
    assert stage.taken("ccip", LANE, b"half") == 0


@each_protocol
def test_too_little_gas_is_made_up_for(stage: Stage, protocol: str) -> None:
    injector = Injector()
    told_by_sender = protocol in ("layerzero", "ccip")
    stage.send(protocol, LANE, b"hungry", gas=20_000 if told_by_sender else 200_000)
    if not told_by_sender:
        injector.starve(gas=60_000)
    relayer = stage.relayer(protocol, injector)
    relayer.settle()
    (packet,) = relayer.outbox.all()
    assert packet.state == "failed"
    assert stage.taken(protocol, LANE, b"hungry") == 0
    relayer.retry(packet.id, gas=400_000)
    assert stage.taken(protocol, LANE, b"hungry") == 1
    assert relayer.outbox.counts() == {"delivered": 1}


def test_anybody_can_make_up_for_too_little_gas(stage: Stage) -> None:
    layerzero = stage.protocols["layerzero"]
    assert isinstance(layerzero, LayerZero)
    stage.send("layerzero", LANE, b"hungry", gas=20_000)
    relayer = stage.relayer("layerzero")
    relayer.settle()
    (packet,) = relayer.outbox.all()
    layerzero.retry_by_anyone(packet, stage.user(DESTINATION), 400_000)
    assert stage.taken("layerzero", LANE, b"hungry") == 1
    relayer.retry(packet.id)
    assert relayer.outbox.counts() == {"delivered": 1}
    assert stage.taken("layerzero", LANE, b"hungry") == 1


@each_protocol
def test_what_the_source_forgets_before_it_is_final_is_not_delivered(
    stage: Stage, protocol: str
) -> None:
    source = stage.node(SOURCE)
    relayer = stage.relayer(protocol, depth=lambda _chain: 8)
    source.mine(12)
    relayer.round()
    sent = stage.send(protocol, LANE, b"undone")
    relayer.round()
    reorganise(source, source.block_number - sent.block_number + 1)
    source.mine(12)
    relayer.settle()
    assert relayer.outbox.all() == []
    assert stage.taken(protocol, LANE, b"undone") == 0
    stage.send(protocol, LANE, b"sent again")
    source.mine(12)
    relayer.settle()
    assert stage.taken(protocol, LANE, b"sent again") == 1


@each_protocol
def test_what_was_read_and_is_forgotten_is_taken_back(stage: Stage, protocol: str) -> None:
    source = stage.node(SOURCE)
    injector = Injector()
    injector.delay(rounds=1, times=2)
    relayer = stage.relayer(protocol, injector)
    source.mine(12)
    relayer.round()
    sent = stage.send(protocol, LANE, b"undone")
    relayer.round()
    assert states(relayer.outbox.all()) == ["seen"]
    reorganise(source, source.block_number - sent.block_number + 1)
    relayer.settle()
    assert relayer.outbox.all() == []
    stage.send(protocol, LANE, b"sent again")
    for _ in range(3):
        relayer.round()
    assert stage.taken(protocol, LANE, b"undone") == 0
    assert stage.taken(protocol, LANE, b"sent again") == 1


@each_protocol
@pytest.mark.parametrize("point", [Point.KEPT, Point.PROVED])
def test_a_clock_that_jumps_in_flight_loses_nothing(
    stage: Stage, protocol: str, point: Point
) -> None:
    stage.send(protocol, LANE, b"timeless")
    injector = Injector()
    injector.crash(point)
    with pytest.raises(RelayerCrash):
        stage.relayer(protocol, injector).settle()
    for name in LANE:
        jump_clock(stage.chain(name), 30 * DAY)
    stage.relayer(protocol).settle()
    assert stage.taken(protocol, LANE, b"timeless") == 1


def test_ccips_prices_are_stale_after_a_jump_until_they_are_published(stage: Stage) -> None:
    jump_clock(stage.chain(SOURCE), 30 * DAY)
    with pytest.raises(Reverted, match="StaleGasPrice"):
        stage.send("ccip", LANE, b"priced")
    relayer = stage.relayer("ccip")
    relayer.round()
    stage.send("ccip", LANE, b"priced")
    relayer.settle()
    assert stage.taken("ccip", LANE, b"priced") == 1


@each_protocol
def test_a_fee_that_rose_after_the_quote_sends_nothing(stage: Stage, protocol: str) -> None:
    there = stage.protocols[protocol]
    probe = stage.probe(protocol, SOURCE)
    chain_id = stage.chain(DESTINATION).chain_id
    before = probe.quote(chain_id, b"dear", 200_000)
    there.scale_fees(SOURCE, 10)
    expected = {
        "axelar": "InsufficientGasPayment",
        "wormhole": "invalid fee",
        "layerzero": "LZ_InsufficientFee",
        "ccip": "InsufficientFeeTokenAmount",
    }
    with pytest.raises(Reverted, match=expected[protocol]):
        stage.send(protocol, LANE, b"dear", fee=before)
    relayer = stage.relayer(protocol)
    relayer.settle()
    assert relayer.outbox.all() == []
    after = probe.quote(chain_id, b"dear", 200_000)
    assert before * 1.5 < after <= before * 11
    stage.send(protocol, LANE, b"dear")
    relayer.settle()
    assert stage.taken(protocol, LANE, b"dear") == 1


@each_protocol
@pytest.mark.parametrize("point", [Point.KEPT, Point.PROVED])
def test_signers_that_rotate_in_flight_lose_nothing(
    stage: Stage, protocol: str, point: Point
) -> None:
    stage.send(protocol, LANE, b"rotated")
    injector = Injector()
    injector.crash(point)
    with pytest.raises(RelayerCrash):
        stage.relayer(protocol, injector).settle()
    stage.protocols[protocol].rotate(DESTINATION)
    relayer = stage.relayer(protocol)
    relayer.settle()
    assert stage.taken(protocol, LANE, b"rotated") == 1
    # And again: each set is followed by another.
    stage.protocols[protocol].rotate(DESTINATION)
    stage.send(protocol, LANE, b"rotated again")
    relayer.settle()
    assert stage.taken(protocol, LANE, b"rotated again") == 1


@each_protocol
def test_old_signers_are_believed_as_long_as_the_protocol_says(stage: Stage, protocol: str) -> None:
    there = stage.protocols[protocol]
    old = there.quorum(DESTINATION)
    there.rotate(DESTINATION)
    sender, receiver = (stage.probe(protocol, name).address for name in LANE)
    relayer = stage.relayer(protocol)
    forged = there.forge(SOURCE, DESTINATION, sender, receiver, b"by the old")
    still_believed = isinstance(there, Axelar | Wormhole)
    assert relayer.force(Attempt(forged), old).delivered == still_believed
    jump_clock(stage.chain(DESTINATION), 2 * DAY)
    later = there.forge(SOURCE, DESTINATION, sender, receiver, b"days later")
    assert relayer.force(Attempt(later), old).delivered == isinstance(there, Axelar)


def test_approvals_of_guardians_before_are_signed_anew(stage: Stage) -> None:
    wormhole = stage.protocols["wormhole"]
    assert isinstance(wormhole, Wormhole)
    stage.send("wormhole", LANE, b"waited")
    injector = Injector()
    injector.crash(Point.PROVED)
    with pytest.raises(RelayerCrash):
        stage.relayer("wormhole", injector).settle()
    wormhole.rotate(DESTINATION)
    jump_clock(stage.chain(DESTINATION), 2 * DAY)
    relayer = stage.relayer("wormhole")
    relayer.round()
    (packet,) = relayer.outbox.all()
    assert (packet.state, stage.taken("wormhole", LANE, b"waited")) == ("failed", 0)
    assert "guardian set has expired" in packet.reason
    relayer.retry(packet.id)
    assert stage.taken("wormhole", LANE, b"waited") == 1
