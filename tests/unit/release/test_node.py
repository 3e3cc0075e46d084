"""The client of a node: patient, exact about which answer belongs to which question, discreet."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from quantera.release import Node
from quantera.release.connection import RefusalError
from quantera.release.errors import NodeError
from quantera.release.fees import offer
from quantera.release.node import Fees

URL = "https://node.example/v3/secret-key"

Answer = Callable[[Any], Any]


class Session:
    """Answers posts from a list: a status, an exception, or a function of the request."""

    def __init__(self, *answers: int | Exception | Answer) -> None:
        self.answers: Iterator[int | Exception | Answer] = iter(answers)
        self.asked: list[Any] = []

    def post(self, url: str, *, json: Any, timeout: float) -> requests.Response:
        assert (url, timeout) == (URL, 20)
        self.asked.append(json)
        answer = next(self.answers)
        if isinstance(answer, Exception):
            raise answer
        response = requests.Response()
        response.status_code = answer if isinstance(answer, int) else 200
        content = b"<html>" if isinstance(answer, int) else _dumped(answer(json))
        response._content = content
        return response


def _dumped(value: Any) -> bytes:
    return json.dumps(value).encode()


def result(value: Any) -> Answer:
    return lambda asked: {"id": asked["id"], "result": value}


def refused(code: int, message: str) -> Answer:
    return lambda asked: {"id": asked["id"], "error": {"code": code, "message": message}}


def node(*answers: int | Exception | Answer, patience: float = 60) -> tuple[Node, Session]:
    slept: list[float] = []
    client = Node("polygon", URL, patience=patience, sleep=slept.append)
    session = Session(*answers)
    client._session = session  # type: ignore[assignment]
    return client, session


@pytest.mark.parametrize(
    "passing",
    [
        429,
        503,
        requests.ConnectionError(f"no route to {URL}"),
        requests.Timeout(URL),
        lambda asked: {"id": asked["id"]},
        lambda asked: {"id": asked["id"] + 1, "result": "0x9"},
        refused(-32005, "limit exceeded"),
    ],
    ids=["429", "503", "no connection", "timeout", "empty", "another's answer", "limit"],
)
def test_what_passes_is_asked_again(passing: int | Exception | Answer) -> None:
    client, session = node(passing, passing, result("0x7"))
    assert client.block_number() == 7
    assert len(session.asked) == 3


def test_a_refusal_is_no_fault_of_the_line() -> None:
    client, session = node(refused(-32000, "nonce too low"))
    with pytest.raises(RefusalError, match="nonce too low"):
        client.ask("eth_sendRawTransaction", "0x00")
    assert len(session.asked) == 1


def test_patience_ends_and_no_message_tells_the_address() -> None:
    """A provider's key is part of the address."""
    client, _ = node(requests.ConnectionError(f"no route to {URL}"), patience=0)
    with pytest.raises(
        NodeError, match="polygon: the node does not answer: ConnectionError"
    ) as told:
        client.block_number()
    assert "secret" not in str(told.value)
    assert "secret" not in repr(told.value.__cause__)


def test_answers_of_a_batch_in_any_order() -> None:
    def shuffled(asked: Any) -> Any:
        return [{"id": one["id"], "result": one["params"][0]} for one in reversed(asked)]

    client, _ = node(shuffled)
    assert client.ask_all([("echo", ["a"]), ("echo", ["b"])]) == ["a", "b"]


def test_a_batch_that_is_answered_in_part() -> None:
    """Only what lacks is asked again."""

    def half(asked: Any) -> Any:
        return [{"id": asked[0]["id"], "result": "a"}]

    client, session = node(half, result("b"))
    assert client.ask_all([("one", []), ("other", [])]) == ["a", "b"]
    assert session.asked[1]["method"] == "other"


def test_large_batches_are_cut() -> None:
    def echoed(asked: Any) -> Any:
        many = asked if isinstance(asked, list) else [asked]
        return [{"id": one["id"], "result": one["params"][0]} for one in many]

    client, session = node(echoed, echoed, echoed)
    assert client.ask_all([("echo", [at]) for at in range(120)]) == list(range(120))
    assert [len(asked) for asked in session.asked] == [50, 50, 20]


def test_a_public_address_is_never_local() -> None:
    """Whatever the node calls itself: it is not even asked."""
    client, session = node()
    assert not client.is_local()
    assert session.asked == []


def test_a_receipt_counts_only_with_its_block() -> None:
    """REL-08: the block must be the chain's, and hold the transaction."""
    receipt = {"blockNumber": "0x5", "blockHash": "0xb", "gasUsed": "0x9", "status": "0x1"}
    honest = {"hash": "0xb", "transactions": ["0xt"]}
    for block, known in (
        (honest, True),
        ({**honest, "hash": "0xother"}, False),
        ({**honest, "transactions": []}, False),
        (None, False),
    ):
        client, _ = node(result(receipt), result(block))
        assert (client.mined(["0xt"])[0] is not None) is known
    client, _ = node(result(None))
    assert client.mined(["0xt"]) == [None]


def test_offers_rise_by_an_eighth_and_hold_the_least_tip() -> None:
    first = offer(Fees(base=100, tip=3), least_tip=10)
    assert first == (210, 10)
    second = offer(Fees(base=100, tip=3), least_tip=10, earlier=first)
    assert second[0] * 8 >= first[0] * 9
    assert second[1] * 8 >= first[1] * 9
    assert offer(Fees(base=1_000, tip=3), least_tip=10, earlier=first)[0] == 2_010
