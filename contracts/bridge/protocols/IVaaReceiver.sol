// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IVaaReceiver
/// @notice Entry for Wormhole messages as Wormhole's executors call it, and the view that tells a relayer
/// whether a message has been taken already, which the core does not know.
interface IVaaReceiver {
    /// @notice Take a message; anybody may bring it, its signatures alone vouch for it.
    /// @param multiSigVaa The VAA with its signatures.
    function executeVAAv1(bytes calldata multiSigVaa) external payable;

    /// @notice Whether a message has been taken.
    /// @param vaaHash Hash that the guardians signed.
    /// @return consumed True once it has had its effect here.
    function isConsumed(bytes32 vaaHash) external view returns (bool consumed);
}
