"""Admission of assets, securities, currencies and participants; prices; capital figures."""

import re
from pathlib import Path
from typing import Any

import pytest

from quantera.evm import ZERO_ADDRESS, expect_revert
from quantera.gas.settlement_stack import EU, EVERYWHERE, ONE, UK, US, Kind, asset_terms
from quantera.toolchain.workspace import ROOT
from tests.unit.settlement.conftest import Market

OUTSIDE, GROUP_1A, GROUP_1B, GROUP_2A, GROUP_2B = range(5)
CENTRAL_BANK = 1
AS_OF = 1_767_000_000


def profile(group: int, weight: int, **changes: Any) -> dict[str, Any]:
    return {
        "group": group,
        "riskWeightBps": weight,
        "infrastructureAddOnBps": 0,
        "asOf": AS_OF,
        "lookThroughHash": bytes(32),
        "source": "assessment",
        **changes,
    }


class TestTerms:
    def test_terms_come_back_as_they_were_given(self, market: Market) -> None:
        feed = market.stack.chain.deploy("FeedProbe", 8, ONE)
        terms = asset_terms(
            Kind.STABLECOIN,
            riskWeight=77,
            home=UK,
            jurisdictions=1 << UK | 1 << EU,
            feed=feed.address,
            maxAge=2**24 - 1,
            bandBps=1_000,
            haircutBps=10_000,
            dailyCap=16_777_215 * 10**20,
            isPreferred=True,
            isPausable=True,
            isCompliant=True,
            claim=3,
            claimDocument=b"d" * 32,
        )
        token = market.stack.list_asset(market.stack.plain("Full", 6), terms)
        assert market.manager.assetTerms(token)._asdict() == terms
        shown = market.manager.settlementAsset(token)
        assert shown == (token.address, Kind.STABLECOIN, "UK", 77, True)
        assert token.address in market.manager.assetsOf(0)

    @pytest.mark.parametrize("home", range(5))
    def test_homes_have_names(self, market: Market, home: int) -> None:
        token = market.stack.asset("Asset", Kind.WCBDC, home=home)
        expected = ["US", "EU", "UK", "SG", "JP"][home]
        assert market.manager.settlementAsset(token).jurisdiction == expected

    @pytest.mark.parametrize(
        ("kind", "changes", "cause"),
        [
            (Kind.WCBDC, {"home": 5}, "home"),
            (Kind.WCBDC, {"jurisdictions": 1 << US}, "jurisdictions"),
            (Kind.WCBDC, {"jurisdictions": 0}, "jurisdictions"),
            (Kind.WCBDC, {"jurisdictions": 1 << 5 | EVERYWHERE}, "jurisdictions"),
            (Kind.STABLECOIN, {"feed": ZERO_ADDRESS}, "feed"),
            (Kind.CRYPTO, {"feed": ZERO_ADDRESS}, "feed"),
            (Kind.STABLECOIN, {"maxAge": 0}, "maxAge"),
            (Kind.STABLECOIN, {"bandBps": 0}, "bandBps"),
            (Kind.STABLECOIN, {"bandBps": 1_001}, "bandBps"),
            (Kind.WCBDC, {"haircutBps": 10_001}, "haircutBps"),
            (Kind.WCBDC, {"dailyCap": 0}, "dailyCap"),
            (Kind.WCBDC, {"dailyCap": 16_777_217}, "dailyCap"),
            (Kind.WCBDC, {"claim": 1}, "claimDocument"),
        ],
    )
    def test_contradictions_are_refused(
        self, market: Market, kind: Kind, changes: dict[str, Any], cause: str
    ) -> None:
        feed = market.stack.chain.deploy("FeedProbe", 8, ONE)
        terms = asset_terms(kind, **{"feed": feed, "maxAge": 60, "bandBps": 1, **changes})
        with expect_revert("TermsInvalid", cause=cause):
            market.stack.list_asset(market.stack.plain("Wrong"), terms)

    def test_an_asset_keeps_its_currency_and_a_security_its_nature(self, market: Market) -> None:
        feed = market.stack.chain.deploy("FeedProbe", 8, ONE)
        market.manager.addCurrency(b"EUR", feed, 60, sender=market.governor)
        with expect_revert("TermsInvalid", cause="currency"):
            market.stack.list_asset(market.cash, asset_terms(Kind.WCBDC, currency=1))
        with expect_revert("CurrencyUnknown", currency=2):
            market.stack.list_asset(market.stack.plain("New"), asset_terms(Kind.WCBDC, currency=2))
        with expect_revert("AssetAlreadyListed", token=market.security):
            market.stack.list_asset(market.security, asset_terms(Kind.WCBDC))
        for token in (market.cash, market.security):
            with expect_revert("AssetAlreadyListed", token=token):
                market.manager.listSecurity(token, EU, False, sender=market.governor)
        with expect_revert("TermsInvalid", cause="home"):
            market.manager.listSecurity(
                market.stack.plain("Bond"), 5, False, sender=market.governor
            )

    def test_listing_again_lifts_no_suspension(self, market: Market) -> None:
        market.manager.suspendAsset(market.cash, sender=market.governor)
        market.stack.list_asset(market.cash, asset_terms(Kind.WCBDC))
        assert not market.manager.isEligibleCollateral(market.cash).eligible
        with expect_revert("PaymentAssetRefused", reason=2):
            market.settle(market.terms())

    def test_a_currency_has_sixteen_assets(self, market: Market) -> None:
        for number in range(11):
            market.stack.asset(f"Asset {number}", Kind.WCBDC)
        with expect_revert("TooMany", most=16):
            market.stack.asset("Asset 17", Kind.WCBDC)

    def test_unlisted_assets_are_unknown(self, market: Market) -> None:
        other = market.stack.plain("Other")
        views = ("settlementAsset", "assetTerms", "assetPrice", "baselProfile")
        for view in (*views, "isEligibleCollateral"):
            for token in (other, market.security):
                with expect_revert("AssetNotListed", token=token):
                    market.manager.function(view)(token)
        for change in ("suspendAsset", "resumeAsset", "refreshPrice"):
            with expect_revert("AssetNotListed", token=other):
                market.manager.function(change)(other, sender=market.governor)


