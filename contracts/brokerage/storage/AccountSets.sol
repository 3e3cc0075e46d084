// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Which assets an account has collateral, positions and debts in, in one slot. From bit 0: collateral 80, one
/// bit an asset id, positions 80, debts 80, flags 16.
type AccountSets is uint256;

/// @title An account's sets
/// @notice Reads and changes an `AccountSets`.
library AccountSetBits {
    uint256 internal constant MAX_ASSETS = 80;
    /// @notice The account exists.
    uint256 internal constant OPENED = 1 << 240;
    /// @notice Impaired: nothing may raise its exposure or take collateral away from what it has left.
    uint256 internal constant CLOSE_ONLY = 1 << 241;
    /// @notice A margin call or an auction is recorded in `MarginStorage`.
    uint256 internal constant MARGIN_STATE = 1 << 242;
    /// @notice Declared in default.
    uint256 internal constant DEFAULTED = 1 << 243;

    /// @notice Its `AccountFigures` has cash or extra points, which valuing it needs.
    uint256 internal constant FIGURES = 1 << 244;
    /// @notice Frozen by the compliance officers: nothing leaves it.
    uint256 internal constant FROZEN = 1 << 245;
    /// @notice Restricted to closing by the risk officers.
    uint256 internal constant RESTRICTED = 1 << 246;

    uint256 internal constant DEBT_SHIFT = 160;
    uint256 internal constant POSITION_SHIFT = 80;
    uint256 private constant SET = (1 << 80) - 1;

    function has(AccountSets sets, uint256 flags) internal pure returns (bool) {
        return AccountSets.unwrap(sets) & flags != 0;
    }

    function collateral(AccountSets sets) internal pure returns (uint256 bits) {
        return AccountSets.unwrap(sets) & SET;
    }

    function positions(AccountSets sets) internal pure returns (uint256 bits) {
        return (AccountSets.unwrap(sets) >> POSITION_SHIFT) & SET;
    }

    function debts(AccountSets sets) internal pure returns (uint256 bits) {
        return (AccountSets.unwrap(sets) >> DEBT_SHIFT) & SET;
    }

    /// @dev Neither debts nor positions: nothing that prices could turn against the account.
    function isFree(AccountSets sets) internal pure returns (bool) {
        return (AccountSets.unwrap(sets) >> POSITION_SHIFT) & ((1 << 160) - 1) == 0;
    }

    /// @dev The sets without collateral, as a number.
    function liabilities(AccountSets sets) internal pure returns (uint256 bits) {
        return AccountSets.unwrap(sets) & ~SET;
    }

    /// @dev Assets that are in one of the sets.
    function union(uint256 sets) internal pure returns (uint256 bits) {
        return (sets | (sets >> POSITION_SHIFT) | (sets >> DEBT_SHIFT)) & SET;
    }

    function withCollateral(AccountSets sets, uint256 assetId, bool present) internal pure returns (AccountSets) {
        return _with(sets, assetId, present);
    }

    function withPosition(AccountSets sets, uint256 assetId, bool present) internal pure returns (AccountSets) {
        unchecked {
            return _with(sets, assetId + POSITION_SHIFT, present);
        }
    }

    function withDebt(AccountSets sets, uint256 assetId, bool present) internal pure returns (AccountSets) {
        unchecked {
            return _with(sets, assetId + DEBT_SHIFT, present);
        }
    }

    function withFlag(AccountSets sets, uint256 flag) internal pure returns (AccountSets) {
        return AccountSets.wrap(AccountSets.unwrap(sets) | flag);
    }

    function withoutFlag(AccountSets sets, uint256 flag) internal pure returns (AccountSets) {
        return AccountSets.wrap(AccountSets.unwrap(sets) & ~flag);
    }

    function _with(AccountSets sets, uint256 bit, bool present) private pure returns (AccountSets) {
        uint256 mask = 1 << bit;
        uint256 word = AccountSets.unwrap(sets);
        return AccountSets.wrap(present ? word | mask : word & ~mask);
    }
}

using AccountSetBits for AccountSets global;
