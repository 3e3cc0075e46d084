// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvestorLimits } from "./InvestorLimits.sol";
import { Position } from "./Position.sol";
import { TokenRules } from "./TokenRules.sol";

/// @notice Limits of the issue, this chain's allotment of each, and the count of holders they are compared with.
/// @param supplyCap token units
/// @param holderCap identities
/// @param holders identities counted as holders now
/// @param maxSharePips largest share of the supply on this chain, millionths
struct IssueLimits {
    uint128 supplyCap;
    uint32 holderCap;
    uint32 holders;
    uint32 maxSharePips;
}

/// @notice Global values of the limits whose allotments stand in `InvestorLimits` and `IssueLimits`.
struct GlobalLimits {
    uint128 maxBalance;
    uint128 supplyCap;
    uint88 windowVolume;
    uint32 holderCap;
}

/// @notice Smallest amounts, token units.
/// @param minBalance of a position that is not zero
/// @param minimumTicket of a movement
struct MinimumAmounts {
    uint128 minBalance;
    uint128 minimumTicket;
}

/// @notice When tokens may be dealt in.
/// @param weekdays bit 0 Monday … bit 6 Sunday, local time
/// @param opensAt second of the local day from which transfers run
/// @param closesAt first second of the local day at which they no longer run; 86,400 for the whole day
/// @param utcOffset seconds that local time is ahead of UTC
/// @param closedFrom first second of a closed period, Unix time
/// @param closedUntil first second after the closed period, Unix time; zero when there is none
struct TransferHours {
    uint8 weekdays;
    uint24 opensAt;
    uint24 closesAt;
    int24 utcOffset;
    uint40 closedFrom;
    uint40 closedUntil;
}

/// @notice Holders of one country or class, and their cap.
/// @param cap this chain's allotment, identities
/// @param globalCap over all chains, identities
/// @param holders identities counted now, meaningful while `epoch` is the token's
/// @param epoch count that `holders` belongs to
/// @param limited whether there is a cap
struct HolderTally {
    uint32 cap;
    uint32 globalCap;
    uint32 holders;
    uint24 epoch;
    bool limited;
}

/// @notice What one identity holds of one token; a struct so that its place is found once for reading and writing.
struct Holding {
    Position position;
}

/// @notice A limit that a pack enforces: offers, persons, volumes.
/// @param globalValue over all chains
/// @param allotment this chain's share, which is what the pack compares with
struct PackQuota {
    uint128 globalValue;
    uint128 allotment;
}

/// @notice Everything the engine keeps of one token.
/// @dev `rules` comes first: a transfer without rules reads nothing else. Positions and what follows from them are
/// keyed
/// by the token and the epoch of its count (`CountKeys`), so that a new count starts from nothing.
struct TokenState {
    TokenRules rules;
    InvestorLimits investorLimits;
    IssueLimits issueLimits;
    MinimumAmounts minimumAmounts;
    TransferHours transferHours;
    // Rules of the packs: bit n switches the rule of code n (40 and above).
    uint256 packRules;
    GlobalLimits globalLimits;
    uint256[4] allowedCountries;
    uint256[4] restrictedCountries;
    mapping(uint256 country => HolderTally tally) countryHolders;
    // Keyed by jurisdiction * 16 + class.
    mapping(uint256 class => HolderTally tally) classHolders;
    // Allotment of the maximum balance that one investor has instead of everybody's, plus one; zero when it has none.
    mapping(address identity => uint256 plusOne) ownAllotments;
    // Parameters of the packs, keyed by jurisdiction * 16 + index.
    mapping(uint256 index => uint256 word) packWords;
    // Limits of the packs, keyed as each pack defines (code * 2^16 + sub-key such as a country).
    mapping(uint256 key => PackQuota quota) packQuotas;
}

/// @title ComplianceStorage
/// @notice The storage struct (ERC-7201) of the rule engine, shared by its main implementation and its extensions.
library ComplianceStorage {
    /// @custom:storage-location erc7201:quantera.storage.ComplianceEngine
    struct Layout {
        mapping(address token => TokenState state) tokens;
        mapping(uint256 countKey => mapping(address identity => Holding holding)) holdings;
        // Bucket under which an identity is counted as a holder, see `HolderBucket`; zero when it is not.
        mapping(uint256 countKey => mapping(address identity => uint256 bucket)) buckets;
        // Identity under which a relinked wallet's units are counted, see `IdentityLinks`.
        mapping(uint256 countKey => mapping(address wallet => address identity)) countedIdentities;
        // Wallets and units found by the count that is running.
        mapping(uint256 countKey => mapping(address wallet => bool counted)) countedWallets;
        mapping(uint256 countKey => uint256 units) countedUnits;
        // Pre-approved transfers by hash: valid from 40, valid until 40 (Unix time); zero when there is none.
        mapping(bytes32 transferHash => uint256 approval) approvals;
        // Allotments that arrived by bridge message, by message id.
        mapping(bytes32 messageId => bool received) receivedAllotments;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.ComplianceEngine")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xead9b945de79abec962de609858162b6808e52c355a95595e09d8448efca1b00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }

    /// @notice Key of what is counted for a token in one epoch.
    function countKey(address token, TokenRules rules) internal pure returns (uint256) {
        return uint256(uint160(token)) | (rules.epoch() << 160);
    }

    /// @notice Key of a token's lots.
    function lotKey(address token, TokenRules rules) internal pure returns (uint256) {
        return uint256(uint160(token)) | (rules.lotsEpoch() << 160);
    }
}
