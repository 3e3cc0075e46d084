"""Investors who spread over wallets, and facts and rules that change under those who hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from quantera.evm import Actor, MemoryChain
from tests.stacks.token import (
    DAY,
    GERMANY,
    TokenStack,
    countries,
    deploy_stack,
    offer,
    record,
    rule_settings,
)

USA, JAPAN = 840, 392
WALLETS = 50
ALLOWED, MAX_BALANCE, MIN_BALANCE = 19, 24, 25
HOLDERS, COUNTRY_HOLDERS, CLASS_HOLDERS, WINDOW = 27, 28, 29, 31
UNVERIFIED, SENDER_UNVERIFIED, NOT_MOVED = 14, 15, 191
US_CLASS = 216
CUSTODIAN = 16


@dataclass(frozen=True)
class Crowd:
    """An issuer's token with everything counted, a seller, and one investor with many wallets."""

    stack: TokenStack
    seller: Actor
    wallets: list[Actor]
    identity: Actor

    def configure(self, *codes: int, **settings: Any) -> None:
        """Replace the rules; all of every limit is this chain's allotment."""
        limits = {
            "supplyCap": (0, 0),
            "holderCap": (1, 0),
            "maxBalance": (4, 0),
            "windowVolume": (5, 0),
        }
        allotments = [
            (limit, key, settings[name] - self.local(limit, key, settings[name]))
            for name, (limit, key) in limits.items()
            if name in settings
        ]
        for name, limit in (("countryCaps", 2), ("classCaps", 3)):
            for key, _, cap in settings.get(name, []):
                allotments.append((limit, key, cap - self.local(limit, key, cap)))
        self.stack.configure(rule_settings(codes, allotments=allotments, **settings))

    def local(self, limit: int, key: int, cap: int) -> int:
        """This chain's allotment, once it has been cut down to a cap."""
        found: int = self.stack.engine.allotment(self.stack.token, limit, key)[1]
        return min(found, cap)

    def position(self) -> int:
        """What the investor holds in all wallets."""
        found: int = self.stack.engine.positionOf(self.stack.token, self.identity)[0]
        return found

    def counted(self) -> tuple[int, int, int]:
        """Holders: in all, in Germany, in Japan."""
        engine, token = self.stack.engine, self.stack.token
        by_country = [engine.countryHolders(token, country)[3] for country in (GERMANY, JAPAN)]
        return engine.holders(token), by_country[0], by_country[1]


@pytest.fixture(scope="module")
def crowd_session() -> Crowd:
    stack = deploy_stack(MemoryChain())
    stack.engine.startCount(stack.token, (True, True, 1, False), sender=stack.governor)
    identity = stack.chain.actor("the one")
    wallets = [stack.chain.actor(f"wallet {number}") for number in range(WALLETS)]
    stack.enter(wallets, [record(identity)] * WALLETS)
    seller = stack.investor("seller", country=USA)
    stack.token.mint(seller, 10_000, sender=stack.agent)
    return Crowd(stack, seller, wallets, identity)


@pytest.fixture
def crowd(crowd_session: Crowd) -> Iterator[Crowd]:
    with crowd_session.stack.chain.rollback():
        yield crowd_session


