"""Signed batches: what is applied, what is refused, which rows are left out (IDR-01 to IDR-03)."""

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, MemoryChain, Reverted, expect_revert
from tests.stacks.token import (
    DAY,
    FOREVER,
    SANCTIONS_HOLD,
    Attester,
    TokenStack,
    deploy_stack,
    record,
)

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
HOLD = SANCTIONS_HOLD << 236
ATTESTER_SHIFT = 250


@pytest.fixture
def wallet(stack: TokenStack) -> Actor:
    return stack.chain.actor("wallet")


@pytest.fixture
def word(stack: TokenStack) -> int:
    return record(stack.chain.actor("identity"))


def skipped(attester: Attester, row: tuple[object, int], nonce: int) -> list[int]:
    receipt = attester.bring(attester.batch([row], nonce))  # type: ignore[list-item]
    return [event.args.cause for event in receipt.events.named("AttestationSkipped")]


def test_a_batch_writes_its_rows(attester: Attester, wallet: Actor, word: int) -> None:
    engine = attester.stack.engine
    receipt = attester.bring(attester.batch([(wallet, word)]))
    applied = receipt.events.one("BatchApplied").args
    assert (applied.nonce, applied.written, applied.skipped) == (1, 1, 0)
    assert engine.recordOf(wallet) == word | 1 << ATTESTER_SHIFT
    assert receipt.events.one("RecordWritten").args.record == engine.recordOf(wallet)
    assert engine.isVerified(wallet)
    assert engine.lastNonce(attester.issuer) == 1


