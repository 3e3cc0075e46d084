"""The specified interface: the struct, the function, and what stands behind them."""

import pytest

from quantera.evm import expect_revert
from quantera.gas.fee_stack import deploy_fees
from quantera.gas.token_stack import merged
from tests.unit.fees.desk import EXAMPLE, PRODUCTS, UNIT, VALUE, Desk, schedule

ZERO = "0x" + "00" * 20
DEFAULT = 0


@pytest.fixture
def by_default(desk: Desk) -> Desk:
    """The default schedule alone has a rate; its asset has 6 decimals."""
    rows = [schedule(bandRatePips=[0] * 4) for _ in PRODUCTS]
    rows[DEFAULT] = dict(EXAMPLE)
    desk.stack.publish(rows)
    desk.stack.fees.setPrice(ZERO, ZERO, VALUE, 6, sender=desk.stack.pricer)
    return desk


def test_the_fee_of_four_arguments_is_by_the_default_schedule(by_default: Desk) -> None:
    fees = by_default.stack.fees
    assert fees.calculateFee(by_default.payer, 100_000 * 10**6, 1, 2) == 60 * 10**6
    request = by_default.request(
        100_000 * 10**6, product=DEFAULT, asset=ZERO, price=0, urgency=1, complexity=2
    )
    quoted = fees.quote(ZERO, request, 0)
    assert quoted.total == 60 * 10**6
    assert fees.feeParameters(by_default.payer, 100_000 * 10**6, 1, 2) == quoted.parameters


def test_the_struct_s_fields() -> None:
    """By name and in the specified order."""
    entry = next(
        item for item in merged("DynamicFeeStructure") if item.get("name") == "feeParameters"
    )
    components = entry["outputs"][0]["components"]
    assert [(item["name"], item["type"]) for item in components] == [
        ("baseFee", "uint256"),
        ("volumeDiscount", "uint256"),
        ("urgencyPremium", "uint256"),
        ("complexityFee", "uint256"),
    ]


def test_the_four_factors_make_the_fee_in_calm_hours(by_default: Desk) -> None:
    fees = by_default.stack.fees
    by_default.charge(6_000_000 * UNIT)
    arguments = (by_default.payer, 400_000 * 10**6, 2, 1)
    factors = fees.feeParameters(*arguments)
    assert factors.volumeDiscount == factors.baseFee // 20
    assert fees.calculateFee(*arguments) == (
        factors.baseFee - factors.volumeDiscount + factors.urgencyPremium + factors.complexityFee
    )


def test_user_time_and_congestion_count(by_default: Desk) -> None:
    stack = by_default.stack
    arguments = (by_default.payer, 100_000 * 10**6, 0, 0)
    calm = stack.fees.calculateFee(*arguments)
    stack.chain.set_base_fee(10**10)
    stack.fees.sampleBaseFee(sender=by_default.payer)
    stack.chain.set_base_fee(2 * 10**10)
    assert stack.fees.calculateFee(*arguments) == calm * 11 // 10
    stack.chain.set_base_fee(0)
    assert stack.fees.calculateFee(*arguments) == calm
    stack.chain.advance(6 * 3600)
    assert stack.fees.calculateFee(*arguments) == calm * 11 // 10


@pytest.mark.parametrize("level", [4, 256, 257, 2**256 - 1])
def test_levels_end_at_three(desk: Desk, level: int) -> None:
    for levels in ((level, 0), (0, level)):
        with expect_revert("LevelUnknown", level=level):
            desk.stack.fees.calculateFee(desk.payer, UNIT, *levels)
        with expect_revert("LevelUnknown", level=level):
            desk.stack.fees.feeParameters(desk.payer, UNIT, *levels)


def test_constants(desk: Desk) -> None:
    fees = desk.stack.fees
    assert fees.MAX_FEE_PIPS() == 50_000
    week = 7 * 86_400
    assert (fees.MINIMUM_NOTICE(), fees.ACCOUNT_LIFETIME(), fees.REPORT_GRACE()) == (week,) * 3


@pytest.mark.parametrize(
    ("movements", "regulated", "chains", "level"),
    [
        (0, 0, 0, 0),
        (1, 0, 0, 0),
        (1, 1, 0, 1),
        (2, 1, 0, 1),
        (2, 2, 0, 2),
        (1, 0, 1, 1),
        (4, 0, 1, 2),
        (3, 2, 1, 3),
        (5, 1, 0, 2),
        (6, 1, 0, 3),
        (10**6, 10**6, 10**6, 3),
    ],
)
def test_complexity_is_derived(
    desk: Desk, movements: int, regulated: int, chains: int, level: int
) -> None:
    probe = desk.stack.chain.deploy("ComplexityProbe")
    assert probe.level(movements, regulated, chains) == level


def test_no_extension_no_contract(desk: Desk) -> None:
    with expect_revert("ExtensionWithoutCode", extension=desk.payer):
        desk.stack.chain.deploy("DynamicFeeStructure", desk.payer)


def test_set_up_refuses_what_cannot_work(desk: Desk) -> None:
    stack = desk.stack
    for treasury, insurance in ((ZERO, desk.payer), (desk.payer, ZERO)):
        with expect_revert("RecipientMissing"):
            deploy_fees(stack.manager, stack.chain, ZERO, treasury, insurance)
    with expect_revert("AuthorityWithoutCode"):
        deploy_fees(desk.payer, stack.chain, ZERO, desk.payer, desk.payer)
    with expect_revert("InvalidInitialization"):
        stack.fees.initialize(stack.manager, ZERO, desk.payer, desk.payer, sender=desk.payer)
