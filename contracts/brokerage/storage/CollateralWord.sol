// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";

/// @notice What an account has of an asset as collateral, in one slot. From bit 0: balance 128 (units), and, in the
/// word of a sub-account 0 alone, what all accounts of its institution have of it 128 (units).
type CollateralWord is uint256;

/// @title Parts of a collateral word
/// @notice Reads and makes a `CollateralWord`.
library CollateralWords {
    using FixedPointMathLib for uint256;

    uint256 internal constant MAX_UNITS = type(uint128).max;

    uint256 private constant GRAIN_DECIMALS = 6;

    function balance(CollateralWord word) internal pure returns (uint256) {
        return uint128(CollateralWord.unwrap(word));
    }

    /// @dev Of the word of a sub-account 0.
    function institutionTotal(CollateralWord word) internal pure returns (uint256) {
        return CollateralWord.unwrap(word) >> 128;
    }

    /// @dev The caller has bounded both by `MAX_UNITS`.
    function pack(uint256 balance_, uint256 institutionTotal_) internal pure returns (CollateralWord) {
        return CollateralWord.wrap(balance_ | (institutionTotal_ << 128));
    }

    /// @notice Units of what `AssetLimits.deposited` counts in: a millionth of a token, or a unit where that is more.
    function grain(uint256 decimals) internal pure returns (uint256) {
        if (decimals == 18) return 1e12;
        unchecked {
            return decimals > GRAIN_DECIMALS ? 10 ** (decimals - GRAIN_DECIMALS) : 1;
        }
    }

    /// @notice Grains that a balance of at most `MAX_UNITS` counts as.
    function grainsUp(uint256 units, uint256 grain_) internal pure returns (uint256) {
        unchecked {
            return (units + grain_ - 1).rawDiv(grain_);
        }
    }
}

using CollateralWords for CollateralWord global;
