// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";

/// @title RangeLiquidity
/// @notice How much liquidity units of both tokens pay for.
/// @dev Inverse of section 6.2.1 of the Uniswap v3 white paper. Adding what it gives never costs more than the amounts.
library RangeLiquidity {
    /// @notice Most liquidity of a range that the amounts pay for at a price, rounded down.
    function mostDown(uint160 current, int24 tickLower, int24 tickUpper, uint256 amountA, uint256 amountB)
        internal
        pure
        returns (uint128)
    {
        uint160 lower = TickMath.getSqrtPriceAtTick(tickLower);
        uint160 upper = TickMath.getSqrtPriceAtTick(tickUpper);
        if (current <= lower) return _capped(_ofADown(lower, upper, amountA));
        if (current >= upper) return _capped(_ofBDown(lower, upper, amountB));
        uint256 ofA = _ofADown(current, upper, amountA);
        uint256 ofB = _ofBDown(lower, current, amountB);
        return _capped(ofA < ofB ? ofA : ofB);
    }

    function _ofADown(uint160 lower, uint160 upper, uint256 amount) private pure returns (uint256) {
        if (amount > type(uint128).max) amount = type(uint128).max;
        unchecked {
            return FullMath.mulDiv(amount, FullMath.mulDiv(lower, upper, FixedPoint96.Q96), upper - lower);
        }
    }

    function _ofBDown(uint160 lower, uint160 upper, uint256 amount) private pure returns (uint256) {
        if (amount > type(uint128).max) amount = type(uint128).max;
        unchecked {
            return FullMath.mulDiv(amount, FixedPoint96.Q96, upper - lower);
        }
    }

    /// @dev No range takes more than what fits a signed word.
    function _capped(uint256 liquidity) private pure returns (uint128) {
        return liquidity > uint128(type(int128).max) ? uint128(type(int128).max) : uint128(liquidity);
    }
}