class TestFiftyWalletsOfOneIdentity:
    def test_share_one_maximum(self, crowd: Crowd) -> None:
        crowd.configure(MAX_BALANCE, maxBalance=WALLETS * 10)
        for wallet in crowd.wallets:
            assert offer(crowd.stack, crowd.seller, wallet, 10) == 0
        for wallet in (crowd.wallets[0], crowd.wallets[-1]):
            assert offer(crowd.stack, crowd.seller, wallet, 1) == MAX_BALANCE
        assert crowd.position() == WALLETS * 10

    def test_are_one_holder(self, crowd: Crowd) -> None:
        crowd.configure(HOLDERS, holderCap=2)
        for wallet in crowd.wallets:
            assert offer(crowd.stack, crowd.seller, wallet, 1) == 0
        assert crowd.counted() == (2, 1, 0)
        newcomer = crowd.stack.investor("newcomer")
        assert offer(crowd.stack, crowd.seller, newcomer, 1) == HOLDERS
        for wallet in crowd.wallets[1:]:
            assert offer(crowd.stack, wallet, crowd.wallets[0], 1) == 0
        assert crowd.counted() == (2, 1, 0)
        assert offer(crowd.stack, crowd.wallets[0], newcomer, WALLETS) == 0, "it makes room"

    def test_share_one_window(self, crowd: Crowd) -> None:
        for wallet in crowd.wallets:
            crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        crowd.configure(WINDOW, windowVolume=100, windowLength=DAY)
        for wallet in crowd.wallets[:10]:
            assert offer(crowd.stack, wallet, crowd.seller, 10) == 0
        for wallet in crowd.wallets[10:12]:
            assert offer(crowd.stack, wallet, crowd.seller, 1) == WINDOW
            assert offer(crowd.stack, wallet, crowd.wallets[0], 10) == 0, "nothing changes hands"
        assert offer(crowd.stack, crowd.wallets[0], crowd.seller, 1) == WINDOW
        crowd.stack.chain.advance(DAY)
        assert offer(crowd.stack, crowd.wallets[0], crowd.seller, 20) == 0

    def test_in_one_batch(self, crowd: Crowd) -> None:
        crowd.configure(MAX_BALANCE, maxBalance=WALLETS)
        token = crowd.stack.token
        token.batchTransfer(crowd.wallets, [1] * WALLETS, sender=crowd.seller)
        assert crowd.position() == WALLETS
        assert crowd.counted()[0] == 2


