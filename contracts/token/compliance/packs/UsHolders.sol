// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleReports } from "../../../interfaces/IRuleReports.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { HolderCounts } from "../HolderCounts.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TokenRules, TokenRuleWords } from "../TokenRules.sol";
import { LotPlan } from "../lots/LotPlan.sol";
import { PackLimits } from "./PackLimits.sol";
import { UsParameters, UsParameterWords } from "./UsParameters.sol";

/// @title UsHolders
/// @notice Rules of the pack US on the number of holders: US-06 (guards) and US-07, codes 52 to 56.
/// @dev They read the counts of `IRuleConfiguration.startCount`: holders for 52 and 55, classes of the US for 53,
/// countries for 54. A rule that may refuse refuses every new holder while its count is not kept. A guard that may not
/// refuse reports.
library UsHolders {
    uint256 private constant QUALIFIED_PURCHASER = (1 << 4) | (1 << 5);
    uint256 private constant ACCREDITED = QUALIFIED_PURCHASER | (1 << 2) | (1 << 3);
    uint256 private constant UNKNOWN = type(uint256).max;
    // The countries of the pack, ISO 3166-1 numeric, 16 bits each.
    uint256 private constant COUNTRIES =
        840 | (16 << 16) | (316 << 32) | (580 << 48) | (581 << 64) | (630 << 80) | (850 << 96);

    /// @notice Codes 52 to 56.
    function check(RuleContext memory context, LotPlan memory plan, uint256 runs, UsParameters word)
        internal
        view
        returns (uint8 code)
    {
        if (PackLimits.joins(context, plan)) {
            if (word.has(UsParameterWords.REFUSE_GUARDS)) {
                for (uint8 guard = ReasonCodes.US_HOLDERS_OF_RECORD; guard <= ReasonCodes.US_RESIDENT_HOLDERS; ++guard) {
                    if (_concerns(context, guard, runs, word)) code = _within(context.token, guard);
                    if (code != ReasonCodes.OK) return code;
                }
            }
            if (_concerns(context, ReasonCodes.US_BENEFICIAL_OWNERS, runs, word)) {
                code = _within(context.token, ReasonCodes.US_BENEFICIAL_OWNERS);
                if (code != ReasonCodes.OK) return code;
            }
        }
        bool qualified = (QUALIFIED_PURCHASER >> context.recipient.class(Jurisdictions.US)) & 1 != 0;
        bool refused = !qualified && word.has(UsParameterWords.QUALIFIED_PURCHASERS_ONLY)
            && (runs >> ReasonCodes.US_NOT_QUALIFIED_PURCHASER) & 1 != 0;
        return refused ? ReasonCodes.US_NOT_QUALIFIED_PURCHASER : ReasonCodes.OK;
    }

    /// @notice Reports the guards whose threshold is passed.
    function report(RuleContext memory context, LotPlan memory plan, uint256 runs, UsParameters word) internal {
        if (word.has(UsParameterWords.REFUSE_GUARDS) || !PackLimits.joins(context, plan)) return;
        for (uint8 guard = ReasonCodes.US_HOLDERS_OF_RECORD; guard <= ReasonCodes.US_RESIDENT_HOLDERS; ++guard) {
            if (!_concerns(context, guard, runs, word)) continue;
            uint256 count = usage(context.token, guard);
            if (count == UNKNOWN || PackLimits.within(context.token, guard, count + 1) == ReasonCodes.OK) continue;
            emit IRuleReports.RuleReported(context.token, context.toIdentity, guard, count + 1);
        }
    }

    /// @notice Holders that a rule counts now; the largest number when its count is not kept.
    function usage(address token, uint8 code) internal view returns (uint256 count) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        TokenRules rules = state.rules;
        if (code == ReasonCodes.US_NON_ACCREDITED_HOLDERS) {
            if ((rules.classHolders() >> Jurisdictions.US) & 1 == 0) return UNKNOWN;
            uint256 key = Jurisdictions.US << 4;
            return HolderCounts.holdersOf(state.classHolders[key], rules)
                + HolderCounts.holdersOf(state.classHolders[key | 1], rules);
        }
        if (code == ReasonCodes.US_RESIDENT_HOLDERS) {
            if (!rules.has(TokenRuleWords.COUNTRY_HOLDERS)) return UNKNOWN;
            for (uint256 countries = COUNTRIES; countries != 0; countries >>= 16) {
                count += HolderCounts.holdersOf(state.countryHolders[uint16(countries)], rules);
            }
            return count;
        }
        return rules.has(TokenRuleWords.HOLDERS) ? state.issueLimits.holders : UNKNOWN;
    }

    function _within(address token, uint8 code) private view returns (uint8) {
        uint256 count = usage(token, code);
        return count == UNKNOWN ? code : PackLimits.within(token, code, count + 1);
    }

    /// @dev Whether a rule runs and counts this recipient.
    function _concerns(RuleContext memory context, uint8 code, uint256 runs, UsParameters word)
        private
        pure
        returns (bool)
    {
        if ((runs >> code) & 1 == 0) return false;
        if (code == ReasonCodes.US_NON_ACCREDITED_HOLDERS) {
            return (ACCREDITED >> context.recipient.class(Jurisdictions.US)) & 1 == 0;
        }
        if (code == ReasonCodes.US_RESIDENT_HOLDERS) {
            return word.has(UsParameterWords.FOREIGN_PRIVATE_ISSUER)
                && Jurisdictions.packsOfCountry(context.recipient.residence()) & (1 << Jurisdictions.US) != 0;
        }
        if (code == ReasonCodes.US_BENEFICIAL_OWNERS) return !word.has(UsParameterWords.QUALIFIED_PURCHASERS_ONLY);
        return true;
    }
}
