// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityOracle } from "../../interfaces/ILiquidityOracle.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { Observation, Observations } from "../storage/Observation.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { ObservationRing } from "./ObservationRing.sol";

/// @title ObservationSearch
/// @notice Reads a pool's oracle as of a moment, between two entries by proportion, as Uniswap v3 does.
library ObservationSearch {
    /// @dev What the ring tells of a moment that lies so many seconds back; reverts before its oldest entry.
    function asOf(Pool storage pool, PriceWord price, PoolWord word, uint32 secondsAgo)
        internal
        view
        returns (Observation)
    {
        uint32 time = uint32(block.timestamp);
        Observation newest = ObservationRing.read(pool, word.observationIndex());
        if (secondsAgo == 0) {
            return newest.time() == time ? newest : newest.after_(time, price.tick(), word.liquidity());
        }
        unchecked {
            uint32 target = time - secondsAgo;
            if (_notAfter(time, newest.time(), target)) {
                return newest.time() == target ? newest : newest.after_(target, price.tick(), word.liquidity());
            }
            (Observation before, Observation later) = _around(pool, word, target);
            if (before.time() == target) return before;
            if (later.time() == target) return later;
            return _between(before, later, target);
        }
    }

    /// @dev Mean tick of the last seconds, rounded down.
    function meanTickDown(Pool storage pool, PriceWord price, PoolWord word, uint32 window)
        internal
        view
        returns (int24)
    {
        int56 before = asOf(pool, price, word, window).tickCumulative();
        int256 sum;
        unchecked {
            sum = int256(asOf(pool, price, word, 0).tickCumulative() - before);
        }
        int256 length = int256(uint256(window));
        int256 mean = sum / length;
        if (mean * length > sum) --mean;
        return int24(mean);
    }

    /// @dev The two entries around a moment that is before the newest.
    function _around(Pool storage pool, PoolWord word, uint32 target)
        private
        view
        returns (Observation before, Observation later)
    {
        uint32 time = uint32(block.timestamp);
        uint256 kept = word.observationsKept();
        uint256 oldest = (word.observationIndex() + 1) % kept;
        Observation first = ObservationRing.read(pool, oldest);
        if (!first.isSet()) {
            oldest = 0;
            first = ObservationRing.read(pool, 0);
        }
        if (!_notAfter(time, first.time(), target)) {
            revert ILiquidityOracle.ObservationTooOld(first.time(), target);
        }
        // Invariant: the entry `low` places after the oldest is not after the moment, the one `high` after it is.
        (uint256 low, uint256 high) = (0, (word.observationIndex() + kept - oldest) % kept);
        before = first;
        later = ObservationRing.read(pool, word.observationIndex());
        while (high - low > 1) {
            uint256 middle = (low + high) / 2;
            Observation found = ObservationRing.read(pool, (oldest + middle) % kept);
            if (_notAfter(time, found.time(), target)) (low, before) = (middle, found);
            else (high, later) = (middle, found);
        }
    }

    function _between(Observation before, Observation later, uint32 target) private pure returns (Observation) {
        unchecked {
            int56 span = int56(uint56(later.time() - before.time()));
            uint32 part = target - before.time();
            uint256 grown = uint160(later.secondsPerLiquidityX128() - before.secondsPerLiquidityX128());
            return Observations.pack(
                target,
                before.tickCumulative() + (later.tickCumulative() - before.tickCumulative()) / span
                    * int56(uint56(part)),
                before.secondsPerLiquidityX128() + uint160(grown * part / uint56(span))
            );
        }
    }

    /// @dev Whether one second is not after another, both at most 2^32 seconds before `time`.
    function _notAfter(uint32 time, uint32 one, uint32 other) private pure returns (bool) {
        if (one <= time && other <= time) return one <= other;
        unchecked {
            uint256 unwrappedOne = one > time ? one : uint256(one) + (1 << 32);
            uint256 unwrappedOther = other > time ? other : uint256(other) + (1 << 32);
            return unwrappedOne <= unwrappedOther;
        }
    }
}
