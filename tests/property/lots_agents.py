"""What agents do with units that have lots: freezes, forced transfers, burns, recoveries."""

from hypothesis import strategies as st

from quantera.compliance.moments import DAY
from tests.property.lots_stage import LotsStage, amounts, custodians, people
from tests.property.machine import operation


class Agents(LotsStage):
    """In spite of freezes and locks."""

    @operation(custodian=custodians, seller=people, to=people, units=amounts)
    def reassign(self, custodian: str, seller: str, to: str, units: int) -> None:
        model, stack = self.model, self.stack
        same, short = seller == to, units > model.shares[custodian][seller]
        done = self.act(
            stack.engine.reassignShare,
            stack.token,
            self.identities[custodian],
            self.identities[seller],
            self.identities[to],
            units,
            0,
            sender=stack.agent,
            refusal="CustodyInvestorInvalid" if same else "CustodyShareTooLow" if short else None,
        )
        if self.listen(done):
            model.hand_over(model.take(seller, units, sale=False), to, None)
            model.shares[custodian][seller] -= units
            model.shares[custodian][to] += units

    @operation(refusable=False, custodian=custodians, investor=people, units=st.integers(0, 20))
    def freeze_share(self, custodian: str, investor: str, units: int) -> None:
        stack = self.stack
        names = self.identities[custodian], self.identities[investor]
        arguments = (stack.token, *names, units, 0)
        if self.act(stack.engine.setFrozenShare, *arguments, sender=stack.agent, refusal=None):
            self.model.frozen_shares[custodian][investor] = units

    @operation(refusable=False, investor=people)
    def freeze_wallet(self, investor: str) -> None:
        """Or open it: who is frozen does little else."""
        self._close(investor, not self.model.is_closed(investor))

    @operation(refusable=False, investor=people)
    def open_wallet(self, investor: str) -> None:
        self._close(investor, False)

    def _close(self, investor: str, freeze: bool) -> None:
        wallet, place = self.wallet(investor), (investor, self.model.used[investor])
        arguments = wallet, freeze
        agent = self.stack.agent
        if self.act(self.stack.token.setAddressFrozen, *arguments, sender=agent, refusal=None):
            (self.model.closed.add if freeze else self.model.closed.discard)(place)

    @operation(investor=people, units=amounts)
    def freeze_part(self, investor: str, units: int) -> None:
        model = self.model
        fits = model.frozen[investor] + units <= model.wallets[investor]
        if self.act(
            self.stack.token.freezePartialTokens,
            self.wallet(investor),
            units,
            sender=self.stack.agent,
            refusal=None if fits else "FreezeExceedsBalance",
        ):
            model.frozen[investor] += units

    @operation(investor=people, share=st.sampled_from((1, 2)), above=st.booleans())
    def unfreeze_part(self, investor: str, share: int, above: bool) -> None:
        model = self.model
        units = model.frozen[investor] + 1 if above else model.frozen[investor] // share
        fits = not above
        if self.act(
            self.stack.token.unfreezePartialTokens,
            self.wallet(investor),
            units,
            sender=self.stack.agent,
            refusal=None if fits else "UnfreezeExceedsFrozen",
        ):
            model.frozen[investor] -= units

    @operation(holder=people, units=amounts)
    def burn(self, holder: str, units: int) -> None:
        short = units > self.model.wallets[holder]
        done = self.act(
            self.stack.token.burn,
            self.wallet(holder),
            units,
            sender=self.stack.agent,
            refusal="BalanceTooLow" if short else None,
        )
        if self.listen(done):
            self.model.release_for(holder, units)
            self.model.take(holder, units, sale=False)
            self.model.wallets[holder] -= units

    @operation(holder=people, to=people, units=amounts)
    def force(self, holder: str, to: str, units: int) -> None:
        short, same = units > self.model.wallets[holder], holder == to
        refusal = "SelfForcedTransfer" if same else "BalanceTooLow" if short else None
        done = self.act(
            self.stack.token.forcedTransfer,
            self.wallet(holder),
            self.wallet(to),
            units,
            sender=self.stack.agent,
            refusal=refusal,
        )
        if self.listen(done):
            self.model.release_for(holder, units)
            self.model.hand_over(self.model.take(holder, units, sale=False), to, None)
            self.model.wallets[holder] -= units
            self.model.wallets[to] += units

    @operation(investor=people, again=st.booleans())
    def recover(self, investor: str, again: bool) -> None:
        """The holding moves to the investor's other wallet; `again` into the same one."""
        model = self.model
        lost, other = model.used[investor], 1 - model.used[investor]
        pair = self.pairs[investor]
        empty = not model.wallets[investor]
        refusal = "NothingToRecover" if empty else "RecoveryRefused" if again else None
        done = self.act(
            self.stack.token.recoveryAddress,
            pair[lost],
            pair[lost if again else other],
            self.identities[investor],
            sender=self.stack.agent,
            refusal=refusal,
        )
        if self.listen(done):
            model.used[investor] = other
            if (investor, lost) in model.closed:
                model.closed.add((investor, other))

    @operation(refusable=False, days=st.sampled_from([1, 20, 61, 130]))
    def wait(self, days: int) -> None:
        self.chain.advance(days * DAY)
        self.listen(None)
