"""KYC results over HTTP: one POST per batch, answered as `kyc-results.schema.json` describes."""

from collections.abc import Mapping, Sequence
from typing import Any

import requests
from pydantic import ValidationError
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from quantera.compliance.catalogue import DataModel
from quantera.compliance.errors import ProviderError
from quantera.compliance.kyc.provider import KycResult

_TRANSIENT = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
)
_TOO_MANY = 429
_LONGEST_WAIT = 60.0


class _Answer(DataModel):
    results: tuple[KycResult, ...]


class _TryAgainError(Exception):
    """The provider was busy or unreachable; `after` is what it asked to wait, in seconds."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class HttpKycProvider:
    """Asks `POST {url}` with `{"references": […]}` and a bearer token.

    Connection failures, 429 and 5xx are tried again with growing waits (or the `Retry-After` that
    the provider names, at most a minute); any other answer that is not valid ends the question.

    Args:
        url: the provider's endpoint.
        token: bearer token; None sends none.
        name: the provider's name in the records of checks.
        batch: references per request.
        attempts: tries per request, the first included.
        timeout: seconds to wait for a connection, and between bytes.
        first_wait: seconds before the second try.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        name: str = "http",
        batch: int = 500,
        attempts: int = 5,
        timeout: float = 10.0,
        first_wait: float = 0.5,
    ) -> None:
        self.name = name
        self.batch = batch
        self._url = url
        self._attempts = attempts
        self._timeout = timeout
        self._backoff = wait_exponential_jitter(multiplier=first_wait, max=_LONGEST_WAIT)
        self._session = requests.Session()
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"

    def results(self, references: Sequence[str]) -> Mapping[str, KycResult]:
        """See `KycProvider.results`."""
        found: dict[str, KycResult] = {}
        for start in range(0, len(references), self.batch):
            asked = list(references[start : start + self.batch])
            answer = self._ask(asked)
            unasked = {r.reference for r in answer.results} - set(asked)
            if unasked:
                raise ProviderError(f"{self.name} answered about references it was not asked for")
            found.update((result.reference, result) for result in answer.results)
        return found

    def _ask(self, references: list[str]) -> _Answer:
        retrying = Retrying(
            retry=retry_if_exception_type(_TryAgainError),
            stop=stop_after_attempt(self._attempts),
            wait=self._wait,
            reraise=True,
        )
        try:
            content = retrying(self._post, references)
        except _TryAgainError as error:
            raise ProviderError(f"{self.name} did not answer: {error}") from error
        try:
            return _Answer.model_validate_json(content)
        except ValidationError as error:
            reason = error.errors(include_url=False, include_input=False)[0]["msg"]
            raise ProviderError(f"{self.name} did not answer in its format: {reason}") from error

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, _TryAgainError) and error.after is not None:
            return min(error.after, _LONGEST_WAIT)
        return self._backoff(state)

    def _post(self, references: list[str]) -> bytes:
        body: dict[str, Any] = {"references": references}
        try:
            response = self._session.post(self._url, json=body, timeout=self._timeout)
            content = response.content
        except _TRANSIENT as error:
            raise _TryAgainError(type(error).__name__) from error
        except requests.RequestException as error:
            raise ProviderError(f"{self.name} cannot be asked: {error}") from error
        if response.status_code == _TOO_MANY or response.status_code >= 500:
            after = response.headers.get("Retry-After", "")
            raise _TryAgainError(
                f"status {response.status_code}", float(after) if after.isdigit() else None
            )
        if response.status_code != requests.codes.ok:
            raise ProviderError(f"{self.name} refused: status {response.status_code}")
        return content
