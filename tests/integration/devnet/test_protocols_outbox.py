"""What a relayer keeps on disk: positions and messages, changed together or not at all."""

from pathlib import Path

import pytest

from quantera.devnet.protocols.outbox import Outbox, Packet, TopUp
from quantera.positions import KEPT


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox.db")


def packet(identifier: str, block: int, **changes: object) -> Packet:
    given: dict[str, object] = {
        "id": identifier,
        "source": "polygon",
        "destination": "optimism",
        "block": block,
        "transaction": f"0x{block}",
        "log_index": 3,
        "content": {"payload": "00"},
    }
    return Packet.model_validate(given | changes)


def test_what_was_kept_is_there_in_the_next_process(outbox: Outbox, tmp_path: Path) -> None:
    assert outbox.position("polygon") is None
    outbox.observe("polygon", 7, "0x7", [packet("a", 5), packet("b", 6)])
    # The first process is not closed: it was killed.
    again = Outbox(tmp_path / "outbox.db")
    assert again.position("polygon") == (7, "0x7")
    assert again.position("ethereum") is None
    assert [found.id for found in again.open()] == ["a", "b"]
    assert again.get("a") == packet("a", 5)
    assert again.get("c") is None


def test_a_message_that_is_seen_again_keeps_its_state(outbox: Outbox) -> None:
    outbox.observe("polygon", 5, "0x5", [packet("a", 5)])
    outbox.update(packet("a", 5, state="delivered"))
    outbox.observe("polygon", 6, "0x6", [packet("a", 5)])
    assert outbox.counts() == {"delivered": 1}


def test_going_back_forgets_what_was_not_delivered(outbox: Outbox) -> None:
    outbox.observe("polygon", 5, "0x5", [packet("early", 5)])
    other = packet("other", 9, source="ethereum")
    outbox.observe("polygon", 9, "0x9", [packet("late", 8), packet("gone", 9), other])
    outbox.update(packet("gone", 9, state="delivered"))
    outbox.go_back("polygon")
    assert outbox.position("polygon") == (5, "0x5")
    # What was delivered stays known, or it would be delivered again when it is sent again.
    assert [found.id for found in outbox.all()] == ["early", "gone", "other"]
    outbox.go_back("polygon")
    assert outbox.position("polygon") is None
    assert [found.id for found in outbox.all()] == ["gone", "other"]
    outbox.go_back("polygon")
    assert outbox.position("polygon") is None


def test_a_payment_moves_only_what_was_not_paid(outbox: Outbox) -> None:
    unpaid = packet("a", 5, state="unpaid")
    failed = packet("b", 6, state="failed")
    outbox.observe("polygon", 6, "0x6", [unpaid, failed])
    outbox.observe("polygon", 7, "0x7", [], [TopUp("0x6", 3), TopUp("0x5", 4), TopUp("0x9", 3)])
    assert outbox.open() == []
    outbox.observe("polygon", 8, "0x8", [], [TopUp("0x5", 3)])
    assert [found.id for found in outbox.open()] == ["a"]
    assert outbox.counts() == {"seen": 1, "failed": 1}


def test_only_the_last_positions_are_kept(outbox: Outbox) -> None:
    for block in range(KEPT + 10):
        outbox.observe("polygon", block, f"0x{block}", [])
    for _ in range(KEPT - 1):
        outbox.go_back("polygon")
    assert outbox.position("polygon") == (10, "0x10")
    outbox.go_back("polygon")
    assert outbox.position("polygon") is None
