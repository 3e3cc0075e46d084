// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DynamicFee } from "../../liquidity/fees/DynamicFee.sol";
import { PoolFeeState } from "../../liquidity/fees/PoolFeeState.sol";

/// @title DynamicFeeProbe
/// @notice Shows `DynamicFee`'s functions to tests.
contract DynamicFeeProbe {
    function optimal(uint256 volatility, uint256 turnover, uint256 timeOfDay) external pure returns (uint256) {
        return DynamicFee.optimal(volatility, turnover, timeOfDay);
    }

    function rolled(uint72 state, uint256 level, uint256 time) external pure returns (uint72) {
        return PoolFeeState.unwrap(DynamicFee.rolled(PoolFeeState.wrap(state), level, time));
    }

    function traded(uint72 state, int256 ticks) external pure returns (uint72) {
        return PoolFeeState.unwrap(DynamicFee.traded(PoolFeeState.wrap(state), ticks));
    }

    function fees(uint72 state, uint256 level, uint256 time) external pure returns (uint24 up, uint24 down) {
        up = DynamicFee.fee(PoolFeeState.wrap(state), level, true, time);
        down = DynamicFee.fee(PoolFeeState.wrap(state), level, false, time);
    }
}
