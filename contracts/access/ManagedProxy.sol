// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC1967Proxy } from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";

/// @title ManagedProxy
/// @notice The proxy in front of every managed contract: OpenZeppelin's, compiled with this project's settings so
/// that one compiler input describes everything deployed.
contract ManagedProxy is ERC1967Proxy {
    /// @notice Deploys and initialises in one step.
    /// @param implementation the first implementation.
    /// @param data the initialiser's call; empty data is refused.
    constructor(address implementation, bytes memory data) payable ERC1967Proxy(implementation, data) { }
}
