// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IPackReports } from "../../../interfaces/IPackReports.sol";
import { InvestorRecords } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { HolderCounts } from "../HolderCounts.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TokenRules, TokenRuleWords } from "../TokenRules.sol";
import { PackChecks } from "./PackChecks.sol";
import { UsParameters, UsParameterWords } from "./UsParameters.sol";

/// @title UsHolders
/// @notice Rules of the pack US on the number of holders: US-06 (guards) and US-07, codes 52 to 56.
/// @dev They read the counts of `IRuleConfiguration.startCount`: holders for 52 and 55, classes of the US for 53,
/// countries for 54. A rule that may refuse cannot run without its count (`PackCounts`); if one did, it would refuse
/// every new holder. A guard that may not refuse reports, where its count is kept.
library UsHolders {
    uint256 private constant QUALIFIED_PURCHASER = 0x30;
    uint256 private constant ACCREDITED = 0x3c;
    uint256 private constant UNKNOWN = type(uint256).max;
    // The countries of the pack, ISO 3166-1 numeric, 16 bits each.
    uint256 private constant COUNTRIES =
        840 | (16 << 16) | (316 << 32) | (580 << 48) | (581 << 64) | (630 << 80) | (850 << 96);

    /// @notice Codes 52 to 56.
    function check(RuleContext memory context, uint256 rules, UsParameters word) internal view returns (uint8) {
        if (_joins(context)) {
            // Guards come first, and only those that the issuer asks to refuse.
            uint8 code = word.has(UsParameterWords.REFUSE_GUARDS)
                ? ReasonCodes.US_HOLDERS_OF_RECORD
                : ReasonCodes.US_BENEFICIAL_OWNERS;
            for (; code <= ReasonCodes.US_BENEFICIAL_OWNERS; ++code) {
                if (_concerns(context, code, rules, word) && _exceeds(context, code)) return code;
            }
        }
        bool qualified = (QUALIFIED_PURCHASER >> context.recipient.class(Jurisdictions.US)) & 1 != 0;
        bool refused = !qualified && word.has(UsParameterWords.QUALIFIED_PURCHASERS_ONLY)
            && PackChecks.on(rules, ReasonCodes.US_NOT_QUALIFIED_PURCHASER);
        return refused ? ReasonCodes.US_NOT_QUALIFIED_PURCHASER : ReasonCodes.OK;
    }

    /// @notice Reports the guards whose threshold is passed.
    function report(RuleContext memory context, uint256 rules, UsParameters word) internal {
        if (word.has(UsParameterWords.REFUSE_GUARDS) || !_joins(context)) return;
        TokenState storage state = PackChecks.stateOf(context);
        for (uint8 code = ReasonCodes.US_HOLDERS_OF_RECORD; code < ReasonCodes.US_BENEFICIAL_OWNERS; ++code) {
            if (!_concerns(context, code, rules, word)) continue;
            uint256 count = usage(context.token, code);
            if (count == UNKNOWN || count < state.packQuotas[PackChecks.limitKey(code, 0)].allotment) continue;
            emit IPackReports.RuleReported(context.token, context.toIdentity, code, count + 1);
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

    /// @dev Whether one holder more passes the limit.
    function _exceeds(RuleContext memory context, uint8 code) private view returns (bool) {
        uint256 count = usage(context.token, code);
        if (count == UNKNOWN) return true;
        return PackChecks.exceeds(context, PackChecks.stateOf(context), PackChecks.limitKey(code, 0), count + 1);
    }

    /// @dev Whether somebody becomes a holder: an investor who held nothing, in custody either where lots are kept.
    function _joins(RuleContext memory context) private pure returns (bool) {
        bool custodian = context.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        return !custodian && context.amount != 0 && context.toPosition.balance() == 0;
    }

    /// @dev Whether a rule runs and counts this recipient.
    function _concerns(RuleContext memory context, uint8 code, uint256 rules, UsParameters word)
        private
        pure
        returns (bool)
    {
        if (!PackChecks.on(rules, code)) return false;
        if (code == ReasonCodes.US_NON_ACCREDITED_HOLDERS) {
            return (ACCREDITED >> context.recipient.class(Jurisdictions.US)) & 1 == 0;
        }
        if (code == ReasonCodes.US_RESIDENT_HOLDERS) {
            return word.has(UsParameterWords.FOREIGN_PRIVATE_ISSUER)
                && Jurisdictions.packsOfCountry(context.recipient.residence()) & (1 << Jurisdictions.US) != 0;
        }
        return code != ReasonCodes.US_BENEFICIAL_OWNERS || !word.has(UsParameterWords.QUALIFIED_PURCHASERS_ONLY);
    }
}
