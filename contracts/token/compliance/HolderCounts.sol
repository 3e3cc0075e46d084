// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvestorRecord } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, HolderTally, TokenState } from "./ComplianceStorage.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";

/// @title HolderCounts
/// @notice Counts identities that hold a token: in all, per country, per class.
/// @dev An identity is counted in the bucket of the day it became a holder and leaves that same bucket, whatever its
/// record says by then; `recount` moves it. A bucket holds, from the lowest bit: country 16, five classes of 4 bits,
/// and
/// at bit 255 the mark that it is counted.
library HolderCounts {
    uint256 private constant COUNTED = 1 << 255;
    uint256 private constant CLASSES_SHIFT = 16;

    /// @notice Bucket of an investor as its record stands.
    function bucketOf(InvestorRecord record) internal pure returns (uint256 bucket) {
        bucket = COUNTED | record.residence();
        for (uint256 jurisdiction; jurisdiction < Jurisdictions.COUNT; ++jurisdiction) {
            bucket |= record.class(jurisdiction) << (CLASSES_SHIFT + 4 * jurisdiction);
        }
    }

    /// @notice Bucket of an identity of which no record is at hand: no country, no class, until it is counted again.
    function unknownBucket() internal pure returns (uint256) {
        return COUNTED;
    }

    /// @notice Country of a bucket.
    function country(uint256 bucket) internal pure returns (uint256) {
        return uint16(bucket);
    }

    /// @notice Key of a bucket's class in one jurisdiction: jurisdiction * 16 + class.
    function classKey(uint256 bucket, uint256 jurisdiction) internal pure returns (uint256) {
        return (jurisdiction << 4) | ((bucket >> (CLASSES_SHIFT + 4 * jurisdiction)) & 0xf);
    }

    /// @notice Counts an identity in a bucket.
    function admit(TokenState storage state, TokenRules rules, uint256 key, address identity, uint256 bucket) internal {
        ComplianceStorage.load().buckets[key][identity] = bucket;
        if (rules.has(TokenRuleWords.HOLDERS)) state.issueLimits.holders += 1;
        if (rules.has(TokenRuleWords.COUNTRY_HOLDERS)) _add(state.countryHolders[country(bucket)], rules);
        uint256 classes = rules.classHolders();
        for (uint256 jurisdiction; classes != 0; ++jurisdiction) {
            if (classes & 1 != 0) _add(state.classHolders[classKey(bucket, jurisdiction)], rules);
            classes >>= 1;
        }
    }

    /// @notice Takes an identity out of its bucket, which it returns; zero when it was in none.
    function release(TokenState storage state, TokenRules rules, uint256 key, address identity)
        internal
        returns (uint256 bucket)
    {
        mapping(address => uint256) storage buckets = ComplianceStorage.load().buckets[key];
        bucket = buckets[identity];
        if (bucket == 0) return 0;
        delete buckets[identity];
        if (rules.has(TokenRuleWords.HOLDERS)) state.issueLimits.holders -= 1;
        if (rules.has(TokenRuleWords.COUNTRY_HOLDERS)) state.countryHolders[country(bucket)].holders -= 1;
        uint256 classes = rules.classHolders();
        for (uint256 jurisdiction; classes != 0; ++jurisdiction) {
            if (classes & 1 != 0) state.classHolders[classKey(bucket, jurisdiction)].holders -= 1;
            classes >>= 1;
        }
    }

    /// @notice Holders in a tally now; a tally of an earlier count is empty.
    function holdersOf(HolderTally storage tally, TokenRules rules) internal view returns (uint256) {
        return tally.epoch == rules.epoch() ? tally.holders : 0;
    }

    function _add(HolderTally storage tally, TokenRules rules) private {
        uint256 holders = holdersOf(tally, rules) + 1;
        tally.epoch = uint24(rules.epoch());
        tally.holders = uint32(holders);
    }
}
