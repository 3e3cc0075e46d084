// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IPriceFeed
/// @notice What is asked of a Chainlink-compatible feed.
interface IPriceFeed {
    /// @notice Decimals of its answers.
    function decimals() external view returns (uint8);

    /// @notice The latest answer and when it was of.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}
