// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeLine, FeeLines } from "../../contracts/fees/FeeLine.sol";

/// @notice For every word: what is written is read back, and no neighbour changes.
contract FeeLineProof {
    uint256 private constant ACCRUED = (1 << 128) - 1;
    uint256 private constant EPOCH = ((1 << 23) - 1) << 128;
    uint256 private constant DECIMALS_AND_PRICE = ((1 << 72) - 1) << 151;

    function check_accrued(FeeLine line, uint128 units) external pure {
        FeeLine changed = line.withAccrued(units);
        assert(changed.accrued() == units);
        assert((FeeLine.unwrap(changed) ^ FeeLine.unwrap(line)) & ~ACCRUED == 0);
    }

    function check_price(FeeLine line, uint64 price, uint8 decimals) external pure {
        FeeLine changed = line.withPrice(price, decimals);
        assert(changed.price() == price);
        assert(changed.decimals() == decimals);
        assert((FeeLine.unwrap(changed) ^ FeeLine.unwrap(line)) & ~DECIMALS_AND_PRICE == 0);
    }

    function check_epoch(FeeLine line, uint256 epoch) external pure {
        if (epoch >= 1 << 23) return;
        FeeLine changed = line.withEpoch(epoch);
        assert(changed.epoch() == epoch);
        assert((FeeLine.unwrap(changed) ^ FeeLine.unwrap(line)) & ~EPOCH == 0);
    }

    function check_charged(FeeLine line, uint128 units) external pure {
        uint256 accrued = FeeLine.unwrap(line) & ACCRUED;
        if (units > ACCRUED - accrued) return;
        FeeLine changed = line.charged(units);
        assert(changed.accrued() == accrued + units);
        assert(changed.charges() == uint32(line.charges() + 1));
        assert(changed.epoch() == line.epoch());
        assert(changed.decimals() == line.decimals());
        assert(changed.price() == line.price());
    }
}
