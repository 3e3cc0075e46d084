// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Observation, Observations } from "../storage/Observation.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";

/// @title ObservationRing
/// @notice Writes a pool's oracle: at most one observation a second, in a ring that starts and grows on demand.
library ObservationRing {
    /// @dev Writes what has held until now, where observations are kept, and returns the pool's word with the new
    /// place.
    function write(Pool storage pool, PoolWord word, int24 tick) internal returns (PoolWord) {
        if (!word.has(PoolFlags.OBSERVED)) return word;
        uint256 index = word.observationIndex();
        Observation last = read(pool, index);
        uint32 second = uint32(block.timestamp);
        if (last.time() == second) return word;
        uint256 kept = word.observationsKept();
        unchecked {
            if (word.observationsWanted() > kept && index == kept - 1) kept = word.observationsWanted();
            if (++index >= kept) index = 0;
        }
        pool.observations[index] = Observation.unwrap(last.after_(second, tick, word.liquidity()));
        return word.withObservation(index, kept);
    }

    /// @dev Makes room for more observations; the first room starts them. The pool's word is the caller's to write.
    function grow(Pool storage pool, PoolWord word, uint16 wanted) internal returns (PoolWord) {
        uint256 place = word.observationsWanted();
        if (place == 0) {
            pool.observations[place++] = Observation.unwrap(Observations.pack(uint32(block.timestamp), 0, 0));
            word = word.withFlags(PoolFlags.OBSERVED, 0).withObservation(0, 1);
        }
        // A place that is not zero any more costs less to write; its bit says that it holds nothing.
        for (; place < wanted; ++place) {
            pool.observations[place] = Observation.unwrap(Observations.PLACEHOLDER);
        }
        return word.withObservationsWanted(wanted);
    }

    /// @dev A place of the ring.
    function read(Pool storage pool, uint256 index) internal view returns (Observation) {
        return Observation.wrap(pool.observations[index]);
    }
}
