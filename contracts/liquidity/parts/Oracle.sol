// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityOracle } from "../../interfaces/ILiquidityOracle.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { Observation } from "../storage/Observation.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { ObservationRing } from "./ObservationRing.sol";
import { ObservationSearch } from "./ObservationSearch.sol";
import { PoolCore } from "./PoolCore.sol";

/// @title Oracle
/// @notice See `ILiquidityOracle`.
abstract contract Oracle is ILiquidityOracle, PoolCore {
    /// @inheritdoc ILiquidityOracle
    function growObservations(bytes32 id, uint16 wanted) external nonReentrant {
        (Pool storage pool, PoolWord word) = _existing(id);
        uint16 before = word.observationsWanted();
        if (wanted <= before) return;
        pool.word = ObservationRing.grow(pool, word, wanted);
        emit ObservationsGrown(id, before, wanted);
    }

    /// @inheritdoc ILiquidityOracle
    function observe(bytes32 id, uint32[] calldata secondsAgos)
        external
        view
        returns (int56[] memory tickCumulatives, uint160[] memory secondsPerLiquidityX128)
    {
        (Pool storage pool, PoolWord word) = _observed(id);
        PriceWord price = pool.price;
        tickCumulatives = new int56[](secondsAgos.length);
        secondsPerLiquidityX128 = new uint160[](secondsAgos.length);
        for (uint256 i; i < secondsAgos.length; ++i) {
            Observation found = ObservationSearch.asOf(pool, price, word, secondsAgos[i]);
            tickCumulatives[i] = found.tickCumulative();
            secondsPerLiquidityX128[i] = found.secondsPerLiquidityX128();
        }
    }

    /// @inheritdoc ILiquidityOracle
    function meanTick(bytes32 id, uint32 window) external view returns (int24) {
        if (window == 0) revert WindowZero();
        (Pool storage pool, PoolWord word) = _observed(id);
        return ObservationSearch.meanTickDown(pool, pool.price, word, window);
    }

    /// @inheritdoc ILiquidityOracle
    function observationAt(bytes32 id, uint256 index)
        external
        view
        returns (uint32 second, int56 tickCumulative, uint160 secondsPerLiquidityX128, bool written)
    {
        Observation found = ObservationRing.read(_layout().pools[id], index);
        return (found.time(), found.tickCumulative(), found.secondsPerLiquidityX128(), found.isSet());
    }

    function _observed(bytes32 id) private view returns (Pool storage pool, PoolWord word) {
        (pool, word) = _existing(id);
        if (!word.has(PoolFlags.OBSERVED)) revert ObservationsNotKept(id);
    }
}
