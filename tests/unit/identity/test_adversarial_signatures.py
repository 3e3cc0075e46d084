"""Signatures in every form but the right one, and signers that lie (IDR-01, IDR-02)."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quantera.evm import Actor, MemoryChain, Reverted, expect_revert
from quantera.gas.peers.onchainid import KEY_TYPE_ECDSA, PURPOSE_CLAIM, OnchainId, key_of
from tests.stacks.token import DAY, Attester, TokenStack, deploy_stack, record, sign

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
PURPOSE_ACTION = 2


def mirrored(good: bytes) -> bytes:
    """The other signature of the same message: s on the other side of the curve's order."""
    s = ORDER - int.from_bytes(good[32:64], "big")
    return good[:32] + s.to_bytes(32, "big") + bytes([55 - good[64]])


def compact(good: bytes) -> bytes:
    """ERC-2098's 64 bytes: the parity of v in the highest bit of s."""
    s = int.from_bytes(good[32:64], "big") | (good[64] - 27) << 255
    return good[:32] + s.to_bytes(32, "big")


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "high s": mirrored,
    "compact": compact,
    "without v": lambda good: good[:64],
    "v of zero or one": lambda good: good[:64] + bytes([good[64] - 27]),
    "the other v": lambda good: good[:64] + bytes([55 - good[64]]),
    "v of 29": lambda good: good[:64] + bytes([29]),
    "v with a chain's id": lambda good: good[:64] + bytes([(good[64] - 27 + 35 + 2) & 0xFF]),
    "a byte more": lambda good: good + b"\0",
    "r of zero": lambda good: bytes(32) + good[32:],
    "s of zero": lambda good: good[:32] + bytes(32) + good[64:],
    "one byte": lambda _: b"\0",
    "zeros": lambda _: bytes(65),
}


@pytest.mark.parametrize("form", FORMS)
def test_only_the_one_form_counts(attester: Attester, form: str) -> None:
    wallet, identity = attester.stack.chain.actors("wallet", "identity")
    batch = attester.batch([(wallet, record(identity))])
    good = attester.signature(batch)
    with pytest.raises(Reverted) as refused:
        attester.bring(batch, FORMS[form](good))
    assert refused.value.name.startswith(("ECDSAInvalidSignature", "SignerNotIssuer"))
    assert attester.stack.engine.recordOf(wallet) == 0
    assert attester.stack.engine.lastNonce(attester.issuer) == 0
    attester.bring(batch, good)


@given(position=st.integers(0, 64), bit=st.integers(0, 7))
def test_no_bit_can_be_turned(position: int, bit: int) -> None:
    attester, batch, good = _PREPARED()
    bad = bytearray(good)
    bad[position] ^= 1 << bit
    with attester.stack.chain.rollback(), pytest.raises(Reverted):
        attester.bring(batch, bytes(bad))


class _Prepared:
    """A stack for all examples, made when the first one runs."""

    def __init__(self) -> None:
        self._made: tuple[Attester, tuple[object, ...], bytes] | None = None

    def __call__(self) -> tuple[Attester, tuple[object, ...], bytes]:
        if self._made is None:
            attester = Attester.trusted(deploy_stack(MemoryChain()))
            batch = attester.batch([(attester.carrier, record(attester.issuer))])
            self._made = attester, batch, attester.signature(batch)
        return self._made


_PREPARED = _Prepared()


@pytest.mark.parametrize("field", ["issuer", "nonce", "issued", "deadline", "wallet", "record"])
def test_every_field_is_signed(attester: Attester, field: str) -> None:
    wallet, identity, other = attester.stack.chain.actors("wallet", "identity", "other")
    attester.stack.engine.addTrustedIssuer(other, [1], sender=attester.stack.governor)
    issuer, nonce, issued, deadline, rows = attester.batch([(wallet, record(identity))])
    good = attester.signature((issuer, nonce, issued, deadline, rows))
    altered = {
        "issuer": (other, nonce, issued, deadline, rows),
        "nonce": (issuer, nonce + 1, issued, deadline, rows),
        "issued": (issuer, nonce, issued - 1, deadline, rows),
        "deadline": (issuer, nonce, issued, deadline + 1, rows),
        "wallet": (issuer, nonce, issued, deadline, [(other, record(identity))]),
        "record": (issuer, nonce, issued, deadline, [(wallet, record(identity) + (1 << 216))]),
    }
    with expect_revert("SignerNotIssuer"):
        attester.bring(altered[field], good)


