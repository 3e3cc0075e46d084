// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title TokenRules
/// @notice What a decision must know of a token's rules before it reads anything else, in one storage word.
/// @dev From the lowest bit: rule-set version 32, rules 40 (bit n switches the general rule of code n), the token's own
/// packs 8, packs run by the recipient's residence or US status 8 (one bit per jurisdiction in both), switches 16,
/// jurisdictions whose classes are counted 8, epoch of the count 24, epoch of the lots 16.
type TokenRules is uint256;

using TokenRuleWords for TokenRules global;

/// @title TokenRuleWords
/// @notice Reading and changing of `TokenRules` in memory; nothing here touches storage.
library TokenRuleWords {
    /// @notice The token may ask for decisions.
    uint256 internal constant REGISTERED = 1 << 88;
    /// @notice Positions by identity are kept.
    uint256 internal constant POSITIONS = 1 << 89;
    /// @notice Positions are being counted anew; every movement is refused until that is complete.
    uint256 internal constant COUNTING = 1 << 90;
    /// @notice Holders are counted.
    uint256 internal constant HOLDERS = 1 << 91;
    /// @notice Holders are counted per country of residence.
    uint256 internal constant COUNTRY_HOLDERS = 1 << 92;
    /// @notice Claims are evaluated at each movement instead of trusting the record's validity.
    uint256 internal constant LIVE = 1 << 93;
    /// @notice Lots are kept.
    uint256 internal constant LOTS = 1 << 94;
    /// @notice Some investors have an allotment of the maximum balance of their own.
    uint256 internal constant PERSONAL_ALLOTMENTS = 1 << 95;

    /// @notice The count that runs enters a lot for each wallet.
    uint256 internal constant COUNTING_LOTS = 1 << 96;

    /// @notice Everything that asks or records more than codes 13 to 17: all rules but 15, packs, positions, lots.
    uint256 internal constant BEYOND_SANCTIONS = 0x42ffffffffff7fff00000000;
    /// @notice Holders are counted in any way.
    uint256 internal constant COUNTS = HOLDERS | COUNTRY_HOLDERS | (0xff << 104);
    /// @notice Any pack, of either kind.
    uint256 internal constant ALL_PACKS = 0xffff << 72;

    uint256 private constant RULES_SHIFT = 32;
    uint256 private constant RULES_MASK = ((1 << 40) - 1) << RULES_SHIFT;
    uint256 private constant OWN_PACKS_SHIFT = 72;
    uint256 private constant RECIPIENT_PACKS_SHIFT = 80;
    uint256 private constant PACKS_MASK = 0xffff << OWN_PACKS_SHIFT;
    uint256 private constant CLASS_HOLDERS_SHIFT = 104;
    uint256 private constant EPOCH_SHIFT = 112;
    uint256 private constant LOTS_EPOCH_SHIFT = 136;

    /// @notice Number of the rule set; grows by one with every change of configuration.
    function version(TokenRules word) internal pure returns (uint256) {
        return uint32(TokenRules.unwrap(word));
    }

    /// @notice The general rules that run: bit n is the rule of code n.
    function rules(TokenRules word) internal pure returns (uint256) {
        return uint40(TokenRules.unwrap(word) >> RULES_SHIFT);
    }

    /// @notice Whether the general rule of a code below 40 runs.
    function runs(TokenRules word, uint8 code) internal pure returns (bool) {
        return (TokenRules.unwrap(word) >> (RULES_SHIFT + code)) & 1 != 0;
    }

    /// @notice Packs that run in every decision, one bit per jurisdiction.
    function ownPacks(TokenRules word) internal pure returns (uint256) {
        return uint8(TokenRules.unwrap(word) >> OWN_PACKS_SHIFT);
    }

    /// @notice Packs that run where the recipient belongs to them, one bit per jurisdiction.
    function recipientPacks(TokenRules word) internal pure returns (uint256) {
        return uint8(TokenRules.unwrap(word) >> RECIPIENT_PACKS_SHIFT);
    }

    /// @notice Jurisdictions whose classes are counted, one bit each.
    function classHolders(TokenRules word) internal pure returns (uint256) {
        return uint8(TokenRules.unwrap(word) >> CLASS_HOLDERS_SHIFT);
    }

    /// @notice Whether holders are counted in any way.
    function countsHolders(TokenRules word) internal pure returns (bool) {
        return TokenRules.unwrap(word) & COUNTS != 0;
    }

    /// @notice Number of the count; a new count starts from nothing.
    function epoch(TokenRules word) internal pure returns (uint256) {
        return uint24(TokenRules.unwrap(word) >> EPOCH_SHIFT);
    }

    /// @notice Number of the lots' ledger; lots switched on anew start from nothing.
    function lotsEpoch(TokenRules word) internal pure returns (uint256) {
        return uint16(TokenRules.unwrap(word) >> LOTS_EPOCH_SHIFT);
    }

    /// @notice Whether every switch in `mask` is on.
    function has(TokenRules word, uint256 mask) internal pure returns (bool) {
        return TokenRules.unwrap(word) & mask == mask;
    }

    /// @notice Whether any switch in `mask` is on.
    function hasAny(TokenRules word, uint256 mask) internal pure returns (bool) {
        return TokenRules.unwrap(word) & mask != 0;
    }

    /// @notice The word with a switch on or off.
    function withSwitch(TokenRules word, uint256 mask, bool on) internal pure returns (TokenRules) {
        uint256 rest = TokenRules.unwrap(word) & ~mask;
        return TokenRules.wrap(on ? rest | mask : rest);
    }

    /// @notice The word with other general rules and packs.
    function withRules(TokenRules word, uint256 generalRules, uint8 own, uint8 recipient)
        internal
        pure
        returns (TokenRules)
    {
        uint256 rest = TokenRules.unwrap(word) & ~(RULES_MASK | PACKS_MASK);
        return TokenRules.wrap(
            rest | ((generalRules << RULES_SHIFT) & RULES_MASK) | (uint256(own) << OWN_PACKS_SHIFT)
                | (uint256(recipient) << RECIPIENT_PACKS_SHIFT)
        );
    }

    /// @notice The word with the next version; wraps after 2^32 changes.
    function nextVersion(TokenRules word) internal pure returns (TokenRules) {
        uint256 rest = TokenRules.unwrap(word) & ~uint256(type(uint32).max);
        return TokenRules.wrap(rest | uint32(word.version() + 1));
    }

    /// @notice The word with other counted classes and the next epoch.
    function withNextCount(TokenRules word, uint8 classes) internal pure returns (TokenRules) {
        uint256 cleared = uint256(type(uint8).max) << CLASS_HOLDERS_SHIFT;
        cleared |= uint256(type(uint24).max) << EPOCH_SHIFT;
        return TokenRules.wrap(
            (TokenRules.unwrap(word) & ~cleared) | (uint256(classes) << CLASS_HOLDERS_SHIFT)
                | (uint256(uint24(word.epoch() + 1)) << EPOCH_SHIFT)
        );
    }

    /// @notice The word with the next epoch of the lots.
    function withNextLots(TokenRules word) internal pure returns (TokenRules) {
        uint256 rest = TokenRules.unwrap(word) & ~(uint256(type(uint16).max) << LOTS_EPOCH_SHIFT);
        return TokenRules.wrap(rest | (uint256(uint16(word.lotsEpoch() + 1)) << LOTS_EPOCH_SHIFT));
    }
}
