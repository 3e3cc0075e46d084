"""T-REX 4.1.6 as the reference: a suite with spares and modules, driven in role names."""

from quantera.evm import Reverted
from quantera.gas.peers.trex import Module, TrexAuthority, deploy_module, deploy_suite
from tests.differential.token import cast
from tests.differential.token.abi_suite import AbiSuite, refusal_text
from tests.differential.token.semantics import semantics
from tests.differential.token.world import World

MODULE_ROLES = {
    "country_allow": Module.COUNTRY_ALLOW,
    "max_balance": Module.MAX_BALANCE,
    "supply_limit": Module.SUPPLY_LIMIT,
    "time_limit": Module.TIME_TRANSFERS_LIMITS,
}


def trex_suite(world: World, name: str = "T-REX 4.1.6") -> AbiSuite:
    """A suite as deployed, as `model.build.deployed` describes it: the modules bound to nothing."""
    chain = world.chain
    owner, agent = world.wallets["owner"], world.wallets["agent"]
    authority = TrexAuthority(chain, owner)
    suite = deploy_suite(authority, owner, agent)
    spare_registry = authority.proxy(
        "IdentityRegistry", suite.issuers, suite.topics, suite.storage, owner=owner
    )
    suite.storage.bindIdentityRegistry(spare_registry, sender=owner)
    spare_registry.addAgent(agent, sender=owner)
    spare_registry.addAgent(suite.token, sender=owner)
    contracts = {
        "token": suite.token,
        "registry": suite.registry,
        "storage": suite.storage,
        "issuers": suite.issuers,
        "topics": suite.topics,
        "compliance": suite.compliance,
        "spare_registry": spare_registry,
        "spare_storage": authority.proxy("IdentityRegistryStorage", owner=owner),
        "spare_issuers": authority.proxy("TrustedIssuersRegistry", owner=owner),
        "spare_topics": authority.proxy("ClaimTopicsRegistry", owner=owner),
        "spare_compliance": authority.proxy("ModularCompliance", owner=owner),
        **{role: deploy_module(chain, module, owner) for role, module in MODULE_ROLES.items()},
        **{role: deploy_module(chain, Module.SUPPLY_LIMIT, owner) for role in cast.FILLER_MODULES},
    }
    return AbiSuite(name, world, contracts, reasons_of)


def reasons_of(error: Reverted) -> frozenset[str]:
    """Every reason the table knows for what T-REX said."""
    return semantics().reasons_of(refusal_text(error))
