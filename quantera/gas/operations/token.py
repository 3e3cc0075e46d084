"""The token: movements under rules and live claims, and registration in batches."""

from dataclasses import dataclass
from typing import Any

from coincurve import PrivateKey

from quantera.evm import Actor, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.peers.onchainid import Edition, OnchainId
from quantera.gas.token_stack import (
    GERMANY,
    UNIT,
    TokenStack,
    deploy_stack,
    four_rules,
    record,
    rule_settings,
)

BATCH = 100
PER_INVESTOR = 30_000
TOPIC = 7
HOLDING = 1_000 * UNIT


@dataclass(frozen=True)
class Dealing:
    """A token in circulation.

    Attributes:
        holder: holds, and has sent before.
        recipient: holds already.
        newcomer: registered, never held.
    """

    stack: TokenStack
    holder: Actor
    recipient: Actor
    newcomer: Actor


def ruled(chain: NodeChain) -> Dealing:
    """A token with country allow, maximum balance, supply cap and a volume per 24 hours."""
    stack = deploy_stack(chain)
    holder, recipient, newcomer = map(stack.investor, ("holder", "recipient", "newcomer"))
    stack.keep_positions()
    stack.configure(four_rules())
    for wallet in (holder, recipient):
        stack.token.mint(wallet, HOLDING, sender=stack.agent)
    # The sender's window is open, as it is in a day with more than one transfer.
    stack.token.transfer(recipient, UNIT, sender=holder)
    return Dealing(stack, holder, recipient, newcomer)


def live(chain: NodeChain) -> Dealing:
    """A token without rules whose recipients' claims are evaluated at each transfer."""
    stack = deploy_stack(chain)
    onchain_id = OnchainId(chain, Edition.TREX)
    issuer = onchain_id.issuer("issuer")
    stack.engine.addTrustedIssuer(issuer, [TOPIC], sender=stack.governor)
    stack.engine.addClaimTopic(TOPIC, sender=stack.governor)
    wallets = chain.actors("holder", "recipient")
    identities = [onchain_id.identity(wallet) for wallet in wallets]
    for wallet, identity in zip(wallets, identities, strict=True):
        onchain_id.certify(identity, wallet, issuer, TOPIC)
        stack.engine.registerIdentity(wallet, identity, GERMANY, sender=stack.agent)
    stack.configure(rule_settings(live=True))
    holder, recipient = wallets
    for wallet in wallets:
        stack.token.mint(wallet, HOLDING, sender=stack.agent)
    return Dealing(stack, holder, recipient, recipient)


def live_both(chain: NodeChain) -> Dealing:
    """The same with the sender's claims evaluated too."""
    dealing = live(chain)
    dealing.stack.configure(rule_settings((15,), live=True))
    return dealing


@dataclass(frozen=True)
class Desk:
    """An engine whose registry trusts one account as issuer.

    Attributes:
        batch: what the issuer attests, as `applyBatch` takes it.
        signature: the issuer's, over that batch.
    """

    stack: TokenStack
    batch: tuple[Any, ...]
    signature: bytes


def desk(chain: NodeChain) -> Desk:
    """A batch of a hundred new investors, signed and not yet brought."""
    stack = deploy_stack(chain)
    issuer = chain.actor("issuer")
    stack.engine.addTrustedIssuer(issuer, [TOPIC], sender=stack.governor)
    # A first batch has been applied before: the issuer's nonce is not new.
    for nonce in (1, 2):
        rows = [
            (chain.actor(f"wallet {nonce}.{row}"), record(chain.actor(f"identity {nonce}.{row}")))
            for row in range(BATCH if nonce == 2 else 1)
        ]
        batch = (issuer, nonce, chain.timestamp, chain.timestamp + 86_400, rows)
        digest = stack.engine.batchDigest(batch)
        raw = PrivateKey(issuer.key).sign_recoverable(digest, hasher=None)
        signature = raw[:64] + bytes([raw[64] + 27])
        if nonce == 1:
            stack.engine.applyBatch(batch, signature, sender=chain.actor("carrier"))
    return Desk(stack, batch, signature)


def _transfer(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    receipt: Receipt = token.transfer(dealing.recipient, UNIT, sender=dealing.holder)
    return receipt


def _transfer_to_newcomer(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    receipt: Receipt = token.transfer(dealing.newcomer, UNIT, sender=dealing.holder)
    return receipt


def _mint(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.mint(dealing.recipient, UNIT, sender=stack.agent)
    return receipt


def _register(counter: Desk) -> Receipt:
    carrier = counter.stack.chain.actor("carrier")
    receipt: Receipt = counter.stack.engine.applyBatch(
        counter.batch, counter.signature, sender=carrier
    )
    return receipt


FOUR = "country allow, maximum balance, supply cap, 24 h volume (window open); all hold already"

OPERATIONS = (
    Operation(
        id="token.transfer.four_rules",
        limit=88_000,
        conditions=FOUR,
        ours=Subject(ruled, _transfer),
    ),
    Operation(
        id="token.transfer.four_rules.new_recipient",
        limit=88_000 + 2 * 17_100,
        conditions="recipient never held, so that holding and position are first written; "
        + FOUR.removesuffix("; all hold already"),
        ours=Subject(ruled, _transfer_to_newcomer),
    ),
    Operation(
        id="token.transfer.live_mode",
        limit=140_000,
        conditions="recipient's claim evaluated: one topic, one trusted issuer, ONCHAINID as in "
        "the T-REX package; no rules",
        ours=Subject(live, _transfer),
    ),
    Operation(
        id="token.transfer.live_mode.both",
        limit=215_000,
        conditions="the same, sender's and recipient's claims evaluated",
        ours=Subject(live_both, _transfer),
    ),
    Operation(
        id="token.mint.four_rules",
        limit=80_000,
        conditions=FOUR,
        ours=Subject(ruled, _mint),
    ),
    Operation(
        id="identity.register_batch_100",
        limit=BATCH * PER_INVESTOR,
        conditions="one signed batch of 100 new investors, not the issuer's first",
        ours=Subject(desk, _register),
    ),
)
