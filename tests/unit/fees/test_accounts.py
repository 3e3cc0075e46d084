"""Whose volume and terms count for whom, and how volume fades."""

import pytest

from quantera.evm import ZERO_ADDRESS, Contract, expect_revert
from quantera.evm.actors import to_address
from tests.unit.fees.desk import NOON, UNIT, VALUE, Desk
from tests.unit.fees.model import PERIOD, Volume

DAY = 86_400
LIFETIME = 7 * DAY
HONEST, REVERTING, BURNING, SHORT, LONG, DIRTY = range(6)


def test_a_wallet_that_nobody_knows_is_its_own_account(desk: Desk) -> None:
    desk.charge(UNIT)
    assert desk.stack.fees.accountOf(desk.payer) == desk.payer


def test_wallets_of_one_identity_share_an_account(desk: Desk) -> None:
    stack = desk.stack
    identity = stack.chain.actor("identity")
    wallets = [stack.investor(name, identity) for name in ("first", "second")]
    for wallet in wallets:
        desk.charge(3_000_000 * UNIT, payer=wallet)
        assert stack.fees.accountOf(wallet) == identity
    assert desk.account(identity).volume == 6_000_000 * VALUE
    assert desk.quote(UNIT, payer=wallets[0]).tier == 1


def test_identities_of_one_institution_share_an_account(desk: Desk) -> None:
    stack = desk.stack
    institution = stack.chain.actor("institution")
    wallets = [stack.investor(name) for name in ("first", "second")]
    for name in ("first", "second"):
        identity = stack.chain.actor(f"identity of {name}")
        receipt = stack.fees.setInstitution(identity, institution, sender=stack.governor)
        event = receipt.events.one("InstitutionSet")
        assert (event.identity, event.institution) == (identity, institution)
        assert stack.fees.institutionOf(identity) == institution
    for wallet in wallets:
        desk.charge(3_000_000 * UNIT, payer=wallet)
    assert desk.account(institution).volume == 6_000_000 * VALUE
    assert desk.account(wallets[0]).volume == 0


@pytest.mark.parametrize(
    ("age", "follows"), [(0, False), (LIFETIME - 1, False), (LIFETIME, True), (2 * LIFETIME, True)]
)
def test_fee_20_an_account_is_looked_up_again(desk: Desk, age: int, follows: bool) -> None:
    stack = desk.stack
    wallet = stack.investor("wallet")
    identity, institution = stack.chain.actors("identity of wallet", "institution")
    first = desk.send(UNIT, payer=wallet)
    assert first.events.one("AccountRefreshed").account == identity
    assert stack.fees.refreshedAt(wallet) == NOON
    stack.fees.setInstitution(identity, institution, sender=stack.governor)
    stack.chain.advance(age)
    expected = institution if follows else identity
    assert stack.fees.accountOf(wallet) == expected == desk.quote(UNIT, payer=wallet).account
    receipt = desk.send(UNIT, payer=wallet)
    assert len(receipt.events.named("AccountRefreshed")) == int(follows)
    assert desk.account(expected).current > 0


def test_anyone_looks_an_account_up_at_once(desk: Desk) -> None:
    stack = desk.stack
    wallet, other = stack.investor("wallet"), stack.investor("other")
    identity, institution = stack.chain.actors("identity of wallet", "institution")
    desk.charge(UNIT, payer=wallet)
    stack.fees.setInstitution(identity, institution, sender=stack.governor)
    receipt = stack.fees.refreshAccounts([wallet, other], sender=stack.chain.actor("anyone"))
    events = receipt.events.named("AccountRefreshed")
    assert [(event.wallet, event.account, event.time) for event in events] == [
        (wallet, institution, NOON),
        (other, stack.chain.actor("identity of other"), NOON),
    ]
    assert stack.fees.accountOf(wallet) == institution
    stack.fees.setInstitution(identity, ZERO_ADDRESS, sender=stack.governor)
    stack.fees.refreshAccounts([wallet], sender=wallet)
    assert stack.fees.accountOf(wallet) == identity