class TestFactsThatChange:
    def moves_to(self, crowd: Crowd, country: int, us_class: int = 0) -> None:
        word = record(crowd.identity, country) | us_class << US_CLASS
        crowd.stack.enter(crowd.wallets, [word] * WALLETS)

    def test_a_residence_is_counted_where_it_was_until_it_is_recounted(self, crowd: Crowd) -> None:
        crowd.stack.token.mint(crowd.wallets[0], 10, sender=crowd.stack.agent)
        self.moves_to(crowd, JAPAN)
        assert crowd.counted() == (2, 1, 0)
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 5) == 0
        assert crowd.counted() == (2, 1, 0), "a holder already"
        crowd.stack.engine.recount(crowd.stack.token, crowd.wallets[3], sender=crowd.seller)
        assert crowd.counted() == (2, 0, 1)
        crowd.stack.engine.recount(crowd.stack.token, crowd.wallets[3], sender=crowd.seller)
        assert crowd.counted() == (2, 0, 1)

    def test_who_leaves_leaves_the_country_that_it_was_counted_in(self, crowd: Crowd) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        self.moves_to(crowd, JAPAN)
        assert offer(crowd.stack, wallet, crowd.seller, 10) == 0
        assert crowd.counted() == (1, 0, 0)
        assert offer(crowd.stack, crowd.seller, wallet, 10) == 0
        assert crowd.counted() == (2, 0, 1), "and comes back where it lives now"

    def test_a_country_that_is_allowed_no_longer_keeps_nobody_from_selling(
        self, crowd: Crowd
    ) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        crowd.configure(ALLOWED, allowedCountries=countries(GERMANY, USA))
        self.moves_to(crowd, JAPAN)
        assert offer(crowd.stack, crowd.seller, wallet, 1) == ALLOWED
        assert offer(crowd.stack, wallet, crowd.wallets[1], 1) == ALLOWED
        assert offer(crowd.stack, wallet, crowd.seller, 10) == 0

    def test_a_class_is_counted_as_it_was(self, crowd: Crowd) -> None:
        engine, token = crowd.stack.engine, crowd.stack.token
        self.moves_to(crowd, GERMANY, us_class=2)
        token.mint(crowd.wallets[0], 10, sender=crowd.stack.agent)
        assert [engine.classHolders(token, 0, number)[3] for number in (0, 1, 2)] == [1, 0, 1]
        self.moves_to(crowd, GERMANY, us_class=1)
        crowd.configure(CLASS_HOLDERS, classCaps=[(1, True, 0)])
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 1) == 0, "no new holder"
        engine.recount(token, crowd.wallets[0], sender=crowd.seller)
        assert [engine.classHolders(token, 0, number)[3] for number in (0, 1, 2)] == [1, 1, 0]
        assert offer(crowd.stack, crowd.wallets[0], crowd.seller, 10) == 0
        assert offer(crowd.stack, crowd.wallets[1], crowd.seller, 1) == 0
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 1) == CLASS_HOLDERS

    def test_evidence_that_expires_stops_buying_alone(self, crowd: Crowd) -> None:
        wallet, now = crowd.wallets[0], crowd.stack.chain.timestamp
        crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        crowd.stack.enter([wallet], [record(crowd.identity, valid_until=now + DAY)])
        crowd.stack.chain.set_timestamp(now + DAY - 1)
        assert offer(crowd.stack, crowd.seller, wallet, 1) == 0
        crowd.stack.chain.set_timestamp(now + DAY)
        assert offer(crowd.stack, crowd.seller, wallet, 1) == UNVERIFIED
        assert offer(crowd.stack, wallet, crowd.seller, 5) == 0
        crowd.configure(SENDER_UNVERIFIED)
        assert offer(crowd.stack, wallet, crowd.seller, 1) == SENDER_UNVERIFIED

    def test_another_identity_does_not_shed_a_maximum(self, crowd: Crowd) -> None:
        """A wallet that fills up and is registered anew could start from nothing otherwise."""
        engine, token, agent = crowd.stack.engine, crowd.stack.token, crowd.stack.agent
        wallet, fresh = crowd.wallets[0], crowd.stack.chain.actor("fresh identity")
        crowd.configure(MAX_BALANCE, maxBalance=100)
        assert offer(crowd.stack, crowd.seller, wallet, 100) == 0
        crowd.stack.enter([wallet], [record(fresh)])
        assert offer(crowd.stack, crowd.seller, wallet, 1) == NOT_MOVED
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 1) == MAX_BALANCE
        engine.moveHoldings(token, wallet, sender=crowd.seller)
        assert engine.positionOf(token, fresh)[0] == 100
        assert offer(crowd.stack, crowd.seller, wallet, 1) == MAX_BALANCE
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 100) == 0
        token.burn(wallet, 100, sender=agent)
        assert engine.positionOf(token, fresh)[0] == 0

    def test_who_comes_back_as_a_custodian_is_counted_neither_in_nor_out(
        self, crowd: Crowd
    ) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        assert crowd.counted() == (2, 1, 0)
        assert offer(crowd.stack, wallet, crowd.seller, 10) == 0
        assert crowd.counted() == (1, 0, 0)
        crowd.stack.enter([wallet], [record(crowd.identity, flags=CUSTODIAN)])
        assert offer(crowd.stack, crowd.seller, wallet, 10) == 0
        assert crowd.counted() == (1, 0, 0)
        assert offer(crowd.stack, wallet, crowd.seller, 10) == 0
        assert crowd.counted() == (1, 0, 0)


