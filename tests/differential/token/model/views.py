"""The model's answers to the questions that implementations are asked."""

from collections.abc import Callable
from functools import cache
from typing import Any

from tests.differential.token.model.compliance import (
    CountryAllowModule,
    MaxBalanceModule,
    ModularCompliance,
    SupplyLimitModule,
    TimeTransfersLimitsModule,
)
from tests.differential.token.model.ledger import Ledger, ModelContract, Nobody, Refused
from tests.differential.token.model.registries import (
    ClaimTopicsRegistry,
    IdentityRegistry,
    IdentityRegistryStorage,
    TrustedIssuersRegistry,
)
from tests.differential.token.model.roles import Owned, WithAgents
from tests.differential.token.model.token import Token
from tests.differential.token.operations import ZERO, Observation
from tests.differential.token.questions import QUESTIONS, REFUSED, Question

View = Callable[..., Any]

VIEWS: dict[tuple[type[object], str], View] = {
    (Owned, "owner"): lambda it: it.owner_name,
    (WithAgents, "isAgent"): lambda it, account: account in it.agents,
    (Token, "name"): lambda it: it.title,
    (Token, "symbol"): lambda it: it.symbol,
    (Token, "decimals"): lambda it: it.decimals,
    (Token, "onchainID"): lambda it: it.onchain_id,
    (Token, "paused"): lambda it: it.paused,
    (Token, "totalSupply"): lambda it: it.supply,
    (Token, "identityRegistry"): lambda it: it.registry_name,
    (Token, "compliance"): lambda it: it.compliance_name,
    (Token, "balanceOf"): lambda it, wallet: it.balance(wallet),
    (Token, "getFrozenTokens"): lambda it, wallet: it.frozen.get(wallet, 0),
    (Token, "isFrozen"): lambda it, wallet: wallet in it.frozen_wallets,
    (Token, "allowance"): lambda it, owner, spender: it.allowance(owner, spender),
    (IdentityRegistry, "identityStorage"): lambda it: it.storage_name,
    (IdentityRegistry, "topicsRegistry"): lambda it: it.topics_name,
    (IdentityRegistry, "issuersRegistry"): lambda it: it.issuers_name,
    (IdentityRegistry, "identity"): lambda it, wallet: it.storage.identity(wallet),
    (IdentityRegistry, "investorCountry"): lambda it, wallet: it.storage.country(wallet),
    (IdentityRegistry, "contains"): lambda it, wallet: it.storage.identity(wallet) != ZERO,
    (IdentityRegistryStorage, "storedIdentity"): lambda it, wallet: it.identity(wallet),
    (IdentityRegistryStorage, "storedInvestorCountry"): lambda it, wallet: it.country(wallet),
    (IdentityRegistryStorage, "linkedIdentityRegistries"): lambda it: list(it.registries),
    (ClaimTopicsRegistry, "getClaimTopics"): lambda it: list(it.topics),
    (TrustedIssuersRegistry, "getTrustedIssuers"): lambda it: list(it.issuers),
    (TrustedIssuersRegistry, "getTrustedIssuersForClaimTopic"): lambda it, topic: list(
        it.by_topic.get(topic, ())
    ),
    (TrustedIssuersRegistry, "isTrustedIssuer"): lambda it, issuer: issuer in it.topics,
    (TrustedIssuersRegistry, "hasClaimTopic"): lambda it, issuer, topic: (
        topic in it.topics.get(issuer, ())
    ),
    (ModularCompliance, "getTokenBound"): lambda it: it.token_bound,
    (ModularCompliance, "getModules"): lambda it: list(it.modules),
    (CountryAllowModule, "isCountryAllowed"): lambda it, compliance, country: (
        (compliance, country) in it.allowed
    ),
    (MaxBalanceModule, "getIDBalance"): lambda it, compliance, identity: it.held.get(
        (compliance, identity), 0
    ),
    (SupplyLimitModule, "getSupplyLimit"): lambda it, compliance: it.limits.get(compliance, 0),
    (TimeTransfersLimitsModule, "getTimeTransferLimits"): lambda it, compliance: list(
        it.windows.get(compliance, ())
    ),
}
"""Views that cannot be refused and take no way worth counting."""


def observe(ledger: Ledger) -> Observation:
    """Answers to every question, without anybody hearing of the ways taken."""
    watcher, ledger.watcher = ledger.watcher, Nobody()
    try:
        return {question.key: _answer(ledger, question) for question in QUESTIONS}
    finally:
        ledger.watcher = watcher


def _answer(ledger: Ledger, question: Question) -> Any:
    contract = ledger.contracts[question.contract]
    # A dataclass has no hash, which mypy takes for its class's.
    view = _view(type(contract), question.function)  # type: ignore[arg-type]
    if view is not None:
        return view(contract, *question.arguments)
    try:
        return ledger.call("world", question.contract, question.function, *question.arguments)
    except Refused:
        return REFUSED


@cache
def _view(contract: type[ModelContract], function: str) -> View | None:
    known = (VIEWS.get((kind, function)) for kind in contract.__mro__)
    return next((view for view in known if view is not None), None)