def test_an_account_that_the_collector_names_counts(desk: Desk) -> None:
    stack = desk.stack
    institution = stack.chain.actor("institution")
    stack.fees.setTerms(institution, (2, 500_000, 2**40 - 1, 8), sender=stack.governor)
    quoted = desk.quote(100_000 * UNIT, account=institution)
    assert (quoted.account, quoted.tier, quoted.total) == (institution, 2, 225 * UNIT // 10)
    charged = desk.charge(100_000 * UNIT, account=institution)
    assert (charged.payer, to_address(charged.account)) == (desk.payer, institution)
    assert charged.total == quoted.total
    assert desk.account(institution).volume == 100_000 * VALUE
    assert desk.account(desk.payer).volume == 0
    assert desk.quote(100_000 * UNIT).account == desk.payer


def test_where_an_account_is_named_the_link_is_neither_read_nor_kept(desk: Desk) -> None:
    stack = desk.stack
    wallet = stack.investor("wallet")
    identity, institution = stack.chain.actors("identity of wallet", "institution")
    receipt = desk.send(UNIT, payer=wallet, account=institution)
    assert not receipt.events.named("AccountRefreshed")
    assert stack.fees.refreshedAt(wallet) == 0
    assert to_address(desk.charge(UNIT, payer=wallet).account) == identity
    stack.chain.advance(LIFETIME)
    receipt = desk.send(UNIT, payer=wallet, account=institution)
    assert not receipt.events.named("AccountRefreshed")
    assert stack.fees.refreshedAt(wallet) == NOON
    found = [desk.account(account) for account in (institution, identity)]
    assert [state.current + state.previous for state in found] == [2 * VALUE, VALUE]


def test_a_promise_is_the_payer_s_whatever_the_account(desk: Desk) -> None:
    institution = desk.stack.chain.actor("institution")
    receipt = desk.send(100_000 * UNIT, urgency=1, account=institution)
    event = receipt.events.one("ServicePromised")
    assert (event.payer, event.premium) == (desk.payer, 5 * UNIT)
    assert receipt.events.one("DetailedFeeCharged").account == institution


@pytest.fixture
def source(desk: Desk) -> Contract:
    """A registry of a test's own."""
    stack = desk.stack
    registry = stack.chain.deploy("FeeSourceProbe")
    receipt = stack.fees.setIdentityRegistry(registry, sender=stack.governor)
    assert receipt.events.one("IdentityRegistrySet").registry == registry
    assert stack.fees.identityRegistry() == registry
    return registry


@pytest.mark.parametrize("manner", [REVERTING, BURNING, SHORT, DIRTY])
def test_a_registry_that_fails_changes_nothing(desk: Desk, source: Contract, manner: int) -> None:
    stack = desk.stack
    identity = stack.chain.actor("identity")
    source.setIdentity(desk.payer, identity, sender=desk.payer)
    source.setManner(manner, sender=desk.payer)
    desk.charge(UNIT)
    assert (stack.fees.accountOf(desk.payer), stack.fees.refreshedAt(desk.payer)) == (desk.payer, 0)
    source.setManner(HONEST, sender=desk.payer)
    desk.charge(UNIT)
    source.setManner(manner, sender=desk.payer)
    stack.chain.advance(LIFETIME)
    desk.charge(UNIT)
    stack.fees.refreshAccounts([desk.payer], sender=desk.payer)
    assert stack.fees.accountOf(desk.payer) == identity
    assert stack.fees.refreshedAt(desk.payer) == NOON


def test_without_a_registry_every_wallet_is_its_own_account(desk: Desk) -> None:
    stack = desk.stack
    wallet = stack.investor("wallet")
    stack.fees.setIdentityRegistry(ZERO_ADDRESS, sender=stack.governor)
    desk.charge(UNIT, payer=wallet)
    assert stack.fees.accountOf(wallet) == wallet


PERIODS = [0, 1, DAY, PERIOD // 2, PERIOD - 1, PERIOD, PERIOD + 1, 2 * PERIOD - 1, 2 * PERIOD]


@pytest.mark.parametrize("wait", PERIODS)
def test_fee_06_volume_fades(desk: Desk, wait: int) -> None:
    chain, volume = desk.stack.chain, Volume()
    chain.set_timestamp((NOON // PERIOD + 1) * PERIOD)
    for value in (7, 10**6 + 3):
        desk.charge(value * UNIT)
        volume.add(chain.timestamp, value * VALUE)
        chain.advance(PERIOD // 3)
    started = chain.timestamp - 2 * (PERIOD // 3)
    chain.set_timestamp(max(chain.timestamp, started + wait))
    state = desk.account(desk.payer)
    assert state.volume == volume.at(chain.timestamp)
    assert state.period == chain.timestamp // PERIOD
    assert (state.current, state.previous) == (
        volume.period(state.period),
        volume.period(state.period - 1),
    )


def test_fee_06_a_charge_of_nothing_changes_no_volume(desk: Desk) -> None:
    """Writing more often must not make volume fade more slowly."""
    stack = desk.stack
    other = stack.chain.actor("other")
    for wallet in (desk.payer, other):
        desk.charge(9_999_999 * UNIT, payer=wallet)
    for _ in range(20):
        stack.chain.advance(3 * DAY)
        desk.charge(0)
        assert desk.account(desk.payer).volume == desk.account(other).volume
    assert desk.account(desk.payer).volume == 0


@pytest.mark.parametrize(
    "terms",
    [(5, 0, 0, 0), (0, 1_000_001, 0, 0), (0, 0, 0, 64), (255, 2**24 - 1, 2**40 - 1, 255)],
)
def test_terms_out_of_range(desk: Desk, terms: tuple[int, ...]) -> None:
    with expect_revert("TermsOutOfRange"):
        desk.stack.fees.setTerms(desk.payer, terms, sender=desk.stack.governor)


def test_terms_are_kept_beside_the_volume(desk: Desk) -> None:
    stack = desk.stack
    terms = (4, 1_000_000, 2**40 - 1, 63)
    desk.charge(UNIT)
    receipt = stack.fees.setTerms(desk.payer, terms, sender=stack.governor)
    event = receipt.events.one("TermsSet")
    assert (event.account, tuple(event.terms)) == (desk.payer, terms)
    for _ in range(3):
        state = desk.account(desk.payer)
        assert tuple(state.terms) == terms
        stack.chain.advance(PERIOD)
        desk.charge(UNIT)
    assert desk.account(desk.payer).current == VALUE


def test_fee_21_terms_are_revoked_at_once(desk: Desk) -> None:
    stack = desk.stack
    desk.charge(100_000 * UNIT)
    terms = (3, 1_000_000, 2**40 - 1, 63)
    stack.fees.setTerms(desk.payer, terms, sender=stack.governor)
    assert desk.quote(100_000 * UNIT).total == 0
    receipt = stack.fees.revokeTerms(desk.payer, sender=stack.governor)
    assert tuple(receipt.events.one("TermsSet").terms) == (0, 0, 0, 0)
    quoted = desk.quote(100_000 * UNIT)
    assert (quoted.total, quoted.tier, quoted.waived) == (50 * UNIT, 0, 0)
    assert desk.account(desk.payer).volume == 100_000 * VALUE
