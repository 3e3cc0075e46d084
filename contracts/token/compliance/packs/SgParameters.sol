// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title SgParameters
/// @notice Word 1 of the pack SG; `quantera.compliance.pack_words.sg` builds it with the defaults and their sources.
/// @dev From the lowest bit: flags 8 (as below), SG-01 classes allowed 16 (bit n for class n), SG-05 period 8, SG-08
/// period 8, SG-09 period 8, SG-09 age of a review 8, SG-07 window 8 (months), unused 192.
type SgParameters is uint256;

using SgParameterWords for SgParameters global;

/// @title SgParameterWords
/// @notice Reading of `SgParameters`; nothing here touches storage.
library SgParameterWords {
    uint256 internal constant OPT_IN_REQUIRED = 1 << 0;
    uint256 internal constant SMALL_OFFER = 1 << 1;

    /// @notice Whether a flag of this library is set.
    function has(SgParameters word, uint256 flag) internal pure returns (bool) {
        return SgParameters.unwrap(word) & flag != 0;
    }

    /// @notice Classes allowed, bit n for class n.
    function allowed(SgParameters word) internal pure returns (uint256) {
        return uint16(SgParameters.unwrap(word) >> 8);
    }

    /// @notice Months in which units placed under sections 274 and 275 are sold on to some buyers alone.
    function onSaleMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 24);
    }

    /// @notice Months in which selling units allotted under sections 272 to 272B on is an offer.
    function deemedMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 32);
    }

    /// @notice The same months for units of funds.
    function fundMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 40);
    }

    /// @notice Months for which customer due diligence counts.
    function reviewMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 48);
    }

    /// @notice Months in which an offer's persons and volume are counted.
    function windowMonths(SgParameters word) internal pure returns (uint256) {
        return uint8(SgParameters.unwrap(word) >> 56);
    }
}
