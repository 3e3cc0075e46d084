// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { ILiquidityStrategies, StrategyPolicy } from "../../interfaces/ILiquidityStrategies.sol";

/// @title StrategyMath
/// @notice Widths, ranges, values and costs of strategies.
library StrategyMath {
    uint256 internal constant BPS = 10_000;
    uint256 private constant DAY = 86_400;
    uint256 private constant LONGEST = 30 days;
    uint256 private constant MOST_DEVIATION = 1000;
    uint256 private constant MOST_LOSS_BPS = 1000;
    uint256 private constant MOST_REWARD_BPS = 2000;
    uint256 private constant MINUTE = 60;
    /// @dev Square roots are taken of numbers scaled by its square.
    uint256 private constant ROOT_SCALE = 1e6;
    /// @dev Hundredths of a factor times hundredths of a percent (a tick is one) in millionths.
    uint256 private constant WIDTH_SCALE = 1e4;
    uint256 private constant COIN = 1e18;

    /// @dev Reverts unless a pool of this spacing can keep to the policy.
    function requireSound(StrategyPolicy calldata policy, uint256 spacing, bool dynamicFee) internal pure {
        if (policy.halfWidth != 0) {
            if (policy.halfWidth % spacing != 0 || !_isWidth(policy.halfWidth, spacing)) {
                _refuse(ILiquidityStrategies.Term.WIDTH);
            }
        } else if (
            !dynamicFee || policy.factor == 0 || policy.horizon == 0 || policy.horizon > LONGEST
                || !_isWidth(policy.narrowest, spacing) || !_isWidth(policy.widest, spacing)
                || policy.narrowest > policy.widest
        ) {
            _refuse(ILiquidityStrategies.Term.WIDTH);
        }
        if (policy.minMove < spacing) _refuse(ILiquidityStrategies.Term.MOVE);
        if (policy.cooldown < MINUTE || policy.cooldown > LONGEST) _refuse(ILiquidityStrategies.Term.COOLDOWN);
        if (policy.meanWindow < MINUTE || policy.meanWindow > LONGEST || policy.maxDeviation > MOST_DEVIATION) {
            _refuse(ILiquidityStrategies.Term.MEAN);
        }
        if (policy.maxLossBps == 0 || policy.maxLossBps > MOST_LOSS_BPS) _refuse(ILiquidityStrategies.Term.LOSS);
        if (policy.rewardBps > MOST_REWARD_BPS) _refuse(ILiquidityStrategies.Term.REWARD);
        if (policy.gasMultiple != 0 ? policy.coinPrice == 0 : policy.minFeesValue == 0) {
            _refuse(ILiquidityStrategies.Term.TRIGGER);
        }
    }

    /// @notice Ticks on each side of a new range, a multiple of the spacing: k sigma sqrt(T), rounded up, where the
    /// policy has no width of its own.
    /// @param volatility millionths per square root of a day
    function halfWidthUp(StrategyPolicy storage policy, uint256 volatility, uint256 spacing)
        internal
        view
        returns (uint256 ticks)
    {
        ticks = policy.halfWidth;
        if (ticks != 0) return ticks;
        uint256 root = FixedPointMathLib.sqrt(uint256(policy.horizon) * ROOT_SCALE * ROOT_SCALE / DAY);
        ticks = FixedPointMathLib.clamp(
            policy.factor * volatility * root / (WIDTH_SCALE * ROOT_SCALE), policy.narrowest, policy.widest
        );
        return FixedPointMathLib.divUp(ticks, spacing) * spacing;
    }

    /// @dev The range of that width around the multiple of the spacing that is nearest to a tick, cut off at the ends
    /// of prices.
    function rangeAround(int24 tick, int256 halfWidth, int256 spacing)
        internal
        pure
        returns (int24 tickLower, int24 tickUpper)
    {
        unchecked {
            int256 highest = int256(TickMath.MAX_TICK) / spacing * spacing;
            int256 shifted = int256(tick) + spacing / 2;
            int256 middle = shifted / spacing * spacing;
            if (middle > shifted) middle -= spacing;
            middle = FixedPointMathLib.clamp(middle, -highest, highest);
            tickLower = int24(FixedPointMathLib.max(middle - halfWidth, -highest));
            tickUpper = int24(FixedPointMathLib.min(middle + halfWidth, highest));
        }
    }

    /// @dev The range of twice that width that begins above a tick, or ends at or below it, as near to it as the
    /// spacing allows, cut off at the ends of prices: it takes one token alone.
    function rangeBeside(int24 tick, int256 halfWidth, int256 spacing, bool above)
        internal
        pure
        returns (int24 tickLower, int24 tickUpper)
    {
        unchecked {
            int256 highest = int256(TickMath.MAX_TICK) / spacing * spacing;
            int256 edge = int256(tick) / spacing * spacing;
            if (edge > tick) edge -= spacing;
            if (above) edge += spacing;
            int256 most = highest - spacing;
            edge = above ? FixedPointMathLib.min(edge, most) : FixedPointMathLib.max(edge, -most);
            int256 other = above ? edge + 2 * halfWidth : edge - 2 * halfWidth;
            other = FixedPointMathLib.clamp(other, -highest, highest);
            (tickLower, tickUpper) = above ? (int24(edge), int24(other)) : (int24(other), int24(edge));
        }
    }

    /// @dev Units of B that amounts are worth at a price, rounded down.
    function valueDown(uint256 amountA, uint256 amountB, uint160 sqrtPriceX96) internal pure returns (uint256) {
        uint256 half = FullMath.mulDiv(amountA, sqrtPriceX96, FixedPoint96.Q96);
        return amountB + FullMath.mulDiv(half, sqrtPriceX96, FixedPoint96.Q96);
    }

    /// @dev Fees that a call of so much gas must find, in units of B, rounded up.
    function neededUp(StrategyPolicy storage policy, uint256 gasOfCall) internal view returns (uint256) {
        uint256 multiple = policy.gasMultiple;
        uint256 least = policy.minFeesValue;
        if (multiple == 0) return least;
        uint256 cost =
            FixedPointMathLib.fullMulDivUp(gasOfCall * block.basefee * multiple, policy.coinPrice, 100 * COIN);
        return FixedPointMathLib.max(cost, least);
    }

    /// @dev What the caller receives of fees, rounded down.
    function rewardDown(uint256 fees, uint256 shareBps, uint256 cap) internal pure returns (uint256) {
        return FixedPointMathLib.min(fees * shareBps / BPS, cap);
    }

    /// @dev Whether a value has fallen by more than a share.
    function lostMore(uint256 before, uint256 afterwards, uint256 shareBps) internal pure returns (bool) {
        return afterwards < before && before - afterwards > FullMath.mulDiv(before, shareBps, BPS);
    }

    function _isWidth(uint256 ticks, uint256 spacing) private pure returns (bool) {
        return ticks >= spacing && ticks <= uint256(uint24(TickMath.MAX_TICK));
    }

    function _refuse(ILiquidityStrategies.Term term) private pure {
        revert ILiquidityStrategies.PolicyOutOfBounds(term);
    }
}
