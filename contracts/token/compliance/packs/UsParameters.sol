// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title UsParameters
/// @notice Word 1 of the pack US; `quantera.compliance.pack_words.us` builds it with the defaults and their sources.
/// @dev From the lowest bit: flags 16 (as below), US-01 window 16 (days), US-01 age of a verification 16 (days), US-01
/// age with a written representation 8 (years), US-02 period of a reporting issuer 8 and of another 8 (months), US-03
/// exits 8 (as below), US-03 days that the class must have been outstanding 16, first day that it was 24 (days since
/// 1 January 1970, zero for none), US-08 lock 8 (months), US-05 category 8, short period 16 (days), long period 8, of a
/// reporting issuer 8 (months), first day 24 (zero while it has not begun), US-04 share of the supply 16 (basis
/// points), window 8 (months), days for which a posted weekly volume counts 8, unused 32.
type UsParameters is uint256;

using UsParameterWords for UsParameters global;

/// @title UsParameterWords
/// @notice Reading of `UsParameters`; nothing here touches storage.
library UsParameterWords {
    uint256 internal constant VERIFIED_ONLY = 1 << 0;
    uint256 internal constant REPORTING_ISSUER = 1 << 1;
    uint256 internal constant CURRENT_INFORMATION = 1 << 2;
    uint256 internal constant SHELL = 1 << 3;
    uint256 internal constant US_ISSUER_EQUITY = 1 << 4;
    uint256 internal constant OFFSHORE_DEBT = 1 << 5;
    uint256 internal constant OFFSHORE_REPORTING = 1 << 6;
    uint256 internal constant FOREIGN_PRIVATE_ISSUER = 1 << 7;
    uint256 internal constant QUALIFIED_PURCHASERS_ONLY = 1 << 8;
    uint256 internal constant REFUSE_GUARDS = 1 << 9;

    uint256 internal constant EXIT_QIB = 1 << 0;
    uint256 internal constant EXIT_4A7 = 1 << 1;
    uint256 internal constant EXIT_OFFSHORE = 1 << 2;
    uint256 internal constant EXIT_APPROVAL = 1 << 3;

    /// @notice Whether a flag of this library is set.
    function has(UsParameters word, uint256 flag) internal pure returns (bool) {
        return UsParameters.unwrap(word) & flag != 0;
    }

    /// @notice Days of the window in which buyers who are not accredited are counted.
    function windowDays(UsParameters word) internal pure returns (uint256) {
        return uint16(UsParameters.unwrap(word) >> 16);
    }

    /// @notice Days for which a verification counts.
    function verificationDays(UsParameters word) internal pure returns (uint256) {
        return uint16(UsParameters.unwrap(word) >> 32);
    }

    /// @notice Months for which a verification with a written representation counts.
    function representationMonths(UsParameters word) internal pure returns (uint256) {
        return 12 * uint256(uint8(UsParameters.unwrap(word) >> 48));
    }

    /// @notice Months of the holding period.
    function holdingMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> (word.has(REPORTING_ISSUER) ? 56 : 64));
    }

    /// @notice Months after which not even a reporting issuer's current information is needed.
    function fullMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 64);
    }

    /// @notice Exits allowed during the holding period.
    function exits(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 72);
    }

    /// @notice First day on which the class has been outstanding for long enough; zero when that is not known.
    function seasonedDay(UsParameters word) internal pure returns (uint256) {
        uint256 since = uint24(UsParameters.unwrap(word) >> 96);
        return since == 0 ? 0 : since + uint16(UsParameters.unwrap(word) >> 80);
    }

    /// @notice Months for which crowdfunded units are locked.
    function lockMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 120);
    }

    /// @notice Category of the offshore offer.
    function category(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 128);
    }

    /// @notice Days of the short distribution compliance period.
    function shortDays(UsParameters word) internal pure returns (uint256) {
        return uint16(UsParameters.unwrap(word) >> 136);
    }

    /// @notice Months for which a US issuer's offshore equity stays restricted.
    function equityMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 152);
    }

    /// @notice Months of the long distribution compliance period.
    function distributionMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> (word.has(OFFSHORE_REPORTING) ? 160 : 152));
    }

    /// @notice First day of the distribution compliance period; zero while it has not begun.
    function distributionStart(UsParameters word) internal pure returns (uint256) {
        return uint24(UsParameters.unwrap(word) >> 168);
    }

    /// @notice Share of the supply that an affiliate may sell in its window, basis points.
    function affiliateBps(UsParameters word) internal pure returns (uint256) {
        return uint16(UsParameters.unwrap(word) >> 192);
    }

    /// @notice Months of the affiliates' window.
    function affiliateMonths(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 208);
    }

    /// @notice Days for which a posted weekly volume counts.
    function volumeDays(UsParameters word) internal pure returns (uint256) {
        return uint8(UsParameters.unwrap(word) >> 216);
    }
}
