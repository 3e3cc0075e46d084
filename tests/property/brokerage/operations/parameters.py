"""Parameters of assets, of the book, of feeds and of liquidations."""

from dataclasses import asdict, replace
from typing import Any

from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS
from tests.property.brokerage.model.records import Listing
from tests.property.brokerage.operations.credit import Credit, rightful
from tests.property.brokerage.stage import ASSETS, BOND, ETH, LIVELY, NO_ASSET, USD
from tests.property.machine import operation

some = st.sampled_from((ETH, *LIVELY, BOND, USD, NO_ASSET))
numbers = st.sampled_from((0, 1, 2, 5, 8, 10, 11, 20, 100))
turns = st.integers(0, 7)
HAIRCUTS = ("raise", "override", "lower")
OF_ASSETS = ("exposure", "lengthen", "shorten", "off", "on", "cash")
CAPS = ("raise", "lower", "lower issuer", "raise issuer", "seizure")
OF_BOOK = (
    *("extra", "initial", "concentration", "trade", "evidence"),
    *("raise band", "lower band", "grace"),
)
OF_PRICES = ("terms", "financing", "signed", "tighten signed", "feeds", "tighten")


def three(kinds: tuple[str, ...], turn: int) -> list[str]:
    """Three of them that follow each other, so that what was loosened is tightened again."""
    return [kinds[(turn + place) % len(kinds)] for place in range(3)]


