// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HolderWord
/// @notice One wallet's holding in one storage word, so that a transfer touches one slot a side.
/// @dev From the lowest bit: balance 120, frozen amount 120 (may exceed the balance), wallet freeze 1, unused 7,
/// number of the last record date taken into account 8. Amounts in token units.
type HolderWord is uint256;

using HolderWords for HolderWord global;

/// @title HolderWords
/// @notice Reading and changing of `HolderWord`s in memory; nothing here touches storage.
library HolderWords {
    /// @notice Largest balance, frozen amount and total supply, in token units.
    uint256 internal constant MAX_AMOUNT = (1 << 120) - 1;

    uint256 private constant FROZEN_SHIFT = 120;
    uint256 private constant WALLET_FREEZE = 1 << 240;
    // The frozen amount with the wallet's freeze above it.
    uint256 private constant FROZEN_OR_FREEZE = (1 << 121) - 1;
    uint256 private constant RECORD_SHIFT = 248;

    /// @notice The whole holding, frozen part included.
    function balance(HolderWord word) internal pure returns (uint256) {
        return HolderWord.unwrap(word) & MAX_AMOUNT;
    }

    /// @notice The frozen amount; it may exceed the balance.
    function frozen(HolderWord word) internal pure returns (uint256) {
        return (HolderWord.unwrap(word) >> FROZEN_SHIFT) & MAX_AMOUNT;
    }

    /// @notice The part of the balance that is not frozen.
    function unfrozen(HolderWord word) internal pure returns (uint256) {
        uint256 held = balance(word);
        uint256 blocked = frozen(word);
        return held > blocked ? held - blocked : 0;
    }

    /// @notice Whether an amount may go for certain: the wallet is not frozen, and so much of its balance is not.
    /// @dev False for nothing out of a wallet with more frozen than it has, which may go too. One comparison answers
    /// for both kinds of freezes: with its mark above, what is frozen is more than any balance.
    function isFree(HolderWord word, uint256 amount) internal pure returns (bool free) {
        uint256 held = HolderWord.unwrap(word) & MAX_AMOUNT;
        uint256 blocked = (HolderWord.unwrap(word) >> FROZEN_SHIFT) & FROZEN_OR_FREEZE;
        assembly ("memory-safe") {
            free := iszero(or(gt(amount, held), gt(blocked, sub(held, amount))))
        }
    }

    /// @notice Whether the wallet is frozen as a whole.
    function isFrozen(HolderWord word) internal pure returns (bool) {
        return HolderWord.unwrap(word) & WALLET_FREEZE != 0;
    }

    /// @notice The mark of a wallet that is frozen as a whole; zero where it is not.
    function freeze(HolderWord word) internal pure returns (uint256) {
        return HolderWord.unwrap(word) & WALLET_FREEZE;
    }

    /// @notice Whether one of two wallets is frozen as a whole.
    function isFrozenWith(HolderWord word, HolderWord other) internal pure returns (bool) {
        return (HolderWord.unwrap(word) | HolderWord.unwrap(other)) & WALLET_FREEZE != 0;
    }

    /// @notice Number of the last record date whose balance was preserved.
    function lastRecord(HolderWord word) internal pure returns (uint256) {
        return HolderWord.unwrap(word) >> RECORD_SHIFT;
    }

    /// @notice The word with `amount` more; the caller keeps the supply, and so every sum, within `MAX_AMOUNT`.
    function plus(HolderWord word, uint256 amount) internal pure returns (HolderWord) {
        unchecked {
            return HolderWord.wrap(HolderWord.unwrap(word) + amount);
        }
    }

    /// @notice The word with `amount` less; the caller has checked the balance.
    function minus(HolderWord word, uint256 amount) internal pure returns (HolderWord) {
        unchecked {
            return HolderWord.wrap(HolderWord.unwrap(word) - amount);
        }
    }

    /// @notice The word with another frozen amount, at most `MAX_AMOUNT`.
    function withFrozen(HolderWord word, uint256 amount) internal pure returns (HolderWord) {
        uint256 rest = HolderWord.unwrap(word) & ~(MAX_AMOUNT << FROZEN_SHIFT);
        return HolderWord.wrap(rest | (amount << FROZEN_SHIFT));
    }

    /// @notice The word with the wallet frozen or released.
    function withWalletFreeze(HolderWord word, bool frozen_) internal pure returns (HolderWord) {
        uint256 rest = HolderWord.unwrap(word) & ~WALLET_FREEZE;
        return HolderWord.wrap(frozen_ ? rest | WALLET_FREEZE : rest);
    }

    /// @notice The word with another record number, at most 255.
    function withRecord(HolderWord word, uint256 number) internal pure returns (HolderWord) {
        uint256 rest = HolderWord.unwrap(word) & ((1 << RECORD_SHIFT) - 1);
        return HolderWord.wrap(rest | (number << RECORD_SHIFT));
    }
}
