"""Random operations: mostly such as succeed, now and then one that fails each condition.

Everything is drawn with the state of the model in sight, so that amounts sit on the edges (all of a
balance and one more, what is frozen and one more) and wallets are chosen for what they are.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.differential.token import cast
from tests.differential.token.cast import by, setting
from tests.differential.token.model.compliance import ModularCompliance
from tests.differential.token.model.ledger import MAX_UINT256, Ledger, Nobody, Refused
from tests.differential.token.model.registries import (
    ClaimTopicsRegistry,
    IdentityRegistry,
    IdentityRegistryStorage,
    TrustedIssuersRegistry,
)
from tests.differential.token.model.roles import Owned, WithAgents
from tests.differential.token.model.token import Token
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import COMPLIANCES, REGISTRIES, STORAGES
from tests.differential.token.repairs import needed_repairs

Draw = Callable[[st.SearchStrategy[Any]], Any]
Item = TypeVar("Item")

REAL_IDENTITIES = tuple(cast.MANAGERS)
TRUSTABLE = (*cast.ISSUERS, cast.REFUSER, cast.LIAR, "stranger")
STRANGER = "stranger"
SECONDS = (1, 3_600, cast.WINDOW - 1, cast.WINDOW, cast.WINDOW + 1)
OWNED = (*cast.SUITE, *cast.SPARES)
WITH_AGENTS = ("token", *REGISTRIES, *STORAGES)


class Chooser:
    """Draws parts of an operation with the model in sight.

    Args:
        draw: Hypothesis' draw.
        ledger: the model before the operation.
    """

    def __init__(self, draw: Draw, ledger: Ledger) -> None:
        self.draw = draw
        self.ledger = ledger

    # -- the state ------------------------------------------------------------------------------

    @property
    def token(self) -> Token:
        """The model's token."""
        found = self.ledger.contracts["token"]
        assert isinstance(found, Token)
        return found

    @property
    def registry(self) -> IdentityRegistry:
        """The registry the token points at now."""
        return self.token.registry

    @property
    def compliance(self) -> ModularCompliance:
        """The compliance contract the token points at now."""
        return self.token.compliance

    @cached_property
    def verified(self) -> list[str]:
        """Wallets that the token's registry verifies now."""
        return [wallet for wallet in cast.WALLETS if self._is_verified(wallet)]

    def _is_verified(self, wallet: str) -> bool:
        watcher, self.ledger.watcher = self.ledger.watcher, Nobody()
        try:
            verdict = self.ledger.call("token", self.token.registry_name, "isVerified", wallet)
        except Refused:
            return False
        finally:
            self.ledger.watcher = watcher
        return bool(verdict)

    # -- choices --------------------------------------------------------------------------------

    def one_of(self, items: Sequence[Item]) -> Item:
        """Any of these; the first is the simplest."""
        chosen: Item = self.draw(st.sampled_from(items))
        return chosen

    def rarely(self, odds: int = 5) -> bool:
        """True once in so many; false is the simpler."""
        return bool(self.draw(st.integers(0, odds - 1)) == odds - 1)

    def mostly(self, good: Sequence[Item], anything: Sequence[Item]) -> Item:
        """One of the good ones, if there are any; rarely, anything."""
        return self.one_of(anything if self.rarely() or not good else good)

    def owner(self, contract: str) -> str:
        """Mostly the contract's owner."""
        found = self.ledger.contracts[contract]
        assert isinstance(found, Owned)
        return self.mostly([found.owner_name], (STRANGER, "agent", *cast.OWNERS))

    def agent(self, contract: str) -> str:
        """Mostly an agent of the contract."""
        found = self.ledger.contracts[contract]
        assert isinstance(found, WithAgents)
        able = [name for name in cast.AGENTS if name in found.agents]
        return self.mostly(able, (STRANGER, "owner", *cast.AGENTS))

    def holder(self) -> str:
        """Mostly a wallet that holds something."""
        holding = [wallet for wallet in cast.WALLETS if self.token.balance(wallet)]
        return self.mostly(holding, (*cast.WALLETS, ZERO))

    def holder_alive(self) -> str:
        """As `holder`, but somebody who can send."""
        found = self.holder()
        return STRANGER if found == ZERO else found

    def recipient(self) -> str:
        """Mostly a wallet that may receive."""
        able = [wallet for wallet in self.verified if wallet not in self.token.frozen_wallets]
        return self.mostly(able, (*cast.WALLETS, ZERO))

    def amount(self, *edges: int) -> int:
        """A small amount, an edge, an edge's neighbour, or something enormous."""
        if self.rarely(20):
            return self.one_of((0, 2**128 - 1, 2**128, MAX_UINT256))
        around = [value for edge in edges for value in (edge, edge + 1, edge - 1)]
        return self.one_of(
            (1, 7, 100, 2, 3, *(value for value in around if 0 <= value <= MAX_UINT256))
        )

    def registered(self) -> str:
        """Mostly a wallet the registry knows."""
        known = [
            wallet for wallet in cast.WALLETS if self.registry.storage.identity(wallet) != ZERO
        ]
        return self.mostly(known, (*cast.WALLETS, ZERO))

    def unregistered(self) -> str:
        """Mostly a wallet the registry does not know."""
        new = [wallet for wallet in cast.WALLETS if self.registry.storage.identity(wallet) == ZERO]
        return self.mostly(new, (*cast.WALLETS, ZERO))

    def identity(self, wallet: str) -> str:
        """Mostly the identity a wallet belongs to."""
        own = cast.WALLET_IDENTITY.get(wallet)
        return self.mostly([own] if own else [], (*cast.IDENTITIES, STRANGER, ZERO))

    def country(self) -> int:
        """Mostly an allowed country."""
        return self.mostly(cast.ALLOWED_COUNTRIES, cast.COUNTRIES)

    def several(self, one: Callable[[], Item]) -> list[Item]:
        """None to three of something."""
        return [one() for _ in range(self.one_of((1, 2, 3, 0)))]

    def column(self, length: int, one: Callable[[], Item]) -> list[Item]:
        """An array mostly as long as the first one."""
        if self.rarely(8):
            length = max(0, length + self.one_of((-1, 1)))
        return [one() for _ in range(length)]

    def pointer(self, now: str, primary: str) -> str:
        """Where a contract is pointed to next: mostly to and fro between two."""
        return primary if now != primary else f"spare_{primary}"


