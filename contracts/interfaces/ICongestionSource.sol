// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ICongestionSource
/// @notice A signal of congestion for chains whose base fee says nothing, such as a sequencer's price per unit of L1
/// data. Only the ratio of the two readings matters, so their unit is the source's own.
interface ICongestionSource {
    /// @notice The signal now and its average.
    /// @dev Must not revert and must be cheap: it is asked with 50,000 gas in every charge, and a source that fails or
    /// says zero for either reading costs the payer nothing.
    /// @param baseFee the block's base fee in wei, or what a quote assumes it to be
    /// @return current the signal now
    /// @return average what it is compared with
    function readings(uint256 baseFee) external view returns (uint128 current, uint128 average);
}
