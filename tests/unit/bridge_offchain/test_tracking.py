"""The tracker: events add up to states, restarts and reorganisations lose and repeat nothing."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quantera.bridge.messages import Kind, Message
from quantera.bridge.scoring import Protocol
from quantera.bridge.tracking import Happening, State, Step, Tracker
from quantera.positions import KEPT

HERE, THERE = "ethereum", "polygon"
MESSAGE = Message(
    kind=Kind.TRANSFER,
    source_chain_id=1,
    destination_chain_id=137,
    nonce=0,
    asset="0x" + "11" * 20,
    sender="0x" + "22" * 20,
    recipient="0x" + "33" * 20,
    amount=5,
)
WORMHOLE, AXELAR = 1 << Protocol.WORMHOLE, 1 << Protocol.AXELAR


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    made = Tracker(tmp_path / "tracking.db")
    yield made
    made.close()


def sent(block: int = 1, place: int = 0, time: int = 1_000) -> Happening:
    return Happening(
        *(HERE, block, place, MESSAGE.id, Step.SENT, time, WORMHOLE, "0xaa", MESSAGE.encode())
    )


def told(step: Step, block: int, detail: int = 0, time: int = 2_000) -> Happening:
    return Happening(THERE, block, 0, MESSAGE.id, step, time, detail)


def test_a_message_that_nobody_has_told_of_is_unknown(tracker: Tracker) -> None:
    assert tracker.get(MESSAGE.id) is None
    assert tracker.position(HERE) is None
    tracker.go_back(HERE)


def test_events_add_up_to_the_state_whichever_chain_is_read_first(tracker: Tracker) -> None:
    tracker.observe(THERE, 7, "0x7", [told(Step.PARKED, 7, 203)])
    parked = tracker.get(MESSAGE.id)
    assert parked is not None
    assert (parked.state, parked.reason, parked.message) == (State.PARKED, 203, None)
    tracker.observe(HERE, 1, "0x1", [sent()])
    parked = tracker.get(MESSAGE.id)
    assert parked is not None
    assert parked.message == MESSAGE
    assert (parked.state, parked.sent_at, parked.sent_in) == (State.PARKED, 1_000, "0xaa")
    tracker.observe(THERE, 8, "0x8", [told(Step.CREDITED, 8, time=2_500)])
    credited = tracker.get(MESSAGE.id)
    assert credited is not None
    assert (credited.state, credited.reason) == (State.CREDITED, 0)
    assert credited.delivery_seconds == 1_500
    assert tracker.open() == []


@pytest.mark.parametrize(
    ("step", "state", "finished"),
    [
        (Step.VOTED, State.AWAITING, False),
        (Step.DELAYED, State.DELAYED, False),
        (Step.PARKED, State.PARKED, False),
        (Step.RETURNED, State.RETURNED, True),
        (Step.CREDITED, State.CREDITED, True),
    ],
)
def test_each_step_leads_to_its_state(
    tracker: Tracker, step: Step, state: State, *, finished: bool
) -> None:
    tracker.observe(HERE, 1, "0x1", [sent()])
    assert [one.state for one in tracker.open()] == [State.IN_FLIGHT]
    tracker.observe(THERE, 1, "0x1", [told(step, 1, 9)])
    (found,) = tracker.all()
    assert (found.state, found.finished) == (state, finished)
    assert found.release_at == (9 if step is Step.DELAYED else 0)
    assert found.reason == (9 if step is Step.PARKED else 0)
    assert (found.delivery_seconds is None) == (step is not Step.CREDITED)


def test_protocols_and_votes_are_collected(tracker: Tracker) -> None:
    again = Happening(HERE, 2, 0, MESSAGE.id, Step.RESENT, 1_100, AXELAR)
    tracker.observe(HERE, 2, "0x2", [sent(), again])
    tracker.observe(THERE, 3, "0x3", [told(Step.VOTED, 2, AXELAR), told(Step.VOTED, 3, WORMHOLE)])
    (found,) = tracker.all()
    assert found.protocols == found.votes == {Protocol.WORMHOLE, Protocol.AXELAR}


def test_what_was_told_is_there_after_a_restart_and_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "tracking.db"
    for _ in range(3):
        tracker = Tracker(path)
        tracker.observe(HERE, 1, "0x1", [sent()])
        tracker.close()
    tracker = Tracker(path)
    assert tracker.position(HERE) == (1, "0x1")
    assert len(tracker.all()) == 1
    tracker.close()


def test_a_source_that_forgets_a_block_takes_the_message_back(tracker: Tracker) -> None:
    tracker.observe(HERE, 1, "0x1", [])
    tracker.observe(HERE, 5, "0x5", [sent(block=4)])
    tracker.go_back(HERE)
    assert tracker.position(HERE) == (1, "0x1")
    assert tracker.get(MESSAGE.id) is None


def test_a_destination_that_forgets_a_block_takes_the_credit_back(tracker: Tracker) -> None:
    tracker.observe(HERE, 1, "0x1", [sent()])
    tracker.observe(THERE, 5, "0x5", [told(Step.PARKED, 5, 19)])
    tracker.observe(THERE, 6, "0x6", [told(Step.CREDITED, 6)])
    tracker.go_back(THERE)
    (found,) = tracker.all()
    assert (found.state, found.reason) == (State.PARKED, 19)


def test_a_veto_holds_until_it_is_lifted(tracker: Tracker) -> None:
    tracker.observe(THERE, 1, "0x1", [told(Step.VETOED, 1)])
    tracker.observe(HERE, 1, "0x1", [sent()])
    (found,) = tracker.all()
    assert (found.state, found.vetoed) == (State.IN_FLIGHT, True)
    tracker.observe(THERE, 3, "0x3", [told(Step.PARKED, 2, 208), told(Step.LIFTED, 3)])
    (found,) = tracker.all()
    assert (found.state, found.vetoed, found.changed_at) == (State.PARKED, False, 2_000)


def test_what_was_told_elsewhere_or_later_is_refused(tracker: Tracker) -> None:
    for wrong in (told(Step.VOTED, 1), sent(block=2)):
        with pytest.raises(ValueError, match="up to block 1"):
            tracker.observe(HERE, 1, "0x1", [wrong])
    assert tracker.position(HERE) is None


def test_only_so_many_positions_are_kept(tracker: Tracker) -> None:
    for block in range(KEPT + 5):
        tracker.observe(HERE, block, hex(block), [])
    for _ in range(KEPT):
        assert tracker.position(HERE) is not None
        tracker.go_back(HERE)
    assert tracker.position(HERE) is None


def test_measured_times_stand_beside_the_target_and_the_floor(tracker: Tracker) -> None:
    for nonce, seconds in enumerate((100, 201)):
        message = Message(**(vars(MESSAGE) | {"nonce": nonce}))
        out = Happening(
            *(HERE, nonce, 0, message.id, Step.SENT, 1_000, WORMHOLE, "0x", message.encode())
        )
        there = Happening(THERE, nonce, 0, message.id, Step.CREDITED, 1_000 + seconds)
        tracker.observe(HERE, nonce, hex(nonce), [out])
        tracker.observe(THERE, nonce, hex(nonce), [there])
    (found,) = tracker.measured()
    assert (found.source, found.count) == (HERE, 2)
    assert (found.average_seconds, found.slowest_seconds) == (151, 201)
    assert (found.floor_seconds, found.target_seconds, found.on_target) == (900, 900, True)


@pytest.mark.parametrize("seed", range(20))
def test_any_order_of_reading_ends_in_the_same_state(tmp_path: Path, seed: int) -> None:
    """Two chains read in any interleaving, with restarts and forgotten positions between."""
    chance = random.Random(seed)
    told_by = {
        HERE: [sent(1), Happening(HERE, 3, 0, MESSAGE.id, Step.RESENT, 1_100, AXELAR)],
        THERE: [
            told(Step.VOTED, 1, WORMHOLE),
            told(Step.VOTED, 2, AXELAR),
            told(Step.PARKED, 4, 19),
            told(Step.CREDITED, 5, time=1_600),
        ],
    }
    tracker = Tracker(tmp_path / "tracking.db")
    while any((tracker.position(chain) or (0, ""))[0] < 6 for chain in told_by):
        if chance.random() < 0.3:
            tracker.close()
            tracker = Tracker(tmp_path / "tracking.db")
        chain = chance.choice(list(told_by))
        if chance.random() < 0.2:
            tracker.go_back(chain)
        done = (tracker.position(chain) or (0, ""))[0]
        upto = min(6, done + chance.randint(1, 3))
        new = [one for one in told_by[chain] if done < one.block <= upto]
        tracker.observe(chain, upto, hex(upto), new)
    (found,) = tracker.all()
    assert found.state is State.CREDITED
    assert found.delivery_seconds == 600
    assert found.protocols == found.votes == {Protocol.WORMHOLE, Protocol.AXELAR}
    tracker.close()