Drawing = Callable[[Chooser], Operation]


# -- token --------------------------------------------------------------------------------------


def _transfer(it: Chooser) -> Operation:
    sender = it.holder_alive()
    window = cast.WINDOW_LIMIT
    return by(sender, "token", "transfer", it.recipient(), it.amount(it.token.free(sender), window))


def _transfer_from(it: Chooser) -> Operation:
    token = it.token
    given = [pair for pair, allowed in token.allowances.items() if allowed and token.free(pair[0])]
    if not given:
        return by(it.holder_alive(), "token", "approve", STRANGER, it.one_of((100, 7, 1_000)))
    sender, spender = it.mostly(given, [(it.holder(), STRANGER)])
    edges = (min(token.allowance(sender, spender), token.free(sender)), token.free(sender))
    return by(spender, "token", "transferFrom", sender, it.recipient(), it.amount(*edges))


def _allowance(function: str) -> Drawing:
    def drawn(it: Chooser) -> Operation:
        given = [pair for pair, allowed in it.token.allowances.items() if allowed]
        usual = [(owner, STRANGER) for owner in cast.HOLDERS]
        owner, spender = it.mostly(given or usual, [*usual, ("holder_one", ZERO)])
        allowed = it.token.allowance(owner, spender)
        return by(owner, "token", function, spender, it.amount(allowed, MAX_UINT256 - allowed))

    return drawn


def _mint(it: Chooser) -> Operation:
    room = cast.SUPPLY_LIMIT - it.token.supply
    edges = (max(room, 0), cast.MOST_PER_IDENTITY)
    return by(it.agent("token"), "token", "mint", it.recipient(), it.amount(*edges))


