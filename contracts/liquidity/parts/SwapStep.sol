// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint128 } from "@uniswap/v4-core/src/libraries/FixedPoint128.sol";
import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { SqrtPriceMath } from "@uniswap/v4-core/src/libraries/SqrtPriceMath.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";

/// @title SwapStep
/// @notice One step of a swap within a range of constant liquidity, to the unit as Uniswap v3 computes it.
/// @dev v4-core's own step differs: where an exact input does not reach the target, v3 works the input out again from
/// the price that was reached and takes all the rest as the fee. Sums that fit 256 bits are not worked out in 512.
library SwapStep {
    uint256 private constant MILLION = 1e6;
    /// @dev Below it, a product with a million fits.
    uint256 private constant FITS = 1 << 236;
    uint256 private constant FITS_PRICE = 1 << 96;
    /// @dev A tick is a twenty-thousandth of the square root of price, and a little less.
    uint256 private constant TICKS = 20_000;

    /// @notice A step, in Uniswap v3's own order.
    /// @param current square root of the price, Q64.96
    /// @param limit price that is not passed
    /// @param liquidity liquidity of the range
    /// @param next the tick that ends the range, or the bitmap's word
    /// @param remaining units still to enter, or, negative, to leave
    /// @param aForB whether A enters and the price falls
    /// @param feePips fee, in millionths of the input; below one million
    /// @return reached price after the step
    /// @return crosses whether that is the next tick's price exactly
    /// @return amountIn units that enter without the fee, rounded up
    /// @return amountOut units that leave, rounded down
    /// @return fee units of the input that are the fee, rounded up
    function compute(
        uint160 current,
        uint160 limit,
        uint128 liquidity,
        int24 next,
        int256 remaining,
        bool aForB,
        uint256 feePips
    ) internal pure returns (uint160 reached, bool crosses, uint256 amountIn, uint256 amountOut, uint256 fee) {
        uint160 border = TickMath.getSqrtPriceAtTick(next);
        uint160 target = (aForB ? border < limit : border > limit) ? limit : border;
        (reached, amountIn, amountOut, fee) = remaining > 0
            ? _exactIn(current, target, liquidity, uint256(remaining), aForB, feePips)
            : _exactOut(current, target, liquidity, remaining, aForB, feePips);
        crosses = reached == border;
    }

    /// @notice The usual last step of an exact input, which ends between two ticks: the price is worked out first,
    /// since its tick then tells that the border was not reached, at less than the border's price and what leads up to
    /// it would cost.
    /// @dev It is the same step: whoever pays enough for the border gets there or past it by the formula of the price,
    /// too, as long as its product fits.
    /// @param tick the price's tick; the other parameters are those of `compute`
    /// @return reached price after the step, or 0 where that cannot be said so
    /// @return place tick of it
    function staying(
        uint160 current,
        uint160 limit,
        uint128 liquidity,
        int24 tick,
        int24 next,
        uint256 withoutFee,
        bool aForB
    ) internal pure returns (uint160 reached, int24 place) {
        unchecked {
            if (withoutFee >= FITS_PRICE || liquidity == 0) return (0, 0);
            uint256 moved = aForB
                ? withoutFee * current / ((uint256(liquidity) << 96) / TICKS)
                : (withoutFee << 96) / liquidity / (current / TICKS);
            int256 distance = aForB ? int256(tick) - next : int256(next) - tick;
            if (int256(moved) + 1 >= distance) return (0, 0);
            reached = SqrtPriceMath.getNextSqrtPriceFromInput(current, liquidity, withoutFee, aForB);
            if (aForB ? reached <= limit : reached >= limit) return (0, 0);
            place = reached == current ? tick : TickMath.getTickAtSqrtPrice(reached);
            if (aForB ? place <= next : place >= next) return (0, 0);
        }
    }

    /// @dev What an input is without its fee, rounded down.
    function withoutFeeDown(uint256 amount, uint256 feePips) internal pure returns (uint256) {
        unchecked {
            if (amount < FITS) return amount * (MILLION - feePips) / MILLION;
            return FullMath.mulDiv(amount, MILLION - feePips, MILLION);
        }
    }

    /// @dev Units that enter between two prices, rounded up, without the fee.
    function inputUp(bool aForB, uint160 current, uint160 to, uint128 liquidity) internal pure returns (uint256) {
        if (aForB) return SqrtPriceMath.getAmount0Delta(to, current, liquidity, true);
        return _amountBUp(to - current, liquidity);
    }

    /// @dev Units that leave between two prices, rounded down.
    function outputDown(bool aForB, uint160 current, uint160 to, uint128 liquidity) internal pure returns (uint256) {
        if (aForB) return _amountBDown(current - to, liquidity);
        return SqrtPriceMath.getAmount0Delta(current, to, liquidity, false);
    }

    /// @dev Growth that a fee is per unit of liquidity, Q128, rounded down.
    function growthDown(uint256 fee, uint128 liquidity) internal pure returns (uint256) {
        unchecked {
            if (fee <= type(uint128).max) return (fee << 128) / liquidity;
        }
        return FullMath.mulDiv(fee, FixedPoint128.Q128, liquidity);
    }

    function _exactIn(
        uint160 current,
        uint160 target,
        uint128 liquidity,
        uint256 remaining,
        bool aForB,
        uint256 feePips
    ) private pure returns (uint160 reached, uint256 amountIn, uint256 amountOut, uint256 fee) {
        uint256 withoutFee = withoutFeeDown(remaining, feePips);
        amountIn = inputUp(aForB, current, target, liquidity);
        reached = target;
        if (withoutFee < amountIn) {
            reached = SqrtPriceMath.getNextSqrtPriceFromInput(current, liquidity, withoutFee, aForB);
        }
        if (reached != target) {
            amountIn = inputUp(aForB, current, reached, liquidity);
            unchecked {
                fee = remaining - amountIn;
            }
        } else {
            fee = _feeUp(amountIn, feePips);
        }
        amountOut = outputDown(aForB, current, reached, liquidity);
    }

    function _exactOut(
        uint160 current,
        uint160 target,
        uint128 liquidity,
        int256 remaining,
        bool aForB,
        uint256 feePips
    ) private pure returns (uint160 reached, uint256 amountIn, uint256 amountOut, uint256 fee) {
        uint256 wanted;
        unchecked {
            wanted = uint256(-remaining);
        }
        amountOut = outputDown(aForB, current, target, liquidity);
        reached = target;
        if (wanted < amountOut) {
            reached = SqrtPriceMath.getNextSqrtPriceFromOutput(current, liquidity, wanted, aForB);
            if (reached != target) amountOut = outputDown(aForB, current, reached, liquidity);
            if (amountOut > wanted) amountOut = wanted;
        }
        amountIn = inputUp(aForB, current, reached, liquidity);
        fee = _feeUp(amountIn, feePips);
    }

    function _feeUp(uint256 amountIn, uint256 feePips) private pure returns (uint256) {
        unchecked {
            uint256 rest = MILLION - feePips;
            if (amountIn < FITS) return (amountIn * feePips + rest - 1) / rest;
            return FullMath.mulDivRoundingUp(amountIn, feePips, rest);
        }
    }

    function _amountBUp(uint256 apart, uint256 liquidity) private pure returns (uint256) {
        unchecked {
            if (apart > type(uint128).max) return FullMath.mulDivRoundingUp(liquidity, apart, FixedPoint96.Q96);
            // Two factors of 128 bits leave room for one of 96.
            return (liquidity * apart + (FixedPoint96.Q96 - 1)) >> 96;
        }
    }

    function _amountBDown(uint256 apart, uint256 liquidity) private pure returns (uint256) {
        unchecked {
            if (apart > type(uint128).max) return FullMath.mulDiv(liquidity, apart, FixedPoint96.Q96);
            return (liquidity * apart) >> 96;
        }
    }
}
