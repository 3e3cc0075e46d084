// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { SqrtPriceMath } from "@uniswap/v4-core/src/libraries/SqrtPriceMath.sol";

/// @title SwapStep
/// @notice One step of a swap within a range of constant liquidity, to the unit as Uniswap v3 computes it.
/// @dev v4-core's own step differs: where an exact input does not reach the target, v3 works the input out again from
/// the price that was reached and takes all the rest as the fee.
library SwapStep {
    uint256 private constant MILLION = 1e6;

    /// @param current square root of the price, Q64.96
    /// @param target price that the step does not pass; at or below `current` when A enters
    /// @param liquidity liquidity of the range
    /// @param remaining units still to enter, or, negative, to leave
    /// @param feePips fee, in millionths of the input; below one million
    /// @return reached price after the step
    /// @return amountIn units that enter without the fee, rounded up
    /// @return amountOut units that leave, rounded down
    /// @return fee units of the input that are the fee, rounded up
    function compute(uint160 current, uint160 target, uint128 liquidity, int256 remaining, uint256 feePips)
        internal
        pure
        returns (uint160 reached, uint256 amountIn, uint256 amountOut, uint256 fee)
    {
        unchecked {
            bool aForB = current >= target;
            if (remaining >= 0) {
                uint256 withoutFee = FullMath.mulDiv(uint256(remaining), MILLION - feePips, MILLION);
                amountIn = _inputUp(aForB, current, target, liquidity);
                if (withoutFee >= amountIn) {
                    reached = target;
                    fee = FullMath.mulDivRoundingUp(amountIn, feePips, MILLION - feePips);
                } else {
                    reached = SqrtPriceMath.getNextSqrtPriceFromInput(current, liquidity, withoutFee, aForB);
                    if (reached != target) {
                        amountIn = _inputUp(aForB, current, reached, liquidity);
                        fee = uint256(remaining) - amountIn;
                    } else {
                        fee = FullMath.mulDivRoundingUp(amountIn, feePips, MILLION - feePips);
                    }
                }
                amountOut = _outputDown(aForB, current, reached, liquidity);
            } else {
                uint256 wanted = uint256(-remaining);
                amountOut = _outputDown(aForB, current, target, liquidity);
                if (wanted >= amountOut) {
                    reached = target;
                } else {
                    reached = SqrtPriceMath.getNextSqrtPriceFromOutput(current, liquidity, wanted, aForB);
                    if (reached != target) amountOut = _outputDown(aForB, current, reached, liquidity);
                    if (amountOut > wanted) amountOut = wanted;
                }
                amountIn = _inputUp(aForB, current, reached, liquidity);
                fee = FullMath.mulDivRoundingUp(amountIn, feePips, MILLION - feePips);
            }
        }
    }

    function _inputUp(bool aForB, uint160 current, uint160 to, uint128 liquidity) private pure returns (uint256) {
        return aForB
            ? SqrtPriceMath.getAmount0Delta(to, current, liquidity, true)
            : SqrtPriceMath.getAmount1Delta(current, to, liquidity, true);
    }

    function _outputDown(bool aForB, uint160 current, uint160 to, uint128 liquidity) private pure returns (uint256) {
        return aForB
            ? SqrtPriceMath.getAmount1Delta(to, current, liquidity, false)
            : SqrtPriceMath.getAmount0Delta(current, to, liquidity, false);
    }
}
