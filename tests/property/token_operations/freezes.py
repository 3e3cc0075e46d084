"""Freezes, pauses and record dates."""

from hypothesis import strategies as st

from tests.property.machine import operation
from tests.property.model.token import LARGEST, RecordDate
from tests.property.token_operations.base import HUGE, OnStage, edges, names, rightful, wallets
from tests.property.token_stage import SPENDER

days = st.sampled_from((1, 1_800, 3_600, 20_000, 86_400))


class Freezes(OnStage):
    """Freezes, pauses and record dates."""

    @operation(
        wallet=st.sampled_from((*names, SPENDER)),
        freeze=st.sampled_from((False, False, True)),
        rightly=rightful,
    )
    def freeze_wallet(self, wallet: str, freeze: bool, rightly: bool) -> None:
        if self.act(
            self.token.setAddressFrozen,
            self.address(wallet),
            freeze,
            sender=self.by(self.agent, rightly),
            refusal=None if rightly else "LocalRoleMissing",
        ):
            self.model.holder(wallet).wallet_frozen = freeze

    @operation(wallet=wallets, edge=edges)
    def freeze_part(self, wallet: str, edge: str) -> None:
        holder, amount = self.model.holder(wallet), self.amount(edge, wallet)
        fits = holder.frozen + amount <= holder.balance
        if self.act(
            self.token.freezePartialTokens,
            self.address(wallet),
            amount,
            sender=self.agent,
            refusal=None if fits else "FreezeExceedsBalance",
        ):
            holder.frozen += amount

    @operation(wallet=wallets, share=st.sampled_from((1, 2, 3)), above=st.booleans())
    def unfreeze_part(self, wallet: str, share: int, above: bool) -> None:
        holder = self.model.holder(wallet)
        amount = holder.frozen + 1 if above else holder.frozen // share
        if self.act(
            self.token.unfreezePartialTokens,
            self.address(wallet),
            amount,
            sender=self.agent,
            refusal="UnfreezeExceedsFrozen" if above else None,
        ):
            holder.frozen -= amount

    @operation(wallet=wallets, amount=st.sampled_from((0, 50, 10_000, LARGEST, LARGEST + 1, HUGE)))
    def set_frozen(self, wallet: str, amount: int) -> None:
        if self.act(
            self.token.setFrozenTokens,
            self.address(wallet),
            amount,
            sender=self.agent,
            refusal=None if amount <= LARGEST else "AmountTooLarge",
        ):
            # What ERC-7943 lets exceed the balance comes down again, or nobody could trade.
            self.model.holder(wallet).frozen = amount
            if amount >= 10_000:
                self.token.setFrozenTokens(self.address(wallet), 7, sender=self.agent)
                self.model.holder(wallet).frozen = 7

    @operation(again=st.booleans(), stay=st.sampled_from((False, False, False, True)))
    def pause(self, again: bool, stay: bool) -> None:
        """Of an open token, or, where `again`, of one that has just been paused."""
        if again and not self.model.paused:
            self.token.pause(sender=self.agent)
        paused = again or self.model.paused
        self.act(self.token.pause, sender=self.agent, refusal="EnforcedPause" if paused else None)
        if stay or self.model.paused:
            self.model.paused = True
        else:
            self.token.unpause(sender=self.agent)

    @operation(after=st.booleans())
    def unpause(self, after: bool) -> None:
        """Of a paused token, which `after` has paused first."""
        if after and not self.model.paused:
            self.token.pause(sender=self.agent)
        paused = after or self.model.paused
        refusal = None if paused else "ExpectedPause"
        self.act(self.token.unpause, sender=self.agent, refusal=refusal)
        self.model.paused = False

    @operation(refusable=False, seconds=days)
    def wait(self, seconds: int) -> None:
        self.chain.advance(seconds)
        self.model.advance(seconds)
        for number, date in enumerate(self.model.dates, start=1):
            if date.balances is not None:
                assert self.token.totalSupplyAt(number) == date.balances[""]
            for wallet in names:
                held = self.token.balanceOfAt(self.address(wallet), number)
                assert held == self.model.held_at(wallet, number), (wallet, number)

    @operation(ahead=st.sampled_from((1, 3_600, 50_000, 0)))
    def schedule_record_date(self, ahead: int) -> None:
        falls_at = self.model.now + ahead
        refusal = "InvalidRecordDate" if ahead == 0 or self.model.pending_date() else None
        if self.act(self.token.scheduleRecordDate, falls_at, sender=self.agent, refusal=refusal):
            self.model.dates.append(RecordDate(falls_at))
