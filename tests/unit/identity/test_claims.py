"""ONCHAINID claims: real identities and issuers, hostile ones, stored and live verification."""

import pytest
from eth_abi.abi import encode

from quantera.evm import Actor, Contract, expect_revert
from quantera.gas.peers.onchainid import Issuer, OnchainId, claim_id
from tests.stacks import token as tk
from tests.stacks.token import DAY, GERMANY, TokenStack, offer, rule_settings

TOPIC = 7
HOSTILE_MANNERS = ["Refuse", "BurnGas", "Flood", "Gibberish", "Silence"]
HOSTILE = {name: number for number, name in enumerate(HOSTILE_MANNERS, start=1)}
BAD_VERDICTS = {
    "Deny": 1,
    "Refuse": 2,
    "RefuseFlooding": 3,
    "BurnGas": 4,
    "Flood": 5,
    "NotABoolean": 6,
    "Silence": 7,
}


@pytest.fixture
def onchain_id(stack: TokenStack) -> OnchainId:
    return OnchainId(stack.chain)


@pytest.fixture
def issuer(stack: TokenStack, onchain_id: OnchainId) -> Issuer:
    """A real claim issuer, trusted for the one topic that is asked for."""
    issuer = onchain_id.issuer("claim issuer")
    stack.engine.addTrustedIssuer(issuer, [TOPIC], sender=stack.governor)
    stack.engine.addClaimTopic(TOPIC, sender=stack.governor)
    return issuer


@pytest.fixture
def investor(stack: TokenStack) -> Actor:
    return stack.chain.actor("investor")


@pytest.fixture
def identity(onchain_id: OnchainId, investor: Actor) -> Contract:
    return onchain_id.identity(investor)


def register(stack: TokenStack, wallet: Actor, identity: object) -> None:
    stack.engine.registerIdentity(wallet, identity, GERMANY, sender=stack.agent)


def refresh(stack: TokenStack, wallet: Actor) -> bool:
    stack.engine.refreshVerification([wallet], sender=stack.chain.actor("stranger"))
    verified: bool = stack.engine.isVerified(wallet)
    return verified


def test_a_claim_verifies(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    register(stack, investor, identity)
    assert not stack.engine.isVerified(investor)
    onchain_id.certify(identity, investor, issuer, TOPIC)
    assert not stack.engine.isVerified(investor), "evaluated once, not at each question"
    assert refresh(stack, investor)


def test_another_topic_does_not(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    onchain_id.certify(identity, investor, issuer, TOPIC + 1)
    register(stack, investor, identity)
    assert not stack.engine.isVerified(investor)
    stack.engine.removeClaimTopic(TOPIC, sender=stack.governor)
    assert refresh(stack, investor), "no topic is asked for"


def test_the_earliest_claim_ends_it(
    stack: TokenStack, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    end = stack.chain.timestamp + DAY
    claim = issuer.claim(identity, TOPIC, encode(["uint256"], [end]))
    identity.addClaim(*claim.arguments, sender=investor)
    register(stack, investor, identity)
    stack.chain.set_timestamp(end - 1)
    assert stack.engine.isVerified(investor)
    stack.chain.set_timestamp(end)
    assert not stack.engine.isVerified(investor)
    assert not refresh(stack, investor)


def test_a_revoked_claim(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    claim = onchain_id.certify(identity, investor, issuer, TOPIC)
    register(stack, investor, identity)
    issuer.revoke(claim)
    assert stack.engine.isVerified(investor)
    stack.engine.setVerificationMode(True, sender=stack.governor)
    assert not stack.engine.isVerified(investor), "live: evaluated at each question"
    stack.engine.setVerificationMode(False, sender=stack.governor)
    assert not refresh(stack, investor)


def test_an_issuer_that_is_trusted_no_longer(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    onchain_id.certify(identity, investor, issuer, TOPIC)
    register(stack, investor, identity)
    assert refresh(stack, investor)
    stack.engine.removeTrustedIssuer(issuer, sender=stack.governor)
    assert not refresh(stack, investor)


def test_live_mode_decides_on_each_transfer(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor, identity: Contract
) -> None:
    holder = stack.investor("holder")
    stack.token.mint(holder, 10, sender=stack.agent)
    claim = onchain_id.certify(identity, investor, issuer, TOPIC)
    register(stack, investor, identity)
    stack.configure(rule_settings(live=True))
    assert offer(stack, holder, investor, 1) == 0
    issuer.revoke(claim)
    assert offer(stack, holder, investor, 1) == tk.UNVERIFIED


def test_a_strangers_claim_under_a_trusted_id(
    stack: TokenStack, onchain_id: OnchainId, issuer: Issuer, investor: Actor
) -> None:
    """IDR-04: the id names a trusted issuer, the claim an accomplice (ERC-3643 issue 101)."""
    accomplice = stack.chain.deploy("HostileClaimIssuer")
    hostile = stack.chain.deploy("HostileIdentity")
    planted = (TOPIC, 1, accomplice, b"", b"", "")
    hostile.plant(claim_id(issuer.contract, TOPIC), planted, sender=investor)
    register(stack, investor, hostile)
    assert not stack.engine.isVerified(investor)
    stack.engine.addTrustedIssuer(accomplice, [TOPIC], sender=stack.governor)
    hostile.plant(claim_id(accomplice, TOPIC), planted, sender=investor)
    assert refresh(stack, investor), "the same claim counts once its issuer is trusted"


@pytest.mark.parametrize("manner", HOSTILE_MANNERS)
def test_a_hostile_identity_harms_itself_alone(
    stack: TokenStack, issuer: Issuer, investor: Actor, manner: str
) -> None:
    hostile = stack.chain.deploy("HostileIdentity")
    hostile.behave(HOSTILE[manner], HOSTILE[manner], sender=investor)
    register(stack, investor, hostile)
    assert not stack.engine.isVerified(investor)
    assert not refresh(stack, investor)
    assert not stack.engine.isVerifiedLive(hostile)


@pytest.mark.parametrize("manner", BAD_VERDICTS)
def test_a_hostile_issuer_verifies_nobody(
    stack: TokenStack, issuer: Issuer, investor: Actor, manner: str
) -> None:
    judge = stack.chain.deploy("HostileClaimIssuer")
    stack.engine.addTrustedIssuer(judge, [TOPIC], sender=stack.governor)
    hostile = stack.chain.deploy("HostileIdentity")
    hostile.plant(claim_id(judge, TOPIC), (TOPIC, 1, judge, b"", b"", ""), sender=investor)
    register(stack, investor, hostile)
    assert stack.engine.isVerified(investor)
    judge.behave(BAD_VERDICTS[manner], sender=investor)
    assert not refresh(stack, investor)


def test_questions_are_static(stack: TokenStack, issuer: Issuer, investor: Actor) -> None:
    hostile = stack.chain.deploy("HostileIdentity")
    hostile.behave(6, 6, sender=investor)
    hostile.aim(hostile, hostile.noteReentry.encode(), sender=investor)
    register(stack, investor, hostile)
    refresh(stack, investor)
    assert hostile.reentries() == 0


def test_an_identity_without_code(stack: TokenStack, issuer: Issuer, investor: Actor) -> None:
    register(stack, investor, stack.chain.actor("identity"))
    assert not stack.engine.isVerified(investor)
    with expect_revert("WalletNotRegistered"):
        stack.engine.refreshVerification([stack.agent], sender=investor)
