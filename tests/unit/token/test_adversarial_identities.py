"""Identities and claim issuers that revert, burn gas, flood, lie or call back, met by the token."""

from collections.abc import Iterator

import pytest

from quantera.evm import Actor, Contract, MemoryChain, Reverted, expect_revert
from quantera.gas.peers.onchainid import Claim, Edition, Issuer, OnchainId, claim_id
from tests.stacks import token as tk
from tests.stacks.token import GERMANY, TokenStack, deploy_stack, offer, rule_settings

TOPIC = 7
HELD = 1_000
REFUSE, BURN_GAS, FLOOD, GIBBERISH, SILENCE, CALL_BACK, FICKLE = range(1, 8)
ISSUER_CALLS_BACK, ISSUER_FICKLE = 8, 9
QUESTION_GAS = 500_000
"""What one question to a stranger's contract may use."""
BYTES_OF_DEAR_CLAIM = 4_800
"""A claim whose reading costs most of what a question may use."""


@pytest.fixture(scope="module")
def live_session() -> TokenStack:
    """A token in live mode, one topic asked for, and a holder whom a real claim verifies."""
    stack = deploy_stack(MemoryChain())
    onchain_id = OnchainId(stack.chain, Edition.TREX)
    issuer = onchain_id.issuer("issuer")
    stack.engine.addTrustedIssuer(issuer, [TOPIC], sender=stack.governor)
    stack.engine.addClaimTopic(TOPIC, sender=stack.governor)
    for name in ("holder", "other"):
        wallet = stack.chain.actor(name)
        identity = onchain_id.identity(wallet)
        onchain_id.certify(identity, wallet, issuer, TOPIC)
        stack.engine.registerIdentity(wallet, identity, GERMANY, sender=stack.agent)
    stack.token.mint(stack.chain.actor("holder"), HELD, sender=stack.agent)
    stack.configure(rule_settings(live=True))
    return stack


@pytest.fixture
def live(live_session: TokenStack) -> Iterator[TokenStack]:
    with live_session.chain.rollback():
        yield live_session


def hostile(stack: TokenStack, manner: int, *, planted: bool = True) -> tuple[Actor, Contract]:
    """A registered wallet whose identity answers questions about claims and keys in some manner."""
    wallet = stack.chain.actor("hostile wallet")
    identity = stack.chain.deploy("HostileIdentity")
    if planted:
        judge = stack.chain.deploy("HostileClaimIssuer")
        stack.engine.addTrustedIssuer(judge, [TOPIC], sender=stack.governor)
        claim = Claim(TOPIC, judge.address, b"", b"")
        identity.plant(claim_id(judge, TOPIC), claim.arguments, sender=wallet)
        identity.plantKey(wallet, True, sender=wallet)
    stack.engine.registerIdentity(wallet, identity, GERMANY, sender=stack.agent)
    identity.behave(manner, manner, sender=wallet)
    return wallet, identity


def test_the_planted_claim_would_do(live: TokenStack) -> None:
    wallet, _ = hostile(live, 0)
    assert offer(live, live.chain.actor("holder"), wallet, 1) == 0


@pytest.mark.parametrize("manner", [REFUSE, BURN_GAS, FLOOD, GIBBERISH, SILENCE])
def test_a_hostile_identity_receives_nothing_and_stops_nobody(
    live: TokenStack, manner: int
) -> None:
    holder, other = live.chain.actors("holder", "other")
    wallet, _ = hostile(live, manner)
    assert offer(live, holder, wallet, 1) == tk.UNVERIFIED
    for refused in (live.token.mint, live.token.crosschainMint):
        by = live.agent if refused.abi.name == "mint" else live.bridge
        with expect_revert("TransferRefused", code=tk.UNVERIFIED):
            refused(wallet, 1, sender=by)
    with expect_revert("TransferRefused", code=tk.UNVERIFIED):
        live.token.forcedTransfer(holder, wallet, 1, sender=live.agent)
    with expect_revert("TransferRefused", code=tk.UNVERIFIED):
        live.token.batchTransfer([other, wallet], [1, 1], sender=holder)
    assert offer(live, holder, other, 1) == 0


@pytest.mark.parametrize("manner", [REFUSE, BURN_GAS, FLOOD, GIBBERISH, SILENCE])
def test_who_turned_hostile_may_still_sell(live: TokenStack, manner: int) -> None:
    """Who holds may leave: the recipient is asked about, not the sender."""
    wallet, identity = hostile(live, 0)
    live.token.mint(wallet, 10, sender=live.agent)
    identity.behave(manner, manner, sender=wallet)
    assert offer(live, wallet, live.chain.actor("other"), 4) == 0
    live.token.burn(wallet, 6, sender=live.agent)


def test_a_gas_burner_costs_no_more_than_its_questions(live: TokenStack) -> None:
    holder = live.chain.actor("holder")
    wallet, _ = hostile(live, BURN_GAS)
    issuers = len(live.engine.getTrustedIssuersForClaimTopic(TOPIC))
    limit = issuers * QUESTION_GAS + 300_000
    receipt = live.token.attemptTransfer(wallet, 1, sender=holder, gas=limit)
    assert receipt.return_value == tk.UNVERIFIED


