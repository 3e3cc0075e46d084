// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeAdministrationExtension } from "../../fees/FeeAdministrationExtension.sol";

/// @title FeeExtensionNext
/// @notice A later version of the fee structure's extension: the same, and it tells which one it is.
contract FeeExtensionNext is FeeAdministrationExtension {
    /// @notice Number of the version.
    function revision() external pure returns (uint256) {
        return 2;
    }
}
