// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IPausableToken
/// @notice The one question that is asked of a token registered as pausable.
interface IPausableToken {
    /// @notice Whether the token's transfers are paused.
    function paused() external view returns (bool);
}
