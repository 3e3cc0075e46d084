"""Listing of assets, their parameters and caps, and what concerns the whole book."""

from dataclasses import replace
from typing import Any

from tests.property.brokerage.model.book import Answer, Causes
from tests.property.brokerage.model.defaults import Defaults
from tests.property.brokerage.model.liquidating import Window
from tests.property.brokerage.model.margin import Auctions
from tests.property.brokerage.model.numbers import BPS, DAY, MINUTE, up
from tests.property.brokerage.model.prices import Fault, FeedTerms, Outcome, Track, kept
from tests.property.brokerage.model.records import Caps, Listed, Listing, Pool, Ramp

MOST_HAIRCUT_BPS, MOST_AGE = 9_999, 4_095
SHORTEST_RAMP, LONGEST_RAMP = DAY, 90 * DAY
MOST_POINTS, MOST_SPREAD, MOST_MATCH_BAND = 100, 1_000, 1_000
MOST_FINANCING_PIPS = 2 * 10**6
MOST_SIGNED_BAND = 2_000
LEAST_THRESHOLD, MILLI = 500, 1_000


class Risk(Defaults):
    """See the module's documentation."""

    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.issuer_caps: dict[int, int] = {}
        self.ramps: dict[int, Ramp] = {}
        self.attested = True

    # ------------------------------------------------------------------ listing

    def list_asset(self, asset: int, listing: Listing) -> None:
        """An asset as it is listed: without a price it gives no power."""
        collateral, tradable, settlement = listing.uses
        self.assets[asset] = Listed(
            decimals=listing.decimals,
            collateral=collateral,
            tradable=tradable,
            settlement=settlement,
            max_age=listing.age_minutes * MINUTE,
            haircut_bps=listing.haircut_bps,
            exposure_bps=listing.exposure_bps,
        )
        self.caps[asset] = listing.caps
        self.issuers[asset], self.classes[asset] = listing.issuer, listing.kind
        if settlement:
            self.pools[asset] = Pool(time=self.now)

    def need_listed(self, caller: str, asset: int, causes: Causes) -> Listed | None:
        """The governor, on an asset that there is."""
        self.need_role(caller, causes)
        causes.when(asset not in self.assets, "AssetUnknown")
        return self.assets.get(asset)

    def set_listed(self, asset: int, **changes: Any) -> None:
        """Replace parameters of an asset."""
        self.assets[asset] = replace(self.assets[asset], **changes)

    def set_activity(self, caller: str, asset: int, *, to: bool) -> Answer:
        """`activateAsset` and `deactivateAsset`."""

        def change(causes: Causes) -> None:
            if self.need_listed(caller, asset, causes):
                self.set_listed(asset, active=to)

        return self.answer(change)

    # ------------------------------------------------------------------ haircuts

    def goes_to(self, listed: Listed) -> int:
        """Where a haircut goes."""
        return listed.ramp.to_bps if listed.ramp else listed.haircut_bps

    def set_ramp(self, asset: int, from_bps: int, to_bps: int, ends: int) -> None:
        """A haircut moves from now on."""
        self.ramps[asset] = Ramp(self.now, ends, from_bps, to_bps)
        self.set_listed(asset, ramp=self.ramps[asset], haircut_bps=from_bps)

    def raise_haircut(self, caller: str, asset: int, to_bps: int, duration: int) -> Answer:
        """`raiseHaircut`."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            out = not SHORTEST_RAMP <= duration <= LONGEST_RAMP or to_bps > MOST_HAIRCUT_BPS
            causes.when(out, "ParameterOutOfRange")
            if listed:
                stands = listed.haircut(self.now)
                causes.when(to_bps <= max(stands, self.goes_to(listed)), "NotStricter")
                self.set_ramp(asset, stands, to_bps, self.now + duration)

        return self.answer(change)

    def override_haircut(self, caller: str, asset: int, to_bps: int, reason: bytes) -> Answer:
        """`overrideHaircut`: a ramp that goes further goes on from there."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            causes.when(to_bps > MOST_HAIRCUT_BPS, "ParameterOutOfRange")
            causes.when(not any(reason), "ListingInvalid")
            if listed:
                causes.when(to_bps <= listed.haircut(self.now), "NotStricter")
                if listed.ramp and to_bps < listed.ramp.to_bps:
                    self.set_ramp(asset, to_bps, listed.ramp.to_bps, listed.ramp.ends)
                else:
                    self.set_listed(asset, ramp=None, haircut_bps=to_bps)

        return self.answer(change)

    def lower_haircut(self, caller: str, asset: int, to_bps: int) -> Answer:
        """`lowerHaircut`: a ramp that has not come so far ends there instead."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            if listed:
                causes.when(to_bps >= self.goes_to(listed), "NotLooser")
                stands = listed.haircut(self.now)
                if listed.ramp and to_bps > stands:
                    self.set_ramp(asset, stands, to_bps, listed.ramp.ends)
                else:
                    self.set_listed(asset, ramp=None, haircut_bps=to_bps)

        return self.answer(change)

    # ------------------------------------------------------------------ other parameters

    def set_exposure(self, caller: str, asset: int, exposure_bps: int) -> Answer:
        """`setExposureRate`."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            if listed:
                none = exposure_bps == 0 and listed.tradable
                causes.when(exposure_bps > BPS or none, "ParameterOutOfRange")
                self.set_listed(asset, exposure_bps=exposure_bps)

        return self.answer(change)

    def change_age(self, caller: str, asset: int, minutes: int, *, longer: bool) -> Answer:
        """`lengthenMaxAge` and `shortenMaxAge`."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            causes.when(not 1 <= minutes <= MOST_AGE, "ParameterOutOfRange")
            if listed:
                had = listed.max_age // MINUTE
                if longer:
                    causes.when(minutes <= had, "NotLooser")
                else:
                    causes.when(minutes >= had, "NotStricter")
                self.set_listed(asset, max_age=minutes * MINUTE)

        return self.answer(change)

    def change_caps(self, caller: str, asset: int, caps: Caps, *, up: bool) -> Answer:
        """`raiseCaps` and `lowerCaps`."""

        def change(causes: Causes) -> None:
            if self.need_listed(caller, asset, causes):
                pairs = list(zip(self.caps[asset], caps, strict=True))
                if up:
                    causes.when(any(new < had for had, new in pairs), "NotLooser")
                else:
                    causes.when(any(new > had for had, new in pairs), "NotStricter")
                self.caps[asset] = caps

        return self.answer(change)

    def issuer_value(self, issuer: int) -> int:
        """What an issuer's assets are worth as collateral of all accounts, at high prices."""
        total = 0
        for asset, of in self.issuers.items():
            listed = self.assets[asset]
            if of == issuer and self.total_collateral(asset):
                total += up(self.total_collateral(asset) * listed.high, listed.one)
        return total

    def change_issuer_cap(self, caller: str, issuer: int, cap: int, *, looser: bool) -> Answer:
        """`raiseIssuerCap` and `lowerIssuerCap`; zero is no cap at all."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            had = self.issuer_caps.get(issuer, 0)
            if looser:
                causes.when(not had or (cap and cap < had), "NotLooser")
            else:
                causes.when(not cap or (had and cap > had), "NotStricter")
            self.issuer_caps[issuer] = cap

        return self.answer(change)

    # ------------------------------------------------------------------ the whole book

    def set_extra_margin(self, caller: str, initial: int, maintenance: int) -> Answer:
        """`setExtraMargin`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(max(initial, maintenance) > MOST_POINTS, "ParameterOutOfRange")
            # Accounts' own points may use up what lies between the constants.
            causes.when(maintenance > initial, "RatiosUnordered")
            self.extra_initial, self.extra_maintenance = initial, maintenance

        return self.answer(change)

    def raise_initial(self, caller: str, initial: int) -> Answer:
        """`raiseInitialMargin`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(initial > MOST_POINTS, "ParameterOutOfRange")
            causes.when(initial <= self.extra_initial, "NotStricter")
            self.extra_initial = initial

        return self.answer(change)

    def set_concentration(self, caller: str, threshold: int, add_on: int) -> Answer:
        """`setConcentration`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            out = not LEAST_THRESHOLD <= threshold <= MILLI or add_on > MILLI
            causes.when(out, "ParameterOutOfRange")
            self.concentration = threshold, add_on

        return self.answer(change)

    def set_trade_terms(self, caller: str, gain_haircut_bps: int, spread_bps: int) -> Answer:
        """`setTradeTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            out = gain_haircut_bps > BPS or spread_bps > MOST_SPREAD
            causes.when(out, "ParameterOutOfRange")
            self.gain_haircut_bps, self.spread_bps = gain_haircut_bps, spread_bps

        return self.answer(change)

    def set_evidence_mode(self, caller: str, *, attested: bool) -> Answer:
        """`setEvidenceMode`, of a registry that attests: either way it says the same."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            self.attested = attested

        return self.answer(change)

    def change_match_band(self, caller: str, band_bps: int, *, up: bool) -> Answer:
        """`raiseMatchBand` and `lowerMatchBand`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(band_bps > MOST_MATCH_BAND, "MatchBandTooWide")
            wrong = band_bps <= self.match_band_bps if up else band_bps >= self.match_band_bps
            causes.when(wrong, "NotLooser" if up else "NotStricter")
            self.match_band_bps = band_bps

        return self.answer(change)

    def set_cash_asset(self, caller: str, asset: int) -> Answer:
        """`setCashAsset`."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            unfit = listed is None or not listed.settlement or not listed.active
            causes.when(unfit, "ListingInvalid")
            self.cash_asset = asset

        return self.answer(change)

    # ------------------------------------------------------------------ feeds and signed prices

    def set_feeds(self, asset: int, terms: FeedTerms) -> None:
        """An asset's feeds for the first time."""
        self.feed_terms[asset] = terms
        self.tracks.setdefault(asset, Track())

    def set_financing(self, caller: str, asset: int, rate_pips: int) -> Answer:
        """`setFinancing`: what has run until now has run at the old rate."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(abs(rate_pips) > MOST_FINANCING_PIPS, "FinancingOutOfRange")
            if causes.when(asset not in self.feed_terms, "FeedsMissing"):
                return
            track = Track(kept(self.averaged(asset)), self.now, jumped=self.tracks[asset].jumped)
            self.assets[asset] = self.carried(asset)
            self.tracks[asset] = track
            self.feed_terms[asset] = replace(self.feed_terms[asset], rate_pips=rate_pips)

        return self.answer(change)

    def set_signed_terms(
        self, caller: str, band_bps: int, spacing: int, age: int, *, tighter: bool
    ) -> Answer:
        """`setSignedTerms` and `tightenSignedTerms`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            out = not 1 <= band_bps <= MOST_SIGNED_BAND or spacing < 1 or age < 1
            causes.when(out, "PriceSettingsInvalid")
            if tighter:
                looser = band_bps > self.signed_band_bps or spacing < self.signed_spacing
                looser |= age > self.signed_max_age
                causes.when(looser, "PriceSettingsNotTighter")
            self.signed_band_bps, self.signed_spacing = band_bps, spacing
            self.signed_max_age = age

        return self.answer(change)

    def set_auctions(self, caller: str, terms: Auctions) -> Answer:
        """`setLiquidationTerms`, of which bonus and fee are changed here."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            pays = terms.max_bonus + terms.fee + terms.slippage
            wrong = terms.start_bonus > terms.max_bonus or pays >= 1_000
            causes.when(wrong, "LiquidationTermsInvalid", "RatiosUnordered")
            self.auctions = terms

        return self.answer(change)

    def set_seizure_cap(self, caller: str, asset: int, cap: int) -> Answer:
        """`setSeizureCap`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            window = self.windows.get(asset, Window())
            self.windows[asset] = replace(window, cap=cap)

        return self.answer(change)

    def change_feeds(self, caller: str, asset: int, terms: FeedTerms, *, tighter: bool) -> Answer:
        """`setFeeds` and `tightenFeeds`, with the same feeds and another greatest move."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            known = asset in self.assets
            causes.when(not known, "FeedsMissing" if tighter else "AssetUnknown")
            causes.when(not 1 <= terms.max_move_bps <= 5_000, "PriceSettingsInvalid")
            if not known:
                return
            had = self.feed_terms[asset]
            if tighter:
                looser = terms.max_move_bps > had.max_move_bps
                causes.when(looser, "PriceSettingsNotTighter")
            self.feed_terms[asset] = terms
            if not tighter:
                judged, self.assets[asset], self.tracks[asset] = self.previewed(asset)
                faulty = any(fault is not Fault.NONE for fault in judged.faults)
                causes.when(faulty, "FeedRefused")
                causes.when(judged.outcome is Outcome.DISAGREED, "FeedsDisagree")

        return self.answer(change)

    def add_uses(self, caller: str, asset: int, uses: tuple[bool, bool, bool]) -> Answer:
        """`addUses`; there is no settlement manager that knows these tokens."""

        def change(causes: Causes) -> None:
            listed = self.need_listed(caller, asset, causes)
            if not listed:
                return
            had = listed.collateral, listed.tradable, listed.settlement
            lost = any(was and not now for was, now in zip(had, uses, strict=True))
            causes.when(lost, "NotLooser")
            causes.when(uses[2] and not had[2], "NoSettlementAsset")
            causes.when(uses[1] and not listed.exposure_bps, "ListingInvalid")
            self.set_listed(asset, collateral=uses[0], tradable=uses[1], settlement=uses[2])

        return self.answer(change)

    def admit_asset(self, caller: str, listing: Listing) -> Answer:
        """`listAsset` of an underlying without a token."""
        asset = len(self.assets)

        def change(causes: Causes) -> int:
            self.need_role(caller, causes)
            collateral, tradable, settlement = listing.uses
            causes.when(collateral or settlement, "ListingInvalid")
            causes.when(tradable and not listing.exposure_bps, "ListingInvalid")
            causes.when(listing.haircut_bps > MOST_HAIRCUT_BPS, "ParameterOutOfRange")
            self.list_asset(asset, listing)
            return asset

        return self.answer(change)

    def set_sequencer(self, caller: str, grace: int, most: int, *, on: bool) -> Answer:
        """`setSequencer`."""

        def change(causes: Causes) -> None:
            self.need_role(caller, causes)
            causes.when(most < grace, "PriceSettingsInvalid")
            self.sequenced, self.sequencer_grace, self.most_outage = on, grace, most

        return self.answer(change)

    def turn_sequencer(self, *, up: bool) -> None:
        """It goes down or comes back."""
        self.uptime = up, self.now
