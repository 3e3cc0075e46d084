// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ForeignUuidProbe
/// @notice Claims to be proxiable, at another slot than ERC-1967's.
contract ForeignUuidProbe {
    function proxiableUUID() external pure returns (bytes32) {
        return keccak256("another slot");
    }
}
