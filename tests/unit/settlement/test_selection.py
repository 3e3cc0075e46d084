"""Which asset a payment is made in: order, eligibility, reasons; views and payments agree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from quantera.gas.settlement_stack import ALL_KINDS, EU, EVERYWHERE, ONE, US, Kind, asset_terms
from tests.unit.settlement.conftest import FUNDS, Market

PREFERENCE = [Kind.WCBDC, Kind.RBDC, Kind.DEPOSIT_TOKEN, Kind.STABLECOIN, Kind.CRYPTO]
VALUE = 5 * ONE
REFERENCE = b"r" * 32
INVALID = 0xFE
"""An operation that fails with all gas."""


def explain(market: Market, value: int = VALUE, accepted: int = ALL_KINDS) -> list[Any]:
    found: list[Any] = market.manager.explainSelection(0, market.alice, market.bob, value, accepted)
    return found


def reasons(market: Market, **options: Any) -> dict[str, int]:
    return {row.token: row.reason for row in explain(market, **options)}


def pay(market: Market, value: int = VALUE, accepted: int = ALL_KINDS) -> Any:
    return market.manager.pay(0, market.bob, value, accepted, REFERENCE, sender=market.alice)


def attest(market: Market, tier1: int = 10**6 * ONE, exposure: int = 0) -> None:
    for name in ("alice", "bob"):
        institution = market.stack.chain.actor(f"institution of {name}")
        market.manager.attestInstitution(institution, tier1, exposure, sender=market.governor)


def feed_of(market: Market, token: Contract) -> Contract:
    return market.stack.chain.at(market.manager.assetTerms(token).feed, "FeedProbe")


def reprice(market: Market, token: Contract, price: int) -> None:
    feed_of(market, token).tell(price, market.stack.chain.timestamp, sender=market.carrier)
    market.manager.refreshPrice(token, sender=market.carrier)


class TestOrder:
    def test_s_01_enum_order_trap(self, market: Market) -> None:
        """The kinds' numbers are not the order of preference."""
        attest(market)
        numbers = [market.manager.preferenceOrder(position) for position in range(5)]
        assert numbers == PREFERENCE != sorted(PREFERENCE)
        assert [row.token for row in explain(market)] == [
            market.assets[kind].address for kind in PREFERENCE
        ]
        paid = []
        for kind in PREFERENCE:
            token = pay(market).events.one("PaymentSettled").token
            paid.append(token)
            market.manager.suspendAsset(token, sender=market.governor)
            assert token == market.assets[kind]

    def test_seed_scores(self, market: Market) -> None:
        scores = [market.manager.leastRiskWeight(kind) for kind in PREFERENCE]
        assert scores == [0, 5, 20, 50, 100]
        shown = market.manager.settlementAsset(market.assets[Kind.RBDC])
        assert shown == (market.assets[Kind.RBDC].address, Kind.RBDC, "EU", 5, False)

    def test_a_kind_never_scores_better_than_its_own(self, market: Market) -> None:
        token = market.stack.plain("Eager")
        with expect_revert("TermsInvalid", cause="riskWeight"):
            market.stack.list_asset(token, asset_terms(Kind.DEPOSIT_TOKEN, riskWeight=19))
        with expect_revert("TermsInvalid", cause="riskWeight"):
            market.stack.list_asset(token, asset_terms(Kind.WCBDC, riskWeight=101))

    def test_preferred_comes_before_equals(self, market: Market) -> None:
        token = market.stack.asset("Second", Kind.WCBDC, isPreferred=True)
        assert explain(market)[0].token == token
        assert market.manager.settlementAsset(token).isPreferred

    def test_a_lower_score_comes_before_preferred(self, market: Market) -> None:
        token = market.stack.asset("Second", Kind.WCBDC, isPreferred=True, riskWeight=1)
        assert [row.token for row in explain(market)][:2] == [market.cash.address, token.address]

    def test_the_less_used_comes_first_then_the_lower_address(self, market: Market) -> None:
        others = [market.stack.asset(f"Equal {number}", Kind.WCBDC) for number in range(3)]
        equals = sorted([market.cash, *others], key=lambda token: int(str(token), 16))
        market.stack.fund(equals[0], [market.alice], FUNDS) if equals[0] != market.cash else None
        order = [row.token for row in explain(market)][:4]
        assert order == [str(token) for token in equals]
        pay(market)
        used = next(token for token in equals if market.manager.assetTotal(token))
        order = [row.token for row in explain(market)][:4]
        assert order == [str(token) for token in equals if token != used] + [str(used)]

    def test_use_counts_as_a_share_of_the_cap(self, market: Market) -> None:
        small = market.stack.asset("Small", Kind.WCBDC, dailyCap=10**20, isPreferred=True)
        large = market.stack.asset("Large", Kind.WCBDC, dailyCap=10**24, isPreferred=True)
        for token in (small, large):
            market.stack.fund(token, [market.alice], FUNDS)
        terms = market.terms(cash=small, amount=10**10)
        market.stack.fund(small, [market.bob], FUNDS)
        market.stack.fund(large, [market.bob], FUNDS)
        market.settle(terms)
        market.settle(market.terms(cash=large, amount=10**11), nonce=2)
        assert [row.token for row in explain(market)][:2] == [large.address, small.address]


