"""What is compared after every step: each view of each contract, for everybody who takes part."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tests.differential.token import cast
from tests.differential.token.operations import ZERO, Argument

REGISTRIES = ("registry", "spare_registry")
STORAGES = ("storage", "spare_storage")
TOPIC_LISTS = ("topics", "spare_topics")
ISSUER_LISTS = ("issuers", "spare_issuers")
COMPLIANCES = ("compliance", "spare_compliance")
SPENDERS = ("stranger", "holder_two")


@dataclass(frozen=True)
class Question:
    """One view, asked of a contract by role name."""

    contract: str
    function: str
    arguments: tuple[Argument, ...] = ()

    @cached_property
    def key(self) -> str:
        """The question in words, as observations name it."""
        return f"{self.contract}.{self.function}({', '.join(map(str, self.arguments))})"

    @cached_property
    def _hash(self) -> int:
        return hash((self.contract, self.function, self.arguments))

    def __hash__(self) -> int:
        return self._hash


def _token() -> Iterator[Question]:
    for view in ("name", "symbol", "decimals", "onchainID", "paused", "totalSupply"):
        yield Question("token", view)
    yield Question("token", "identityRegistry")
    yield Question("token", "compliance")
    for wallet in (*cast.WALLETS, ZERO):
        for view in ("balanceOf", "getFrozenTokens", "isFrozen"):
            yield Question("token", view, (wallet,))
    for owner in cast.HOLDERS:
        for spender in SPENDERS:
            yield Question("token", "allowance", (owner, spender))


def _identities() -> Iterator[Question]:
    for registry in REGISTRIES:
        for view in ("identityStorage", "topicsRegistry", "issuersRegistry"):
            yield Question(registry, view)
    for wallet in cast.WALLETS:
        yield Question("registry", "isVerified", (wallet,))
        yield Question("storage", "storedIdentity", (wallet,))
        yield Question("storage", "storedInvestorCountry", (wallet,))
    for wallet in cast.HOLDERS:
        yield Question("spare_storage", "storedIdentity", (wallet,))
        yield Question("spare_storage", "storedInvestorCountry", (wallet,))
    # The registries only pass on what storage, topics and issuers say.
    for wallet in ("holder_one", "newcomer"):
        yield Question("spare_registry", "isVerified", (wallet,))
        for registry in REGISTRIES:
            for view in ("identity", "investorCountry", "contains"):
                yield Question(registry, view, (wallet,))
    for storage in STORAGES:
        yield Question(storage, "linkedIdentityRegistries")
    for topics in TOPIC_LISTS:
        yield Question(topics, "getClaimTopics")
    for issuers in ISSUER_LISTS:
        yield Question(issuers, "getTrustedIssuers")
        for topic in cast.TOPICS:
            yield Question(issuers, "getTrustedIssuersForClaimTopic", (topic,))
        for issuer in (*cast.ISSUERS, cast.REFUSER, cast.LIAR):
            yield Question(issuers, "isTrustedIssuer", (issuer,))
            yield Question(issuers, "hasClaimTopic", (issuer, cast.TOPIC))


def _compliance() -> Iterator[Question]:
    for compliance in COMPLIANCES:
        yield Question(compliance, "getTokenBound")
        yield Question(compliance, "getModules")
        yield Question(compliance, "canTransfer", ("holder_one", "holder_two", 1))
        yield Question("max_balance", "getIDBalance", (compliance, "identity_one"))
        yield Question("supply_limit", "getSupplyLimit", (compliance,))
        yield Question("time_limit", "getTimeTransferLimits", (compliance,))
        for country in cast.COUNTRIES:
            yield Question("country_allow", "isCountryAllowed", (compliance, country))


def _roles() -> Iterator[Question]:
    for contract in (*cast.SUITE, *cast.SPARES):
        yield Question(contract, "owner")
    for contract in ("token", *REGISTRIES, *STORAGES):
        for account in (*cast.OWNERS, *cast.AGENTS, "token", *REGISTRIES):
            yield Question(contract, "isAgent", (account,))


QUESTIONS: tuple[Question, ...] = (*_token(), *_identities(), *_compliance(), *_roles())
REFUSED = "refused"
"""The answer of a view that reverts."""
