"""Random operations on identity registries, storages, topics and issuers."""

from tests.differential.token import cast
from tests.differential.token.cast import by
from tests.differential.token.chooser import (
    REAL_IDENTITIES,
    STRANGER,
    TRUSTABLE,
    Chooser,
)
from tests.differential.token.model.registries import (
    ClaimTopicsRegistry,
    IdentityRegistry,
    IdentityRegistryStorage,
    TrustedIssuersRegistry,
)
from tests.differential.token.operations import ZERO, Operation
from tests.differential.token.questions import REGISTRIES, STORAGES


def register(it: Chooser) -> Operation:
    registry, wallet = it.token.registry_name, it.unregistered()
    arguments = (wallet, it.identity(wallet), it.country())
    return by(it.agent(registry), registry, "registerIdentity", *arguments)


def batch_register(it: Chooser) -> Operation:
    registry = it.token.registry_name
    wallets = it.several(it.unregistered)
    identities = it.column(len(wallets), lambda: it.one_of(REAL_IDENTITIES))
    countries = it.column(len(wallets), it.country)
    return by(it.agent(registry), registry, "batchRegisterIdentity", wallets, identities, countries)


def update_identity(it: Chooser) -> Operation:
    registry, wallet = it.token.registry_name, it.registered()
    return by(it.agent(registry), registry, "updateIdentity", wallet, it.identity(wallet))


def update_country(it: Chooser) -> Operation:
    registry = it.token.registry_name
    return by(it.agent(registry), registry, "updateCountry", it.registered(), it.country())


def delete_identity(it: Chooser) -> Operation:
    registry = it.token.registry_name
    return by(it.agent(registry), registry, "deleteIdentity", it.registered())


def point_registry(it: Chooser) -> Operation:
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


def store_directly(it: Chooser) -> Operation:
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


def store_country_directly(it: Chooser) -> Operation:
    contract = it.one_of(STORAGES)
    function = "modifyStoredInvestorCountry"
    return by(it.agent(contract), contract, function, it.registered(), it.country())


def bind_registry(it: Chooser) -> Operation:
    contract = it.one_of(STORAGES)
    found = it.ledger.contracts[contract]
    assert isinstance(found, IdentityRegistryStorage)
    missing = [name for name in REGISTRIES if name not in found.registries]
    if missing and not it.rarely(4):
        return by(it.owner(contract), contract, "bindIdentityRegistry", it.one_of(missing))
    function = it.one_of(("unbindIdentityRegistry", "bindIdentityRegistry"))
    target = it.mostly(REGISTRIES, (ZERO, STRANGER))
    return by(it.owner(contract), contract, function, target)


def topics(it: Chooser) -> Operation:
    contract = it.registry.topics_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, ClaimTopicsRegistry)
    if len(found.topics) > 1 and not it.rarely():
        return by(it.owner(contract), contract, "removeClaimTopic", found.topics[-1])
    function = it.one_of(("addClaimTopic", "addClaimTopic", "removeClaimTopic"))
    return by(it.owner(contract), contract, function, it.one_of(cast.TOPICS))


def trust(it: Chooser) -> Operation:
    contract = it.registry.issuers_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, TrustedIssuersRegistry)
    topics = it.several(lambda: it.one_of(cast.TOPICS))
    new = [issuer for issuer in TRUSTABLE if issuer not in found.topics]
    issuer = it.mostly(new, (*TRUSTABLE, ZERO))
    return by(it.owner(contract), contract, "addTrustedIssuer", issuer, topics)


def distrust(it: Chooser) -> Operation:
    contract = it.registry.issuers_name
    found = it.ledger.contracts[contract]
    assert isinstance(found, TrustedIssuersRegistry)
    issuer = it.mostly(found.issuers[::-1], (*TRUSTABLE, ZERO))
    function = it.one_of(("removeTrustedIssuer", "updateIssuerClaimTopics"))
    topics = [it.several(lambda: it.one_of(cast.TOPICS))] if function.startswith("update") else []
    return by(it.owner(contract), contract, function, issuer, *topics)


def issuer_topics(it: Chooser) -> Operation:
    return by(
        STRANGER,
        it.registry.issuers_name,
        "getTrustedIssuerClaimTopics",
        it.one_of((*cast.ISSUERS, ZERO)),
    )
