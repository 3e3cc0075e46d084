"""Positions against clearing and between accounts, and what becomes of profits and losses."""

from dataclasses import dataclass

from tests.property.brokerage.model.book import (
    NOTHING,
    TRADE,
    TRADING,
    WHOLE,
    Answer,
    Causes,
)
from tests.property.brokerage.model.booking import booked, opposite, potential
from tests.property.brokerage.model.ledger import Ledger
from tests.property.brokerage.model.numbers import BPS, DAY, down, up
from tests.property.brokerage.model.records import CLEARING, Account, Listed

MOST_POSITIONS = 10
CLOSING_AGE = DAY
LEAST_SIZE = -(2**127)


@dataclass(frozen=True)
class Order:
    """What one account agrees to; `signer` consents for it."""

    account: Account
    asset: int
    size: int
    limit: int
    counterparty: Account | None
    signer: str
    nonce: int
    expiry: int


@dataclass(frozen=True)
class Standing:
    """What an account has for maintenance, what it exposes, and the ratio it must keep."""

    maintained: int
    exposed: int
    ratio: int

    @property
    def is_kept(self) -> bool:
        """Whether it meets maintenance."""
        return self.maintained * WHOLE >= self.exposed * self.ratio

    def is_lower(self, before: "Standing") -> bool:
        """Whether the ratio is lower than before."""
        return self.maintained * before.exposed < before.maintained * self.exposed


