"""T-24: what is given to a vault lifts no price of its share."""

from dataclasses import dataclass

import pytest

from quantera.evm import Actor, Chain, Contract, expect_revert
from tests.unit.brokerage.pricing import BPS, HOUR, ONE, YEAR, Desk

GROWTH = 500
UNIT = 10**18


@dataclass(frozen=True)
class Vault:
    """A vault with a thousand units, its asset at 100, and the feed of its share."""

    chain: Chain
    owner: Actor
    token: Contract
    vault: Contract
    asset_feed: Contract
    feed: Contract

    def give(self, units: int) -> None:
        """Units that belong to all shares."""
        self.token.mint(self.vault, units, sender=self.owner)

    @property
    def answer(self) -> int:
        answer: int = self.feed.latestRoundData()[1]
        return answer


@pytest.fixture
def vault(desk: Desk) -> Vault:
    token = desk.chain.deploy("PlainToken", "Asset", 18)
    vault = desk.chain.deploy("PlainVault", token)
    token.mint(desk.keeper, 1_000 * UNIT, sender=desk.governor)
    token.approve(vault, 1_000 * UNIT, sender=desk.keeper)
    vault.deposit(1_000 * UNIT, desk.keeper, sender=desk.keeper)
    asset_feed = desk.feed(100 * ONE)
    feed = desk.chain.deploy("VaultShareFeed", vault, asset_feed, GROWTH)
    return Vault(desk.chain, desk.governor, token, vault, asset_feed, feed)


def test_a_share_is_worth_what_it_holds(vault: Vault) -> None:
    assert vault.feed.decimals() == 8
    assert vault.answer == 100 * ONE
    assert vault.feed.latestRoundData()[3] == vault.asset_feed.latestRoundData()[3]
    settings = vault.feed.VAULT(), vault.feed.ASSET_FEED(), vault.feed.MOST_YEARLY_GROWTH_BPS()
    assert settings == (vault.vault.address, vault.asset_feed.address, GROWTH)
    assert vault.feed.FIRST_RATE() == UNIT


def test_a_gift_lifts_no_price(vault: Vault) -> None:
    vault.give(1_000 * UNIT)
    assert vault.answer == 100 * ONE
    assert vault.feed.rateDown() == vault.feed.highestRateDown() == UNIT


def test_the_rate_grows_so_fast_and_no_faster(vault: Vault) -> None:
    vault.give(1_000 * UNIT)
    vault.chain.set_timestamp(vault.feed.STARTED_AT() + YEAR)
    assert vault.feed.highestRateDown() == UNIT * (BPS + GROWTH) // BPS
    assert vault.answer == 105 * ONE


def test_growth_that_is_slower_counts_in_full(vault: Vault) -> None:
    vault.give(10 * UNIT)
    vault.chain.set_timestamp(vault.feed.STARTED_AT() + YEAR)
    assert 101 * ONE - 1 <= vault.answer <= 101 * ONE


def test_a_fall_counts_at_once(vault: Vault) -> None:
    vault.vault.lose(500 * UNIT, sender=vault.owner)
    assert 50 * ONE - 1 <= vault.answer <= 50 * ONE


def test_it_prices_an_asset_as_any_feed_does(desk: Desk, vault: Vault) -> None:
    asset = desk.asset_of(vault.feed, desk.feed(100 * ONE))
    vault.give(9_000 * UNIT)
    desk.refresh(asset)
    assert desk.price(asset) == (100 * ONE, 100 * ONE)


def test_what_is_wrong_with_the_assets_feed_is_wrong_with_it(desk: Desk, vault: Vault) -> None:
    vault.asset_feed.tell(0, desk.now, sender=desk.keeper)
    assert vault.answer == 0
    vault.asset_feed.tell(-5, desk.now, sender=desk.keeper)
    assert vault.answer == -5
    desk.chain.advance(HOUR)
    assert vault.feed.latestRoundData()[3] == desk.now - HOUR


def test_terms_have_bounds(desk: Desk, vault: Vault) -> None:
    with expect_revert("GrowthOutOfRange", growthBps=10_001, mostBps=10_000):
        desk.chain.deploy("VaultShareFeed", vault.vault, vault.asset_feed, 10_001)
    vault.vault.lose(1_000 * UNIT, sender=vault.owner)
    with expect_revert("VaultEmpty", vault=vault.vault):
        desk.chain.deploy("VaultShareFeed", vault.vault, vault.asset_feed, GROWTH)
    many = desk.chain.deploy("PlainToken", "Many", 19)
    with expect_revert("VaultDecimalsUnknown"):
        vaults = desk.chain.deploy("PlainVault", many)
        desk.chain.deploy("VaultShareFeed", vaults, vault.asset_feed, GROWTH)
