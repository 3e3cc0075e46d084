"""Where the story takes place: five running chains, who acts on them, and what chapters hand on."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from eth_account import Account
from eth_account.signers.local import LocalAccount

from quantera.demo.errors import OrderError
from quantera.demo.page import Page
from quantera.demo.record import Invariant
from quantera.devnet import Running, Settings
from quantera.devnet.attached import AttachedChain
from quantera.evm import Actor, actor_named

Handed = TypeVar("Handed")
FUNDS = 10**24
"""Wei that whoever sends transactions has on every chain."""


def key_of(actor: Actor) -> LocalAccount:
    """The account of an actor, whose key is known."""
    found: LocalAccount = Account.from_key(actor.key)
    return found


@dataclass
class Stage:
    """What all chapters share.

    Attributes:
        settings: where the local chains listen, and their protocols.
        folder: where the story keeps its files; made anew.
        held: what has to be ended with the story, in whatever way that ends.
        page: of the chapter that is being told.
        running: the five chains, once they run.
        chains: a connection to each, by name.
        invariants: what was checked at the end.
    """

    settings: Settings
    folder: Path
    held: ExitStack
    page: Page = field(default_factory=lambda: Page("", ""))
    running: Running | None = None
    chains: dict[str, AttachedChain] = field(default_factory=dict)
    invariants: list[Invariant] = field(default_factory=list)
    say: Callable[[str], None] = lambda _text: None
    _handed: dict[type[Any], Any] = field(default_factory=dict)

    def hand_on(self, what: object) -> None:
        """Give something to later chapters; one of each type."""
        self._handed[type(what)] = what

    def take(self, kind: type[Handed]) -> Handed:
        """What an earlier chapter gave.

        Raises:
            OrderError: none did.
        """
        found = self._handed.get(kind)
        if not isinstance(found, kind):
            raise OrderError(f"no chapter before this one has made {kind.__name__}")
        return found

    def funded(self, name: str) -> Actor:
        """An actor who can pay for transactions on every chain."""
        for chain in self.chains.values():
            chain.set_balance(actor_named(name), FUNDS)
        return actor_named(name)

    def holds(self, identifier: str, statement: str, holds: bool, evidence: str) -> None:
        """Note whether an invariant holds."""
        self.invariants.append(
            Invariant(id=identifier, statement=statement, holds=holds, evidence=evidence)
        )
