// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IAxelarGateway
/// @notice What an application uses of Axelar's gateway; the layout is the protocol's own.
/// @dev Chains are names whose case matters, addresses are text.
interface IAxelarGateway {
    /// @notice Publish a call for Axelar's validators to approve at its destination.
    /// @param destinationChain Name of the chain.
    /// @param destinationAddress Contract there, as text.
    /// @param payload What it is called with.
    function callContract(string calldata destinationChain, string calldata destinationAddress, bytes calldata payload)
        external;

    /// @notice Use up the approval of a call to the caller; true only once for each.
    /// @param commandId Identifier of the approval.
    /// @param sourceChain Name of the chain that the call comes from.
    /// @param sourceAddress Contract that published it, as text.
    /// @param payloadHash Hash of what the caller is called with.
    /// @return approved Whether it was approved and not used before.
    function validateContractCall(
        bytes32 commandId,
        string calldata sourceChain,
        string calldata sourceAddress,
        bytes32 payloadHash
    ) external returns (bool approved);
}
