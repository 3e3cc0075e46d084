"""A proxy between a release and its node that does what bad days do."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

Handle = Callable[[dict[str, Any], Callable[[dict[str, Any]], dict[str, Any]]], Any]
"""Gets one request and a way to ask the node; gives an answer, `DROP`, or an HTTP status."""

DROP = object()


@contextmanager
def proxied(url: str, handle: Handle) -> Iterator[str]:
    """A proxy in front of a node; each request of a batch goes through `handle`."""

    def ask(request: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = requests.post(url, json=request, timeout=30).json()
        return answer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = json.loads(self.rfile.read(length))
            many = asked if isinstance(asked, list) else [asked]
            answers = []
            for request in many:
                answer = handle(request, ask)
                if answer is DROP:
                    self.close_connection = True
                    self.connection.close()
                    return
                if isinstance(answer, int):
                    self._reply(answer, b"busy")
                    return
                answers.append(answer)
            told = answers if isinstance(asked, list) else answers[0]
            self._reply(200, json.dumps(told).encode())

        def _reply(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

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


class Nth:
    """True at every n-th call."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._count = 0

    def __call__(self) -> bool:
        """Whether this call is one of them."""
        self._count += 1
        return self._count % self._every == 0


def soon(seconds: float) -> None:
    """Waits a little, as a slow node does."""
    time.sleep(seconds)
