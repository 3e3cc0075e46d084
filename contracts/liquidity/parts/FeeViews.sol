// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityFees } from "../../interfaces/ILiquidityFees.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { PoolFeeState } from "../fees/PoolFeeState.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PoolCore } from "./PoolCore.sol";
import { SwapEngine } from "./SwapEngine.sol";

/// @title FeeViews
/// @notice See `ILiquidityFees`.
abstract contract FeeViews is ILiquidityFees, PoolCore {
    /// @inheritdoc ILiquidityFees
    function calculateOptimalFee(uint256 volatility, uint256 volume, uint256 timeOfDay)
        external
        pure
        returns (uint256 feePips)
    {
        return DynamicFee.optimal(volatility, volume, timeOfDay);
    }

    /// @inheritdoc ILiquidityFees
    function nextFees(bytes32 id) external view returns (uint24 aForB, uint24 bForA) {
        (Pool storage pool, PoolWord word) = _existing(id);
        return (SwapEngine.feeOf(id, pool, word, true), SwapEngine.feeOf(id, pool, word, false));
    }

    /// @inheritdoc ILiquidityFees
    function feeState(bytes32 id) external view returns (uint256 volatility, uint256 turnover, int256 lean) {
        (Pool storage pool, PoolWord word) = _existing(id);
        if (!word.has(PoolFlags.DYNAMIC_FEE)) return (0, 0, 0);
        PoolFeeState state = SwapEngine.feeStateOf(pool.price, word);
        return (DynamicFee.volatility(state), state.turnover(), state.lean());
    }
}
