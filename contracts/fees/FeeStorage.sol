// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructureCollection } from "../interfaces/IDynamicFeeStructureCollection.sol";
import { FeeAccount } from "./FeeAccount.sol";
import { FeeLine } from "./FeeLine.sol";

/// @notice A line; a struct so that its place is found once for reading and writing.
struct LineSlot {
    FeeLine line;
}

/// @notice An account; a struct for the same reason.
struct AccountSlot {
    FeeAccount account;
}

/// @notice A wallet's account as it was last looked up.
/// @param account whose volume and terms count
/// @param refreshedAt when it was looked up, Unix time; zero for never
struct AccountLink {
    address account;
    uint40 refreshedAt;
}

/// @notice A service level that was paid for.
/// @param premium units that are returned when it is missed; zero when there is no promise
/// @param dueAt last second at which it is kept, Unix time
/// @param missed whether the collector reported that it was not
struct ServicePromise {
    uint128 premium;
    uint40 dueAt;
    bool missed;
}

/// @title FeeStorage
/// @notice The storage struct (ERC-7201) of the fee structure, shared by its main implementation and its extension.
library FeeStorage {
    /// @custom:storage-location erc7201:quantera.storage.DynamicFeeStructure
    struct Layout {
        mapping(address collector => mapping(address asset => LineSlot slot)) lines;
        mapping(address wallet => AccountLink link) links;
        mapping(address account => AccountSlot slot) accounts;
        mapping(bytes32 promiseKey => ServicePromise found) promises;
        mapping(address asset => mapping(address holder => uint256 units)) credits;
        mapping(address collector => IDynamicFeeStructureCollection.Split split) splits;
        mapping(address collector => bool set) splitIsSet;
        mapping(address identity => address institution) institutions;
        address identityRegistry;
        address treasury;
        address insurance;
        address congestionSource;
        uint16 lastVersion;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.DynamicFeeStructure")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xbda30e9979313f3470c5b1526ce38a2c6bfd34f9cd9e72aefa12ef6b337bb400;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }

    /// @notice Key of the promise that a charge made.
    function promiseKey(address collector, address asset, address payer, uint256 serial)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(collector, asset, payer, serial));
    }
}
