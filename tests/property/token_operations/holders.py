"""What holders and their spenders do."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.property.machine import operation
from tests.property.model.settings import Path
from tests.property.model.token import UNLIMITED
from tests.property.token_operations.base import EDGES, OnStage, edges, recipients, wallets
from tests.property.token_stage import SPENDER


class Holders(OnStage):
    """What holders and their spenders do."""

    @operation(sender=wallets, to=recipients, edge=edges)
    def transfer(self, sender: str, to: str, edge: str) -> None:
        sender = self.holding(sender, edge)
        amount = self.amount(edge, sender)
        verdict = self.model.transfer_verdict(sender, sender, to, amount)
        seen = self.token.detectTransferRestriction(self.address(sender), self.address(to), amount)
        assert seen == verdict.code, "the view differs from the model"
        unfrozen = self.model.holder(sender).unfrozen
        movement = self.model.movement(Path.TRANSFER, sender, sender, to, amount)
        if self.move(
            self.token.transfer,
            self.address(to),
            amount,
            sender=self.actors[sender],
            movement=movement,
            verdict=verdict,
        ):
            assert amount <= unfrozen, "TOK-04"

    @operation(sender=wallets, to=recipients, edge=edges, capped=st.booleans())
    def transfer_from(self, sender: str, to: str, edge: str, capped: bool) -> None:
        sender = self.holding(sender, edge)
        amount = self.amount(edge, sender)
        spender = self.actors[SPENDER]
        allowed = 50 if capped else UNLIMITED
        self.token.approve(spender, allowed, sender=self.actors[sender])
        self.model.allowances[sender, SPENDER] = allowed
        code = self.model.spending_code(SPENDER, sender, to, amount)
        verdict = self.model.transfer_verdict(SPENDER, sender, to, amount)
        seen = self.token.detectTransferRestrictionFrom(
            spender, self.address(sender), self.address(to), amount
        )
        assert seen == code, "the view differs from the model"
        movement = self.model.movement(Path.TRANSFER, SPENDER, sender, to, amount)
        if self.move(
            self.token.transferFrom,
            self.address(sender),
            self.address(to),
            amount,
            sender=spender,
            movement=movement,
            verdict=replace(verdict, code=code),
        ):
            self.model.spend(SPENDER, sender, amount)
        left = self.token.allowance(self.address(sender), spender)
        assert left == self.model.allowances[sender, SPENDER]

    @operation(refusable=False, sender=wallets, to=recipients, edge=edges)
    def attempt_transfer(self, sender: str, to: str, edge: str) -> None:
        sender = self.holding(sender, edge)
        amount = self.amount(edge, sender)
        verdict = self.model.transfer_verdict(sender, sender, to, amount)
        movement = self.model.movement(Path.TRANSFER, sender, sender, to, amount)
        receipt = self.act(
            self.token.attemptTransfer,
            self.address(to),
            amount,
            sender=self.actors[sender],
            refusal=None,
        )
        assert receipt is not None
        assert receipt.return_value == verdict.code
        self.codes[verdict.code] += 1
        if verdict.code:
            assert [event.name for event in receipt.events] == ["TransferAttemptRefused"]
        else:
            self.decided(receipt, movement, verdict)
            self.model.move(movement, verdict)

    @operation(
        sender=wallets,
        rows=st.lists(
            st.tuples(recipients, st.sampled_from((*EDGES[:3], "nothing", "balance"))),
            min_size=1,
            max_size=3,
        ),
    )
    def batch_transfer(self, sender: str, rows: list[tuple[str, str]]) -> None:
        sender = self.holding(sender, "ten")
        to = [name for name, _ in rows]
        amounts = [self.amount(edge, sender) for _, edge in rows]
        code = self.model.batch_code(sender, to, amounts)
        receipt = self.act_with_code(
            self.token.batchTransfer,
            [self.address(name) for name in to],
            amounts,
            sender=self.actors[sender],
            code=code,
        )
        if receipt:
            assert len(receipt.events.named("TransferDecision")) == len(rows)
            assert self.model.settle_batch(sender, to, amounts) == 0
