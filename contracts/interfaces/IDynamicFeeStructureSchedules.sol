// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "./IDynamicFeeStructure.sol";

/// @title IDynamicFeeStructureSchedules
/// @notice The schedules, their versions, and the congestion signal. At the address of `IDynamicFeeStructure`.
///
/// A version holds the schedules of all products and never changes. A new one takes effect at least `MINIMUM_NOTICE`
/// after it was published; until the access manager's set-up is complete, at once if wanted. Version 0 charges nothing.
/// @custom:invariant FEE-30 after set-up no version takes effect sooner than `MINIMUM_NOTICE` after its publication
/// @custom:invariant FEE-31 a published version never changes, and at most one waits
/// @custom:invariant FEE-32 however often it is asked to, the average base fee moves by at most its distance to the
/// samples times the time that has passed over a day
interface IDynamicFeeStructureSchedules {
    /// @notice How one product is priced. All zero is a schedule that charges nothing.
    /// @param bandValues values at which the second to fourth band begin, never falling; equal ones leave a band empty
    /// @param bandRatePips rate of each of the four bands, never rising
    /// @param tierVolumes volumes, whole units of the reference currency, from which tiers 1 to 4 hold, never falling
    /// @param tierDiscountBps discounts of tiers 1 to 4, never falling; tier 0 has none
    /// @param urgencyPips share of base less discount for urgency 1 to 3, never falling
    /// @param serviceSeconds in which urgency 1 to 3 are due, never rising; zero where there is no premium
    /// @param complexityValues for complexity 1 to 3, never falling
    /// @param minComplexity least level that counts
    /// @param floorValue least fee
    /// @param capValue most fee
    /// @param congestionKinkPips base fee over its average at which `congestionKinkPremiumPips` is reached from 1
    /// @param congestionFullPips at which `congestionMaxPremiumPips` is reached; both ratios in millionths
    /// @param congestionKinkPremiumPips share of base less discount
    /// @param congestionMaxPremiumPips the same
    /// @param openHours premium, percent, at each full hour of an open day, UTC; between hours it runs in a line
    /// @param closedHours the same of a closed day
    /// @param closedWeekdays bit 0 Monday … bit 6 Sunday
    /// @param holidaysFrom day of the first bit of `holidays`: Unix time over 86,400
    /// @param holidays closed days, bit n of word w for day `holidaysFrom + 256 w + n`
    struct Schedule {
        uint64[3] bandValues;
        uint16[4] bandRatePips;
        uint48[4] tierVolumes;
        uint16[4] tierDiscountBps;
        uint24[3] urgencyPips;
        uint24[3] serviceSeconds;
        uint40[3] complexityValues;
        uint8 minComplexity;
        uint64 floorValue;
        uint64 capValue;
        uint24 congestionKinkPips;
        uint32 congestionFullPips;
        uint24 congestionKinkPremiumPips;
        uint24 congestionMaxPremiumPips;
        bytes24 openHours;
        bytes24 closedHours;
        uint8 closedWeekdays;
        uint32 holidaysFrom;
        uint256[2] holidays;
    }

    /// @notice Which part of a schedule is refused.
    enum Fault {
        BANDS,
        TIERS,
        URGENCY,
        SERVICE,
        COMPLEXITY,
        LIMITS,
        CONGESTION,
        CALENDAR,
        MAXIMUM
    }

    /// @notice Schedules were published.
    event SchedulesPublished(uint256 indexed version, uint256 effectiveAt, Schedule[6] schedules);
    /// @notice Schedules were withdrawn before they took effect.
    event SchedulesWithdrawn(uint256 indexed version);
    /// @notice The average base fee, wei, after a sample.
    event BaseFeeSampled(uint256 baseFee, uint256 average);
    /// @notice Where congestion is read; zero for the base fee.
    event CongestionSourceSet(address indexed source);

    /// @notice A schedule breaks a rule of `Schedule`, or its rates could pass the maximum.
    error ScheduleRefused(IDynamicFeeStructure.Product product, Fault fault);
    /// @notice The schedules would take effect too soon.
    error NoticeTooShort(uint256 effectiveAt, uint256 earliest);
    /// @notice Schedules are waiting already: withdraw them first.
    error SchedulesWaiting(uint256 version, uint256 effectiveAt);
    /// @notice No schedules are waiting.
    error NoSchedulesWaiting();
    /// @notice The schedules could not be written where their version is looked for.
    error SchedulesMisplaced(uint256 version);
    /// @notice A congestion source must be a contract.
    error SourceWithoutCode(address source);

    /// @notice Publishes the schedules of all products as a new version.
    /// @dev Restricted: FEE_ADMIN. Reverts with `ScheduleRefused`, `NoticeTooShort` or `SchedulesWaiting`.
    /// @param schedules by product, in the order of `Product`
    /// @param effectiveAt first second at which they hold
    /// @return version its number
    function publishSchedules(Schedule[6] calldata schedules, uint40 effectiveAt) external returns (uint256 version);

    /// @notice Withdraws the schedules that wait; those in force stay.
    /// @dev Restricted: RISK_OFFICER. Reverts with `NoSchedulesWaiting`.
    function withdrawSchedules() external;

    /// @notice Brings the average base fee up to date; anyone may call.
    /// @dev The average moves towards the block's base fee by the time since the last sample over a day, an eighth at
    /// most. A second sample in one block changes nothing. An average older than a day loses its say, and has none
    /// after two.
    function sampleBaseFee() external;

    /// @notice Sets where congestion is read instead of the base fee; zero for the base fee.
    /// @dev Restricted: FEE_ADMIN. Reverts with `SourceWithoutCode`.
    function setCongestionSource(address source) external;

    /// @notice Least time between the publication of schedules and their effect, seconds.
    function MINIMUM_NOTICE() external view returns (uint256 period); // solhint-disable-line func-name-mixedcase

    /// @notice A schedule of a version; that of a version that was not published is all zero.
    function scheduleOf(uint256 version, IDynamicFeeStructure.Product product)
        external
        view
        returns (Schedule memory schedule);

    /// @notice The version in force, and the one that waits, zero when none does.
    function versions() external view returns (uint256 current, uint256 waiting, uint256 effectiveAt);

    /// @notice The average base fee, wei, and when it was last sampled.
    function averageBaseFee() external view returns (uint256 average, uint256 sampledAt);

    /// @notice Where congestion is read; zero for the base fee.
    function congestionSource() external view returns (address source);
}
