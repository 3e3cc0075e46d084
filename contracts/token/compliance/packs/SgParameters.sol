// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title SgParameters
/// @notice Word 0 of the pack SG; `quantera.compliance.pack_words.sg` builds it with the defaults and their sources.
/// @dev From the lowest bit: offer route 8 (3, 4 or 7 for SG-03, SG-04, SG-07), exemption of lots issued by that route 8
/// (see `Lots`), flags 8 (as below), SG-01 classes allowed 16 (bit n for class n), SG-05 period 8, SG-08 period 8, SG-09
/// period 8, SG-09 age of a review 8, SG-07 window 8 (months), unused 176.
///
/// Word 1: smallest consideration of a transaction under SG-04 128 and SG-05 128 (SGD, 8 decimals; zero where no amount
/// will do). Word 2: offer price of a whole token 128 (SGD, 8 decimals), decimals of the token 8.
type SgParameters is uint256;

using SgParameterWords for SgParameters global;

/// @title SgParameterWords
/// @notice Reading of `SgParameters`; nothing here touches storage.
library SgParameterWords {
    uint256 internal constant OPT_IN_REQUIRED = 1 << 0;
    uint256 internal constant SMALL_OFFER = 1 << 1;

    /// @notice Offer route.
    function route(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word));
    }

    /// @notice Whether a flag of this library is set.
    function has(SgParameters word, uint256 flag) internal pure returns (bool) {
        return (SgParameters.unwrap(word) >> 16) & flag != 0;
    }

    /// @notice Classes allowed, bit n for class n.
    function allowed(SgParameters word) internal pure returns (uint256) {
        return uint16(SgParameters.unwrap(word) >> 24);
    }

    /// @notice Months in which units placed under sections 274 and 275 are sold on to some buyers alone.
    function onSaleMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 40);
    }

    /// @notice Months in which selling units allotted under sections 272 to 272B on is an offer.
    function deemedMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 48);
    }

    /// @notice The same months for units of funds.
    function fundMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 56);
    }

    /// @notice Months for which customer due diligence counts.
    function reviewMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 64);
    }

    /// @notice Months in which an offer's persons and volume are counted.
    function windowMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 72);
    }
}
