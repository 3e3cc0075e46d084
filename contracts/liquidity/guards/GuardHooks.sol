// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityGuards } from "../../interfaces/ILiquidityGuards.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { DeviationBreaker } from "./DeviationBreaker.sol";
import { EarlyExit } from "./EarlyExit.sol";

/// @title GuardHooks
/// @notice Where the calls on a pool meet the guards that are switched on in it; never called where none is.
library GuardHooks {
    /// @notice Reverts where a swap must not happen: the pool is paused, or the price would end too far off its mean.
    /// Quotes call it too.
    /// @param price price before the swap
    /// @param end tick after it
    function requireAllowed(bytes32 id, Pool storage pool, PriceWord price, PoolWord word, bool aForB, int24 end)
        internal
        view
    {
        if (word.has(PoolFlags.PAUSED)) revert ILiquidityGuards.PoolIsPaused(id);
        if (word.has(PoolFlags.DEVIATION_BREAKER)) {
            DeviationBreaker.requireWithin(id, pool, price, word, aForB, end);
        }
    }

    /// @notice Before liquidity enters: reverts where the pool is paused.
    /// @param held the position before
    /// @return young whether the position's fees must not become owed
    function entering(bytes32 id, Pool storage pool, PoolWord word, bytes32 position, PositionWord held)
        internal
        returns (bool young)
    {
        if (word.has(PoolFlags.PAUSED)) revert ILiquidityGuards.PoolIsPaused(id);
        if (word.has(PoolFlags.EARLY_EXIT_PENALTY)) {
            return EarlyExit.noteCompany(id, pool, word, position, held);
        }
    }
}
