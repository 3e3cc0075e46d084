"""Brings one step about on one chain, whatever happened to its transactions before.

Whether a step is done is asked of the chain's state alone, and the chain itself refuses to create
anything twice; the journal says which transactions may be under way. So whatever happened before,
a crash, a reorganisation, a transaction lost or sent twice, `ensure` ends in the same state.

Invariant REL-07: a step is sent only when its conditions do not hold, and counts as done only when
they do, whatever a receipt says.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from quantera.evm.abi import AbiRegistry
from quantera.evm.chain import TRANSACTION_GAS_LIMIT, known_abis
from quantera.evm.errors import decode_revert
from quantera.pauses import growing
from quantera.release.conditions import Condition, unmet
from quantera.release.connection import RefusalError
from quantera.release.errors import StoppedError
from quantera.release.fees import offer
from quantera.release.journal import Done, Journal, Prepared
from quantera.release.node import Mined, Node
from quantera.release.plan import Place, Step
from quantera.release.signing import Signer, Unsigned

_KNOWN_ALREADY = ("already known", "already imported", "known transaction")
_NONCE_USED = ("nonce too low", "nonce is too low", "invalid nonce")
_NO_MONEY = ("insufficient funds",)
_ROOM_PERCENT = 120
SHOWN = 3
"""Failures that a message names."""


@dataclass(frozen=True)
class Pace:
    """How long a chain is waited for, in seconds.

    Attributes:
        poll: between two looks, at most.
        bump_after: until a transaction that is not mined is replaced by a dearer one.
        patience: until one step stops the chain.
        looks: at a contradiction before it is believed; nodes behind a balancer lag.
        final_patience: until blocks are final.
    """

    poll: float = 2.0
    bump_after: float = 90.0
    patience: float = 1_800.0
    looks: int = 10
    final_patience: float = 7_200.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True)
class Hands:
    """What all chains of a release share.

    Attributes:
        signer: the deployer.
        journal: of the plan.
        pace: how long chains are waited for.
        tell: is told of each chain's step that is done.
    """

    signer: Signer
    journal: Journal
    pace: Pace
    tell: Callable[[str, str], None]


class Sending(Protocol):
    """Whatever has transactions to be sent: a release, or what follows it."""

    @property
    def sender(self) -> str:
        """Whose transactions they are."""

    def data(self, step: Step) -> str:
        """A step's call data."""


