// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IAxelarGasService
/// @notice What an application uses of Axelar's gas service; the layout is the protocol's own.
interface IAxelarGasService {
    /// @notice Pay for the delivery of a call that the same transaction publishes.
    /// @dev With `estimateOnChain` it reverts when the value is below the estimate.
    /// @param sender Who publishes the call.
    /// @param destinationChain Name of the chain.
    /// @param destinationAddress Contract there, as text.
    /// @param payload What it is called with.
    /// @param executionGasLimit Gas for the call.
    /// @param estimateOnChain Whether the payment is checked here.
    /// @param refundAddress Who gets back what was not used, on this chain.
    /// @param params Must be empty.
    function payGas(
        address sender,
        string calldata destinationChain,
        string calldata destinationAddress,
        bytes calldata payload,
        uint256 executionGasLimit,
        bool estimateOnChain,
        address refundAddress,
        bytes calldata params
    ) external payable;

    /// @notice Price of a delivery now, in wei.
    /// @param destinationChain Name of the chain.
    /// @param destinationAddress Contract there, as text.
    /// @param payload What it is called with.
    /// @param executionGasLimit Gas for the call.
    /// @param params Must be empty.
    /// @return fee What `payGas` would take.
    function estimateGasFee(
        string calldata destinationChain,
        string calldata destinationAddress,
        bytes calldata payload,
        uint256 executionGasLimit,
        bytes calldata params
    ) external view returns (uint256 fee);
}
