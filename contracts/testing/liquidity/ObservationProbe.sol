// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ObservationRing } from "../../liquidity/parts/ObservationRing.sol";
import { ObservationSearch } from "../../liquidity/parts/ObservationSearch.sol";
import { Pool } from "../../liquidity/storage/LiquidityStorage.sol";
import { Observation } from "../../liquidity/storage/Observation.sol";
import { PoolWords } from "../../liquidity/storage/PoolWord.sol";
import { PriceWords } from "../../liquidity/storage/PriceWord.sol";

/// @title ObservationProbe
/// @notice Shows the pools' oracle to tests, with any tick and liquidity at any time.
contract ObservationProbe {
    Pool private _pool;

    function grow(uint16 wanted) external {
        if (!_pool.word.exists()) _pool.word = PoolWords.create(0, 1, 1, 0);
        _pool.word = ObservationRing.grow(_pool, _pool.word, wanted);
    }

    /// @notice What held until now is written, and something else holds from now on.
    function write(int24 tick, uint128 liquidity) external {
        _pool.word = ObservationRing.write(_pool, _pool.word, _pool.price.tick()).withLiquidity(liquidity);
        _pool.price = PriceWords.pack(1, tick, 0);
    }

    function at(uint32 secondsAgo) external view returns (uint32 second, int56 ticks, uint160 perLiquidity) {
        Observation found = ObservationSearch.asOf(_pool, _pool.price, _pool.word, secondsAgo);
        return (found.time(), found.tickCumulative(), found.secondsPerLiquidityX128());
    }

    function meanTickDown(uint32 window) external view returns (int24) {
        return ObservationSearch.meanTickDown(_pool, _pool.price, _pool.word, window);
    }
}