class TestRulesThatChange:
    def test_a_lower_maximum_takes_nothing_away(self, crowd: Crowd) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 100, sender=crowd.stack.agent)
        crowd.configure(MAX_BALANCE, maxBalance=50)
        assert offer(crowd.stack, crowd.seller, wallet, 1) == MAX_BALANCE
        assert offer(crowd.stack, wallet, crowd.wallets[1], 60) == 0, "its own wallets"
        assert offer(crowd.stack, wallet, crowd.seller, 40) == MAX_BALANCE, "the seller holds more"
        crowd.configure(MAX_BALANCE, maxBalance=20_000)
        assert offer(crowd.stack, wallet, crowd.seller, 40) == 0

    def test_a_lower_cap_of_holders_lets_nobody_in_and_nobody_out(self, crowd: Crowd) -> None:
        one, two = crowd.stack.investor("one"), crowd.stack.investor("two")
        for wallet in (one, two):
            crowd.stack.token.mint(wallet, 10, sender=crowd.stack.agent)
        crowd.configure(HOLDERS, holderCap=1)
        assert offer(crowd.stack, one, crowd.wallets[0], 5) == HOLDERS
        assert offer(crowd.stack, one, two, 5) == 0, "two holds already"
        assert offer(crowd.stack, one, crowd.wallets[0], 5) == HOLDERS, "still three are too many"
        assert crowd.counted()[0] == 3
        assert offer(crowd.stack, one, two, 5) == 0
        assert crowd.counted()[0] == 2

    def test_a_smallest_position_forces_nobody_but_lets_nobody_stay_below(
        self, crowd: Crowd
    ) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 30, sender=crowd.stack.agent)
        crowd.configure(MIN_BALANCE, minBalance=50)
        assert offer(crowd.stack, wallet, crowd.seller, 10) == MIN_BALANCE
        assert offer(crowd.stack, crowd.seller, wallet, 10) == MIN_BALANCE
        assert offer(crowd.stack, crowd.seller, wallet, 20) == 0
        assert offer(crowd.stack, wallet, crowd.seller, 50) == 0

    def test_a_window_that_runs_keeps_its_end_and_its_volume(self, crowd: Crowd) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 1_000, sender=crowd.stack.agent)
        crowd.configure(WINDOW, windowVolume=100, windowLength=DAY)
        assert offer(crowd.stack, wallet, crowd.seller, 60) == 0
        crowd.configure(WINDOW, windowVolume=100, windowLength=60)
        crowd.stack.chain.advance(61)
        assert offer(crowd.stack, wallet, crowd.seller, 41) == WINDOW
        assert offer(crowd.stack, wallet, crowd.seller, 40) == 0
        crowd.stack.chain.advance(DAY - 61)
        assert offer(crowd.stack, wallet, crowd.seller, 100) == 0
        crowd.stack.chain.advance(60)
        assert offer(crowd.stack, wallet, crowd.seller, 100) == 0, "the short one counts now"

    def test_a_rule_switched_off_and_on_again_forgets_no_volume_within_its_window(
        self, crowd: Crowd
    ) -> None:
        wallet = crowd.wallets[0]
        crowd.stack.token.mint(wallet, 1_000, sender=crowd.stack.agent)
        crowd.configure(WINDOW, windowVolume=100, windowLength=DAY)
        assert offer(crowd.stack, wallet, crowd.seller, 100) == 0
        crowd.stack.configure(rule_settings())
        assert offer(crowd.stack, wallet, crowd.seller, 300) == 0
        crowd.configure(WINDOW, windowVolume=100, windowLength=DAY)
        assert offer(crowd.stack, wallet, crowd.seller, 1) == WINDOW

    def test_a_count_taken_up_again_finds_what_has_moved_meanwhile(self, crowd: Crowd) -> None:
        engine, token, agent = crowd.stack.engine, crowd.stack.token, crowd.stack.agent
        crowd.stack.token.mint(crowd.wallets[0], 30, sender=agent)
        engine.stopCount(token, sender=crowd.stack.governor)
        assert offer(crowd.stack, crowd.wallets[0], crowd.seller, 30) == 0
        assert offer(crowd.stack, crowd.seller, crowd.wallets[1], 7) == 0
        token.pause(sender=agent)
        engine.startCount(token, (True, True, 1, False), sender=crowd.stack.governor)
        everybody = [crowd.seller, *crowd.wallets]
        engine.countWallets(token, everybody, sender=agent)
        engine.finishCount(token, sender=agent)
        token.unpause(sender=agent)
        assert crowd.position() == 7
        assert crowd.counted() == (2, 1, 0)
