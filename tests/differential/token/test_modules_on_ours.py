"""All eleven modules of the T-REX 4.1.6 package bound to our token: each accepts, each refuses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, expect_revert
from quantera.gas.peers.trex import Module, deploy_module
from tests.stacks.token import MODULES as REFUSED
from tests.stacks.token import TokenStack, deploy_stack, offer, record

US, DE = 840, 276
DAY = 86_400
MONTH = 30 * DAY
WHITELIST = 1


@dataclass
class Market:
    """Our token in use, with one module of T-REX's bound to its compliance contract."""

    stack: TokenStack
    seller: Actor
    buyer: Actor
    collector: Actor
    module: Contract = field(init=False)

    def bind(self, module: Module) -> None:
        """Deploy a module as T-REX does, behind its proxy, and bind it."""
        self.module = deploy_module(self.stack.chain, module, self.stack.governor)
        if module is Module.TRANSFER_FEES:
            # It takes its fee by forced transfer, and refuses to be bound before it may.
            self.stack.token.addAgent(self.module, sender=self.stack.governor)
        self.stack.compliance.addModule(self.module, sender=self.stack.governor)

    def call(self, function: str, *arguments: object) -> None:
        """Have the compliance contract call a function of the module."""
        data = self.module.function(function).encode(*arguments)
        self.stack.compliance.callModuleFunction(data, self.module, sender=self.stack.governor)

    def fund(self, amount: int = 1_000) -> None:
        """Issue to the seller."""
        self.stack.token.mint(self.seller, amount, sender=self.stack.agent)

    def trade(self, amount: int = 10) -> int:
        """Code of a transfer from seller to buyer."""
        return offer(self.stack, self.seller, self.buyer, amount)

    def live_in(self, country: int) -> None:
        """The buyer moves."""
        self.stack.engine.updateCountry(self.buyer, country, sender=self.stack.agent)


@pytest.fixture(scope="module")
def market_session() -> Market:
    stack = deploy_stack(MemoryChain())
    people = stack.chain.actors("seller", "buyer", "collector")
    identity = stack.chain.deploy("HostileIdentity")
    # T-REX's modules ask nothing of identities; recovery does, of this one.
    identity.plantKey(people[2], True, sender=people[0])
    words = [record(identity, US), *(record(person, US) for person in people[1:])]
    stack.enter(people, words)
    return Market(stack, *people)


@pytest.fixture
def market(market_session: Market) -> Iterator[Market]:
    with market_session.stack.chain.rollback():
        yield market_session


def country_allow(it: Market) -> None:
    it.call("batchAllowCountries", [US])
    it.fund()
    assert it.trade() == 0
    it.live_in(DE)
    assert it.trade() == REFUSED


def country_restrict(it: Market) -> None:
    it.fund()
    it.call("batchRestrictCountries", [DE])
    assert it.trade() == 0
    it.live_in(DE)
    assert it.trade() == REFUSED


def max_balance(it: Market) -> None:
    it.call("setMaxBalance", 1_000)
    it.fund()
    assert it.trade(999) == 0
    it.call("setMaxBalance", 999)
    assert it.trade(1) == REFUSED
    with expect_revert("TransferRefused", code=REFUSED):
        it.stack.token.mint(it.buyer, 1, sender=it.stack.agent)


def supply_limit(it: Market) -> None:
    it.call("setSupplyLimit", 1_000)
    it.fund()
    with expect_revert("TransferRefused", code=REFUSED):
        it.fund(1)
    assert it.trade() == 0


def time_transfers(it: Market) -> None:
    it.call("setTimeTransferLimit", (DAY, 100))
    it.fund()
    assert it.trade(100) == 0
    assert it.trade(1) == REFUSED
    it.stack.chain.advance(DAY)
    assert it.trade(1) == 0