class TestTokens:
    @pytest.mark.parametrize(
        ("name", "arguments", "cause"),
        [("PlainToken", ("Long", 19), "decimals"), ("FeedProbe", (19, 1), "decimals")],
    )
    def test_decimals_are_known(
        self, market: Market, name: str, arguments: tuple[Any, ...], cause: str
    ) -> None:
        token = market.stack.chain.deploy(name, *arguments)
        with expect_revert("TokenRefused", token=token, cause=cause):
            market.stack.list_asset(token, asset_terms(Kind.WCBDC))

    def test_a_token_has_code_and_decimals(self, market: Market) -> None:
        with expect_revert("TokenRefused", token=market.carrier, cause="code"):
            market.manager.listSecurity(market.carrier, EU, False, sender=market.governor)
        token = market.stack.chain.deploy("MisbehavingToken")
        token.misbehave(5, sender=market.carrier)
        with expect_revert("TokenRefused", token=token, cause="decimals"):
            market.stack.list_asset(token, asset_terms(Kind.WCBDC))

    def test_a_fee_switch_must_be_off(self, market: Market) -> None:
        token = market.stack.chain.deploy("UsdtBehaviour")
        token.setParams(1, 10, sender=market.carrier)
        with expect_revert("TokenRefused", token=token, cause="fee"):
            market.stack.list_asset(token, asset_terms(Kind.WCBDC))
        token.setParams(0, 0, sender=market.carrier)
        market.stack.list_asset(token, asset_terms(Kind.WCBDC))


class TestPrices:
    @pytest.mark.parametrize(
        ("decimals", "answer", "price"),
        [(8, ONE, ONE), (18, 10**18, ONE), (6, 999_999, 99_999_900), (0, 3, 3 * ONE)],
    )
    def test_answers_are_read_in_eight_decimals(
        self, market: Market, decimals: int, answer: int, price: int
    ) -> None:
        feed = market.stack.chain.deploy("FeedProbe", decimals, answer)
        token = market.stack.asset("Coin", Kind.STABLECOIN, feed=feed.address, maxAge=60, bandBps=1)
        assert market.manager.assetPrice(token) == (price, feed.updatedAt())

    def test_unusable_answers_change_nothing(self, market: Market) -> None:
        token = market.assets[Kind.STABLECOIN]
        feed = market.stack.chain.at(market.manager.assetTerms(token).feed, "FeedProbe")
        now, known = market.stack.chain.timestamp, market.manager.assetPrice(token)
        for answer, at in ((0, now), (-1, now), (ONE, 0), (ONE, now + 1), (2**56, now)):
            feed.tell(answer, at, sender=market.carrier)
            with expect_revert("FeedUnusable", feed=feed):
                market.manager.refreshPrice(token, sender=market.carrier)
        feed.tell(ONE, known.updatedAt - 1, sender=market.carrier)
        with expect_revert("FeedUnusable"):
            market.manager.refreshPrice(token, sender=market.carrier)
        feed.tell(2**56 - 1, now, sender=market.carrier)
        with market.stack.chain.rollback():
            market.manager.refreshPrice(token, sender=market.carrier)
            assert market.manager.assetPrice(token).price == 2**56 - 1
        for name, argument in (("setDecimals", 19), ("breakDown", True)):
            with market.stack.chain.rollback():
                feed.function(name)(argument, sender=market.carrier)
                with expect_revert("FeedUnusable"):
                    market.manager.refreshPrice(token, sender=market.carrier)
        assert market.manager.assetPrice(token) == known

    def test_an_asset_without_feed_has_its_currencys_price(self, market: Market) -> None:
        feed = market.stack.chain.deploy("FeedProbe", 8, 110 * 10**6)
        receipt = market.manager.addCurrency(b"EUR", feed, 60, sender=market.governor)
        assert receipt.return_value == 1
        token = market.stack.asset("Euro", Kind.WCBDC, currency=1)
        assert market.manager.assetPrice(token).price == 110 * 10**6
        assert market.manager.currencyRate(1).code == b"EUR"
        with expect_revert("FeedUnusable"):
            market.manager.refreshPrice(token, sender=market.carrier)
        for code, age, cause in (
            (b"EUR", 60, "code"),
            (bytes(3), 60, "code"),
            (b"GBP", 0, "maxAge"),
        ):
            with expect_revert("TermsInvalid", cause=cause):
                market.manager.addCurrency(code, feed, age, sender=market.governor)
        for currency in (0, 2):
            with expect_revert("FeedUnusable" if currency == 0 else "CurrencyUnknown"):
                market.manager.refreshRate(currency, sender=market.carrier)


