"""PB-25: whose word counts for who is verified, stored evidence or the registry's mode."""

from quantera.evm import expect_revert
from quantera.gas.brokerage_stack import deploy_brokerage
from quantera.gas.settlement_stack import wire
from tests.unit.brokerage.listing import Listed


def test_stored_evidence_counts_until_the_registry_is_asked(listed: Listed) -> None:
    """No topic is asked for: live, whoever is registered is verified; stored, nobody revoked."""
    registry = listed.stack.registry
    registry.setVerificationMode(True, sender=listed.governor)
    listed.stack.unverify(listed.alice)
    assert registry.isVerified(listed.alice)
    assert not registry.isAttested(listed.alice)
    with expect_revert("CloseOnly", account=listed.account):
        listed.borrow(10)
    event = listed.change("setEvidenceMode", False).events.one("EvidenceModeSet")
    assert event.attested is False
    assert not listed.book.isEvidenceAttested()
    listed.borrow(10)


def test_a_live_registry_has_no_stored_evidence_to_rely_on(listed: Listed) -> None:
    registry = listed.stack.registry
    listed.change("setEvidenceMode", False)
    registry.setVerificationMode(True, sender=listed.governor)
    with expect_revert("EvidenceNotAttested", registry=registry.address):
        listed.change("setEvidenceMode", True)
    registry.setVerificationMode(False, sender=listed.governor)
    assert listed.change("setEvidenceMode", True).events.one("EvidenceModeSet").attested is True
    assert listed.book.isEvidenceAttested()
    listed.borrow(10)


def test_a_registry_without_stored_evidence_is_refused(listed: Listed) -> None:
    other = listed.plain("no registry")
    book = deploy_brokerage(listed.stack.access, other)
    wire(listed.stack.access, listed.governor, book, "PrimeBrokerage")
    assert not book.isEvidenceAttested()
    with expect_revert("EvidenceNotAttested", registry=other.address):
        book.setEvidenceMode(True, sender=listed.governor)
    book.setEvidenceMode(False, sender=listed.governor)


def test_attested_is_what_a_registry_that_is_not_live_says(listed: Listed) -> None:
    registry, stranger = listed.stack.registry, listed.chain.actor("stranger")
    for wallet, expected in ((listed.alice, True), (stranger, False)):
        assert registry.isAttested(wallet) is expected
        assert registry.isVerified(wallet) is expected
    listed.stack.unverify(listed.alice)
    assert not registry.isAttested(listed.alice)
    assert not registry.isVerified(listed.alice)
