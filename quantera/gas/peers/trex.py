"""T-REX 4.1.6 as it ships: its own proxies around its own implementations, from its npm package.

A suite is token, identity registry and storage, trusted issuers, claim topics and modular
compliance, each behind T-REX's proxy for it; modules stand behind their `ModuleProxy`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from quantera.artifacts import Artifact, load_npm
from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract

VERSION = (4, 1, 6)
"""The package's version; `Token.version()` answers 4.1.3, the version of its interface."""
PACKAGE = "@tokenysolutions/t-rex/artifacts/contracts"
DECIMALS = 18

IMPLEMENTATIONS = {
    # In the order of the authority's struct.
    "Token": "token",
    "ClaimTopicsRegistry": "registry/implementation",
    "IdentityRegistry": "registry/implementation",
    "IdentityRegistryStorage": "registry/implementation",
    "TrustedIssuersRegistry": "registry/implementation",
    "ModularCompliance": "compliance/modular",
}


class Module(StrEnum):
    """The eleven compliance modules of the package, by contract name."""

    COUNTRY_ALLOW = "CountryAllowModule"
    COUNTRY_RESTRICT = "CountryRestrictModule"
    MAX_BALANCE = "MaxBalanceModule"
    SUPPLY_LIMIT = "SupplyLimitModule"
    TIME_TRANSFERS_LIMITS = "TimeTransfersLimitsModule"
    TIME_EXCHANGE_LIMITS = "TimeExchangeLimitsModule"
    EXCHANGE_MONTHLY_LIMITS = "ExchangeMonthlyLimitsModule"
    CONDITIONAL_TRANSFER = "ConditionalTransferModule"
    TRANSFER_RESTRICT = "TransferRestrictModule"
    TRANSFER_FEES = "TransferFeesModule"
    TOKEN_LISTING_RESTRICTIONS = "TokenListingRestrictionsModule"


FOUR_MODULES = (
    Module.COUNTRY_ALLOW,
    Module.MAX_BALANCE,
    Module.SUPPLY_LIMIT,
    Module.TIME_TRANSFERS_LIMITS,
)


@cache
def artifact(folder: str, name: str) -> Artifact:
    """One artifact of the package, such as `artifact("token", "Token")`."""
    return load_npm(f"{PACKAGE}/{folder}/{name}.sol/{name}.json")


def implementation(name: str) -> Artifact:
    """Artifact of one of the six contracts of a suite."""
    return artifact(IMPLEMENTATIONS[name], name)


class TrexAuthority:
    """The six implementations and the authority that T-REX's proxies ask for them.

    Args:
        chain: where to deploy.
        deployer: who owns the authority.
    """

    def __init__(self, chain: Chain, deployer: Actor) -> None:
        self.chain = chain
        self.implementations = {
            name: chain.deploy(implementation(name), sender=deployer) for name in IMPLEMENTATIONS
        }
        self.contract = chain.deploy(
            artifact("proxy/authority", "TREXImplementationAuthority"),
            True,
            ZERO_ADDRESS,
            ZERO_ADDRESS,
            sender=deployer,
        )
        self.contract.addAndUseTREXVersion(
            VERSION, tuple(self.implementations.values()), sender=deployer
        )

    def proxy(self, name: str, *arguments: Any, owner: Actor) -> Contract:
        """One contract of a suite behind its proxy, initialised; whoever deploys it owns it.

        The handle's `deployment` is the proxy's creation.
        """
        proxy = self.chain.deploy(
            artifact("proxy", f"{name}Proxy"), self.contract, *arguments, sender=owner
        )
        handle = self.chain.at(proxy, implementation(name))
        handle.deployment = proxy.deployment
        return handle


@dataclass
class TrexSuite:
    """One token with its registries and compliance, and who runs them.

    Attributes:
        owner: owns all six contracts.
        agent: agent of the token and of the identity registry.
        modules: the modules bound so far, through `ModuleProxy`.
    """

    chain: Chain
    authority: TrexAuthority
    owner: Actor
    agent: Actor
    token: Contract
    registry: Contract
    storage: Contract
    issuers: Contract
    topics: Contract
    compliance: Contract
    modules: dict[Module, Contract] = field(default_factory=dict)

    def call_module(self, module: Module, function: str, *arguments: Any) -> Any:
        """Have the compliance contract call a function of a module bound to it."""
        target = self.modules[module]
        data = target.function(function).encode(*arguments)
        return self.compliance.callModuleFunction(data, target, sender=self.owner)

    def bind(self, module: Module) -> Contract:
        """Deploy a module behind its proxy and bind it; see `settings` for making it useful."""
        if module is Module.TRANSFER_FEES:
            return self._bind_collecting_module(module)
        handle = deploy_module(self.chain, module, self.owner)
        self.compliance.addModule(handle, sender=self.owner)
        self.modules[module] = handle
        return handle

    def _bind_collecting_module(self, module: Module) -> Contract:
        # It takes its fee by forced transfer, and refuses to be bound before it may.
        handle = deploy_module(self.chain, module, self.owner)
        self.token.addAgent(handle, sender=self.owner)
        self.compliance.addModule(handle, sender=self.owner)
        self.modules[module] = handle
        return handle


def deploy_suite(
    authority: TrexAuthority, owner: Actor, agent: Actor, storage: Contract | None = None
) -> TrexSuite:
    """A suite behind proxies, with one agent and nothing else configured; the token is paused.

    Args:
        authority: the implementations.
        owner: deploys and owns everything.
        agent: agent of token and identity registry.
        storage: an identity storage to share with another suite of the same owner.
    """
    topics = authority.proxy("ClaimTopicsRegistry", owner=owner)
    issuers = authority.proxy("TrustedIssuersRegistry", owner=owner)
    store = storage or authority.proxy("IdentityRegistryStorage", owner=owner)
    registry = authority.proxy("IdentityRegistry", issuers, topics, store, owner=owner)
    compliance = authority.proxy("ModularCompliance", owner=owner)
    token = authority.proxy(
        "Token", registry, compliance, "Measured", "MSR", DECIMALS, ZERO_ADDRESS, owner=owner
    )
    store.bindIdentityRegistry(registry, sender=owner)
    registry.addAgent(agent, sender=owner)
    # Recovery registers and deletes in the token's name.
    registry.addAgent(token, sender=owner)
    token.addAgent(agent, sender=owner)
    return TrexSuite(
        authority.chain,
        authority,
        owner,
        agent,
        token=token,
        registry=registry,
        storage=store,
        issuers=issuers,
        topics=topics,
        compliance=compliance,
    )


def deploy_module(chain: Chain, module: Module, owner: Actor) -> Contract:
    """A module behind its `ModuleProxy`, initialised, owned by `owner` and bound to nothing."""
    logic = chain.deploy(artifact("compliance/modular/modules", module), sender=owner)
    proxy = chain.deploy(
        artifact("compliance/modular/modules", "ModuleProxy"),
        logic,
        logic.function("initialize").encode(),
        sender=owner,
    )
    return chain.at(proxy, logic)


def register(
    suite: TrexSuite, wallets: Sequence[object], identities: Sequence[object], country: int
) -> None:
    """Register wallets with their identities in one country, as the agent."""
    suite.registry.batchRegisterIdentity(
        list(wallets), list(identities), [country] * len(wallets), sender=suite.agent
    )
