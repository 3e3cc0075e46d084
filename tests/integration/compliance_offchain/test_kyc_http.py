"""The HTTP provider against a real server on this machine: answers, retries and refusals."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate

from quantera.compliance.errors import ProviderError
from quantera.compliance.kyc import HttpKycProvider

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "quantera/data/compliance/kyc-results.schema.json").read_text()
)


def approved(references: list[str]) -> dict[str, Any]:
    return {
        "results": [
            {
                "reference": reference,
                "status": "approved",
                "verifiedAt": "2026-01-01",
                "validUntil": "2026-12-31",
            }
            for reference in references
            if not reference.startswith("unknown")
        ]
    }


@dataclass
class Server:
    """What the server is told to do, and what it was asked."""

    url: str = ""
    asked: list[list[str]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    plan: list[Callable[[BaseHTTPRequestHandler], bool]] = field(default_factory=list)
    answer: Callable[[list[str]], Any] = approved


@pytest.fixture
def server() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            told.asked.append(body["references"])
            told.tokens.append(self.headers.get("Authorization"))
            if told.plan and told.plan.pop(0)(self):
                return
            content = told.answer(body["references"])
            data = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{listening.server_port}/v1/kyc/results"
    yield told
    listening.shutdown()
    listening.server_close()


def provider(server: Server, **changes: Any) -> HttpKycProvider:
    settings = {"attempts": 3, "timeout": 1.0, "first_wait": 0.01, **changes}
    return HttpKycProvider(server.url, **settings)


def status(code: int, **headers: str) -> Callable[[BaseHTTPRequestHandler], bool]:
    def act(handler: BaseHTTPRequestHandler) -> bool:
        handler.send_response(code)
        for name, value in {"Content-Length": "0", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        return True

    return act


def hang_up(handler: BaseHTTPRequestHandler) -> bool:
    handler.close_connection = True
    handler.connection.close()
    return True


def stop_halfway(handler: BaseHTTPRequestHandler) -> bool:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"results"')
    handler.close_connection = True
    return True


def test_answers_in_batches_with_a_token(server: Server) -> None:
    asked = [f"k{n}" for n in range(5)] + ["unknown"]
    found = provider(server, batch=4, token="secret").results(asked)
    assert set(found) == set(asked[:5])
    assert server.asked == [asked[:4], asked[4:]]
    assert server.tokens == ["Bearer secret"] * 2
    validate(approved(asked), SCHEMA)


@pytest.mark.parametrize(
    "fault", [status(500), status(503), status(429, Retry_After="0"), hang_up, stop_halfway]
)
def test_passing_faults_are_tried_again(server: Server, fault: Any) -> None:
    server.plan = [fault, fault]
    assert set(provider(server).results(["k"])) == {"k"}
    assert len(server.asked) == 3


@pytest.mark.parametrize("fault", [status(500), status(429), hang_up, stop_halfway])
def test_lasting_faults_end(server: Server, fault: Any) -> None:
    server.plan = [fault] * 9
    with pytest.raises(ProviderError, match="did not answer"):
        provider(server).results(["k"])
    assert len(server.asked) == 3


@pytest.mark.parametrize("code", [400, 401, 403, 404, 301])
def test_refusals_are_not_tried_again(server: Server, code: int) -> None:
    server.plan = [status(code)]
    with pytest.raises(ProviderError, match=f"status {code}"):
        provider(server).results(["k"])
    assert len(server.asked) == 1


def test_the_wait_that_the_provider_asks_for_is_kept(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("tenacity.nap.time.sleep", waits.append)
    server.plan = [status(429, Retry_After="7"), status(503, Retry_After="9999")]
    provider(server).results(["k"])
    assert waits == [7.0, 60.0]


@pytest.mark.parametrize(
    "content",
    [
        b"not json",
        {"results": "many"},
        {"results": [], "more": 1},
        {"results": [{"reference": "k", "status": "approved"}]},
        {"results": [{"reference": "k", "status": "pending", "validUntil": "soon"}]},
        {"results": [{"reference": "other", "status": "pending"}]},
    ],
)
def test_answers_in_no_format_are_refused(server: Server, content: Any) -> None:
    server.answer = lambda _: content
    with pytest.raises(ProviderError):
        provider(server).results(["k"])
    assert len(server.asked) == 1


def test_nobody_there() -> None:
    absent = HttpKycProvider("http://127.0.0.1:9/", attempts=2, first_wait=0.01, timeout=0.5)
    with pytest.raises(ProviderError, match="did not answer"):
        absent.results(["k"])
