"""Events of assets, prices and risk terms."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quantera.brokerage.assets import Asset, AssetFlag, HaircutPath, unpacked
from quantera.brokerage.financing import DebtIndex
from quantera.brokerage.replayed import Limits, Pool, State

Args = Mapping[str, Any]
MINUTE = 60
NONE = AssetFlag(0)


def _uses(is_collateral: bool, is_tradable: bool, is_settlement: bool) -> AssetFlag:
    flags = NONE
    for flag, holds in (
        (AssetFlag.COLLATERAL, is_collateral),
        (AssetFlag.TRADABLE, is_tradable),
        (AssetFlag.SETTLEMENT, is_settlement),
    ):
        flags |= flag if holds else NONE
    return flags


class MarketHandlers(ABC):
    """What `Replayer` does with them."""

    state: State

    @abstractmethod
    def record(self) -> None:
        """Record exposures at the prices that stand."""

    @staticmethod
    def _flag(accounts: set[int], number: int, holds: bool) -> None:
        (accounts.add if holds else accounts.discard)(number)

    @staticmethod
    def _indexed(pool: Pool, **changes: int) -> None:
        pool.index = replace(pool.index, **changes)

    @staticmethod
    def _settle(pool: Pool) -> None:
        pool.settled = pool.net(pool.index.index)

    def _change(self, asset: int, **changes: Any) -> None:
        self.state.assets[asset] = replace(self.state.assets[asset], **changes)

    def _flags(self, asset: int, *, on: AssetFlag = NONE, off: AssetFlag = NONE) -> None:
        self._change(asset, flags=(self.state.assets[asset].flags | on) & ~off)

    # -- assets -----------------------------------------------------------------------------------

    def _on_AssetAdmitted(self, args: Args) -> None:  # noqa: N802
        asset, listing = args["assetId"], args["listing"]
        uses = _uses(listing.isCollateral, listing.isTradable, listing.isSettlement)
        self.state.assets[asset] = Asset(
            low=0,
            max_age=MINUTE * listing.maxAgeMinutes,
            haircut_bps=listing.haircutBps,
            exposure_bps=listing.exposureBps,
            decimals=args["decimals"],
            flags=uses | AssetFlag.ACTIVE,
        )
        self.state.limits[asset] = Limits(listing, *listing.caps)
        if listing.isSettlement:
            self.state.pools[asset] = Pool(DebtIndex(updated_at=self.state.time))

    def _on_AssetUsesSet(self, args: Args) -> None:  # noqa: N802
        asset = args["assetId"]
        self._flags(asset, on=_uses(args["isCollateral"], args["isTradable"], args["isSettlement"]))
        if args["isSettlement"] and asset not in self.state.pools:
            self.state.pools[asset] = Pool(DebtIndex(updated_at=self.state.time))

    def _on_AssetActivitySet(self, args: Args) -> None:  # noqa: N802
        active = AssetFlag.ACTIVE
        self._flags(args["assetId"], **{"on" if args["isActive"] else "off": active})

    def _on_AssetCapsSet(self, args: Args) -> None:  # noqa: N802
        limits = self.state.limits[args["assetId"]]
        limits.cap, limits.institution_cap, limits.open_interest_cap = args["caps"]

    def _on_IssuerCapSet(self, args: Args) -> None:  # noqa: N802
        self.state.issuer_caps[args["issuerGroup"]] = args["capValue"]

    def _on_ExposureRateSet(self, args: Args) -> None:  # noqa: N802
        self._change(args["assetId"], exposure_bps=args["exposureBps"])

    def _on_MaxAgeSet(self, args: Args) -> None:  # noqa: N802
        self._change(args["assetId"], max_age=MINUTE * args["maxAgeMinutes"])

    def _on_HaircutRampSet(self, args: Args) -> None:  # noqa: N802
        path = HaircutPath(args["fromBps"], args["toBps"], args["start"], args["end"])
        self._change(args["assetId"], path=path, haircut_bps=args["toBps"])
        self._flags(args["assetId"], on=AssetFlag.RAMPING)

    def _on_HaircutLowered(self, args: Args) -> None:  # noqa: N802
        self._change(args["assetId"], haircut_bps=args["toBps"])
        self._flags(args["assetId"], off=AssetFlag.RAMPING)

    _on_HaircutOverridden = _on_HaircutLowered  # noqa: N815

    # -- terms of the book ------------------------------------------------------------------------

    def _terms(self, **changes: int) -> None:
        self.state.terms = replace(self.state.terms, **changes)

    def _on_ExtraMarginSet(self, args: Args) -> None:  # noqa: N802
        self._terms(extra_initial=args["extraInitial"], extra_maintenance=args["extraMaintenance"])

    def _on_ConcentrationSet(self, args: Args) -> None:  # noqa: N802
        self._terms(
            concentration_milli=args["thresholdMilli"],
            concentration_add_on_milli=args["addOnMilli"],
        )

    def _on_TradeTermsSet(self, args: Args) -> None:  # noqa: N802
        self._terms(gain_haircut_bps=args["gainHaircutBps"])
        self.state.trade_spread_bps = args["tradeSpreadBps"]

    def _on_TradeSpreadSet(self, args: Args) -> None:  # noqa: N802
        self.state.trade_spread_bps = args["spreadBps"]

    def _on_EvidenceModeSet(self, args: Args) -> None:  # noqa: N802
        self.state.evidence_attested = args["attested"]

    def _on_MatchBandSet(self, args: Args) -> None:  # noqa: N802
        self.state.match_band_bps = args["bandBps"]

    def _on_CashAssetSet(self, args: Args) -> None:  # noqa: N802
        self._terms(cash_asset=args["assetId"])

    def _on_SettlementManagerSet(self, args: Args) -> None:  # noqa: N802
        self.state.settlement_manager = args["manager"]

    # -- prices -----------------------------------------------------------------------------------

    def _on_PricesRefreshed(self, args: Args) -> None:  # noqa: N802
        # Operations before it were recorded at the prices that stood then.
        self.record()
        numbers = args["assets"][::2]
        for place, asset in enumerate(numbers):
            word, track = args["words"][2 * place : 2 * place + 2]
            self._priced(asset, word, track)

    def _on_FinancingSet(self, args: Args) -> None:  # noqa: N802
        self.state.financing[args["assetId"]] = args["ratePips"]
        self._priced(args["assetId"], args["word"], args["track"])

    def _priced(self, asset: int, word: int, track: int) -> None:
        path = self.state.assets[asset].path
        self.state.assets[asset] = unpacked(word, path)
        self.state.tracks[asset] = track

    def _on_PricesPosted(self, args: Args) -> None:  # noqa: N802
        head, prices = args["head"], args["prices"]
        time = head & (2**40 - 1)
        self.state.signed_at = time
        self.record()
        for place in range(0, len(prices), 12):
            if head >> 40 + place // 12 & 1:
                continue
            asset, price = prices[place], prices[place + 1 : place + 12]
            low, spread = int.from_bytes(price[:9]), int.from_bytes(price[9:])
            self._change(asset, low=low, spread_bps=spread, updated_at=time)

    def _on_FeedsSet(self, args: Args) -> None:  # noqa: N802
        self.state.feeds[args["assetId"]] = args["settings"]

    def _on_SignedTermsSet(self, args: Args) -> None:  # noqa: N802
        self.state.signed_terms = args["terms"]

    def _on_SequencerSet(self, args: Args) -> None:  # noqa: N802
        self.state.sequencer = args["feed"], args["grace"], args["mostOutage"]
