// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { ILiquidityGuards } from "../../interfaces/ILiquidityGuards.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { DeviationBreaker } from "../guards/DeviationBreaker.sol";
import { GuardSettings } from "../guards/GuardSettings.sol";
import { GuardStorage } from "../guards/GuardStorage.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PoolCore } from "./PoolCore.sol";

/// @title GuardRegistry
/// @notice See `ILiquidityGuards`.
abstract contract GuardRegistry is ILiquidityGuards, PoolCore, AccessManagedUpgradeable {
    uint32 private constant LONGEST_PERIOD = 1 days;

    /// @inheritdoc ILiquidityGuards
    function raiseSandwichGuard(PoolKey calldata key) external restricted {
        emit SandwichGuardSet(_flag(key, PoolFlags.SANDWICH_GUARD, true), true);
    }

    /// @inheritdoc ILiquidityGuards
    function lowerSandwichGuard(PoolKey calldata key) external restricted {
        emit SandwichGuardSet(_flag(key, PoolFlags.SANDWICH_GUARD, false), false);
    }

    /// @inheritdoc ILiquidityGuards
    function setEarlyExitPeriod(PoolKey calldata key, uint32 period) external restricted {
        _setPeriod(key, period);
    }

    /// @inheritdoc ILiquidityGuards
    function extendEarlyExitPeriod(PoolKey calldata key, uint32 period) external restricted {
        (bytes32 id,,) = _find(key);
        if (period < GuardStorage.load().pools[id].settings.youth()) revert NotTighter(id);
        _setPeriod(key, period);
    }

    /// @inheritdoc ILiquidityGuards
    function setDeviationBreaker(PoolKey calldata key, uint24 ticks, uint32 window, bool charges) external restricted {
        _setBreaker(key, ticks, window, charges);
    }

    /// @inheritdoc ILiquidityGuards
    function tightenDeviationBreaker(PoolKey calldata key, uint24 ticks, uint32 window, bool charges)
        external
        restricted
    {
        (bytes32 id,, PoolWord word) = _find(key);
        GuardSettings settings = GuardStorage.load().pools[id].settings;
        bool looser = ticks > settings.ticks() || window != settings.window() || charges && !settings.charges();
        if (ticks == 0 || word.has(PoolFlags.DEVIATION_BREAKER) && looser) revert NotTighter(id);
        _setBreaker(key, ticks, window, charges);
    }

    /// @inheritdoc ILiquidityGuards
    function pausePool(PoolKey calldata key) external restricted {
        emit PoolPaused(_flag(key, PoolFlags.PAUSED, true));
    }

    /// @inheritdoc ILiquidityGuards
    function unpausePool(PoolKey calldata key) external restricted {
        emit PoolUnpaused(_flag(key, PoolFlags.PAUSED, false));
    }

    function _setPeriod(PoolKey calldata key, uint32 period) private {
        if (period > LONGEST_PERIOD) revert PeriodOutOfRange(period);
        bytes32 id = _flag(key, PoolFlags.EARLY_EXIT_PENALTY, period != 0);
        GuardSettings settings = GuardStorage.load().pools[id].settings;
        GuardStorage.load().pools[id].settings = settings.withYouth(period);
        emit EarlyExitPeriodSet(id, period);
    }

    function _setBreaker(PoolKey calldata key, uint24 ticks, uint32 window, bool charges) private {
        bool on = ticks != 0;
        if (on != (window != 0) || ticks > uint24(TickMath.MAX_TICK)) revert BreakerOutOfRange(ticks, window);
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        if (on) DeviationBreaker.requireHistory(id, pool, word, window);
        _flag(key, PoolFlags.DEVIATION_BREAKER, on);
        GuardSettings settings = GuardStorage.load().pools[id].settings;
        GuardStorage.load().pools[id].settings = settings.withBreaker(ticks, window, on && charges);
        emit DeviationBreakerSet(id, ticks, window, on && charges);
    }

    function _flag(PoolKey calldata key, uint256 flag, bool on) private returns (bytes32 id) {
        Pool storage pool;
        PoolWord word;
        (id, pool, word) = _find(key);
        pool.word = on ? word.withFlags(flag, 0) : word.withFlags(0, flag);
    }
}
