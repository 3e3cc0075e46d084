"""A proxy between a release and its node that does what bad days do."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

Ask = Callable[[dict[str, Any]], dict[str, Any]]
DROP = object()
"""Instead of an answer: the connection ends."""


def _honest(request: dict[str, Any], ask: Ask) -> Any:
    return ask(request)


def _whole(pass_on: Callable[[], bytes]) -> Any:
    return pass_on()


@dataclass(frozen=True)
class Fault:
    """What goes wrong.

    Attributes:
        handle: gets one request, and a way to ask the node; gives an answer or `DROP`.
        exchange: gets a way to have a whole HTTP request answered; gives that answer, `DROP`, or
            an HTTP status.
    """

    handle: Callable[[dict[str, Any], Ask], Any] = _honest
    exchange: Callable[[Callable[[], bytes]], Any] = _whole


class _DroppedError(Exception):
    """One request of a batch was dropped, and the batch with it."""


@contextmanager
def proxied(url: str, fault: Fault) -> Iterator[str]:
    """A proxy in front of a node."""
    session = requests.Session()

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = session.post(url, json=request, timeout=30).json()
        return answer

    def answered(body: bytes) -> bytes:
        asked = json.loads(body)
        answers = [
            fault.handle(one, ask) for one in (asked if isinstance(asked, list) else [asked])
        ]
        if any(answer is DROP for answer in answers):
            raise _DroppedError
        return json.dumps(answers if isinstance(asked, list) else answers[0]).encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                answer = fault.exchange(lambda: answered(body))
            except _DroppedError:
                answer = DROP
            if answer is DROP:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, told = (answer, b"busy") if isinstance(answer, int) else (200, answer)
            self.send_response(status)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        session.close()


class Nth:
    """True at every n-th call."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._count = 0

    def __call__(self) -> bool:
        """Whether this call is one of them."""
        self._count += 1
        return self._count % self._every == 0
