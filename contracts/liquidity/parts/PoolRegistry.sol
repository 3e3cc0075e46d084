// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { LiquidityStorage, Pool } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolModes } from "../storage/PoolModes.sol";
import { PoolWord, PoolWords } from "../storage/PoolWord.sol";
import { PriceWords } from "../storage/PriceWord.sol";
import { Admission } from "./Admission.sol";
import { ProtocolFees } from "./ProtocolFees.sol";

/// @title PoolRegistry
/// @notice Creation of pools, and what the protocol takes of their fees; see `ILiquidityPoolOptimizer`.
abstract contract PoolRegistry is ILiquidityPoolOptimizer, ProtocolFees {
    using PoolKeys for PoolKey;

    uint256 private constant NUMBER_SHIFT = 64;
    int24 private constant MOST_SPACING = 16_383;

    /// @inheritdoc ILiquidityPoolOptimizer
    function createPool(PoolKey calldata key, uint160 sqrtPriceX96)
        external
        nonReentrant
        returns (bytes32 id, int24 tick)
    {
        uint192 counters = _requireGroupActive(LiquidityGroups.CREATING);
        if (key.tokenA >= key.tokenB || key.tokenA == address(0)) revert TokensOutOfOrder(key.tokenA, key.tokenB);
        if (key.feePips >= 1e6) revert FeeOutOfRange(key.feePips);
        if (key.tickSpacing < 1 || key.tickSpacing > MOST_SPACING) revert TickSpacingOutOfRange(key.tickSpacing);
        if (key.modes & ~PoolModes.ALL != 0) revert ModesUnknown(key.modes);
        _requireBelowMaximum(key);
        id = key.id();
        LiquidityStorage.Layout storage $ = _layout();
        Pool storage pool = $.pools[id];
        if (pool.word.exists()) revert PoolExists(id);
        uint256 number = uint24(counters >> NUMBER_SHIFT) + 1;
        if (number > type(uint24).max) revert PoolNumbersExhausted();
        unchecked {
            _setPauseCompanion(counters + uint192(1 << NUMBER_SHIFT));
        }
        if (key.modes & PoolModes.DYNAMIC_FEE != 0 && (key.feePips == 0 || key.feePips > DynamicFee.HIGHEST_FEE)) {
            revert FeeOutOfRange(key.feePips);
        }
        if (key.modes & PoolModes.PERMISSIONED != 0) Admission.open(number, key.tokenA, key.tokenB);
        uint256 flags = key.modes | ($.exactTokens[key.tokenA] ? 0 : PoolFlags.CHECKED_A)
            | ($.exactTokens[key.tokenB] ? 0 : PoolFlags.CHECKED_B);
        tick = TickMath.getTickAtSqrtPrice(sqrtPriceX96);
        pool.price = PriceWords.pack(sqrtPriceX96, tick, 0);
        pool.word = PoolWords.create(key.feePips, key.tickSpacing, number, flags);
        emit PoolCreated(
            id,
            key.tokenA,
            key.tokenB,
            number,
            key.feePips,
            key.tickSpacing,
            key.modes,
            uint16(flags),
            sqrtPriceX96,
            tick
        );
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function trustExactness(address token) external restricted {
        if (token.code.length == 0) revert AddressWithoutCode(token);
        _layout().exactTokens[token] = true;
        emit TokenExactnessSet(token, true);
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function distrustExactness(address token) external restricted {
        _layout().exactTokens[token] = false;
        emit TokenExactnessSet(token, false);
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function setProtocolShare(PoolKey calldata key, uint8 shareA, uint8 shareB) external restricted {
        _requireShare(shareA);
        _requireShare(shareB);
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        pool.word = word.withProtocolShares(shareA, shareB);
        emit ProtocolShareSet(id, shareA, shareB);
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function collectProtocolFees(PoolKey calldata key, address recipient, uint128 maxA, uint128 maxB)
        external
        nonReentrant
        restricted
        returns (uint128 amountA, uint128 amountB)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        Pair fees = pool.protocolFees;
        amountA = _collectable(fees.a(), maxA);
        amountB = _collectable(fees.b(), maxB);
        pool.protocolFees = fees.minus(amountA, amountB);
        emit ProtocolFeesCollected(id, recipient, amountA, amountB);
        _payBoth(key, word, recipient, amountA, amountB, 0);
    }

    /// @dev One unit stays when all is asked for.
    function _collectable(uint256 fees, uint128 most) private pure returns (uint128) {
        if (fees == 0 || most == 0) return 0;
        unchecked {
            return most < fees ? most : uint128(fees - 1);
        }
    }

    function _requireShare(uint8 share) private pure {
        if (share != 0 && (share < 4 || share > 10)) revert ProtocolShareOutOfRange(share);
    }
}
