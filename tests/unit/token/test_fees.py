"""Fees on primary sales, by the real fee structure: at most what was agreed, kept apart.

TOK-05.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quantera.access import LocalRole
from quantera.evm import ZERO_ADDRESS, Actor, Contract, MemoryChain, Receipt, expect_revert
from quantera.fees import charges
from quantera.gas.fee_stack import PRODUCTS, FeeStack, deploy_fee_stack
from tests.stacks.token import TokenStack, deploy_stack

UNIT = 10**18
ONE = 10**8
PLENTY = 10**6 * UNIT
MOST_BPS = 2_000
EURO, STERLING = 1, 2
PRICE = 1_000 * ONE
SOLD = 5


def terms(consideration: int = PRICE, currency: int = EURO) -> tuple[int, ...]:
    return (consideration, currency, 0, 0, 0)


@dataclass(frozen=True)
class Sale:
    """A token whose sales in euros are charged, an agent with cash, and a buyer."""

    stack: TokenStack
    fees: FeeStack
    cash: Contract
    buyer: Actor

    def sell(self, *, consideration: int = PRICE, currency: int = EURO) -> Receipt:
        receipt: Receipt = self.stack.token.mintUnderTerms(
            self.buyer, SOLD, terms(consideration, currency), sender=self.stack.agent
        )
        return receipt

    def quote(self, amount: int) -> int:
        request = self.fees.request(
            self.stack.agent,
            amount,
            asset=self.cash,
            price=0,
            decimals=0,
            product=PRODUCTS.index("TOKEN"),
        )
        total: int = self.fees.fees.quote(self.stack.token, request, 0).total
        return total

    def owed(self) -> int:
        """What token, fee structure and the cash itself say was collected; they agree (TOK-05)."""
        owed: int = self.stack.token.collectedFees(self.cash)
        assert owed == self.cash.balanceOf(self.stack.token)
        assert owed == self.fees.fees.lineOf(self.stack.token, self.cash).accrued
        return owed


@pytest.fixture(scope="module")
def sale_session() -> Sale:
    chain = MemoryChain()
    stack, fees = deploy_stack(chain), deploy_fee_stack(chain)
    cash = chain.deploy("PlainToken", "Cash", 18)
    cash.mint(stack.agent, PLENTY, sender=stack.agent)
    cash.approve(stack.token, PLENTY, sender=stack.agent)
    fees.fees.grantLocalRole(LocalRole.PRODUCT, stack.token, sender=fees.governor)
    stack.token.setFeeStructure(fees.fees, sender=stack.governor)
    stack.token.setSaleAsset(EURO, cash, sender=stack.governor)
    stack.token.agreeToFees(MOST_BPS, sender=stack.agent)
    return Sale(stack, fees, cash, stack.investor("buyer"))


@pytest.fixture
def sale(sale_session: Sale) -> Iterator[Sale]:
    with sale_session.stack.chain.rollback():
        yield sale_session


def test_a_sale_is_charged_on_its_consideration(sale: Sale) -> None:
    expected = sale.quote(1_000 * UNIT)
    assert expected > 0
    receipt = sale.sell()
    [charge] = charges(receipt.events)
    assert (charge.total, charge.payer) == (expected, sale.stack.agent)
    taken = receipt.events.one("FeeCollected").args
    assert (taken.asset, taken.payer, taken.amount) == (sale.cash, sale.stack.agent, expected)
    assert sale.owed() == expected
    assert sale.cash.balanceOf(sale.stack.agent) == PLENTY - expected
    assert sale.stack.token.balanceOf(sale.buyer) == SOLD


def test_every_sale_of_a_batch_is_charged(sale: Sale) -> None:
    receipt = sale.stack.token.batchMintUnderTerms(
        [sale.buyer] * 2, [1, 2], [terms(), terms(2 * PRICE)], sender=sale.stack.agent
    )
    assert len(list(charges(receipt.events))) == 2
    assert sale.owed() == sum(event.args.amount for event in receipt.events.named("FeeCollected"))


@pytest.mark.parametrize(("consideration", "currency"), [(0, EURO), (PRICE, STERLING)])
def test_what_has_no_consideration_or_asset_is_not(
    sale: Sale, consideration: int, currency: int
) -> None:
    sale.sell(consideration=consideration, currency=currency)
    assert sale.owed() == 0


def test_nothing_else_of_the_token_is_charged(sale: Sale) -> None:
    token, other = sale.stack.token, sale.stack.investor("other")
    token.mint(sale.buyer, SOLD, sender=sale.stack.agent)
    token.transfer(other, 1, sender=sale.buyer)
    token.burn(other, 1, sender=sale.stack.agent)
    token.crosschainMint(other, 1, sender=sale.stack.bridge)
    assert sale.owed() == 0


@pytest.mark.parametrize("decimals", [0, 6])
def test_assets_of_other_decimals_count_whole_units_upwards(sale: Sale, decimals: int) -> None:
    cash = sale.stack.chain.deploy("PlainToken", "Cash", decimals)
    cash.mint(sale.stack.agent, PLENTY, sender=sale.stack.agent)
    cash.approve(sale.stack.token, PLENTY, sender=sale.stack.agent)
    sale.stack.token.setSaleAsset(EURO, cash, sender=sale.stack.governor)
    receipt = sale.sell(consideration=PRICE * 1_000 + 1)
    [charge] = charges(receipt.events)
    assert charge.amount == -(-(PRICE * 1_000 + 1) * 10**decimals // ONE)


@pytest.mark.parametrize("agreed", [0, 1])
def test_nobody_pays_more_than_it_agreed_to(sale: Sale, agreed: int) -> None:
    sale.stack.token.agreeToFees(agreed, sender=sale.stack.agent)
    assert sale.stack.token.agreedFees(sale.stack.agent) == agreed
    with expect_revert("FeeAboveLimit", maxFee=1_000 * UNIT * agreed // 10_000):
        sale.sell()
    assert sale.stack.token.balanceOf(sale.buyer) == 0


def test_a_fee_that_cannot_be_paid_stops_the_sale(sale: Sale) -> None:
    sale.cash.approve(sale.stack.token, 0, sender=sale.stack.agent)
    with expect_revert("ERC20InsufficientAllowance"):
        sale.sell()
    assert sale.stack.token.totalSupply() == 0


def test_an_asset_that_keeps_some_of_the_fee_stops_the_sale(sale: Sale) -> None:
    stack = sale.stack
    cash = stack.chain.deploy("MisbehavingToken")
    cash.mint(stack.agent, PLENTY, sender=stack.agent)
    cash.approve(stack.token, PLENTY, sender=stack.agent)
    stack.token.setSaleAsset(EURO, cash, sender=stack.governor)
    cash.misbehave(2, sender=stack.agent)
    with expect_revert("FeeNotReceived", asset=cash):
        sale.sell()


def test_only_the_fee_structure_is_paid_and_no_more_than_was_collected(sale: Sale) -> None:
    sale.sell()
    owed, token = sale.owed(), sale.stack.token
    with expect_revert("NotTheFeeStructure", caller=sale.stack.agent):
        token.payFees(sale.cash, sale.stack.agent, 1, sender=sale.stack.agent)
    token.setFeeStructure(sale.fees.collector, sender=sale.stack.governor)
    with expect_revert("FeesNotCollected", amount=owed + 1, collected=owed):
        sale.fees.collector.callAsCollector(
            token,
            token.payFees.encode(sale.cash, sale.fees.collector, owed + 1),
            sender=sale.buyer,
        )
    token.setFeeStructure(sale.fees.fees, sender=sale.stack.governor)
    assert sale.fees.fees.sweep(token, sale.cash, sender=sale.buyer).return_value == owed
    assert sale.owed() == 0
    assert sale.cash.balanceOf(sale.fees.fees) == owed


@pytest.mark.parametrize("why", ["GroupPaused", "LocalRoleMissing"])
def test_a_structure_that_refuses_with_a_reason_costs_the_fee_alone(sale: Sale, why: str) -> None:
    fees = sale.fees.fees
    if why == "GroupPaused":
        fees.pauseGroups(1, sender=sale.fees.governor)
    else:
        fees.revokeLocalRole(LocalRole.PRODUCT, sale.stack.token, sender=sale.fees.governor)
    event = sale.sell().events.one("SaleNotCharged").args
    assert (event.asset, event.payer, event.amount) == (
        sale.cash,
        sale.stack.agent,
        1_000 * UNIT,
    )
    [expected] = {error.selector for error in fees.abi.errors if error.name == why}
    assert event.reason == expected
    assert sale.owed() == 0


def test_one_that_fails_without_a_reason_stops_sales_until_fees_are_off(sale: Sale) -> None:
    token, governor = sale.stack.token, sale.stack.governor
    broken = sale.stack.chain.deploy("WalletProbe", sale.buyer)
    token.setFeeStructure(broken, sender=governor)
    with expect_revert("FeeStructureFailed", feeStructure=broken):
        sale.sell()
    token.setFeeStructure(ZERO_ADDRESS, sender=governor)
    assert token.feeStructure() == ZERO_ADDRESS
    sale.sell()
    assert sale.owed() == 0


def test_settings_are_checked_and_told(sale: Sale) -> None:
    token, governor = sale.stack.token, sale.stack.governor
    for function in (
        token.setFeeStructure,
        lambda account, **by: token.setSaleAsset(0, account, **by),
    ):
        with expect_revert("FeeContractWithoutCode", account=sale.buyer):
            function(sale.buyer, sender=governor)
    with expect_revert("NoSuchCurrency", currency=5):
        token.setSaleAsset(5, sale.cash, sender=governor)
    with expect_revert("FeeInSecurity"):
        token.setSaleAsset(0, token, sender=governor)
    told = token.setSaleAsset(4, sale.cash, sender=governor).events.one("SaleAssetSet").args
    assert (told.currency, told.asset) == (4, sale.cash)
    assert token.saleAsset(4) == sale.cash
    token.setSaleAsset(4, ZERO_ADDRESS, sender=governor)
    assert token.saleAsset(4) == ZERO_ADDRESS
