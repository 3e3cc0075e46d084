// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint128 } from "@uniswap/v4-core/src/libraries/FixedPoint128.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { LiquidityMath } from "@uniswap/v4-core/src/libraries/LiquidityMath.sol";
import { SqrtPriceMath } from "@uniswap/v4-core/src/libraries/SqrtPriceMath.sol";
import { TickBitmap } from "@uniswap/v4-core/src/libraries/TickBitmap.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { Pool, Tick } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { ObservationRing } from "./ObservationRing.sol";

/// @title LiquidityEngine
/// @notice Adds liquidity to a range and takes it out, as Uniswap v3 does. No units move here.
library LiquidityEngine {
    using TickBitmap for mapping(int16 => uint256);

    /// @notice A change of liquidity in a range.
    /// @param tickLower where the range begins
    /// @param tickUpper where it ends
    /// @param delta liquidity added, or, negative, taken out
    struct Change {
        int24 tickLower;
        int24 tickUpper;
        int128 delta;
    }

    /// @notice What a change came to.
    /// @param amountA units of A: rounded up when added, down when taken out
    /// @param amountB the same of B
    /// @param insideA growth of fees in A inside the range, Q128 modulo 2^256
    /// @param insideB the same of B
    struct Outcome {
        uint256 amountA;
        uint256 amountB;
        uint256 insideA;
        uint256 insideB;
    }

    /// @dev Reverts unless a range lies on a pool's ticks.
    function requireRange(int24 tickLower, int24 tickUpper, int24 spacing) internal pure {
        if (
            tickLower >= tickUpper || tickLower < TickMath.MIN_TICK || tickUpper > TickMath.MAX_TICK
                || tickLower % spacing != 0 || tickUpper % spacing != 0
        ) revert ILiquidityPositions.RangeInvalid(tickLower, tickUpper);
    }

    /// @dev Most liquidity that one tick may carry, so that no range can overflow: as Uniswap v3 bounds it.
    function mostPerTickDown(int24 spacing) internal pure returns (uint256) {
        unchecked {
            uint256 usable = uint256(int256(TickMath.MAX_TICK / spacing)) * 2 + 1;
            return type(uint128).max / usable;
        }
    }

    /// @notice Changes liquidity of a range and books it in the pool.
    function change(Pool storage pool, PoolWord word, Change memory asked) internal returns (Outcome memory outcome) {
        PriceWord price = pool.price;
        int24 tick = price.tick();
        (uint256 growthA, uint256 growthB) = (pool.feeGrowthA, pool.feeGrowthB);
        (uint256 outsideLowerA, uint256 outsideLowerB) =
            _move(pool, word, asked.tickLower, asked.delta, tick, growthA, growthB, false);
        (uint256 outsideUpperA, uint256 outsideUpperB) =
            _move(pool, word, asked.tickUpper, asked.delta, tick, growthA, growthB, true);
        outcome.insideA = _between(tick, asked.tickLower, asked.tickUpper, growthA, outsideLowerA, outsideUpperA);
        outcome.insideB = _between(tick, asked.tickLower, asked.tickUpper, growthB, outsideLowerB, outsideUpperB);
        if (asked.delta == 0) return outcome;
        (outcome.amountA, outcome.amountB) = amounts(price, asked);
        if (tick >= asked.tickLower && tick < asked.tickUpper) {
            uint128 liquidity = word.liquidity();
            pool.word =
                ObservationRing.write(pool, word, tick).withLiquidity(LiquidityMath.addDelta(liquidity, asked.delta));
        }
    }

    /// @dev Growth of both tokens' fees inside a range, Q128 modulo 2^256.
    function inside(Pool storage pool, int24 tickLower, int24 tickUpper)
        internal
        view
        returns (uint256 insideA, uint256 insideB)
    {
        int24 tick = pool.price.tick();
        Tick storage lower = pool.ticks[tickLower];
        Tick storage upper = pool.ticks[tickUpper];
        insideA =
            _between(tick, tickLower, tickUpper, pool.feeGrowthA, lower.feeGrowthOutsideA, upper.feeGrowthOutsideA);
        insideB =
            _between(tick, tickLower, tickUpper, pool.feeGrowthB, lower.feeGrowthOutsideB, upper.feeGrowthOutsideB);
    }

    /// @dev What a change is worth at a price: rounded up when added, down when taken out.
    function amounts(PriceWord price, Change memory asked) internal pure returns (uint256 amountA, uint256 amountB) {
        int24 tick = price.tick();
        bool added = asked.delta > 0;
        uint128 liquidity = added ? uint128(asked.delta) : uint128(-asked.delta);
        uint160 lower = TickMath.getSqrtPriceAtTick(asked.tickLower);
        uint160 upper = TickMath.getSqrtPriceAtTick(asked.tickUpper);
        if (tick < asked.tickLower) {
            amountA = SqrtPriceMath.getAmount0Delta(lower, upper, liquidity, added);
        } else if (tick < asked.tickUpper) {
            uint160 current = price.sqrtPriceX96();
            amountA = SqrtPriceMath.getAmount0Delta(current, upper, liquidity, added);
            amountB = SqrtPriceMath.getAmount1Delta(lower, current, liquidity, added);
        } else {
            amountB = SqrtPriceMath.getAmount1Delta(lower, upper, liquidity, added);
        }
    }

    /// @dev Fees that a position earned: its liquidity times the growth inside its range, rounded down; modulo 2^128
    /// as in Uniswap v3.
    function earnedDown(uint256 growth, uint256 last, uint128 liquidity) internal pure returns (uint256) {
        unchecked {
            if (growth == last) return 0;
            return uint128(FullMath.mulDiv(growth - last, liquidity, FixedPoint128.Q128));
        }
    }

    /// @dev Growth inside a range from the growth outside its ends.
    function _between(
        int24 tick,
        int24 tickLower,
        int24 tickUpper,
        uint256 growth,
        uint256 outsideLower,
        uint256 outsideUpper
    ) private pure returns (uint256) {
        unchecked {
            if (tick < tickLower) return outsideLower - outsideUpper;
            if (tick < tickUpper) return growth - outsideLower - outsideUpper;
            return outsideUpper - outsideLower;
        }
    }

    /// @dev Changes one end of a range; answers the growth of fees outside it as it was or now is.
    function _move(
        Pool storage pool,
        PoolWord word,
        int24 border,
        int128 delta,
        int24 tick,
        uint256 growthA,
        uint256 growthB,
        bool upper
    ) private returns (uint256 outsideA, uint256 outsideB) {
        Tick storage end = pool.ticks[border];
        if (delta == 0) return (end.feeGrowthOutsideA, end.feeGrowthOutsideB);
        uint128 before = end.gross;
        uint128 gross = LiquidityMath.addDelta(before, delta);
        if (delta > 0) {
            uint256 most = mostPerTickDown(word.tickSpacing());
            if (gross > most) revert ILiquidityPositions.LiquidityPerTickExceeded(border, gross, most);
        }
        int128 net = upper ? end.net - delta : end.net + delta;
        if (before == 0) {
            // All growth so far counts as having happened below the tick.
            if (border <= tick) {
                (outsideA, outsideB) = (growthA, growthB);
                if (growthA != 0) end.feeGrowthOutsideA = growthA;
                if (growthB != 0) end.feeGrowthOutsideB = growthB;
            }
            pool.bitmap.flipTick(border, word.tickSpacing());
        } else {
            (outsideA, outsideB) = (end.feeGrowthOutsideA, end.feeGrowthOutsideB);
            if (gross == 0) {
                pool.bitmap.flipTick(border, word.tickSpacing());
                delete pool.ticks[border];
                return (outsideA, outsideB);
            }
        }
        (end.gross, end.net) = (gross, net);
    }
}
