"""Identity registry and storage, trusted issuers and claim topics."""

# ruff: noqa: ARG002 -- functions take what a transaction brings, used or not

from collections.abc import Sequence
from typing import TypeVar

from tests.differential.token.model.identities import World
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.model.roles import Owned, WithAgents
from tests.differential.token.operations import ZERO

Item = TypeVar("Item")

MOST_TOPICS = 15
MOST_ISSUERS = 50
MOST_REGISTRIES = 300


class ClaimTopicsRegistry(Owned):
    """Topics an investor must have a claim of."""

    kind = "ClaimTopicsRegistry"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.topics: list[int] = []

    def add_claim_topic(self, caller: str, topic: int) -> None:
        self.only_owner(caller)
        self.need("room", len(self.topics) < MOST_TOPICS)
        self.need("new_topic", topic not in self.topics)
        self.topics.append(topic)
        self.emit("ClaimTopicAdded", topic)

    def remove_claim_topic(self, caller: str, topic: int) -> None:
        self.only_owner(caller)
        if topic in self.topics:
            _swap_out(self.topics, topic)
            self.emit("ClaimTopicRemoved", topic)


class TrustedIssuersRegistry(Owned):
    """Issuers whose claims count, and of which topics."""

    kind = "TrustedIssuersRegistry"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.issuers: list[str] = []
        self.topics: dict[str, tuple[int, ...]] = {}
        self.by_topic: dict[int, tuple[str, ...]] = {}

    def add_trusted_issuer(self, caller: str, issuer: str, topics: Sequence[int]) -> None:
        self.only_owner(caller)
        self.need("issuer_nonzero", issuer != ZERO)
        self.need("not_yet_trusted", issuer not in self.topics)
        self.need("some_topics", len(topics) > 0)
        self.need("not_too_many_topics", len(topics) <= MOST_TOPICS)
        self.need("room", len(self.issuers) < MOST_ISSUERS)
        self.issuers.append(issuer)
        self._index(issuer, topics)
        self.emit("TrustedIssuerAdded", issuer, tuple(topics))

    def remove_trusted_issuer(self, caller: str, issuer: str) -> None:
        self.only_owner(caller)
        self.need("issuer_nonzero", issuer != ZERO)
        self.need("trusted", issuer in self.topics, vital=True)
        _swap_out(self.issuers, issuer)
        self._unindex(issuer)
        self.emit("TrustedIssuerRemoved", issuer)

    def update_issuer_claim_topics(self, caller: str, issuer: str, topics: Sequence[int]) -> None:
        self.only_owner(caller)
        self.need("issuer_nonzero", issuer != ZERO)
        self.need("trusted", issuer in self.topics)
        self.need("not_too_many_topics", len(topics) <= MOST_TOPICS)
        self.need("some_topics", len(topics) > 0)
        self._unindex(issuer)
        self._index(issuer, topics)
        self.emit("ClaimTopicsUpdated", issuer, tuple(topics))

    def get_trusted_issuer_claim_topics(self, caller: str, issuer: str) -> list[int]:
        self.need("trusted", issuer in self.topics)
        return list(self.topics.get(issuer, ()))

    def _index(self, issuer: str, topics: Sequence[int]) -> None:
        self.topics[issuer] = tuple(topics)
        for topic in topics:
            self.by_topic[topic] = (*self.by_topic.get(topic, ()), issuer)

    def _unindex(self, issuer: str) -> None:
        for topic in self.topics.pop(issuer, ()):
            listed = list(self.by_topic[topic])
            _swap_out(listed, issuer)
            self.by_topic[topic] = tuple(listed)


class IdentityRegistryStorage(WithAgents):
    """Wallets with identity and country, shared by the registries bound to it."""

    kind = "IdentityRegistryStorage"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.records: dict[str, tuple[str, int]] = {}
        self.registries: list[str] = []

    def identity(self, wallet: str) -> str:
        """Identity of a wallet; zero when it is not stored."""
        return self.records.get(wallet, (ZERO, 0))[0]

    def country(self, wallet: str) -> int:
        """Country of a wallet; zero when it is not stored."""
        return self.records.get(wallet, (ZERO, 0))[1]

    def add_identity_to_storage(
        self, caller: str, wallet: str, identity: str, country: int
    ) -> None:
        self.only_agent(caller)
        self.need("arguments_nonzero", ZERO not in {wallet, identity})
        self.need("not_stored", wallet not in self.records)
        self.records[wallet] = (identity, country)
        self.emit("IdentityStored", wallet, identity)

    def modify_stored_identity(self, caller: str, wallet: str, identity: str) -> None:
        self.only_agent(caller)
        self.need("arguments_nonzero", ZERO not in {wallet, identity})
        self.need("stored", wallet in self.records)
        self.emit("IdentityModified", self.identity(wallet), identity)
        self.records[wallet] = (identity, self.country(wallet))

    def modify_stored_investor_country(self, caller: str, wallet: str, country: int) -> None:
        self.only_agent(caller)
        self.need("wallet_nonzero", wallet != ZERO)
        self.need("stored", wallet in self.records)
        self.records[wallet] = (self.identity(wallet), country)
        self.emit("CountryModified", wallet, country)

    def remove_identity_from_storage(self, caller: str, wallet: str) -> None:
        self.only_agent(caller)
        self.need("wallet_nonzero", wallet != ZERO)
        self.need("stored", wallet in self.records)
        self.emit("IdentityUnstored", wallet, self.identity(wallet))
        self.records.pop(wallet, None)

    def bind_identity_registry(self, caller: str, registry: str) -> None:
        self.need("registry_nonzero", registry != ZERO)
        self.need("room", len(self.registries) < MOST_REGISTRIES)
        with self.ledger.depending_on("becomes_agent"), self.ledger.inside(f"{self.kind}.addAgent"):
            self.add_agent(caller, registry)
        self.registries.append(registry)
        self.emit("IdentityRegistryBound", registry)

    def unbind_identity_registry(self, caller: str, registry: str) -> None:
        self.need("registry_nonzero", registry != ZERO)
        self.need("some_bound", len(self.registries) > 0)
        if registry in self.registries:
            _swap_out(self.registries, registry)
        inner = f"{self.kind}.removeAgent"
        with self.ledger.depending_on("was_agent"), self.ledger.inside(inner):
            self.remove_agent(caller, registry)
        self.emit("IdentityRegistryUnbound", registry)


