"""Explorers that verify sources: Sourcify, Etherscan and Blockscout, each by its own interface.

Ape's plugins for them ask the network at every transaction, and need a contract that Ape itself
deployed; what they would be called for is two requests.
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import requests

from quantera.release.errors import NodeError
from quantera.release.publication import Submission

SOURCIFY = "https://sourcify.dev/server"
ETHERSCAN = "https://api.etherscan.io/v2/api"
ETHERSCAN_KEY = "QUANTERA_ETHERSCAN_KEY"
BLOCKSCOUT = "QUANTERA_BLOCKSCOUT_"
_TIMEOUT = 60
_LOOKS = 40
_CONFLICT = 409
_VERIFIED_ALREADY = ("already verified",)
_PENDING = ("pending in queue", "in progress", "unable to locate contractcode", "rate limit")


class Explorer(Protocol):
    """Whoever verifies sources."""

    @property
    def name(self) -> str:
        """What it is called."""

    def publish(self, submission: Submission) -> str:
        """Have one contract verified; says how it went.

        Raises:
            NodeError: it does not answer, or does not verify it.
        """


@dataclass(frozen=True)
class Sourcify:
    """Sourcify's second interface, which takes no key.

    Attributes:
        url: of its server.
        sleep: waits so many seconds.
    """

    url: str = SOURCIFY
    sleep: Callable[[float], None] = time.sleep
    name: str = "Sourcify"

    def publish(self, submission: Submission) -> str:
        """See `Explorer.publish`."""
        place = f"{self.url}/v2/verify/{submission.chain_id}/{submission.address}"
        body = {
            "stdJsonInput": submission.content,
            "compilerVersion": submission.compiler,
            "contractIdentifier": submission.contract,
        }
        status, told = _asked(self.name, partial(requests.post, place, json=body, timeout=_TIMEOUT))
        if status == _CONFLICT:
            return "verified already"
        job = told.get("verificationId")
        if not job:
            raise NodeError(f"{self.name}: {submission.entry}: {told.get('message', status)}")
        for _ in range(_LOOKS):
            url = f"{self.url}/v2/verify/{job}"
            _, told = _asked(self.name, partial(requests.get, url, timeout=_TIMEOUT))
            if told.get("isJobCompleted"):
                match = (told.get("contract") or {}).get("match")
                if match:
                    return str(match).replace("_", " ")
                why = (told.get("error") or {}).get("message", "no match")
                raise NodeError(f"{self.name}: {submission.entry}: {why}")
            self.sleep(3)
        raise NodeError(f"{self.name}: {submission.entry}: no answer in time")


@dataclass(frozen=True)
class Etherscan:
    """Etherscan's interface, which Blockscout has too.

    Attributes:
        url: of the interface.
        key: of an account; Blockscout needs none.
        by_chain_id: whether one address serves all chains.
    """

    url: str
    key: str = ""
    by_chain_id: bool = True
    sleep: Callable[[float], None] = time.sleep
    name: str = "Etherscan"

    def publish(self, submission: Submission) -> str:
        """See `Explorer.publish`."""
        sent = {
            "module": "contract",
            "action": "verifysourcecode",
            "codeformat": "solidity-standard-json-input",
            "sourceCode": json.dumps(submission.content),
            "contractaddress": submission.address,
            "contractname": submission.contract,
            "compilerversion": f"v{submission.compiler}",
            # Its name was misspelt for years; each version of the interface takes one of the two.
            "constructorArguements": submission.arguments,
            "constructorArguments": submission.arguments,
        }
        for _ in range(_LOOKS):
            result = self._ask(submission, sent, posts=True)
            if _any_in(result, _VERIFIED_ALREADY):
                return "verified already"
            if not _any_in(result, _PENDING):
                return self._await(submission, result)
            self.sleep(5)
        raise NodeError(f"{self.name}: {submission.entry}: {result}")

    def _await(self, submission: Submission, job: str) -> str:
        sent = {"module": "contract", "action": "checkverifystatus", "guid": job}
        for _ in range(_LOOKS):
            result = self._ask(submission, sent, posts=False)
            if "verified" in result.lower() and "unable" not in result.lower():
                return "verified"
            if not _any_in(result, _PENDING):
                raise NodeError(f"{self.name}: {submission.entry}: {result}")
            self.sleep(5)
        raise NodeError(f"{self.name}: {submission.entry}: no answer in time")

    def _ask(self, submission: Submission, sent: Mapping[str, str], *, posts: bool) -> str:
        query = {"chainid": str(submission.chain_id)} if self.by_chain_id else {}
        fields = {**sent, **({"apikey": self.key} if self.key else {})}

        def ask() -> requests.Response:
            if posts:
                return requests.post(self.url, params=query, data=fields, timeout=_TIMEOUT)
            return requests.get(self.url, params={**query, **fields}, timeout=_TIMEOUT)

        _, told = _asked(self.name, ask)
        return str(told.get("result") or told.get("message") or "no answer")


def _any_in(result: str, texts: tuple[str, ...]) -> bool:
    return any(text in result.lower() for text in texts)


def _asked(name: str, ask: Callable[[], requests.Response]) -> tuple[int, dict[str, Any]]:
    """Status and answer; what an exception says may hold a key."""
    try:
        response = ask()
        told = response.json()
    except requests.RequestException as error:
        raise NodeError(f"{name} does not answer: {type(error).__name__}") from None
    if not isinstance(told, dict):
        raise NodeError(f"{name} answers what is no object")
    return response.status_code, told


def explorers_of(chain: str, environment: Mapping[str, str] = os.environ) -> Iterator[Explorer]:
    """Explorers of a chain: Sourcify, and those for which the environment has a key or an address.

    Args:
        chain: its name.
        environment: `QUANTERA_ETHERSCAN_KEY`, and `QUANTERA_BLOCKSCOUT_<CHAIN>` for the address of
            a Blockscout.
    """
    yield Sourcify()
    if key := environment.get(ETHERSCAN_KEY):
        yield Etherscan(ETHERSCAN, key)
    variable = BLOCKSCOUT + chain.upper().replace("-", "_")
    if url := environment.get(variable):
        yield Etherscan(f"{url.rstrip('/')}/api", by_chain_id=False, name="Blockscout")
