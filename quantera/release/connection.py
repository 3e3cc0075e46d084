"""Questions to a public node over HTTP: patient with what passes, clear about what does not."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import requests

from quantera.release.errors import NodeError

_BATCH = 50
_LIMITED = {-32005, -32029, 429}
_TOO_MANY = 429
_SERVER_ERROR = 500
_WAIT_SECONDS = (0.1, 5.0)


class RefusalError(Exception):
    """A node's answer that says why it would not do what was asked."""

    def __init__(self, error: dict[str, Any]) -> None:
        self.code: int = error.get("code", 0)
        self.message = str(error.get("message", ""))
        self.data: Any = error.get("data")
        super().__init__(self.message)


class _PassingError(Exception):
    """A failure after which asking again makes sense."""


class Connection:
    """Asks one node, for one thread.

    Args:
        name: of the chain, for messages.
        url: where it answers; may hold a provider's key, so that no message tells it.
        patience: seconds after which a node that does not answer stops the chain.
        timeout: seconds for one answer.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        name: str,
        url: str,
        *,
        patience: float = 60,
        timeout: float = 20,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self.url = url
        self._patience = patience
        self._timeout = timeout
        self._sleep = sleep
        self._session = requests.Session()
        self._requests = 0

    def ask(self, method: str, *params: Any) -> Any:
        """One answer.

        Raises:
            RefusalError: the node says why not.
            NodeError: it does not answer for as long as patience lasts.
        """
        answer = self._patiently([(method, list(params))])[0]
        if isinstance(answer, RefusalError):
            raise answer
        return answer

    def ask_all(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        """Answers in order; a refusal stands in place of an answer.

        Raises:
            NodeError: the node does not answer for as long as patience lasts.
        """
        found: list[Any] = []
        for start in range(0, len(asked), _BATCH):
            found += self._patiently(asked[start : start + _BATCH])
        return found

    def _patiently(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        until = time.monotonic() + self._patience
        wait, longest = _WAIT_SECONDS
        found: dict[int, Any] = {}
        while True:
            left = [at for at in range(len(asked)) if at not in found]
            why: _PassingError | None = None
            try:
                answers = self._once([asked[at] for at in left])
            except _PassingError as error:
                why = error
            else:
                for at, answer in zip(left, answers, strict=True):
                    if isinstance(answer, _PassingError):
                        why = answer
                    else:
                        found[at] = answer
            if why is None:
                return [found[at] for at in range(len(asked))]
            if time.monotonic() + wait > until:
                raise NodeError(f"{self.name}: the node does not answer: {why}") from why
            self._sleep(wait * random.uniform(0.5, 1.5))
            wait = min(2 * wait, longest)

    def _once(self, asked: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        """Answers in order; a failure that passes stands in place of an answer."""
        first = self._requests + 1
        self._requests += len(asked)
        batch = [
            {"jsonrpc": "2.0", "id": first + at, "method": method, "params": params}
            for at, (method, params) in enumerate(asked)
        ]
        try:
            payload: Any = batch if len(batch) > 1 else batch[0]
            response = self._session.post(self.url, json=payload, timeout=self._timeout)
            if response.status_code == _TOO_MANY or response.status_code >= _SERVER_ERROR:
                raise _PassingError(f"HTTP {response.status_code}")
            told = response.json()
        except requests.RequestException as error:
            # The exception's own text holds the address, and with it a provider's key.
            raise _PassingError(type(error).__name__) from None
        answers = told if isinstance(told, list) else [told]
        by_id = {one.get("id"): one for one in answers if isinstance(one, dict)}
        return [self._answer(by_id.get(one["id"])) for one in batch]

    @staticmethod
    def _answer(told: dict[str, Any] | None) -> Any:
        if told is None or ("result" not in told and "error" not in told):
            return _PassingError("an answer is missing")
        if "error" not in told:
            return told["result"]
        refusal = RefusalError(told["error"])
        return _PassingError(refusal.message) if refusal.code in _LIMITED else refusal

    def close(self) -> None:
        """Drop the connection."""
        self._session.close()
