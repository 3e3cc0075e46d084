"""The token: what holders do, under rules and live claims, and registration in batches.

Beside each stands T-REX 4.1.6 with as many modules as there are rules, as its package ships it.
"""

from dataclasses import dataclass
from typing import Any

from coincurve import PrivateKey

from quantera.evm import Actor, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.pack_stack import PackStack, default_pack
from quantera.gas.peers.onchainid import Edition, OnchainId
from quantera.gas.peers.trex_operations import TREX, trex_subject
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
RECIPIENTS = 10
TOPIC = 7
HOLDING = 1_000 * UNIT
FIRST_WRITE = 17_100
"""What a slot costs when it is written for the first time instead of again."""


@dataclass(frozen=True)
class Dealing:
    """A token in circulation.

    Attributes:
        holder: holds, and has sent before.
        recipient: holds already.
        newcomer: registered, never held.
        others: hold already, as many as a batch has.
        spender: with an allowance that a transfer does not use up.
    """

    stack: TokenStack
    holder: Actor
    recipient: Actor
    newcomer: Actor
    others: tuple[Actor, ...]
    spender: Actor


def _circulating(stack: TokenStack) -> Dealing:
    names = [f"recipient {number}" for number in range(RECIPIENTS)]
    holder, newcomer, *others = map(stack.investor, ("holder", "newcomer", *names))
    spender = stack.chain.actor("spender")
    for wallet in (holder, *others):
        stack.token.mint(wallet, HOLDING, sender=stack.agent)
    stack.token.approve(spender, HOLDING, sender=holder)
    # The sender's window is open, as it is in a day with more than one transfer.
    stack.token.transfer(others[1], UNIT, sender=holder)
    return Dealing(stack, holder, others[0], newcomer, tuple(others), spender)


def plain(chain: NodeChain) -> Dealing:
    """A token without rules."""
    return _circulating(deploy_stack(chain))


def ruled(chain: NodeChain) -> Dealing:
    """A token with country allow, maximum balance, supply cap and a volume per 24 hours."""
    stack = deploy_stack(chain)
    stack.keep_positions()
    stack.configure(four_rules())
    return _circulating(stack)


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
    return Dealing(stack, holder, recipient, recipient, (recipient,), chain.actor("spender"))


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


def _transfer_from(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    receipt: Receipt = token.transferFrom(
        dealing.holder, dealing.recipient, UNIT, sender=dealing.spender
    )
    return receipt


def _batch_transfer(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    amounts = [UNIT] * RECIPIENTS
    receipt: Receipt = token.batchTransfer(dealing.others, amounts, sender=dealing.holder)
    return receipt


def _attempt(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    receipt: Receipt = token.attemptTransfer(dealing.recipient, UNIT, sender=dealing.holder)
    return receipt


def _refused_attempt(dealing: Dealing) -> Receipt:
    token = dealing.stack.token
    receipt: Receipt = token.attemptTransfer(dealing.recipient, 2 * HOLDING, sender=dealing.holder)
    return receipt


def _transfer_lots(packed: PackStack) -> Receipt:
    receipt: Receipt = packed.token.transfer(packed.recipient, UNIT, sender=packed.holder)
    return receipt


def _transfer_new_lot(packed: PackStack) -> Receipt:
    receipt: Receipt = packed.token.transfer(packed.other, UNIT, sender=packed.holder)
    return receipt


def _register(counter: Desk) -> Receipt:
    carrier = counter.stack.chain.actor("carrier")
    receipt: Receipt = counter.stack.engine.applyBatch(
        counter.batch, counter.signature, sender=carrier
    )
    return receipt


NONE = "no rules; all hold already"
FOUR = "country allow, maximum balance, supply cap, 24 h volume (window open); all hold already"
FIRST_HOLDING = "recipient never held"

PACK = (
    "all rules of the United States' default pack (the dearest of the five), positions and lots "
    "kept; one lot each, of one day and kind"
)
PACK_LOTS = 120_000
DEAREST_PACK = default_pack("US")

OPERATIONS = (
    Operation(
        id="token.transfer.no_rules",
        limit=61_000,
        conditions=NONE,
        ours=Subject(plain, _transfer),
        peers={TREX: trex_subject("transfer.existing")},
    ),
    Operation(
        id="token.transfer.no_rules.new_recipient",
        limit=61_000 + FIRST_WRITE,
        conditions=f"no rules; {FIRST_HOLDING}, so that its holding is first written",
        ours=Subject(plain, _transfer_to_newcomer),
        peers={TREX: trex_subject("transfer.new")},
    ),
    Operation(
        id="token.transfer.four_rules",
        limit=88_000,
        conditions=FOUR,
        ours=Subject(ruled, _transfer),
        peers={TREX: trex_subject("transfer.existing", modules=4)},
    ),
    Operation(
        id="token.transfer.four_rules.new_recipient",
        limit=88_000 + 2 * FIRST_WRITE,
        conditions=f"{FIRST_HOLDING}, so that holding and position are first written; "
        + FOUR.removesuffix("; all hold already"),
        ours=Subject(ruled, _transfer_to_newcomer),
        peers={TREX: trex_subject("transfer.new", modules=4)},
    ),
    Operation(
        id="token.transfer_from.four_rules",
        conditions=f"allowance larger than the amount; {FOUR}",
        ours=Subject(ruled, _transfer_from),
        peers={TREX: trex_subject("transfer_from", modules=4)},
    ),
    Operation(
        id="token.batch_transfer_10.four_rules",
        limit=270_000,
        conditions=FOUR,
        ours=Subject(ruled, _batch_transfer),
        peers={TREX: trex_subject("batch_transfer_10.existing", modules=4)},
    ),
    Operation(
        id="token.attempt_transfer.four_rules",
        conditions=f"allowed; the peer is transfer; {FOUR}",
        ours=Subject(ruled, _attempt),
        peers={TREX: trex_subject("transfer.existing", modules=4)},
    ),
    Operation(
        id="token.attempt_transfer.refused",
        conditions=f"more than the balance; logged; {FOUR}",
        ours=Subject(ruled, _refused_attempt),
    ),
    Operation(
        id="token.transfer.pack_lots",
        limit=PACK_LOTS,
        conditions=PACK,
        ours=Subject(DEAREST_PACK, _transfer_lots),
    ),
    Operation(
        id="token.transfer.pack_lots.lot_created",
        limit=PACK_LOTS + 22_100,
        conditions="recipient's lot is of another day, so that one is created; " + PACK,
        ours=Subject(DEAREST_PACK, _transfer_new_lot),
    ),
    Operation(
        id="token.transfer.live_mode",
        limit=140_000,
        conditions="recipient's claim evaluated: one topic, one trusted issuer, ONCHAINID as in "
        "the T-REX package; no rules",
        ours=Subject(live, _transfer),
        peers={TREX: trex_subject("transfer.existing")},
    ),
    Operation(
        id="token.transfer.live_mode.both",
        limit=215_000,
        conditions="the same, sender's claims evaluated too; the peer evaluates the recipient's",
        ours=Subject(live_both, _transfer),
        peers={TREX: trex_subject("transfer.existing")},
    ),
    Operation(
        id="identity.register_batch_100",
        limit=BATCH * PER_INVESTOR,
        conditions="one signed batch of 100 new investors, not the issuer's first; the peer's are "
        "records alone, without identities and claims",
        ours=Subject(desk, _register),
        peers={TREX: trex_subject("investor.register_100")},
    ),
)
