"""Draws parts of an operation with the state of the model in sight.

Amounts sit on the edges (all of a balance and one more, what is frozen and one more) and wallets
are chosen for what they are.
"""

from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.differential.token import cast
from tests.differential.token.model.compliance import ModularCompliance
from tests.differential.token.model.ledger import MAX_UINT256, Ledger, Nobody, Refused
from tests.differential.token.model.registries import (
    IdentityRegistry,
)
from tests.differential.token.model.roles import Owned, WithAgents
from tests.differential.token.model.token import Token
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import REGISTRIES, STORAGES

Draw = Callable[[st.SearchStrategy[Any]], Any]
Item = TypeVar("Item")

REAL_IDENTITIES = tuple(cast.MANAGERS)
TRUSTABLE = (*cast.ISSUERS, cast.REFUSER, cast.LIAR, "stranger")
STRANGER = "stranger"
SECONDS = (1, 3_600, cast.WINDOW - 1, cast.WINDOW, cast.WINDOW + 1)
OWNED = (*cast.SUITE, *cast.SPARES)
WITH_AGENTS = ("token", *REGISTRIES, *STORAGES)


@lru_cache(maxsize=4096)
def _any_of(items: tuple[Any, ...], _kinds: tuple[type, ...]) -> st.SearchStrategy[Any]:
    # Hypothesis looks into each new strategy before it draws from it. The kinds keep apart what is
    # equal and not the same, such as 1 and True.
    return st.sampled_from(items)


@cache
def _below(limit: int) -> st.SearchStrategy[int]:
    return st.integers(0, limit - 1)


class Chooser:
    """Draws parts of an operation with the model in sight.

    Args:
        draw: Hypothesis' draw.
        ledger: the model before the operation.
    """

    def __init__(self, draw: Draw, ledger: Ledger) -> None:
        self.draw = draw
        self.ledger = ledger

    # -- the state ------------------------------------------------------------------------------

    @property
    def token(self) -> Token:
        """The model's token."""
        found = self.ledger.contracts["token"]
        assert isinstance(found, Token)
        return found

    @property
    def registry(self) -> IdentityRegistry:
        """The registry the token points at now."""
        return self.token.registry

    @property
    def compliance(self) -> ModularCompliance:
        """The compliance contract the token points at now."""
        return self.token.compliance

    @cached_property
    def verified(self) -> list[str]:
        """Wallets that the token's registry verifies now."""
        return [wallet for wallet in cast.WALLETS if self._is_verified(wallet)]

    def _is_verified(self, wallet: str) -> bool:
        watcher, self.ledger.watcher = self.ledger.watcher, Nobody()
        try:
            verdict = self.ledger.call("token", self.token.registry_name, "isVerified", wallet)
        except Refused:
            return False
        finally:
            self.ledger.watcher = watcher
        return bool(verdict)

    # -- choices --------------------------------------------------------------------------------

    def one_of(self, items: Sequence[Item]) -> Item:
        """Any of these; the first is the simplest."""
        chosen: Item = self.draw(_any_of(tuple(items), tuple(map(type, items))))
        return chosen

    def rarely(self, odds: int = 5) -> bool:
        """True once in so many; false is the simpler."""
        return bool(self.draw(_below(odds)) == odds - 1)

    def mostly(self, good: Sequence[Item], anything: Sequence[Item]) -> Item:
        """One of the good ones, if there are any; rarely, anything."""
        return self.one_of(anything if self.rarely() or not good else good)

    def owner(self, contract: str) -> str:
        """Mostly the contract's owner."""
        found = self.ledger.contracts[contract]
        assert isinstance(found, Owned)
        return self.mostly([found.owner_name], (STRANGER, "agent", *cast.OWNERS))

    def agent(self, contract: str) -> str:
        """Mostly an agent of the contract."""
        found = self.ledger.contracts[contract]
        assert isinstance(found, WithAgents)
        able = [name for name in cast.AGENTS if name in found.agents]
        return self.mostly(able, (STRANGER, "owner", *cast.AGENTS))

    def holder(self) -> str:
        """Mostly a wallet that holds something."""
        holding = [wallet for wallet in cast.WALLETS if self.token.balance(wallet)]
        return self.mostly(holding, (*cast.WALLETS, ZERO))

    def holder_alive(self) -> str:
        """As `holder`, but somebody who can send."""
        found = self.holder()
        return STRANGER if found == ZERO else found

    def recipient(self) -> str:
        """Mostly a wallet that may receive."""
        able = [wallet for wallet in self.verified if wallet not in self.token.frozen_wallets]
        return self.mostly(able, (*cast.WALLETS, ZERO))

    def amount(self, *edges: int) -> int:
        """A small amount, an edge, an edge's neighbour, or something enormous."""
        if self.rarely(20):
            return self.one_of((0, 2**128 - 1, 2**128, MAX_UINT256))
        around = [value for edge in edges for value in (edge, edge + 1, edge - 1)]
        return self.one_of(
            (1, 7, 100, 2, 3, *(value for value in around if 0 <= value <= MAX_UINT256))
        )

    def registered(self) -> str:
        """Mostly a wallet the registry knows."""
        known = [
            wallet for wallet in cast.WALLETS if self.registry.storage.identity(wallet) != ZERO
        ]
        return self.mostly(known, (*cast.WALLETS, ZERO))

    def unregistered(self) -> str:
        """Mostly a wallet the registry does not know."""
        new = [wallet for wallet in cast.WALLETS if self.registry.storage.identity(wallet) == ZERO]
        return self.mostly(new, (*cast.WALLETS, ZERO))

    def identity(self, wallet: str) -> str:
        """Mostly the identity a wallet belongs to."""
        own = cast.WALLET_IDENTITY.get(wallet)
        return self.mostly([own] if own else [], (*cast.IDENTITIES, STRANGER, ZERO))

    def country(self) -> int:
        """Mostly an allowed country."""
        return self.mostly(cast.ALLOWED_COUNTRIES, cast.COUNTRIES)

    def several(self, one: Callable[[], Item]) -> list[Item]:
        """None to three of something."""
        return [one() for _ in range(self.one_of((1, 2, 3, 0)))]

    def column(self, length: int, one: Callable[[], Item]) -> list[Item]:
        """An array mostly as long as the first one."""
        if self.rarely(8):
            length = max(0, length + self.one_of((-1, 1)))
        return [one() for _ in range(length)]

    def pointer(self, now: str, primary: str) -> str:
        """Where a contract is pointed to next: mostly to and fro between two."""
        return primary if now != primary else f"spare_{primary}"


Drawing = Callable[[Chooser], Operation]
