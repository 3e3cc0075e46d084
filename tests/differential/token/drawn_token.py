"""Random operations on the token: transfers, agents' acts, freezes, batches, metadata."""

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.chooser import (
    STRANGER,
    Chooser,
    Drawing,
)
from tests.differential.token.model.ledger import MAX_UINT256
from tests.differential.token.operations import ZERO, Operation


def transfer(it: Chooser) -> Operation:
    sender = it.holder_alive()
    window = cast.WINDOW_LIMIT
    return by(sender, "token", "transfer", it.recipient(), it.amount(it.token.free(sender), window))


def transfer_from(it: Chooser) -> Operation:
    token = it.token
    given = [pair for pair, allowed in token.allowances.items() if allowed and token.free(pair[0])]
    if not given:
        return by(it.holder_alive(), "token", "approve", STRANGER, it.one_of((100, 7, 1_000)))
    sender, spender = it.mostly(given, [(it.holder(), STRANGER)])
    edges = (min(token.allowance(sender, spender), token.free(sender)), token.free(sender))
    return by(spender, "token", "transferFrom", sender, it.recipient(), it.amount(*edges))


def allowance(function: str) -> Drawing:
    def drawn(it: Chooser) -> Operation:
        given = [pair for pair, allowed in it.token.allowances.items() if allowed]
        usual = [(owner, STRANGER) for owner in cast.HOLDERS]
        owner, spender = it.mostly(given or usual, [*usual, ("holder_one", ZERO)])
        allowed = it.token.allowance(owner, spender)
        return by(owner, "token", function, spender, it.amount(allowed, MAX_UINT256 - allowed))

    return drawn


def mint(it: Chooser) -> Operation:
    room = cast.SUPPLY_LIMIT - it.token.supply
    edges = (max(room, 0), cast.MOST_PER_IDENTITY)
    return by(it.agent("token"), "token", "mint", it.recipient(), it.amount(*edges))


def burn(it: Chooser) -> Operation:
    wallet = it.holder()
    edges = (it.token.balance(wallet), it.token.free(wallet))
    return by(it.agent("token"), "token", "burn", wallet, it.amount(*edges))


def forced_transfer(it: Chooser) -> Operation:
    sender = it.holder()
    edges = (it.token.balance(sender), it.token.free(sender))
    to = sender if it.rarely() else it.recipient()
    return by(it.agent("token"), "token", "forcedTransfer", sender, to, it.amount(*edges))


def set_address_frozen(it: Chooser) -> Operation:
    frozen = sorted(it.token.frozen_wallets)
    if frozen and not it.rarely(3):
        # Thawing is the likelier, or soon nobody could trade.
        return by(it.agent("token"), "token", "setAddressFrozen", it.one_of(frozen), False)
    wallet, freeze = it.holder(), it.one_of((True, False))
    return by(it.agent("token"), "token", "setAddressFrozen", wallet, freeze)


def freeze(it: Chooser) -> Operation:
    wallet = it.holder()
    free = it.token.free(wallet)
    frozen = it.token.frozen.get(wallet, 0)
    edges = (free, MAX_UINT256 - frozen) if it.rarely() else (free,)
    return by(it.agent("token"), "token", "freezePartialTokens", wallet, it.amount(*edges))


def unfreeze(it: Chooser) -> Operation:
    frozen = [wallet for wallet in cast.WALLETS if it.token.frozen.get(wallet, 0)]
    if not frozen:
        return freeze(it)
    wallet = it.mostly(frozen, cast.WALLETS)
    edge = it.token.frozen.get(wallet, 0)
    return by(it.agent("token"), "token", "unfreezePartialTokens", wallet, it.amount(edge))


def pausing(it: Chooser) -> Operation:
    usual = "unpause" if it.token.paused else "pause"
    return by(it.agent("token"), "token", it.mostly([usual], ("pause", "unpause")))


def exactly(function: str) -> Drawing:
    return lambda it: by(it.agent("token"), "token", function)


def recover(it: Chooser) -> Operation:
    lost = it.holder()
    identity = it.registry.storage.identity(lost)
    keys = cast.MANAGERS.get(identity, ())
    fit = [wallet for wallet in keys if it.registry.storage.identity(wallet) == ZERO]
    new = it.mostly(fit, cast.WALLETS)
    named = it.mostly([identity] if identity != ZERO else [], (*cast.IDENTITIES, STRANGER))
    return by(it.agent("token"), "token", "recoveryAddress", lost, new, named)


def batch(function: str, one: Drawing) -> Drawing:
    """A batch of what `one` draws: its arguments become columns."""

    def drawn(it: Chooser) -> Operation:
        first = one(it)
        rows = [first, *(one(it) for _ in range(it.one_of((0, 1, 2))))]
        if it.rarely(8):
            rows = []
        columns = [list(column) for column in zip(*(row.arguments for row in rows), strict=True)]
        columns = columns or [[] for _ in first.arguments]
        if it.rarely(8):
            # An array that is too long, or too short.
            last = columns[-1]
            columns[-1] = last[:-1] if it.rarely(2) else [*last, *last[-1:]]
        return by(first.caller, "token", function, *columns)

    return drawn


def text(function: str) -> Drawing:
    def drawn(it: Chooser) -> Operation:
        return by(it.owner("token"), "token", function, it.mostly(("Renamed", "Other"), ("",)))

    return drawn


def set_onchain_id(it: Chooser) -> Operation:
    return by(it.owner("token"), "token", "setOnchainID", it.one_of((*cast.IDENTITIES, ZERO)))


def set_identity_registry(it: Chooser) -> Operation:
    target = it.pointer(it.token.registry_name, "registry")
    return by(it.owner("token"), "token", "setIdentityRegistry", target)


def set_compliance(it: Chooser) -> Operation:
    target = it.pointer(it.token.compliance_name, "compliance")
    return by(it.owner("token"), "token", "setCompliance", it.mostly([target], (STRANGER, ZERO)))
