// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityGuards } from "../../interfaces/ILiquidityGuards.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { ObservationRing } from "../parts/ObservationRing.sol";
import { ObservationSearch } from "../parts/ObservationSearch.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { Observation } from "../storage/Observation.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { GuardSettings } from "./GuardSettings.sol";
import { GuardStorage } from "./GuardStorage.sol";

/// @title DeviationBreaker
/// @notice No swap takes the price further off the mean of the last seconds than the pool allows, or only at the
/// highest fee.
/// @dev The mean counts no moment of the present second: a swap that changes the tick first writes what held until now.
library DeviationBreaker {
    /// @dev Lowest and highest tick in which a swap may end now.
    function bounds(bytes32 id, Pool storage pool, PriceWord price, PoolWord word)
        internal
        view
        returns (int24 lowest, int24 highest)
    {
        GuardSettings settings = GuardStorage.load().pools[id].settings;
        int24 mean = ObservationSearch.meanTickDown(pool, price, word, settings.window());
        unchecked {
            int24 most = int24(settings.ticks());
            return (mean - most, mean + most);
        }
    }

    /// @dev Reverts where a swap that is to be refused ends beyond. Only the side that it moves to counts: the way back
    /// to the mean is always open.
    function requireWithin(bytes32 id, Pool storage pool, PriceWord price, PoolWord word, bool aForB, int24 end)
        internal
        view
    {
        if (isCharging(id)) return;
        (int24 lowest, int24 highest) = bounds(id, pool, price, word);
        if (aForB ? end < lowest : end > highest) {
            revert ILiquidityGuards.PriceTooFar(id, end, aForB ? lowest : highest);
        }
    }

    /// @dev Fee of a swap that ends in a tick at the fee without this guard.
    function feeAt(bytes32 id, Pool storage pool, PriceWord price, PoolWord word, bool aForB, int24 end, uint24 feePips)
        internal
        view
        returns (uint24)
    {
        (int24 lowest, int24 highest) = bounds(id, pool, price, word);
        bool beyond = aForB ? end < lowest : end > highest;
        return beyond && feePips < DynamicFee.HIGHEST_FEE ? uint24(DynamicFee.HIGHEST_FEE) : feePips;
    }

    /// @dev Whether swaps beyond pay the highest fee instead of being refused.
    function isCharging(bytes32 id) internal view returns (bool) {
        return GuardStorage.load().pools[id].settings.charges();
    }

    /// @dev Reverts unless the ring reaches back over a window now, and will for ever: it keeps at most one entry a
    /// second, so that as many entries as seconds cannot be pushed out by trading.
    function requireHistory(bytes32 id, Pool storage pool, PoolWord word, uint32 window) internal view {
        uint256 kept = word.observationsKept();
        uint256 reach = 0;
        if (kept != 0) {
            Observation oldest = ObservationRing.read(pool, (word.observationIndex() + 1) % kept);
            if (!oldest.isSet()) oldest = ObservationRing.read(pool, 0);
            unchecked {
                reach = uint32(block.timestamp) - oldest.time();
            }
        }
        if (kept <= window || reach < window) revert ILiquidityGuards.OracleTooShort(id, kept, reach, window);
    }
}
