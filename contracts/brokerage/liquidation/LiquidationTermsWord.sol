// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAuctions } from "../../interfaces/IBrokerageAuctions.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { RiskBounds } from "../RiskBounds.sol";

/// @notice `IBrokerageAuctions.LiquidationTerms` beside the clock, in the order of its fields: four rates of 10
/// bits, target 14, hysteresis 12, auction 17, recall window 20, least reaction 17, window of caps 20, dust 17 (whole
/// units of the reference currency).
type LiquidationTermsWord is uint160;

using LiquidationTermsWords for LiquidationTermsWord global;

/// @title LiquidationTermsWords
/// @notice Fields of `LiquidationTermsWord`, and their bounds.
library LiquidationTermsWords {
    /// @notice One, in basis points.
    uint256 internal constant BPS = 10_000;
    /// @notice The maintenance ratio, in basis points.
    uint256 internal constant MAINTENANCE_BPS = MarginRatios.MAINTENANCE * 100;
    /// @notice The initial ratio, in basis points.
    uint256 internal constant INITIAL_BPS = MarginRatios.INITIAL * 100;
    /// @notice The longest auction, and the longest time to react after a standstill.
    uint256 internal constant LONGEST = 1 days;
    /// @notice The longest window, of recalls and of caps.
    uint256 internal constant LONGEST_WINDOW = 7 days;
    /// @notice The highest dust value: 100,000 of the reference currency.
    uint256 internal constant MOST_DUST = 100_000e8;

    uint256 private constant ONE_VALUE = 1e8;
    uint256 private constant RATE_MASK = (1 << 10) - 1;
    uint256 private constant MAX_BONUS_SHIFT = 10;
    uint256 private constant FEE_SHIFT = 20;
    uint256 private constant SLIPPAGE_SHIFT = 30;
    uint256 private constant TARGET_SHIFT = 40;
    uint256 private constant HYSTERESIS_SHIFT = 54;
    uint256 private constant AUCTION_SHIFT = 66;
    uint256 private constant RECALL_SHIFT = 83;
    uint256 private constant REACTION_SHIFT = 103;
    uint256 private constant WINDOW_SHIFT = 120;
    uint256 private constant DUST_SHIFT = 140;
    uint256 private constant SHORT_MASK = (1 << 17) - 1;
    uint256 private constant LONG_MASK = (1 << 20) - 1;

    // Bonus 1 to 5, no fee, slippage 3, target 135 and cure 126 per cent; auction and least reaction an hour, old
    // deadlines for a day, no caps, dust 1,000.
    uint256 private constant DEFAULT_RATIOS =
        100 | (500 << MAX_BONUS_SHIFT) | (300 << SLIPPAGE_SHIFT) | (13_500 << TARGET_SHIFT) | (100 << HYSTERESIS_SHIFT);
    uint256 private constant DEFAULT_REST =
        (1 hours << AUCTION_SHIFT) | (1 days << RECALL_SHIFT) | (1 hours << REACTION_SHIFT) | (1000 << DUST_SHIFT);

    /// @notice The word of terms within their bounds.
    /// @dev Reverts with `LiquidationTermsInvalid`.
    function pack(IBrokerageAuctions.LiquidationTerms memory terms) internal pure returns (LiquidationTermsWord) {
        _require(terms.startBonusBps <= terms.maxBonusBps, "startBonusBps");
        RiskBounds.requireRewards(terms.maxBonusBps, terms.feeBps, terms.slippageBps);
        _require(terms.targetRatioBps <= INITIAL_BPS, "targetRatioBps");
        uint256 cure = MAINTENANCE_BPS + terms.hysteresisBps;
        _require(terms.targetRatioBps > MAINTENANCE_BPS && cure <= terms.targetRatioBps, "hysteresisBps");
        _require(terms.auctionDuration != 0 && terms.auctionDuration <= LONGEST, "auctionDuration");
        _require(terms.recallWindow <= LONGEST_WINDOW, "recallWindow");
        _require(terms.minReaction != 0 && terms.minReaction <= LONGEST, "minReaction");
        _require(terms.seizureWindow <= LONGEST_WINDOW, "seizureWindow");
        _require(terms.dustValue <= MOST_DUST && terms.dustValue % ONE_VALUE == 0, "dustValue");
        uint256 ratios = uint256(terms.startBonusBps) | (uint256(terms.maxBonusBps) << MAX_BONUS_SHIFT)
            | (uint256(terms.feeBps) << FEE_SHIFT) | (uint256(terms.slippageBps) << SLIPPAGE_SHIFT)
            | (uint256(terms.targetRatioBps) << TARGET_SHIFT) | (uint256(terms.hysteresisBps) << HYSTERESIS_SHIFT);
        uint256 times = (uint256(terms.auctionDuration) << AUCTION_SHIFT)
            | (uint256(terms.recallWindow) << RECALL_SHIFT) | (uint256(terms.minReaction) << REACTION_SHIFT)
            | (uint256(terms.seizureWindow) << WINDOW_SHIFT);
        return LiquidationTermsWord.wrap(uint160(ratios | times | (terms.dustValue / ONE_VALUE << DUST_SHIFT)));
    }

    /// @notice The terms in force: those set, or else those that every brokerage begins with.
    function orDefault(LiquidationTermsWord word) internal pure returns (LiquidationTermsWord) {
        if (LiquidationTermsWord.unwrap(word) != 0) return word;
        return LiquidationTermsWord.wrap(uint160(DEFAULT_RATIOS | DEFAULT_REST));
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
        terms.slippageBps = uint16(slippageBps(word));
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
        return _field(word, 0, RATE_MASK);
    }

    /// @notice Bonus at the auction's end.
    function maxBonusBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, MAX_BONUS_SHIFT, RATE_MASK);
    }

    /// @notice Fee on what is repaid.
    function feeBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, FEE_SHIFT, RATE_MASK);
    }

    /// @notice What sellers of collateral are expected to lose.
    function slippageBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, SLIPPAGE_SHIFT, RATE_MASK);
    }

    /// @notice Ratio that a liquidation restores.
    function targetRatioBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, TARGET_SHIFT, (1 << 14) - 1);
    }

    /// @notice By how much more than the maintenance ratio a cure needs.
    function hysteresisBps(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, HYSTERESIS_SHIFT, (1 << 12) - 1);
    }

    /// @notice Seconds from the least bonus to the most.
    function auctionDuration(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, AUCTION_SHIFT, SHORT_MASK);
    }

    /// @notice Seconds after a cure in which the old deadline stays.
    function recallWindow(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, RECALL_SHIFT, LONG_MASK);
    }

    /// @notice Least seconds to react after a standstill.
    function minReaction(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, REACTION_SHIFT, SHORT_MASK);
    }

    /// @notice Seconds of the windows of caps; 0 where nothing is capped.
    function seizureWindow(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, WINDOW_SHIFT, LONG_MASK);
    }

    /// @notice Value below which a rest is taken along.
    function dustValue(LiquidationTermsWord word) internal pure returns (uint256) {
        return _field(word, DUST_SHIFT, SHORT_MASK) * ONE_VALUE;
    }

    function _field(LiquidationTermsWord word, uint256 shift, uint256 mask) private pure returns (uint256) {
        return (LiquidationTermsWord.unwrap(word) >> shift) & mask;
    }

    function _require(bool condition, string memory cause) private pure {
        if (!condition) revert IBrokerageAuctions.LiquidationTermsInvalid(cause);
    }
}
