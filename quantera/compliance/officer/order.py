"""What an officer decided: calls on one or more chains, on disk before any of them is made."""

import hashlib
import json
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from quantera.compliance.catalogue import DataModel
from quantera.compliance.errors import ComplianceError
from quantera.compliance.officer.reasons import Verb


class Operation(DataModel):
    """One call of a contract by its agent.

    Attributes:
        chain: the chain's name.
        target: token or registry.
        data: calldata in hex.
        wallet: whose holding or record it is about.
        effect: before and after, for a person.
    """

    chain: str
    target: str
    data: Annotated[str, Field(pattern=r"^([0-9a-f]{2})+$")]
    wallet: str
    effect: str


class Order(DataModel):
    """An officer's decision.

    Attributes:
        verb: the command.
        subject: asset and holders as the officer named them, nothing personal.
        reason: code of the agents' reasons.
        case: the officer's own reference; the same order under another case is another order.
        operations: in the order in which they are carried out on each chain.
    """

    verb: Verb
    subject: str
    reason: int
    case: Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")]
    operations: tuple[Operation, ...]

    def on(self, chain: str) -> tuple[Operation, ...]:
        """Operations of one chain."""
        return tuple(entry for entry in self.operations if entry.chain == chain)

    @property
    def chains(self) -> tuple[str, ...]:
        """Chains that it concerns, in order."""
        return tuple(dict.fromkeys(entry.chain for entry in self.operations))

    def digest(self) -> str:
        """SHA-256 over everything that carrying it out does."""
        return hashlib.sha256(self.model_dump_json(by_alias=True).encode()).hexdigest()


def order_name(verb: Verb, subject: str, reason: int, case: str) -> str:
    """Name of an order's files: the same request finds the order that an earlier start decided."""
    words = json.dumps([verb, subject, reason, case]).encode()
    return f"{verb}-{hashlib.sha256(words).hexdigest()[:16]}"


def write_order(order: Order, path: Path) -> None:
    """Writes an order; it is there whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(order.model_dump_json(by_alias=True, indent=1), encoding="utf-8")
    draft.replace(path)


def read_order(path: Path) -> Order:
    """Reads an order.

    Raises:
        ComplianceError: not an order.
    """
    try:
        return Order.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ComplianceError(f"{path.name} is not an order: {error}") from error