class TestCapital:
    @pytest.mark.parametrize(
        ("kind", "group", "weight", "collateral"),
        [
            (Kind.WCBDC, OUTSIDE, 0, True),
            (Kind.RBDC, OUTSIDE, 0, True),
            (Kind.DEPOSIT_TOKEN, GROUP_1A, 2_000, True),
            (Kind.STABLECOIN, GROUP_2B, 125_000, False),
            (Kind.CRYPTO, GROUP_2B, 125_000, False),
        ],
    )
    def test_defaults_are_cautious(
        self, market: Market, kind: Kind, group: int, weight: int, collateral: bool
    ) -> None:
        token = market.assets[kind]
        found = market.manager.baselProfile(token)
        assert (found.group, found.riskWeightBps) == (group, weight)
        assert market.manager.isEligibleCollateral(token).eligible == collateral

    @pytest.mark.parametrize("claim", [0, 2, 3])
    def test_without_a_claim_on_a_central_bank_no_such_treatment(
        self, market: Market, claim: int
    ) -> None:
        token = market.stack.asset("Reserve", Kind.RBDC, claim=claim)
        assert market.manager.baselProfile(token).riskWeightBps == 125_000
        for wrong in (profile(OUTSIDE, 2_000), profile(GROUP_1A, 1_999)):
            with expect_revert("LegalClaimMissing", token=token):
                market.manager.setBaselProfile(token, wrong, sender=market.governor)
        market.manager.setBaselProfile(token, profile(GROUP_1A, 2_000), sender=market.governor)

    def test_a_claim_cannot_be_dropped_under_a_profile_that_needs_it(self, market: Market) -> None:
        token = market.assets[Kind.RBDC]
        market.manager.setBaselProfile(token, profile(OUTSIDE, 0), sender=market.governor)
        with expect_revert("LegalClaimMissing", token=token):
            market.stack.list_asset(token, asset_terms(Kind.RBDC, claim=3))

    @pytest.mark.parametrize(
        ("kind", "wrong", "cause"),
        [
            (Kind.STABLECOIN, profile(GROUP_1B, 125_001), "riskWeightBps"),
            (Kind.STABLECOIN, profile(GROUP_2B, 124_999), "riskWeightBps"),
            (Kind.STABLECOIN, profile(OUTSIDE, 0), "group"),
            (Kind.WCBDC, profile(OUTSIDE, 0, infrastructureAddOnBps=1), "infrastructureAddOnBps"),
            (Kind.CRYPTO, profile(GROUP_2A, 1, infrastructureAddOnBps=1), "infrastructureAddOnBps"),
            (Kind.WCBDC, profile(OUTSIDE, 0, asOf=0), "asOf"),
            (Kind.WCBDC, profile(OUTSIDE, 0, asOf=2**40 - 1), "asOf"),
            (Kind.WCBDC, profile(OUTSIDE, 0, source=""), "source"),
        ],
    )
    def test_unsound_profiles(
        self, market: Market, kind: Kind, wrong: dict[str, Any], cause: str
    ) -> None:
        with expect_revert("TermsInvalid", cause=cause):
            market.manager.setBaselProfile(market.assets[kind], wrong, sender=market.governor)

    def test_the_score_orders_and_the_profile_does_not(self, market: Market) -> None:
        """Preference and capital are two numbers: neither changes the other."""
        before = market.manager.explainSelection(0, market.alice, market.bob, ONE, 31)
        heavy = profile(GROUP_1A, 125_000)
        market.manager.setBaselProfile(market.assets[Kind.RBDC], heavy, sender=market.governor)
        after = market.manager.explainSelection(0, market.alice, market.bob, ONE, 31)
        assert [row.token for row in before] == [row.token for row in after]
        assert market.manager.settlementAsset(market.assets[Kind.RBDC]).riskWeight == 5

    def test_group_1b_is_paid_in_but_is_no_collateral(self, market: Market) -> None:
        token = market.assets[Kind.STABLECOIN]
        found = profile(GROUP_1B, 2_000)
        market.manager.setBaselProfile(token, found, sender=market.governor)
        assert not market.manager.isEligibleCollateral(token).eligible
        market.settle(market.terms(cash=token))
        market.manager.setBaselProfile(token, profile(GROUP_2A, 1), sender=market.governor)
        with expect_revert("Group2LimitExceeded"):
            market.settle(market.terms(cash=token), nonce=2)

    def test_figures_round_up_and_know_the_add_on(self, market: Market) -> None:
        token = market.assets[Kind.DEPOSIT_TOKEN]
        added = profile(GROUP_1A, 2_000, infrastructureAddOnBps=250)
        market.manager.setBaselProfile(token, added, sender=market.governor)
        assert market.manager.capitalFigures(token, 101) == (21, 2)
        market.manager.switchInfrastructureAddOnOn(EU, sender=market.governor)
        assert market.manager.capitalFigures(token, 1_000) == (225, 18)
        market.manager.switchInfrastructureAddOnOff(EU, sender=market.governor)
        market.manager.switchInfrastructureAddOnOn(US, sender=market.governor)
        assert market.manager.capitalFigures(token, 1_000) == (200, 16)
        for change in ("switchInfrastructureAddOnOn", "switchInfrastructureAddOnOff"):
            with expect_revert("TermsInvalid", cause="jurisdiction"):
                market.manager.function(change)(5, sender=market.governor)

    def test_haircuts_are_their_own_number(self, market: Market) -> None:
        token = market.stack.asset("Cut", Kind.WCBDC, haircutBps=150)
        assert market.manager.isEligibleCollateral(token) == (True, 150)


