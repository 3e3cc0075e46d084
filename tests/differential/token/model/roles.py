"""Owner and agents, as T-REX's contracts inherit them."""

# ruff: noqa: ARG002 -- functions take what a transaction brings, used or not

from tests.differential.token.model.ledger import Ledger, ModelContract
from tests.differential.token.operations import ZERO


class Owned(ModelContract):
    """OpenZeppelin's `Ownable` behind a proxy that is initialised already."""

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name)
        self.owner_name = owner

    def only_owner(self, caller: str) -> None:
        """Condition of every owner's function."""
        self.need("owner", caller == self.owner_name)

    def init(self, caller: str, *arguments: object) -> None:
        self.need("not_initialised", False)

    def transfer_ownership(self, caller: str, new_owner: str) -> None:
        self.only_owner(caller)
        self.need("new_owner_nonzero", new_owner != ZERO)
        self._hand_over(new_owner)

    def renounce_ownership(self, caller: str) -> None:
        self.only_owner(caller)
        self._hand_over(ZERO)

    def _hand_over(self, new_owner: str) -> None:
        self.emit("OwnershipTransferred", self.owner_name, new_owner)
        self.owner_name = new_owner


class WithAgents(Owned):
    """Owner and a set of agents."""

    def __init__(self, ledger: Ledger, name: str, owner: str) -> None:
        super().__init__(ledger, name, owner)
        self.agents: set[str] = set()

    def only_agent(self, caller: str) -> None:
        """Condition of every agent's function."""
        self.need("agent", caller in self.agents)

    def is_agent(self, caller: str, agent: str) -> bool:
        self.need("account_nonzero", agent != ZERO)
        return agent in self.agents

    def add_agent(self, caller: str, agent: str) -> None:
        self.only_owner(caller)
        self.need("agent_nonzero", agent != ZERO)
        self.need("not_yet_agent", agent not in self.agents)
        self.agents.add(agent)
        self.emit("AgentAdded", agent)

    def remove_agent(self, caller: str, agent: str) -> None:
        self.only_owner(caller)
        self.need("agent_nonzero", agent != ZERO)
        self.need("is_agent", agent in self.agents)
        self.agents.discard(agent)
        self.emit("AgentRemoved", agent)
