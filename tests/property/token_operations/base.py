"""What every operation of the token's state machine shares: stage, model, and how to send."""

from collections import Counter
from typing import Any, ClassVar

from hypothesis import strategies as st

from quantera.evm import Actor, Receipt, Reverted
from quantera.evm.contract import Function
from tests.property.machine import ChainMachine
from tests.property.model.engine import Movement, Verdict
from tests.property.model.settings import Path
from tests.property.model.token import ITSELF, NOBODY, UNLIMITED, Token
from tests.property.token_stage import SPENDER, WALLETS, Stage

EDGES = (
    "ten",
    "one",
    "hundred",
    "free",
    "above free",
    "balance",
    "above balance",
    "nothing",
    "huge",
)
HUGE = 2**130

names = tuple(WALLETS)
wallets = st.sampled_from(names)
recipients = st.sampled_from((*names, *names, NOBODY, ITSELF))
edges = st.sampled_from(EDGES)
rightful = st.sampled_from((True, True, True, False))
"""Whether an operation comes from who may do it."""


class OnStage(ChainMachine):
    """The contracts, the model, and what all operations share."""

    model: Token
    codes: ClassVar[Counter[int]] = Counter()
    """How often each code decided a movement, over all sequences."""

    def deploy(self) -> None:
        self.stage = Stage(self.chain)
        stack = self.stage.stack
        self.token, self.engine = stack.token, stack.engine
        self.agent, self.bridge, self.governor = stack.agent, stack.bridge, stack.governor
        self.actors = {name: self.chain.actor(name) for name in (*names, SPENDER)}
        self.stranger = self.chain.actor("stranger")
        for wallet in names:
            self.token.approve(self.actors[SPENDER], UNLIMITED, sender=self.actors[wallet])

    def start(self) -> None:
        self.model = self.stage.model()
        self.model.allowances = {(wallet, SPENDER): UNLIMITED for wallet in names}
        self.messages = 0

    def address(self, name: str) -> str:
        return self.stage.addresses[name]

    def amount(self, edge: str, wallet: str) -> int:
        """An amount with a wallet's holding in sight."""
        holder = self.model.holder(wallet)
        amounts = {
            "nothing": 0,
            "one": 1,
            "ten": 10,
            "hundred": 100,
            "free": holder.unfrozen,
            "above free": holder.unfrozen + 1,
            "balance": holder.balance,
            "above balance": holder.balance + 1,
            "huge": HUGE,
        }
        return amounts[edge]

    def holding(self, drawn: str, edge: str) -> str:
        """A wallet that has something to send, where the amount is meant to be sent."""
        able = [name for name in names if self.model.holder(name).unfrozen]
        return self.fitting(drawn, able, wanted=edge not in {"above balance", "huge"})

    @staticmethod
    def fitting(drawn: str, candidates: list[str], *, wanted: bool) -> str:
        """What was drawn, or where a fitting one is wanted and there are such, one of them."""
        if not wanted or not candidates or drawn in candidates:
            return drawn
        return candidates[names.index(drawn) % len(candidates)]

    def by(self, who: Actor, rightly: bool) -> Actor:
        return who if rightly else self.stranger

    def move(
        self,
        function: Function,
        *arguments: Any,
        sender: Actor,
        movement: Movement,
        verdict: Verdict,
    ) -> Receipt | None:
        """Send a movement that must be refused with the model's code, or be recorded."""
        refusal = "TransferRefused" if verdict.code else None
        receipt = self.act_with_code(function, *arguments, sender=sender, code=verdict.code)
        assert bool(receipt) == (refusal is None)
        if receipt:
            self.decided(receipt, movement, verdict)
            self.model.move(movement, verdict)
        return receipt

    def act_with_code(
        self, function: Function, *arguments: Any, sender: Actor, code: int
    ) -> Receipt | None:
        """As `act`, with the code of a `TransferRefused`."""
        self.codes[code] += 1
        if code:
            try:
                function.simulate(*arguments, sender=sender)
            except Reverted as error:
                assert error.values.get("code") == code, f"{error}, the model says {code}"
            return self.act(function, *arguments, sender=sender, refusal="TransferRefused")
        return self.act(function, *arguments, sender=sender, refusal=None)

    def send(self, path: Path, spender: str, sender: str, to: str, amount: int) -> None:
        """One movement on any of the paths that rules look at."""
        model, giver, taker = self.model, self.address(sender), self.address(to)
        movement = model.movement(path, spender, sender, to, amount)
        if path is Path.TRANSFER:
            verdict = model.transfer_verdict(spender, sender, to, amount)
            function: Function = self.token.transfer
            arguments: tuple[Any, ...] = (taker, amount)
            if spender != sender:
                function, arguments = self.token.transferFrom, (giver, taker, amount)
            by = self.actors[spender]
        elif path is Path.DEPARTURE:
            verdict = model.departure_verdict(sender, amount)
            function, arguments, by = self.token.crosschainBurn, (giver, amount), self.bridge
        else:
            verdict = model.issue_verdict(to, amount, arrives=path is Path.ARRIVAL)
            arrives = path is Path.ARRIVAL
            function = self.token.crosschainMint if arrives else self.token.mint
            arguments, by = (taker, amount), self.bridge if arrives else self.agent
        self.move(function, *arguments, sender=by, movement=movement, verdict=verdict)

    def decided(self, receipt: Receipt, movement: Movement, verdict: Verdict) -> None:
        """The one event of a decision tells amount, path and identities."""
        event = receipt.events.one("TransferDecision")
        packed = event.args.packed
        assert packed & (2**128 - 1) == movement.amount
        assert packed >> 160 & 0xFF == movement.path
        assert event.args.fromIdentity == self.address(verdict.sender_identity)
        assert event.args.toIdentity == self.address(verdict.recipient_identity)