class Parameters(Credit):
    """`IBrokerageRisk`, `IBrokerageAuctions`, and settings of prices and trades."""

    @operation(
        turn=turns,
        asset=some,
        tenths=numbers,
        days=st.sampled_from((1, 1, 2, 90, 0, 91)),
        right=rightful,
    )
    def set_haircut(self, turn: int, asset: int, tenths: int, days: int, *, right: bool) -> None:
        """Along a ramp, at once, or down."""
        for what in three(HAIRCUTS, turn):
            self.change_haircut(what, asset, tenths, days, right=right)

    def change_haircut(self, what: str, asset: int, tenths: int, days: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        listed = book.assets.get(asset)
        had = listed.haircut(self.now) if listed else 1_000
        to_bps = min(had * tenths // 10 + (tenths > 10) * 50, 12_000)
        if what == "lower" and listed:
            to_bps = book.goes_to(listed) * (tenths % 10) // 10
        if what == "raise":
            answer = book.raise_haircut(caller, asset, to_bps, days * 86_400)
            call: tuple[Any, ...] = (asset, to_bps, days * 86_400)
            self.send(self.contract.raiseHaircut, *call, sender=caller, answer=answer)
        elif what == "override":
            reason = (b"why" if days else b"").ljust(32, b"\0")
            answer = book.override_haircut(caller, asset, to_bps, reason)
            call = (asset, to_bps, reason)
            self.send(self.contract.overrideHaircut, *call, sender=caller, answer=answer)
        else:
            answer = book.lower_haircut(caller, asset, to_bps)
            self.send(self.contract.lowerHaircut, asset, to_bps, sender=caller, answer=answer)

    @operation(turn=turns, asset=some, tenths=numbers, right=rightful)
    def set_asset(self, turn: int, asset: int, tenths: int, *, right: bool) -> None:
        """Potential exposure, age of prices, activity, and which is the cash asset."""
        for what in three(OF_ASSETS, turn):
            self.change_asset(what, asset, tenths, right=right)

    def change_asset(self, what: str, asset: int, tenths: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        listed = book.assets.get(asset, book.assets[ETH])
        if what == "exposure":
            rate = min(listed.exposure_bps * tenths // 10, 12_000)
            answer = book.set_exposure(caller, asset, rate)
            self.send(self.contract.setExposureRate, asset, rate, sender=caller, answer=answer)
        elif what in ("lengthen", "shorten"):
            tenths = tenths if what == "lengthen" else tenths % 10
            minutes = listed.max_age // 60 * tenths // 10
            answer = book.change_age(caller, asset, minutes, longer=what == "lengthen")
            function = self.contract.shortenMaxAge
            function = self.contract.lengthenMaxAge if what == "lengthen" else function
            self.send(function, asset, minutes, sender=caller, answer=answer)
        elif what == "cash":
            asset = asset % 2 if tenths else asset
            answer = book.set_cash_asset(caller, asset)
            self.send(self.contract.setCashAsset, asset, sender=caller, answer=answer)
        else:
            answer = book.set_activity(caller, asset, to=what == "on")
            function = self.contract.deactivateAsset
            function = self.contract.activateAsset if what == "on" else function
            self.send(function, asset, sender=caller, answer=answer)

    @operation(turn=turns, asset=some, tenths=numbers, right=rightful)
    def set_caps(self, turn: int, asset: int, tenths: int, *, right: bool) -> None:
        """Caps of assets and issuers, and on what liquidations take."""
        for what in three(CAPS, turn):
            self.change_cap(what, asset, tenths, right=right)

    def change_cap(self, what: str, asset: int, tenths: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        if what in ("raise", "lower"):
            had = book.caps.get(asset, (1, 1, 1))
            tenths = 10 + tenths if what == "raise" else tenths
            most = 2**128 - 1
            caps = tuple(min(one * tenths // 10, most) for one in had)
            if what == "lower" and asset in self.tokens:
                units = book.total_collateral(asset)
                caps = (min(had[0], units * tenths // 8), had[1], had[2])
            three = caps[0], caps[1], caps[2]
            answer = book.change_caps(caller, asset, three, up=what == "raise")
            function = self.contract.raiseCaps if what == "raise" else self.contract.lowerCaps
            self.send(function, asset, three, sender=caller, answer=answer)
        elif what == "seizure":
            cap = 10_000 * 10**8 * tenths
            answer = book.set_seizure_cap(caller, asset, cap)
            self.send(self.contract.setSeizureCap, asset, cap, sender=caller, answer=answer)
        else:
            looser = what == "raise issuer"
            tenths = tenths if looser else 1 + tenths % 10
            cap = (book.issuer_caps.get(9) or 10**15) * tenths // 10
            answer = book.change_issuer_cap(caller, 9, cap, looser=looser)
            function = self.contract.raiseIssuerCap if looser else self.contract.lowerIssuerCap
            self.send(function, 9, cap, sender=caller, answer=answer)

    @operation(
        turn=turns,
        first=st.sampled_from((0, 5, 20, 101)),
        second=st.sampled_from((0, 5, 20, 101)),
        right=rightful,
    )
    def set_book(self, turn: int, first: int, second: int, *, right: bool) -> None:
        """What concerns every account."""
        for what in three(OF_BOOK, turn):
            self.change_book(what, first, second, right=right)

    def change_book(self, what: str, first: int, second: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        if what == "extra":
            answer = book.set_extra_margin(caller, first, second)
            self.send(self.contract.setExtraMargin, first, second, sender=caller, answer=answer)
        elif what == "initial":
            points = book.extra_initial + first
            answer = book.raise_initial(caller, points)
            self.send(self.contract.raiseInitialMargin, points, sender=caller, answer=answer)
        elif what == "concentration":
            threshold, add_on = 1_000 - 5 * first, 10 * second
            answer = book.set_concentration(caller, threshold, add_on)
            call = (threshold, add_on)
            self.send(self.contract.setConcentration, *call, sender=caller, answer=answer)
        elif what == "trade":
            call = (first * 100, second * 10)
            answer = book.set_trade_terms(caller, *call)
            self.send(self.contract.setTradeTerms, *call, sender=caller, answer=answer)
        elif what == "evidence":
            answer = book.set_evidence_mode(caller, attested=first > second)
            self.send(self.contract.setEvidenceMode, first > second, sender=caller, answer=answer)
        elif what == "grace":
            grace = first * 1_000
            answer = book.set_grace(caller, 0, grace)
            self.send(self.contract.setGrace, 0, grace, sender=caller, answer=answer)
        else:
            up = what == "raise band"
            band = max(book.match_band_bps + (10 * first if up else -first), 0)
            answer = book.change_match_band(caller, band, up=up)
            function = self.contract.raiseMatchBand if up else self.contract.lowerMatchBand
            self.send(function, band, sender=caller, answer=answer)

    @operation(
        turn=turns,
        asset=some,
        rate=st.sampled_from((0, 100_000, -100_000, 2_000_000, 2_000_001)),
        number=numbers,
        right=rightful,
    )
    def set_prices(self, turn: int, asset: int, rate: int, number: int, *, right: bool) -> None:
        """How liquidations go, financing, and what feeds and batches are held to."""
        for what in three(OF_PRICES, turn):
            self.change_prices(what, asset, rate, number, right=right)

    def change_prices(self, what: str, asset: int, rate: int, number: int, *, right: bool) -> None:
        """One of them."""
        caller, book = self.officer(right=right), self.book
        if what == "terms":
            terms = replace(book.auctions, max_bonus=100 * number, fee=10 * number, dust=10**10)
            answer = book.set_auctions(caller, terms)
            call: tuple[Any, ...] = (tuple(asdict(terms).values()),)
            self.send(self.contract.setLiquidationTerms, *call, sender=caller, answer=answer)
        elif what == "financing":
            answer = book.set_financing(caller, asset, rate)
            self.send(self.contract.setFinancing, asset, rate, sender=caller, answer=answer)
        elif what in ("signed", "tighten signed"):
            tighter = what != "signed"
            call = (100 * number, 5 if rate else 4, 3_600)
            if tighter and rate:
                call = min(100 * number, book.signed_band_bps), book.signed_spacing, 3_600
            answer = book.set_signed_terms(caller, *call, tighter=tighter)
            function = self.contract.setSignedTerms
            function = self.contract.tightenSignedTerms if tighter else function
            self.send(function, call, sender=caller, answer=answer)
        else:
            known = asset if asset in self.feeds else ETH
            terms_of = book.feed_terms[known]
            most = 500 * number
            if what == "tighten" and rate:
                most = min(most, terms_of.max_move_bps)
            changed = replace(terms_of, max_move_bps=most)
            first, second = self.feeds[known]
            words = (
                first,
                second,
                *changed.ages,
                changed.band_bps,
                changed.agreement_bps,
                changed.max_move_bps,
                changed.window,
                changed.single,
                changed.signed,
            )
            tighter = what == "tighten"
            answer = book.change_feeds(caller, asset, changed, tighter=tighter)
            function = self.contract.tightenFeeds if tighter else self.contract.setFeeds
            self.send(function, asset, words, sender=caller, answer=answer)

    @operation(
        uses=st.tuples(st.booleans(), st.booleans(), st.booleans()),
        asset=st.sampled_from((ETH, ETH, BOND, NO_ASSET)),
        fault=st.sampled_from(("", "", "token", "exposure", "haircut")),
        right=rightful,
    )
    def list_asset(
        self, uses: tuple[bool, bool, bool], asset: int, fault: str, *, right: bool
    ) -> None:
        """An underlying without a token, and more uses of what is there."""
        caller, book = self.officer(right=right), self.book
        listed = book.assets.get(asset)
        had = (listed.collateral, listed.tradable, listed.settlement) if listed else uses
        answer = book.add_uses(caller, asset, uses if fault else had)
        call: tuple[Any, ...] = (asset, *(uses if fault else had))
        self.send(self.contract.addUses, *call, sender=caller, answer=answer)
        listing = Listing(
            decimals=9,
            uses=(fault == "token", True, False),
            issuer=0,
            kind=1,
            age_minutes=60,
            haircut_bps=10_000 if fault == "haircut" else 100,
            exposure_bps=0 if fault == "exposure" else 100,
            caps=(1, 2, 3),
        )
        answer = book.admit_asset(caller, listing)
        words = (
            ZERO_ADDRESS,
            listing.decimals,
            *listing.uses,
            0,
            listing.kind,
            listing.age_minutes,
            listing.haircut_bps,
            listing.exposure_bps,
            ZERO_ADDRESS,
            listing.caps,
        )
        self.send(self.contract.listAsset, words, sender=caller, answer=answer)
        assert self.contract.assetCount() == len(book.assets) >= len(ASSETS)
