"""Positions against clearing and between accounts."""

from typing import Any

from hypothesis import strategies as st

from quantera.gas.settlement_stack import sign
from tests.property.brokerage.model.book import NOTHING
from tests.property.brokerage.model.booking import Outcome, booked
from tests.property.brokerage.model.numbers import BPS
from tests.property.brokerage.model.records import Account, Listed, Position
from tests.property.brokerage.model.trading import LEAST_SIZE, Order
from tests.property.brokerage.operations.debt import Debt
from tests.property.brokerage.stage import (
    ACCOUNTS,
    BTC,
    ETH,
    OIL,
    OLGA,
    PEOPLE,
    USD,
    XAVER,
    accounts,
    moods,
    people,
)
from tests.property.machine import operation

HIGHEST = 2**128
underlyings = st.sampled_from((ETH, BTC, OIL, ETH, BTC, OIL, ETH, BTC, OIL, USD))
parts = st.sampled_from((1, 50, 100, 200, 400, 700, 950, 1_000, 1_300, 0, -1))
"""Thousandths of the position that margin allows; below zero the least number of all."""
bounds = st.sampled_from((False,) * 7 + (True,))
"""Whether the caller's limit is just beyond the price."""
quotes = st.sampled_from(("low", "high", "high", "low", "middle", "far"))
signers = st.sampled_from(("right",) * 8 + ("operator", "stranger"))
LATER = 50_000
"""Seconds for which orders hold."""


