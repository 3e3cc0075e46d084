"""Whether a chain is still what its release made it: code, storage, roles and wiring.

Invariant REL-12: verification finds every difference in code, implementation, roles' members and
delays, functions' roles, pauses and what initialisers and activation set; a chain that cannot be
asked is not clean.
Invariant REL-15: verification finds rights beyond the plan: members of any role, local roles of any
account, functions, role administrators, guardians, delays and owners that nobody planned, and
protocols, peers and lanes of the bridge; a node that leaves logs out is found out for roles, by the
manager's own count of members.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from pydantic import BaseModel, ConfigDict

from quantera.release.beyond import beyond
from quantera.release.conditions import unmet
from quantera.release.errors import NodeError, UnreadableError
from quantera.release.matrix import read_matrix, watched
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Plan
from quantera.release.stray_lanes import stray_lanes


class Report(BaseModel):
    """One chain's answer.

    Attributes:
        facts: how many were asked for.
        drift: a sentence for each that is not as planned.
        unreachable: why the chain could not be asked, if so.
    """

    model_config = ConfigDict(frozen=True)

    chain: str
    facts: int
    drift: tuple[str, ...] = ()
    unreachable: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether all was asked and all is as planned."""
        return not self.drift and not self.unreachable


def verify_chain(plan: Plan, chain: ChainPlan, node: Node) -> Report:
    """Compare one chain with its plan.

    Code is compared with that of the rehearsal, to the byte: what the compiler put there, its
    metadata, and immutables as the constructor sets them at that address on that chain.
    """
    stored = tuple(condition for step in chain.steps for condition in step.conditions)
    lasting = (one for one in stored if one.question == "storage")
    facts = list(dict.fromkeys((*chain.codes, *lasting, *chain.active)))
    try:
        if (told := node.chain_id()) != chain.chain_id:
            return Report(
                chain=chain.name, facts=0, unreachable=f"the node answers for chain {told}"
            )
        drift = unmet(node, facts)
        try:
            matrix = read_matrix(node, watched(plan), chain.since, _known(plan))
        except UnreadableError as error:
            drift.append(f"who holds what cannot be read: {error}")
        else:
            drift += beyond(plan, chain, matrix)
            drift += stray_lanes(plan, chain, node)
    except NodeError as error:
        return Report(chain=chain.name, facts=0, unreachable=str(error))
    return Report(chain=chain.name, facts=len(facts), drift=tuple(drift))


def _known(plan: Plan) -> set[str]:
    """Accounts that are asked about whatever a node's logs say."""
    members = (member["account"] for named in plan.roles.values() for member in named)
    return {plan.deployer, plan.founder, *members}


def verify(plan: Plan, nodes: Mapping[str, Node]) -> list[Report]:
    """Compare every chain with the plan."""
    with ThreadPoolExecutor(max(len(plan.chains), 1)) as pool:
        return list(
            pool.map(lambda chain: verify_chain(plan, chain, nodes[chain.name]), plan.chains)
        )
