// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { Allotments } from "./Allotments.sol";
import { HolderTally, MinimumAmounts, TokenState, TransferHours } from "./ComplianceStorage.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";
import { PackCounts } from "./packs/PackCounts.sol";

/// @title RuleSetter
/// @notice Checks and writes the settings of a token's rules, and reads them back.
library RuleSetter {
    /// @notice Rules that can be switched: 15, 18 to 32, 38, 40 to 189.
    uint256 internal constant SWITCHABLE = (1 << 15) | (((1 << 15) - 1) << 18) | (1 << 38) | (((1 << 150) - 1) << 40);

    uint256 private constant GENERAL_RULES = (1 << 40) - 1;
    uint256 private constant ALL_PACKS = (1 << Jurisdictions.COUNT) - 1;
    uint256 private constant PIPS = 1_000_000;
    uint24 private constant DAY = 86_400;
    int24 private constant LARGEST_OFFSET = 14 hours;

    uint256 private constant POSITION_RULES = (1 << ReasonCodes.MAX_BALANCE_EXCEEDED)
        | (1 << ReasonCodes.BELOW_MIN_BALANCE) | (1 << ReasonCodes.MAX_OWNERSHIP_EXCEEDED)
        | (1 << ReasonCodes.WINDOW_VOLUME_EXCEEDED);

    /// @notice Writes all settings and returns the new rule word, which the caller stores after the allotments.
    function write(TokenState storage state, address token, IRuleConfiguration.RuleSettings calldata next) internal {
        _check(next);
        TokenRules rules = state.rules;
        rules = rules.withRules(next.rules & GENERAL_RULES, next.ownPacks, next.recipientPacks)
            .withSwitch(TokenRuleWords.LIVE, next.live).nextVersion();
        requireCounts(state, rules, next.rules & ~GENERAL_RULES);
        state.rules = rules;
        state.packRules = next.rules & ~GENERAL_RULES;
        state.minimumAmounts = MinimumAmounts(next.minBalance, next.minimumTicket);
        state.transferHours = TransferHours({
            weekdays: next.transferHours.weekdays,
            opensAt: next.transferHours.opensAt,
            closesAt: next.transferHours.closesAt,
            utcOffset: next.transferHours.utcOffset,
            closedFrom: next.transferHours.closedFrom,
            closedUntil: next.transferHours.closedUntil
        });
        state.allowedCountries = next.allowedCountries;
        state.restrictedCountries = next.restrictedCountries;
        state.issueLimits.maxSharePips = next.maxSharePips;
        state.investorLimits = state.investorLimits.withWindowLength(next.windowLength);
        _writeLimits(state, token, next);
        _writeCaps(state, token, next, rules);
        for (uint256 i; i < next.allotments.length; ++i) {
            IRuleConfiguration.AllotmentChange calldata entry = next.allotments[i];
            Allotments.change(token, entry.limit, entry.key, entry.difference, bytes32(0));
        }
    }

    /// @notice The settings in force, without the lists.
    function read(TokenState storage state) internal view returns (IRuleConfiguration.RuleSettings memory settings) {
        TokenRules rules = state.rules;
        settings.rules = rules.rules() | state.packRules;
        settings.ownPacks = uint8(rules.ownPacks());
        settings.recipientPacks = uint8(rules.recipientPacks());
        settings.live = rules.has(TokenRuleWords.LIVE);
        settings.supplyCap = state.globalLimits.supplyCap;
        settings.maxBalance = state.globalLimits.maxBalance;
        settings.minBalance = state.minimumAmounts.minBalance;
        settings.minimumTicket = state.minimumAmounts.minimumTicket;
        settings.windowVolume = state.globalLimits.windowVolume;
        settings.windowLength = uint32(state.investorLimits.windowLength());
        settings.holderCap = state.globalLimits.holderCap;
        settings.maxSharePips = state.issueLimits.maxSharePips;
        TransferHours memory hours_ = state.transferHours;
        settings.transferHours = IRuleConfiguration.Hours({
            weekdays: hours_.weekdays,
            opensAt: hours_.opensAt,
            closesAt: hours_.closesAt,
            utcOffset: hours_.utcOffset,
            closedFrom: hours_.closedFrom,
            closedUntil: hours_.closedUntil
        });
        settings.allowedCountries = state.allowedCountries;
        settings.restrictedCountries = state.restrictedCountries;
    }

    /// @notice Reverts with `CountNeeded` when a rule needs what is not counted.
    /// @param rules the general rules and packs that run, and the counts that are kept
    /// @param packRules the packs' rules that are switched on, bit n for code n
    function requireCounts(TokenState storage state, TokenRules rules, uint256 packRules) internal view {
        uint256 running = rules.rules();
        _requireCount(running & POSITION_RULES, rules.has(TokenRuleWords.POSITIONS));
        _requireCount(running & (1 << ReasonCodes.HOLDER_CAP_REACHED), rules.has(TokenRuleWords.HOLDERS));
        _requireCount(
            running & (1 << ReasonCodes.COUNTRY_HOLDER_CAP_REACHED), rules.has(TokenRuleWords.COUNTRY_HOLDERS)
        );
        _requireCount(running & (1 << ReasonCodes.CLASS_HOLDER_CAP_REACHED), rules.classHolders() != 0);
        _requireCount(running & (1 << ReasonCodes.LOT_LOCKED), rules.has(TokenRuleWords.LOTS));
        requirePackCounts(state, rules, packRules);
    }

    /// @notice The same for the packs' rules alone.
    function requirePackCounts(TokenState storage state, TokenRules rules, uint256 packRules) internal view {
        _requireCount(PackCounts.missing(state, rules, packRules), false);
    }

    /// @notice The lowest of some codes.
    /// @param codes bit n for code n; not zero
    function lowest(uint256 codes) internal pure returns (uint8 code) {
        while (codes & 1 == 0) {
            codes >>= 1;
            ++code;
        }
    }

    function _requireCount(uint256 needing, bool counted) private pure {
        if (needing == 0 || counted) return;
        revert IRuleConfiguration.CountNeeded(lowest(needing));
    }

    function _check(IRuleConfiguration.RuleSettings calldata next) private pure {
        if (next.rules & ~SWITCHABLE != 0) revert IRuleConfiguration.UnknownRules(next.rules & ~SWITCHABLE);
        uint8 packs = next.ownPacks | next.recipientPacks;
        if (packs & ~ALL_PACKS != 0) revert IRuleConfiguration.UnknownPacks(packs);
        if (next.maxSharePips > PIPS) {
            revert IRuleConfiguration.ParameterOutOfRange(ReasonCodes.MAX_OWNERSHIP_EXCEEDED, next.maxSharePips);
        }
        if ((next.rules >> ReasonCodes.WINDOW_VOLUME_EXCEEDED) & 1 != 0 && next.windowLength == 0) {
            revert IRuleConfiguration.ParameterOutOfRange(ReasonCodes.WINDOW_VOLUME_EXCEEDED, 0);
        }
        if ((next.rules >> ReasonCodes.TRANSFER_WINDOW_CLOSED) & 1 != 0) _checkHours(next.transferHours);
    }

    function _checkHours(IRuleConfiguration.Hours calldata next) private pure {
        uint8 code = ReasonCodes.TRANSFER_WINDOW_CLOSED;
        if (next.weekdays > 0x7f) revert IRuleConfiguration.ParameterOutOfRange(code, next.weekdays);
        if (next.closesAt > DAY || next.opensAt >= next.closesAt) {
            revert IRuleConfiguration.ParameterOutOfRange(code, next.closesAt);
        }
        if (next.utcOffset > LARGEST_OFFSET || next.utcOffset < -LARGEST_OFFSET) {
            revert IRuleConfiguration.ParameterOutOfRange(code, uint256(int256(next.utcOffset)));
        }
        if (next.closedFrom > next.closedUntil) {
            revert IRuleConfiguration.ParameterOutOfRange(code, next.closedFrom);
        }
    }

    function _writeLimits(TokenState storage state, address token, IRuleConfiguration.RuleSettings calldata next)
        private
    {
        state.globalLimits.maxBalance = next.maxBalance;
        state.globalLimits.supplyCap = next.supplyCap;
        state.globalLimits.windowVolume = next.windowVolume;
        state.globalLimits.holderCap = next.holderCap;
        Allotments.clip(token, IRuleConfiguration.Limit.SUPPLY, 0);
        Allotments.clip(token, IRuleConfiguration.Limit.HOLDERS, 0);
        Allotments.clip(token, IRuleConfiguration.Limit.MAX_BALANCE, 0);
        Allotments.clip(token, IRuleConfiguration.Limit.WINDOW_VOLUME, 0);
    }

    function _writeCaps(
        TokenState storage state,
        address token,
        IRuleConfiguration.RuleSettings calldata next,
        TokenRules rules
    ) private {
        for (uint256 i; i < next.countryCaps.length; ++i) {
            IRuleConfiguration.HolderCap calldata cap = next.countryCaps[i];
            _writeCap(state.countryHolders[cap.key], cap);
            Allotments.clip(token, IRuleConfiguration.Limit.COUNTRY_HOLDERS, cap.key);
        }
        for (uint256 i; i < next.classCaps.length; ++i) {
            IRuleConfiguration.HolderCap calldata cap = next.classCaps[i];
            if (cap.limited && (rules.classHolders() >> (cap.key >> 4)) & 1 == 0) {
                revert IRuleConfiguration.CountNeeded(ReasonCodes.CLASS_HOLDER_CAP_REACHED);
            }
            _writeCap(state.classHolders[cap.key], cap);
            Allotments.clip(token, IRuleConfiguration.Limit.CLASS_HOLDERS, cap.key);
        }
        for (uint256 i; i < next.packLimits.length; ++i) {
            IRuleConfiguration.PackLimit calldata limit = next.packLimits[i];
            state.packQuotas[limit.key].globalValue = limit.globalValue;
            Allotments.clip(token, IRuleConfiguration.Limit.PACK, limit.key);
        }
    }

    function _writeCap(HolderTally storage tally, IRuleConfiguration.HolderCap calldata cap) private {
        tally.limited = cap.limited;
        tally.globalCap = cap.limited ? cap.globalCap : 0;
    }
}
