// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiquidityMath } from "@uniswap/v4-core/src/libraries/LiquidityMath.sol";
import { TickBitmap } from "@uniswap/v4-core/src/libraries/TickBitmap.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { ILiquidityGuardViews } from "../../interfaces/ILiquidityGuardViews.sol";
import { ILiquidityGuards } from "../../interfaces/ILiquidityGuards.sol";
import { ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { PoolFeeState } from "../fees/PoolFeeState.sol";
import { DeviationBreaker } from "../guards/DeviationBreaker.sol";
import { GuardHooks } from "../guards/GuardHooks.sol";
import { HeldBack } from "../guards/HeldBack.sol";
import { SandwichGuard } from "../guards/SandwichGuard.sol";
import { Pool, Tick } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord, PriceWords } from "../storage/PriceWord.sol";
import { ObservationRing } from "./ObservationRing.sol";
import { SwapStep } from "./SwapStep.sol";

/// @title SwapEngine
/// @notice Moves one pool along its price, as Uniswap v3 does, and books what entered and left. No units move here.
/// @dev Formulas: Uniswap v3 white paper, section 6; tick and price arithmetic is v4-core's MIT libraries.
library SwapEngine {
    using TickBitmap for mapping(int16 => uint256);

    /// @notice What a swap asks of a pool.
    /// @param id hash of the pool's key
    /// @param aForB whether A enters
    /// @param amountSpecified units that enter, or, negative, units that leave
    /// @param sqrtPriceLimitX96 price that is not passed, or 0 for none
    struct Order {
        bytes32 id;
        bool aForB;
        int256 amountSpecified;
        uint160 sqrtPriceLimitX96;
    }

    /// @dev Where a swap ended and what it took on its way.
    struct Course {
        uint160 sqrtPriceX96;
        int24 tick;
        uint128 liquidity;
        int256 remaining;
        uint256 calculated;
        uint256 feeGrowth;
        uint256 protocolFee;
        uint256 heldBackIn;
        uint256 heldBackOut;
    }

    /// @notice What a swap came to.
    /// @param amountIn units that enter
    /// @param amountOut units that leave
    /// @param feePips fee, in millionths of the input
    struct Result {
        uint256 amountIn;
        uint256 amountOut;
        uint24 feePips;
    }

    /// @notice Swaps in a pool and books it; no units move here.
    /// @return amountIn units that enter
    /// @return amountOut units that leave
    function swap(Pool storage pool, PoolWord word, Order memory order)
        internal
        returns (uint256 amountIn, uint256 amountOut)
    {
        PriceWord price = pool.price;
        (uint24 feePips, PoolFeeState state) = _fee(pool, price, word, order);
        Course memory course = run(pool, price, word, order, feePips, true);
        (amountIn, amountOut) = _bound(pool, price, word, order, course, feePips);
        if (word.has(PoolFlags.SANDWICH_GUARD)) _settleGuard(pool, price, word, order, course, feePips);
        _store(pool, price, word, order.aForB, course, state);
        (int256 amountA, int256 amountB) =
            order.aForB ? (int256(amountIn), -int256(amountOut)) : (-int256(amountOut), int256(amountIn));
        emit ILiquidityTrading.Swapped(
            order.id, msg.sender, amountA, amountB, course.sqrtPriceX96, course.liquidity, course.tick, feePips
        );
    }

    /// @notice What the same swap would come to, by the same code.
    function quote(Pool storage pool, PoolWord word, Order memory order)
        internal
        view
        returns (Result memory result, Course memory course)
    {
        PriceWord price = pool.price;
        (result.feePips,) = _fee(pool, price, word, order);
        course = look(pool, price, word, order, result.feePips);
        (result.amountIn, result.amountOut) = _bound(pool, price, word, order, course, result.feePips);
    }

    /// @dev The course of a swap, without writing.
    function look(Pool storage pool, PriceWord price, PoolWord word, Order memory order, uint24 feePips)
        internal
        view
        returns (Course memory)
    {
        function(Pool storage, PriceWord, PoolWord, Order memory, uint24, bool) internal returns (Course memory)
            running = run;
        function(Pool storage, PriceWord, PoolWord, Order memory, uint24, bool) internal view returns (Course memory)
            looking;
        // Without writing it changes nothing, which the compiler cannot see.
        assembly ("memory-safe") {
            looking := running
        }
        return looking(pool, price, word, order, feePips, false);
    }

    /// @dev Fee of a pool's next swap in a direction if it comes now.
    function feeOf(bytes32 id, Pool storage pool, PoolWord word, bool aForB) internal view returns (uint24 feePips) {
        (feePips,) = _fee(pool, pool.price, word, Order(id, aForB, 0, 0));
    }

    /// @dev Fee of a swap, and what a dynamic one remembers as of now.
    function _fee(Pool storage pool, PriceWord price, PoolWord word, Order memory order)
        private
        view
        returns (uint24 feePips, PoolFeeState state)
    {
        feePips = word.feePips();
        if (!word.has(PoolFlags.SWAP_HOOKS)) return (feePips, state);
        if (word.has(PoolFlags.DYNAMIC_FEE)) {
            state = feeStateOf(price, word);
            feePips = DynamicFee.fee(state, feePips, !order.aForB, block.timestamp);
        }
        if (word.has(PoolFlags.DEVIATION_BREAKER) && DeviationBreaker.isCharging(order.id)) {
            int24 end = price.tick();
            if (order.amountSpecified != 0) (,, end) = _lookFromOutside(order, order.sqrtPriceLimitX96, feePips);
            feePips = DeviationBreaker.feeAt(order.id, pool, price, word, order.aForB, end, feePips);
        }
    }

    /// @dev The same as `look`, asked of the views: a second call of `run` from here would cost every swap.
    function _lookFromOutside(Order memory order, uint160 sqrtPriceLimitX96, uint24 feePips)
        private
        view
        returns (uint256 amountIn, uint256 amountOut, int24 tick)
    {
        return ILiquidityGuardViews(address(this))
            .unguardedSwap(order.id, order.aForB, order.amountSpecified, sqrtPriceLimitX96, feePips);
    }

    /// @dev What a pool with a dynamic fee remembers, as of now.
    function feeStateOf(PriceWord price, PoolWord word) internal view returns (PoolFeeState) {
        return DynamicFee.rolled(PoolFeeState.wrap(price.sampling()), word.feePips(), block.timestamp);
    }

    /// @dev What enters and leaves after the guards; what they hold back goes to the providers on the way.
    function _bound(
        Pool storage pool,
        PriceWord price,
        PoolWord word,
        Order memory order,
        Course memory course,
        uint24 feePips
    ) private view returns (uint256 amountIn, uint256 amountOut) {
        (amountIn, amountOut) = totals(order, course);
        if (!word.has(PoolFlags.SWAP_HOOKS)) return (amountIn, amountOut);
        GuardHooks.requireAllowed(order.id, pool, price, word, order.aForB, course.tick);
        if (!word.has(PoolFlags.SANDWICH_GUARD)) return (amountIn, amountOut);
        uint160 opening = SandwichGuard.opening(order.id, price);
        uint160 current = price.sqrtPriceX96();
        if (order.aForB ? current <= opening : current >= opening) return (amountIn, amountOut);
        (uint256 partIn, uint256 partOut) = (amountIn, amountOut);
        if (order.aForB ? course.sqrtPriceX96 < opening : course.sqrtPriceX96 > opening) {
            (partIn, partOut,) = _lookFromOutside(order, opening, feePips);
        }
        (course.heldBackIn, course.heldBackOut) =
            SandwichGuard.heldBackUp(opening, order.aForB, order.amountSpecified > 0, feePips, partIn, partOut);
        return (amountIn + course.heldBackIn, amountOut - course.heldBackOut);
    }

    /// @dev What a course amounts to. Exact in: what was not used did not enter.
    function totals(Order memory order, Course memory course)
        internal
        pure
        returns (uint256 amountIn, uint256 amountOut)
    {
        unchecked {
            if (order.amountSpecified > 0) {
                return (uint256(order.amountSpecified - course.remaining), course.calculated);
            }
            return (course.calculated, uint256(course.remaining - order.amountSpecified));
        }
    }

    /// @dev Follows the price; where `writing`, ticks are crossed in storage on its way. Nothing else is written.
    function run(Pool storage pool, PriceWord price, PoolWord word, Order memory order, uint24 feePips, bool writing)
        internal
        returns (Course memory)
    {
        int256 remaining = order.amountSpecified;
        if (remaining == 0) revert ILiquidityTrading.AmountZero();
        bool aForB = order.aForB;
        uint160 current = price.sqrtPriceX96();
        uint160 limit = _limit(aForB, order.sqrtPriceLimitX96, current);
        int24 tick = price.tick();
        uint128 liquidity = word.liquidity();
        uint256 calculated = 0;
        uint256 protocolFee = 0;
        uint256 feeGrowth = aForB ? pool.feeGrowthA : pool.feeGrowthB;
        while (remaining != 0 && current != limit) {
            (int24 next, bool initialized) =
                pool.bitmap.nextInitializedTickWithinOneWord(tick, word.tickSpacing(), aForB);
            if (next < TickMath.MIN_TICK) next = TickMath.MIN_TICK;
            else if (next > TickMath.MAX_TICK) next = TickMath.MAX_TICK;
            (uint160 reached, int24 place) = (0, 0);
            uint256 amountIn;
            uint256 amountOut;
            uint256 fee;
            if (remaining > 0) {
                (reached, place) = SwapStep.staying(
                    current, limit, liquidity, tick, next, SwapStep.withoutFeeDown(uint256(remaining), feePips), aForB
                );
            }
            bool crosses = false;
            if (reached != 0) {
                amountIn = SwapStep.inputUp(aForB, current, reached, liquidity);
                amountOut = SwapStep.outputDown(aForB, current, reached, liquidity);
                unchecked {
                    fee = uint256(remaining) - amountIn;
                }
            } else {
                (reached, crosses, amountIn, amountOut, fee) =
                    SwapStep.compute(current, limit, liquidity, next, remaining, aForB, feePips);
                if (!crosses) place = reached == current ? tick : TickMath.getTickAtSqrtPrice(reached);
            }
            unchecked {
                if (order.amountSpecified > 0) {
                    remaining -= int256(amountIn + fee);
                    calculated += amountOut;
                } else {
                    remaining += int256(amountOut);
                    calculated += amountIn + fee;
                }
                uint256 share = word.protocolShare(aForB);
                if (share != 0) {
                    share = fee / share;
                    fee -= share;
                    protocolFee += share;
                }
                if (liquidity != 0) feeGrowth += SwapStep.growthDown(fee, liquidity);
                if (crosses) {
                    if (initialized) {
                        int128 net = writing ? _cross(pool, next, aForB, feeGrowth) : pool.ticks[next].net;
                        liquidity = LiquidityMath.addDelta(liquidity, aForB ? -net : net);
                    }
                    tick = aForB ? next - 1 : next;
                } else {
                    tick = place;
                }
            }
            current = reached;
        }
        return Course(current, tick, liquidity, remaining, calculated, feeGrowth, protocolFee, 0, 0);
    }

    /// @dev Turns a tick's outside over; the other token's growth does not change during a swap.
    function _cross(Pool storage pool, int24 tick, bool aForB, uint256 feeGrowth) private returns (int128 net) {
        Tick storage crossed = pool.ticks[tick];
        (uint256 growthA, uint256 growthB) = aForB ? (feeGrowth, pool.feeGrowthB) : (pool.feeGrowthA, feeGrowth);
        unchecked {
            crossed.feeGrowthOutsideA = growthA - crossed.feeGrowthOutsideA;
            crossed.feeGrowthOutsideB = growthB - crossed.feeGrowthOutsideB;
        }
        return crossed.net;
    }

    function _limit(bool aForB, uint160 limit, uint160 current) private pure returns (uint160) {
        if (limit == 0) return aForB ? TickMath.MIN_SQRT_PRICE + 1 : TickMath.MAX_SQRT_PRICE - 1;
        bool open = aForB
            ? limit < current && limit > TickMath.MIN_SQRT_PRICE
            : limit > current && limit < TickMath.MAX_SQRT_PRICE;
        if (!open) revert ILiquidityTrading.PriceLimitOutOfRange(limit, current);
        return limit;
    }

    function _store(
        Pool storage pool,
        PriceWord price,
        PoolWord word,
        bool aForB,
        Course memory course,
        PoolFeeState state
    ) private {
        PoolWord changed = word;
        if (course.tick != price.tick()) changed = ObservationRing.write(pool, word, price.tick());
        uint72 sampling = 0;
        if (word.has(PoolFlags.DYNAMIC_FEE)) {
            sampling = PoolFeeState.unwrap(DynamicFee.traded(state, course.tick - price.tick()));
        }
        changed = changed.withLiquidity(course.liquidity);
        if (PoolWord.unwrap(changed) != PoolWord.unwrap(word)) pool.word = changed;
        pool.price = PriceWords.pack(course.sqrtPriceX96, course.tick, sampling);
        if (aForB) {
            pool.feeGrowthA = course.feeGrowth;
            if (course.protocolFee != 0) pool.protocolFees = pool.protocolFees.plus(course.protocolFee, 0);
        } else {
            pool.feeGrowthB = course.feeGrowth;
            if (course.protocolFee != 0) pool.protocolFees = pool.protocolFees.plus(0, course.protocolFee);
        }
    }

    /// @dev Gives what the sandwich guard held back to the providers on the way, and remembers the block's first price.
    function _settleGuard(
        Pool storage pool,
        PriceWord price,
        PoolWord word,
        Order memory order,
        Course memory course,
        uint24 feePips
    ) private {
        if (course.heldBackIn | course.heldBackOut != 0) {
            bool entered = course.heldBackIn != 0;
            uint256 grown = HeldBack.share(
                pool,
                price,
                word,
                HeldBack.Way({
                    aForB: order.aForB,
                    ofA: order.aForB == entered,
                    opening: SandwichGuard.opening(order.id, price),
                    end: course.sqrtPriceX96,
                    endTick: course.tick,
                    feePips: feePips,
                    amount: course.heldBackIn + course.heldBackOut
                })
            );
            unchecked {
                if (entered) course.feeGrowth += grown;
                else if (order.aForB) pool.feeGrowthB += grown;
                else pool.feeGrowthA += grown;
            }
            emit ILiquidityGuards.SwapHeldBack(order.id, course.heldBackIn, course.heldBackOut);
        }
        SandwichGuard.record(order.id, price);
    }
}
