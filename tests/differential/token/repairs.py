"""Operations that bring a suite back into use, so that random sequences do not get stuck."""

from collections.abc import Iterator

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.model.compliance import MaxBalanceModule, SupplyLimitModule
from tests.differential.token.model.identities import World
from tests.differential.token.model.ledger import Ledger
from tests.differential.token.model.token import Token
from tests.differential.token.operations import Operation


def needed_repairs(ledger: Ledger) -> Iterator[Operation]:
    """What could be done, each on its own, about what keeps holders from trading.

    Args:
        ledger: the model's state.
    """
    token = ledger.contracts["token"]
    assert isinstance(token, Token)
    if token.paused and token.agents:
        yield by(_someone(token.agents), "token", "unpause")
    yield from _roles(token)
    yield from _pointers(token)
    yield from _claims(token)
    yield from _limits(token)
    for wallet in sorted(token.frozen_wallets)[:1]:
        yield by(_someone(token.agents), "token", "setAddressFrozen", wallet, False)


def _someone(agents: set[str]) -> str:
    able = [agent for agent in cast.AGENTS if agent in agents]
    return able[0] if able else "agent"


def _roles(token: Token) -> Iterator[Operation]:
    wanted = (
        (token, "agent"),
        (token.registry, "agent"),
        (token.registry, "token"),
        (token.registry.storage, token.registry_name),
    )
    for contract, agent in wanted:
        if agent not in contract.agents:
            yield by(contract.owner_name, contract.name, "addAgent", agent)
    if token.compliance.token_bound != token.name:
        owner = token.compliance.owner_name
        yield by(owner, token.compliance_name, "bindToken", token.name)


def _pointers(token: Token) -> Iterator[Operation]:
    registry = token.registry
    if not registry.storage.records:
        yield by(registry.owner_name, registry.name, "setIdentityRegistryStorage", "storage")
    if registry.topics.topics and not registry.issuers.issuers:
        yield by(registry.owner_name, registry.name, "setTrustedIssuersRegistry", "issuers")


def _claims(token: Token) -> Iterator[Operation]:
    topics, issuers = token.registry.topics, token.registry.issuers
    world = token.ledger.contracts["world"]
    assert isinstance(world, World)
    for topic in topics.topics:
        trusted = [name for name in issuers.by_topic.get(topic, ()) if name in cast.ISSUERS]
        if not trusted:
            yield by(topics.owner_name, topics.name, "removeClaimTopic", topic)
            continue
        for identity in cast.CERTIFIED:
            claims = [world.claim(identity, issuer, topic) for issuer in trusted]
            if not any(claim and world.stands_by(identity, claim) for claim in claims):
                yield by("world", "world", "certify", identity, trusted[-1], topic)


def _limits(token: Token) -> Iterator[Operation]:
    compliance = token.compliance
    for name in compliance.modules:
        module = token.ledger.contracts[name]
        call: tuple[object, ...] | None = None
        if isinstance(module, MaxBalanceModule) and module.most.get(compliance.name, 0) < 1_000:
            call = ("setMaxBalance", [cast.MOST_PER_IDENTITY])
        elif (
            isinstance(module, SupplyLimitModule)
            and module.limits.get(compliance.name, 0) < token.supply + 500
        ):
            call = ("setSupplyLimit", [token.supply + cast.SUPPLY_LIMIT])
        if call is not None:
            yield by(compliance.owner_name, compliance.name, "callModuleFunction", name, *call)