class TestEligibility:
    def test_a_suspended_asset_is_passed_over(self, market: Market) -> None:
        market.manager.suspendAsset(market.cash, sender=market.governor)
        assert reasons(market)[market.cash.address] == 2
        assert pay(market).events.one("PaymentSettled").token == market.assets[Kind.RBDC]
        market.manager.resumeAsset(market.cash, sender=market.governor)
        assert reasons(market)[market.cash.address] == 0

    def test_s_08_jurisdiction_mask_empty(self, market: Market) -> None:
        """Without a common jurisdiction every asset is rejected (RJCT) with reason 5."""
        for account, jurisdictions in ((market.alice, 1 << EU), (market.bob, 1 << US)):
            market.manager.admitParticipant(account, account, jurisdictions, sender=market.governor)
        assert set(reasons(market).values()) == {5}
        with expect_revert("NoEligibleAsset", currency=0, reason=5):
            pay(market)
        with expect_revert("PaymentAssetRefused", reason=5):
            market.settle(market.terms())

    def test_the_asset_must_share_the_jurisdiction(self, market: Market) -> None:
        terms = asset_terms(Kind.WCBDC, home=US, jurisdictions=1 << US)
        market.stack.list_asset(market.cash, terms)
        market.manager.admitParticipant(
            market.bob, market.bob, EVERYWHERE & ~(1 << US), sender=market.governor
        )
        assert reasons(market)[market.cash.address] == 5
        assert explain(market)[1].reason == 0

    @pytest.mark.parametrize(("name", "reason"), [("alice", 12), ("bob", 13)])
    def test_parties_must_be_admitted(self, market: Market, name: str, reason: int) -> None:
        market.manager.suspendParticipant(getattr(market, name), sender=market.governor)
        assert set(reasons(market).values()) == {reason}
        with expect_revert("NoEligibleAsset", reason=reason):
            pay(market)
        with expect_revert("ParticipantNotAdmitted", account=getattr(market, name)):
            market.settle(market.terms())

    def test_the_payer_accepts_kinds(self, market: Market) -> None:
        found = reasons(market, accepted=1 << Kind.RBDC)
        assert [found[str(market.assets[kind])] for kind in PREFERENCE] == [14, 0, 14, 14, 14]
        with expect_revert("NoEligibleAsset", reason=14):
            pay(market, accepted=0)

    def test_a_security_is_never_paid_in(self, market: Market) -> None:
        assert market.security.address not in reasons(market)
        with expect_revert("PaymentAssetRefused", token=market.security, reason=3):
            market.settle(market.terms(cash=market.security, security=market.cash))

    @pytest.mark.parametrize(("short", "reason"), [(0, 0), (1, 10)])
    def test_the_payer_must_be_funded(self, market: Market, short: int, reason: int) -> None:
        rest = FUNDS - VALUE * 10**10 + short
        market.cash.transfer(market.carrier, rest, sender=market.alice)
        assert reasons(market)[market.cash.address] == reason
        paid = pay(market).events.one("PaymentSettled").token
        assert (paid == market.cash) == (reason == 0)

    def test_only_those_that_come_up_are_asked(self, market: Market) -> None:
        """Tokens behind the one that is taken are not called: they may be broken."""
        for kind in PREFERENCE[1:]:
            market.stack.chain.set_code(market.assets[kind], bytes([INVALID]))
        assert pay(market).events.one("PaymentSettled").token == market.cash
        market.manager.suspendAsset(market.cash, sender=market.governor)
        with expect_revert():
            pay(market)

    @pytest.mark.parametrize(("short", "reason"), [(0, 0), (1, 10)])
    def test_the_payer_must_have_approved(self, market: Market, short: int, reason: int) -> None:
        market.cash.approve(market.manager, VALUE * 10**10 - short, sender=market.alice)
        assert reasons(market)[market.cash.address] == reason
        paid = pay(market).events.one("PaymentSettled").token
        assert (paid == market.cash) == (reason == 0)

    @pytest.mark.parametrize(("cap", "reason"), [(VALUE * 10**10, 0), (VALUE * 10**10 - 10**12, 8)])
    def test_the_daily_cap_must_have_room(self, market: Market, cap: int, reason: int) -> None:
        market.stack.list_asset(market.cash, asset_terms(Kind.WCBDC, dailyCap=cap))
        assert reasons(market)[market.cash.address] == reason
        paid = pay(market).events.one("PaymentSettled").token
        assert (paid == market.cash) == (reason == 0)

    def test_the_cap_starts_again_at_midnight(self, market: Market) -> None:
        market.stack.list_asset(market.cash, asset_terms(Kind.WCBDC, dailyCap=VALUE * 10**10))
        pay(market)
        assert reasons(market)[market.cash.address] == 8
        chain = market.stack.chain
        chain.set_timestamp((chain.timestamp // 86_400 + 1) * 86_400 - 1)
        assert reasons(market)[market.cash.address] == 8
        chain.advance(1)
        assert reasons(market)[market.cash.address] == 0

    def test_s_09_fallback_on_pause(self, market: Market) -> None:
        """A paused token is passed over, by the view and by the payment."""
        token = market.stack.chain.deploy("UsdcBehaviour")
        market.stack.list_asset(token, asset_terms(Kind.WCBDC, isPausable=True, isPreferred=True))
        market.stack.fund(token, [market.alice], FUNDS)
        assert explain(market)[0] == (token.address, VALUE // 100, 0)
        token.setPaused(True, sender=market.carrier)
        assert explain(market)[0] == (token.address, VALUE // 100, 9)
        assert pay(market).events.one("PaymentSettled").token == market.cash
        token.setPaused(False, sender=market.carrier)
        assert pay(market).events.one("PaymentSettled").token == token

    @pytest.mark.parametrize(
        ("price", "reason"),
        [(ONE, 0), (99 * 10**6, 0), (99 * 10**6 - 1, 7), (101 * 10**6, 0), (101 * 10**6 + 1, 7)],
    )
    def test_s_10_depeg_trip(self, market: Market, price: int, reason: int) -> None:
        """Off its peg by more than its band, an asset is passed over until it is back."""
        attest(market)
        token = market.assets[Kind.STABLECOIN]
        reprice(market, token, price)
        assert reasons(market, accepted=1 << Kind.STABLECOIN)[token.address] == reason
        if reason:
            with expect_revert("NoEligibleAsset"):
                pay(market, accepted=1 << Kind.STABLECOIN)
            with expect_revert("PaymentAssetRefused", token=token, reason=7):
                market.settle(market.terms(cash=token))
        else:
            pay(market, accepted=1 << Kind.STABLECOIN)
        reprice(market, token, ONE)
        pay(market, accepted=1 << Kind.STABLECOIN)

    @pytest.mark.parametrize(("late", "reason"), [(0, 0), (1, 6)])
    def test_a_price_goes_stale(self, market: Market, late: int, reason: int) -> None:
        attest(market)
        token = market.assets[Kind.STABLECOIN]
        terms = market.manager.assetTerms(token)._asdict() | {"maxAge": 3600}
        market.stack.list_asset(token, terms)
        chain = market.stack.chain
        chain.set_timestamp(market.manager.assetPrice(token).updatedAt + 3600 + late)
        assert reasons(market)[token.address] == reason
        reprice(market, token, ONE)
        assert reasons(market)[token.address] == 0


class TestAmounts:
    def test_amounts_round_against_the_payer(self, market: Market) -> None:
        token = market.stack.asset("Cents", Kind.WCBDC, decimals=2, isPreferred=True)
        market.stack.fund(token, [market.alice], FUNDS)
        assert explain(market, value=1)[0].amount == 1
        assert explain(market, value=10**6)[0].amount == 1
        assert explain(market, value=10**6 + 1)[0].amount == 2

    def test_crypto_is_paid_at_the_market(self, market: Market) -> None:
        attest(market, tier1=10**12 * ONE)
        token = market.assets[Kind.CRYPTO]
        reprice(market, token, 3 * ONE)
        row = next(row for row in explain(market, value=10 * ONE) if row.token == token)
        assert row.amount == -(-10 * 10**18 // 3)
        pay(market, value=10 * ONE, accepted=1 << Kind.CRYPTO)

    def test_s_22_zero_and_max_amounts(self, market: Market) -> None:
        """Nothing, or more than the counters hold, is refused before anything moves."""
        for value in (0, 2**96):
            with expect_revert("PaymentInvalid"):
                pay(market, value=value)
            with expect_revert("PaymentInvalid"):
                explain(market, value=value)
        with expect_revert("NoEligibleAsset"):
            pay(market, value=2**96 - 1)
        for field in ("quantity", "amount"):
            for wrong in (0, 2**96):
                with expect_revert("TradeInvalid", cause=field):
                    market.settle(market.terms(**{field: wrong}))
        with expect_revert("PaymentInvalid"):
            market.manager.pay(0, market.alice, 1, ALL_KINDS, REFERENCE, sender=market.alice)

    def test_an_unknown_currency_has_no_assets(self, market: Market) -> None:
        with expect_revert():
            market.manager.pay(7, market.bob, 1, ALL_KINDS, REFERENCE, sender=market.alice)


class TestGroup2:
    def test_without_attested_capital_nothing_is_received(self, market: Market) -> None:
        token = market.assets[Kind.CRYPTO]
        assert reasons(market)[token.address] == 11
        with expect_revert("Group2LimitExceeded"):
            market.settle(market.terms(cash=token))

    @pytest.mark.parametrize(
        ("exposure", "flagged", "reason"),
        [(1, False, 0), (100, True, 0), (199, True, 0), (200, None, 11)],
    )
    def test_s_23_group_2_limit_breach_flagged(
        self, market: Market, exposure: int, flagged: bool | None, reason: int
    ) -> None:
        """Above 1 % of Tier 1 an exposure is flagged, above 2 % refused."""
        attest(market, tier1=10_000 * ONE, exposure=exposure * ONE)
        token = market.assets[Kind.CRYPTO]
        found = reasons(market, value=ONE, accepted=1 << Kind.CRYPTO)
        assert found[token.address] == reason
        if reason:
            with expect_revert("NoEligibleAsset"):
                pay(market, value=ONE, accepted=1 << Kind.CRYPTO)
            return
        receipt = pay(market, value=ONE, accepted=1 << Kind.CRYPTO)
        assert bool(receipt.events.named("Group2LimitPassed")) == flagged
        taker, giver = (market.stack.chain.actor(f"institution of {n}") for n in ("bob", "alice"))
        assert market.manager.institutionOf(taker).exposureValue == (exposure + 1) * ONE
        assert market.manager.institutionOf(giver).exposureValue == (exposure - 1) * ONE

    def test_moves_within_an_institution_change_nothing(self, market: Market) -> None:
        attest(market, tier1=10_000 * ONE, exposure=200 * ONE)
        institution = market.stack.chain.actor("institution of bob")
        market.manager.admitParticipant(
            market.alice, institution, EVERYWHERE, sender=market.governor
        )
        pay(market, value=ONE, accepted=1 << Kind.CRYPTO)
        assert market.manager.institutionOf(institution).exposureValue == 200 * ONE


@given(
    decision=st.lists(
        st.tuples(st.sampled_from(PREFERENCE), st.sampled_from(["suspend", "drain", "cap"])),
        max_size=4,
        unique_by=lambda item: item[0],
    ),
    value=st.integers(1, 10 * ONE),
    accepted=st.integers(0, ALL_KINDS),
)
def test_set_04_payments_take_what_the_view_says(
    market_session: Market, decision: list[tuple[Kind, str]], value: int, accepted: int
) -> None:
    market = market_session
    with market.stack.chain.rollback():
        attest(market, tier1=10**9 * ONE)
        for kind, change in decision:
            token = market.assets[kind]
            if change == "suspend":
                market.manager.suspendAsset(token, sender=market.governor)
            elif change == "drain":
                token.transfer(market.carrier, FUNDS, sender=market.alice)
            else:
                terms = market.manager.assetTerms(token)._asdict() | {"dailyCap": 10**15}
                market.stack.list_asset(token, terms)
        rows = explain(market, value=value, accepted=accepted)
        eligible = [(row.token, row.amount) for row in rows if row.reason == 0]
        selected = market.manager.selectAsset(0, market.alice, market.bob, value, accepted)
        if not eligible:
            assert tuple(selected) == (ZERO_ADDRESS, 0)
            with expect_revert("NoEligibleAsset", reason=rows[0].reason):
                pay(market, value=value, accepted=accepted)
            return
        event = pay(market, value=value, accepted=accepted).events.one("PaymentSettled")
        assert (event.token, event.amount) == eligible[0] == tuple(selected)
