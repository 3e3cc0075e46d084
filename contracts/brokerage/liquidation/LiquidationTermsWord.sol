// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAuctions } from "../../interfaces/IBrokerageAuctions.sol";

/// @notice `IBrokerageAuctions.LiquidationTerms` in one slot, in the order of its fields: six of 16 bits, four of
/// 24, one of 64.
type LiquidationTermsWord is uint256;

using LiquidationTermsWords for LiquidationTermsWord global;

/// @title LiquidationTermsWords
/// @notice Fields of `LiquidationTermsWord`, and their bounds.
library LiquidationTermsWords {
    /// @notice One, in basis points.
    uint256 internal constant BPS = 10_000;
    /// @notice The maintenance ratio, in basis points.
    uint256 internal constant MAINTENANCE_BPS = 12_500;
    /// @notice The initial ratio, in basis points.
    uint256 internal constant INITIAL_BPS = 15_000;
    /// @notice The liquidation threshold less one, in basis points: bonus, fee and slippage stay below.
    uint256 internal constant ROOM_BPS = 1000;
    /// @notice The longest auction, and the longest time to react after a standstill.
    uint256 internal constant LONGEST = 1 days;
    /// @notice The longest window, of recalls and of caps.
    uint256 internal constant LONGEST_WINDOW = 7 days;
    /// @notice The highest dust value: 100,000 of the reference currency.
    uint256 internal constant MOST_DUST = 100_000e8;

    // Bonus 1 to 5, fee 0.5, slippage 3, target 135 and cure 126 per cent; auction and least reaction an hour, windows a
    // day, dust 1,000.
    uint256 private constant DEFAULT_RATIOS =
        100 | (500 << 16) | (50 << 32) | (300 << 48) | (13_500 << 64) | (100 << 80);
    uint256 private constant DEFAULT_TIMES = (1 hours << 96) | (1 days << 120) | (1 hours << 144) | (1 days << 168);
    uint256 private constant DEFAULT_DUST = 1000e8 << 192;

    uint256 private constant MAX_BONUS_SHIFT = 16;
    uint256 private constant FEE_SHIFT = 32;
    uint256 private constant SLIPPAGE_SHIFT = 48;
    uint256 private constant TARGET_SHIFT = 64;
    uint256 private constant HYSTERESIS_SHIFT = 80;
    uint256 private constant AUCTION_SHIFT = 96;
    uint256 private constant RECALL_SHIFT = 120;
    uint256 private constant REACTION_SHIFT = 144;
    uint256 private constant WINDOW_SHIFT = 168;
    uint256 private constant DUST_SHIFT = 192;

    /// @notice The word of terms within their bounds.
    /// @dev Reverts with `LiquidationTermsInvalid`.
    function pack(IBrokerageAuctions.LiquidationTerms memory terms) internal pure returns (LiquidationTermsWord) {
        _require(terms.startBonusBps <= terms.maxBonusBps, "startBonusBps");
        _require(uint256(terms.maxBonusBps) + terms.feeBps + terms.slippageBps < ROOM_BPS, "maxBonusBps");
        _require(terms.targetRatioBps <= INITIAL_BPS, "targetRatioBps");
        uint256 cure = MAINTENANCE_BPS + terms.hysteresisBps;
        _require(terms.targetRatioBps > MAINTENANCE_BPS && cure <= terms.targetRatioBps, "hysteresisBps");
        _require(terms.auctionDuration != 0 && terms.auctionDuration <= LONGEST, "auctionDuration");
        _require(terms.recallWindow <= LONGEST_WINDOW, "recallWindow");
        _require(terms.minReaction != 0 && terms.minReaction <= LONGEST, "minReaction");
        _require(terms.seizureWindow != 0 && terms.seizureWindow <= LONGEST_WINDOW, "seizureWindow");
        _require(terms.dustValue <= MOST_DUST, "dustValue");
        uint256 ratios = uint256(terms.startBonusBps) | (uint256(terms.maxBonusBps) << MAX_BONUS_SHIFT)
            | (uint256(terms.feeBps) << FEE_SHIFT) | (uint256(terms.slippageBps) << SLIPPAGE_SHIFT)
            | (uint256(terms.targetRatioBps) << TARGET_SHIFT) | (uint256(terms.hysteresisBps) << HYSTERESIS_SHIFT);
        uint256 times = (uint256(terms.auctionDuration) << AUCTION_SHIFT)
            | (uint256(terms.recallWindow) << RECALL_SHIFT) | (uint256(terms.minReaction) << REACTION_SHIFT)
            | (uint256(terms.seizureWindow) << WINDOW_SHIFT);
        return LiquidationTermsWord.wrap(ratios | times | (uint256(terms.dustValue) << DUST_SHIFT));
    }

    /// @notice The terms in force: those set, or else those that every brokerage begins with.
    function orDefault(LiquidationTermsWord word) internal pure returns (LiquidationTermsWord) {
        if (LiquidationTermsWord.unwrap(word) != 0) return word;
        return LiquidationTermsWord.wrap(DEFAULT_RATIOS | DEFAULT_TIMES | DEFAULT_DUST);
    }

    /// @notice The terms that a word holds.
    function unpack(LiquidationTermsWord word)
        internal
        pure
        returns (IBrokerageAuctions.LiquidationTerms memory terms)
    {
        terms.startBonusBps = uint16(startBonusBps(word));
        terms.maxBonusBps = uint16(maxBonusBps(word));
        terms.feeBps = uint16(feeBps(word));
        terms.slippageBps = uint16(_field(word, SLIPPAGE_SHIFT));
        terms.targetRatioBps = uint16(targetRatioBps(word));
        terms.hysteresisBps = uint16(hysteresisBps(word));
        terms.auctionDuration = uint24(auctionDuration(word));
        terms.recallWindow = uint24(recallWindow(word));
        terms.minReaction = uint24(minReaction(word));
        terms.seizureWindow = uint24(seizureWindow(word));
        terms.dustValue = uint64(dustValue(word));
    }

    /// @notice Bonus at the auction's start.
    function startBonusBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, 0);
    }

    /// @notice Bonus at the auction's end.
    function maxBonusBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, MAX_BONUS_SHIFT);
    }

    /// @notice Fee on what is repaid.
    function feeBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, FEE_SHIFT);
    }

    /// @notice Ratio that a liquidation restores.
    function targetRatioBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, TARGET_SHIFT);
    }

    /// @notice By how much more than the maintenance ratio a cure needs.
    function hysteresisBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, HYSTERESIS_SHIFT);
    }

    /// @notice Seconds from the least bonus to the most.
    function auctionDuration(LiquidationTermsWord word) internal pure returns (uint256) {
        return _time(word, AUCTION_SHIFT);
    }

    /// @notice Seconds after a cure in which the old deadline stays.
    function recallWindow(LiquidationTermsWord word) internal pure returns (uint256) {
        return _time(word, RECALL_SHIFT);
    }

    /// @notice Least seconds to react after a standstill.
    function minReaction(LiquidationTermsWord word) internal pure returns (uint256) {
        return _time(word, REACTION_SHIFT);
    }

    /// @notice Seconds of the windows of caps.
    function seizureWindow(LiquidationTermsWord word) internal pure returns (uint256) {
        return _time(word, WINDOW_SHIFT);
    }

    /// @notice Value below which a rest is taken along.
    function dustValue(LiquidationTermsWord word) internal pure returns (uint256) {
        return LiquidationTermsWord.unwrap(word) >> DUST_SHIFT;
    }

    function _field(LiquidationTermsWord word, uint256 shift) private pure returns (uint256) {
        return uint16(LiquidationTermsWord.unwrap(word) >> shift);
    }

    function _time(LiquidationTermsWord word, uint256 shift) private pure returns (uint256) {
        return uint24(LiquidationTermsWord.unwrap(word) >> shift);
    }

    function _require(bool condition, string memory cause) private pure {
        if (!condition) revert IBrokerageAuctions.LiquidationTermsInvalid(cause);
    }
}