class Sender:
    """Sends the transactions of one chain, in one thread.

    Args:
        sending: whose steps they are.
        place: the chain.
        node: of the chain.
        hands: signer, journal and pace.
    """

    def __init__(self, sending: Sending, place: Place, node: Node, hands: Hands) -> None:
        self._sending = sending
        self.place = place
        self._node = node
        self._signer = hands.signer
        self._journal = hands.journal
        self._pace = hands.pace
        self._tell = hands.tell
        self._errors: AbiRegistry | None = None
        self._sent_now: set[str] = set()

    # -- questions ------------------------------------------------------------------------------

    def failures(self, conditions: Iterable[Condition]) -> list[str]:
        """Conditions that do not hold now."""
        return unmet(self._node, conditions)

    def is_under_way(self, step: Step) -> bool:
        """Whether a transaction of a step may still be mined."""
        sent = self._journal.prepared(self.place.name, step.name)
        return bool(sent) and self._node.nonces(self._sending.sender)[0] <= sent[-1].nonce

    # -- one step -------------------------------------------------------------------------------

    def ensure(self, step: Step) -> None:
        """Ends with the step's conditions holding, having sent what was needed for it.

        Raises:
            StoppedError: it fails, or is not mined in time.
            NodeError: the node does not answer.
        """
        started = self._pace.clock()
        contradictions = 0
        while self.failures(step.conditions):
            if self._pace.clock() - started > self._pace.patience:
                raise self._stopped(step, f"not mined within {self._pace.patience:.0f} s")
            sent = self._journal.prepared(self.place.name, step.name)
            mined = self._found(sent)
            if mined is not None or self._overtaken(sent):
                contradictions += 1
                if contradictions < self._pace.looks:
                    self._pace.sleep(self._pace.poll)
                elif mined is None or self._failed_before(sent[-1], mined):
                    contradictions = 0
                    self._send(step, started)
                else:
                    raise self._contradiction(step, mined)
            elif sent:
                self._urge(step, sent[-1])
            else:
                self._send(step, started)
        self._note_done(step)

    def _found(self, sent: list[Prepared]) -> Mined | None:
        for mined in self._node.mined([prepared.hash for prepared in reversed(sent)]):
            if mined is not None:
                return mined
        return None

    def _failed_before(self, last: Prepared, mined: Mined) -> bool:
        """Whether it failed in an earlier run: whoever starts another one wants it tried again."""
        return not mined.succeeded and last.hash not in self._sent_now

    def _overtaken(self, sent: list[Prepared]) -> bool:
        """Whether another transaction took the nonce."""
        return bool(sent) and self._node.nonces(self._sending.sender)[0] > sent[-1].nonce

    def _contradiction(self, step: Step, mined: Mined) -> StoppedError:
        wrong = "; ".join(self.failures(step.conditions)[:SHOWN])
        if mined.succeeded:
            return self._stopped(step, f"the node says that it succeeded, but {wrong}")
        return self._stopped(step, f"it was mined in block {mined.block} and failed; {wrong}")

    def _note_done(self, step: Step) -> None:
        known = self._journal.done(self.place.name).get(step.name)
        sent = self._journal.prepared(self.place.name, step.name)
        hashes = [prepared.hash for prepared in sent]
        for prepared, mined in zip(sent, self._node.mined(hashes), strict=True):
            if mined is not None:
                if known is None or (known.hash, known.block) != (prepared.hash, mined.block):
                    self._write_done(step, prepared.hash, mined.block, mined.gas_used)
                break
        else:
            # Another's transaction brought it about: what counts is that it stays.
            if known is None or known.hash:
                self._write_done(step, "", self._node.block_number(), 0)
        self._tell(self.place.name, step.name)

    def _write_done(self, step: Step, transaction: str, block: int, gas: int) -> None:
        done = Done(chain=self.place.name, step=step.name, hash=transaction, block=block, gas=gas)
        self._journal.write(done)

    # -- sending --------------------------------------------------------------------------------

    def _send(self, step: Step, started: float) -> None:
        """A first transaction for a step, with the next nonce."""
        gas = self._gas(step)
        if gas is None:
            return
        latest, pending = self._node.nonces(self._sending.sender)
        ours = self._at_nonce(latest)
        if pending > latest and not ours:
            if self._pace.clock() - started > self._pace.bump_after:
                raise self._stopped(
                    step, f"{pending - latest} transactions of the deployer wait that are not ours"
                )
            self._pace.sleep(self._pace.poll)
            return
        self._offer(step, latest, gas, ours)

    def _at_nonce(self, nonce: int) -> tuple[int, int] | None:
        """The dearest offer that this release has made with a nonce."""
        offers = [
            (entry.max_fee, entry.tip)
            for entry in list(self._journal.entries)
            if isinstance(entry, Prepared)
            and (entry.chain, entry.nonce) == (self.place.name, nonce)
        ]
        return max(offers, default=None)

    def _gas(self, step: Step) -> int | None:
        """Gas limit; nothing when the step has been done meanwhile."""
        request = {
            "from": self._sending.sender,
            "to": step.to,
            "data": self._sending.data(step),
        }
        refusal: RefusalError | None = None
        for _ in range(self._pace.looks):
            try:
                needed = int(self._node.ask("eth_estimateGas", request, "latest"), 16)
            except RefusalError as error:
                refusal = error
            else:
                return min(max(needed, step.gas) * _ROOM_PERCENT // 100, self._most_gas(needed))
            if not self.failures(step.conditions):
                return None
            self._pace.sleep(self._pace.poll)
        assert refusal is not None
        raise self._stopped(step, f"it would fail: {self._why(refusal)}")

    @staticmethod
    def _most_gas(needed: int) -> int:
        # Where a chain counts data as gas, its own limit is higher too.
        return max(TRANSACTION_GAS_LIMIT, needed)

    def _why(self, refusal: RefusalError) -> str:
        if not isinstance(refusal.data, str) or not refusal.data.startswith("0x"):
            return refusal.message
        if self._errors is None:
            self._errors = AbiRegistry(known_abis)
        return str(decode_revert(bytes.fromhex(refusal.data[2:]), self._errors, refusal.message))

    def _offer(self, step: Step, nonce: int, gas: int, earlier: tuple[int, int] | None) -> None:
        max_fee, tip = offer(self._node.fees(), self.place.least_tip, earlier)
        if max_fee > self.place.most_fee:
            if earlier is None:
                raise self._stopped(step, f"gas costs {max_fee} wei, above max_fee_gwei")
            # What was offered before stays; it is mined once gas is cheaper.
            self._pace.sleep(self._pace.poll)
            return
        signed = self._signer.sign(
            Unsigned(
                self.place.chain_id, nonce, step.to, self._sending.data(step), gas, max_fee, tip
            )
        )
        self._journal.write(
            Prepared(
                chain=self.place.name,
                step=step.name,
                hash=signed.hash,
                nonce=nonce,
                raw=signed.raw,
                max_fee=max_fee,
                tip=tip,
            )
        )
        self._sent_now.add(signed.hash)
        self._hand_over(step, signed.raw)

    def _hand_over(self, step: Step, raw: str) -> None:
        message = (self._node.send(raw) or "").lower()
        if not message or any(text in message for text in (*_KNOWN_ALREADY, *_NONCE_USED)):
            return
        if any(text in message for text in _NO_MONEY):
            raise self._stopped(step, "the deployer's balance is too low")
        # Underpriced, or a node that is not up to date: asked again with the next look.
        self._pace.sleep(self._pace.poll)

    def _urge(self, step: Step, last: Prepared) -> None:
        """Waits for a transaction; offers more where it has waited long."""
        until = self._pace.clock() + self._pace.bump_after
        self._hand_over(step, last.raw)
        for pause in growing(self._pace.poll):
            if self._found([last]) is not None or self._overtaken([last]):
                return
            if self._pace.clock() >= until:
                break
            self._pace.sleep(pause)
        gas = self._gas(step)
        if gas is not None:
            self._offer(step, last.nonce, gas, (last.max_fee, last.tip))

    def _stopped(self, step: Step, why: str) -> StoppedError:
        return StoppedError(f"{self.place.name}: {step.name}: {why}")
