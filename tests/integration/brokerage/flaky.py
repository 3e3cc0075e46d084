"""An address that answers for a node, and hangs up now and then."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from urllib.request import Request, urlopen

EVERY = 23
"""Of so many requests one is lost on its way, and another one's answer is."""


class Losing(BaseHTTPRequestHandler):
    """Passes requests on."""

    protocol_version = "HTTP/1.1"
    node = ""
    requests: Iterator[int] = count()

    def do_POST(self) -> None:
        """One request."""
        number = next(self.requests) % EVERY
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.close_connection = True
        if number == 1:
            return
        asked = Request(self.node, content, {"Content-Type": "application/json"})
        with urlopen(asked) as answered:
            answer = answered.read()
        if number == EVERY - 1:
            return
        self.send_response(200)
        self.send_header("Connection", "close")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def losing(url: str) -> Iterator[str]:
    """The address of a server before the node at `url`."""
    handler = type("LosingHere", (Losing,), {"node": url, "requests": count()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