class Trading(Ledger):
    """See the module's documentation."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.spread_bps = 0
        self.match_band_bps = 0
        self.interest_caps: dict[int, int] = {}
        self.changed: dict[tuple[Account, int], int] = {}
        self.filled: dict[Order, int] = {}
        self.order_nonces: dict[tuple[str, int], bool] = {}

    # ------------------------------------------------------------------ prices of trades

    def spread(self, listed: Listed) -> int:
        """What clearing takes beyond the price, never more than the potential exposure."""
        return min(self.spread_bps, listed.exposure_bps)

    def trade_price(self, listed: Listed, spread: int, *, buying: bool) -> int:
        """High plus the spread rounded up, or low less the spread rounded down."""
        if buying:
            return listed.high + up(listed.high * spread, BPS)
        return down(listed.low * (BPS - spread), BPS)

    def open_interest(self, asset: int) -> tuple[int, int]:
        """All longs and all shorts but clearing's."""
        sizes = [
            p.size for (who, of), p in self.positions.items() if of == asset and who != CLEARING
        ]
        return sum(size for size in sizes if size > 0), -sum(size for size in sizes if size < 0)

    def margin_of(self, size: int, asset: int) -> int:
        """Potential exposure of a size."""
        return potential(size, self.assets[asset])

    def marked(self, size: int, listed: Listed) -> int:
        """What a size is worth without carry: long at low, down; short at high, up."""
        if size > 0:
            return down(size * listed.low, listed.one)
        return up(-size * listed.high, listed.one)

    def stand(self, account: Account) -> Standing:
        """How the account stands against maintenance."""
        found = self.value(account)
        return Standing(self.maintained(found), found.exposure, self.ratios(account)[1])

    # ------------------------------------------------------------------ booking

    def book(self, account: Account, asset: int, traded: int, price: int) -> int:
        """Both sides of a trade, and what becomes of what it realised."""
        before = self.positions.get((account, asset), NOTHING)
        outcome = booked(before, traded, price, self.assets[asset])
        clearing = self.positions.get((CLEARING, asset), NOTHING)
        self.positions[account, asset] = outcome.position
        self.positions[CLEARING, asset] = opposite(clearing, before, outcome.position)
        for who in (account, CLEARING):
            there = self.positions[who, asset] != NOTHING
            self.changed[who, asset] = self.now if there else 0
        self.realise(account, outcome.realised)
        return outcome.realised

    def realise(self, account: Account, value: int) -> None:
        """A loss takes cash and is debt beyond it; a gain repays debt and is cash beyond it."""
        asset, cash = self.cash_asset, self.cash.get(account, 0)
        listed = self.assets[asset]
        self.clearing_cash -= value
        if value < 0:
            covered = min(-value, cash)
            self.cash[account] = cash - covered
            if missing := -value - covered:
                units = up(missing * listed.one, listed.low)
                self.owe(account, asset, units)
                self.set_pool(asset, book_units=self.pools[asset].book_units + units)
        elif value > 0:
            paid = 0
            if self.debts.get((account, asset), 0):
                paid = self.acquit(account, asset, down(value * listed.one, listed.high))
                self.set_pool(asset, book_units=self.pools[asset].book_units - paid)
            self.cash[account] = cash + value - up(paid * listed.high, listed.one)

    def need_interest(self, asset: int, before: tuple[int, int], causes: Causes) -> None:
        """Neither side grows beyond its cap."""
        cap = self.caps[asset][2]
        for was, now in zip(before, self.open_interest(asset), strict=True):
            causes.when(now > max(was, cap), "OpenInterestExceeded")

    def need_tradable(self, asset: int, causes: Causes) -> bool:
        """Positions may be taken in it, at a fresh price."""
        listed = self.assets.get(asset)
        if causes.when(listed is None, "AssetUnknown", "AssetNotUsable") or listed is None:
            return False
        unusable = causes.when(not (listed.tradable and listed.active), "AssetNotUsable")
        causes.when(listed.is_stale(self.now), "PriceStale")
        return not unusable and listed.low > 0

    def charge_opening(
        self, account: Account, asset: int, traded: int, price: int, causes: Causes
    ) -> None:
        """A fee on what a trade opened, by its value in the cash asset, as debt in it."""
        if self.fee_rate_bps is None:
            return
        size, listed, of = self.positions[account, asset].size, self.assets[asset], self.cash_asset
        before, cash = size - traded, self.assets[of]
        opened = abs(size) - (abs(before) if before * size > 0 else 0)
        if opened <= 0:
            return
        value = down(opened * price, listed.one)
        fee = self.charge(account, of, down(value * cash.one, cash.high), causes)
        liquidity = self.pools[of].liquidity
        if fee and not causes.when(fee > liquidity, "InsufficientLiquidity"):
            self.owe(account, of, fee)
            self.set_pool(of, liquidity=liquidity - fee)

    # ------------------------------------------------------------------ against clearing

    def open_position(
        self, caller: str, account: Account, asset: int, size: int, limit: int
    ) -> Answer:
        """`openPosition`."""

        def change(causes: Causes) -> int:
            self.need_active(TRADING, causes)
            self.need_right(account, caller, TRADE, causes)
            known = self.need_account(account, causes)
            causes.when(size == 0, "AmountZero")
            if causes.when(size == LEAST_SIZE, "SizeInvalid"):
                return 0
            if not self.need_tradable(asset, causes) or not known:
                return 0
            listed, buying = self.assets[asset], size > 0
            price = self.trade_price(listed, self.spread(listed), buying=buying)
            causes.when(price > limit if buying else price < limit, "PriceBeyondLimit")
            if causes.when(abs(size) >= 1 << 111, "AmountTooLarge", "OpenInterestExceeded"):
                return 0
            before = self.open_interest(asset)
            realised = self.book(account, asset, size, price)
            causes.when(len(self.standing(account)) > MOST_POSITIONS, "TooManyAssets")
            self.need_interest(asset, before, causes)
            self.charge_opening(account, asset, size, price, causes)
            self.check_risk(account, causes, raises=True)
            return realised

        return self.answer(change)

    def close_position(
        self, caller: str, account: Account, asset: int, size: int, limit: int
    ) -> Answer:
        """`closePosition`."""

        def change(causes: Causes) -> int:
            self.need_right(account, caller, TRADE, causes)
            self.need_account(account, causes)
            causes.when(size == 0, "AmountZero")
            held = self.positions.get((account, asset), NOTHING).size
            if causes.when(held == 0, "PositionEmpty") or size == 0:
                causes.when(asset not in self.assets, "AssetUnknown")
                return 0
            listed = self.assets[asset]
            spread = self.spread(listed)
            if listed.is_stale(self.now):
                causes.when(self.now > listed.time + CLOSING_AGE, "PriceStale")
                spread = listed.exposure_bps
            traded = min(size, abs(held)) * (-1 if held > 0 else 1)
            price = self.trade_price(listed, spread, buying=traded > 0)
            causes.when(price > limit if traded > 0 else price < limit, "PriceBeyondLimit")
            before = self.stand(account)
            realised = self.book(account, asset, traded, price)
            causes.when(listed.is_stale(self.now) and realised > 0, "GainAtStalePrice")
            after = self.stand(account)
            causes.when(before.is_kept and not after.is_kept, "MarginInsufficient")
            self.record(account)
            return realised

        return self.answer(change)

    # ------------------------------------------------------------------ between accounts

    def match_trade(
        self,
        sides: tuple[Order, Order],
        signed: tuple[bool, bool],
        size: int,
        price: int,
    ) -> Answer:
        """`matchTrade` of a purchase and a sale; `signed` says whose signers have consented."""
        buy, sell = sides

        def change(causes: Causes) -> None:
            self.need_active(TRADING, causes)
            unfit = buy.account == sell.account or buy.asset != sell.asset
            unfit |= buy.size <= 0 or sell.size >= 0
            causes.when(unfit, "OrdersUnfit")
            causes.when(price > buy.limit or price < sell.limit, "PriceBeyondLimit")
            usable = self.need_tradable(buy.asset, causes)
            if usable:
                listed = self.assets[buy.asset]
                least = down(listed.low * (BPS - self.match_band_bps), BPS)
                most = listed.high + up(listed.high * self.match_band_bps, BPS)
                causes.when(not least <= price <= most, "PriceOutOfBand")
            for order, has, other in ((buy, signed[0], sell), (sell, signed[1], buy)):
                self.use_order(order, other.account, size, causes, signed=has)
                self.need_account(order.account, causes)
            if causes.found:
                return
            before = self.open_interest(buy.asset)
            self.side(buy.account, buy.asset, size, price, causes)
            self.side(sell.account, buy.asset, -size, price, causes)
            self.need_interest(buy.asset, before, causes)

        return self.answer(change)

    def use_order(
        self, order: Order, other: Account, size: int, causes: Causes, *, signed: bool
    ) -> None:
        """Use up a part of an order."""
        causes.when(self.now > order.expiry, "OrderExpired")
        causes.when(order.counterparty not in (None, other), "OrdersUnfit")
        self.need_right(order.account, order.signer, TRADE, causes)
        causes.when(not signed, "OrderNotSigned")
        left = abs(order.size) - self.filled.get(order, 0)
        causes.when(not 0 < size <= left, "OrderSizeExceeded")
        causes.when(self.order_nonces.get((order.signer, order.nonce)), "OrderNonceUsed")
        self.filled[order] = self.filled.get(order, 0) + size
        if size == left:
            self.order_nonces[order.signer, order.nonce] = True

    def side(self, account: Account, asset: int, traded: int, price: int, causes: Causes) -> None:
        """One account's part of a matched trade."""
        held = self.positions.get((account, asset), NOTHING).size
        shrinks = held * traded < 0 and abs(traded) <= abs(held)
        before = self.stand(account)
        self.book(account, asset, traded, price)
        if shrinks:
            after = self.stand(account)
            causes.when(before.is_kept and not after.is_kept, "MarginInsufficient")
            causes.when(not after.is_kept and after.is_lower(before), "RatioLowered")
            self.record(account)
        else:
            causes.when(len(self.standing(account)) > MOST_POSITIONS, "TooManyAssets")
            self.charge_opening(account, asset, traded, price, causes)
            self.check_risk(account, causes, raises=True)

    def cancel_order_nonce(self, caller: str, nonce: int) -> Answer:
        """`cancelOrderNonce`."""

        def change(causes: Causes) -> None:
            causes.when(self.order_nonces.get((caller, nonce)), "OrderNonceUsed")
            self.order_nonces[caller, nonce] = True

        return self.answer(change)
