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
    function premiumPipsUp(uint256[8] memory words, FeeState state, uint256 baseFee, uint256 time)
        internal
        view
        returns (uint256)
    {
        if (state.plugged()) {
            (uint256 signal, uint256 usual) = _readings(baseFee);
            return _curvePipsUp(words, signal, usual);
        }
        unchecked {
            uint256 age = time - state.sampledAt();
            if (age >= 2 * FRESH) return 0;
            uint256 premium = _curvePipsUp(words, FeeAmounts.min(baseFee, type(uint128).max), state.average());
            return age <= FRESH ? premium : FeeAmounts.divUp(premium * (2 * FRESH - age), FRESH);
        }
    }

    /// @dev Both readings are below 2^128, so that no product wraps.
    function _curvePipsUp(uint256[8] memory words, uint256 signal, uint256 usual) private pure returns (uint256) {
        unchecked {
            if (usual == 0 || signal <= usual) return 0;
            uint256 word = words[3];
            uint256 kink = uint24(word >> 64);
            uint256 full = uint32(word >> 88);
            uint256 kinkPremium = uint24(word >> 120);
            uint256 maxPremium = uint24(word >> 144);
            if (maxPremium == 0) return 0;
            uint256 ratio = FeeAmounts.min(FeeAmounts.divUp(signal * FeeAmounts.PIPS, usual), full);
            if (ratio <= kink) {
                return FeeAmounts.divUp(kinkPremium * (ratio - FeeAmounts.PIPS), kink - FeeAmounts.PIPS);
            }
            return kinkPremium + FeeAmounts.divUp((maxPremium - kinkPremium) * (ratio - kink), full - kink);
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