def _burn(it: Chooser) -> Operation:
    wallet = it.holder()
    edges = (it.token.balance(wallet), it.token.free(wallet))
    return by(it.agent("token"), "token", "burn", wallet, it.amount(*edges))


def _forced_transfer(it: Chooser) -> Operation:
    sender = it.holder()
    edges = (it.token.balance(sender), it.token.free(sender))
    to = sender if it.rarely() else it.recipient()
    return by(it.agent("token"), "token", "forcedTransfer", sender, to, it.amount(*edges))


def _set_address_frozen(it: Chooser) -> Operation:
    frozen = sorted(it.token.frozen_wallets)
    if frozen and not it.rarely(3):
        # Thawing is the likelier, or soon nobody could trade.
        return by(it.agent("token"), "token", "setAddressFrozen", it.one_of(frozen), False)
    wallet, freeze = it.holder(), it.one_of((True, False))
    return by(it.agent("token"), "token", "setAddressFrozen", wallet, freeze)


def _freeze(it: Chooser) -> Operation:
    wallet = it.holder()
    free = it.token.free(wallet)
    frozen = it.token.frozen.get(wallet, 0)
    edges = (free, MAX_UINT256 - frozen) if it.rarely() else (free,)
    return by(it.agent("token"), "token", "freezePartialTokens", wallet, it.amount(*edges))


def _unfreeze(it: Chooser) -> Operation:
    frozen = [wallet for wallet in cast.WALLETS if it.token.frozen.get(wallet, 0)]
    if not frozen:
        return _freeze(it)
    wallet = it.mostly(frozen, cast.WALLETS)
    edge = it.token.frozen.get(wallet, 0)
    return by(it.agent("token"), "token", "unfreezePartialTokens", wallet, it.amount(edge))


def _pausing(it: Chooser) -> Operation:
    usual = "unpause" if it.token.paused else "pause"
    return by(it.agent("token"), "token", it.mostly([usual], ("pause", "unpause")))


def _exactly(function: str) -> Drawing:
    return lambda it: by(it.agent("token"), "token", function)


def _recover(it: Chooser) -> Operation:
    lost = it.holder()
    identity = it.registry.storage.identity(lost)
    keys = cast.MANAGERS.get(identity, ())
    fit = [wallet for wallet in keys if it.registry.storage.identity(wallet) == ZERO]
    new = it.mostly(fit, cast.WALLETS)
    named = it.mostly([identity] if identity != ZERO else [], (*cast.IDENTITIES, STRANGER))
    return by(it.agent("token"), "token", "recoveryAddress", lost, new, named)


def _batch(function: str, one: Drawing) -> Drawing:
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


def _text(function: str) -> Drawing:
    def drawn(it: Chooser) -> Operation:
        return by(it.owner("token"), "token", function, it.mostly(("Renamed", "Other"), ("",)))

    return drawn


def _set_onchain_id(it: Chooser) -> Operation:
    return by(it.owner("token"), "token", "setOnchainID", it.one_of((*cast.IDENTITIES, ZERO)))


def _set_identity_registry(it: Chooser) -> Operation:
    target = it.pointer(it.token.registry_name, "registry")
    return by(it.owner("token"), "token", "setIdentityRegistry", target)


def _set_compliance(it: Chooser) -> Operation:
    target = it.pointer(it.token.compliance_name, "compliance")
    return by(it.owner("token"), "token", "setCompliance", it.mostly([target], (STRANGER, ZERO)))


# -- roles --------------------------------------------------------------------------------------


def _add_agent(it: Chooser) -> Operation:
    return _agent_added(it, it.one_of(WITH_AGENTS))


def _agent_added(it: Chooser, contract: str) -> Operation:
    found = it.ledger.contracts[contract]
    assert isinstance(found, WithAgents)
    needed = ("agent", "token", *REGISTRIES, "second_agent")
    missing = [name for name in needed if name not in found.agents]
    account = it.mostly(missing, (*cast.AGENTS, ZERO))
    return by(it.owner(contract), contract, "addAgent", account)


