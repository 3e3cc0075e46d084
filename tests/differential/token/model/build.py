"""The model of a suite as it is deployed, before anything was configured."""

from tests.differential.token import cast
from tests.differential.token.model.compliance import (
    CountryAllowModule,
    MaxBalanceModule,
    ModularCompliance,
    SupplyLimitModule,
    TimeTransfersLimitsModule,
)
from tests.differential.token.model.identities import IssuerManner, ModelClaim, World
from tests.differential.token.model.ledger import Ledger, ModelContract
from tests.differential.token.model.registries import (
    ClaimTopicsRegistry,
    IdentityRegistry,
    IdentityRegistryStorage,
    TrustedIssuersRegistry,
)
from tests.differential.token.model.token import Token

OWNER = "owner"


def deployed(now: int) -> Ledger:
    """Everything in place, owned by `owner`, run by `agent`; the token paused and empty.

    Args:
        now: the clock in seconds.
    """
    ledger = Ledger(now)
    world = _world(ledger)
    token = Token(ledger, "token", OWNER)
    token.registry_name, token.compliance_name = "registry", "compliance"
    token.agents = {"agent"}
    storages = [
        IdentityRegistryStorage(ledger, name, OWNER) for name in ("storage", "spare_storage")
    ]
    topics = [ClaimTopicsRegistry(ledger, name, OWNER) for name in ("topics", "spare_topics")]
    issuers = [TrustedIssuersRegistry(ledger, name, OWNER) for name in ("issuers", "spare_issuers")]
    compliances = [
        ModularCompliance(ledger, name, OWNER) for name in ("compliance", "spare_compliance")
    ]
    compliances[0].token_bound = "token"
    registries = [IdentityRegistry(ledger, name, OWNER) for name in ("registry", "spare_registry")]
    for registry in registries:
        registry.agents = {"agent", "token"}
        registry.storage_name = "storage"
        registry.topics_name = "topics"
        registry.issuers_name = "issuers"
        storages[0].agents.add(registry.name)
        storages[0].registries.append(registry.name)
    modules = [
        CountryAllowModule(ledger, "country_allow"),
        MaxBalanceModule(ledger, "max_balance"),
        SupplyLimitModule(ledger, "supply_limit"),
        TimeTransfersLimitsModule(ledger, "time_limit"),
        *(SupplyLimitModule(ledger, name) for name in cast.FILLER_MODULES),
    ]
    everything: list[ModelContract] = [
        world,
        token,
        *registries,
        *storages,
        *topics,
        *issuers,
        *compliances,
        *modules,
    ]
    ledger.contracts = {contract.name: contract for contract in everything}
    return ledger


def _world(ledger: Ledger) -> World:
    world = World(ledger, "world")
    world.identities = set(cast.IDENTITIES)
    world.mute = {cast.MUTE}
    world.managers = {
        (identity, wallet) for identity, wallets in cast.MANAGERS.items() for wallet in wallets
    }
    world.issuers = {
        **dict.fromkeys(cast.ISSUERS, IssuerManner.HONEST),
        cast.REFUSER: IssuerManner.REFUSES,
        cast.LIAR: IssuerManner.APPROVES,
    }
    world.claims = {
        (cast.IMPOSTOR, "issuer_a", cast.TOPIC): ModelClaim(cast.TOPIC, cast.LIAR),
        (cast.IMPOSTOR, "issuer_b", cast.TOPIC): ModelClaim(cast.TOPIC, "stranger"),
    }
    return world
