// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICongestionSource } from "../interfaces/ICongestionSource.sol";
import { FeeAmounts } from "./FeeAmounts.sol";
import { FeeState } from "./FeeState.sol";
import { FeeStorage } from "./FeeStorage.sol";

/// @title Congestion
/// @notice What a schedule adds while the base fee, or another signal, is above its average: a line to a kink and a
/// second one to the most. An average that nobody samples fades in its second day.
library Congestion {
    uint256 private constant SOURCE_GAS = 50_000;
    uint256 private constant FRESH = 1 days;

    /// @notice Premium, millionths of base less discount, rounded up.
    /// @param word of the schedule, with its curve
    function premiumPipsUp(uint256 word, FeeState state, uint256 baseFee, uint256 time)
        internal
        view
        returns (uint256 premium)
    {
        unchecked {
            uint256 usual = state.average();
            uint256 age = 0;
            if (state.plugged()) (baseFee, usual) = _readings(baseFee);
            else age = time - state.sampledAt();
            uint256 most = (word >> 144) & type(uint24).max;
            bool above;
            assembly ("memory-safe") {
                above := and(and(gt(baseFee, usual), lt(age, 172800)), gt(mul(usual, most), 0))
            }
            if (!above) return 0;
            uint256 kink = (word >> 64) & type(uint24).max;
            uint256 full = (word >> 88) & type(uint32).max;
            premium = (word >> 120) & type(uint24).max;
            // Beyond 2^128 a base fee is as good as that, and no product wraps.
            uint256 ratio = FeeAmounts.divUp(FeeAmounts.min(baseFee, type(uint128).max) * FeeAmounts.PIPS, usual);
            if (ratio >= full) {
                premium = most;
            } else if (ratio > kink) {
                premium += FeeAmounts.divUp((most - premium) * (ratio - kink), full - kink);
            } else {
                premium = FeeAmounts.divUp(premium * (ratio - FeeAmounts.PIPS), kink - FeeAmounts.PIPS);
            }
            if (age > FRESH) premium = FeeAmounts.divUp(premium * (2 * FRESH - age), FRESH);
        }
    }

    /// @dev A source that fails, has no code or answers too little says nothing; what it returns beyond two words is
    /// never copied.
    function _readings(uint256 baseFee) private view returns (uint256 signal, uint256 usual) {
        address source = FeeStorage.load().congestionSource;
        bytes memory data = abi.encodeCall(ICongestionSource.readings, (baseFee));
        assembly ("memory-safe") {
            if staticcall(SOURCE_GAS, source, add(data, 0x20), mload(data), 0, 0x40) {
                if gt(returndatasize(), 0x3f) {
                    signal := and(mload(0), sub(shl(128, 1), 1))
                    usual := and(mload(0x20), sub(shl(128, 1), 1))
                }
            }
        }
    }
}
