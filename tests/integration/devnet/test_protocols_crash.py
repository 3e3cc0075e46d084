"""A relayer that crashes in the middle goes on without losing or repeating anything."""

import pytest

from quantera.devnet.faults import Injector, Point, RelayerCrash
from quantera.devnet.protocols import Packet
from tests.integration.devnet.bridging import NAMES, Stage

LANE = ("avalanche", "arbitrum")
PAYLOADS = [b"first", b"second", b"third"]


def second(packet: Packet) -> bool:
    return b"second".hex() in packet.model_dump_json()


@pytest.mark.parametrize("point", list(Point))
@pytest.mark.parametrize("protocol", NAMES)
def test_a_crash_at_any_point_loses_and_repeats_nothing(
    stage: Stage, protocol: str, point: Point
) -> None:
    for payload in PAYLOADS:
        stage.send(protocol, LANE, payload)
    injector = Injector()
    injector.crash(point, second)
    with pytest.raises(RelayerCrash):
        stage.relayer(protocol, injector).settle()
    before = [stage.taken(protocol, LANE, payload) for payload in PAYLOADS]
    assert (
        before
        == {
            Point.READ: [0, 0, 0],
            Point.KEPT: [1, 0, 0],
            Point.PROVED: [1, 0, 0],
            Point.DELIVERED: [1, 1, 0],
        }[point]
    )
    again = stage.relayer(protocol)
    again.settle()
    assert [stage.taken(protocol, LANE, payload) for payload in PAYLOADS] == [1, 1, 1]
    assert again.outbox.counts() == {"delivered": 3}
    assert [packet.reason for packet in again.outbox.all()] == [""] * 3


@pytest.mark.parametrize("protocol", NAMES)
def test_a_crash_at_every_point_in_a_row(stage: Stage, protocol: str) -> None:
    for payload in PAYLOADS:
        stage.send(protocol, LANE, payload)
    for point in [*Point, *reversed(Point)]:
        injector = Injector()
        injector.crash(point)
        relayer = stage.relayer(protocol, injector)
        try:
            relayer.round()
        except RelayerCrash:
            continue
    stage.relayer(protocol).settle()
    assert [stage.taken(protocol, LANE, payload) for payload in PAYLOADS] == [1, 1, 1]


@pytest.mark.parametrize("protocol", NAMES)
def test_two_relayers_at_once_deliver_once(stage: Stage, protocol: str) -> None:
    stage.send(protocol, LANE, b"raced")
    first, other = stage.relayer(protocol), stage.relayer(protocol)
    injector = Injector()
    injector.crash(Point.PROVED)
    first.injector = injector
    with pytest.raises(RelayerCrash):
        first.round()
    other.settle()
    first.settle()
    assert stage.taken(protocol, LANE, b"raced") == 1
