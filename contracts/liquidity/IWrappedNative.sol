// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IWrappedNative
/// @notice What WETH, WPOL and WAVAX have beside ERC-20.
interface IWrappedNative {
    /// @notice Wraps the call's value.
    function deposit() external payable;

    /// @notice Unwraps an amount, in units of 1e-18 coin.
    function withdraw(uint256 amount) external;
}
