"""JSON-RPC over one kept-open connection: a millisecond a call matters when there are thousands."""

import json
from typing import Any

import urllib3


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
    """A JSON-RPC client for one node.

    Args:
        url: where it answers.
        timeout: seconds to wait for one answer.
    """

    def __init__(self, url: str, timeout: float = 60) -> None:
        self.url = url
        self._pool = urllib3.connection_from_url(url, maxsize=1, timeout=timeout, retries=False)

    def __call__(self, method: str, *params: Any) -> Any:
        """The result of one method.

        Raises:
            RpcError: the node answered with an error.
            urllib3.exceptions.HTTPError: the node cannot be reached.
        """
        request = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        response = self._pool.request(
            "POST",
            self.url,
            body=json.dumps(request),
            headers={"content-type": "application/json"},
        )
        answer = json.loads(response.data)
        if "error" in answer:
            raise RpcError(method, answer["error"])
        return answer["result"]

    def close(self) -> None:
        """Drop the connection."""
        self._pool.close()
