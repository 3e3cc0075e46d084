"""What every operation of the token's state machine shares: stage, model, and how to send."""

from typing import Any

from hypothesis import strategies as st

from quantera.evm import Actor, Receipt, Reverted
from quantera.evm.contract import Function
from tests.property.machine import ChainMachine
from tests.property.model.engine import Movement, Verdict
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
        if code:
            try:
                function.simulate(*arguments, sender=sender)
            except Reverted as error:
                assert error.values.get("code") == code, f"{error}, the model says {code}"
            return self.act(function, *arguments, sender=sender, refusal="TransferRefused")
        return self.act(function, *arguments, sender=sender, refusal=None)

    def decided(self, receipt: Receipt, movement: Movement, verdict: Verdict) -> None:
        """The one event of a decision tells amount, path and identities."""
        event = receipt.events.one("TransferDecision")
        packed = event.args.packed
        assert packed & (2**128 - 1) == movement.amount
        assert packed >> 160 & 0xFF == movement.path
        assert event.args.fromIdentity == self.address(verdict.sender_identity)
        assert event.args.toIdentity == self.address(verdict.recipient_identity)
