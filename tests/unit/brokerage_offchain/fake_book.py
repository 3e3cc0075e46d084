"""A brokerage that answers its views from the twin, and does what the keeper sends."""

from dataclasses import dataclass, field, replace
from typing import Any

from eth_abi.abi import decode, encode

from quantera.brokerage.assets import Asset, AssetFlag
from quantera.brokerage.financing import ONE, DebtIndex, debt_units
from quantera.brokerage.lifecycle import close_position, excess
from quantera.brokerage.liquidation import SeizureTerms, Side, seizure
from quantera.brokerage.margin import (
    INITIAL,
    LIQUIDATION,
    MAINTENANCE,
    LiquidationTerms,
    MarginCall,
    Standstill,
    covers,
)
from quantera.brokerage.positions import potential, profit
from quantera.brokerage.rounding import BPS, VALUE, down, up
from quantera.brokerage.valuation import Account, Market, Terms, assess
from quantera.risk import calls
from quantera.risk.calls import Function
from quantera.risk.journal import Prepared
from quantera.risk.sending import Refused, StationError

NOBODY = "0x" + "00" * 20
BROKERAGE = "0x" + "b0" * 20
NOW = 1_800_000_000
GRACE = 14_400
CASH, ETHER = 0, 1
TOKENS = {CASH: "0x" + "c0" * 20, ETHER: "0x" + "e0" * 20}


def account_of(number: int) -> int:
    """An account of the institution of that number."""
    return number << 8


