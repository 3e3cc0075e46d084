// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What all assets of one issuer may be worth as collateral, 8 decimals, zero for no cap; and which these are,
/// one bit each: one slot.
struct IssuerLine {
    uint128 capValue;
    uint80 assets;
}

/// @title RiskStorage
/// @notice What the brokerage's list of assets alone needs (ERC-7201).
library RiskStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokerageRisk
    struct Layout {
        mapping(uint256 issuerGroup => IssuerLine line) issuers;
        address settlementManager;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokerageRisk")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x83dc3a2fbc34e9d659c4e767626fd316a74f96670b6f5e11dddd98b9e785b300;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
