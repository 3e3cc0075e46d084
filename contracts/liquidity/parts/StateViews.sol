// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityState } from "../../interfaces/ILiquidityState.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { EarlyExit } from "../guards/EarlyExit.sol";
import { Pool, PositionRecord, RegulatedPair, Tick } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { PoolCore } from "./PoolCore.sol";
import { Reserves } from "./Reserves.sol";
import { SwapEngine } from "./SwapEngine.sol";

/// @title StateViews
/// @notice See `ILiquidityState`.
abstract contract StateViews is ILiquidityState, PoolCore {
    using PoolKeys for PoolKey;

    /// @inheritdoc ILiquidityState
    function poolId(PoolKey calldata key) external pure returns (bytes32) {
        return key.id();
    }

    /// @inheritdoc ILiquidityState
    function positionKey(address owner, bytes32 id, int24 tickLower, int24 tickUpper) external pure returns (bytes32) {
        return PoolKeys.position(owner, id, tickLower, tickUpper);
    }

    /// @inheritdoc ILiquidityState
    function poolOf(PoolKey calldata key) external view returns (ILiquidityPoolOptimizer.LiquidityPool memory found) {
        bytes32 id = key.id();
        Pool storage pool = _layout().pools[id];
        PoolWord word = pool.word;
        if (!word.exists()) return found;
        uint24 aForB = SwapEngine.feeOf(id, pool, word, true);
        uint24 bForA = SwapEngine.feeOf(id, pool, word, false);
        (uint256 reserveA, uint256 reserveB) = Reserves.heldDown(pool, pool.price, word);
        return ILiquidityPoolOptimizer.LiquidityPool({
            tokenA: key.tokenA,
            tokenB: key.tokenB,
            reserveA: reserveA,
            reserveB: reserveB,
            totalLiquidity: word.liquidity(),
            feeRate: aForB > bForA ? aForB : bForA
        });
    }

    /// @inheritdoc ILiquidityState
    function poolState(bytes32 id) external view returns (PoolState memory state) {
        Pool storage pool = _layout().pools[id];
        PriceWord price = pool.price;
        PoolWord word = pool.word;
        state.sqrtPriceX96 = price.sqrtPriceX96();
        state.tick = price.tick();
        state.liquidity = word.liquidity();
        state.feePips = word.feePips();
        state.tickSpacing = word.tickSpacing();
        state.protocolShareA = uint8(word.protocolShare(true));
        state.protocolShareB = uint8(word.protocolShare(false));
        state.observationIndex = word.observationIndex();
        state.observationsKept = word.observationsKept();
        state.observationsWanted = word.observationsWanted();
        state.number = uint24(word.number());
        state.flags = uint16(word.flags());
        state.feeGrowthA = pool.feeGrowthA;
        state.feeGrowthB = pool.feeGrowthB;
        state.protocolFeesA = uint128(pool.protocolFees.a());
        state.protocolFeesB = uint128(pool.protocolFees.b());
    }

    /// @inheritdoc ILiquidityState
    function tickState(bytes32 id, int24 tick) external view returns (TickState memory) {
        Tick storage found = _layout().pools[id].ticks[tick];
        return TickState(found.gross, found.net, found.feeGrowthOutsideA, found.feeGrowthOutsideB);
    }

    /// @inheritdoc ILiquidityState
    function tickBitmap(bytes32 id, int16 word) external view returns (uint256) {
        return _layout().pools[id].bitmap[word];
    }

    /// @inheritdoc ILiquidityState
    function positionState(bytes32 position) external view returns (PositionState memory state) {
        PositionRecord storage record = _layout().positions[position];
        PositionWord word = record.word;
        state.liquidity = word.liquidity();
        state.tickLower = word.tickLower();
        state.tickUpper = word.tickUpper();
        state.poolNumber = uint24(word.pool());
        state.addedAt = word.addedAt();
        state.flags = uint16(word.flags());
        state.insideA = record.insideA;
        state.insideB = record.insideB;
        state.owedA = uint128(record.owed.a());
        state.owedB = uint128(record.owed.b());
    }

    /// @inheritdoc ILiquidityState
    function feesOf(PoolKey calldata key, bytes32 position) external view returns (uint256 amountA, uint256 amountB) {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        (PositionRecord storage record, PositionWord held) = _heldIn(word, position);
        if (word.has(PoolFlags.EARLY_EXIT_PENALTY) && EarlyExit.isYoung(id, held)) {
            return (record.owed.a(), record.owed.b());
        }
        (uint256 insideA, uint256 insideB) = LiquidityEngine.inside(pool, held.tickLower(), held.tickUpper());
        amountA = record.owed.a() + LiquidityEngine.earnedDown(insideA, record.insideA, held.liquidity());
        amountB = record.owed.b() + LiquidityEngine.earnedDown(insideB, record.insideB, held.liquidity());
    }

    /// @inheritdoc ILiquidityState
    function regulatedTokens(uint256 poolNumber) external view returns (address tokenA, address tokenB) {
        RegulatedPair storage found = _layout().regulated[poolNumber];
        return (found.a.token, found.b.token);
    }

    /// @inheritdoc ILiquidityState
    function isExact(address token) external view returns (bool) {
        return _layout().exactTokens[token];
    }

    /// @inheritdoc ILiquidityState
    function wrappedNative() external view returns (address) {
        return _layout().wrappedNative;
    }
}