class Trading(Debt):
    """`IBrokerageTrading` and `IBrokerageMatching`."""

    def start(self) -> None:
        super().start()
        self.pairs: list[tuple[Order, Order]] = []
        self.nonce = 0

    def size(self, account: Account, asset: int, thousandths: int, *, buys: bool) -> int:
        """About a part of the position that margin would allow."""
        if thousandths < 0:
            return LEAST_SIZE
        book, listed = self.book, self.book.assets[asset]
        found = book.value(account)
        ratio = book.ratios(account)[0]
        spare = max(found.power * 100 // ratio - found.exposure, 0)
        spare = min(spare, max(book.lines[account[0]].limit - book.exposed(account[0]), 0))
        costs = listed.high * max(listed.exposure_bps, 1) + listed.high * 20
        size = spare * listed.one * BPS // costs * thousandths // 1_000
        return size if buys else -size

    def split_alike(self, before: Position, traded: int, price: int, listed: Listed) -> None:
        """PB-10, INV-10: two trades leave what one leaves, but a unit or two of value."""
        whole = booked(before, traded, price, listed)
        first = booked(before, traded // 3, price, listed)
        both: Outcome = booked(first.position, traded - traded // 3, price, listed)
        assert both.position.size == whole.position.size
        entry = both.position.entry - whole.position.entry
        made = both.realised + first.realised - whole.realised
        assert -1 <= entry <= 3 and -3 <= made <= 1
        # What a part loses by rounding it never wins back.
        assert made - entry <= 0

    @operation(
        account=accounts,
        asset=underlyings,
        part_=parts,
        mood=moods,
        buys=st.booleans(),
        beyond=bounds,
    )
    def open_position(
        self, account: int, asset: int, part_: int, mood: str, *, buys: bool, beyond: bool
    ) -> None:
        """About as much as margin allows, at the price of now."""
        of, book = self.sound(account), self.book
        caller, listed = self.caller(of, mood), book.assets[asset]
        size = self.size(of, asset, part_, buys=buys)
        price = book.trade_price(listed, book.spread(listed), buying=size > 0)
        limit = price + (beyond if size < 0 else -beyond)
        before = book.positions.get((of, asset), NOTHING)
        if size > LEAST_SIZE and listed.tradable:
            self.split_alike(before, size, price, listed)
        answer = book.open_position(caller, of, asset, size, limit)
        call = (self.number(of), asset, size, limit)
        self.send(self.contract.openPosition, *call, sender=caller, answer=answer)

    def trader(self, account: int, asset: int) -> tuple[Account, int]:
        """An account with a position, where there is one."""
        book = self.book
        found = [key for key, one in book.positions.items() if one.size and key[0] in ACCOUNTS]
        there: tuple[Account, int] | None = self.pick(account * 7 + asset, found)
        return there or (ACCOUNTS[account], asset)

    @operation(account=accounts, asset=underlyings, part_=parts, mood=moods, beyond=bounds)
    def close_position(
        self, account: int, asset: int, part_: int, mood: str, *, beyond: bool
    ) -> None:
        """A part of a position, or more than there is."""
        of, asset = self.trader(account, asset)
        book, caller = self.book, self.caller(of, mood)
        listed, held = book.assets[asset], book.positions.get((of, asset), NOTHING).size
        size = abs(held) * max(part_, 0) // 1_000
        spread = listed.exposure_bps if listed.is_stale(book.now) else book.spread(listed)
        price = book.trade_price(listed, spread, buying=held < 0)
        limit = price + (beyond if held > 0 else -beyond)
        answer = book.close_position(caller, of, asset, size, limit)
        call = (self.number(of), asset, size, limit)
        self.send(self.contract.closePosition, *call, sender=caller, answer=answer)

    # ------------------------------------------------------------------ between accounts

    def order(self, account: Account, asset: int, size: int, limit: int, mood: str) -> Order:
        """What an account agrees to, for twice the size."""
        self.nonce += 1
        signer = self.caller(account, mood)
        expiry = self.now + LATER
        return Order(account, asset, size, limit, None, signer, self.nonce, expiry)

    def words(self, order: Order) -> tuple[Any, ...]:
        """`TradeOrder`."""
        other = self.number(order.counterparty) if order.counterparty else 0
        signer = self.actors[order.signer]
        return (
            self.number(order.account),
            order.asset,
            order.size,
            order.limit,
            other,
            signer,
            order.nonce,
            order.expiry,
        )

    def signature(self, order: Order, mood: str) -> tuple[bytes, bool]:
        """The signer's signature, none, or somebody else's; and whether it is the signer's."""
        if mood == "none":
            return b"", False
        signer = order.signer if mood == "own" else XAVER
        digest = self.contract.orderDigest(self.words(order))
        return sign(self.actors[signer], digest), signer == order.signer

    @operation(
        buyer=accounts,
        step=st.integers(0, 3),
        asset=underlyings,
        part_=parts,
        quote=quotes,
        mood=signers,
        signed=st.sampled_from(("own", "own", "own", "own", "none", "other")),
        place=st.integers(0, 9),
    )
    def match_trade(
        self,
        buyer: int,
        step: int,
        asset: int,
        part_: int,
        quote: str,
        *,
        mood: str,
        signed: str,
        place: int,
    ) -> None:
        """A new pair of orders, or what is left of an old one."""
        book = self.book
        listed = book.assets[asset]
        price = {
            "low": listed.low,
            "high": listed.high,
            "middle": (listed.low + listed.high) // 2,
            "far": listed.high * 2,
        }[quote]
        if place < 3 and self.pairs:
            buy, sell = self.pick(place, self.pairs)
            size = buy.size // 2
        else:
            of, to = ACCOUNTS[buyer], ACCOUNTS[(buyer + step) % len(ACCOUNTS)]
            size = max(self.size(of, asset, max(part_, 0) // 2, buys=True), 1)
            buy = self.order(of, asset, 2 * size, HIGHEST, mood)
            sell = self.order(to, asset, -2 * size, 0, "right")
            self.pairs.append((buy, sell))
            self.pairs = self.pairs[-3:]
        with_buy, is_signed = self.signature(buy, signed)
        with_sell, _ = self.signature(sell, "own")
        caller = buy.signer if signed == "none" and place % 2 else OLGA
        # A signature that is there must be right, even when its signer brings it.
        valid = is_signed or (signed == "none" and caller == buy.signer)
        answer = book.match_trade((buy, sell), (valid, True), size, price)
        call = (self.words(buy), with_buy, self.words(sell), with_sell, size, price)
        self.send(self.contract.matchTrade, *call, sender=caller, answer=answer)

    @operation(by=people, back=st.integers(0, 2), owns=st.booleans())
    def cancel_order_nonce(self, by: int, back: int, *, owns: bool) -> None:
        """Of an order that there is, or any other."""
        caller, nonce = PEOPLE[by], max(self.nonce - back, 0)
        if owns and self.pairs:
            caller, nonce = self.pairs[-1][0].signer, self.pairs[-1][0].nonce
        for _ in range(2):
            answer = self.book.cancel_order_nonce(caller, nonce)
            self.send(self.contract.cancelOrderNonce, nonce, sender=caller, answer=answer)
