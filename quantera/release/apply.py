"""Carries a plan out on all its chains at once, or goes on where an earlier run ended.

Invariant REL-09: no chain is activated before every chain of the plan is deployed, final and
verified; a plan that has been abandoned on one chain is never activated on another.
Invariant REL-11: a plan that is rolled back leaves every contract closed, nobody but administrators
and guardians with a role, and the deployer with none; only a plan that is active nowhere is.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from quantera import deployments
from quantera.release.errors import RefusedError, StoppedError
from quantera.release.hold import in_hand, require_place, together
from quantera.release.journal import Journal, Reached
from quantera.release.manifests import ManifestMaker
from quantera.release.node import Node
from quantera.release.plan import Plan
from quantera.release.runner import Runner
from quantera.release.sender import Hands, Pace
from quantera.release.signing import Signer

Tell = Callable[[str, str], None]


def _nobody(_chain: str, _step: str) -> None:
    """Nobody wants to know."""


class Release:
    """One plan in hand.

    Args:
        plan: the reviewed plan.
        nodes: one for each chain.
        signer: the deployer.
        folder: where journals and locks are kept; the same for all releases of a machine.
        pace: how long chains are waited for.
        tell: is told of each step that is done.
        manifests: folder in which manifests are written once all chains are active; none without.
        adopt: take up what stands on a chain although the journal knows nothing of it.
    """

    def __init__(
        self,
        plan: Plan,
        nodes: Mapping[str, Node],
        signer: Signer,
        folder: Path,
        *,
        pace: Pace | None = None,
        tell: Tell = _nobody,
        manifests: Path | None = None,
        adopt: bool = False,
    ) -> None:
        self._plan = plan
        self._nodes = nodes
        self._signer = signer
        self._folder = folder
        self._pace = pace or Pace()
        self._tell = tell
        self._manifests = manifests
        self._adopt = adopt

    @property
    def journal_path(self) -> Path:
        """The plan's journal."""
        return journal_path(self._plan, self._folder)

    def apply(self) -> None:
        """Deploy on every chain, verify, and only then activate on every chain.

        Raises:
            RefusedError: the signer or a node is not the plan's.
            BusyError: another release has the journal or a chain in hand.
            JournalError: the journal is damaged.
            StoppedError: a chain cannot go on; what is done stays journalled.
            NodeError: a node does not answer.
        """
        with self._held() as runners:
            self._require_not_abandoned()
            together(runners, self._deploy)
            together(runners, self._activate)
            if self._manifests is not None:
                for chain in self._plan.chains:
                    node = self._nodes[chain.name]
                    for manifest in ManifestMaker(self._plan, chain, node, self._journal).all():
                        deployments.write(manifest, self._manifests)

    def roll_back(self) -> None:
        """Take every chain back: closed, without roles, in the hands of the administrators.

        Raises:
            StoppedError: a chain is active already, or cannot go on.
        """
        with self._held() as runners:
            for runner in runners:
                phase = self._journal.phase(runner.chain.name)
                if phase in {"activating", "active"} or self._is_active(runner):
                    raise StoppedError(
                        f"{runner.chain.name} is active, or about to be: finish with resume and "
                        "pause it instead"
                    )
            together(runners, self._abandon)

    # -- what runs at once ----------------------------------------------------------------------

    @contextmanager
    def _held(self) -> Iterator[list[Runner]]:
        if self._signer.address != self._plan.deployer:
            raise RefusedError([f"the plan's deployer is {self._plan.deployer}"])
        with ExitStack() as held:
            held.enter_context(in_hand(self._plan.chains, self._folder))
            self._journal = held.enter_context(Journal(self.journal_path, self._plan.digest()))
            yield [self._runner(chain.name) for chain in self._plan.chains]

    def _runner(self, name: str) -> Runner:
        chain, node = self._plan.chain(name), self._nodes[name]
        require_place(chain, node, self._plan.profile)
        hands = Hands(self._signer, self._journal, self._pace, self._tell)
        return Runner(self._plan, chain, node, hands)

    # -- phases ---------------------------------------------------------------------------------

    def _deploy(self, runner: Runner) -> None:
        name = runner.chain.name
        if self._journal.phase(name) in {"activating", "active"} or self._is_active(runner):
            return
        runner.require_ours(adopt=self._adopt)
        runner.reach(runner.chain.before_barrier())
        runner.require((*runner.chain.codes, *runner.chain.inert), "before activation")
        self._reached(runner, "deployed")

    def _activate(self, runner: Runner) -> None:
        if self._journal.phase(runner.chain.name) != "active":
            self._reached(runner, "activating")
            runner.reach([runner.chain.activation])
        runner.require((*runner.chain.codes, *runner.chain.active), "after activation")
        self._reached(runner, "active")

    def _abandon(self, runner: Runner) -> None:
        self._reached(runner, "abandoning")
        if not runner.manager_stands():
            # A transaction that is under way could still open a chain that was already abandoned.
            for step in runner.chain.before_barrier():
                if runner.is_under_way(step):
                    runner.ensure(step)
        if runner.manager_stands():
            runner.reach([runner.chain.abandon])
        self._reached(runner, "abandoned")

    def _is_active(self, runner: Runner) -> bool:
        return runner.manager_stands() and runner.is_active()

    def _require_not_abandoned(self) -> None:
        left = [
            chain.name
            for chain in self._plan.chains
            if self._journal.phase(chain.name) in {"abandoning", "abandoned"}
        ]
        if left:
            raise StoppedError(
                f"{', '.join(left)}: this release was abandoned; plan another under a new name"
            )

    def _reached(self, runner: Runner, phase: str) -> None:
        name = runner.chain.name
        if self._journal.phase(name) != phase:
            self._journal.write(Reached.model_validate({"chain": name, "phase": phase}))


def journal_path(plan: Plan, folder: Path) -> Path:
    """Where a plan's journal is kept."""
    return folder / f"{plan.name}-{plan.digest()[:16]}.jsonl"
