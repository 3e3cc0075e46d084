"""JSON-RPC to a local node over a WebSocket: a quarter of the time an HTTP request takes."""

import json
from typing import Any

from websockets.sync.client import connect


class RpcError(Exception):
    """A node's answer that says why it would not do what was asked.

    Attributes:
        code: JSON-RPC error code.
        message: the node's words.
        data: revert data, where there is some.
    """

    def __init__(self, method: str, error: dict[str, Any]) -> None:
        super().__init__(f"{method}: {error.get('message')}")
        self.code: int = error.get("code", 0)
        self.message: str = str(error.get("message", ""))
        self.data: Any = error.get("data")


class Rpc:
    """A JSON-RPC client for one node, for one thread.

    Args:
        url: where it answers, as an HTTP address.
        timeout: seconds to wait for one answer.
    """

    def __init__(self, url: str, timeout: float = 60) -> None:
        self.url = url
        self._timeout = timeout
        self._requests = 0
        # Traces have no bound, and on the loopback compressing them costs more than sending.
        self._socket = connect(
            url.replace("http", "ws", 1),
            compression=None,
            max_size=None,
            proxy=None,
            ping_interval=None,
        )

    def __call__(self, method: str, *params: Any) -> Any:
        """The result of one method.

        Raises:
            RpcError: the node answered with an error.
            TimeoutError: the node did not answer in time.
            websockets.exceptions.ConnectionClosed: the node is gone.
        """
        self._requests += 1
        request = {"jsonrpc": "2.0", "id": self._requests, "method": method, "params": params}
        self._socket.send(json.dumps(request))
        answer = json.loads(self._socket.recv(self._timeout))
        while answer.get("id") != self._requests:
            # The late answer to a request that was given up.
            answer = json.loads(self._socket.recv(self._timeout))
        if "error" in answer:
            raise RpcError(method, answer["error"])
        return answer["result"]

    def close(self) -> None:
        """Drop the connection."""
        self._socket.close()
