"""Margin calls, liquidations, claims and defaults."""

from typing import Any

from hypothesis import strategies as st

from tests.property.brokerage.model.desk import GOVERNOR
from tests.property.brokerage.model.liquidating import Bid, Window
from tests.property.brokerage.model.numbers import VALUE, up
from tests.property.brokerage.model.records import Account
from tests.property.brokerage.operations.prices import Prices
from tests.property.brokerage.operations.trading import Trading
from tests.property.brokerage.stage import (
    ACCOUNTS,
    BOND,
    ETH,
    LENA,
    LIVELY,
    PEOPLE,
    USD,
    XAVER,
    accounts,
    people,
    places,
)
from tests.property.machine import operation

MOST = 2**128 - 1
bidders = st.sampled_from((LENA,) * 6 + ("cleo", "anna", XAVER))
falls_ = st.sampled_from((0, 550, 600, 650, 700, 800))
"""Thousandths that collateral falls to where nobody is in trouble yet."""
sizes = st.sampled_from((1_000, 1_000, 1_000, 1_000, 300, 20, 0))
"""Thousandths of what there is."""


class Liquidation(Trading, Prices):
    """`IBrokerageMargin`, `IBrokerageLiquidation`, and `declareDefault`."""

    def start(self) -> None:
        super().start()
        self.seized: dict[int, tuple[int, int]] = {}

    def worst(self, place: int, falls: int, *, sinking: bool = True) -> Account:
        """An account that can be called or liquidated, where there is one or a fall makes one."""
        book = self.book
        test = book.is_liquidatable if sinking else book.is_short
        found = [one for one in ACCOUNTS if test(one)]
        if falls and not found:
            self.fall(falls)
            found = [one for one in ACCOUNTS if test(one)]
        chosen: Account = self.pick(place, found) or ACCOUNTS[place % len(ACCOUNTS)]
        return chosen

    @operation(account=accounts, any_=st.sampled_from((False, False, True)), falls=falls_)
    def issue_margin_call(self, account: int, falls: int, *, any_: bool) -> None:
        """Of an account that is short, most often."""
        of = ACCOUNTS[account] if any_ else self.worst(account, falls, sinking=False)
        answer = self.book.issue(of)
        self.send(self.contract.issueMarginCall, self.number(of), sender=XAVER, answer=answer)

    @operation(
        account=accounts,
        any_=st.sampled_from((False, False, True)),
        mends=st.sampled_from((0, 1_200, 1_450)),
    )
    def cure_margin_call(self, account: int, mends: int, *, any_: bool) -> None:
        """Of an account that is called, most often."""
        called = [one for one in ACCOUNTS if self.book.call_of(one).is_open]
        if called and mends:
            self.fall(mends)
        of = ACCOUNTS[account] if any_ else self.pick(account, called) or ACCOUNTS[account]
        answer = self.book.cure(of)
        self.send(self.contract.cureMarginCall, self.number(of), sender=XAVER, answer=answer)

    def bid(self, place: int, share: int, falls: int, *, late: bool, greedy: bool) -> Bid:
        """For a debt and a collateral of an account that can be liquidated."""
        account, book = self.worst(place, falls), self.book
        owing, held = sorted(book.owing(account)), sorted(book.held(account))
        debt = self.pick(place, owing) or 0
        collateral = self.pick(place // 2, held) or 0
        most = book.debt(account, debt) * share // 1_000
        nonce = book.call_of(account).nonce + late
        least = MOST if greedy else 0
        return Bid(account, debt, collateral, nonce, most if share < 1_000 else MOST, least)

    @operation(
        by=bidders,
        place=places,
        share=sizes,
        late=st.sampled_from((False,) * 9 + (True,)),
        refusing=st.booleans(),
        falls=falls_,
    )
    def liquidate(
        self, by: str, place: int, share: int, falls: int, *, late: bool, refusing: bool
    ) -> None:
        """At auction, now and then with a collateral that refuses to be transferred."""
        bid = self.bid(place, share, falls, late=late, greedy=place == 0)
        refused = refusing and bid.collateral == BOND
        if refused:
            self.tokens[BOND].behave(1, sender=self.actors[XAVER])
        before = self.book.stand(bid.account)
        answer = self.book.liquidate(by, bid, refused=refused)
        words = (self.number(bid.account), bid.debt, bid.collateral, bid.nonce, bid.most, bid.least)
        receipt = self.send(self.contract.liquidate, words, sender=by, answer=answer)
        if refused:
            self.tokens[BOND].behave(0, sender=self.actors[XAVER])
        if receipt is not None:
            self.improved(bid, before.maintained, before.exposed, answer.result)
            self.count_seized(bid.collateral, answer.result[1])

    def count_seized(self, asset: int, units: int) -> None:
        """PB-20: counted here from what was taken alone, since a cap was set."""
        book = self.book
        cap, listed = book.windows.get(asset, Window()).cap, book.assets[asset]
        since, value = self.seized.get(asset, (self.now, 0))
        if self.now >= since + book.auctions.seizure_window:
            since, value = self.now, 0
        value += up(units * listed.low, listed.one)
        if cap:
            self.seized[asset] = since, value
            assert value <= cap, (asset, value, cap)

    @operation(
        asset=st.sampled_from((ETH, ETH, USD, BOND)),
        cap=st.sampled_from((0, 1, 100, 3_000, 20_000, 20_000, 60_000)),
        right=st.sampled_from((True, True, True, False)),
    )
    def set_seizure_cap(self, asset: int, cap: int, *, right: bool) -> None:
        """So little that a window has room for a part only; a lower one leaves it full."""
        caller = GOVERNOR if right else XAVER
        answer = self.book.set_seizure_cap(caller, asset, cap * VALUE)
        call = (asset, cap * VALUE)
        self.send(self.contract.setSeizureCap, *call, sender=caller, answer=answer)
        if right:
            since, value = self.seized.get(asset, (self.now, 0))
            self.seized[asset] = since, min(value, cap * VALUE)

    def improved(self, bid: Bid, kept: int, exposed: int, moved: tuple[int, int]) -> None:
        """PB-06, PB-08, INV-06: what a liquidator takes is worth what he pays and the bonus."""
        book, (repaid, seized) = self.book, moved
        debt, held = book.assets[bid.debt], book.assets[bid.collateral]
        paid = repaid * debt.high * held.one
        most = 10_000 + book.auctions.max_bonus + book.auctions.fee
        assert seized * held.low * debt.one * 10_000 <= paid * most
        after = book.stand(bid.account)
        if kept * 10_000 >= exposed * most:
            assert (after.maintained + 2) * exposed >= kept * after.exposed

    @operation(place=places, asset=st.sampled_from(LIVELY), share=sizes, falls=falls_)
    def liquidate_position(self, place: int, asset: int, share: int, falls: int) -> None:
        """Against clearing; anybody may."""
        account = self.worst(place, falls)
        there = sorted(self.book.standing(account))
        asset = self.pick(place, there) or asset
        held = self.book.standing(account).get(asset)
        size = abs(held.size) * share // 1_000 if held else share
        answer = self.book.liquidate_position(account, asset, size)
        call = (self.number(account), asset, size)
        self.send(self.contract.liquidatePosition, *call, sender=XAVER, answer=answer)

    @operation(
        place=places,
        taker=accounts,
        by=st.sampled_from(("own",) * 6 + ("stranger",)),
        share=sizes,
        late=st.sampled_from((False,) * 9 + (True,)),
        falls=falls_,
    )
    def take_over_position(
        self, place: int, taker: int, by: str, share: int, falls: int, *, late: bool
    ) -> None:
        """By another account, most often Dora's, for the bonus."""
        account, book = self.worst(place, falls), self.book
        to = ACCOUNTS[taker] if place % 3 == 0 else ACCOUNTS[-1]
        there = sorted(book.standing(account))
        asset = self.pick(place, there) or LIVELY[0]
        held = book.standing(account).get(asset)
        size = abs(held.size) * share // 1_000 if held else share
        caller = to[0] if by == "own" else XAVER
        nonce = book.call_of(account).nonce + late
        answer = book.take_over(caller, (account, to), asset, size, nonce)
        call = (self.number(account), self.number(to), asset, size, nonce)
        self.send(self.contract.takeOverPosition, *call, sender=caller, answer=answer)

    def leave_a_claim(self) -> None:
        """Cleo is liquidated, and the collateral refuses to be transferred."""
        book, account = self.book, ACCOUNTS[3]
        owing, held = sorted(book.owing(account)), book.held(account)
        if not (owing and BOND in held and book.is_liquidatable(account)):
            return
        bid = Bid(account, owing[0], BOND, book.call_of(account).nonce, MOST, 0)
        words = (self.number(account), bid.debt, BOND, bid.nonce, MOST, 0)
        answer = book.liquidate(LENA, bid, refused=True)
        self.tokens[BOND].behave(1, sender=self.actors[XAVER])
        self.send(self.contract.liquidate, words, sender=LENA, answer=answer)
        self.tokens[BOND].behave(0, sender=self.actors[XAVER])

    @operation(
        by=people,
        account=accounts,
        to=st.sampled_from(("own", "own", "own", "stranger")),
        falls=falls_,
    )
    def claim_seized(self, by: int, account: int, to: str, falls: int) -> None:
        """What could not be transferred before, most often."""
        if not any(self.book.claims.values()):
            self.fall(falls)
            self.leave_a_claim()
        claims = [key for key, units in self.book.claims.items() if units]
        caller, of, asset = self.pick(by, claims) or (PEOPLE[by], ACCOUNTS[account], BOND)
        taker = caller if to == "own" else XAVER
        answer = self.book.claim(caller, of, asset, taker)
        call = (self.number(of), asset, self.actors[taker])
        self.send(self.contract.claimSeized, *call, sender=caller, answer=answer)

    def strip(self, account: Account) -> None:
        """Liquidate all that an account has, as far as it goes."""
        book, contract, number = self.book, self.contract, self.number(account)
        if not book.is_liquidatable(account):
            return
        for asset in sorted(book.standing(account)):
            answer = book.liquidate_position(account, asset, MOST)
            call = (number, asset, MOST)
            self.send(contract.liquidatePosition, *call, sender=XAVER, answer=answer)
        for asset in sorted(book.held(account)):
            for debt in sorted(book.owing(account)):
                bid = Bid(account, debt, asset, book.call_of(account).nonce, MOST, 0)
                answer = book.liquidate(LENA, bid)
                words = (number, debt, asset, bid.nonce, MOST, 0)
                self.send(contract.liquidate, words, sender=LENA, answer=answer)

    @operation(place=places, asset=st.sampled_from((0, 1)), falls=st.sampled_from((0, 510, 510)))
    def declare_default(self, place: int, asset: int, falls: int) -> None:
        """Of an account that has nothing but debt, where there is one."""
        book = self.book
        if falls:
            self.fall(falls)
            self.strip(self.worst(place, 0))
        empty = [
            one
            for one in ACCOUNTS
            if book.owing(one) and not book.held(one) and not book.standing(one)
        ]
        account = self.pick(place, empty) or ACCOUNTS[place % len(ACCOUNTS)]
        asset = self.pick(place, sorted(book.owing(account))) or asset
        owed, cash = book.debt(account, asset), book.cash.get(account, 0)
        had_units = sum(book.held(account).values())
        answer = book.declare(account, asset)
        layers: Any = answer.result
        receipt = self.act(
            self.contract.declareDefault,
            self.number(account),
            asset,
            sender=self.actors[XAVER],
            refusal=answer.refusal,
        )
        if receipt is not None:
            self.changed = True
            self.called["declareDefault", True] += 1
            self.held = self.book.before
            # PB-12, PB-21: nothing was left but cash, and all layers together bear what was owed.
            assert had_units == 0 and sum(layers) == owed and (cash or not layers[0])
            events = receipt.events.of(self.contract)
            borne = {e.args["layer"]: e.args["units"] for e in events if e.name == "DefaultBorne"}
            assert borne == {place: units for place, units in enumerate(layers) if units}
