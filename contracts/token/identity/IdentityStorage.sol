// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvestorEvidence } from "./InvestorEvidence.sol";
import { InvestorRecord } from "./InvestorRecord.sol";
import { InvestorTerms } from "./InvestorTerms.sol";

/// @notice A trusted issuer and what it may attest.
/// @param issuer its ONCHAINID claim issuer contract, or the account that signs attestations
/// @param topics claim topics it is trusted for
struct TrustedIssuer {
    address issuer;
    uint256[] topics;
}

/// @title IdentityStorage
/// @notice The storage struct (ERC-7201) of the identity registry, which shares a proxy with the rule engine.
/// @dev Every change of a wallet's identity goes through `IdentityLinks`, which keeps what positions need.
library IdentityStorage {
    /// @custom:storage-location erc7201:quantera.storage.IdentityRegistry
    struct Layout {
        mapping(address wallet => InvestorRecord record) records;
        // Identity that a wallet had before another followed for the first time; see `IdentityLinks`.
        mapping(address wallet => address identity) firstIdentities;
        // Terms between one token and one investor; see `InvestorTerms`.
        mapping(address token => mapping(address identity => InvestorTerms terms)) terms;
        // Dates of evidence that a pack's age rules read; see `InvestorEvidence`.
        mapping(address identity => InvestorEvidence evidence) evidence;
        // Registry-wide default of the verification mode: claims evaluated at each call of `isVerified`.
        bool live;
        uint256[] topics;
        // An attester index in a record is one above the place in this list; a place is never used twice.
        TrustedIssuer[] issuers;
        mapping(address issuer => uint256 index) issuerIndex;
        mapping(uint256 topic => address[] issuers) issuersOfTopic;
        // Nonce of the last batch that an issuer's signature applied: an older batch cannot undo a newer one.
        mapping(address issuer => uint256 nonce) lastNonce;
        // The second before which an issuer's signatures no longer count.
        mapping(address issuer => uint256 since) revokedBefore;
        address[] linkedRegistries;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.IdentityRegistry")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x0a65ae3701efc2b255e2bf489ac8a1e58299528f412904609739a8ee929ff000;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
