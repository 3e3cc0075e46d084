// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { ConfigWord } from "./ConfigWord.sol";
import { HolderWord } from "./HolderWord.sol";

/// @notice A document attached to the security (ERC-1643). `index` is one above its place in the list of names.
struct Document {
    string uri;
    bytes32 hash;
    uint40 changedAt;
    uint32 index;
}

/// @notice One wallet's holding; a struct so that its place is found once for reading and writing.
struct Holder {
    HolderWord word;
}

/// @title TokenStorage
/// @notice The one storage struct that the token and its extension share (ERC-7201).
library TokenStorage {
    /// @custom:storage-location erc7201:quantera.storage.ComplianceAwareToken
    struct Layout {
        ConfigWord config;
        uint256 totalSupply;
        mapping(address wallet => Holder holder) holders;
        mapping(address holder => mapping(address spender => uint256 amount)) allowances;
        mapping(address owner => uint256 nonce) nonces;
        address compliance;
        address onchainID;
        string name;
        string symbol;
        IComplianceAwareToken.TokenInfo info;
        mapping(bytes32 name => Document document) documents;
        bytes32[] documentNames;
        uint40[] recordDates;
        mapping(uint256 number => uint256 supplyPlusOne) supplyAtRecord;
        mapping(address holder => mapping(uint256 number => uint256 balancePlusOne)) balanceAtRecord;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.ComplianceAwareToken")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x5a8037f16162fc60091978c5b4a667202bbd5e82dcd590ca0913a84d58862b00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