class IdentityRegistry(WithAgents):
    """What a token asks about a wallet."""

    kind = "IdentityRegistry"

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.storage_name = self.topics_name = self.issuers_name = ZERO

    @property
    def storage(self) -> IdentityRegistryStorage:
        """The storage it points at."""
        found = self.ledger.contracts[self.storage_name]
        assert isinstance(found, IdentityRegistryStorage)
        return found

    @property
    def topics(self) -> ClaimTopicsRegistry:
        """The claim topics it points at."""
        found = self.ledger.contracts[self.topics_name]
        assert isinstance(found, ClaimTopicsRegistry)
        return found

    @property
    def issuers(self) -> TrustedIssuersRegistry:
        """The trusted issuers it points at."""
        found = self.ledger.contracts[self.issuers_name]
        assert isinstance(found, TrustedIssuersRegistry)
        return found

    def register_identity(self, caller: str, wallet: str, identity: str, country: int) -> None:
        self.only_agent(caller)
        self._store("stores", "addIdentityToStorage", wallet, identity, country)
        self.emit("IdentityRegistered", wallet, identity)

    def batch_register_identity(
        self,
        caller: str,
        wallets: Sequence[str],
        identities: Sequence[str],
        countries: Sequence[int],
    ) -> None:
        for index, wallet in enumerate(wallets):
            self.need(
                "arrays_long_enough",
                index < len(identities) and index < len(countries),
                vital=True,
            )
            self.ledger.nested(
                "each",
                caller,
                self.name,
                "registerIdentity",
                wallet,
                identities[index],
                countries[index],
            )

    def update_identity(self, caller: str, wallet: str, identity: str) -> None:
        self.only_agent(caller)
        old = self.storage.identity(wallet)
        self._store("stores", "modifyStoredIdentity", wallet, identity)
        self.emit("IdentityUpdated", old, identity)

    def update_country(self, caller: str, wallet: str, country: int) -> None:
        self.only_agent(caller)
        self._store("stores", "modifyStoredInvestorCountry", wallet, country)
        self.emit("CountryUpdated", wallet, country)

    def delete_identity(self, caller: str, wallet: str) -> None:
        self.only_agent(caller)
        old = self.storage.identity(wallet)
        self._store("stores", "removeIdentityFromStorage", wallet)
        self.emit("IdentityRemoved", wallet, old)

    def set_identity_registry_storage(self, caller: str, storage: str) -> None:
        self.only_owner(caller)
        self.storage_name = storage
        self.emit("IdentityStorageSet", storage)

    def set_claim_topics_registry(self, caller: str, topics: str) -> None:
        self.only_owner(caller)
        self.topics_name = topics
        self.emit("ClaimTopicsRegistrySet", topics)

    def set_trusted_issuers_registry(self, caller: str, issuers: str) -> None:
        self.only_owner(caller)
        self.issuers_name = issuers
        self.emit("TrustedIssuersRegistrySet", issuers)

    def is_verified(self, caller: str, wallet: str) -> bool:
        took = self.ledger.took
        identity = self.storage.identity(wallet)
        if identity == ZERO:
            took("unregistered")
            return False
        if not self.topics.topics:
            took("no_topic_required")
            return True
        for topic in self.topics.topics:
            issuers = self.issuers.by_topic.get(topic, ())
            if not issuers:
                took("topic_without_issuer")
                return False
            if not self._claimed(identity, topic, issuers):
                return False
        took("every_topic_claimed")
        return True

    def _claimed(self, identity: str, topic: int, issuers: Sequence[str]) -> bool:
        world = self.ledger.contracts["world"]
        assert isinstance(world, World)
        reason = ""
        for issuer in issuers:
            self.need("identity_answers", world.answers(identity), vital=True)
            claim = world.claim(identity, issuer, topic)
            if claim is None:
                reason = "claim_missing"
                continue
            # T-REX asks the issuer that the claim names, whichever trusted issuer's id it is under.
            self.need("named_issuer_is_contract", claim.named_issuer in world.issuers, vital=True)
            valid = world.stands_by(identity, claim)
            if valid:
                if claim.named_issuer != issuer:
                    self.ledger.took("claim_of_another_issuer")
                return True
            reason = "issuer_reverts" if valid is None else "claim_invalid"
        self.ledger.took(reason)
        return False

    def _store(self, condition: str, function: str, *arguments: object) -> None:
        self.ledger.nested(condition, self.name, self.storage_name, function, *arguments)


def _swap_out(items: list[Item], item: Item) -> None:
    """Remove the first occurrence by moving the last element into its place, as Solidity does."""
    position = items.index(item)
    items[position] = items[-1]
    items.pop()
