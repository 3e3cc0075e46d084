// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Observation, Observations } from "../storage/Observation.sol";
import { PoolFlags } from "../storage/PoolModes.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";

/// @title ObservationRing
/// @notice Writes a pool's oracle: at most one observation a second, in a ring that grows on demand.
library ObservationRing {
    /// @dev A place of the ring; before the first observation is written, the first place tells of the creation.
    function read(Pool storage pool, PriceWord price, PoolWord word, uint256 index)
        internal
        view
        returns (Observation)
    {
        if (index == 0 && word.exists() && !word.has(PoolFlags.OBSERVED)) return ofCreation(price);
        return Observation.wrap(pool.observations[index]);
    }

    /// @dev Writes what has held until now, and returns the pool's word with the new place.
    function write(Pool storage pool, PriceWord price, PoolWord word, int24 tick, uint128 liquidity)
        internal
        returns (PoolWord)
    {
        uint256 index = word.observationIndex();
        bool observed = word.has(PoolFlags.OBSERVED);
        Observation last = read(pool, price, word, index);
        uint32 second = uint32(block.timestamp);
        if (last.time() == second) return word;
        uint256 kept = word.observationsKept();
        unchecked {
            if (word.observationsWanted() > kept && index == kept - 1) kept = word.observationsWanted();
            if (!observed) {
                // The ring may have been grown before its first place was ever written.
                if (kept > 1) pool.observations[0] = Observation.unwrap(last);
                word = word.withFlags(PoolFlags.OBSERVED, 0);
            }
            if (++index >= kept) index = 0;
        }
        pool.observations[index] = Observation.unwrap(last.after_(second, tick, liquidity));
        return word.withObservation(index, kept);
    }

    /// @dev What a pool's oracle knows at its creation, from the price word of a pool without observations.
    function ofCreation(PriceWord price) internal pure returns (Observation) {
        return Observations.pack(uint32(price.sampling()), 0, 0);
    }
}
