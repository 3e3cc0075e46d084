// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Traded volumes
/// @notice How much of a token was traded, as attested from outside: rules on affiliates' sales compare with it. At the
/// engine's address. Without a figure, or with one too old for the rule, the rule's other limit holds alone.
interface ITradedVolumes {
    /// @notice A token's mean weekly volume was attested.
    event WeeklyVolumePosted(address indexed token, uint128 units, uint40 asOf, address indexed by);

    /// @notice The period of the figure has not ended.
    error VolumeFromFuture(uint40 asOf, uint256 timestamp);

    /// @notice A figure of a later period was posted already.
    error VolumeOutdated(uint40 asOf, uint40 present);

    /// @notice Posts the mean weekly volume of the last four calendar weeks, in place of the one before; a figure of
    /// the same period corrects it.
    /// @dev Local role PRICER. Reverts with `TokenNotRegistered`, `VolumeFromFuture`, `VolumeOutdated`.
    /// @param units token units a week, rounded down
    /// @param asOf end of the four weeks, Unix time; the figure's age counts from there
    function postWeeklyVolume(address token, uint128 units, uint40 asOf) external;

    /// @notice The figure posted last, whatever its age.
    /// @return units token units a week
    /// @return asOf end of its four weeks, Unix time; zero when none was posted
    function weeklyVolume(address token) external view returns (uint128 units, uint40 asOf);
}
