// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IVaaExecution } from "./IVaaExecution.sol";

/// @title IVaaReceiver
/// @notice The entry, and the view that tells a relayer whether a message has been taken already, which the core does
/// not know.
interface IVaaReceiver is IVaaExecution {
    /// @notice Whether a message has been taken.
    /// @param vaaHash Hash that the guardians signed.
    /// @return consumed True once it has had its effect here.
    function isConsumed(bytes32 vaaHash) external view returns (bool consumed);
}
