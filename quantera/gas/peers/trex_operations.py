"""T-REX 4.1.6's token operations as subjects of the gas snapshot, by what they do.

    peers={TREX: trex_subject("transfer.existing", modules=4)}

Conditions: its own proxies as it ships, one claim topic, one trusted issuer, holders verified with
a signed claim each, 18 decimals, 10 tokens; the identities are the build inside T-REX's package,
the cheaper one. With four modules a 24 h window is open already, unless the name says `first`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from quantera.evm import Actor, Chain, Contract, NodeChain, Receipt
from quantera.gas.operation import Subject
from quantera.gas.peers.onchainid import (
    KEY_TYPE_ECDSA,
    PURPOSE_MANAGEMENT,
    Edition,
    Issuer,
    OnchainId,
    key_of,
)
from quantera.gas.peers.trex import (
    DECIMALS,
    FOUR_MODULES,
    Module,
    TrexAuthority,
    TrexSuite,
    deploy_suite,
    register,
)

TREX = "T-REX 4.1.6"
UNIT = 10**DECIMALS
AMOUNT = 10 * UNIT
PLENTY = 1_000_000 * UNIT
TOPIC = 1
COUNTRY = 840
BATCH = 10
REGISTERED_AT_ONCE = 100
DAY = 86_400


@dataclass(frozen=True)
class Traded:
    """A suite whose holders have traded: sender, recipients who hold and who do not, a spender."""

    chain: Chain
    suite: TrexSuite
    onchainid: OnchainId
    issuer: Issuer
    sender: Actor
    holders: tuple[Actor, ...]
    newcomers: tuple[Actor, ...]
    spender: Actor
    replacement: Actor
    identities: dict[Actor, Contract]

    @property
    def agent(self) -> Actor:
        """Agent of token and registry."""
        return self.suite.agent


def traded(chain: Chain, modules: int, edition: Edition = Edition.TREX) -> Traded:
    """Deploy, configure, verify and fund everything; nothing of it is measured.

    Args:
        chain: an empty chain.
        modules: 0, 1 (country) or 4 modules.
        edition: which build of ONCHAINID the investors have.
    """
    owner, agent, sender, spender, replacement = chain.actors(
        "owner", "agent", "sender", "spender", "replacement"
    )
    holders = chain.actors(*(f"holder {number}" for number in range(BATCH)))
    newcomers = chain.actors(*(f"newcomer {number}" for number in range(BATCH)))
    onchainid = OnchainId(chain, edition)
    issuer = onchainid.issuer("issuer")
    suite = deploy_suite(TrexAuthority(chain, owner), owner, agent)
    suite.topics.addClaimTopic(TOPIC, sender=owner)
    suite.issuers.addTrustedIssuer(issuer.contract, [TOPIC], sender=owner)
    people = (sender, *holders, *newcomers)
    identities = {person: onchainid.identity(person) for person in people}
    for person, identity in identities.items():
        onchainid.certify(identity, person, issuer, TOPIC)
    identities[sender].addKey(
        key_of(replacement), PURPOSE_MANAGEMENT, KEY_TYPE_ECDSA, sender=sender
    )
    register(suite, people, list(identities.values()), COUNTRY)
    for module in FOUR_MODULES[:modules]:
        suite.bind(module)
        suite.call_module(module, *_SETTINGS[module])
    suite.token.unpause(sender=agent)
    for person in (sender, *holders):
        suite.token.mint(person, 1_000 * UNIT, sender=agent)
    suite.token.approve(spender, PLENTY, sender=sender)
    return Traded(
        chain,
        suite,
        onchainid,
        issuer,
        sender,
        holders,
        newcomers,
        spender,
        replacement,
        identities,
    )


_SETTINGS: dict[Module, tuple[str, object]] = {
    Module.COUNTRY_ALLOW: ("batchAllowCountries", [COUNTRY]),
    Module.MAX_BALANCE: ("setMaxBalance", PLENTY),
    Module.SUPPLY_LIMIT: ("setSupplyLimit", PLENTY),
    Module.TIME_TRANSFERS_LIMITS: ("setTimeTransferLimit", (DAY, PLENTY)),
}


Send = Callable[[Traded], Receipt]


def _transfer(it: Traded, to: Actor) -> Receipt:
    receipt: Receipt = it.suite.token.transfer(to, AMOUNT, sender=it.sender)
    return receipt


def _in_open_window(it: Traded, to: Actor) -> Receipt:
    _transfer(it, it.holders[1])
    return _transfer(it, to)


def _transfer_from(it: Traded) -> Receipt:
    _transfer(it, it.holders[1])
    receipt: Receipt = it.suite.token.transferFrom(
        it.sender, it.holders[0], AMOUNT, sender=it.spender
    )
    return receipt


def _batch(it: Traded, to: tuple[Actor, ...]) -> Receipt:
    _transfer(it, it.holders[1])
    receipt: Receipt = it.suite.token.batchTransfer(list(to), [AMOUNT] * BATCH, sender=it.sender)
    return receipt


def _mint(it: Traded, to: Actor) -> Receipt:
    receipt: Receipt = it.suite.token.mint(to, AMOUNT, sender=it.agent)
    return receipt


def _burn(it: Traded) -> Receipt:
    receipt: Receipt = it.suite.token.burn(it.holders[0], AMOUNT, sender=it.agent)
    return receipt


def _forced_transfer(it: Traded) -> Receipt:
    _transfer(it, it.holders[1])
    receipt: Receipt = it.suite.token.forcedTransfer(
        it.sender, it.holders[0], AMOUNT, sender=it.agent
    )
    return receipt


def _freeze(it: Traded, frozen_before: int) -> Receipt:
    token = it.suite.token
    if frozen_before:
        token.freezePartialTokens(it.holders[0], frozen_before, sender=it.agent)
    receipt: Receipt = token.freezePartialTokens(it.holders[0], AMOUNT, sender=it.agent)
    return receipt


def _unfreeze(it: Traded) -> Receipt:
    it.suite.token.freezePartialTokens(it.holders[0], 2 * AMOUNT, sender=it.agent)
    receipt: Receipt = it.suite.token.unfreezePartialTokens(it.holders[0], AMOUNT, sender=it.agent)
    return receipt


def _freeze_wallet(it: Traded) -> Receipt:
    receipt: Receipt = it.suite.token.setAddressFrozen(it.holders[0], True, sender=it.agent)
    return receipt


def _thaw_wallet(it: Traded) -> Receipt:
    _freeze_wallet(it)
    receipt: Receipt = it.suite.token.setAddressFrozen(it.holders[0], False, sender=it.agent)
    return receipt


def _recover(it: Traded) -> Receipt:
    _transfer(it, it.holders[1])
    receipt: Receipt = it.suite.token.recoveryAddress(
        it.sender, it.replacement, it.identities[it.sender], sender=it.agent
    )
    return receipt


def _recover_frozen_wallet(it: Traded) -> Receipt:
    _transfer(it, it.holders[1])
    it.suite.token.setAddressFrozen(it.sender, True, sender=it.agent)
    receipt: Receipt = it.suite.token.recoveryAddress(
        it.sender, it.replacement, it.identities[it.sender], sender=it.agent
    )
    return receipt


def _pause(it: Traded) -> Receipt:
    receipt: Receipt = it.suite.token.pause(sender=it.agent)
    return receipt


def _unpause(it: Traded) -> Receipt:
    it.suite.token.pause(sender=it.agent)
    receipt: Receipt = it.suite.token.unpause(sender=it.agent)
    return receipt


def _create_identity(it: Traded) -> Receipt:
    created = it.onchainid.identity(it.chain.actor("investor")).deployment
    if created is None:
        raise ValueError("an identity was not created here")
    return created


def _add_claim(it: Traded) -> Receipt:
    investor = it.chain.actor("investor")
    identity = it.onchainid.identity(investor)
    claim = it.issuer.claim(identity, TOPIC)
    receipt: Receipt = identity.addClaim(*claim.arguments, sender=investor)
    return receipt


def _register(it: Traded) -> Receipt:
    investor = it.chain.actor("investor")
    identity = it.onchainid.identity(investor)
    receipt: Receipt = it.suite.registry.registerIdentity(
        investor, identity, COUNTRY, sender=it.agent
    )
    return receipt


def _register_batch(it: Traded) -> Receipt:
    names = (f"investor {number}" for number in range(REGISTERED_AT_ONCE))
    investors = list(it.chain.actors(*names))
    # Which contracts they are is not looked at when they are registered.
    identities = list(it.chain.actors(*(f"identity of {name}" for name in investors)))
    countries = [COUNTRY] * REGISTERED_AT_ONCE
    receipt: Receipt = it.suite.registry.batchRegisterIdentity(
        investors, identities, countries, sender=it.agent
    )
    return receipt


SENDS: dict[str, Send] = {
    "transfer.existing": lambda it: _in_open_window(it, it.holders[0]),
    "transfer.new": lambda it: _in_open_window(it, it.newcomers[0]),
    "transfer.first": lambda it: _transfer(it, it.holders[0]),
    "transfer_from": _transfer_from,
    "mint.existing": lambda it: _mint(it, it.holders[0]),
    "mint.new": lambda it: _mint(it, it.newcomers[0]),
    "burn": _burn,
    "forced_transfer": _forced_transfer,
    "freeze_partial.first": partial(_freeze, frozen_before=0),
    "freeze_partial.more": partial(_freeze, frozen_before=AMOUNT),
    "unfreeze_partial": _unfreeze,
    "freeze_wallet": _freeze_wallet,
    "thaw_wallet": _thaw_wallet,
    "batch_transfer_10.existing": lambda it: _batch(it, it.holders),
    "batch_transfer_10.new": lambda it: _batch(it, it.newcomers),
    "recovery": _recover,
    "recovery.frozen_wallet": _recover_frozen_wallet,
    "pause": _pause,
    "unpause": _unpause,
    "investor.identity": _create_identity,
    "investor.claim": _add_claim,
    "investor.register": _register,
    "investor.register_100": _register_batch,
}
"""What each operation sends; whatever it sends before its last transaction is preparation."""


@cache
def _set_up(modules: int, edition: Edition) -> Callable[[NodeChain], Traded]:
    # One function for each combination, so that the subjects with it share one set-up.
    return partial(traded, modules=modules, edition=edition)


def trex_subject(operation: str, modules: int = 0, edition: Edition = Edition.TREX) -> Subject:
    """T-REX's side of an operation, to be named as a peer in `quantera.gas.operations`.

    Args:
        operation: a key of `SENDS`.
        modules: 0, 1 (country) or 4 modules bound (country, balance, supply, window).
        edition: which build of ONCHAINID the investors have.

    Raises:
        KeyError: no such operation.
    """
    return Subject(_set_up(modules, edition), SENDS[operation])