class TestParticipants:
    @pytest.mark.parametrize(
        ("account", "institution", "jurisdictions", "cause"),
        [
            (ZERO_ADDRESS, "bob", 1, "account"),
            ("manager", "bob", 1, "account"),
            ("bob", ZERO_ADDRESS, 1, "institution"),
            ("bob", "bob", 0, "jurisdictions"),
            ("bob", "bob", 32, "jurisdictions"),
        ],
    )
    def test_who_cannot_be_one(
        self, market: Market, account: str, institution: str, jurisdictions: int, cause: str
    ) -> None:
        who, whose = (getattr(market, item, item) for item in (account, institution))
        with expect_revert("TermsInvalid", cause=cause):
            market.manager.admitParticipant(who, whose, jurisdictions, sender=market.governor)

    def test_suspension_and_figures(self, market: Market) -> None:
        institution = market.stack.chain.actor("institution of bob")
        assert market.manager.participantOf(market.bob) == (institution, EVERYWHERE)
        market.manager.suspendParticipant(market.bob, sender=market.governor)
        assert market.manager.participantOf(market.bob) == (ZERO_ADDRESS, 0)
        with expect_revert("InstitutionNotAttested", institution=institution):
            market.manager.institutionOf(institution)
        market.manager.attestInstitution(institution, 5, 3, sender=market.governor)
        assert market.manager.institutionOf(institution) == (5, 3)
        with expect_revert("LocalRoleMissing"):
            market.manager.attestInstitution(institution, 5, 3, sender=market.bob)


CLAIM = re.compile(rb"(BIS|Basel|PFMI|CPMI|SCO60)[- ]?(III)?[- ]?complian", re.IGNORECASE)


def test_nothing_claims_compliance_with_a_standard_setter() -> None:
    """Neither what contracts and commands print nor what the documents say."""
    kinds = {".sol", ".py", ".md", ".yaml", ".json", ".ts"}
    looked = 0
    for folder in ("contracts", "quantera", "scripts", "docs", "audits", "packages"):
        for path in sorted((Path(ROOT) / folder).rglob("*")):
            if path.suffix in kinds and "node_modules" not in path.parts:
                looked += 1
                assert not CLAIM.search(path.read_bytes()), path
    assert looked > 500
    assert not CLAIM.search((Path(ROOT) / "README.md").read_bytes())
    assert CLAIM.search(b"a BIS-compliant asset")
