// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PlainProbe
/// @notice No UUPS implementation: an upgrade to it must be refused.
contract PlainProbe {
    uint256 public number;

    function setNumber(uint256 number_) external {
        number = number_;
    }
}
