"""Hands everything that an account may do over to a Safe, or to whoever governs from then on.

What the account holds is read from the chain, not from the plan: every role of the access manager
and every local role of every contract, assets that were issued later among them. The other account
is given all of it, with the same delays, on every chain; only then does the first one leave, in one
transaction on each chain, after which it holds nothing. The manager's delays hold for this too: in
production an administrator is made two days after it was proposed.

Invariant REL-14: after a handover the old account holds no role of the access manager, no local
role and no contract on any chain, and it leaves none before the new one holds all it held on all
of them.
"""

from collections.abc import Mapping

from quantera.release.campaign import Campaign, Payloads, Site
from quantera.release.errors import PlanError, RefusedError
from quantera.release.handover_site import HandoverSite, Parties
from quantera.release.matrix import (
    watched,
)
from quantera.release.node import Node
from quantera.release.plan import Plan

STAGES = ("propose", "grant", "pass-on", "leave")


class Handover:
    """Plans handovers of one release.

    Args:
        plan: the release, active on all its chains.
        nodes: one for each of them.
        holder: who leaves; it signs.
        target: who takes over.
        externally_owned: whether the target may be an account without code, behind which nobody
            sees more than one key.
    """

    def __init__(
        self,
        plan: Plan,
        nodes: Mapping[str, Node],
        holder: str,
        target: str,
        *,
        externally_owned: bool = False,
    ) -> None:
        self._plan = plan
        self._nodes = nodes
        self._holder = holder
        self._target = target
        self._parties = Parties(plan, holder, target, externally_owned)

    def plan(self) -> Campaign:
        """What will be sent on every chain.

        Raises:
            RefusedError: something stands against it; it has everything that does.
            NodeError: a node does not answer.
        """
        if self._holder == self._target:
            raise RefusedError([f"{self._holder} cannot take over from itself"])
        payloads, sites, refused = Payloads(), list[Site](), list[str]()
        for chain in self._plan.chains:
            node = self._nodes[chain.name]
            site, said = HandoverSite(self._parties, chain, node, payloads).plan()
            refused += [f"{chain.name}: {sentence}" for sentence in said]
            sites.append(site)
        if refused:
            raise RefusedError(refused)
        if not any(site.stages for site in sites):
            raise PlanError(f"{self._holder} holds nothing on any chain: nothing is handed over")
        used = {stage.name for site in sites for stage in site.stages}
        return Campaign(
            kind="handover",
            name=self._plan.name,
            profile=self._plan.profile,
            sender=self._holder,
            addresses=watched(self._plan),
            subject=self._target,
            stages=tuple(name for name in STAGES if name in used),
            final="leave",
            chains=tuple(sites),
            payloads=payloads.by_name,
        )
