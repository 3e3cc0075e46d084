"""Margin calls, auctions, and terms of accounts."""

from dataclasses import dataclass, replace

from tests.property.brokerage.model.book import (
    LIQUIDATING,
    LIQUIDATION,
    WHOLE,
    Answer,
    Causes,
)
from tests.property.brokerage.model.desk import Desk
from tests.property.brokerage.model.numbers import BPS, down, up
from tests.property.brokerage.model.records import Account

LONGEST_GRACE, DEFAULT_GRACE = 86_400, 4 * 3_600
LAPSE = 7 * 86_400
MOST_EXTRA = 100
INITIAL_BEYOND = 25
"""Points that the initial ratio is above the maintenance ratio without any terms."""


@dataclass(frozen=True)
class Auctions:
    """How liquidations go; ratios and rates in basis points, times in seconds."""

    start_bonus: int
    max_bonus: int
    fee: int
    slippage: int
    target: int
    hysteresis: int
    duration: int
    recall_window: int
    min_reaction: int
    seizure_window: int
    dust: int


@dataclass(frozen=True)
class Call:
    """A margin call; times in seconds, 0 for never."""

    is_open: bool = False
    is_escalated: bool = False
    called_at: int = 0
    deadline: int = 0
    cured_at: int = 0
    auction_start: int = 0
    stood_at_start: int = 0
    nonce: int = 0


@dataclass(frozen=True)
class Standstill:
    """Time in which liquidations could not be made."""

    total: int = 0
    ended_at: int = 0
    since: int = 0


@dataclass(frozen=True)
class Terms:
    """An account's terms: points beyond the ratios, and its institution's days."""

    initial: int
    maintenance: int
    ends: int
    review: int


NO_CALL = Call()


