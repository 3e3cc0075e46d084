// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What every check of new risk needs, beside the pause word (`GroupPauseState`'s companion), so that it costs
/// no slot of its own. From bit 0: identity registry 160, concentration threshold 10 (thousandths of what collateral
/// counts for), concentration add-on 10 (thousandths), points added to the initial ratio 8, flags 4.
type RiskTerms is uint192;

/// @title Parts of the risk terms
/// @notice Reads and changes `RiskTerms`.
library RiskTermWords {
    /// @notice A sequencer's feed must say that the chain is up.
    uint256 internal constant SEQUENCED = 1 << 188;
    /// @notice Fees are charged.
    uint256 internal constant CHARGING = 1 << 189;
    /// @notice Evidence counts as the registry has stored it; its mode of verification is not asked.
    uint256 internal constant ATTESTED = 1 << 190;

    uint256 internal constant MAX_MILLI = 1000;

    uint256 private constant THRESHOLD_SHIFT = 160;
    uint256 private constant ADD_ON_SHIFT = 170;
    uint256 private constant INITIAL_SHIFT = 180;
    uint256 private constant TEN = (1 << 10) - 1;

    function has(RiskTerms terms, uint256 flags) internal pure returns (bool) {
        return RiskTerms.unwrap(terms) & flags != 0;
    }

    /// @dev Where institutions are verified.
    function registry(RiskTerms terms) internal pure returns (address) {
        return address(uint160(RiskTerms.unwrap(terms)));
    }

    /// @dev Share of the adjusted value above which the largest asset is concentrated, thousandths.
    function concentrationMilli(RiskTerms terms) internal pure returns (uint256) {
        return (RiskTerms.unwrap(terms) >> THRESHOLD_SHIFT) & TEN;
    }

    /// @dev What is cut off the part above it, thousandths; zero when nothing is.
    function concentrationAddOnMilli(RiskTerms terms) internal pure returns (uint256) {
        return (RiskTerms.unwrap(terms) >> ADD_ON_SHIFT) & TEN;
    }

    /// @dev Points added to every account's initial ratio.
    function extraInitial(RiskTerms terms) internal pure returns (uint256) {
        return (RiskTerms.unwrap(terms) >> INITIAL_SHIFT) & 0xff;
    }

    function withRegistry(RiskTerms terms, address registry_) internal pure returns (RiskTerms) {
        return RiskTerms.wrap(uint192(RiskTerms.unwrap(terms) >> 160 << 160) | uint160(registry_));
    }

    /// @dev The caller has bounded both by `MAX_MILLI`.
    function withConcentration(RiskTerms terms, uint256 thresholdMilli, uint256 addOnMilli)
        internal
        pure
        returns (RiskTerms)
    {
        uint256 cleared = RiskTerms.unwrap(terms) & ~(((1 << 20) - 1) << THRESHOLD_SHIFT);
        return RiskTerms.wrap(uint192(cleared | (thresholdMilli << THRESHOLD_SHIFT) | (addOnMilli << ADD_ON_SHIFT)));
    }

    function withExtraInitial(RiskTerms terms, uint8 points) internal pure returns (RiskTerms) {
        uint256 cleared = RiskTerms.unwrap(terms) & ~(uint256(0xff) << INITIAL_SHIFT);
        return RiskTerms.wrap(uint192(cleared | (uint256(points) << INITIAL_SHIFT)));
    }

    function withFlag(RiskTerms terms, uint256 flag, bool set) internal pure returns (RiskTerms) {
        uint256 word = RiskTerms.unwrap(terms);
        return RiskTerms.wrap(uint192(set ? word | flag : word & ~flag));
    }
}

using RiskTermWords for RiskTerms global;