def _remove_agent(it: Chooser) -> Operation:
    return _agent_removed(it, it.one_of(WITH_AGENTS))


def _agent_removed(it: Chooser, contract: str) -> Operation:
    found = it.ledger.contracts[contract]
    assert isinstance(found, WithAgents)
    account = it.mostly(sorted(found.agents), (*cast.AGENTS, ZERO))
    return by(it.owner(contract), contract, "removeAgent", account)


def _is_agent(it: Chooser) -> Operation:
    return _agent_asked(it, it.one_of(WITH_AGENTS))


def _agent_asked(it: Chooser, contract: str) -> Operation:
    return by(STRANGER, contract, "isAgent", it.one_of((*cast.AGENTS, ZERO)))


def _transfer_ownership(it: Chooser) -> Operation:
    return _ownership_transferred(it, it.one_of(OWNED))


def _ownership_transferred(it: Chooser, contract: str) -> Operation:
    new = it.mostly(cast.OWNERS, (ZERO,))
    return by(it.owner(contract), contract, "transferOwnership", new)


def _init(it: Chooser) -> Operation:
    return _initialised(it, it.one_of(OWNED))


def _initialised(it: Chooser, contract: str) -> Operation:
    arguments: dict[str, tuple[object, ...]] = {
        "token": ("registry", "compliance", "Again", "AGN", 18, ZERO),
        "registry": ("issuers", "topics", "storage"),
        "spare_registry": ("issuers", "topics", "storage"),
    }
    return by(STRANGER, contract, "init", *arguments.get(contract, ()))


# -- identities ---------------------------------------------------------------------------------


def _register(it: Chooser) -> Operation:
    registry, wallet = it.token.registry_name, it.unregistered()
    arguments = (wallet, it.identity(wallet), it.country())
    return by(it.agent(registry), registry, "registerIdentity", *arguments)


def _batch_register(it: Chooser) -> Operation:
    registry = it.token.registry_name
    wallets = it.several(it.unregistered)
    identities = it.column(len(wallets), lambda: it.one_of(REAL_IDENTITIES))
    countries = it.column(len(wallets), it.country)
    return by(it.agent(registry), registry, "batchRegisterIdentity", wallets, identities, countries)


def _update_identity(it: Chooser) -> Operation:
    registry, wallet = it.token.registry_name, it.registered()
    return by(it.agent(registry), registry, "updateIdentity", wallet, it.identity(wallet))


def _update_country(it: Chooser) -> Operation:
    registry = it.token.registry_name
    return by(it.agent(registry), registry, "updateCountry", it.registered(), it.country())


def _delete_identity(it: Chooser) -> Operation:
    registry = it.token.registry_name
    return by(it.agent(registry), registry, "deleteIdentity", it.registered())


def _point_registry(it: Chooser) -> Operation:
    registry = it.one_of(REGISTRIES)
    found = it.ledger.contracts[registry]
    assert isinstance(found, IdentityRegistry)
    function, now, primary = it.one_of(
        (
            ("setClaimTopicsRegistry", found.topics_name, "topics"),
            ("setTrustedIssuersRegistry", found.issuers_name, "issuers"),
            ("setIdentityRegistryStorage", found.storage_name, "storage"),
        )
    )
    return by(it.owner(registry), registry, function, it.pointer(now, primary))


def _store_directly(it: Chooser) -> Operation:
    contract = it.one_of(STORAGES)
    caller = it.agent(contract)
    function = it.one_of(
        ("addIdentityToStorage", "modifyStoredIdentity", "removeIdentityFromStorage")
    )
    if function == "removeIdentityFromStorage":
        return by(caller, contract, function, it.registered())
    wallet = it.unregistered() if function.startswith("add") else it.registered()
    country = (it.country(),) if function.startswith("add") else ()
    return by(caller, contract, function, wallet, it.identity(wallet), *country)


def _store_country_directly(it: Chooser) -> Operation:
    contract = it.one_of(STORAGES)
    function = "modifyStoredInvestorCountry"
    return by(it.agent(contract), contract, function, it.registered(), it.country())


