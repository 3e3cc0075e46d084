"""Carries a campaign out on all its chains, or goes on where an earlier run ended.

Invariant REL-13: no chain begins a stage of a campaign before every chain has finished the one
before it; what has been undone on one chain is not taken up again on another.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from quantera.release.arguments import function_of
from quantera.release.blueprint import MANAGER
from quantera.release.campaign import Campaign, Site
from quantera.release.errors import RefusedError, StoppedError, WaitingError
from quantera.release.hold import in_hand, require_place, together
from quantera.release.journal import Journal, Reached
from quantera.release.node import Node
from quantera.release.plan import Step
from quantera.release.runner import Courier
from quantera.release.sender import Hands, Pace
from quantera.release.signing import Signer

UNDOING, UNDONE = "undoing", "undone"
DONE = "done"


def ready_at(node: Node, manager: str, operation: str) -> int:
    """When an operation may be carried out, in Unix seconds; 0 when nothing is scheduled."""
    schedule = function_of(MANAGER, "getSchedule(bytes32)")
    data = "0x" + schedule.encode([bytes.fromhex(operation[2:])]).hex()
    return int(node.call(manager, data), 16)


class CampaignRun:
    """One campaign in hand.

    Args:
        campaign: the reviewed campaign.
        nodes: one for each chain.
        signer: its sender.
        folder: where journals and locks are kept; the same for all releases of a machine.
        pace: how long chains are waited for.
        tell: is told of each step that is done.
    """

    def __init__(
        self,
        campaign: Campaign,
        nodes: Mapping[str, Node],
        signer: Signer,
        folder: Path,
        *,
        pace: Pace | None = None,
        tell: Callable[[str, str], None] | None = None,
    ) -> None:
        self._campaign = campaign
        self._nodes = nodes
        self._signer = signer
        self._folder = folder
        self._pace = pace or Pace()
        self._tell = tell or (lambda _chain, _step: None)

    def apply(self) -> None:
        """Carry out stage after stage.

        Raises:
            RefusedError: the signer or a node is not the campaign's.
            BusyError: another release has the journal or a chain in hand.
            WaitingError: a delay of the access manager is not over.
            StoppedError: a chain cannot go on; what is done stays journalled.
            NodeError: a node does not answer.
        """
        with self._held() as couriers:
            if undone := self._chains_in(UNDOING, UNDONE):
                raise StoppedError(f"{', '.join(undone)}: this was undone; plan it anew")
            for name in self._campaign.stages:
                together(couriers, partial(self._carry_out, name))
            together(couriers, self._finish)

    def undo(self) -> None:
        """Take back what was done, on every chain.

        Raises:
            StoppedError: a chain has begun the final stage, or cannot go on.
        """
        with self._held() as couriers:
            begun = self._chains_in(f"begin-{self._campaign.final}", self._campaign.final, DONE)
            if begun:
                raise StoppedError(f"{', '.join(begun)}: too late to undo: finish with resume")
            together(couriers, self._take_back)

    @contextmanager
    def _held(self) -> Iterator[list[tuple[Site, Courier]]]:
        campaign = self._campaign
        if self._signer.address != campaign.sender:
            raise RefusedError([f"{campaign.sender} sends this, not {self._signer.address}"])
        with ExitStack() as held:
            held.enter_context(in_hand(campaign.chains, self._folder))
            path = campaign.journal_path(self._folder)
            self._journal = held.enter_context(Journal(path, campaign.digest()))
            for site in campaign.chains:
                require_place(site, self._nodes[site.name], campaign.profile)
            hands = Hands(self._signer, self._journal, self._pace, self._tell)
            yield [
                (site, Courier(campaign, site, self._nodes[site.name], hands))
                for site in campaign.chains
            ]

    def _chains_in(self, *phases: str) -> list[str]:
        return [
            site.name
            for site in self._campaign.chains
            if set(phases) & set(self._journal.phases(site.name))
        ]

    def _reached(self, site: Site, phase: str) -> None:
        if phase not in self._journal.phases(site.name):
            self._journal.write(Reached(chain=site.name, phase=phase))

    def _carry_out(self, name: str, one: tuple[Site, Courier]) -> None:
        site, courier = one
        stage = site.stage(name)
        if name in self._journal.phases(site.name):
            return
        steps = () if stage is None else stage.steps
        for step in steps:
            if courier.failures(step.conditions):
                self._await(site, step)
        # While a delay runs nothing is begun: it can still be undone.
        if name == self._campaign.final:
            self._reached(site, f"begin-{name}")
        if steps:
            courier.reach(steps)
        self._reached(site, name)

    def _finish(self, one: tuple[Site, Courier]) -> None:
        site, courier = one
        courier.require(site.holds, "at the end")
        self._reached(site, DONE)

    def _await(self, site: Site, step: Step) -> None:
        """Until the delays of a step's operations are over, where that is soon."""
        node = self._nodes[site.name]
        until = self._pace.clock() + self._pace.patience
        while True:
            times = [ready_at(node, self._campaign.manager, one) for one in step.after]
            if 0 in times:
                raise StoppedError(
                    f"{site.name}: {step.name}: what it needs was cancelled or has expired; "
                    "plan it anew"
                )
            ready, now = max(times, default=0), node.timestamp()
            if now >= ready:
                return
            left = until - self._pace.clock()
            if ready - now > left:
                when = datetime.fromtimestamp(ready, UTC).strftime("%Y-%m-%d %H:%M UTC")
                raise WaitingError(f"{site.name}: {step.name} from {when} on: go on with resume")
            self._pace.sleep(self._pace.poll)

    def _take_back(self, one: tuple[Site, Courier]) -> None:
        site, courier = one
        self._reached(site, UNDOING)
        for step in site.steps():
            # Whatever is under way could still be mined after it was undone.
            if courier.is_under_way(step):
                courier.ensure(step)
        if site.undo:
            courier.reach(site.undo)
        self._reached(site, UNDONE)
