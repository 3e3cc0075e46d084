// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Lot
/// @notice Units acquired on one day from one kind of source under one exemption, in one storage word.
/// @dev From the lowest bit: units 120 (token units), day of acquisition 24 (days since 1 January 1970, UTC), source 4,
/// exemption 8. Where a lot moved (`ILots.LotsMoved`) the word goes on with what it became: day 24, source 4,
/// exemption 8. Two lots with the same day, source and exemption are one.
type Lot is uint256;

using Lots for Lot global;

/// @title Lots
/// @notice Reading and building of `Lot` words; nothing here touches storage.
library Lots {
    // sources
    uint256 internal constant OTHER = 0;
    uint256 internal constant ISSUER = 1;
    uint256 internal constant AFFILIATE = 2;

    // exemptions; `quantera.compliance.lots` holds the same numbers, and a test compares the two
    uint256 internal constant NONE = 0;
    uint256 internal constant RULE_506B = 1;
    uint256 internal constant RULE_506C = 2;
    uint256 internal constant REGULATION_S = 3;
    uint256 internal constant RULE_144A = 4;
    uint256 internal constant CROWDFUNDING = 5;
    uint256 internal constant SECTION_274 = 6;
    uint256 internal constant SECTION_275 = 7;
    uint256 internal constant QII = 8;
    uint256 internal constant SMALL_NUMBER = 9;
    uint256 internal constant PROFESSIONAL = 10;
    uint256 internal constant SECTION_272 = 11;
    uint256 internal constant SECTION_272A = 12;
    uint256 internal constant SECTION_272B = 13;
    /// @notice Exemptions end here: with three sources there are fewer kinds of lots than an investor may have lots.
    uint256 internal constant EXEMPTIONS = 14;

    uint256 private constant UNITS_MASK = (1 << 120) - 1;
    uint256 private constant KEY_SHIFT = 120;
    uint256 private constant KEY_MASK = (1 << 36) - 1;
    uint256 private constant DAY_MASK = (1 << 24) - 1;
    uint256 private constant KIND_SHIFT = 144;
    uint256 private constant KIND_MASK = (1 << 12) - 1;
    uint256 private constant EXEMPTION_SHIFT = 148;
    uint256 private constant NEXT_KEY_SHIFT = 156;

    /// @notice Builds a lot.
    /// @param units_ token units, below 2^120
    /// @param day_ days since 1 January 1970
    function pack(uint256 units_, uint256 day_, uint256 source_, uint256 exemption_) internal pure returns (Lot) {
        return Lot.wrap(units_ | (day_ << KEY_SHIFT) | (source_ << KIND_SHIFT) | (exemption_ << EXEMPTION_SHIFT));
    }

    /// @notice Token units.
    function units(Lot lot) internal pure returns (uint256) {
        return Lot.unwrap(lot) & UNITS_MASK;
    }

    /// @notice Day of acquisition, days since 1 January 1970.
    function day(Lot lot) internal pure returns (uint256) {
        return (Lot.unwrap(lot) >> KEY_SHIFT) & DAY_MASK;
    }

    /// @notice Exemption under which the units were first acquired.
    function exemption(Lot lot) internal pure returns (uint256) {
        return uint8(Lot.unwrap(lot) >> EXEMPTION_SHIFT);
    }

    /// @notice Day, source and exemption together: what makes two lots one.
    function key(Lot lot) internal pure returns (uint256) {
        return (Lot.unwrap(lot) >> KEY_SHIFT) & KEY_MASK;
    }

    /// @notice Source and exemption together: lots of one kind may be merged into the younger.
    function kind(Lot lot) internal pure returns (uint256) {
        return (Lot.unwrap(lot) >> KIND_SHIFT) & KIND_MASK;
    }

    /// @notice The same lot with other units.
    function withUnits(Lot lot, uint256 units_) internal pure returns (Lot) {
        return Lot.wrap((Lot.unwrap(lot) & ~UNITS_MASK) | units_);
    }

    /// @notice The same units acquired anew, of the same exemption.
    function renewed(Lot lot, uint256 day_, uint256 source_) internal pure returns (Lot) {
        return pack(lot.units(), day_, source_, lot.exemption());
    }

    /// @notice A lot that moved and what it became, in one word.
    function moved(Lot lot, Lot next) internal pure returns (uint256) {
        return Lot.unwrap(lot) | (next.key() << NEXT_KEY_SHIFT);
    }

    /// @notice The lot that moved, without what it became.
    function plain(Lot lot) internal pure returns (Lot) {
        return Lot.wrap(Lot.unwrap(lot) & ((1 << NEXT_KEY_SHIFT) - 1));
    }

    /// @notice Strips words of `ILots.LotsMoved` of what the lots became.
    function strip(uint256[] memory lots) internal pure {
        for (uint256 i; i < lots.length; ++i) {
            lots[i] = Lot.unwrap(Lot.wrap(lots[i]).plain());
        }
    }

    /// @notice Whether the word is a lot as one is built: units, a known source and exemption, nothing above.
    function isWellFormed(Lot lot) internal pure returns (bool) {
        return lot.units() != 0 && Lot.unwrap(lot) >> NEXT_KEY_SHIFT == 0 && lot.exemption() < EXEMPTIONS
            && lot.kind() & 0xf <= AFFILIATE;
    }
}
