// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { UpgradeableProbe } from "./UpgradeableProbe.sol";

/// @notice Second version of the probe: a migration that may run once, with the upgrade.
contract UpgradeableProbeV2 is UpgradeableProbe {
    event Migrated(uint256 limit);

    function migrate(uint256 limit_) external reinitializer(2) {
        _probe().limit = limit_;
        emit Migrated(limit_);
    }

    function version() external pure override returns (string memory) {
        return "2";
    }
}
