// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";

/// @notice What a protocol is told of a message.
/// @param endpoint its contract here
/// @param bridge who receives it there
/// @param number the protocol's number of that chain
/// @param gasLimit gas for its arrival
/// @param budget most wei that it may cost
/// @param payer who gets back what the protocol returns later
struct Delivery {
    IUniversalBridge.BridgeProtocol protocol;
    address endpoint;
    address bridge;
    uint64 number;
    uint256 chainId;
    uint256 gasLimit;
    uint256 budget;
    address payer;
}

/// @title Deliveries
/// @notice What the lanes' ways of paying share.
library Deliveries {
    /// @notice The fee again; reverts with `FeeTooLow` when it is above the budget.
    function affordable(Delivery memory delivery, uint256 fee) internal pure returns (uint256) {
        if (fee > delivery.budget) revert IUniversalBridge.FeeTooLow(delivery.protocol, fee, delivery.budget);
        return fee;
    }
}

using Deliveries for Delivery global;
