// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title InvestorEvidence
/// @notice When an investor's facts were established, in one storage word that only age rules read.
/// @dev Dates are days since 1 January 1970 (UTC), zero when there is none. From the lowest bit: customer data 24, US
/// accredited status 24, EU appropriateness 24, UK statement or certificate 24, UK appropriateness 24, SG opt-in 24,
/// JP institutional registration 24, UK eligible from 40 (Unix seconds), flags 48 (written representation under
/// 17 CFR 230.506(c)(2)(ii)(E), holding vehicle under SFA s. 276(3), prior notification of a foreign investor).
type InvestorEvidence is uint256;

using InvestorEvidenceWords for InvestorEvidence global;

/// @title InvestorEvidenceWords
/// @notice Reading and building of `InvestorEvidence` words; nothing here touches storage.
library InvestorEvidenceWords {
    uint256 internal constant CUSTOMER_DATA = 0;
    uint256 internal constant US_ACCREDITED = 1;
    uint256 internal constant EU_APPROPRIATENESS = 2;
    uint256 internal constant UK_STATEMENT = 3;
    uint256 internal constant UK_APPROPRIATENESS = 4;
    uint256 internal constant SG_OPT_IN = 5;
    uint256 internal constant JP_INSTITUTIONAL = 6;

    uint256 internal constant WRITTEN_REPRESENTATION = 1 << 0;
    uint256 internal constant HOLDING_VEHICLE = 1 << 1;
    uint256 internal constant PRIOR_NOTIFICATION = 1 << 2;

    uint256 private constant ELIGIBLE_FROM_SHIFT = 168;
    uint256 private constant FLAGS_SHIFT = 208;

    /// @notice Day of one kind of evidence, days since 1 January 1970; zero when there is none.
    /// @param kind one of this library's seven kinds
    function day(InvestorEvidence evidence, uint256 kind) internal pure returns (uint256) {
        return uint24(InvestorEvidence.unwrap(evidence) >> (24 * kind));
    }

    /// @notice First second at which the UK cooling-off is over, Unix time; zero when it was never started.
    function ukEligibleFrom(InvestorEvidence evidence) internal pure returns (uint256) {
        return uint40(InvestorEvidence.unwrap(evidence) >> ELIGIBLE_FROM_SHIFT);
    }

    /// @notice Whether a flag of this library is set.
    function has(InvestorEvidence evidence, uint256 flag) internal pure returns (bool) {
        return (InvestorEvidence.unwrap(evidence) >> FLAGS_SHIFT) & flag != 0;
    }

    /// @notice The word with another day for one kind of evidence.
    function withDay(InvestorEvidence evidence, uint256 kind, uint24 value) internal pure returns (InvestorEvidence) {
        uint256 rest = InvestorEvidence.unwrap(evidence) & ~(uint256(type(uint24).max) << (24 * kind));
        return InvestorEvidence.wrap(rest | (uint256(value) << (24 * kind)));
    }

    /// @notice The word with another end of the UK cooling-off.
    function withUkEligibleFrom(InvestorEvidence evidence, uint40 second) internal pure returns (InvestorEvidence) {
        uint256 rest = InvestorEvidence.unwrap(evidence) & ~(uint256(type(uint40).max) << ELIGIBLE_FROM_SHIFT);
        return InvestorEvidence.wrap(rest | (uint256(second) << ELIGIBLE_FROM_SHIFT));
    }

    /// @notice The word with a flag set or cleared.
    function withFlag(InvestorEvidence evidence, uint256 flag, bool on) internal pure returns (InvestorEvidence) {
        uint256 rest = InvestorEvidence.unwrap(evidence) & ~(flag << FLAGS_SHIFT);
        return InvestorEvidence.wrap(on ? rest | (flag << FLAGS_SHIFT) : rest);
    }
}
