// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import { PersonTally } from "./RollingTally.sol";

/// @notice A token's mean weekly volume as posted.
/// @param units token units a week
/// @param asOf end of its four weeks, Unix time; zero when none was posted
struct WeeklyVolume {
    uint128 units;
    uint40 asOf;
}

/// @title PackStorage
/// @notice What the packs have counted (ERC-7201), at the engine's address beside `ComplianceStorage`.
/// @dev Keys are those of `TokenState.packQuotas`, so that a limit and its use are found by the same number.
library PackStorage {
    /// @custom:storage-location erc7201:quantera.storage.RulePacks
    struct Layout {
        // Units or money (8 decimals) by day.
        mapping(address token => mapping(uint256 key => Checkpoints.Trace224 trace)) sums;
        // Identities that bought.
        mapping(address token => mapping(uint256 key => PersonTally tally)) persons;
        mapping(address token => WeeklyVolume posted) weeklyVolumes;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.RulePacks")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x72306f319ea5c688a5483ebe21124cb982dc6d9c74dbe6d169f6c2b783c4cf00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
