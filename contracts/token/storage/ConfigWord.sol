// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ConfigWord
/// @notice Everything a transfer must know of the token itself, in one storage word.
/// @dev From the lowest bit: compliance engine 160, decimals 8, flags 8, number of the current record date 8,
/// second of the next record date 40 (zero when none is scheduled).
type ConfigWord is uint256;

using ConfigWords for ConfigWord global;

/// @title ConfigWords
/// @notice Reading and changing of `ConfigWord`s in memory; nothing here touches storage.
library ConfigWords {
    uint256 internal constant PAUSED = 1 << 168;
    uint256 internal constant WHOLE_UNITS = 1 << 169;
    uint256 internal constant MINIMUM_INVESTMENT = 1 << 170;
    uint256 internal constant EXTERNAL_MODULES = 1 << 171;

    /// @notice Everything that makes a movement more than a change of two balances.
    uint256 internal constant SPECIAL = PAUSED | WHOLE_UNITS | MINIMUM_INVESTMENT | EXTERNAL_MODULES;
    /// @notice Both numbers of record dates: none was ever set where both are zero.
    uint256 internal constant RECORDS = ((1 << 48) - 1) << 176;

    uint256 private constant DECIMALS_SHIFT = 160;
    uint256 private constant RECORD_SHIFT = 176;
    uint256 private constant NEXT_RECORD_SHIFT = 184;

    /// @notice The compliance engine, which is the identity registry too.
    function engine(ConfigWord word) internal pure returns (address) {
        return address(uint160(ConfigWord.unwrap(word)));
    }

    /// @notice Decimal places of one token.
    function decimals(ConfigWord word) internal pure returns (uint8) {
        return uint8(ConfigWord.unwrap(word) >> DECIMALS_SHIFT);
    }

    /// @notice Whether a flag of this library is set, any one of them where several are named.
    function has(ConfigWord word, uint256 flag) internal pure returns (bool) {
        return ConfigWord.unwrap(word) & flag != 0;
    }

    /// @notice Those flags of this library that are set, of those that are named.
    function flags(ConfigWord word, uint256 named) internal pure returns (uint256) {
        return ConfigWord.unwrap(word) & named;
    }

    /// @notice Number of the record date that counts now; zero before the first.
    function currentRecord(ConfigWord word) internal pure returns (uint256) {
        return uint8(ConfigWord.unwrap(word) >> RECORD_SHIFT);
    }

    /// @notice Second at which the next record date falls; zero when none is scheduled.
    function nextRecordAt(ConfigWord word) internal pure returns (uint256) {
        return uint40(ConfigWord.unwrap(word) >> NEXT_RECORD_SHIFT);
    }

    /// @notice The word with another engine.
    function withEngine(ConfigWord word, address newEngine) internal pure returns (ConfigWord) {
        uint256 rest = ConfigWord.unwrap(word) & ~uint256(type(uint160).max);
        return ConfigWord.wrap(rest | uint160(newEngine));
    }

    /// @notice The word with other decimals.
    function withDecimals(ConfigWord word, uint8 places) internal pure returns (ConfigWord) {
        uint256 rest = ConfigWord.unwrap(word) & ~(uint256(type(uint8).max) << DECIMALS_SHIFT);
        return ConfigWord.wrap(rest | (uint256(places) << DECIMALS_SHIFT));
    }

    /// @notice The word with a flag set or cleared.
    function withFlag(ConfigWord word, uint256 flag, bool on) internal pure returns (ConfigWord) {
        uint256 rest = ConfigWord.unwrap(word) & ~flag;
        return ConfigWord.wrap(on ? rest | flag : rest);
    }

    /// @notice The word with another current record date and another next one.
    function withRecords(ConfigWord word, uint256 current, uint256 next) internal pure returns (ConfigWord) {
        uint256 cleared = ConfigWord.unwrap(word) & ~(uint256(type(uint48).max) << RECORD_SHIFT);
        return ConfigWord.wrap(cleared | (current << RECORD_SHIFT) | (next << NEXT_RECORD_SHIFT));
    }
}