class Margin(Desk):
    """See the module's documentation."""

    auctions: Auctions

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.calls: dict[Account, Call] = {}
        self.clock = Standstill()
        self.graces: dict[int, int] = {}
        self.classes: dict[int, int] = {}
        self.proposed: dict[Account, tuple[Terms, int, Terms]] = {}

    # ------------------------------------------------------------------ clocks

    def ends(self, call: Call) -> int:
        """The call's deadline, and the least time to react after a standstill it was open in."""
        if self.clock.ended_at <= call.called_at:
            return call.deadline
        return max(call.deadline, self.clock.ended_at + self.auctions.min_reaction)

    def run(self, call: Call) -> int:
        """Seconds that an auction has run, standstills taken off."""
        if not call.auction_start:
            begun = max(self.ends(call), call.called_at)
            return max(self.now - begun, 0) if call.is_open else 0
        stood = self.clock.total - call.stood_at_start
        if self.clock.since:
            stood += self.now - max(self.clock.since, call.auction_start)
        return max(self.now - call.auction_start - stood, 0)

    def bonus(self, call: Call) -> int:
        """The auction's bonus as of now, rounded down."""
        terms, run = self.auctions, self.run(call)
        if run >= terms.duration:
            return terms.max_bonus
        return terms.start_bonus + down((terms.max_bonus - terms.start_bonus) * run, terms.duration)

    def auctioned(self, call: Call) -> Call:
        """The call with its auction begun: now, or when its deadline passed."""
        if call.auction_start:
            return call
        return replace(
            call, auction_start=self.now - self.run(call), stood_at_start=self.clock.total
        )

    def grace(self, account: Account) -> int:
        """The shortest time to react of all assets of its collateral and positions."""
        used = {*self.held(account), *self.standing(account)}
        graces = [self.graces.get(self.classes[asset], 0) or DEFAULT_GRACE for asset in used]
        return min([LONGEST_GRACE, *graces])

    # ------------------------------------------------------------------ calls

    def call_of(self, account: Account) -> Call:
        """The account's call; one that nobody has acted on for a week has lapsed."""
        call = self.calls.get(account, NO_CALL)
        lapses = max(self.ends(call), call.auction_start) + LAPSE
        return Call(nonce=call.nonce) if call.is_open and self.now >= lapses else call

    def is_short(self, account: Account) -> bool:
        """Below maintenance."""
        return not self.stand(account).is_kept

    def is_sinking(self, account: Account) -> bool:
        """Below the liquidation threshold, which no terms move."""
        return self.is_below(account, LIQUIDATION)

    def need_fresh(self, account: Account, causes: Causes) -> None:
        """No price of the account's assets is stale."""
        causes.when(self.value(account).stale, "PriceStale")

    def issue(self, account: Account) -> Answer:
        """`issueMarginCall`."""

        def change(causes: Causes) -> int:
            self.need_active(LIQUIDATING, causes)
            if not self.need_account(account, causes):
                return 0
            self.pass_outage(causes)
            self.need_fresh(account, causes)
            causes.when(not self.is_short(account), "AccountHealthy")
            call, sinking = self.call_of(account), self.is_sinking(account)
            if not call.is_open:
                call = self.begun(account, self.now + (0 if sinking else self.grace(account)))
            if sinking and not call.is_escalated:
                call = self.auctioned(self.escalated(call))
            self.calls[account] = call
            return self.ends(call)

        return self.answer(change)

    def begun(self, account: Account, deadline: int) -> Call:
        """A new call; soon after a cure it has the old deadline or an earlier one."""
        old = self.call_of(account)
        if old.cured_at and self.now < old.cured_at + self.auctions.recall_window:
            deadline = min(deadline, old.deadline)
        return Call(is_open=True, called_at=self.now, deadline=deadline, nonce=old.nonce)

    def escalated(self, call: Call) -> Call:
        """The deadline is cut short."""
        return replace(call, is_escalated=True, deadline=min(call.deadline, self.now))

    def cured(self, call: Call) -> Call:
        """A call that has ended; its deadline stays for one that follows soon."""
        return Call(
            called_at=call.called_at, deadline=call.deadline, cured_at=self.now, nonce=call.nonce
        )

    def cure_needs(self, account: Account) -> int:
        """Adjusted collateral that ends the call, rounded up."""
        stand = self.stand(account)
        return up(stand.exposed * (stand.ratio * (BPS // WHOLE) + self.auctions.hysteresis), BPS)

    def cure(self, account: Account) -> Answer:
        """`cureMarginCall`."""

        def change(causes: Causes) -> None:
            if not self.need_account(account, causes):
                return
            call = self.calls.get(account, NO_CALL)
            causes.when(not call.is_open, "NoMarginCall")
            self.need_fresh(account, causes)
            short = self.stand(account).maintained < self.cure_needs(account)
            causes.when(short, "MarginNotCured")
            self.calls[account] = self.cured(call)

        return self.answer(change)

    def set_grace(self, caller: str, kind: int, grace: int) -> Answer:
        """`setGrace`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(grace > LONGEST_GRACE, "GraceTooLong")
            self.graces[kind] = grace

        return self.answer(change)

    def pause(self, caller: str, groups: int) -> Answer:
        """`pauseGroups`: a standstill begins with a pause of liquidations."""
        answer = super().pause(caller, groups)
        if not answer.causes and groups & LIQUIDATING and not self.clock.since:
            self.clock = replace(self.clock, since=self.now)
        return answer

    def unpause(self, caller: str, groups: int) -> Answer:
        """`unpauseGroups`: the standstill ends with the pause."""
        answer = super().unpause(caller, groups)
        if not answer.causes and groups & LIQUIDATING and self.clock.since:
            self.clock = replace(self.stood(self.clock.since, self.now), since=0)
        return answer

    def stood(self, begun: int, ended: int) -> Standstill:
        """The clock with a standstill; what overlaps an earlier one does not count twice."""
        clock = self.clock
        added = max(ended - max(begun, clock.ended_at), 0)
        return Standstill(clock.total + added, max(ended, clock.ended_at), clock.since)

    def pass_outage(self, causes: Causes) -> None:
        """Note an outage of the sequencer that is over, grace included, or wait for its end.

        The feed of this suite tells no earlier rounds: an outage begins with its grace.
        """
        if not self.sequenced:
            return
        running, since = self.uptime
        ends = since + (self.sequencer_grace if running else self.most_outage)
        if not causes.when(self.now < ends, "SequencerUnavailable") and ends > self.clock.ended_at:
            self.clock = self.stood(since, ends)

    def note_outage(self) -> Answer:
        """`noteOutage`."""
        return self.answer(self.pass_outage)

    # ------------------------------------------------------------------ terms

    def terms_of(self, account: Account) -> Terms:
        """Terms in force."""
        initial, maintenance = self.extra.get(account, (0, 0))
        line = self.lines.get(account[0])
        return Terms(initial, maintenance, line.ends if line else 0, line.review if line else 0)

    def need_terms(self, terms: Terms, causes: Causes) -> None:
        """Not too much, and initial above maintenance."""
        most = max(terms.initial, terms.maintenance)
        causes.when(most > MOST_EXTRA, "ParameterOutOfRange")
        causes.when(terms.maintenance >= terms.initial + INITIAL_BEYOND, "RatiosUnordered")

    def enforce(self, account: Account, terms: Terms) -> None:
        """Terms are in force from now on."""
        self.extra[account] = (terms.initial, terms.maintenance)
        self.set_line(account[0], ends=terms.ends, review=terms.review)

    def propose(self, caller: str, account: Account, terms: Terms, expiry: int) -> Answer:
        """`proposeTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.need_account(account, causes)
            self.need_terms(terms, causes)
            causes.when(expiry <= self.now, "TermsInvalid")
            self.proposed[account] = terms, expiry, self.terms_of(account)

        return self.answer(change)

    def withdraw_terms(self, caller: str, account: Account) -> Answer:
        """`withdrawTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(account not in self.proposed, "TermsNotProposed")
            self.proposed.pop(account, None)

        return self.answer(change)

    def accept(self, caller: str, account: Account, terms: Terms) -> Answer:
        """`acceptTerms`."""

        def change(causes: Causes) -> None:
            causes.when(caller != account[0], "TermsNotYours")
            found, expiry, basis = self.proposed.pop(account, (None, 0, None))
            stale = self.now >= expiry or basis != self.terms_of(account)
            if not causes.when(found != terms or stale, "TermsNotProposed"):
                self.enforce(account, terms)

        return self.answer(change)

    def tighten(self, caller: str, account: Account, terms: Terms) -> Answer:
        """`tightenTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.need_terms(terms, causes)
            if not self.need_account(account, causes):
                return
            had = self.terms_of(account)
            looser = terms.initial < had.initial or terms.maintenance < had.maintenance
            looser |= terms.ends > had.ends or terms.review > had.review
            causes.when(looser, "TermsLooser")
            self.proposed.pop(account, None)
            self.enforce(account, terms)

        return self.answer(change)

    def impair(self, caller: str, account: Account, *, to: bool) -> Answer:
        """`impair` and `removeImpairment`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.need_account(account, causes)
            causes.when(bool(self.impaired.get(account)) == to, "ImpairmentUnchanged")
            self.impaired[account] = to

        return self.answer(change)
