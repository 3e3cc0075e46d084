"""Random operations on agents and owners of every contract."""

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.chooser import (
    OWNED,
    STRANGER,
    WITH_AGENTS,
    Chooser,
)
from tests.differential.token.model.roles import WithAgents
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import REGISTRIES


def add_agent(it: Chooser) -> Operation:
    return agent_added(it, it.one_of(WITH_AGENTS))


def agent_added(it: Chooser, contract: str) -> Operation:
    found = it.ledger.contracts[contract]
    assert isinstance(found, WithAgents)
    needed = ("agent", "token", *REGISTRIES, "second_agent")
    missing = [name for name in needed if name not in found.agents]
    account = it.mostly(missing, (*cast.AGENTS, ZERO))
    return by(it.owner(contract), contract, "addAgent", account)


def remove_agent(it: Chooser) -> Operation:
    return agent_removed(it, it.one_of(WITH_AGENTS))


def agent_removed(it: Chooser, contract: str) -> Operation:
    found = it.ledger.contracts[contract]
    assert isinstance(found, WithAgents)
    account = it.mostly(sorted(found.agents), (*cast.AGENTS, ZERO))
    return by(it.owner(contract), contract, "removeAgent", account)


def is_agent(it: Chooser) -> Operation:
    return agent_asked(it, it.one_of(WITH_AGENTS))


def agent_asked(it: Chooser, contract: str) -> Operation:
    return by(STRANGER, contract, "isAgent", it.one_of((*cast.AGENTS, ZERO)))


def transfer_ownership(it: Chooser) -> Operation:
    return ownership_transferred(it, it.one_of(OWNED))


def ownership_transferred(it: Chooser, contract: str) -> Operation:
    new = it.mostly(cast.OWNERS, (ZERO,))
    return by(it.owner(contract), contract, "transferOwnership", new)


def init(it: Chooser) -> Operation:
    return initialised(it, it.one_of(OWNED))


def initialised(it: Chooser, contract: str) -> Operation:
    arguments: dict[str, tuple[object, ...]] = {
        "token": ("registry", "compliance", "Again", "AGN", 18, ZERO),
        "registry": ("issuers", "topics", "storage"),
        "spare_registry": ("issuers", "topics", "storage"),
    }
    return by(STRANGER, contract, "init", *arguments.get(contract, ()))
