// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureSchedules } from "../interfaces/IDynamicFeeStructureSchedules.sol";
import { FeeAmounts } from "./FeeAmounts.sol";

/// @title ScheduleRules
/// @notice What a schedule must keep to, so that its fees are monotone, continuous, not worth splitting, and below the
/// maximum.
library ScheduleRules {
    /// @notice Reverts with `ScheduleRefused` where a rule is broken.
    function check(IDynamicFeeStructure.Product product, IDynamicFeeStructureSchedules.Schedule calldata schedule)
        internal
        pure
    {
        _require(_bandsFall(schedule), product, IDynamicFeeStructureSchedules.Fault.BANDS);
        _require(_tiersRise(schedule), product, IDynamicFeeStructureSchedules.Fault.TIERS);
        _require(_urgencyRises(schedule), product, IDynamicFeeStructureSchedules.Fault.URGENCY);
        _require(_premiumsBuyService(schedule), product, IDynamicFeeStructureSchedules.Fault.SERVICE);
        _require(_complexityRises(schedule), product, IDynamicFeeStructureSchedules.Fault.COMPLEXITY);
        _require(schedule.floorValue <= schedule.capValue, product, IDynamicFeeStructureSchedules.Fault.LIMITS);
        _require(_congestionRises(schedule), product, IDynamicFeeStructureSchedules.Fault.CONGESTION);
        _require(schedule.closedWeekdays < 1 << 7, product, IDynamicFeeStructureSchedules.Fault.CALENDAR);
        _require(_staysBelowMaximum(schedule), product, IDynamicFeeStructureSchedules.Fault.MAXIMUM);
    }

    function _require(bool kept, IDynamicFeeStructure.Product product, IDynamicFeeStructureSchedules.Fault fault)
        private
        pure
    {
        if (!kept) revert IDynamicFeeStructureSchedules.ScheduleRefused(product, fault);
    }

    /// @dev Rates that rise would make it cheaper to split a deal.
    function _bandsFall(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint64[3] calldata values = schedule.bandValues;
        uint16[4] calldata rates = schedule.bandRatePips;
        return values[0] <= values[1] && values[1] <= values[2] && rates[0] >= rates[1] && rates[1] >= rates[2]
            && rates[2] >= rates[3];
    }

    function _tiersRise(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint48[4] calldata volumes = schedule.tierVolumes;
        uint16[4] calldata discounts = schedule.tierDiscountBps;
        for (uint256 i = 1; i < 4; ++i) {
            if (volumes[i - 1] > volumes[i] || discounts[i - 1] > discounts[i]) return false;
        }
        return discounts[3] <= FeeAmounts.BPS;
    }

    function _urgencyRises(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint24[3] calldata pips = schedule.urgencyPips;
        return pips[0] <= pips[1] && pips[1] <= pips[2];
    }

    /// @dev A level with a premium has a service level, and a higher one is due no later.
    function _premiumsBuyService(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint256 before = type(uint24).max;
        for (uint256 i; i < 3; ++i) {
            uint256 due = schedule.serviceSeconds[i];
            if ((due == 0) != (schedule.urgencyPips[i] == 0)) return false;
            if (due > before) return false;
            if (due != 0) before = due;
        }
        return true;
    }

    function _complexityRises(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint40[3] calldata values = schedule.complexityValues;
        return values[0] <= values[1] && values[1] <= values[2] && schedule.minComplexity <= FeeAmounts.LAST_LEVEL;
    }

    function _congestionRises(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        if (schedule.congestionMaxPremiumPips == 0) return schedule.congestionKinkPremiumPips == 0;
        return schedule.congestionKinkPips > FeeAmounts.PIPS
            && schedule.congestionFullPips > schedule.congestionKinkPips
            && schedule.congestionKinkPremiumPips <= schedule.congestionMaxPremiumPips;
    }

    /// @dev The dearest unit costs no more than the maximum: only so is a fee that the maximum limits not worth
    /// splitting.
    function _staysBelowMaximum(IDynamicFeeStructureSchedules.Schedule calldata schedule) private pure returns (bool) {
        uint256 percent = 0;
        for (uint256 hour; hour < 24; ++hour) {
            uint256 open = uint8(schedule.openHours[hour]);
            uint256 closed = uint8(schedule.closedHours[hour]);
            if (open > percent) percent = open;
            if (closed > percent) percent = closed;
        }
        uint256 share = FeeAmounts.PIPS + schedule.congestionMaxPremiumPips + percent * FeeAmounts.PIPS_PER_PERCENT
            + schedule.urgencyPips[2];
        return schedule.bandRatePips[0] * share <= FeeAmounts.MAX_FEE_PIPS * FeeAmounts.PIPS;
    }
}
