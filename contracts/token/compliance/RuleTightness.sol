// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { HolderTally, TokenState, TransferHours } from "./ComplianceStorage.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { RuleSetter } from "./RuleSetter.sol";
import { TokenRuleWords } from "./TokenRules.sol";

/// @title RuleTightness
/// @notice Whether new settings allow nothing that the present ones refuse (CMP-10).
/// @dev A rule that does not run may take any parameters: switching it on can only refuse more. Nothing here looks at
/// a rule's meaning twice: each comparison stands beside the rule's code.
library RuleTightness {
    /// @notice Reverts with `NotTighter` or `PacksRemoved` when anything becomes looser.
    function requireTighter(TokenState storage state, IRuleConfiguration.RuleSettings calldata next) internal view {
        uint256 running = runningRules(state);
        uint256 dropped = running & ~next.rules;
        if (dropped != 0) revert IRuleConfiguration.NotTighter(RuleSetter.lowest(dropped));
        if (
            state.rules.ownPacks() & ~uint256(next.ownPacks) != 0
                || state.rules.recipientPacks() & ~uint256(next.recipientPacks) != 0
        ) {
            revert IRuleConfiguration.PacksRemoved(uint8(state.rules.ownPacks()), uint8(state.rules.recipientPacks()));
        }
        // Neither way of verifying is contained in the other.
        _require(ReasonCodes.RECIPIENT_NOT_VERIFIED, next.live == state.rules.has(TokenRuleWords.LIVE));

        _requireCountries(state, next, running);
        _requireAmounts(state, next, running);
        if (_runs(running, ReasonCodes.TRANSFER_WINDOW_CLOSED)) {
            _requireHours(state.transferHours, next.transferHours);
        }
        _requireCaps(state, next, running);
        for (uint256 i; i < next.allotments.length; ++i) {
            IRuleConfiguration.AllotmentChange calldata entry = next.allotments[i];
            uint8 code = codeOf(entry.limit, entry.key);
            _require(code, entry.difference <= 0 || !_runs(running, code) || _uncapped(state, entry));
        }
    }

    /// @notice All rules that run, bit n for code n.
    function runningRules(TokenState storage state) internal view returns (uint256) {
        return state.rules.rules() | state.packRules;
    }

    /// @notice Code of the rule that enforces a limit.
    function codeOf(IRuleConfiguration.Limit limit, uint256 key) internal pure returns (uint8) {
        if (limit == IRuleConfiguration.Limit.SUPPLY) return ReasonCodes.SUPPLY_CAP_EXCEEDED;
        if (limit == IRuleConfiguration.Limit.HOLDERS) return ReasonCodes.HOLDER_CAP_REACHED;
        if (limit == IRuleConfiguration.Limit.COUNTRY_HOLDERS) return ReasonCodes.COUNTRY_HOLDER_CAP_REACHED;
        if (limit == IRuleConfiguration.Limit.CLASS_HOLDERS) return ReasonCodes.CLASS_HOLDER_CAP_REACHED;
        if (limit == IRuleConfiguration.Limit.MAX_BALANCE) return ReasonCodes.MAX_BALANCE_EXCEEDED;
        if (limit == IRuleConfiguration.Limit.WINDOW_VOLUME) return ReasonCodes.WINDOW_VOLUME_EXCEEDED;
        return uint8(key >> 16);
    }

    function _requireCountries(TokenState storage state, IRuleConfiguration.RuleSettings calldata next, uint256 running)
        private
        view
    {
        for (uint256 word; word < 4; ++word) {
            _require(
                ReasonCodes.COUNTRY_NOT_ALLOWED,
                !_runs(running, ReasonCodes.COUNTRY_NOT_ALLOWED)
                    || next.allowedCountries[word] & ~state.allowedCountries[word] == 0
            );
            _require(
                ReasonCodes.COUNTRY_RESTRICTED,
                !_runs(running, ReasonCodes.COUNTRY_RESTRICTED)
                    || state.restrictedCountries[word] & ~next.restrictedCountries[word] == 0
            );
        }
    }

    function _requireAmounts(TokenState storage state, IRuleConfiguration.RuleSettings calldata next, uint256 running)
        private
        view
    {
        _requireAtLeast(
            running, ReasonCodes.BELOW_MINIMUM_TICKET, next.minimumTicket, state.minimumAmounts.minimumTicket
        );
        _requireAtMost(running, ReasonCodes.SUPPLY_CAP_EXCEEDED, next.supplyCap, state.globalLimits.supplyCap);
        _requireAtMost(running, ReasonCodes.MAX_BALANCE_EXCEEDED, next.maxBalance, state.globalLimits.maxBalance);
        _requireAtLeast(running, ReasonCodes.BELOW_MIN_BALANCE, next.minBalance, state.minimumAmounts.minBalance);
        _requireAtMost(running, ReasonCodes.MAX_OWNERSHIP_EXCEEDED, next.maxSharePips, state.issueLimits.maxSharePips);
        _requireAtMost(running, ReasonCodes.HOLDER_CAP_REACHED, next.holderCap, state.globalLimits.holderCap);
        _requireAtMost(running, ReasonCodes.WINDOW_VOLUME_EXCEEDED, next.windowVolume, state.globalLimits.windowVolume);
        // Windows of another length begin elsewhere, so neither length is tighter.
        _require(
            ReasonCodes.WINDOW_VOLUME_EXCEEDED,
            !_runs(running, ReasonCodes.WINDOW_VOLUME_EXCEEDED)
                || next.windowLength == state.investorLimits.windowLength()
        );
    }

    function _requireHours(TransferHours memory now_, IRuleConfiguration.Hours calldata next) private view {
        bool tighter = next.weekdays & ~now_.weekdays == 0 && next.opensAt >= now_.opensAt
            && next.closesAt <= now_.closesAt && next.utcOffset == now_.utcOffset;
        if (now_.closedUntil > block.timestamp) {
            // What is left of the closed period must stay closed.
            tighter = tighter && next.closedUntil >= now_.closedUntil
                && (next.closedFrom <= now_.closedFrom || next.closedFrom <= block.timestamp);
        }
        _require(ReasonCodes.TRANSFER_WINDOW_CLOSED, tighter);
    }

    function _requireCaps(TokenState storage state, IRuleConfiguration.RuleSettings calldata next, uint256 running)
        private
        view
    {
        if (_runs(running, ReasonCodes.COUNTRY_HOLDER_CAP_REACHED)) {
            for (uint256 i; i < next.countryCaps.length; ++i) {
                HolderTally memory tally = state.countryHolders[next.countryCaps[i].key];
                _require(ReasonCodes.COUNTRY_HOLDER_CAP_REACHED, _capTighter(tally, next.countryCaps[i]));
            }
        }
        if (_runs(running, ReasonCodes.CLASS_HOLDER_CAP_REACHED)) {
            for (uint256 i; i < next.classCaps.length; ++i) {
                HolderTally memory tally = state.classHolders[next.classCaps[i].key];
                _require(ReasonCodes.CLASS_HOLDER_CAP_REACHED, _capTighter(tally, next.classCaps[i]));
            }
        }
        for (uint256 i; i < next.packLimits.length; ++i) {
            uint256 key = next.packLimits[i].key;
            uint8 code = codeOf(IRuleConfiguration.Limit.PACK, key);
            _requireAtMost(running, code, next.packLimits[i].globalValue, state.packQuotas[key].globalValue);
        }
    }

    /// @dev A country or class without a cap so far: whatever allotment its first cap gets refuses more than none.
    function _uncapped(TokenState storage state, IRuleConfiguration.AllotmentChange calldata entry)
        private
        view
        returns (bool)
    {
        if (entry.limit == IRuleConfiguration.Limit.COUNTRY_HOLDERS) {
            return !state.countryHolders[entry.key].limited;
        }
        if (entry.limit == IRuleConfiguration.Limit.CLASS_HOLDERS) return !state.classHolders[entry.key].limited;
        return false;
    }

    function _capTighter(HolderTally memory tally, IRuleConfiguration.HolderCap calldata next)
        private
        pure
        returns (bool)
    {
        return !tally.limited || (next.limited && next.globalCap <= tally.globalCap);
    }

    function _requireAtMost(uint256 running, uint8 code, uint256 next, uint256 present) private pure {
        _require(code, !_runs(running, code) || next <= present);
    }

    function _requireAtLeast(uint256 running, uint8 code, uint256 next, uint256 present) private pure {
        _require(code, !_runs(running, code) || next >= present);
    }

    function _require(uint8 code, bool tighter) private pure {
        if (!tighter) revert IRuleConfiguration.NotTighter(code);
    }

    function _runs(uint256 running, uint8 code) private pure returns (bool) {
        return (running >> code) & 1 != 0;
    }
}
