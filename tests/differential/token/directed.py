"""Short sequences written by hand: each row of the table that chance would seldom reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.differential.token import cast
from tests.differential.token.cast import by, setting
from tests.differential.token.model.ledger import MAX_UINT256
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import REGISTRIES, STORAGES

OWNED = (*cast.SUITE, *cast.SPARES)
WITH_AGENTS = ("token", *REGISTRIES, *STORAGES)


@dataclass(frozen=True)
class Directed:
    """A sequence and the prologue it follows.

    Attributes:
        with_rules: the prologue binds and sets the four modules.
        at_the_end: states are compared only after the last operation; for those that fill a list.
    """

    name: str
    operations: tuple[Operation, ...]
    with_rules: bool = False
    at_the_end: bool = False


def _ownership() -> Iterator[Operation]:
    for contract in OWNED:
        yield by("stranger", contract, "transferOwnership", "stranger")
        yield by("owner", contract, "transferOwnership", ZERO)
        yield by("owner", contract, "transferOwnership", "new_owner")
        yield by("owner", contract, "renounceOwnership")
        yield by("new_owner", contract, "renounceOwnership")


def _second_initialisation() -> Iterator[Operation]:
    yield by("owner", "token", "init", "registry", "compliance", "Again", "AGN", 18, ZERO)
    yield by("owner", "registry", "init", "issuers", "topics", "storage")
    for contract in ("storage", "issuers", "topics", "compliance"):
        yield by("owner", contract, "init")


def _agents() -> Iterator[Operation]:
    for contract in WITH_AGENTS:
        yield by("stranger", contract, "isAgent", ZERO)
        yield by("stranger", contract, "isAgent", "agent")
        for function in ("addAgent", "removeAgent"):
            yield by("stranger", contract, function, "second_agent")
            yield by("owner", contract, function, ZERO)
            yield by("owner", contract, function, "second_agent")
            yield by("owner", contract, function, "second_agent")


def _allowances() -> Iterator[Operation]:
    yield by("holder_one", "token", "approve", ZERO, 1)
    yield by("holder_one", "token", "approve", "stranger", 10)
    yield by("holder_one", "token", "increaseAllowance", "stranger", MAX_UINT256)
    yield by("holder_one", "token", "increaseAllowance", "stranger", MAX_UINT256 - 10)
    yield by("holder_one", "token", "increaseAllowance", ZERO, 0)
    yield by("holder_two", "token", "decreaseAllowance", "stranger", 1)
    yield by("holder_one", "token", "decreaseAllowance", "stranger", MAX_UINT256)
    yield by("holder_one", "token", "decreaseAllowance", ZERO, 0)
    yield by("holder_one", "token", "approve", "stranger", 5)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 6)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 5)
    yield by("stranger", "token", "transferFrom", ZERO, "holder_two", 0)


def _transfers() -> Iterator[Operation]:
    yield by("holder_one", "token", "approve", "stranger", 10_000)

    def both(to: str, amount: int) -> Iterator[Operation]:
        yield by("holder_one", "token", "transfer", to, amount)
        yield by("stranger", "token", "transferFrom", "holder_one", to, amount)

    yield from both("holder_two", 10)
    yield from both("holder_two", 0)
    yield from both("unclaimed", 1)
    yield from both(ZERO, 1)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 900)
    yield from both("holder_two", 81)
    yield from both("holder_two", 40)
    for wallet in ("holder_one", "holder_two"):
        yield by("agent", "token", "setAddressFrozen", wallet, True)
        yield from both("holder_two", 1)
        yield by("agent", "token", "setAddressFrozen", wallet, False)
    yield by("agent", "token", "unfreezePartialTokens", "holder_one", 100)
    yield by("agent", "token", "pause")
    yield from both("holder_two", 1)


def _supply() -> Iterator[Operation]:
    yield by("stranger", "token", "mint", "holder_one", 1)
    yield by("agent", "token", "mint", "unclaimed", 1)
    yield by("agent", "token", "mint", ZERO, 1)
    yield by("agent", "token", "mint", "holder_one", 0)
    yield by("agent", "token", "mint", "holder_one", MAX_UINT256)
    yield by("stranger", "token", "burn", "holder_one", 1)
    yield by("agent", "token", "burn", "holder_one", 1001)
    yield by("agent", "token", "burn", "holder_one", 0)
    yield by("agent", "token", "burn", ZERO, 0)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 600)
    yield by("agent", "token", "burn", "holder_one", 400)
    yield by("agent", "token", "burn", "holder_one", 1)
    yield by("agent", "token", "burn", "holder_one", 599)


def _forced() -> Iterator[Operation]:
    yield by("stranger", "token", "forcedTransfer", "holder_one", "holder_two", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_two", 1001)
    yield by("agent", "token", "forcedTransfer", "holder_one", "unclaimed", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", ZERO, 1)
    yield by("agent", "token", "forcedTransfer", ZERO, "holder_two", 0)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_two", 0)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 600)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_two", 400)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_two", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_one", 599)


def _freezes() -> Iterator[Operation]:
    yield by("stranger", "token", "setAddressFrozen", "holder_one", True)
    yield by("stranger", "token", "freezePartialTokens", "holder_one", 1)
    yield by("stranger", "token", "unfreezePartialTokens", "holder_one", 1)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 1)
    yield by("agent", "token", "freezePartialTokens", "holder_one", MAX_UINT256)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 1000)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 999)
    yield by("agent", "token", "unfreezePartialTokens", "holder_one", 1001)
    yield by("agent", "token", "unfreezePartialTokens", "holder_one", 1000)
    yield by("stranger", "token", "pause")
    yield by("agent", "token", "unpause")
    yield by("agent", "token", "pause")
    yield by("agent", "token", "pause")
    yield by("stranger", "token", "unpause")


def _recovery() -> Iterator[Operation]:
    def recover(
        new: str, identity: str, caller: str = "agent", lost: str = "holder_one"
    ) -> Operation:
        return by(caller, "token", "recoveryAddress", lost, new, identity)

    yield recover("replacement_one", "identity_one", "stranger")
    yield recover("replacement_one", "identity_one", lost="newcomer")
    yield recover("replacement_one", "stranger")
    yield recover("replacement_one", cast.MUTE)
    yield recover("replacement_two", "identity_one")
    yield recover("second_wallet", "identity_one")
    yield recover("replacement_two", "identity_two")
    yield by("agent", "registry", "registerIdentity", "holder_one", "identity_one", 840)
    yield by("agent", "token", "forcedTransfer", "replacement_two", "holder_one", 1000)
    yield by("world", "world", "revoke", "identity_one", "issuer_a", cast.TOPIC)
    yield recover("replacement_one", "identity_one")
    yield by("world", "world", "certify", "identity_one", "issuer_a", cast.TOPIC)
    yield by("agent", "registry", "deleteIdentity", "holder_one")
    yield recover("replacement_one", "identity_one")
    yield by("agent", "registry", "registerIdentity", "holder_one", "identity_one", 840)
    yield by("agent", "token", "freezePartialTokens", "holder_one", 300)
    yield by("agent", "token", "setAddressFrozen", "holder_one", True)
    yield recover("replacement_one", "identity_one")


def _batches() -> Iterator[Operation]:
    one, two = "holder_one", "holder_two"
    batches: dict[str, tuple[list[str], ...]] = {
        "batchTransfer": ([two, two],),
        "batchForcedTransfer": ([one, one], [two, two]),
        "batchMint": ([one, two],),
        "batchBurn": ([one, two],),
        "batchSetAddressFrozen": ([one, two],),
        "batchFreezePartialTokens": ([one, two],),
        "batchUnfreezePartialTokens": ([one, two],),
    }
    yield by("agent", "token", "forcedTransfer", one, two, 1)
    for function, columns in batches.items():
        last: list[int | bool] = [False, False] if function == "batchSetAddressFrozen" else [2, 3]
        caller = one if function == "batchTransfer" else "agent"
        able = "mute" if function == "batchTransfer" else "stranger"
        yield by(caller, "token", function, *columns, last)
        yield by(able, "token", function, *columns, last)
        yield by(caller, "token", function, *columns, last[:1])
        yield by(caller, "token", function, *columns, [*last, last[0]])
        yield by("stranger", "token", function, *([] for _ in columns), [])
        if function == "batchForcedTransfer":
            yield by(caller, "token", function, columns[0], columns[1][:1], last)


def _token_settings() -> Iterator[Operation]:
    for function in ("setName", "setSymbol"):
        yield by("stranger", "token", function, "Mine")
        yield by("owner", "token", function, "")
        yield by("owner", "token", function, "Renamed")
    yield by("stranger", "token", "setOnchainID", "identity_one")
    yield by("owner", "token", "setOnchainID", "identity_one")
    yield by("stranger", "token", "setIdentityRegistry", "spare_registry")
    yield by("owner", "token", "setIdentityRegistry", "spare_registry")
    yield by("stranger", "token", "setCompliance", "spare_compliance")
    yield by("owner", "token", "setCompliance", "stranger")
    yield by("owner", "spare_compliance", "bindToken", "stranger")
    yield by("owner", "token", "setCompliance", "spare_compliance")
    yield by("owner", "spare_compliance", "unbindToken", "stranger")
    yield by("owner", "token", "setCompliance", "spare_compliance")
    yield by("owner", "spare_compliance", "unbindToken", "token")
    yield by("owner", "token", "setCompliance", "compliance")
    # Nobody is bound: what the compliance contract is told by the token it refuses.
    yield by("holder_one", "token", "transfer", "holder_two", 1)
    yield by("agent", "token", "mint", "holder_two", 1)
    yield by("agent", "token", "burn", "holder_two", 1)
    yield by("agent", "token", "forcedTransfer", "holder_one", "holder_two", 1)


def _registrations() -> Iterator[Operation]:
    registry = "registry"
    for caller in ("stranger", "agent"):
        yield by(caller, registry, "registerIdentity", "newcomer", "identity_newcomer", 276)
        yield by(caller, registry, "updateIdentity", "newcomer", "identity_one")
        yield by(caller, registry, "updateCountry", "newcomer", 840)
        yield by(caller, registry, "deleteIdentity", "newcomer")
    yield by("agent", registry, "registerIdentity", "holder_one", "identity_one", 840)
    yield by("agent", registry, "registerIdentity", ZERO, "identity_one", 840)
    yield by("agent", registry, "registerIdentity", "newcomer", ZERO, 840)
    yield by("agent", registry, "updateIdentity", "newcomer", "identity_newcomer")
    yield by("agent", registry, "updateIdentity", "holder_one", ZERO)
    yield by("agent", registry, "updateCountry", "newcomer", 840)
    yield by("agent", registry, "updateCountry", ZERO, 840)
    yield by("agent", registry, "deleteIdentity", "newcomer")
    yield by("agent", registry, "deleteIdentity", ZERO)
    wallets, identities = ["newcomer", "replacement_one"], ["identity_newcomer", "identity_one"]
    yield by("agent", registry, "batchRegisterIdentity", wallets, identities, [840])
    yield by("agent", registry, "batchRegisterIdentity", wallets, identities[:1], [840, 276])
    yield by("stranger", registry, "batchRegisterIdentity", wallets, identities, [840, 276])
    yield by("agent", registry, "batchRegisterIdentity", wallets, identities, [840, 276])
    for function, target in (
        ("setIdentityRegistryStorage", "spare_storage"),
        ("setClaimTopicsRegistry", "spare_topics"),
        ("setTrustedIssuersRegistry", "spare_issuers"),
    ):
        yield by("stranger", registry, function, target)
        yield by("owner", registry, function, target)
    # The spare storage does not take orders from this registry.
    yield by("agent", registry, "registerIdentity", "newcomer", "identity_newcomer", 276)


def _verification() -> Iterator[Operation]:
    def ask(*wallets: str) -> Iterator[Operation]:
        for wallet in wallets:
            yield by("stranger", "registry", "isVerified", wallet)

    yield from ask("holder_one", "unclaimed", "newcomer", "mute", "impostor", ZERO)
    yield by("world", "world", "revoke", "identity_one", "issuer_a", cast.TOPIC)
    yield from ask("holder_one", "second_wallet")
    yield by("world", "world", "drop", "identity_two", "issuer_a", cast.TOPIC)
    yield from ask("holder_two")
    yield by("owner", "issuers", "addTrustedIssuer", cast.REFUSER, [cast.TOPIC])
    yield by("world", "world", "certify", "identity_one", cast.REFUSER, cast.TOPIC)
    yield from ask("holder_one")
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_b", [cast.TOPIC])
    yield by("world", "world", "certify", "identity_one", "issuer_b", cast.TOPIC)
    yield from ask("holder_one", "holder_three")
    yield by("owner", "issuers", "removeTrustedIssuer", "issuer_a")
    yield from ask("holder_three", "impostor")
    yield by("owner", "topics", "addClaimTopic", cast.OTHER_TOPIC)
    yield from ask("holder_one")
    yield by("owner", "topics", "removeClaimTopic", cast.OTHER_TOPIC)
    yield by("owner", "topics", "removeClaimTopic", cast.TOPIC)
    yield from ask("unclaimed")


def _storage() -> Iterator[Operation]:
    yield by("owner", "storage", "addAgent", "agent")
    yield by("stranger", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    yield by("agent", "storage", "addIdentityToStorage", ZERO, "identity_one", 840)
    yield by("agent", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    yield by("agent", "storage", "addIdentityToStorage", "newcomer", "identity_one", 840)
    for function, argument in (
        ("modifyStoredIdentity", ("identity_newcomer",)),
        ("modifyStoredInvestorCountry", (276,)),
        ("removeIdentityFromStorage", ()),
    ):
        for caller, wallet in (
            ("stranger", "newcomer"),
            ("agent", ZERO),
            ("agent", "replacement_one"),
            ("agent", "newcomer"),
        ):
            yield by(caller, "storage", function, wallet, *argument)
    yield by("agent", "storage", "modifyStoredIdentity", "holder_one", ZERO)


def _bound_registries() -> Iterator[Operation]:
    storage = "spare_storage"
    yield by("owner", storage, "unbindIdentityRegistry", "registry")
    yield by("owner", storage, "bindIdentityRegistry", ZERO)
    yield by("stranger", storage, "bindIdentityRegistry", "registry")
    yield by("owner", storage, "bindIdentityRegistry", "registry")
    yield by("owner", storage, "bindIdentityRegistry", "registry")
    yield by("owner", storage, "unbindIdentityRegistry", ZERO)
    yield by("stranger", storage, "unbindIdentityRegistry", "registry")
    yield by("owner", storage, "unbindIdentityRegistry", "spare_registry")
    yield by("owner", storage, "unbindIdentityRegistry", "registry")


def _most_registries() -> Iterator[Operation]:
    for registry in cast.FILLERS:
        yield by("owner", "spare_storage", "bindIdentityRegistry", registry)
    yield by("owner", "spare_storage", "bindIdentityRegistry", "registry")
    yield by("owner", "spare_storage", "unbindIdentityRegistry", cast.FILLERS[7])


def _topics() -> Iterator[Operation]:
    yield by("stranger", "topics", "addClaimTopic", 2)
    yield by("stranger", "topics", "removeClaimTopic", 1)
    yield by("owner", "topics", "removeClaimTopic", 99)
    for topic in range(2, 16):
        yield by("owner", "topics", "addClaimTopic", topic)
    yield by("owner", "topics", "addClaimTopic", 16)
    yield by("owner", "topics", "removeClaimTopic", 3)
    yield by("owner", "topics", "addClaimTopic", 15)
    yield by("owner", "topics", "addClaimTopic", 16)


def _issuers() -> Iterator[Operation]:
    fifteen = list(range(1, 16))
    for caller in ("stranger", "owner"):
        yield by(caller, "issuers", "addTrustedIssuer", "issuer_b", fifteen)
        yield by(caller, "issuers", "updateIssuerClaimTopics", "issuer_b", [1, 2])
        yield by(caller, "issuers", "removeTrustedIssuer", "issuer_b")
    yield by("owner", "issuers", "addTrustedIssuer", ZERO, [1])
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_a", [1])
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_b", [])
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_b", [*fifteen, 16])
    yield by("owner", "issuers", "updateIssuerClaimTopics", ZERO, [1])
    yield by("owner", "issuers", "updateIssuerClaimTopics", "issuer_b", [1])
    yield by("owner", "issuers", "updateIssuerClaimTopics", "issuer_a", [])
    yield by("owner", "issuers", "updateIssuerClaimTopics", "issuer_a", [*fifteen, 16])
    yield by("owner", "issuers", "removeTrustedIssuer", ZERO)
    yield by("owner", "issuers", "removeTrustedIssuer", "issuer_b")
    yield by("stranger", "issuers", "getTrustedIssuerClaimTopics", "issuer_a")
    yield by("stranger", "issuers", "getTrustedIssuerClaimTopics", "issuer_b")
    for issuer in cast.FILLERS[:49]:
        yield by("owner", "issuers", "addTrustedIssuer", issuer, [2])
    yield by("owner", "issuers", "addTrustedIssuer", "issuer_b", [2])


def _binding() -> Iterator[Operation]:
    yield by("stranger", "compliance", "bindToken", "stranger")
    yield by("owner", "compliance", "bindToken", ZERO)
    yield by("stranger", "compliance", "unbindToken", "token")
    yield by("owner", "compliance", "unbindToken", "stranger")
    yield by("owner", "compliance", "unbindToken", "token")
    yield by("owner", "compliance", "unbindToken", ZERO)
    yield by("stranger", "compliance", "bindToken", "stranger")
    for function, parties in (
        ("transferred", ("holder_one", "holder_two")),
        ("created", ("holder_one",)),
        ("destroyed", ("holder_one",)),
    ):
        yield by("owner", "compliance", function, *parties, 1)
        yield by("stranger", "compliance", function, *parties, 1)
        yield by("stranger", "compliance", function, *parties, 0)
        yield by("stranger", "compliance", function, *(ZERO for _ in parties), 1)


def _modules() -> Iterator[Operation]:
    yield by("stranger", "compliance", "addModule", "country_allow")
    yield by("owner", "compliance", "addModule", ZERO)
    yield by("owner", "compliance", "addModule", "stranger")
    yield by("owner", "compliance", "addModule", "max_balance")
    yield by("owner", "spare_compliance", "addModule", "max_balance")
    yield by("owner", "compliance", "addModule", "country_allow")
    yield by("owner", "compliance", "addModule", "country_allow")
    yield by("owner", "compliance", "removeModule", ZERO)
    yield by("owner", "compliance", "removeModule", "supply_limit")
    yield by("stranger", "compliance", "removeModule", "country_allow")
    yield by(
        "stranger", "compliance", "callModuleFunction", "country_allow", "addAllowedCountry", [1]
    )
    yield setting("supply_limit", "setSupplyLimit", 1)
    for module in ("country_allow", "supply_limit", "time_limit"):
        if module != "country_allow":
            yield by("owner", "compliance", "addModule", module)
        yield setting(module, "unbindCompliance", ZERO)
        yield setting(module, "unbindCompliance", "spare_compliance")
        yield setting(module, "bindCompliance", "compliance")
        yield by("stranger", module, "bindCompliance", ZERO)
        yield by("stranger", module, "bindCompliance", "spare_compliance")
        yield by("stranger", module, "unbindCompliance", "compliance")
        yield by("owner", "compliance", "removeModule", module)
        # A module that let go by itself cannot be removed any more.
        yield by("owner", "compliance", "addModule", module)
        yield setting(module, "unbindCompliance", "compliance")
        yield by("owner", "compliance", "removeModule", module)
    yield by("holder_one", "token", "transfer", "holder_two", 1)


def _most_modules() -> Iterator[Operation]:
    others = [module for module in cast.MODULES if module != "max_balance"]
    for module in (*others, *cast.FILLER_MODULES):
        yield by("owner", "compliance", "addModule", module)
    yield by("agent", "token", "burn", "holder_one", 1)
    yield by("owner", "compliance", "addModule", "max_balance")


def _strangers_at_modules() -> Iterator[Operation]:
    settings = {
        "country_allow": (
            ("addAllowedCountry", 826),
            ("removeAllowedCountry", 826),
            ("batchAllowCountries", [826]),
            ("batchDisallowCountries", [826]),
        ),
        "max_balance": (("setMaxBalance", 3_000),),
        "supply_limit": (("setSupplyLimit", 20_000),),
        "time_limit": (
            ("setTimeTransferLimit", (60, 5)),
            ("removeTimeTransferLimit", 60),
        ),
    }
    for module, calls in settings.items():
        for call in calls:
            yield by("stranger", module, *call)
            yield setting(module, *call)
        yield by("stranger", module, "moduleTransferAction", "holder_one", "holder_two", 1)
        yield by("stranger", module, "moduleMintAction", "holder_one", 1)
        yield by("stranger", module, "moduleBurnAction", "holder_one", 1)
        yield by("stranger", module, "bindCompliance", ZERO)
        yield by("stranger", module, "bindCompliance", "compliance")
        yield by("stranger", module, "bindCompliance", "spare_compliance")
        yield by("stranger", module, "unbindCompliance", "compliance")
        yield setting(module, "unbindCompliance", ZERO)
        yield setting(module, "unbindCompliance", "spare_compliance")
        # Anybody may bind himself; he then acts for himself alone, and knows no token.
        yield by("stranger", module, "bindCompliance", "stranger")
        yield by("stranger", module, "moduleTransferAction", "holder_one", "holder_two", 1)
        yield by("stranger", module, "moduleMintAction", "holder_one", 1)
        yield by("stranger", module, "moduleBurnAction", "holder_one", 1)
        yield by("stranger", module, "unbindCompliance", "stranger")
        yield by("owner", "compliance", "removeModule", module)
    yield by("owner", "compliance", "addModule", "max_balance")


def _countries() -> Iterator[Operation]:
    yield by("holder_one", "token", "transfer", "holder_three", 1)
    yield by("agent", "token", "mint", "holder_three", 1)
    yield setting("country_allow", "addAllowedCountry", 826)
    yield setting("country_allow", "addAllowedCountry", 826)
    yield by("holder_one", "token", "transfer", "holder_three", 1)
    yield setting("country_allow", "removeAllowedCountry", 826)
    yield setting("country_allow", "removeAllowedCountry", 826)
    yield setting("country_allow", "batchDisallowCountries", [840, 276])
    yield by("holder_one", "token", "approve", "stranger", 1)
    yield by("stranger", "token", "transferFrom", "holder_one", "holder_two", 1)
    yield setting("country_allow", "batchAllowCountries", [840, 276])


def _balances() -> Iterator[Operation]:
    yield by("agent", "token", "mint", "holder_one", 2_001)
    yield by("agent", "token", "mint", "holder_one", 901)
    yield by("agent", "token", "mint", "second_wallet", 900)
    yield by("agent", "token", "forcedTransfer", "holder_two", "holder_one", 1)
    yield by("agent", "token", "burn", "holder_two", 1)
    yield by("agent", "registry", "updateIdentity", "holder_two", "identity_three")
    yield by("agent", "token", "burn", "holder_two", 1)
    yield by("holder_two", "token", "transfer", "second_wallet", 1)
    yield setting("max_balance", "setMaxBalance", 5_000)
    yield by("holder_two", "token", "transfer", "second_wallet", 1)
    yield by("agent", "registry", "deleteIdentity", "holder_two")
    yield by("agent", "token", "burn", "holder_two", 1)
    yield by("agent", "token", "forcedTransfer", "holder_two", "holder_one", 1)


def _supply_limit() -> Iterator[Operation]:
    yield setting("supply_limit", "setSupplyLimit", 1_600)
    yield by("agent", "token", "mint", "holder_one", 1)
    yield setting("supply_limit", "setSupplyLimit", 1_601)
    yield by("agent", "token", "mint", "holder_one", 1)
    yield by("owner", "compliance", "removeModule", "max_balance")
    yield by("agent", "token", "mint", "holder_one", MAX_UINT256)


def _windows() -> Iterator[Operation]:
    yield by("agent", "registry", "registerIdentity", "agent", "identity_three", 840)
    yield by("agent", "token", "mint", "agent", 1_500)
    yield by("agent", "token", "transfer", "holder_one", 800)
    yield by("holder_one", "token", "transfer", "holder_two", 1_201)
    yield by("holder_one", "token", "transfer", "holder_two", 700)
    yield by("holder_one", "token", "transfer", "holder_two", 501)
    yield by("second_wallet", "token", "transfer", "holder_two", 100)
    yield by("holder_one", "token", "transfer", "holder_two", 401)
    yield by("world", "world", "advance", cast.WINDOW - 1)
    yield by("holder_one", "token", "transfer", "holder_two", 401)
    yield by("world", "world", "advance", 1)
    yield by("holder_one", "token", "transfer", "holder_two", 401)
    yield setting("time_limit", "removeTimeTransferLimit", 5)
    for seconds in (60, 120, 180):
        yield setting("time_limit", "setTimeTransferLimit", (seconds, 10))
    yield setting("time_limit", "setTimeTransferLimit", (240, 10))
    yield setting("time_limit", "setTimeTransferLimit", (60, 20))
    # The last window takes the removed one's place, and its position goes stale.
    yield setting("time_limit", "removeTimeTransferLimit", 120)
    yield setting("time_limit", "setTimeTransferLimit", (180, 30))
    yield setting("time_limit", "removeTimeTransferLimit", 60)
    yield setting("time_limit", "setTimeTransferLimit", (180, 40))


def _modules_without_token() -> Iterator[Operation]:
    for wallet, amount in cast.FUNDED.items():
        yield by("agent", "token", "burn", wallet, amount)
    for module in cast.MODULES:
        yield by("owner", "spare_compliance", "bindToken", "token")
        yield by("owner", "spare_compliance", "addModule", module)
        yield by("owner", "spare_compliance", "bindToken", "stranger")
        yield by("stranger", "spare_compliance", "canTransfer", "holder_one", "holder_two", 0)
        yield by("stranger", "spare_compliance", "canTransfer", ZERO, "holder_two", 0)
        yield by("stranger", "spare_compliance", "transferred", "holder_one", "holder_two", 1)
        yield by("stranger", "spare_compliance", "created", "holder_one", 1)
        yield by("stranger", "spare_compliance", "destroyed", "holder_one", 1)
        yield by("owner", "spare_compliance", "removeModule", module)


DIRECTED: tuple[Directed, ...] = (
    Directed("ownership", tuple(_ownership())),
    Directed("second initialisation", tuple(_second_initialisation())),
    Directed("agents", tuple(_agents())),
    Directed("allowances", tuple(_allowances())),
    Directed("transfers", tuple(_transfers())),
    Directed("supply", tuple(_supply())),
    Directed("forced transfers", tuple(_forced())),
    Directed("freezes and pause", tuple(_freezes())),
    Directed("recovery", tuple(_recovery())),
    Directed("batches", tuple(_batches())),
    Directed("token settings", tuple(_token_settings())),
    Directed("registrations", tuple(_registrations())),
    Directed("verification", tuple(_verification())),
    Directed("storage", tuple(_storage())),
    Directed("bound registries", tuple(_bound_registries())),
    Directed("most registries", tuple(_most_registries()), at_the_end=True),
    Directed("topics", tuple(_topics())),
    Directed("issuers", tuple(_issuers())),
    Directed("binding", tuple(_binding())),
    Directed("modules", tuple(_modules())),
    Directed("most modules", tuple(_most_modules())),
    Directed("modules without token", tuple(_modules_without_token())),
    Directed("strangers at modules", tuple(_strangers_at_modules()), with_rules=True),
    Directed("countries", tuple(_countries()), with_rules=True),
    Directed("balances", tuple(_balances()), with_rules=True),
    Directed("supply limit", tuple(_supply_limit()), with_rules=True),
    Directed("windows", tuple(_windows()), with_rules=True),
)
