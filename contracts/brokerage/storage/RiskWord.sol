// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Everything that valuing an asset needs, in one slot. From bit 0: low price 72 (8 decimals of US dollars per
/// whole token), spread from low to high 14 (basis points), time of the price 32, oldest age 12 (minutes), haircut 14
/// (basis points), potential exposure of positions 14 (basis points), decimals 5, flags 6, carry 87 (signed, US dollars
/// per whole token with 14 decimals).
type RiskWord is uint256;

/// @title Parts of an asset's risk word
/// @notice Reads and changes the fields of a `RiskWord`.
library RiskWords {
    /// @notice Counts as collateral; without it the balance still counts until the position is closed (see `ACTIVE`).
    uint256 internal constant COLLATERAL = 1 << 163;
    /// @notice Positions may be taken in it.
    uint256 internal constant TRADABLE = 1 << 164;
    /// @notice May be borrowed: a settlement asset with a pool.
    uint256 internal constant SETTLEMENT = 1 << 165;
    /// @notice Gives new borrowing power; without it the asset counts for maintenance and liquidation alone.
    uint256 internal constant ACTIVE = 1 << 166;
    /// @notice The haircut moves from one value to another over time: `BrokerageStorage.ramps` has it.
    uint256 internal constant RAMPING = 1 << 167;
    /// @notice A price was accepted from one feed alone.
    uint256 internal constant ONE_FEED = 1 << 168;

    uint256 internal constant MAX_PRICE = type(uint72).max;
    uint256 internal constant MAX_SPREAD_BPS = (1 << 14) - 1;
    uint256 internal constant MAX_AGE_MINUTES = (1 << 12) - 1;
    uint256 internal constant MAX_DECIMALS = 27;
    int256 internal constant MAX_CARRY = (1 << 86) - 1;

    /// @notice Digits that a carry has beyond a price.
    uint256 internal constant CARRY_SCALE = 1e6;

    uint256 private constant BPS = 10_000;
    uint256 private constant MINUTE = 60;
    uint256 private constant FOURTEEN = (1 << 14) - 1;
    uint256 private constant TWELVE = (1 << 12) - 1;
    uint256 private constant SPREAD_SHIFT = 72;
    uint256 private constant TIME_SHIFT = 86;
    uint256 private constant AGE_SHIFT = 118;
    uint256 private constant HAIRCUT_SHIFT = 130;
    uint256 private constant EXPOSURE_SHIFT = 144;
    uint256 private constant DECIMALS_SHIFT = 158;
    uint256 private constant CARRY_SHIFT = 169;

    function has(RiskWord word, uint256 flags) internal pure returns (bool) {
        return RiskWord.unwrap(word) & flags != 0;
    }

    /// @dev Whether it has every one of the flags.
    function hasAll(RiskWord word, uint256 flags) internal pure returns (bool) {
        return RiskWord.unwrap(word) & flags == flags;
    }

    /// @dev Zero until a price was accepted.
    function low(RiskWord word) internal pure returns (uint256) {
        return uint72(RiskWord.unwrap(word));
    }

    function spreadBps(RiskWord word) internal pure returns (uint256) {
        return (RiskWord.unwrap(word) >> SPREAD_SHIFT) & FOURTEEN;
    }

    function highUp(RiskWord word) internal pure returns (uint256) {
        uint256 low_ = word.low();
        // 72 bits times 14 bits.
        unchecked {
            return low_ + (low_ * word.spreadBps() + BPS - 1) / BPS;
        }
    }

    function updatedAt(RiskWord word) internal pure returns (uint256) {
        return uint32(RiskWord.unwrap(word) >> TIME_SHIFT);
    }

    function maxAgeMinutes(RiskWord word) internal pure returns (uint256) {
        return (RiskWord.unwrap(word) >> AGE_SHIFT) & TWELVE;
    }

    function maxAge(RiskWord word) internal pure returns (uint256) {
        unchecked {
            return word.maxAgeMinutes() * MINUTE;
        }
    }

    /// @dev The last second at which the price is fresh.
    function freshUntil(RiskWord word) internal pure returns (uint256) {
        unchecked {
            return word.updatedAt() + word.maxAge();
        }
    }

    function haircutBps(RiskWord word) internal pure returns (uint256) {
        return (RiskWord.unwrap(word) >> HAIRCUT_SHIFT) & FOURTEEN;
    }

    function exposureBps(RiskWord word) internal pure returns (uint256) {
        return (RiskWord.unwrap(word) >> EXPOSURE_SHIFT) & FOURTEEN;
    }

    function decimals(RiskWord word) internal pure returns (uint256) {
        return (RiskWord.unwrap(word) >> DECIMALS_SHIFT) & 0x1F;
    }

    /// @dev Units of one whole token: ten to the power of at most 27. Most tokens have 18, whose power is not computed.
    function oneToken(RiskWord word) internal pure returns (uint256) {
        uint256 places = word.decimals();
        if (places == 18) return 1e18;
        unchecked {
            return 10 ** places;
        }
    }

    function carry(RiskWord word) internal pure returns (int256) {
        return int256(RiskWord.unwrap(word)) >> CARRY_SHIFT;
    }

    function withFlag(RiskWord word, uint256 flag) internal pure returns (RiskWord) {
        return RiskWord.wrap(RiskWord.unwrap(word) | flag);
    }

    function withoutFlag(RiskWord word, uint256 flag) internal pure returns (RiskWord) {
        return RiskWord.wrap(RiskWord.unwrap(word) & ~flag);
    }

    /// @dev The caller has bounded each figure by its field.
    function withPrice(RiskWord word, uint256 low_, uint256 spreadBps_, uint256 time) internal pure returns (RiskWord) {
        uint256 cleared = RiskWord.unwrap(word) >> AGE_SHIFT << AGE_SHIFT;
        return RiskWord.wrap(cleared | low_ | (spreadBps_ << SPREAD_SHIFT) | (time << TIME_SHIFT));
    }

    /// @dev The word at a price moved by a shock, rounded down and bounded by its field. The caller has seen to it that
    /// no shock takes more than the whole price.
    function shockedDown(RiskWord word, int256 shockBps) internal pure returns (RiskWord) {
        uint256 price;
        // 72 bits times 17.
        unchecked {
            price = word.low() * uint256(int256(BPS) + shockBps) / BPS;
        }
        return word.withPrice(price > MAX_PRICE ? MAX_PRICE : price, word.spreadBps(), word.updatedAt());
    }

    /// @dev The caller has bounded each figure by its field.
    function withTerms(RiskWord word, uint256 ageMinutes, uint256 haircut, uint256 exposure, uint256 decimals_)
        internal
        pure
        returns (RiskWord)
    {
        uint256 cleared = RiskWord.unwrap(word) & ~(((1 << (163 - AGE_SHIFT)) - 1) << AGE_SHIFT);
        return RiskWord.wrap(
            cleared | (ageMinutes << AGE_SHIFT) | (haircut << HAIRCUT_SHIFT) | (exposure << EXPOSURE_SHIFT)
                | (decimals_ << DECIMALS_SHIFT)
        );
    }

    /// @dev The caller has bounded it by `MAX_CARRY` in both directions.
    function withCarry(RiskWord word, int256 carry_) internal pure returns (RiskWord) {
        return RiskWord.wrap((RiskWord.unwrap(word) & ((1 << CARRY_SHIFT) - 1)) | (uint256(carry_) << CARRY_SHIFT));
    }
}

using RiskWords for RiskWord global;
