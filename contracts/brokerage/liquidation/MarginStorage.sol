// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @notice Value of an asset that liquidations take in one window: one slot. A cap of 0 is none.
struct SeizureWindow {
    uint96 capValue;
    uint96 takenValue;
    uint40 start;
}

/// @notice What is proposed to an account's institution: one slot. Fields as in `IBrokerageTerms.AccountTerms`, and a
/// digest of the terms that were in force.
struct TermsProposal {
    uint8 extraInitial;
    uint8 extraMaintenance;
    uint16 facilityEndDay;
    uint16 reviewDay;
    uint40 expiry;
    uint128 basis;
}

/// @title MarginStorage
/// @notice Storage of margin calls, liquidations and changes of terms (ERC-7201).
library MarginStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokerageMargin
    struct Layout {
        LiquidationTermsWord terms;
        StandstillWord clock;
        mapping(uint256 account => MarginCallWord call) calls;
        mapping(uint256 class => uint24 grace) graces;
        mapping(uint256 assetId => SeizureWindow window) windows;
        mapping(address liquidator => mapping(uint256 accountAsset => uint256 units)) claims;
        mapping(uint256 account => TermsProposal proposal) proposals;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokerageMargin")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x328d6576d8a03fe6f1490ae62a26d07a1ccd91c64551e8d74eb82f2cbf5bd300;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