def test_rows_cannot_be_left_out_doubled_or_turned(attester: Attester) -> None:
    chain = attester.stack.chain
    rows = [(chain.actor(name), record(chain.actor(f"{name}'s"))) for name in ("one", "two")]
    issuer, nonce, issued, deadline, _ = attester.batch(rows)
    good = attester.signature((issuer, nonce, issued, deadline, rows))
    for other in (rows[:1], rows[::-1], [*rows, rows[0]], []):
        with expect_revert("SignerNotIssuer"):
            attester.bring((issuer, nonce, issued, deadline, other), good)


class TestContractsAsIssuers:
    @pytest.fixture
    def signer(self, stack: TokenStack) -> Actor:
        return stack.chain.actor("signer")

    def bring(self, stack: TokenStack, issuer: object, signer: Actor, nonce: int = 1) -> object:
        wallet, identity, carrier = stack.chain.actors("wallet", "identity", "carrier")
        now = stack.chain.timestamp
        batch = (issuer, nonce, now, now + DAY, [(wallet, record(identity))])
        signature = sign(signer, stack.engine.batchDigest(batch))
        return stack.engine.applyBatch(batch, signature, sender=carrier)

    def test_a_claim_key_signs_until_it_is_taken_away(
        self, stack: TokenStack, signer: Actor
    ) -> None:
        issuer = OnchainId(stack.chain).issuer("issuer")
        stack.engine.addTrustedIssuer(issuer, [1], sender=stack.governor)
        with expect_revert("SignerNotIssuer", signer=signer, issuer=issuer.address):
            self.bring(stack, issuer, signer)
        key = key_of(signer)
        issuer.contract.addKey(key, PURPOSE_ACTION, KEY_TYPE_ECDSA, sender=issuer.manager)
        with expect_revert("SignerNotIssuer"):
            self.bring(stack, issuer, signer)
        issuer.contract.addKey(key, PURPOSE_CLAIM, KEY_TYPE_ECDSA, sender=issuer.manager)
        self.bring(stack, issuer, signer)
        issuer.contract.removeKey(key, PURPOSE_CLAIM, sender=issuer.manager)
        with expect_revert("SignerNotIssuer"):
            self.bring(stack, issuer, signer, nonce=2)

    @pytest.mark.parametrize("manner", [1, 2, 3, 5])
    def test_one_that_does_not_answer_signs_nothing(
        self, stack: TokenStack, signer: Actor, manner: int
    ) -> None:
        hostile = stack.chain.deploy("HostileIdentity")
        hostile.plantKey(signer, True, sender=signer)
        hostile.behave(0, manner, sender=signer)
        stack.engine.addTrustedIssuer(hostile, [1], sender=stack.governor)
        with pytest.raises(Reverted):
            self.bring(stack, hostile, signer)
        assert stack.engine.recordOf(stack.chain.actor("wallet")) == 0

    def test_one_that_calls_back_finds_its_batch_unfinished_and_static(
        self, stack: TokenStack, signer: Actor
    ) -> None:
        hostile = stack.chain.deploy("HostileIdentity")
        hostile.plantKey(signer, True, sender=signer)
        hostile.behave(0, 6, sender=signer)
        stack.engine.addTrustedIssuer(hostile, [1], sender=stack.governor)
        revoke = stack.engine.revokeSignatures.encode(hostile)
        hostile.aim(stack.engine, revoke, sender=signer)
        self.bring(stack, hostile, signer)
        assert hostile.reentries() == 0
        assert stack.engine.isVerified(stack.chain.actor("wallet"))
        # The revocation that it tried in between has not happened.
        self.bring(stack, hostile, signer, nonce=2)


def test_a_batch_says_nothing_to_a_second_registry_of_the_same_issuer(
    attester: Attester,
) -> None:
    """One signature, two registries on one chain that trust the same account."""
    stack = attester.stack
    with stack.chain.rollback():
        other = deploy_stack(stack.chain)
        other.engine.addTrustedIssuer(attester.issuer, [7], sender=other.governor)
        batch = attester.batch([(stack.chain.actor("wallet"), record(stack.agent))])
        signature = attester.signature(batch)
        attester.bring(batch, signature)
        with expect_revert("SignerNotIssuer"):
            other.engine.applyBatch(batch, signature, sender=attester.carrier)