def _bind_registry(it: Chooser) -> Operation:
    contract = it.one_of(STORAGES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, IdentityRegistryStorage)
    missing = [name for name in REGISTRIES if name not in found.registries]
    if missing and not it.rarely(4):
        return by(it.owner(contract), contract, "bindIdentityRegistry", it.one_of(missing))
    function = it.one_of(("unbindIdentityRegistry", "bindIdentityRegistry"))
    target = it.mostly(REGISTRIES, (ZERO, STRANGER))
    return by(it.owner(contract), contract, function, target)


def _topics(it: Chooser) -> Operation:
    contract = it.registry.topics_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, ClaimTopicsRegistry)
    if len(found.topics) > 1 and not it.rarely():
        return by(it.owner(contract), contract, "removeClaimTopic", found.topics[-1])
    function = it.one_of(("addClaimTopic", "addClaimTopic", "removeClaimTopic"))
    return by(it.owner(contract), contract, function, it.one_of(cast.TOPICS))


def _trust(it: Chooser) -> Operation:
    contract = it.registry.issuers_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, TrustedIssuersRegistry)
    topics = it.several(lambda: it.one_of(cast.TOPICS))
    new = [issuer for issuer in TRUSTABLE if issuer not in found.topics]
    issuer = it.mostly(new, (*TRUSTABLE, ZERO))
    return by(it.owner(contract), contract, "addTrustedIssuer", issuer, topics)


def _distrust(it: Chooser) -> Operation:
    contract = it.registry.issuers_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, TrustedIssuersRegistry)
    issuer = it.mostly(found.issuers[::-1], (*TRUSTABLE, ZERO))
    function = it.one_of(("removeTrustedIssuer", "updateIssuerClaimTopics"))
    topics = [it.several(lambda: it.one_of(cast.TOPICS))] if function.startswith("update") else []
    return by(it.owner(contract), contract, function, issuer, *topics)


def _issuer_topics(it: Chooser) -> Operation:
    return by(
        STRANGER,
        it.registry.issuers_name,
        "getTrustedIssuerClaimTopics",
        it.one_of((*cast.ISSUERS, ZERO)),
    )


# -- compliance ---------------------------------------------------------------------------------


def _bind_token(it: Chooser) -> Operation:
    contract = it.one_of(COMPLIANCES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, ModularCompliance)
    if found.token_bound != ZERO and it.rarely(2):
        return by(it.owner(contract), contract, "unbindToken", it.one_of(("token", ZERO)))
    return by(it.owner(contract), contract, "bindToken", it.mostly(["token"], (ZERO, STRANGER)))


def _modules(it: Chooser) -> Operation:
    contract = it.token.compliance_name
    bound = it.compliance.modules
    missing = [module for module in cast.MODULES if module not in bound]
    if missing and not it.rarely(3):
        return by(it.owner(contract), contract, "addModule", it.one_of(missing))
    function = it.one_of(("removeModule", "addModule"))
    module = it.mostly(cast.MODULES, (ZERO, STRANGER) if function == "addModule" else (ZERO,))
    return by(it.owner(contract), contract, function, module)


def _notify_directly(it: Chooser) -> Operation:
    contract = it.one_of(COMPLIANCES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, ModularCompliance)
    able = [found.token_bound] if found.token_bound in cast.WALLETS else []
    caller = it.mostly(able, (STRANGER, "agent"))
    function = it.one_of(("transferred", "created", "destroyed"))
    parties = [it.mostly(cast.HOLDERS, (ZERO,)) for _ in range(1 + (function == "transferred"))]
    return by(caller, contract, function, *parties, it.one_of((1, 0)))


def _setting(it: Chooser) -> Operation:
    bound = it.compliance.modules
    module = it.mostly(bound, cast.MODULES)
    function, *arguments = _module_call(it, module)
    made = setting(module, str(function), *arguments)
    contract = it.token.compliance_name
    return Operation(it.owner(contract), contract, made.function, made.arguments)


