"""Hostile identities and claim issuers, and what each makes of T-REX's registry."""

from dataclasses import dataclass
from enum import IntEnum

import pytest

from quantera.evm import Actor, Contract, MemoryChain, Reverted
from quantera.gas.peers.onchainid import SCHEME_ECDSA, OnchainId, claim_id
from quantera.gas.peers.trex import TrexAuthority, TrexSuite, deploy_suite

TOPIC = 1


class Identity(IntEnum):
    """`Manner` of `HostileIdentity`."""

    PLANTED = 0
    REFUSE = 1
    BURN_GAS = 2
    FLOOD = 3
    GIBBERISH = 4
    SILENCE = 5
    CALL_BACK = 6
    FICKLE = 7


class Issuer(IntEnum):
    """`Manner` of `HostileClaimIssuer`."""

    APPROVE = 0
    DENY = 1
    REFUSE = 2
    REFUSE_FLOODING = 3
    BURN_GAS = 4
    FLOOD = 5
    NOT_A_BOOLEAN = 6
    SILENCE = 7
    CALL_BACK = 8
    FICKLE = 9


@dataclass(frozen=True)
class Scene:
    """A registry that has a hostile identity, and a real issuer it trusts."""

    suite: TrexSuite
    identity: Contract
    issuer: Contract
    trusted: str
    wallet: Actor
    villain: Actor

    def verdict(self) -> str:
        """What T-REX answers when it is asked whether the wallet is verified."""
        try:
            return str(self.suite.registry.isVerified(self.wallet))
        except Reverted:
            return "reverts"


@pytest.fixture
def scene(chain: MemoryChain) -> Scene:
    owner, agent, wallet, villain = chain.actors("owner", "agent", "impostor", "villain")
    suite = deploy_suite(TrexAuthority(chain, owner), owner, agent)
    trusted = OnchainId(chain).issuer("trusted issuer")
    suite.topics.addClaimTopic(TOPIC, sender=owner)
    suite.issuers.addTrustedIssuer(trusted.contract, [TOPIC], sender=owner)
    identity = chain.deploy("HostileIdentity", sender=villain)
    issuer = chain.deploy("HostileClaimIssuer", sender=villain)
    planted = (TOPIC, SCHEME_ECDSA, issuer, b"", b"", "")
    identity.plant(claim_id(trusted.address, TOPIC), planted, sender=villain)
    suite.registry.registerIdentity(wallet, identity, 840, sender=agent)
    return Scene(suite, identity, issuer, trusted.address, wallet, villain)


@pytest.mark.parametrize(
    ("manner", "verdict"),
    [
        (Identity.PLANTED, "True"),
        (Identity.REFUSE, "reverts"),
        (Identity.BURN_GAS, "reverts"),
        (Identity.FLOOD, "False"),
        (Identity.GIBBERISH, "reverts"),
        (Identity.SILENCE, "reverts"),
        (Identity.CALL_BACK, "True"),
        (Identity.FICKLE, "True"),
    ],
)
def test_what_an_identity_makes_of_trex(scene: Scene, manner: Identity, verdict: str) -> None:
    pause = scene.suite.token.function("pause").encode()
    scene.identity.aim(scene.suite.token, pause, sender=scene.villain)
    scene.identity.behave(manner, Identity.PLANTED, sender=scene.villain)
    assert scene.verdict() == verdict


@pytest.mark.parametrize(
    ("manner", "verdict"),
    [
        (Issuer.APPROVE, "True"),
        (Issuer.DENY, "False"),
        (Issuer.REFUSE, "False"),
        (Issuer.REFUSE_FLOODING, "False"),
        (Issuer.BURN_GAS, "False"),
        (Issuer.FLOOD, "True"),
        (Issuer.NOT_A_BOOLEAN, "reverts"),
        (Issuer.SILENCE, "reverts"),
        (Issuer.CALL_BACK, "True"),
        (Issuer.FICKLE, "True"),
    ],
)
def test_what_an_issuer_makes_of_trex(scene: Scene, manner: Issuer, verdict: str) -> None:
    scene.issuer.behave(manner, sender=scene.villain)
    assert scene.verdict() == verdict


def test_trex_verifies_by_the_issuer_that_the_claim_names(scene: Scene) -> None:
    # ERC-3643 issue 101: nobody trusts this issuer.
    assert not scene.suite.issuers.isTrustedIssuer(scene.issuer)
    assert scene.suite.issuers.isTrustedIssuer(scene.trusted)
    assert scene.verdict() == "True"


def test_a_call_back_succeeds_where_the_question_is_no_static_call(scene: Scene) -> None:
    note = scene.issuer.function("behave").encode(Issuer.DENY)
    scene.identity.aim(scene.issuer, note, sender=scene.villain)
    scene.identity.behave(Identity.CALL_BACK, Identity.CALL_BACK, sender=scene.villain)
    assert scene.suite.registry.isVerified(scene.wallet)
    assert scene.identity.reentries() == 0
    scene.identity.keyHasPurpose(bytes(32), 1, sender=scene.villain)
    assert scene.identity.reentries() == 1
    assert scene.issuer.manner() == Issuer.DENY


def test_any_key_can_be_claimed(scene: Scene) -> None:
    assert not scene.identity.simulate.keyHasPurpose(b"\x01" * 32, 1)
    scene.identity.plantKey(scene.wallet, True, sender=scene.villain)
    assert scene.identity.simulate.keyHasPurpose(b"\x01" * 32, 1)
