"""The fee structure bounds new pools (LPO-32) and splits the protocol's part of their fees."""

import pytest

from quantera.evm import ZERO_ADDRESS, MemoryChain, expect_revert
from quantera.gas.fee_stack import FeeStack, deploy_fee_stack
from quantera.gas.pool_stack import DYNAMIC_FEE, Key, PoolStack, pools_beside
from tests.unit.liquidity.conftest import told

PRICE = 1 << 96
MAXIMUM = 50_000
AMOUNT = 10**15


@pytest.fixture(scope="module")
def desk() -> tuple[FeeStack, PoolStack]:
    fees = deploy_fee_stack(MemoryChain(), set_up=False)
    return fees, pools_beside(fees)


def test_the_maximum_binds_pools_made_from_now_on(desk: tuple[FeeStack, PoolStack]) -> None:
    fees, stack = desk
    governor, pools = stack.governor, stack.pools
    with stack.chain.rollback():
        one, other = stack.pair()
        assert pools.feeStructure() == (ZERO_ADDRESS, 0)
        stack.create((one, other, 999_999, 1, 0), PRICE)
        receipt = pools.setFeeStructure(fees.fees, sender=governor)
        assert told(receipt, "FeeStructureSet") == (fees.fees.address, MAXIMUM)
        assert fees.fees.MAX_FEE_PIPS() == MAXIMUM
        cases = [
            (MAXIMUM, 0, None),
            (MAXIMUM + 1, 0, MAXIMUM + 1),
            (MAXIMUM // 8, DYNAMIC_FEE, None),
            (MAXIMUM // 8 + 1, DYNAMIC_FEE, MAXIMUM // 8 * 8 + 8),
            (50_000, DYNAMIC_FEE, 100_000),
        ]
        for fee, modes, highest in cases:
            key: Key = (one, other, fee, 1, modes)
            if highest is None:
                stack.create(key, PRICE)
            else:
                with expect_revert("FeeAboveMaximum", feePips=highest, maxFeePips=MAXIMUM):
                    stack.create(key, PRICE)
        pools.setFeeStructure(ZERO_ADDRESS, sender=governor)
        stack.create((one, other, MAXIMUM + 1, 1, 0), PRICE)
        with expect_revert("AddressWithoutCode"):
            pools.setFeeStructure(governor, sender=governor)


@pytest.mark.parametrize(("partner", "insurance"), [(0, 0), (2500, 1000), (3333, 3333)])
def test_the_split_sums_exactly(
    desk: tuple[FeeStack, PoolStack], partner: int, insurance: int
) -> None:
    fees, stack = desk
    chain, pools, governor = stack.chain, stack.pools, stack.governor
    with chain.rollback():
        one, other = stack.pair()
        trader, somebody, partner_account = chain.actors("trader", "somebody", "partner")
        stack.fund((one, other), [trader], 10**24)
        key: Key = (one, other, 3000, 60, 0)
        stack.create(key, PRICE)
        pools.add(stack.added(key, -600, 600, 10**20), sender=trader)
        pools.setProtocolShare(key, 4, 5, sender=governor)
        for down in (True, False):
            swap = stack.swapped(key, AMOUNT + 7, trader, a_for_b=down)
            pools.swap(swap, sender=trader)
        with expect_revert("FeeStructureMissing"):
            pools.distributeProtocolFees(key, sender=somebody)
        pools.setFeeStructure(fees.fees, sender=governor)
        if partner or insurance:
            split = (partner_account, partner, insurance)
            fees.fees.setSplit(pools, split, sender=governor)
        state = pools.poolState(pools.poolId(key))
        due = state.protocolFeesA - 1, state.protocolFeesB - 1
        receipt = pools.distributeProtocolFees(key, sender=somebody)
        assert receipt.return_value == due
        treasury, insured = fees.fees.treasury(), fees.fees.insurance()
        for token, amount in zip((one, other), due, strict=True):
            parts = amount * partner // 10_000, amount * insurance // 10_000
            assert token.balanceOf(partner_account) == parts[0]
            assert token.balanceOf(insured) == parts[1]
            assert token.balanceOf(treasury) == amount - sum(parts)
        assert len(receipt.events.named("ProtocolFeesDistributed")) == 2
        again = pools.distributeProtocolFees(key, sender=somebody)
        assert again.return_value == (0, 0)