def _module_directly(it: Chooser) -> Operation:
    module = it.one_of(cast.MODULES)
    caller = it.one_of((STRANGER, "owner"))
    function = it.one_of(("setting", "bindCompliance", "unbindCompliance", "moduleBurnAction"))
    match function:
        case "setting":
            call, *arguments = _module_call(it, module)
            return by(caller, module, str(call), *arguments)
        case "moduleBurnAction":
            return by(caller, module, function, "holder_one", 1)
        case _:
            target = it.one_of((*COMPLIANCES, caller, ZERO))
            return by(caller, module, function, target)


def _module_call(it: Chooser, module: str) -> tuple[object, ...]:
    match module:
        case "country_allow":
            function = it.one_of(("addAllowedCountry", "removeAllowedCountry"))
            if it.rarely():
                function = it.one_of(("batchAllowCountries", "batchDisallowCountries"))
                return function, list(cast.ALLOWED_COUNTRIES)
            return function, it.one_of(cast.COUNTRIES)
        case "max_balance":
            return "setMaxBalance", it.one_of((cast.MOST_PER_IDENTITY, 1_000, 10**6, 0))
        case "supply_limit":
            supply = it.token.supply
            return "setSupplyLimit", it.one_of((cast.SUPPLY_LIMIT, supply, supply + 1, 10**6))
        case _:
            seconds = it.one_of((cast.WINDOW, 3_600, 60, 7, 8))
            if it.rarely(3):
                return "removeTimeTransferLimit", seconds
            return "setTimeTransferLimit", (seconds, it.one_of((cast.WINDOW_LIMIT, 100, 10**6)))


# -- world --------------------------------------------------------------------------------------


def _certify(it: Chooser) -> Operation:
    issuer = it.one_of((*cast.ISSUERS, cast.REFUSER, cast.LIAR))
    arguments = (it.one_of(REAL_IDENTITIES), issuer, it.one_of(cast.TOPICS))
    return by("world", "world", "certify", *arguments)


def _uncertify(it: Chooser) -> Operation:
    arguments = (it.one_of(REAL_IDENTITIES), it.one_of(cast.ISSUERS), it.one_of(cast.TOPICS))
    return by("world", "world", it.one_of(("revoke", "drop")), *arguments)


def _advance(it: Chooser) -> Operation:
    return by("world", "world", "advance", it.one_of(SECONDS))


