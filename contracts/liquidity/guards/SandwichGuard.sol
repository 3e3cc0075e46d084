// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { BlockOpening, BlockOpenings } from "./BlockOpening.sol";
import { GuardStorage } from "./GuardStorage.sol";

/// @title SandwichGuard
/// @notice Nobody gets a better price than the block's first on the way back to it.
/// @dev A swap runs its course as ever. The part of it that leads back to the opening price is settled at no better
/// than that price, each of its roundings against the trader; the part beyond is what it is.
library SandwichGuard {
    uint256 private constant MILLION = 1e6;

    /// @dev The price before the block's first swap, which is the present one where there was none.
    function opening(bytes32 id, PriceWord price) internal view returns (uint160) {
        BlockOpening found = GuardStorage.load().pools[id].opening;
        return found.isOfThisBlock() ? found.sqrtPriceX96() : price.sqrtPriceX96();
    }

    /// @dev Remembers the price before the block's first swap.
    function record(bytes32 id, PriceWord before) internal {
        if (!GuardStorage.load().pools[id].opening.isOfThisBlock()) {
            GuardStorage.load().pools[id].opening = BlockOpenings.now_(before.sqrtPriceX96());
        }
    }

    /// @notice What the part of a swap that leads back to the opening price costs more, or yields less, at that price.
    /// @param sqrtPriceX96 opening price
    /// @param aForB whether A enters
    /// @param exactIn whether what enters is given, and what leaves gives way; else the other way round
    /// @param feePips the swap's fee, in millionths of the input
    /// @param partIn units that enter for the part, with the fee
    /// @param partOut units that leave for it
    /// @return more units that enter on top, rounded up
    /// @return less units that do not leave, rounded up
    function heldBackUp(uint160 sqrtPriceX96, bool aForB, bool exactIn, uint24 feePips, uint256 partIn, uint256 partOut)
        internal
        pure
        returns (uint256 more, uint256 less)
    {
        (uint256 over, uint256 under) =
            aForB ? (uint256(sqrtPriceX96), FixedPoint96.Q96) : (FixedPoint96.Q96, uint256(sqrtPriceX96));
        if (exactIn) {
            uint256 net = FullMath.mulDiv(partIn, MILLION - feePips, MILLION);
            uint256 most = FullMath.mulDiv(FullMath.mulDiv(net, over, under), over, under);
            if (partOut > most) less = partOut - most;
        } else {
            uint256 net = FullMath.mulDivRoundingUp(FullMath.mulDivRoundingUp(partOut, under, over), under, over);
            uint256 least = FullMath.mulDivRoundingUp(net, MILLION, MILLION - feePips);
            if (least > partIn) more = least - partIn;
        }
    }
}
