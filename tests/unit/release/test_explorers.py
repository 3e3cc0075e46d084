"""What explorers are sent, and how their answers are taken; each is a server of our own here."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from quantera.release.errors import NodeError
from quantera.release.explorers import Etherscan, Explorer, Sourcify, explorers_of
from quantera.release.publication import Submission

ADDRESS = "0x" + "22" * 20
ACCOUNT = "of-an-account"
ONE = Submission(
    entry="DualControl",
    chain_id=137,
    address=ADDRESS,
    contract="contracts/access/DualControl.sol:DualControl",
    content={"language": "Solidity", "sources": {}},
    arguments="00" * 32,
    compiler="0.8.37+commit.12345678",
)


@dataclass
class Server:
    """Answers in order, and keeps what it was asked."""

    url: str = ""
    answers: list[tuple[int, Any]] = field(default_factory=list)
    asked: list[tuple[str, str, str]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            found.asked.append((self.command, self.path, body))
            status, told = found.answers.pop(0)
            content = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Tests are quiet."""

    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=service.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    found.url = f"http://127.0.0.1:{service.server_address[1]}"
    yield found
    service.shutdown()
    service.server_close()


def rest(_seconds: float) -> None:
    """Waits for nothing."""


def test_sourcify_verifies(server: Server) -> None:
    server.answers = [
        (202, {"verificationId": "job"}),
        (200, {"isJobCompleted": False}),
        (200, {"isJobCompleted": True, "contract": {"match": "exact_match"}}),
    ]
    assert Sourcify(server.url, rest).publish(ONE) == "exact match"
    method, path, body = server.asked[0]
    assert (method, path) == ("POST", f"/v2/verify/137/{ADDRESS}")
    assert json.loads(body) == {
        "stdJsonInput": ONE.content,
        "compilerVersion": ONE.compiler,
        "contractIdentifier": ONE.contract,
    }
    assert server.asked[2][1] == "/v2/verify/job"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([(400, {"message": "unknown chain"})], "unknown chain"),
        (
            [
                (202, {"verificationId": "job"}),
                (200, {"isJobCompleted": True, "error": {"message": "differs"}}),
            ],
            "differs",
        ),
        ([(200, ["odd"])], "no object"),
    ],
)
def test_what_sourcify_refuses_is_told(server: Server, answers: list[Any], said: str) -> None:
    server.answers = answers
    with pytest.raises(NodeError, match=said):
        Sourcify(server.url, rest).publish(ONE)


def test_what_is_verified_already_is_no_failure(server: Server) -> None:
    server.answers = [(409, {"message": "already"})]
    assert Sourcify(server.url, rest).publish(ONE) == "verified already"
    server.answers = [(200, {"status": "0", "result": "Contract source code already verified"})]
    assert Etherscan(server.url, "key", sleep=rest).publish(ONE) == "verified already"


def test_etherscan_verifies(server: Server) -> None:
    """Asked again while it has not seen the contract, and until it has compiled it."""
    server.answers = [
        (200, {"status": "0", "result": "Unable to locate ContractCode at 0x22"}),
        (200, {"status": "1", "result": "job"}),
        (200, {"status": "0", "result": "Pending in queue"}),
        (200, {"status": "1", "result": "Pass - Verified"}),
    ]
    assert Etherscan(server.url, ACCOUNT, sleep=rest).publish(ONE) == "verified"
    _, path, body = server.asked[0]
    assert parse_qs(urlsplit(path).query) == {"chainid": ["137"]}
    fields = {name: values[0] for name, values in parse_qs(body).items()}
    assert fields["apikey"] == ACCOUNT
    assert fields["codeformat"] == "solidity-standard-json-input"
    assert json.loads(fields["sourceCode"]) == ONE.content
    assert fields["contractname"] == ONE.contract
    assert fields["compilerversion"] == "v0.8.37+commit.12345678"
    assert fields["constructorArguments"] == ONE.arguments
    assert parse_qs(urlsplit(server.asked[3][1]).query)["guid"] == ["job"]


def test_what_etherscan_refuses_is_told_without_the_key(server: Server) -> None:
    failed = "Fail - Unable to verify"
    server.answers = [(200, {"result": "job"}), (200, {"result": failed})]
    with pytest.raises(NodeError, match=f"DualControl: {failed}"):
        Etherscan(server.url, ACCOUNT, sleep=rest).publish(ONE)
    gone = Etherscan(f"http://127.0.0.1:1/{ACCOUNT}", ACCOUNT, sleep=rest)
    with pytest.raises(NodeError, match="does not answer: ConnectionError") as caught:
        gone.publish(ONE)
    assert ACCOUNT not in str(caught.value)


def test_an_explorer_that_never_answers_ends(server: Server) -> None:
    server.answers = [(200, {"result": "job"})] + [(200, {"result": "Pending in queue"})] * 40
    with pytest.raises(NodeError, match="no answer in time"):
        Etherscan(server.url, "key", sleep=rest).publish(ONE)


def test_explorers_are_those_with_keys() -> None:
    def names(**environment: str) -> list[tuple[str, bool]]:
        found: list[Explorer] = list(explorers_of("optimism-sepolia", environment))
        return [(one.name, getattr(one, "by_chain_id", True)) for one in found]

    assert names() == [("Sourcify", True)]
    given = {"QUANTERA_ETHERSCAN_KEY": "key", "QUANTERA_BLOCKSCOUT_OPTIMISM_SEPOLIA": "https://b/"}
    assert names(**given) == [("Sourcify", True), ("Etherscan", True), ("Blockscout", False)]
    (*_, blockscout) = explorers_of("optimism-sepolia", given)
    assert isinstance(blockscout, Etherscan)
    assert blockscout.url == "https://b/api"
