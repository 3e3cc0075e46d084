"""The token: what agents do, under four rules."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from quantera.evm import Actor, Contract, NodeChain, Receipt
from quantera.gas.operation import Operation, Subject
from quantera.gas.operations.token import FOUR, HOLDING, Dealing, ruled
from quantera.gas.peers.onchainid import (
    KEY_TYPE_ECDSA,
    PURPOSE_MANAGEMENT,
    Edition,
    OnchainId,
    key_of,
)
from quantera.gas.peers.trex_operations import TREX, trex_subject
from quantera.gas.token_stack import UNIT, TokenStack, deploy_stack, four_rules


@dataclass(frozen=True)
class Lost:
    """An investor of a token with four rules whose wallet is lost.

    Attributes:
        wallet: holds, and has sent before.
        replacement: a management key of the identity, not registered yet.
        identity: ONCHAINID as in the T-REX package.
    """

    stack: TokenStack
    wallet: Actor
    replacement: Actor
    identity: Contract


def lost(chain: NodeChain) -> Lost:
    """A wallet whose investor has named another."""
    stack = deploy_stack(chain)
    wallet, replacement = chain.actors("lost wallet", "replacement")
    identity = OnchainId(chain, Edition.TREX).identity(wallet)
    identity.addKey(key_of(replacement), PURPOSE_MANAGEMENT, KEY_TYPE_ECDSA, sender=wallet)
    stack.investor("lost wallet", identity=identity)
    other = stack.investor("other")
    stack.keep_positions()
    stack.configure(four_rules())
    for holder in (wallet, other):
        stack.token.mint(holder, HOLDING, sender=stack.agent)
    stack.token.transfer(other, UNIT, sender=wallet)
    return Lost(stack, wallet, replacement, identity)


def _mint(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.mint(dealing.recipient, UNIT, sender=stack.agent)
    return receipt


def _burn(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.burn(dealing.recipient, UNIT, sender=stack.agent)
    return receipt


def _forced_transfer(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.forcedTransfer(
        dealing.holder, dealing.recipient, UNIT, sender=stack.agent
    )
    return receipt


def _crosschain_mint(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.crosschainMint(dealing.recipient, UNIT, sender=stack.bridge)
    return receipt


def _crosschain_burn(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.crosschainBurn(dealing.recipient, UNIT, sender=stack.bridge)
    return receipt


def _freeze(dealing: Dealing, frozen_before: int) -> Receipt:
    stack = dealing.stack
    if frozen_before:
        stack.token.freezePartialTokens(dealing.recipient, frozen_before, sender=stack.agent)
    receipt: Receipt = stack.token.freezePartialTokens(dealing.recipient, UNIT, sender=stack.agent)
    return receipt


def _unfreeze(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    stack.token.freezePartialTokens(dealing.recipient, 2 * UNIT, sender=stack.agent)
    receipt: Receipt = stack.token.unfreezePartialTokens(
        dealing.recipient, UNIT, sender=stack.agent
    )
    return receipt


def _freeze_wallet(dealing: Dealing) -> Receipt:
    stack = dealing.stack
    receipt: Receipt = stack.token.setAddressFrozen(dealing.recipient, True, sender=stack.agent)
    return receipt


def _thaw_wallet(dealing: Dealing) -> Receipt:
    _freeze_wallet(dealing)
    stack = dealing.stack
    receipt: Receipt = stack.token.setAddressFrozen(dealing.recipient, False, sender=stack.agent)
    return receipt


def _pause(dealing: Dealing) -> Receipt:
    receipt: Receipt = dealing.stack.token.pause(sender=dealing.stack.agent)
    return receipt


def _recover(case: Lost, *, frozen: bool) -> Receipt:
    token, agent = case.stack.token, case.stack.agent
    if frozen:
        token.setAddressFrozen(case.wallet, True, sender=agent)
    receipt: Receipt = token.recoveryAddress(
        case.wallet, case.replacement, case.identity, sender=agent
    )
    return receipt


def _row(
    name: str,
    send: Callable[[Dealing], Receipt],
    peer: str = "",
    limit: int | None = None,
    conditions: str = FOUR,
) -> Operation:
    peers = {TREX: trex_subject(peer, modules=4)} if peer else {}
    if limit is None:
        return Operation(name, Subject(ruled, send), conditions, peers=peers)
    return Operation(name, Subject(ruled, send), conditions, limit, peers)


RECOVERY = (
    "four rules; the new wallet is a management key of the ONCHAINID identity, as in the T-REX "
    "package, and neither registered nor a holder before"
)

OPERATIONS = (
    _row("token.mint.four_rules", _mint, "mint.existing", 80_000),
    _row("token.burn.four_rules", _burn, "burn"),
    _row("token.forced_transfer.four_rules", _forced_transfer, "forced_transfer", 80_000),
    _row("token.crosschain_mint.four_rules", _crosschain_mint),
    _row("token.crosschain_burn.four_rules", _crosschain_burn),
    _row(
        "token.freeze_partial.first",
        partial(_freeze, frozen_before=0),
        "freeze_partial.first",
        conditions="nothing frozen before",
    ),
    _row(
        "token.freeze_partial.more",
        partial(_freeze, frozen_before=UNIT),
        "freeze_partial.more",
        conditions="a part frozen already",
    ),
    _row("token.unfreeze_partial", _unfreeze, "unfreeze_partial", conditions="half of the frozen"),
    _row("token.freeze_wallet", _freeze_wallet, "freeze_wallet", conditions="a holder's wallet"),
    _row("token.thaw_wallet", _thaw_wallet, "thaw_wallet", conditions="a holder's wallet"),
    _row("token.pause", _pause, "pause", conditions="not paused before"),
    Operation(
        id="token.recovery.four_rules",
        limit=160_000,
        conditions=RECOVERY,
        ours=Subject(lost, partial(_recover, frozen=False)),
        peers={TREX: trex_subject("recovery", modules=4)},
    ),
    Operation(
        id="token.recovery.four_rules.frozen_wallet",
        limit=160_000,
        conditions=f"the lost wallet is frozen as a whole; {RECOVERY}",
        ours=Subject(lost, partial(_recover, frozen=True)),
        peers={TREX: trex_subject("recovery.frozen_wallet", modules=4)},
    ),
)
