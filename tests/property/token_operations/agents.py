"""What agents and the bridge move."""

from hypothesis import strategies as st

from quantera.evm.contract import Function
from tests.property.machine import operation
from tests.property.model.settings import Path
from tests.property.model.token import LARGEST
from tests.property.token_operations.base import (
    OnStage,
    edges,
    names,
    recipients,
    rightful,
    wallets,
)
from tests.property.token_stage import IDENTITIES


class Agents(OnStage):
    """What agents and the bridge move."""

    @operation(to=recipients, amount=st.sampled_from((100, 300, 40, 7, 0, LARGEST)))
    def mint(self, to: str, amount: int) -> None:
        verdict = self.model.issue_verdict(to, amount, arrives=False)
        movement = self.model.movement(Path.MINT, "agent", "", to, amount)
        self.move(
            self.token.mint,
            self.address(to),
            amount,
            sender=self.agent,
            movement=movement,
            verdict=verdict,
        )

    @operation(to=recipients, amount=st.sampled_from((100, 30, 1, 0, LARGEST)), rightly=rightful)
    def crosschain_mint(self, to: str, amount: int, rightly: bool) -> None:
        if not rightly:
            function, nobody = self.token.crosschainMint, self.stranger
            self.act(function, self.address(to), amount, sender=nobody, refusal="LocalRoleMissing")
            return
        verdict = self.model.issue_verdict(to, amount, arrives=True)
        movement = self.model.movement(Path.ARRIVAL, "bridge", "", to, amount)
        self.move(
            self.token.crosschainMint,
            self.address(to),
            amount,
            sender=self.bridge,
            movement=movement,
            verdict=verdict,
        )

    @operation(sender=wallets, edge=edges)
    def crosschain_burn(self, sender: str, edge: str) -> None:
        amount = self.amount(edge, sender)
        verdict = self.model.departure_verdict(sender, amount)
        movement = self.model.movement(Path.DEPARTURE, "bridge", sender, "", amount)
        self.move(
            self.token.crosschainBurn,
            self.address(sender),
            amount,
            sender=self.bridge,
            movement=movement,
            verdict=verdict,
        )

    @operation(sender=wallets, edge=edges)
    def burn(self, sender: str, edge: str) -> None:
        self.corrected(self.token.burn, Path.BURN, sender, "", self.amount(edge, sender))

    @operation(sender=wallets, to=wallets, edge=edges)
    def forced_transfer(self, sender: str, to: str, edge: str) -> None:
        amount = self.amount(edge, sender)
        if sender == to:
            arguments = (self.address(sender), self.address(to), amount)
            function = self.token.forcedTransfer
            self.act(function, *arguments, sender=self.agent, refusal="SelfForcedTransfer")
        else:
            self.corrected(self.token.forcedTransfer, Path.FORCED, sender, to, amount)

    def corrected(self, function: Function, path: Path, sender: str, to: str, amount: int) -> None:
        """What an agent moves: freezes give way, a balance that is too low does not."""
        parties = [self.address(name) for name in (sender, to) if name]
        if amount > self.model.holder(sender).balance:
            self.act(function, *parties, amount, sender=self.agent, refusal="BalanceTooLow")
            return
        verdict = self.model.agent_verdict(path, sender, to, amount)
        movement = self.model.movement(path, "agent", sender, to, amount)
        receipt = self.move(
            function, *parties, amount, sender=self.agent, movement=movement, verdict=verdict
        )
        if receipt:
            # The movement has changed the balance already: look at what was free before.
            holder = self.model.holder(sender)
            free = max(movement.sender_wallet - holder.frozen, 0)
            released = max(amount - free, 0)
            holder.frozen -= released
            names = [event.name for event in receipt.events]
            assert ("TokensUnfrozen" in names) == (released > 0)
            if released:
                assert receipt.events.one("TokensUnfrozen").args.amount == released
                assert names.index("Frozen") < names.index("Transfer")

    @operation(
        lost=wallets,
        new=wallets,
        identity=st.sampled_from(("own", "own", "own", *IDENTITIES, "stranger")),
    )
    def recover(self, lost: str, new: str, identity: str) -> None:
        model, known = self.model, self.model.engine.registry
        holding = [name for name in names if model.holder(name).balance]
        lost = self.fitting(lost, holding, wanted=identity == "own")
        own = [
            name
            for name in names
            if name != lost and known.of(name).identity in {"", known.of(lost).identity}
        ]
        new = self.fitting(new, own, wanted=identity == "own")
        if identity == "own":
            identity = known.of(lost).last or "stranger"
        holder = model.holder(lost)
        amount = holder.balance
        function = self.token.recoveryAddress
        arguments = (self.address(lost), self.address(new), self.address(identity))
        if amount == 0:
            self.act(function, *arguments, sender=self.agent, refusal="NothingToRecover")
            return
        if lost == new or identity == "stranger":
            self.act(function, *arguments, sender=self.agent, refusal="RecoveryRefused")
            return
        before = (dict(known.records), dict(known.first))
        if not known.recover(lost, new, identity):
            self.act(function, *arguments, sender=self.agent, refusal="RecoveryMismatch")
            return
        verdict = model.agent_verdict(Path.RECOVERY, lost, new, amount)
        movement = model.movement(Path.RECOVERY, "agent", lost, new, amount)
        if self.move(function, *arguments, sender=self.agent, movement=movement, verdict=verdict):
            taker = model.holder(new)
            taker.frozen = min(taker.frozen + holder.frozen, LARGEST)
            holder.frozen = 0
            taker.wallet_frozen |= holder.wallet_frozen
        else:
            known.records, known.first = before
