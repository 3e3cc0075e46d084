// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { ILiquidityGuardViews } from "../../interfaces/ILiquidityGuardViews.sol";
import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { DeviationBreaker } from "../guards/DeviationBreaker.sol";
import { EarlyExit } from "../guards/EarlyExit.sol";
import { GuardSettings } from "../guards/GuardSettings.sol";
import { GuardStorage } from "../guards/GuardStorage.sol";
import { SandwichGuard } from "../guards/SandwichGuard.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { PoolCore } from "./PoolCore.sol";
import { SwapEngine } from "./SwapEngine.sol";

/// @title GuardViews
/// @notice See `ILiquidityGuardViews`.
abstract contract GuardViews is ILiquidityGuardViews, PoolCore {
    /// @inheritdoc ILiquidityGuardViews
    function guardsOf(bytes32 id) external view returns (Guards memory) {
        PoolWord word = _layout().pools[id].word;
        GuardSettings settings = GuardStorage.load().pools[id].settings;
        return Guards({
            paused: word.has(PoolFlags.PAUSED),
            sandwichGuard: word.has(PoolFlags.SANDWICH_GUARD),
            earlyExitPeriod: settings.youth(),
            breakerTicks: settings.ticks(),
            breakerWindow: settings.window(),
            breakerCharges: settings.charges()
        });
    }

    /// @inheritdoc ILiquidityGuardViews
    function openingPrice(bytes32 id) external view returns (uint160 sqrtPriceX96) {
        Pool storage pool = _layout().pools[id];
        if (!pool.word.has(PoolFlags.SANDWICH_GUARD)) return pool.price.sqrtPriceX96();
        return SandwichGuard.opening(id, pool.price);
    }

    /// @inheritdoc ILiquidityGuardViews
    function breakerBounds(bytes32 id) external view returns (int24 lowest, int24 highest) {
        Pool storage pool = _layout().pools[id];
        PoolWord word = pool.word;
        if (!word.has(PoolFlags.DEVIATION_BREAKER)) return (TickMath.MIN_TICK, TickMath.MAX_TICK);
        return DeviationBreaker.bounds(id, pool, pool.price, word);
    }

    /// @inheritdoc ILiquidityGuardViews
    function exitPenalty(PoolKey calldata key, bytes32 position, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        (PositionRecord storage record, PositionWord held) = _heldIn(word, position);
        if (!word.has(PoolFlags.EARLY_EXIT_PENALTY) || !EarlyExit.isYoung(id, held)) return (0, 0);
        (uint256 insideA, uint256 insideB) = LiquidityEngine.inside(pool, held.tickLower(), held.tickUpper());
        if (liquidity > held.liquidity()) liquidity = held.liquidity();
        return EarlyExit.lostUp(record, held, insideA, insideB, liquidity);
    }

    /// @inheritdoc ILiquidityGuardViews
    function unguardedSwap(bytes32 id, bool aForB, int256 amountSpecified, uint160 sqrtPriceLimitX96, uint24 feePips)
        external
        view
        returns (uint256 amountIn, uint256 amountOut, int24 tick)
    {
        (Pool storage pool, PoolWord word) = _existing(id);
        if (feePips >= 1e6) revert ILiquidityPoolOptimizer.FeeOutOfRange(feePips);
        SwapEngine.Order memory order = SwapEngine.Order(id, aForB, amountSpecified, sqrtPriceLimitX96);
        SwapEngine.Course memory course = SwapEngine.look(pool, pool.price, word, order, feePips);
        (amountIn, amountOut) = SwapEngine.totals(order, course);
        tick = course.tick;
    }
}