@pytest.mark.parametrize("aimed_at", ["token", "engine", "manager"])
def test_a_call_back_changes_nothing(live: TokenStack, aimed_at: str) -> None:
    holder = live.chain.actor("holder")
    wallet, identity = hostile(live, CALL_BACK)
    live.token.approve(identity, HELD, sender=holder)
    calls = {
        "token": (live.token, live.token.transferFrom.encode(holder, wallet, HELD)),
        "engine": (live.engine, live.engine.refreshVerification.encode([wallet])),
        "manager": (live.manager, live.manager.renounceRole.encode(1, identity)),
    }
    identity.aim(*calls[aimed_at], sender=wallet)
    assert offer(live, holder, wallet, 1) == 0
    assert identity.reentries() == 0
    assert live.token.balanceOf(wallet) == 1
    assert live.token.allowance(holder, identity) == HELD


def test_an_issuer_that_calls_back_changes_nothing(live: TokenStack) -> None:
    holder, wallet = live.chain.actors("holder", "hostile wallet")
    judge = live.chain.deploy("HostileClaimIssuer")
    live.engine.addTrustedIssuer(judge, [TOPIC], sender=live.governor)
    identity = live.chain.deploy("HostileIdentity")
    claim = Claim(TOPIC, judge.address, b"", b"")
    identity.plant(claim_id(judge, TOPIC), claim.arguments, sender=wallet)
    live.engine.registerIdentity(wallet, identity, GERMANY, sender=live.agent)
    judge.behave(ISSUER_CALLS_BACK, sender=wallet)
    live.token.approve(judge, HELD, sender=holder)
    judge.aim(live.token, live.token.transferFrom.encode(holder, wallet, HELD), sender=wallet)
    assert offer(live, holder, wallet, 1) == 0
    assert judge.reentries() == 0
    assert live.token.balanceOf(wallet) == 1


@pytest.mark.parametrize("who", ["identity", "issuer"])
def test_a_fickle_answer_is_asked_for_once(live: TokenStack, who: str) -> None:
    """Yes to the first question of a transaction and no to the second, or the other way about."""
    holder = live.chain.actor("holder")
    wallet, identity = hostile(live, FICKLE if who == "identity" else 0)
    if who == "issuer":
        judge = live.chain.at(
            live.engine.getTrustedIssuersForClaimTopic(TOPIC)[-1], "HostileClaimIssuer"
        )
        judge.behave(ISSUER_FICKLE, sender=wallet)
    before = live.token.balanceOf(wallet)
    code = live.token.attemptTransfer(wallet, 1, sender=holder).return_value
    assert (code == 0) == (live.token.balanceOf(wallet) == before + 1)
    assert code in {0, tk.UNVERIFIED}
    assert live.token.balanceOf(holder) + live.token.balanceOf(wallet) == HELD
    assert identity.reentries() == 0


@pytest.mark.parametrize("manner", [REFUSE, BURN_GAS, FLOOD, GIBBERISH, SILENCE])
def test_recovery_asks_a_hostile_identity_in_vain(live: TokenStack, manner: int) -> None:
    wallet, identity = hostile(live, 0)
    live.token.mint(wallet, 10, sender=live.agent)
    identity.behave(0, manner, sender=wallet)
    with pytest.raises(Reverted):
        live.token.recoveryAddress(
            wallet, live.chain.actor("new"), identity, sender=live.agent, gas=3_000_000
        )
    assert live.token.balanceOf(wallet) == 10


def test_a_lying_identity_recovers_its_own_wallets_alone(live: TokenStack) -> None:
    """It says yes to every key; the lost wallet must be registered under it nevertheless."""
    holder, other = live.chain.actors("holder", "other")
    _, identity = hostile(live, 0)
    with expect_revert("RecoveryMismatch", lostWallet=holder, identity=identity):
        live.token.recoveryAddress(holder, live.chain.actor("new"), identity, sender=live.agent)
    own = live.engine.identity(holder)
    with expect_revert("RecoveryRefused", identity=own):
        live.token.recoveryAddress(holder, other, own, sender=live.agent)


def test_too_little_gas_ends_nobodys_verification(live: TokenStack) -> None:
    """IDR-05: anybody may have claims evaluated anew, with as little gas as he likes."""
    live.engine.setVerificationMode(False, sender=live.governor)
    investor = live.chain.actor("investor")
    onchain_id = OnchainId(live.chain, Edition.TREX)
    issuer = onchain_id.issuer("dear issuer")
    live.engine.addTrustedIssuer(issuer, [TOPIC], sender=live.governor)
    identity = onchain_id.identity(investor)
    _add(identity, investor, issuer, bytes(BYTES_OF_DEAR_CLAIM))
    live.engine.registerIdentity(investor, identity, GERMANY, sender=live.agent)
    assert live.engine.isVerified(investor)
    for wallet in (investor, live.chain.actor("holder")):
        outcomes = {_refreshed(live, wallet, gas) for gas in range(40_000, 800_000, 4_000)}
        assert outcomes == {True, False}, "some of it is too little, some is enough"


def _add(identity: Contract, manager: Actor, issuer: Issuer, data: bytes) -> None:
    identity.addClaim(*issuer.claim(identity, TOPIC, data).arguments, sender=manager)


def _refreshed(stack: TokenStack, wallet: Actor, gas: int) -> bool:
    """Whether a refresh with so much gas went through; the wallet stays verified either way."""
    with stack.chain.rollback():
        try:
            stack.engine.refreshVerification(
                [wallet], sender=stack.chain.actor("stranger"), gas=gas
            )
            through = True
        except Reverted:
            through = False
        assert stack.engine.isVerified(wallet), f"{gas} gas ended a verification"
    return through
