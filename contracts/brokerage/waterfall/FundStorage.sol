// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A settlement asset's default fund: contributions and shares in one slot, the operator's capital and the
/// epoch in another, the assessment period in a third.
struct FundRecord {
    uint128 units;
    uint128 shares;
    uint128 firstLoss;
    uint32 epoch;
    uint40 assessmentStart;
    uint128 assessable;
}

/// @notice An institution's contribution to a fund.
struct ContributionRecord {
    uint128 shares;
    uint128 noticed;
    uint128 floor;
    uint40 withdrawableAt;
    uint32 epoch;
}

/// @title FundStorage
/// @notice Storage of default funds (ERC-7201).
library FundStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokerageFunds
    struct Layout {
        mapping(uint256 assetId => FundRecord fund) funds;
        mapping(uint256 assetId => mapping(address institution => ContributionRecord contribution)) contributions;
        uint24 noticePeriod;
        uint24 assessmentPeriod;
        uint16 assessmentLimitBps;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokerageFunds")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x0d2d48d9279be909447f0a91ffcbdd665af2a4e23e2e7e965447d619d447f900;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
