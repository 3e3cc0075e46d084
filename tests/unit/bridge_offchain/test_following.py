"""Following bridges: every event that moves a message is known by the contracts' own names, and a
tracker that is brought up to date after any interruption knows the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from eth_abi.abi import encode

from quantera.artifacts import load
from quantera.bridge.following import EVENTS, follow, happening
from quantera.bridge.messages import Kind, Message
from quantera.bridge.nodes import Place, Told, connected
from quantera.bridge.scoring import Protocol
from quantera.bridge.tracking import State, Step, Tracker
from quantera.evm.abi import ContractAbi, EventAbi
from tests.unit.bridge_offchain.answering import install

ENTRIES = [*load("IUniversalBridge").abi, *load("IBridgeRecovery").abi]
ABI = ContractAbi("UniversalBridge", ENTRIES)
BRIDGE = "0x" + "11" * 20
MESSAGE = Message(Kind.TRANSFER, 1, 137, 0, BRIDGE, BRIDGE, BRIDGE, 7)
PLACES = [Place("ethereum", "ws://ethereum", BRIDGE), Place("polygon", "ws://polygon", BRIDGE)]
AXELAR = 1 << Protocol.AXELAR
WITHOUT_A_STEP = {
    *("ProtocolFailed", "MessageIgnored", "RefundCredited", "CreditRedirected"),
    *("EscrowFunded", "RefundWithdrawn"),
}


def event(name: str) -> EventAbi:
    return next(one for one in ABI.events if one.name == name)


def test_every_event_of_a_message_has_its_step_or_moves_nothing() -> None:
    assert {one.name for one in ABI.events} == EVENTS.keys() | WITHOUT_A_STEP


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_read_by_the_names_that_it_has(name: str) -> None:
    numbers = {"protocols": 8, "protocol": 3, "votes": 8, "releaseAt": 9, "reason": 19}
    args: dict[str, Any] = {
        entry["name"]: numbers.get(entry["name"], b"x" if entry["type"] == "bytes" else MESSAGE.id)
        for entry in event(name).entry["inputs"]
    }
    found = happening("polygon", Told(3, 4, 5, "0xt", name, args))
    assert found is not None
    assert (found.id, found.step, found.block, found.place, found.time) == (
        *(MESSAGE.id, EVENTS[name][0]),
        *(3, 4, 5),
    )
    wanted = {Step.DELAYED: 9, Step.PARKED: 19, Step.VETOED: 19}
    masks = (Step.SENT, Step.RESENT, Step.VOTED)
    assert found.detail == (8 if found.step in masks else wanted.get(found.step, 0))
    assert found.message == (b"x" if "message" in args else b"")


def test_an_event_that_moves_no_message_is_nothing() -> None:
    assert happening("polygon", Told(1, 1, 1, "", "EscrowFunded", {})) is None


class Ledger:
    """Blocks of made-up nodes: logs by chain and block, and a branch that can change."""

    def __init__(self) -> None:
        self.heads = {"ws://ethereum": 5, "ws://polygon": 5}
        self.logs: dict[tuple[str, int], list[dict[str, Any]]] = {}
        self.branch = "a"
        self.broken = ""

    def emit(self, chain: str, block: int, name: str, *topics: bytes, **data: Any) -> None:
        kinds = [i["type"] for i in event(name).entry["inputs"] if not i["indexed"]]
        body = encode(kinds, list(data.values()))
        self.logs[f"ws://{chain}", block] = [
            {
                "topics": ["0x" + event(name).topic.hex(), *("0x" + one.hex() for one in topics)],
                "data": "0x" + body.hex(),
                "blockNumber": hex(block),
                "logIndex": "0x0",
                "transactionHash": "0xt",
            }
        ]

    def answers(self) -> dict[str, Any]:
        def logs(url: str, wanted: dict[str, str]) -> list[dict[str, Any]]:
            if url == self.broken:
                raise OSError("gone")
            blocks = range(int(wanted["fromBlock"], 16), int(wanted["toBlock"], 16) + 1)
            return [one for block in blocks for one in self.logs.get((url, block), [])]

        def block(url: str, number: str, _: bool) -> dict[str, str] | None:
            height = int(number, 16)
            if height > self.heads[url]:
                return None
            branch = self.branch if height >= 3 else ""
            return {"timestamp": hex(1_000 + height), "hash": f"0x{url}{height}{branch}"}

        return {
            "eth_blockNumber": lambda url: hex(self.heads[url]),
            "eth_getLogs": logs,
            "eth_getBlockByNumber": block,
        }


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    made = Ledger()
    install(monkeypatch, made.answers())
    made.emit(
        *("ethereum", 2, "MessageSent", MESSAGE.id, (137).to_bytes(32)),
        protocols=AXELAR,
        message=MESSAGE.encode(),
    )
    made.emit(
        *("polygon", 4, "MessageCredited", MESSAGE.id, (1).to_bytes(32), bytes(32)),
        recipient=BRIDGE,
        units=7,
    )
    return made


@pytest.fixture
def tracker(tmp_path: Path) -> Iterator[Tracker]:
    made = Tracker(tmp_path / "tracking.db")
    yield made
    made.close()


def bring_up(tracker: Tracker, confirmations: int = 0) -> None:
    with connected(PLACES, ENTRIES) as nodes:
        follow(
            tracker,
            nodes,
            from_block={"ethereum": 1, "polygon": 1},
            confirmations=dict.fromkeys(("ethereum", "polygon"), confirmations),
        )


def state(tracker: Tracker) -> State | None:
    found = tracker.get(MESSAGE.id)
    return None if found is None else found.state


@pytest.mark.usefixtures("ledger")
def test_both_chains_are_read_and_times_are_their_blocks(tracker: Tracker) -> None:
    bring_up(tracker)
    bring_up(tracker)
    found = tracker.get(MESSAGE.id)
    assert found is not None
    assert (found.state, found.message, found.delivery_seconds) == (State.CREDITED, MESSAGE, 2)
    assert found.protocols == {Protocol.AXELAR}


@pytest.mark.usefixtures("ledger")
def test_what_is_not_confirmed_yet_is_not_believed(tracker: Tracker) -> None:
    bring_up(tracker, confirmations=2)
    assert state(tracker) is State.IN_FLIGHT
    bring_up(tracker, confirmations=1)
    assert state(tracker) is State.CREDITED


def test_a_chain_that_was_replaced_takes_back_what_stood_in_it(
    tracker: Tracker, ledger: Ledger
) -> None:
    ledger.heads = dict.fromkeys(ledger.heads, 2)
    bring_up(tracker)
    ledger.heads = dict.fromkeys(ledger.heads, 5)
    bring_up(tracker)
    assert state(tracker) is State.CREDITED
    ledger.branch = "b"
    del ledger.logs["ws://polygon", 4]
    bring_up(tracker)
    assert state(tracker) is State.IN_FLIGHT


def test_a_chain_that_does_not_answer_loses_nothing(tracker: Tracker, ledger: Ledger) -> None:
    ledger.broken = "ws://polygon"
    with pytest.raises(OSError, match="gone"):
        bring_up(tracker)
    ledger.broken = ""
    bring_up(tracker)
    assert state(tracker) is State.CREDITED