@dataclass
class FakeBook:
    """The book; `station` functions are the keeper's."""

    accounts: dict[int, Account] = field(default_factory=dict)
    calls: dict[int, MarginCall] = field(default_factory=dict)
    assets: dict[int, Asset] = field(
        default_factory=lambda: {
            CASH: Asset(VALUE, 0, NOW, 3_600, 200, 500, 6),
            ETHER: Asset(2_000 * VALUE, 10, NOW, 3_600, 2_500, 2_500, 18, AssetFlag(11)),
        }
    )
    caps: dict[int, int] = field(default_factory=dict)
    restricted: set[int] = field(default_factory=set)
    limit: int = 10_000_000 * VALUE
    liquidity: int = 10**12
    days: tuple[int, int] = (NOW // 86_400 + 400, NOW // 86_400 + 300)
    now: int = NOW
    terms: Terms = field(default_factory=lambda: Terms(900, 200, 5_000, CASH))
    liquidation: LiquidationTerms = field(
        default_factory=lambda: LiquidationTerms(seizure_window=86_400)
    )
    standstill: Standstill = field(default_factory=Standstill)
    funds: dict[str, int] = field(default_factory=lambda: {TOKENS[CASH]: 10**15})
    sent: list[str] = field(default_factory=list)
    mined: bool = True
    loses_answers: bool = False
    signed: int = 0
    pool: dict[int, Prepared] = field(default_factory=dict)
    outcomes: dict[str, bool] = field(default_factory=dict)

    # -- the views --------------------------------------------------------------------------------

    def market(self) -> Market:
        """Everything for the twin."""
        index = DebtIndex(ONE, 0, self.now)
        return Market(self.assets, {CASH: index, ETHER: index}, self.now, self.terms)

    def _risk(self, number: int, shocks: Any = ()) -> tuple[Any, ...]:
        market = self.market()
        moved = {
            each: replace(asset, low=asset.low * (BPS + shock) // BPS)
            for (each, asset), shock in zip(
                sorted(self.assets.items()), [*shocks, 0, 0][: len(self.assets)], strict=True
            )
        }
        market = replace(market, assets=moved)
        account = self.accounts[number]
        found = assess(account, market)
        kept = found.maintenance(self.terms.gain_haircut_bps)
        return (
            *(found.gross, found.adjusted, found.power, kept, account.cash_value, found.gain),
            *(found.debt, found.loss, found.potential, found.exposure, found.exposure),
            down(kept * BPS, found.exposure) if found.exposure else 2**256 - 1,
            INITIAL + account.extra_initial,
            MAINTENANCE + account.extra_maintenance,
            bool(found.stale),
        )

    def _portfolio(self, number: int) -> tuple[Any, ...]:
        account, market = self.accounts[number], self.market()
        held, owed, positions = [], [], []
        for each, units in account.collateral.items():
            asset = self.assets[each]
            value = down(units * asset.low, asset.one)
            cut = down(units * asset.low * (BPS - asset.haircut_bps), asset.one * BPS)
            held.append((each, units, value, cut))
        for each, shares in account.debts.items():
            units = debt_units(shares, market.indexes[each].current(self.now))
            asset = self.assets[each]
            owed.append((each, units, up(units * asset.high, asset.one)))
        for each, position in account.positions.items():
            asset = self.assets[each]
            made = profit(position, asset), potential(position.size, asset)
            positions.append((each, position.size, position.entry, *made, NOW))
        return held, owed, positions

    def _asset(self, number: int) -> tuple[Any, ...]:
        asset, has = self.assets[number], self.assets[number].flags
        wanted = AssetFlag.COLLATERAL, AssetFlag.TRADABLE, AssetFlag.SETTLEMENT
        uses = [flag in has for flag in wanted]
        rates = asset.max_age // 60, asset.haircut_bps, asset.exposure_bps
        listing = (TOKENS[number], 0, *uses, 0, number, *rates, NOBODY, (0, 0, 0))
        return listing, asset.decimals, AssetFlag.ACTIVE in has

    def _price(self, number: int) -> tuple[int, ...]:
        asset = self.assets[number]
        return asset.low, asset.high, asset.updated_at, asset.updated_at + asset.max_age

    def _pool(self, number: int) -> tuple[Any, ...]:
        owed = sum(account.debts.get(number, 0) for account in self.accounts.values())
        return ((ONE, 0, 0, self.liquidity, owed, owed, 0, 0, 0, 0),)

    def _call(self, number: int) -> tuple[Any, ...]:
        call = self.calls.get(number, MarginCall())
        parts = call.is_open, call.is_escalated, call.called_at, call.deadline
        return ((*parts, call.cured_at, call.auction_start, call.nonce),)

    def _credit(self, institution: str) -> tuple[Any, ...]:
        exposed = sum(
            assess(account, self.market()).exposure
            for each, account in self.accounts.items()
            if each >> 8 == int(institution, 16)
        )
        return (((self.limit, 0, *self.days), exposed, True),)

    def _state(self, number: int) -> tuple[Any, ...]:
        return ((0, 0, 0, 0, 0, number in self.accounts, number in self.restricted, False),)

    def _answer(self, name: str, values: tuple[Any, ...]) -> Any:
        terms, clock, number = self.terms, self.standstill, values[0] if values else 0
        plain: dict[str, Any] = {
            "assetOf": lambda: self._asset(number),
            "priceOf": lambda: self._price(number),
            "lendingPool": lambda: self._pool(number),
            "marginCallOf": lambda: self._call(number),
            "accountOf": lambda: self._state(number),
            "creditLineOf": lambda: self._credit(str(number)),
            "assetCount": lambda: (len(self.assets),),
            "bookTerms": lambda: (
                *(0, 0, terms.concentration_milli, terms.concentration_add_on_milli),
                *(terms.gain_haircut_bps, 0, terms.cash_asset),
            ),
            "liquidationTerms": lambda: (tuple(vars(self.liquidation).values()),),
            "standstill": lambda: (clock.total, clock.ended_at, clock.since),
            "trackOf": lambda: (0, 0, False, self.assets[number].carry, 0),
            "seizureCapOf": lambda: (self.caps.get(number, 0), 0),
            "accountRisk": lambda: (self._risk(number),),
            "stress": lambda: (self._risk(number, values[1]),),
            "portfolio": lambda: self._portfolio(number),
            "auctionBonusOf": lambda: (self.liquidation.max_bonus_bps,),
            "debtSharesOf": lambda: (self.accounts[number].debts.get(values[1], 0),),
        }
        return plain[name]()

    # -- the station ------------------------------------------------------------------------------

    def call(self, to: str, data: bytes) -> bytes:
        """Multicall3's answer, or a trial of something to be sent."""
        if to == calls.MULTICALL3:
            (wanted,) = decode(["(address,bool,bytes)[]"], data[4:])
            return encode(["(bool,bytes)[]"], [[self._one(each) for _, _, each in wanted]])
        self._perform(data, trial=True)
        return b""

    def _one(self, data: bytes) -> tuple[bool, bytes]:
        if data == calls.BLOCK.call():
            return True, encode(["uint256"], [7])
        if data == calls.TIME.call():
            return True, encode(["uint256"], [self.now])
        view = next(each for each in calls.READS if each.selector == data[:4])
        values = decoded(view, data)
        of_account = view.name not in ("accountOf", "creditLineOf") and values and values[0] >= 256
        if of_account and values[0] not in self.accounts:
            return False, b""
        result = self._answer(view.name, values)
        return True, encode(calls.parts(view.returns), list(result))

    def prepare(self, to: str, data: bytes, nonce: int | None = None) -> Prepared:
        """As if signed; a replacement has another hash."""
        assert to == BROKERAGE
        place = len(self.sent) + len(self.pool) if nonce is None else nonce
        self.signed += 1
        return Prepared(f"0x{self.signed:064x}", data, place)

    def broadcast(self, prepared: Prepared) -> None:
        """Into the pool, and mined at once unless nothing is."""
        if prepared.hash in self.outcomes or self.pool.get(prepared.nonce) == prepared:
            return
        if prepared.nonce < len(self.sent):
            raise Refused("nonce too low")
        self.pool[prepared.nonce] = prepared
        if self.mined:
            self.mine()
        if self.loses_answers:
            raise StationError("the node is gone")

    def mine(self) -> None:
        """Everything that waits."""
        for nonce, prepared in sorted(self.pool.items()):
            del self.pool[nonce]
            data = prepared.raw
            try:
                self._perform(data, trial=False)
            except Refused:
                self.outcomes[prepared.hash] = False
            else:
                self.outcomes[prepared.hash] = True
            self.sent.append(next(each.name for each in calls.WRITES if each.selector == data[:4]))

    def outcome(self, transaction: str) -> bool | None:
        """Whether it was carried out."""
        return self.outcomes.get(transaction)

    def knows(self, transaction: str) -> bool:
        """Whether it waits or is mined."""
        return transaction in self.outcomes or any(
            each.hash == transaction for each in self.pool.values()
        )

    def used_nonces(self) -> int:
        """Of the keeper."""
        return len(self.sent)

    def budget(self, token: str) -> int:
        """The keeper's units."""
        return self.funds.get(token, 0)

    def _perform(self, data: bytes, *, trial: bool) -> None:
        function = next(each for each in calls.WRITES if each.selector == data[:4])
        values = decoded(function, data)
        if function is calls.REFRESH:
            if not trial:
                for each in values[0]:
                    self.assets[each] = replace(self.assets[each], updated_at=self.now)
            return
        number = values[0][0] if function is calls.LIQUIDATE else values[0]
        account, call = self.accounts[number], self.calls.get(number, MarginCall())
        found = assess(account, self.market())
        kept = found.maintenance(self.terms.gain_haircut_bps)
        if function is calls.ISSUE:
            if covers(kept, found.exposure, MAINTENANCE):
                raise Refused("AccountHealthy")
            after = call.issued(self.now, GRACE, self.liquidation)
            if not covers(kept, found.exposure, LIQUIDATION):
                after = replace(after.escalated(self.now), auction_start=self.now)
            self._keep(number, after, trial)
        elif function is calls.CURE:
            self._keep(number, call.cured(self.now), trial)
        elif function is calls.LIQUIDATE_POSITION:
            asset, most = values[1], values[2]
            size = excess(account, asset, self.market(), self.liquidation)
            if not size:
                raise Refused("NothingToLiquidate")
            if not trial:
                size = max(-most, min(size, most))
                close_position(account, asset, size, self.market())
        else:
            self._liquidate(account, call, values[0], trial)

    def _keep(self, number: int, call: MarginCall, trial: bool) -> None:
        if not trial:
            self.calls[number] = call

    def _liquidate(self, account: Account, call: MarginCall, order: Any, trial: bool) -> None:
        number, debt, collateral, nonce, most, least = order
        if nonce != call.nonce:
            raise Refused("LiquidationNonceMismatch")
        found, owed, held = (
            assess(account, self.market()),
            self.assets[debt],
            self.assets[collateral],
        )
        done = seizure(
            SeizureTerms(
                found.exposure,
                found.maintenance(self.terms.gain_haircut_bps),
                self.liquidation.target_ratio_bps,
                BPS - held.haircut_bps,
                self.liquidation.max_bonus_bps,
                self.liquidation.start_bonus_bps,
                self.liquidation.fee_bps,
                Side(account.debts[debt], owed.high, owed.one),
                Side(account.collateral[collateral], held.low, held.one),
                self.liquidation.dust_value,
                self.caps.get(collateral) or 1 << 255,
                most,
            )
        )
        if done.seized < least:
            raise Refused("SeizedTooFew")
        if trial:
            return
        account.debts[debt] -= done.repaid
        account.collateral[collateral] -= done.seized
        account.debts = {each: units for each, units in account.debts.items() if units}
        self.funds[TOKENS[debt]] -= done.repaid + done.fee
        self.calls[number] = replace(call, nonce=nonce + 1)


def decoded(function: Function, data: bytes) -> tuple[Any, ...]:
    """Arguments of a call."""
    inputs = function.signature[function.signature.index("(") :]
    return () if inputs == "()" else tuple(decode(calls.parts(inputs), data[4:]))
