// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { UpgradeableProbe } from "./UpgradeableProbe.sol";

/// @title HostileReentrant
/// @notice Enters the probe's guarded function again from within it.
contract HostileReentrant {
    UpgradeableProbe private immutable PROBE;

    constructor(UpgradeableProbe probe) {
        PROBE = probe;
    }

    function attack() external {
        PROBE.callBack(abi.encodeCall(this.enterAgain, ()));
    }

    /// @notice Twice in one transaction, one after the other: the guard must not stay closed.
    function twiceInARow() external {
        PROBE.callBack(abi.encodeCall(this.rest, ()));
        PROBE.callBack(abi.encodeCall(this.rest, ()));
    }

    function enterAgain() external {
        PROBE.callBack(abi.encodeCall(this.rest, ()));
    }

    function rest() external pure { }
}
