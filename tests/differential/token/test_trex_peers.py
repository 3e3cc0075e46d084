"""T-REX as it ships: suites with no, one and four modules, all eleven modules, and set-up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, Chain, Contract, MemoryChain, Reverted, expect_revert
from quantera.gas.peers.trex import artifact, implementation
from tests.peers import trex
from tests.peers.onchainid import Edition, OnchainId
from tests.peers.trex import Listing, Module, TrexSuite

TOPIC = 1
US, DE = 840, 276
DAY = 86_400


@dataclass(frozen=True)
class Market:
    """A suite in use and who takes part in it."""

    suite: TrexSuite
    seller: Actor
    buyer: Actor
    collector: Actor
    buyer_identity: Contract

    def trade(self, amount: int = 10) -> None:
        """The seller sends the buyer so many units."""
        self.suite.token.transfer(self.buyer, amount, sender=self.seller)

    def refused(self, amount: int = 10) -> None:
        """The same, and it must not be possible."""
        with expect_revert("Error", reason="Transfer not possible"):
            self.trade(amount)


def market(
    chain: Chain, modules: tuple[Module, ...] = (), edition: Edition = Edition.TREX
) -> Market:
    owner, agent = chain.actors("owner", "agent")
    people = chain.actors("seller", "buyer", "collector")
    onchainid = OnchainId(chain, edition)
    issuer = onchainid.issuer("issuer")
    suite = trex.deploy_suite(trex.TrexAuthority(chain, owner), owner, agent)
    suite.topics.addClaimTopic(TOPIC, sender=owner)
    suite.issuers.addTrustedIssuer(issuer.contract, [TOPIC], sender=owner)
    identities = [onchainid.identity(person) for person in people]
    for person, identity in zip(people, identities, strict=True):
        onchainid.certify(identity, person, issuer, TOPIC)
    trex.register(suite, people, identities, US)
    for module in modules:
        suite.bind(module)
    suite.token.unpause(sender=agent)
    seller, buyer, collector = people
    return Market(suite, seller, buyer, collector, identities[1])


def fund(it: Market, amount: int = 1_000) -> None:
    it.suite.token.mint(it.seller, amount, sender=it.suite.agent)


SETTINGS: dict[Module, Callable[[TrexSuite], object]] = {
    Module.COUNTRY_ALLOW: lambda suite: trex.allow_countries(suite, [US]),
    Module.MAX_BALANCE: lambda suite: trex.set_most_per_identity(suite, 10_000),
    Module.SUPPLY_LIMIT: lambda suite: trex.limit_supply(suite, 10_000),
    Module.TIME_TRANSFERS_LIMITS: lambda suite: trex.limit_transfers(suite, DAY, 500),
}


@pytest.fixture(params=["memory", "node"])
def either_chain(request: pytest.FixtureRequest) -> Iterator[Chain]:
    name = "chain" if request.param == "memory" else "node"
    yield request.getfixturevalue(name)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_suite_trades_with_none_one_and_four_modules(either_chain: Chain, count: int) -> None:
    modules = trex.FOUR_MODULES[:count]
    it = market(either_chain, modules)
    for module in modules:
        SETTINGS[module](it.suite)
    fund(it)
    it.trade()
    assert it.suite.token.balanceOf(it.buyer) == 10
    assert len(it.suite.compliance.getModules()) == count
    with expect_revert("Error", reason="Transfer not possible"):
        it.suite.token.transfer(it.suite.owner, 1, sender=it.seller)


def test_both_editions_of_onchainid_verify(chain: MemoryChain) -> None:
    for edition in Edition:
        it = market(chain, edition=edition)
        fund(it)
        it.trade()


def country_allow(it: Market) -> None:
    trex.allow_countries(it.suite, [US])
    fund(it)
    it.trade()
    it.suite.registry.updateCountry(it.buyer, DE, sender=it.suite.agent)
    it.refused()


def country_restrict(it: Market) -> None:
    fund(it)
    it.trade()
    trex.restrict_countries(it.suite, [DE])
    it.suite.registry.updateCountry(it.buyer, DE, sender=it.suite.agent)
    it.refused()


def max_balance(it: Market) -> None:
    trex.set_most_per_identity(it.suite, 1_000)
    fund(it)
    it.trade(1_000)
    it.suite.token.forcedTransfer(it.buyer, it.seller, 1, sender=it.suite.agent)
    trex.set_most_per_identity(it.suite, 999)
    it.refused(1)


def supply_limit(it: Market) -> None:
    trex.limit_supply(it.suite, 1_000)
    fund(it)
    with expect_revert("Error", reason="Compliance not followed"):
        fund(it, 1)


def time_transfers(it: Market) -> None:
    trex.limit_transfers(it.suite, DAY, 100)
    fund(it)
    it.trade(100)
    it.refused(1)
    it.suite.chain.advance(DAY)
    it.trade(1)


def time_exchange(it: Market) -> None:
    trex.limit_exchange(it.suite, it.buyer_identity, DAY, 100)
    fund(it)
    it.trade(100)
    it.refused(1)
    it.suite.chain.advance(DAY)
    it.trade(1)


def exchange_month(it: Market) -> None:
    trex.limit_exchange_month(it.suite, it.buyer_identity, 100)
    fund(it)
    it.trade(100)
    it.refused(1)
    it.suite.chain.advance(30 * DAY)
    it.trade(1)


def conditional(it: Market) -> None:
    # A mint is asked about as well: a transfer from nobody.
    zero = ZERO_ADDRESS
    it.suite.call_module(Module.CONDITIONAL_TRANSFER, "approveTransfer", zero, it.seller, 1_000)
    fund(it)
    it.refused()
    trex.approve_transfer(it.suite, it.seller, it.buyer, 10)
    it.trade()
    it.refused()


def transfer_restrict(it: Market) -> None:
    fund(it)
    it.refused()
    trex.allow_users(it.suite, [it.buyer])
    it.trade()


def transfer_fees(it: Market) -> None:
    fund(it)
    trex.set_fee(it.suite, 100, it.collector)
    it.trade(200)
    assert it.suite.token.balanceOf(it.buyer) == 198
    assert it.suite.token.balanceOf(it.collector) == 2
    with expect_revert("FeeRateIsOutOfRange"):
        trex.set_fee(it.suite, 10_001, it.collector)
    with expect_revert("CollectorAddressIsNotVerified"):
        trex.set_fee(it.suite, 100, it.suite.owner)


def token_listing(it: Market) -> None:
    fund(it)
    trex.configure_listing(it.suite, Listing.WHITELIST)
    it.refused()
    module = it.suite.modules[Module.TOKEN_LISTING_RESTRICTIONS]
    module.listToken(it.suite.token, 0, sender=it.buyer)
    it.trade()


MODULES: dict[Module, Callable[[Market], None]] = {
    Module.COUNTRY_ALLOW: country_allow,
    Module.COUNTRY_RESTRICT: country_restrict,
    Module.MAX_BALANCE: max_balance,
    Module.SUPPLY_LIMIT: supply_limit,
    Module.TIME_TRANSFERS_LIMITS: time_transfers,
    Module.TIME_EXCHANGE_LIMITS: time_exchange,
    Module.EXCHANGE_MONTHLY_LIMITS: exchange_month,
    Module.CONDITIONAL_TRANSFER: conditional,
    Module.TRANSFER_RESTRICT: transfer_restrict,
    Module.TRANSFER_FEES: transfer_fees,
    Module.TOKEN_LISTING_RESTRICTIONS: token_listing,
}


def test_no_module_is_forgotten() -> None:
    assert set(MODULES) == set(Module)


@pytest.mark.parametrize("module", list(Module))
def test_a_module_accepts_and_refuses(chain: MemoryChain, module: Module) -> None:
    it = market(chain, (module,))
    assert it.suite.modules[module].name() == module
    MODULES[module](it)


def test_a_fee_collecting_module_must_be_an_agent_first(chain: MemoryChain) -> None:
    it = market(chain)
    module = trex.deploy_module(chain, Module.TRANSFER_FEES, it.suite.owner)
    with expect_revert("Error"):
        it.suite.compliance.addModule(module, sender=it.suite.owner)


def test_balances_are_told_to_the_maximum_balance_module_before_it_is_bound(
    chain: MemoryChain,
) -> None:
    it = market(chain)
    fund(it)
    owner, compliance = it.suite.owner, it.suite.compliance
    module = trex.deploy_module(chain, Module.MAX_BALANCE, owner)
    identity = it.suite.registry.identity(it.seller)
    stranger = chain.actor("stranger")
    one: tuple[object, ...] = (compliance, identity, 1_000)
    many: tuple[object, ...] = (compliance, [identity], [1_000])
    for function, arguments in (("preSetModuleState", one), ("batchPreSetModuleState", many)):
        with expect_revert("OnlyComplianceOwnerCanCall"):
            module.function(function)(*arguments, sender=stranger)
    with expect_revert("OnlyComplianceOwnerCanCall"):
        module.presetCompleted(compliance, sender=stranger)
    with expect_revert("InvalidPresetValues"):
        module.batchPreSetModuleState(compliance, [identity], [], sender=owner)
    with expect_revert("Error"):
        compliance.addModule(module, sender=owner)
    assert module.preSetModuleState(*one, sender=owner).events.one("IDBalancePreSet")
    assert module.presetCompleted(compliance, sender=owner).events.one("PresetCompleted")
    assert module.batchPreSetModuleState(*many, sender=owner).events.one("IDBalancePreSet")
    compliance.addModule(module, sender=owner)
    for function, arguments in (("preSetModuleState", one), ("batchPreSetModuleState", many)):
        with expect_revert("TokenAlreadyBound"):
            module.function(function)(*arguments, sender=owner)


BAD_TOKENS: dict[str, list[tuple[object, int]]] = {
    "invalid argument - zero address": [("", 1), ("", 0)],
    "invalid argument - empty string": [("", 2), ("", 3)],
    "decimals between 0 and 18": [(19, 4)],
}


@pytest.mark.parametrize("reason", BAD_TOKENS)
def test_a_token_is_not_set_up_with_bad_arguments(chain: MemoryChain, reason: str) -> None:
    it = market(chain)
    good: list[object] = [it.suite.registry, it.suite.compliance, "Name", "SYM", 18, ZERO_ADDRESS]
    for value, position in BAD_TOKENS[reason]:
        arguments = list(good)
        arguments[position] = ZERO_ADDRESS if position < 2 else value
        bare = chain.deploy(implementation("Token"), sender=it.suite.owner)
        with expect_revert("Error", reason=reason):
            bare.init(*arguments, sender=it.suite.owner)


def test_set_up_tells_what_it_sets(chain: MemoryChain) -> None:
    it = market(chain)
    deployment = it.suite.token.deployment
    assert deployment is not None
    told = {event.name for event in deployment.events.of(it.suite.token)}
    assert {"IdentityRegistryAdded", "ComplianceAdded", "UpdatedTokenInformation"} <= told
    registered = it.suite.registry.deployment
    assert registered is not None
    assert {
        "ClaimTopicsRegistrySet",
        "TrustedIssuersRegistrySet",
        "IdentityStorageSet",
    } <= {event.name for event in registered.events.of(it.suite.registry)}


def test_a_registry_is_not_set_up_without_its_parts(chain: MemoryChain) -> None:
    it = market(chain)
    parts = [it.suite.issuers, it.suite.topics, it.suite.storage]
    for position in range(3):
        arguments = [
            ZERO_ADDRESS if index == position else part for index, part in enumerate(parts)
        ]
        bare = chain.deploy(implementation("IdentityRegistry"), sender=it.suite.owner)
        with expect_revert("Error", reason="invalid argument - zero address"):
            bare.init(*arguments, sender=it.suite.owner)
        with pytest.raises(Reverted):
            chain.deploy(
                artifact("proxy", "IdentityRegistryProxy"),
                it.suite.authority.contract,
                *arguments,
                sender=it.suite.owner,
            )