def time_exchange(it: Market) -> None:
    exchange = it.stack.engine.identity(it.buyer)
    it.module.addExchangeID(exchange, sender=it.stack.governor)
    it.call("setExchangeLimit", exchange, (DAY, 100))
    it.fund()
    assert it.trade(100) == 0
    assert it.trade(1) == REFUSED
    it.stack.chain.advance(DAY)
    assert it.trade(1) == 0


def exchange_month(it: Market) -> None:
    exchange = it.stack.engine.identity(it.buyer)
    it.module.addExchangeID(exchange, sender=it.stack.governor)
    it.call("setExchangeMonthlyLimit", exchange, 100)
    it.fund()
    assert it.trade(100) == 0
    assert it.trade(1) == REFUSED
    it.stack.chain.advance(MONTH)
    assert it.trade(1) == 0


def conditional(it: Market) -> None:
    # An issuance is asked about as well: a transfer from nobody.
    it.call("approveTransfer", ZERO_ADDRESS, it.seller, 1_000)
    it.fund()
    assert it.trade() == REFUSED
    it.call("approveTransfer", it.seller, it.buyer, 10)
    assert it.trade() == 0
    assert it.trade() == REFUSED


def transfer_restrict(it: Market) -> None:
    it.call("batchAllowUsers", [it.seller])
    it.fund()
    assert it.trade() == 0, "either side will do"
    it.call("batchDisallowUsers", [it.seller])
    assert it.trade() == REFUSED
    it.call("batchAllowUsers", [it.buyer])
    assert it.trade() == 0


def transfer_fees(it: Market) -> None:
    it.call("setFee", 100, it.collector)
    it.fund()
    assert it.trade(1_000) == 0
    assert it.stack.token.balanceOf(it.collector) == 10
    assert it.stack.token.balanceOf(it.buyer) == 990
    # It refuses nothing by itself; without its right to force transfers nothing moves.
    it.stack.token.removeAgent(it.module, sender=it.stack.governor)
    with expect_revert("LocalRoleMissing"):
        it.stack.token.transfer(it.seller, 100, sender=it.buyer)


def token_listing(it: Market) -> None:
    it.fund()
    it.call("configureToken", WHITELIST)
    assert it.trade() == REFUSED
    it.module.listToken(it.stack.token, 0, sender=it.buyer)
    assert it.trade() == 0
    it.module.unlistToken(it.stack.token, 0, sender=it.buyer)
    assert it.trade() == REFUSED


CASES: dict[Module, Callable[[Market], None]] = {
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
    assert set(CASES) == set(Module)
    assert len(CASES) == 11


@pytest.mark.parametrize("module", list(Module))
def test_a_module_accepts_and_refuses(market: Market, module: Module) -> None:
    market.bind(module)
    assert market.stack.compliance.isModuleBound(market.module)
    CASES[module](market)


def test_a_fee_collecting_module_must_be_an_agent_first(market: Market) -> None:
    module = deploy_module(market.stack.chain, Module.TRANSFER_FEES, market.stack.governor)
    with expect_revert("ModuleRefusesCompliance", module=module):
        market.stack.compliance.addModule(module, sender=market.stack.governor)


def test_a_recovery_is_told_while_both_wallets_are_registered(market: Market) -> None:
    """The maximum-balance module asks for the identity of the lost wallet."""
    market.bind(Module.MAX_BALANCE)
    market.call("setMaxBalance", 1_000)
    market.fund()
    token, engine = market.stack.token, market.stack.engine
    new, identity = market.stack.chain.actor("new wallet"), engine.identity(market.seller)
    receipt = token.recoveryAddress(market.seller, new, identity, sender=market.stack.agent)
    assert len(receipt.events.named("WalletRecovered")) == 1
    assert not engine.contains(market.seller)
    assert engine.identity(new) == identity
    assert token.balanceOf(new) == 1_000
    assert market.module.getIDBalance(market.stack.compliance, identity) == 1_000
    assert offer(market.stack, new, market.buyer, 1_000) == 0
    with expect_revert("RecoveryMismatch"):
        token.recoveryAddress(market.buyer, new, identity, sender=market.stack.agent)
