// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { ComplianceStorage, HolderTally, PackQuota, TokenState } from "./ComplianceStorage.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";
import { ITokenFacts } from "./ITokenFacts.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";
import { LotStorage } from "./lots/LotStorage.sol";

/// @title Allotments
/// @notice This chain's shares of the limits that are divided between chains: reading, changing, and what is in use.
library Allotments {
    /// @notice Global value and this chain's allotment of a limit.
    /// @dev Reverts with `LimitUnknown` when the limit has no such key.
    function read(address token, IRuleConfiguration.Limit limit, uint256 key)
        internal
        view
        returns (uint256 globalValue, uint256 local)
    {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        _requireKey(limit, key);
        if (limit == IRuleConfiguration.Limit.SUPPLY) {
            return (state.globalLimits.supplyCap, state.issueLimits.supplyCap);
        }
        if (limit == IRuleConfiguration.Limit.HOLDERS) {
            return (state.globalLimits.holderCap, state.issueLimits.holderCap);
        }
        if (limit == IRuleConfiguration.Limit.WINDOW_VOLUME) {
            return (state.globalLimits.windowVolume, state.investorLimits.windowVolume());
        }
        if (limit == IRuleConfiguration.Limit.MAX_BALANCE) {
            globalValue = state.globalLimits.maxBalance;
            local = state.investorLimits.maxBalance();
            if (key == 0) return (globalValue, local);
            uint256 plusOne = state.ownAllotments[address(uint160(key))];
            return (globalValue, plusOne == 0 ? local : plusOne - 1);
        }
        if (limit == IRuleConfiguration.Limit.PACK) {
            PackQuota memory quota = state.packQuotas[key];
            return (quota.globalValue, quota.allotment);
        }
        HolderTally memory tally = _tally(state, limit, key);
        return (tally.globalCap, tally.cap);
    }

    /// @notice What is in use of an allotment, and whether that can be known.
    function used(address token, IRuleConfiguration.Limit limit, uint256 key)
        internal
        view
        returns (bool known, uint256 amount)
    {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        TokenState storage state = $.tokens[token];
        TokenRules rules = state.rules;
        if (limit == IRuleConfiguration.Limit.SUPPLY) return (true, ITokenFacts(token).totalSupply());
        if (limit == IRuleConfiguration.Limit.WINDOW_VOLUME) return (false, 0);
        if (limit == IRuleConfiguration.Limit.PACK) {
            return (true, IRulePackExtension(address(this)).packUsage(token, key));
        }
        if (limit == IRuleConfiguration.Limit.MAX_BALANCE) {
            if (key == 0 || !rules.has(TokenRuleWords.POSITIONS)) return (false, 0);
            if (rules.has(TokenRuleWords.LOTS)) {
                return (true, LotStorage.unitsOf(ComplianceStorage.lotKey(token, rules), address(uint160(key))));
            }
            return
                (true, $.holdings[ComplianceStorage.countKey(token, rules)][address(uint160(key))].position.balance());
        }
        if (limit == IRuleConfiguration.Limit.HOLDERS) {
            return (rules.has(TokenRuleWords.HOLDERS), state.issueLimits.holders);
        }
        bool counted = limit == IRuleConfiguration.Limit.COUNTRY_HOLDERS
            ? rules.has(TokenRuleWords.COUNTRY_HOLDERS)
            : (rules.classHolders() >> (key >> 4)) & 1 != 0;
        return (counted, HolderCounts.holdersOf(_tally(state, limit, key), rules));
    }

    /// @notice Moves an allotment by a difference.
    /// @dev Reverts with `AllotmentOutOfRange` below zero or above the global value.
    function change(address token, IRuleConfiguration.Limit limit, uint256 key, int256 difference, bytes32 messageId)
        internal
    {
        (uint256 globalValue, uint256 local) = read(token, limit, key);
        int256 next = int256(local) + difference;
        if (next < 0 || uint256(next) > globalValue) {
            revert IRuleConfiguration.AllotmentOutOfRange(limit, key, local, difference, globalValue);
        }
        _write(token, limit, key, uint256(next));
        emit IRuleConfiguration.AllotmentChanged(token, limit, key, uint256(next), messageId);
    }

    /// @notice Lowers an allotment to the global value where it is above.
    function clip(address token, IRuleConfiguration.Limit limit, uint256 key) internal {
        (uint256 globalValue, uint256 local) = read(token, limit, key);
        if (local <= globalValue) return;
        _write(token, limit, key, globalValue);
        emit IRuleConfiguration.AllotmentChanged(token, limit, key, globalValue, bytes32(0));
    }

    /// @dev The value fits its field: it is at most the global value, which has the same width.
    function _write(address token, IRuleConfiguration.Limit limit, uint256 key, uint256 value) private {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        if (limit == IRuleConfiguration.Limit.SUPPLY) {
            state.issueLimits.supplyCap = uint128(value);
        } else if (limit == IRuleConfiguration.Limit.HOLDERS) {
            state.issueLimits.holderCap = uint32(value);
        } else if (limit == IRuleConfiguration.Limit.WINDOW_VOLUME) {
            state.investorLimits = state.investorLimits.withWindowVolume(uint88(value));
        } else if (limit == IRuleConfiguration.Limit.PACK) {
            state.packQuotas[key].allotment = uint128(value);
        } else if (limit != IRuleConfiguration.Limit.MAX_BALANCE) {
            _tally(state, limit, key).cap = uint32(value);
        } else if (key == 0) {
            state.investorLimits = state.investorLimits.withMaxBalance(uint128(value));
        } else {
            state.ownAllotments[address(uint160(key))] = value + 1;
            state.rules = state.rules.withSwitch(TokenRuleWords.PERSONAL_ALLOTMENTS, true);
        }
    }

    function _requireKey(IRuleConfiguration.Limit limit, uint256 key) private pure {
        uint256 bound = 1;
        if (limit == IRuleConfiguration.Limit.COUNTRY_HOLDERS) bound = 1 << 16;
        else if (limit == IRuleConfiguration.Limit.CLASS_HOLDERS) bound = Jurisdictions.COUNT << 4;
        else if (limit == IRuleConfiguration.Limit.MAX_BALANCE) bound = 1 << 160;
        else if (limit == IRuleConfiguration.Limit.PACK) return;
        if (key >= bound) revert IRuleConfiguration.LimitUnknown(limit, key);
    }

    function _tally(TokenState storage state, IRuleConfiguration.Limit limit, uint256 key)
        private
        view
        returns (HolderTally storage)
    {
        return limit == IRuleConfiguration.Limit.COUNTRY_HOLDERS ? state.countryHolders[key] : state.classHolders[key];
    }
}
