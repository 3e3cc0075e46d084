"""Batches of prices under one signature of a holder of PRICER."""

from typing import Any

import pytest

from quantera.access import LocalRole
from quantera.evm import Actor, expect_revert
from quantera.gas.brokerage_listing import compact
from quantera.gas.settlement_stack import sign
from tests.unit.brokerage.pricing import (
    BPS,
    HOUR,
    MINUTE,
    ONE,
    Desk,
    Outcome,
    Priced,
    ceil_div,
    packed,
    refused,
)

TERMS = {"bandBps": 500, "spacing": 10, "maxAge": 120}


def switched_on(desk: Desk) -> Actor:
    """A holder of PRICER, with signed batches switched on."""
    pricer = desk.chain.actor("pricer")
    desk.book.grantLocalRole(LocalRole.PRICER, pricer, sender=desk.governor)
    desk.book.setSignedTerms(TERMS, sender=desk.governor)
    return pricer


@pytest.fixture
def pricer(desk: Desk) -> Actor:
    return switched_on(desk)


@pytest.fixture
def asset(desk: Desk) -> Priced:
    """Priced ten minutes ago."""
    found = desk.asset(100 * ONE, signedAllowed=True)
    desk.chain.advance(10 * MINUTE)
    return found


class TestBatches:
    def test_a_batch_moves_prices(self, desk: Desk, pricer: Actor) -> None:
        assets = [desk.asset(100 * ONE, signedAllowed=True) for _ in range(8)]
        desk.chain.advance(5 * MINUTE)
        prices = [packed(asset, (96 + n) * ONE, 20 + n) for n, asset in enumerate(assets)]
        receipt = desk.post(pricer, prices)
        event = receipt.events.one("PricesPosted")
        assert (event.signer, event.head) == (pricer, desk.now)
        assert event.prices == b"".join(prices)
        for number, asset in enumerate(assets):
            low = (96 + number) * ONE
            assert desk.price(asset) == (low, low + ceil_div(low * (20 + number), BPS))
            assert desk.book.priceOf(asset.id).time == desk.now
        assert desk.book.signedTerms().lastAt == desk.now

    def test_feeds_have_the_last_word(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        desk.post(pricer, [packed(asset, 104 * ONE)])
        assert desk.refresh(asset) == [Outcome.ACCEPTED]
        assert desk.price(asset) == (100 * ONE, 100 * ONE)

    @pytest.mark.parametrize(
        ("low", "spread", "counts"),
        [
            (95 * ONE, 1_000, True),
            (95 * ONE - 1, 0, False),
            (100 * ONE, 500, True),
            (100 * ONE, 501, False),
            (105 * ONE, 0, True),
            (105 * ONE + 1, 0, False),
            (0, 0, False),
            (2**72 - 1, 2**16 - 1, False),
        ],
    )
    def test_a_price_out_of_its_band_does_not_count(
        self, desk: Desk, asset: Priced, *, low: int, spread: int, counts: bool
    ) -> None:
        """T-21: and does not stop the others."""
        other = desk.asset(100 * ONE, signedAllowed=True)
        desk.chain.advance(MINUTE)
        signer = switched_on(desk)
        receipt = desk.post(signer, [packed(asset, low, spread), packed(other, 101 * ONE)])
        assert refused(receipt) == (0 if counts else 1)
        moved = low, low + ceil_div(low * spread, BPS)
        assert desk.price(asset) == (moved if counts else (100 * ONE, 100 * ONE))
        assert desk.price(other) == (101 * ONE, 101 * ONE)

    def test_a_spread_fits_its_bits(self, desk: Desk, pricer: Actor) -> None:
        """The feeds' own spread is the widest that the word holds."""
        asset = desk.asset(ONE, signedAllowed=True, bandBps=9_999)
        for _ in range(3):
            desk.move(asset, 10 * ONE)
            desk.chain.advance(70)
        high = desk.price(asset)[1]
        assert high < 10 * ONE
        assert refused(desk.post(pricer, [packed(asset, ONE, 2**14)]))

    def test_only_assets_that_allow_it(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        other = desk.asset(100 * ONE)
        desk.chain.advance(MINUTE)
        receipt = desk.post(
            pricer, [packed(other, 101 * ONE), packed(asset, 101 * ONE), packed(255, 101 * ONE)]
        )
        assert refused(receipt) == 0b101
        assert desk.price(other) == (100 * ONE, 100 * ONE)
        settings = desk.book.feedsOf(asset.id)._asdict() | {"signedAllowed": False}
        desk.book.tightenFeeds(asset.id, settings, sender=desk.governor)
        desk.chain.advance(MINUTE)
        receipt = desk.post(pricer, [packed(asset, 102 * ONE)])
        assert refused(receipt) == 1

    def test_a_stale_price_stays_stale(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        desk.chain.advance(HOUR)
        assert refused(desk.post(pricer, [packed(asset, 100 * ONE)]))
        assert not desk.is_fresh(asset)

    def test_a_doubted_price_stays_doubted(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        desk.move(asset, 50 * ONE)
        assert refused(desk.post(pricer, [packed(asset, 100 * ONE)]))
        assert not desk.is_fresh(asset)

    def test_a_price_counts_once_in_a_batch(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        """Else a batch could walk."""
        prices = [packed(asset, 104 * ONE), packed(asset, 108 * ONE)]
        assert refused(desk.post(pricer, prices)) == 0b10
        assert desk.price(asset) == (104 * ONE, 104 * ONE)

    def test_a_price_older_than_a_refresh_does_not_count(
        self, desk: Desk, pricer: Actor, asset: Priced
    ) -> None:
        observed = desk.now
        desk.chain.advance(30)
        desk.move(asset, 101 * ONE)
        receipt = desk.post(pricer, [packed(asset, 99 * ONE)], observed)
        assert refused(receipt) == 1
        assert desk.price(asset) == (101 * ONE, 101 * ONE)


class TestTime:
    def test_batches_keep_their_distance(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        """How fast a price can be walked is bounded."""
        first = desk.now
        desk.post(pricer, [packed(asset, 104 * ONE)])
        desk.chain.advance(9)
        with expect_revert("PricesNotDue", earliest=first + 10):
            desk.post(pricer, [packed(asset, 108 * ONE)])
        desk.chain.advance(1)
        assert not refused(desk.post(pricer, [packed(asset, 108 * ONE)]))

    def test_a_batch_counts_once(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        """T-44: no replay, not even after a refresh."""
        observed = desk.now
        desk.post(pricer, [packed(asset, 104 * ONE)], observed)
        desk.chain.advance(20)
        desk.refresh(asset)
        with expect_revert("PricesNotDue"):
            desk.post(pricer, [packed(asset, 104 * ONE)], observed)

    def test_neither_of_the_future_nor_too_old(
        self, desk: Desk, pricer: Actor, asset: Priced
    ) -> None:
        with expect_revert("PricesNotDue", latest=desk.now):
            desk.post(pricer, [packed(asset, 100 * ONE)], desk.now + 1)
        with expect_revert("PricesNotDue", earliest=desk.now - 120):
            desk.post(pricer, [packed(asset, 100 * ONE)], desk.now - 121)
        desk.post(pricer, [packed(asset, 101 * ONE)], desk.now - 120)
        assert desk.price(asset) == (101 * ONE, 101 * ONE)


class TestSignatures:
    """T-44."""

    def test_the_signer_holds_the_role(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        with expect_revert("LocalRoleMissing", account=desk.keeper):
            desk.post(desk.keeper, [packed(asset, 101 * ONE)])
        desk.book.revokeLocalRole(LocalRole.PRICER, pricer, sender=desk.governor)
        with expect_revert("LocalRoleMissing", account=pricer):
            desk.post(pricer, [packed(asset, 101 * ONE)])

    def test_somebody_elses_signature(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        with expect_revert("PricesNotSigned", signer=pricer):
            desk.post(pricer, [packed(asset, 101 * ONE)], key=desk.keeper)

    def test_another_batchs_signature(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        digest = desk.book.pricesDigest(desk.now, packed(asset, 101 * ONE))
        with expect_revert("PricesNotSigned"):
            desk.book.postPrices(
                pricer,
                desk.now,
                packed(asset, 102 * ONE),
                sign(pricer, digest),
                sender=desk.keeper,
            )

    def test_a_malleable_signature(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
        prices = packed(asset, 101 * ONE)
        good = sign(pricer, desk.book.pricesDigest(desk.now, prices))
        other = order - int.from_bytes(good[32:64])
        bad = good[:32] + other.to_bytes(32) + bytes([55 - good[64]])
        with expect_revert("PricesNotSigned"):
            desk.book.postPrices(pricer, desk.now, prices, bad, sender=desk.keeper)
        desk.book.postPrices(pricer, desk.now, prices, good, sender=desk.keeper)

    def test_a_short_signature(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        """ERC-2098."""
        prices = packed(asset, 101 * ONE)
        full = sign(pricer, desk.book.pricesDigest(desk.now, prices))
        with expect_revert("PricesNotSigned"):
            desk.book.postPrices(pricer, desk.now, prices, full[:64], sender=desk.keeper)
        short = compact(full)
        desk.book.postPrices(pricer, desk.now, prices, short, sender=desk.keeper)
        assert desk.price(asset) == (101 * ONE, 101 * ONE)

    @pytest.mark.parametrize("length", [0, 1, 63, 66])
    def test_no_signature(self, desk: Desk, pricer: Actor, asset: Priced, length: int) -> None:
        with expect_revert("PricesNotSigned", signer=pricer):
            desk.book.postPrices(
                pricer, desk.now, packed(asset, ONE), bytes(length), sender=desk.keeper
            )

    def test_a_contract_may_sign(self, desk: Desk, pricer: Actor, asset: Priced) -> None:
        """ERC-1271: several signers behind one."""
        wallet = desk.chain.deploy("WalletProbe", pricer)
        desk.book.grantLocalRole(LocalRole.PRICER, wallet, sender=desk.governor)
        receipt = desk.post(wallet, [packed(asset, 101 * ONE)], key=pricer)  # type: ignore[arg-type]
        assert receipt.events.one("PricesPosted").signer == wallet.address
        desk.chain.advance(MINUTE)
        with expect_revert("PricesNotSigned"):
            desk.post(wallet, [packed(asset, 101 * ONE)], key=desk.keeper)  # type: ignore[arg-type]


class TestTerms:
    def test_off_until_set(self, desk: Desk, asset: Priced) -> None:
        with expect_revert("SignedPricesOff"):
            desk.post(desk.governor, [packed(asset, 100 * ONE)])

    @pytest.mark.parametrize("length", [0, 11, 13, 81 * 12])
    def test_a_batch_has_an_end(self, desk: Desk, pricer: Actor, length: int) -> None:
        """T-45."""
        with expect_revert("PricesMalformed", length=length, most=960):
            desk.post(pricer, [bytes(length)])

    def test_terms_come_back(self, desk: Desk, pricer: Actor) -> None:
        assert pricer
        assert desk.book.signedTerms().terms._asdict() == TERMS

    @pytest.mark.parametrize(
        ("changes", "cause"),
        [
            ({"bandBps": 0}, "bandBps"),
            ({"bandBps": 2_001}, "bandBps"),
            ({"spacing": 0}, "spacing"),
            ({"maxAge": 0}, "maxAge"),
        ],
    )
    def test_terms_have_bounds(self, desk: Desk, changes: dict[str, Any], cause: str) -> None:
        with expect_revert("PriceSettingsInvalid", cause=cause):
            desk.book.setSignedTerms(TERMS | changes, sender=desk.governor)

    @pytest.mark.parametrize(
        ("field", "tighter", "looser"),
        [("bandBps", 499, 501), ("spacing", 11, 9), ("maxAge", 119, 121)],
    )
    def test_tightening_is_one_way(
        self, desk: Desk, pricer: Actor, field: str, tighter: int, looser: int
    ) -> None:
        assert pricer
        with expect_revert("PriceSettingsNotTighter", cause=field):
            desk.book.tightenSignedTerms(TERMS | {field: looser}, sender=desk.governor)
        desk.book.tightenSignedTerms(TERMS | {field: tighter}, sender=desk.governor)
        assert getattr(desk.book.signedTerms().terms, field) == tighter
