"""Brings one chain to where a plan wants it: steps one after the other, and blocks that are final.

Invariant REL-08: a chain counts as deployed only when every step's transaction lies in a block that
is final, is still part of the chain then, and everything created has the code of the rehearsal.
"""

from collections.abc import Iterable

from quantera.pauses import growing
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import Condition
from quantera.release.errors import BusyError, StoppedError
from quantera.release.node import Node
from quantera.release.plan import ChainPlan, Plan, Step
from quantera.release.sender import SHOWN, Hands, Sender


class Courier(Sender):
    """Sends many steps of one chain."""

    def reach(self, steps: Iterable[Step]) -> None:
        """Ends with all steps done in blocks that are final.

        Raises:
            StoppedError: one fails, or blocks do not become final in time.
            NodeError: the node does not answer.
        """
        wanted = list(steps)
        until = self._pace.clock() + self._pace.final_patience
        todo = self._not_done(wanted)
        while True:
            for step in todo:
                self.ensure(step)
            if self._final(wanted, until):
                return
            todo = wanted

    def _not_done(self, steps: list[Step]) -> list[Step]:
        """Steps that are not both noted as done and so; asked all at once."""
        noted = self._journal.done(self.place.name)
        candidates = [step for step in steps if step.name in noted]
        asked = [condition for step in candidates for condition in step.conditions]
        answers = dict(zip(asked, self._node.answers(asked), strict=True))
        done = {
            step.name
            for step in candidates
            if all(answers[condition] == condition.expected for condition in step.conditions)
        }
        return [step for step in steps if step.name not in done]

    def _final(self, steps: list[Step], until: float) -> bool:
        """Waits until the steps' blocks are final; false when they were reorganised meanwhile."""
        done = self._journal.done(self.place.name)
        last = max(done[step.name].block for step in steps)
        pauses = growing(self._pace.poll)
        while self._node.final_block(self.place.depth) < last:
            if self._pace.clock() > until:
                raise StoppedError(f"{self.place.name}: block {last} does not become final")
            self._pace.sleep(next(pauses))
        if self.failures(condition for step in steps for condition in step.conditions):
            return False
        sent = [done[step.name] for step in steps if done[step.name].hash]
        places = self._node.mined([entry.hash for entry in sent])
        return all(
            mined is not None and mined.block == entry.block
            for entry, mined in zip(sent, places, strict=True)
        )

    def require(self, conditions: Iterable[Condition], when: str) -> None:
        """That conditions hold, asked a few times.

        Raises:
            StoppedError: one does not.
        """
        asked = list(conditions)
        wrong: list[str] = []
        for _ in range(self._pace.looks):
            wrong = self.failures(asked)
            if not wrong:
                return
            self._pace.sleep(self._pace.poll)
        shown = "; ".join(wrong[:SHOWN])
        raise StoppedError(f"{self.place.name}: {len(wrong)} facts are wrong {when}: {shown}")


class Runner(Courier):
    """Carries out one chain's part of a release, in one thread.

    Args:
        plan: the whole plan.
        chain: the part.
        node: of the chain.
        hands: signer, journal and pace.
    """

    def __init__(self, plan: Plan, chain: ChainPlan, node: Node, hands: Hands) -> None:
        super().__init__(plan, chain, node, hands)
        self._plan = plan
        self.chain = chain

    def is_active(self) -> bool:
        """Whether the activation has taken place."""
        return not self.failures(self.chain.activation.conditions)

    def manager_stands(self) -> bool:
        """Whether the chain has been opened."""
        return bool(self._node.code(self._plan.addresses[MANAGER]))

    def require_ours(self, *, adopt: bool) -> None:
        """That no other release has the chain in hand.

        Args:
            adopt: take up what stands there although the journal knows nothing of it.

        Raises:
            BusyError: the access manager is another's, or the journal knows nothing of it.
        """
        if not self.manager_stands():
            return
        deployer = (condition for condition in self.chain.inert if "is ADMIN" in condition.says)
        if self.failures(deployer):
            manager = self._plan.addresses[MANAGER]
            raise BusyError(f"{self.chain.name}: the deployer does not administer {manager}")
        if not adopt and not any(self._journal.prepared(self.chain.name, "open")):
            raise BusyError(
                f"{self.chain.name}: another run opened this chain; if that is this release and "
                "its journal is lost, say --adopt"
            )
