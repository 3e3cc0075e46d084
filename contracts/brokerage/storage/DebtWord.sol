// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What an account owes in an asset, in one slot. From bit 0: shares of the pool's debt 96, and the asset's
/// token 160, which borrowing again would have to look up elsewhere.
type DebtWord is uint256;

/// @title Parts of a debt word
/// @notice Reads and makes a `DebtWord`.
library DebtWords {
    uint256 internal constant MAX_SHARES = type(uint96).max;

    function shares(DebtWord word) internal pure returns (uint256) {
        return uint96(DebtWord.unwrap(word));
    }

    /// @dev Zero when nothing is owed.
    function token(DebtWord word) internal pure returns (address) {
        return address(uint160(DebtWord.unwrap(word) >> 96));
    }

    /// @dev The caller has bounded the shares by `MAX_SHARES`; without shares there is no word.
    function pack(uint256 shares_, address token_) internal pure returns (DebtWord) {
        return DebtWord.wrap(shares_ == 0 ? 0 : shares_ | (uint256(uint160(token_)) << 96));
    }
}

using DebtWords for DebtWord global;