class TestRefusals:
    def test_no_trust(self, stack: TokenStack, wallet: Actor, word: int) -> None:
        """IDR-01."""
        nobody = Attester(stack, stack.chain.actor("nobody"), stack.chain.actor("carrier"))
        with expect_revert("IssuerNotTrusted", issuer=nobody.issuer):
            nobody.bring(nobody.batch([(wallet, word)]))

    def test_trust_taken_away(self, attester: Attester, wallet: Actor, word: int) -> None:
        stack = attester.stack
        batch = attester.batch([(wallet, word)])
        stack.engine.removeTrustedIssuer(attester.issuer, sender=stack.governor)
        with expect_revert("IssuerNotTrusted"):
            attester.bring(batch)

    def test_another_signer(self, attester: Attester, wallet: Actor, word: int) -> None:
        batch = attester.batch([(wallet, word)])
        signature = attester.signature(batch, attester.carrier)
        with expect_revert("SignerNotIssuer", signer=attester.carrier, issuer=attester.issuer):
            attester.bring(batch, signature)

    def test_altered_rows(self, attester: Attester, wallet: Actor, word: int) -> None:
        batch = attester.batch([(wallet, word)])
        signature = attester.signature(batch)
        with expect_revert("SignerNotIssuer"):
            attester.bring(attester.batch([(wallet, word | HOLD)]), signature)

    @pytest.mark.parametrize(
        ("issued", "deadline", "fits"),
        [(0, 1, True), (0, 0, False), (1, DAY, False), (-DAY, 1, True), (-DAY, 0, False)],
    )
    def test_time(self, attester: Attester, issued: int, deadline: int, fits: bool) -> None:
        now = attester.stack.chain.timestamp
        rows = [(attester.carrier, record(attester.issuer))]
        batch = attester.batch(rows, issued_at=now + issued, deadline=now + deadline)
        if fits:
            attester.bring(batch)
        else:
            with expect_revert("BatchOutOfTime"):
                attester.bring(batch)

    def test_replay_and_older_after_newer(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        """IDR-02."""
        older = attester.batch([(wallet, word)], 4)
        newer = attester.batch([(wallet, record(str(wallet), valid_until=0))], 5)
        attester.bring(newer)
        for batch in (newer, older):
            with expect_revert("BatchReplayed", issuer=attester.issuer, last=5):
                attester.bring(batch)
        assert not attester.stack.engine.isVerified(wallet)

    def test_replay_after_trust_came_back(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        engine, governor = attester.stack.engine, attester.stack.governor
        batch = attester.batch([(wallet, word)])
        attester.bring(batch)
        engine.removeTrustedIssuer(attester.issuer, sender=governor)
        engine.addTrustedIssuer(attester.issuer, [1], sender=governor)
        with expect_revert("BatchReplayed"):
            attester.bring(batch)

    def test_another_registry(self, attester: Attester, wallet: Actor, word: int) -> None:
        stack = attester.stack
        with stack.chain.rollback():
            other = Attester.trusted(deploy_stack(stack.chain))
            assert other.stack.engine.address != stack.engine.address
            batch = attester.batch([(wallet, word)])
            with expect_revert("SignerNotIssuer"):
                other.bring(batch, attester.signature(batch))

    def test_another_chain(self, word: int) -> None:
        here = Attester.trusted(deploy_stack(MemoryChain(chain_id=1)))
        there = Attester.trusted(deploy_stack(MemoryChain(chain_id=137)))
        assert here.stack.engine.address == there.stack.engine.address
        batch = here.batch([(here.carrier, word)])
        with expect_revert("SignerNotIssuer"):
            there.bring(batch, here.signature(batch))
        there.bring(batch)

    def test_malleable_signatures(self, attester: Attester, wallet: Actor, word: int) -> None:
        batch = attester.batch([(wallet, word)])
        good = attester.signature(batch)
        mirrored = (ORDER - int.from_bytes(good[32:64], "big")).to_bytes(32, "big")
        for bad in (
            good[:32] + mirrored + bytes([55 - good[64]]),
            good[:64],
            good + b"\0",
            bytes(65),
        ):
            with pytest.raises(Reverted) as refused:
                attester.bring(batch, bad)
            assert refused.value.name.startswith("ECDSAInvalidSignature")

    def test_revoked_signatures(self, attester: Attester, wallet: Actor, word: int) -> None:
        stack = attester.stack
        batch = attester.batch([(wallet, word)])
        with expect_revert("LocalRoleMissing"):
            stack.engine.revokeSignatures(attester.issuer, sender=attester.carrier)
        stack.engine.revokeSignatures(attester.issuer, sender=attester.issuer)
        with expect_revert("BatchRevoked", issuedAt=batch[2], revokedBefore=batch[2] + 1):
            attester.bring(batch)
        stack.chain.advance(1)
        attester.bring(attester.batch([(wallet, word)]))
        receipt = stack.engine.revokeSignatures(attester.issuer, sender=stack.agent)
        assert receipt.events.one("SignaturesRevoked").args.issuer == attester.issuer


class TestRowsLeftOut:
    """A row that cannot be applied stops only itself."""

    def test_the_others_are_written(self, attester: Attester, wallet: Actor, word: int) -> None:
        receipt = attester.bring(
            attester.batch([(ZERO_ADDRESS, word), (wallet, word), (wallet, 0)])
        )
        applied = receipt.events.one("BatchApplied").args
        assert (applied.written, applied.skipped) == (1, 2)
        assert attester.stack.engine.isVerified(wallet)

    def test_1_nobody(self, attester: Attester, wallet: Actor, word: int) -> None:
        assert skipped(attester, (ZERO_ADDRESS, word), 1) == [1]
        assert skipped(attester, (wallet, record(ZERO_ADDRESS)), 2) == [1]

    def test_2_another_identity(self, attester: Attester, wallet: Actor, word: int) -> None:
        assert skipped(attester, (wallet, word), 1) == []
        assert skipped(attester, (wallet, record(attester.carrier)), 2) == [2]

    @pytest.mark.parametrize("bit", [241, 250, 255])
    def test_3_the_registrys_own_bits(
        self, attester: Attester, wallet: Actor, word: int, bit: int
    ) -> None:
        assert skipped(attester, (wallet, word | 1 << bit), 1) == [3]
        assert attester.stack.engine.recordOf(wallet) == 0

    def test_4_another_issuers_record_until_it_expires(
        self, attester: Attester, wallet: Actor
    ) -> None:
        stack = attester.stack
        other = Attester.trusted(stack, "other issuer")
        identity = stack.chain.actor("identity")
        end = stack.chain.timestamp + DAY
        assert skipped(attester, (wallet, record(identity, valid_until=end)), 1) == []
        word = record(identity, valid_until=FOREVER)
        stack.chain.set_timestamp(end - 1)
        assert skipped(other, (wallet, word), 1) == [4]
        stack.chain.set_timestamp(end)
        assert skipped(other, (wallet, word), 2) == []
        assert stack.engine.recordOf(wallet) >> ATTESTER_SHIFT == 2

    def test_4_an_agents_record(self, attester: Attester, wallet: Actor, word: int) -> None:
        attester.stack.enter([wallet], [word])
        assert skipped(attester, (wallet, word), 1) == [4]


class TestHolds:
    """IDR-03."""

    def test_an_issuer_puts_one_in_place_and_cannot_lift_it(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        engine = attester.stack.engine
        attester.bring(attester.batch([(wallet, word | HOLD)], 1))
        assert engine.recordOf(wallet) & HOLD
        attester.bring(attester.batch([(wallet, word)], 2))
        assert engine.recordOf(wallet) & HOLD

    def test_it_outlives_expiry_and_another_identity(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        stack = attester.stack
        stack.enter([wallet], [word | HOLD])
        stack.engine.revokeVerification([wallet], sender=stack.agent)
        attester.bring(attester.batch([(wallet, word)]))
        assert stack.engine.recordOf(wallet) & HOLD
        stack.engine.updateIdentity(wallet, attester.carrier, sender=stack.agent)
        assert stack.engine.recordOf(wallet) & HOLD

    def test_an_agent_lifts_it(self, attester: Attester, wallet: Actor, word: int) -> None:
        attester.stack.enter([wallet], [word | HOLD])
        attester.stack.enter([wallet], [word])
        assert not attester.stack.engine.recordOf(wallet) & HOLD


class TestRevocation:
    def test_by_agent_and_by_its_issuer_alone(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        stack = attester.stack
        other = Attester.trusted(stack, "other issuer")
        attester.bring(attester.batch([(wallet, word)]))
        for caller in (other.issuer, attester.carrier):
            with expect_revert("NotAttester", caller=caller, wallet=wallet):
                stack.engine.revokeVerification([wallet], sender=caller)
            with expect_revert("NotAttester", caller=caller, wallet=wallet):
                stack.engine.revokeVerificationWithReason([wallet], 7, sender=caller)
        for caller in (attester.issuer, stack.agent):
            with stack.chain.rollback():
                stack.engine.revokeVerification([wallet], sender=caller)
                assert not stack.engine.isVerified(wallet)
        with expect_revert("WalletNotRegistered"):
            stack.engine.revokeVerification([attester.carrier], sender=stack.agent)

    def test_the_log_says_who_and_why(self, attester: Attester, wallet: Actor, word: int) -> None:
        stack = attester.stack
        second = stack.chain.actor("second wallet")
        attester.bring(attester.batch([(wallet, word), (second, word)]))
        for caller, reason in ((stack.agent, 14), (attester.issuer, 255)):
            with stack.chain.rollback():
                receipt = stack.engine.revokeVerificationWithReason(
                    [wallet, second], reason, sender=caller
                )
                told = [e.args for e in receipt.events if e.name == "VerificationRevoked"]
                assert [(t.by, t.wallet, t.reason) for t in told] == [
                    (caller, wallet, reason),
                    (caller, second, reason),
                ]
                assert not stack.engine.isVerified(wallet)
        receipt = stack.engine.revokeVerification([wallet], sender=stack.agent)
        assert receipt.events.one("VerificationRevoked").args.reason == 0

    def test_not_by_an_issuer_that_is_trusted_no_longer(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        stack = attester.stack
        attester.bring(attester.batch([(wallet, word)]))
        stack.engine.removeTrustedIssuer(attester.issuer, sender=stack.governor)
        with expect_revert("NotAttester"):
            stack.engine.revokeVerification([wallet], sender=attester.issuer)

    def test_by_a_batch(self, attester: Attester, wallet: Actor) -> None:
        identity = attester.stack.chain.actor("identity")
        attester.bring(attester.batch([(wallet, record(identity))], 1))
        attester.bring(attester.batch([(wallet, record(identity, valid_until=0))], 2))
        assert not attester.stack.engine.isVerified(wallet)

    def test_claims_do_not_refresh_what_was_attested(
        self, attester: Attester, wallet: Actor, word: int
    ) -> None:
        attester.bring(attester.batch([(wallet, word)]))
        with expect_revert("NotClaimBased", wallet=wallet):
            attester.stack.engine.refreshVerification([wallet], sender=attester.carrier)


def test_a_pause_of_registrations_stops_batches(
    attester: Attester, wallet: Actor, word: int
) -> None:
    stack = attester.stack
    stack.engine.pauseGroups(2**64 - 1, sender=stack.governor)
    with expect_revert("GroupPaused"):
        attester.bring(attester.batch([(wallet, word)]))
    # Ending a verification is never paused.
    stack.engine.unpauseGroups(2**64 - 1, sender=stack.governor)
    attester.bring(attester.batch([(wallet, word)]))
    stack.engine.pauseGroups(2**64 - 1, sender=stack.governor)
    stack.engine.revokeVerification([wallet], sender=stack.agent)
