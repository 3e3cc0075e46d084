// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IVaaExecution
/// @notice Entry for Wormhole messages as Wormhole's executors call it.
interface IVaaExecution {
    /// @notice Take a message; anybody may bring it, its signatures alone vouch for it.
    /// @param multiSigVaa The VAA with its signatures.
    function executeVAAv1(bytes calldata multiSigVaa) external payable;
}
