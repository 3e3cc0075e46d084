// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IRuleReports } from "../../../interfaces/IRuleReports.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorEvidence, InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { Lots } from "../lots/Lot.sol";
import { LotPlan } from "../lots/LotPlan.sol";
import { LotRules } from "../lots/LotRules.sol";
import { PackLimits } from "./PackLimits.sol";
import { PackScope } from "./PackScope.sol";
import { PackStorage } from "./PackStorage.sol";
import { RollingTally } from "./RollingTally.sol";
import { SgParameters, SgParameterWords } from "./SgParameters.sol";

/// @title SgPack
/// @notice Rules of the pack SG (Singapore), codes 130 to 143, SG-01 to SG-09.
/// @dev The consideration of a sale is known only where trade terms state it (`ITradeTerms`): a plain transfer is none
/// of S$ 200,000.
library SgPack {
    using RollingTally for Checkpoints.Trace224;

    uint256 private constant WORDS = Jurisdictions.SG * 16;
    uint256 private constant ALL_CODES = ((1 << 14) - 1) << 130;
    uint256 private constant RETAIL = (1 << 0) | (1 << 1);
    uint256 private constant ACCREDITED = 1 << 2;
    uint256 private constant INSTITUTIONAL = 1 << 4;
    // Section 275(2) makes accredited investors relevant persons; institutional ones may buy either way.
    uint256 private constant RELEVANT = ACCREDITED | INSTITUTIONAL | (1 << 5);
    uint256 private constant PLACED = (1 << Lots.SECTION_274) | (1 << Lots.SECTION_275);
    uint256 private constant ALLOTTED =
        (1 << Lots.SMALL_NUMBER) | (1 << Lots.SECTION_272) | (1 << Lots.SECTION_272A) | (1 << Lots.SECTION_272B);
    // Codes of the alternative offer routes SG-03, SG-04 and SG-07.
    uint256 private constant ROUTE_03 = 1 << 133;
    uint256 private constant ROUTE_04 = 3 << 134;
    uint256 private constant ROUTE_07 = 3 << 138;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        (uint256 runs, SgParameters word) = _running(context);
        if (runs == 0) return ReasonCodes.OK;
        bool receives = PackScope.receives(context, Jurisdictions.SG);
        bool issues = receives && PackLimits.isIssue(context);
        if (receives) code = _class(context, runs, word);
        if (issues && code == ReasonCodes.OK) code = _purchaser(context, runs);
        bool sells = PackScope.sells(context, Jurisdictions.SG);
        if (sells && code == ReasonCodes.OK) code = _onSale(context, plan, runs, word);
        if (issues && code == ReasonCodes.OK) code = _offer(context, runs, word);
        if (sells && code == ReasonCodes.OK) code = _deemedOffer(context, plan, runs, word);
        if (issues && code == ReasonCodes.OK) code = _fundClass(context, runs);
        if (sells && code == ReasonCodes.OK) code = _fundOnSale(context, plan, runs, word);
        if (receives && code == ReasonCodes.OK) code = _diligence(context, runs, word);
    }

    /// @notice Counts buyers and what they paid, and reports.
    function commit(RuleContext memory context) internal {
        (uint256 runs, SgParameters word) = _running(context);
        if (runs == 0 || context.amount == 0 || !PackScope.receives(context, Jurisdictions.SG)) return;
        if (_on(runs, ReasonCodes.SG_HOLDING_VEHICLE) && _evidence(context).has(InvestorEvidenceWords.HOLDING_VEHICLE))
        {
            emit IRuleReports.RuleReported(
                context.token, context.toIdentity, ReasonCodes.SG_HOLDING_VEHICLE, context.amount
            );
        }
        if (!PackLimits.isIssue(context)) return;
        PackStorage.Layout storage $ = PackStorage.load();
        if (word.has(SgParameterWords.SMALL_OFFER)) {
            if (!_on(runs, ReasonCodes.SG_OFFER_VOLUME)) return;
            uint256 paid = _consideration(context, Math.Rounding.Ceil);
            $.sums[context.token][PackLimits.keyOf(ReasonCodes.SG_OFFER_VOLUME)].add(RollingTally.today(), paid);
        } else if (_on(runs, ReasonCodes.SG_PERSONS)) {
            RollingTally.enter(
                $.persons[context.token][PackLimits.keyOf(ReasonCodes.SG_PERSONS)],
                context.toIdentity,
                RollingTally.today(),
                _expired(word)
            );
        }
    }

    /// @notice What is used of a limit of this pack.
    function usage(address token, uint8 code) internal view returns (uint256) {
        SgParameters word = SgParameters.wrap(_words(token)[WORDS]);
        PackStorage.Layout storage $ = PackStorage.load();
        uint256 key = PackLimits.keyOf(code);
        if (code == ReasonCodes.SG_PERSONS) return RollingTally.personsAfter($.persons[token][key], _expired(word));
        return code == ReasonCodes.SG_OFFER_VOLUME ? $.sums[token][key].sumAfter(_expired(word)) : 0;
    }

    // ------------------------------------------------------------------ the recipient

    /// @dev SG-01 and SG-02, codes 130 to 132.
    function _class(RuleContext memory context, uint256 runs, SgParameters word) private view returns (uint8) {
        if (_on(runs, ReasonCodes.SG_CLASS_NOT_ALLOWED) && !_isOf(context, word.allowed())) {
            return ReasonCodes.SG_CLASS_NOT_ALLOWED;
        }
        if (
            _on(runs, ReasonCodes.SG_OPT_IN_MISSING) && word.has(SgParameterWords.OPT_IN_REQUIRED)
                && _isOf(context, ACCREDITED) && _evidence(context).day(InvestorEvidenceWords.SG_OPT_IN) == 0
        ) return ReasonCodes.SG_OPT_IN_MISSING;
        return _on(runs, ReasonCodes.SG_NO_RETAIL) && _isOf(context, RETAIL) ? ReasonCodes.SG_NO_RETAIL : ReasonCodes.OK;
    }

    /// @dev SG-09, code 143.
    function _diligence(RuleContext memory context, uint256 runs, SgParameters word) private view returns (uint8) {
        if (!_on(runs, ReasonCodes.SG_DILIGENCE_TOO_OLD)) return ReasonCodes.OK;
        uint256 day = _evidence(context).day(InvestorEvidenceWords.CUSTOMER_DATA);
        bool fresh = day > LotRules.expired(word.reviewMonths());
        return fresh ? ReasonCodes.OK : ReasonCodes.SG_DILIGENCE_TOO_OLD;
    }

    // ------------------------------------------------------------------ the issue

    /// @dev SG-03 and SG-04, codes 133 to 135.
    function _purchaser(RuleContext memory context, uint256 runs) private view returns (uint8) {
        if (_on(runs, ReasonCodes.SG_NOT_INSTITUTIONAL) && !_isOf(context, INSTITUTIONAL)) {
            return ReasonCodes.SG_NOT_INSTITUTIONAL;
        }
        if (runs & ROUTE_04 == 0 || _isOf(context, RELEVANT)) return ReasonCodes.OK;
        uint256 minimum = uint128(_words(context.token)[WORDS + 1]);
        if (minimum == 0) {
            return _on(runs, ReasonCodes.SG_NOT_RELEVANT_PERSON) ? ReasonCodes.SG_NOT_RELEVANT_PERSON : ReasonCodes.OK;
        }
        bool low =
            _on(runs, ReasonCodes.SG_CONSIDERATION_TOO_LOW) && _consideration(context, Math.Rounding.Floor) < minimum;
        return low ? ReasonCodes.SG_CONSIDERATION_TOO_LOW : ReasonCodes.OK;
    }

    /// @dev SG-07, codes 138 and 139.
    function _offer(RuleContext memory context, uint256 runs, SgParameters word) private view returns (uint8) {
        PackStorage.Layout storage $ = PackStorage.load();
        uint256 expired = _expired(word);
        if (word.has(SgParameterWords.SMALL_OFFER)) {
            if (!_on(runs, ReasonCodes.SG_OFFER_VOLUME)) return ReasonCodes.OK;
            uint256 paid = _consideration(context, Math.Rounding.Ceil);
            // Without a price nobody can tell whether the offer is small.
            if (paid == 0 && context.amount != 0) return ReasonCodes.SG_OFFER_VOLUME;
            uint256 key = PackLimits.keyOf(ReasonCodes.SG_OFFER_VOLUME);
            uint256 raised = $.sums[context.token][key].sumAfter(expired);
            return PackLimits.within(context.token, ReasonCodes.SG_OFFER_VOLUME, raised + paid);
        }
        if (!_on(runs, ReasonCodes.SG_PERSONS)) return ReasonCodes.OK;
        uint256 persons = PackLimits.keyOf(ReasonCodes.SG_PERSONS);
        if (RollingTally.isCounted($.persons[context.token][persons], context.toIdentity, expired)) {
            return ReasonCodes.OK;
        }
        uint256 next = RollingTally.personsAfter($.persons[context.token][persons], expired) + 1;
        return PackLimits.within(context.token, ReasonCodes.SG_PERSONS, next);
    }

    /// @dev SG-09, code 141.
    function _fundClass(RuleContext memory context, uint256 runs) private pure returns (uint8) {
        bool refused = _on(runs, ReasonCodes.SG_FUND_CLASS) && !_isOf(context, RELEVANT);
        return refused ? ReasonCodes.SG_FUND_CLASS : ReasonCodes.OK;
    }

    // ------------------------------------------------------------------ the sale

    /// @dev SG-05, code 136.
    function _onSale(RuleContext memory context, LotPlan memory plan, uint256 runs, SgParameters word)
        private
        view
        returns (uint8)
    {
        if (!_on(runs, ReasonCodes.SG_ON_SALE) || _isOf(context, RELEVANT)) return ReasonCodes.OK;
        uint256 minimum = _words(context.token)[WORDS + 1] >> 128;
        uint256 paid = TradeTermWords.termsOf(context).consideration(Jurisdictions.SG);
        if (minimum != 0 && paid >= minimum) return ReasonCodes.OK;
        return
            LotRules.lock(plan, context.amount, PLACED, word.onSaleMonths()) ? ReasonCodes.SG_ON_SALE : ReasonCodes.OK;
    }

    /// @dev SG-08, code 140.
    function _deemedOffer(RuleContext memory context, LotPlan memory plan, uint256 runs, SgParameters word)
        private
        view
        returns (uint8)
    {
        if (!_on(runs, ReasonCodes.SG_DEEMED_OFFER)) return ReasonCodes.OK;
        (uint256 locked, uint256 units) = (plan.locked, plan.lockedUnits);
        if (!LotRules.lock(plan, context.amount, ALLOTTED, word.deemedMonths())) return ReasonCodes.OK;
        if (!PackLimits.approved(context, plan)) return ReasonCodes.SG_DEEMED_OFFER;
        (plan.locked, plan.lockedUnits) = (locked, units);
        return ReasonCodes.OK;
    }

    /// @dev SG-09, code 142.
    function _fundOnSale(RuleContext memory context, LotPlan memory plan, uint256 runs, SgParameters word)
        private
        view
        returns (uint8)
    {
        if (!_on(runs, ReasonCodes.SG_FUND_ON_SALE) || _isOf(context, RELEVANT)) return ReasonCodes.OK;
        return
            LotRules.lock(plan, context.amount, PLACED, word.fundMonths())
                ? ReasonCodes.SG_FUND_ON_SALE
                : ReasonCodes.OK;
    }

    // ------------------------------------------------------------------ shared

    /// @dev Rules of the pack that run, those of the routes not taken left out.
    function _running(RuleContext memory context) private view returns (uint256 runs, SgParameters word) {
        TokenState storage state = ComplianceStorage.load().tokens[context.token];
        runs = state.packRules & ALL_CODES;
        if (runs == 0) return (0, word);
        word = SgParameters.wrap(state.packWords[WORDS]);
        uint256 route = PackLimits.isIssue(context) ? TradeTermWords.termsOf(context).route(Jurisdictions.SG) : 0;
        if (route == 0) route = word.route();
        if (route != 3) runs &= ~ROUTE_03;
        if (route != 4) runs &= ~ROUTE_04;
        if (route != 7) runs &= ~ROUTE_07;
    }

    /// @dev What was paid for an issue, or the amount at the offer price.
    function _consideration(RuleContext memory context, Math.Rounding rounding) private view returns (uint256 value) {
        value = TradeTermWords.termsOf(context).consideration(Jurisdictions.SG);
        if (value == 0) value = PackLimits.priceOf(_words(context.token)[WORDS + 2], context.amount, rounding);
    }

    function _evidence(RuleContext memory context) private view returns (InvestorEvidence) {
        return IdentityStorage.load().evidence[context.toIdentity];
    }

    function _expired(SgParameters word) private view returns (uint256) {
        return RollingTally.expiredByMonths(RollingTally.today(), word.windowMonths());
    }

    function _words(address token) private view returns (mapping(uint256 => uint256) storage) {
        return ComplianceStorage.load().tokens[token].packWords;
    }

    function _on(uint256 runs, uint8 code) private pure returns (bool) {
        return (runs >> code) & 1 != 0;
    }

    function _isOf(RuleContext memory context, uint256 classes) private pure returns (bool) {
        return (classes >> context.recipient.class(Jurisdictions.SG)) & 1 != 0;
    }
}