WEIGHTS: tuple[tuple[int, Drawing], ...] = (
    (6, _transfer),
    (6, _transfer_from),
    (3, _allowance("approve")),
    (2, _allowance("increaseAllowance")),
    (2, _allowance("decreaseAllowance")),
    (6, _mint),
    (5, _burn),
    (6, _forced_transfer),
    (4, _set_address_frozen),
    (5, _freeze),
    (4, _unfreeze),
    (2, _pausing),
    (5, _recover),
    (3, _batch("batchTransfer", _transfer)),
    (2, _batch("batchForcedTransfer", _forced_transfer)),
    (2, _batch("batchMint", _mint)),
    (2, _batch("batchBurn", _burn)),
    (2, _batch("batchSetAddressFrozen", _set_address_frozen)),
    (2, _batch("batchFreezePartialTokens", _freeze)),
    (2, _batch("batchUnfreezePartialTokens", _unfreeze)),
    (1, _text("setName")),
    (1, _text("setSymbol")),
    (1, _set_onchain_id),
    (2, _set_identity_registry),
    (2, _set_compliance),
    (3, _add_agent),
    (2, _remove_agent),
    (1, _is_agent),
    (3, _transfer_ownership),
    (1, _init),
    (5, _register),
    (3, _batch_register),
    (3, _update_identity),
    (3, _update_country),
    (4, _delete_identity),
    (3, _point_registry),
    (3, _store_directly),
    (1, _store_country_directly),
    (3, _bind_registry),
    (4, _topics),
    (3, _trust),
    (3, _distrust),
    (1, _issuer_topics),
    (2, _bind_token),
    (3, _modules),
    (2, _notify_directly),
    (4, _setting),
    (2, _module_directly),
    (4, _certify),
    (3, _uncertify),
    (2, _advance),
)
BY_FUNCTION: dict[str, Drawing] = {
    "Token.transfer": _transfer,
    "Token.transferFrom": _transfer_from,
    "Token.approve": _allowance("approve"),
    "Token.increaseAllowance": _allowance("increaseAllowance"),
    "Token.decreaseAllowance": _allowance("decreaseAllowance"),
    "Token.mint": _mint,
    "Token.burn": _burn,
    "Token.forcedTransfer": _forced_transfer,
    "Token.setAddressFrozen": _set_address_frozen,
    "Token.freezePartialTokens": _freeze,
    "Token.unfreezePartialTokens": _unfreeze,
    "Token.pause": _exactly("pause"),
    "Token.unpause": _exactly("unpause"),
    "Token.recoveryAddress": _recover,
    "Token.batchTransfer": _batch("batchTransfer", _transfer),
    "Token.batchForcedTransfer": _batch("batchForcedTransfer", _forced_transfer),
    "Token.batchMint": _batch("batchMint", _mint),
    "Token.batchBurn": _batch("batchBurn", _burn),
    "Token.batchSetAddressFrozen": _batch("batchSetAddressFrozen", _set_address_frozen),
    "Token.batchFreezePartialTokens": _batch("batchFreezePartialTokens", _freeze),
    "Token.batchUnfreezePartialTokens": _batch("batchUnfreezePartialTokens", _unfreeze),
    "Token.setName": _text("setName"),
    "Token.setSymbol": _text("setSymbol"),
    "Token.setOnchainID": _set_onchain_id,
    "Token.setCompliance": _set_compliance,
    "Token.addAgent": partial(_agent_added, contract="token"),
    "Token.removeAgent": partial(_agent_removed, contract="token"),
    "Token.isAgent": partial(_agent_asked, contract="token"),
    "IdentityRegistry.addAgent": partial(_agent_added, contract="registry"),
    "IdentityRegistry.removeAgent": partial(_agent_removed, contract="registry"),
    "IdentityRegistry.isAgent": partial(_agent_asked, contract="registry"),
    "Token.transferOwnership": partial(_ownership_transferred, contract="token"),
    "Token.init": partial(_initialised, contract="token"),
    "IdentityRegistry.registerIdentity": _register,
    "IdentityRegistry.batchRegisterIdentity": _batch_register,
    "IdentityRegistry.updateIdentity": _update_identity,
    "IdentityRegistry.updateCountry": _update_country,
    "IdentityRegistry.deleteIdentity": _delete_identity,
    "ClaimTopicsRegistry.addClaimTopic": _topics,
    "ClaimTopicsRegistry.removeClaimTopic": _topics,
    "TrustedIssuersRegistry.addTrustedIssuer": _trust,
    "TrustedIssuersRegistry.removeTrustedIssuer": _distrust,
    "TrustedIssuersRegistry.updateIssuerClaimTopics": _distrust,
    "TrustedIssuersRegistry.getTrustedIssuerClaimTopics": _issuer_topics,
    "ModularCompliance.addModule": _modules,
    "ModularCompliance.removeModule": _modules,
    "ModularCompliance.callModuleFunction": _setting,
    "ModularCompliance.transferred": _notify_directly,
    "ModularCompliance.created": _notify_directly,
    "ModularCompliance.destroyed": _notify_directly,
}
"""What draws each function, perhaps among others; without what ours has in another form."""

_LOTS = tuple(drawing for weight, drawing in WEIGHTS for _ in range(weight))


def draw_operation(draw: Draw, ledger: Ledger) -> Operation:
    """One random operation.

    Args:
        draw: draws from a strategy.
        ledger: the model's state, which decides what is likely to succeed.
    """
    chooser = Chooser(draw, ledger)
    repairs = list(needed_repairs(ledger))
    if repairs and chooser.rarely(2):
        return chooser.one_of(repairs)
    # Hypothesis favours small numbers; scattered over the lots they favour none.
    lot: int = draw(st.integers(0, 2**32 - 1)) * 2_654_435_761 % 2**32
    return _LOTS[lot % len(_LOTS)](chooser)
