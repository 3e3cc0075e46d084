// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title InvestorTerms
/// @notice What holds between one token and one investor, in one storage word that only the rules needing it read.
/// @dev From the lowest bit: flags 8 (affiliate, insider, unused 2, jurisdiction of the headroom 4), affiliate group
/// 24,
/// headroom 72 (currency of the jurisdiction, 8 decimals), headroom valid until 40 (Unix time), unused 112.
type InvestorTerms is uint256;

using InvestorTermWords for InvestorTerms global;

/// @title InvestorTermWords
/// @notice Reading and building of `InvestorTerms` words; nothing here touches storage.
library InvestorTermWords {
    uint256 internal constant AFFILIATE = 1 << 0;
    uint256 internal constant INSIDER = 1 << 1;

    uint256 private constant HEADROOM_JURISDICTION_SHIFT = 4;
    uint256 private constant GROUP_SHIFT = 8;
    uint256 private constant HEADROOM_SHIFT = 32;
    uint256 private constant HEADROOM_UNTIL_SHIFT = 104;

    /// @notice Whether a flag of this library is set.
    function has(InvestorTerms terms, uint256 flag) internal pure returns (bool) {
        return InvestorTerms.unwrap(terms) & flag != 0;
    }

    /// @notice Affiliates of one group share their volume; zero is a group of one.
    function affiliateGroup(InvestorTerms terms) internal pure returns (uint256) {
        return uint24(InvestorTerms.unwrap(terms) >> GROUP_SHIFT);
    }

    /// @notice Jurisdiction that the headroom counts in: 0 US, 1 EU, 2 UK, 3 SG, 4 JP.
    function headroomJurisdiction(InvestorTerms terms) internal pure returns (uint256) {
        return (InvestorTerms.unwrap(terms) >> HEADROOM_JURISDICTION_SHIFT) & 0xf;
    }

    /// @notice What the investor may still invest, in the jurisdiction's currency with 8 decimals.
    function headroom(InvestorTerms terms) internal pure returns (uint256) {
        return uint72(InvestorTerms.unwrap(terms) >> HEADROOM_SHIFT);
    }

    /// @notice First second at which the attested headroom no longer counts, Unix time; zero when never attested.
    function headroomUntil(InvestorTerms terms) internal pure returns (uint256) {
        return uint40(InvestorTerms.unwrap(terms) >> HEADROOM_UNTIL_SHIFT);
    }

    /// @notice The word with flags set or cleared.
    function withFlag(InvestorTerms terms, uint256 flag, bool on) internal pure returns (InvestorTerms) {
        uint256 rest = InvestorTerms.unwrap(terms) & ~flag;
        return InvestorTerms.wrap(on ? rest | flag : rest);
    }

    /// @notice The word with another affiliate group.
    function withAffiliateGroup(InvestorTerms terms, uint24 group) internal pure returns (InvestorTerms) {
        uint256 rest = InvestorTerms.unwrap(terms) & ~(uint256(type(uint24).max) << GROUP_SHIFT);
        return InvestorTerms.wrap(rest | (uint256(group) << GROUP_SHIFT));
    }

    /// @notice The word with another headroom.
    /// @param jurisdiction 0 US, 1 EU, 2 UK, 3 SG, 4 JP
    /// @param value currency of the jurisdiction, 8 decimals
    /// @param until first second at which it no longer counts
    function withHeadroom(InvestorTerms terms, uint8 jurisdiction, uint72 value, uint40 until)
        internal
        pure
        returns (InvestorTerms)
    {
        uint256 rest = InvestorTerms.unwrap(terms)
            & ~((uint256(0xf) << HEADROOM_JURISDICTION_SHIFT) | (uint256(type(uint112).max) << HEADROOM_SHIFT));
        return InvestorTerms.wrap(
            rest | (uint256(jurisdiction & 0xf) << HEADROOM_JURISDICTION_SHIFT) | (uint256(value) << HEADROOM_SHIFT)
                | (uint256(until) << HEADROOM_UNTIL_SHIFT)
        );
    }
}
