// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IPackReports } from "../../../interfaces/IPackReports.sol";
import { InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { Lots } from "../lots/Lot.sol";
import { LotPlan } from "../lots/LotPlan.sol";
import { LotRules } from "../lots/LotRules.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { PackScope } from "./PackScope.sol";
import { SgParameters, SgParameterWords } from "./SgParameters.sol";

/// @title SgPack
/// @notice Rules SG-01 to SG-09, codes 130 to 143: Singapore.
/// @dev Parameters (`quantera.compliance.pack_words.sg` writes them):
///
/// 0 the offer, see `PackChecks`, in SGD
/// 1 `SgParameters`
/// 2 from the lowest bit, smallest consideration of a transaction under SG-04 128 and SG-05 128 (SGD, 8 decimals; zero
///   where no amount will do)
///
/// Limits: 138 persons and 139 money within the window. The consideration of a sale between investors is known only
/// where trade terms state it (`ITradeTerms`): a plain transfer is none of S$ 200,000.
library SgPack {
    uint256 private constant JURISDICTION = Jurisdictions.SG;
    uint256 private constant CODES = ((1 << 30) - 1) << 130;
    uint256 private constant RETAIL = 0x3;
    uint256 private constant ACCREDITED = 0x4;
    uint256 private constant INSTITUTIONAL = 0x10;
    // Section 275(2) makes accredited investors relevant persons; institutional ones may buy either way.
    uint256 private constant RELEVANT = 0x34;
    uint256 private constant PLACED = (1 << Lots.SECTION_274) | (1 << Lots.SECTION_275);
    uint256 private constant ALLOTTED = (1 << Lots.SECTION_272) | (1 << Lots.SECTION_272A) | (1 << Lots.SECTION_272B);
    // Codes of the alternative offer routes SG-03, SG-04 and SG-07, asked in primary sales alone.
    uint256 private constant ROUTE_CODES = (7 << 133) | (3 << 138);

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        (uint256 rules, SgParameters word) = _running(context);
        if (rules == 0) return ReasonCodes.OK;
        bool receives = PackScope.receives(context, JURISDICTION);
        bool issues = PackScope.issues(context, JURISDICTION);
        bool sells = PackScope.sells(context, JURISDICTION);
        if (receives) code = _classCode(context, rules, word);
        if (issues && code == ReasonCodes.OK) code = _purchaserCode(context, rules);
        if (sells && code == ReasonCodes.OK) code = _onSaleCode(context, plan, rules, word);
        if (issues && code == ReasonCodes.OK) code = _offerCode(context, rules, word);
        if (code != ReasonCodes.OK) return code;
        if (
            sells && PackChecks.on(rules, ReasonCodes.SG_DEEMED_OFFER)
                && LotRules.lockUnlessApproved(context, plan, ALLOTTED, word.deemedMonths(), true)
        ) return ReasonCodes.SG_DEEMED_OFFER;
        if (issues && PackChecks.on(rules, ReasonCodes.SG_FUND_CLASS) && !_isOf(context, RELEVANT)) {
            return ReasonCodes.SG_FUND_CLASS;
        }
        if (
            sells && PackChecks.on(rules, ReasonCodes.SG_FUND_ON_SALE) && !_isOf(context, RELEVANT)
                && LotRules.lock(plan, context.amount, PLACED, word.fundMonths())
        ) return ReasonCodes.SG_FUND_ON_SALE;
        if (
            receives && PackChecks.on(rules, ReasonCodes.SG_DILIGENCE_TOO_OLD)
                && PackChecks.tooOld(
                    PackChecks.evidenceOf(context).day(InvestorEvidenceWords.CUSTOMER_DATA), word.reviewMonths()
                )
        ) return ReasonCodes.SG_DILIGENCE_TOO_OLD;
    }

    /// @notice Counts buyers and what they paid, and reports holding vehicles (code 137).
    function commit(RuleContext memory context) internal {
        (uint256 rules, SgParameters word) = _running(context);
        if (rules == 0 || context.amount == 0 || !PackScope.receives(context, JURISDICTION)) return;
        if (
            PackChecks.on(rules, ReasonCodes.SG_HOLDING_VEHICLE)
                && PackChecks.evidenceOf(context).has(InvestorEvidenceWords.HOLDING_VEHICLE)
        ) {
            emit IPackReports.RuleReported(
                context.token, context.toIdentity, ReasonCodes.SG_HOLDING_VEHICLE, context.amount
            );
        }
        if (!PackScope.issues(context, JURISDICTION)) return;
        if (word.has(SgParameterWords.SMALL_OFFER)) {
            if (!PackChecks.on(rules, ReasonCodes.SG_OFFER_VOLUME)) return;
            uint256 key = PackChecks.limitKey(ReasonCodes.SG_OFFER_VOLUME, 0);
            PackChecks.countMoney(context, key, _paid(context, Math.Rounding.Ceil));
        } else if (PackChecks.on(rules, ReasonCodes.SG_PERSONS)) {
            PackChecks.countPerson(context, PackChecks.limitKey(ReasonCodes.SG_PERSONS, 0), _windowEnd(word));
        }
    }

    /// @notice What is used of one of the pack's limits.
    function usage(address token, uint256 key) internal view returns (uint256) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        uint256 expired = _windowEnd(SgParameters.wrap(PackChecks.word(state, JURISDICTION, 1)));
        return uint8(key >> 16) == ReasonCodes.SG_PERSONS
            ? PackChecks.personsUsed(token, key, expired)
            : PackChecks.moneyUsed(token, key, expired);
    }

    // ------------------------------------------------------------------ issue and recipient

    /// @dev SG-01 and SG-02, codes 130 to 132.
    function _classCode(RuleContext memory context, uint256 rules, SgParameters word) private view returns (uint8) {
        if (PackChecks.on(rules, ReasonCodes.SG_CLASS_NOT_ALLOWED) && !_isOf(context, word.allowed())) {
            return ReasonCodes.SG_CLASS_NOT_ALLOWED;
        }
        if (
            PackChecks.on(rules, ReasonCodes.SG_OPT_IN_MISSING) && word.has(SgParameterWords.OPT_IN_REQUIRED)
                && _isOf(context, ACCREDITED)
                && PackChecks.evidenceOf(context).day(InvestorEvidenceWords.SG_OPT_IN) == 0
        ) return ReasonCodes.SG_OPT_IN_MISSING;
        bool refused = PackChecks.on(rules, ReasonCodes.SG_NO_RETAIL) && _isOf(context, RETAIL);
        return refused ? ReasonCodes.SG_NO_RETAIL : ReasonCodes.OK;
    }

    /// @dev SG-03 and SG-04, codes 133 to 135.
    function _purchaserCode(RuleContext memory context, uint256 rules) private view returns (uint8) {
        if (PackChecks.on(rules, ReasonCodes.SG_NOT_INSTITUTIONAL) && !_isOf(context, INSTITUTIONAL)) {
            return ReasonCodes.SG_NOT_INSTITUTIONAL;
        }
        if (_isOf(context, RELEVANT)) return ReasonCodes.OK;
        uint256 minimum = uint128(_minimums(context));
        if (minimum == 0) {
            bool refused = PackChecks.on(rules, ReasonCodes.SG_NOT_RELEVANT_PERSON);
            return refused ? ReasonCodes.SG_NOT_RELEVANT_PERSON : ReasonCodes.OK;
        }
        bool low =
            PackChecks.on(rules, ReasonCodes.SG_CONSIDERATION_TOO_LOW) && _paid(context, Math.Rounding.Floor) < minimum;
        return low ? ReasonCodes.SG_CONSIDERATION_TOO_LOW : ReasonCodes.OK;
    }

    /// @dev SG-07, codes 138 and 139.
    function _offerCode(RuleContext memory context, uint256 rules, SgParameters word) private view returns (uint8) {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 expired = _windowEnd(word);
        if (word.has(SgParameterWords.SMALL_OFFER)) {
            if (!PackChecks.on(rules, ReasonCodes.SG_OFFER_VOLUME) || context.amount == 0) return ReasonCodes.OK;
            uint256 volume = PackChecks.limitKey(ReasonCodes.SG_OFFER_VOLUME, 0);
            uint256 paid = _paid(context, Math.Rounding.Ceil);
            return PackChecks.moneyExceeds(context, state, volume, expired, paid, false)
                ? ReasonCodes.SG_OFFER_VOLUME
                : ReasonCodes.OK;
        }
        if (!PackChecks.on(rules, ReasonCodes.SG_PERSONS)) return ReasonCodes.OK;
        uint256 persons = PackChecks.limitKey(ReasonCodes.SG_PERSONS, 0);
        return PackChecks.personsExceed(context, state, persons, expired) ? ReasonCodes.SG_PERSONS : ReasonCodes.OK;
    }

    // ------------------------------------------------------------------ sale

    /// @dev SG-05, code 136.
    function _onSaleCode(RuleContext memory context, LotPlan memory plan, uint256 rules, SgParameters word)
        private
        view
        returns (uint8)
    {
        if (!PackChecks.on(rules, ReasonCodes.SG_ON_SALE) || _isOf(context, RELEVANT)) return ReasonCodes.OK;
        uint256 minimum = _minimums(context) >> 128;
        if (minimum != 0 && TradeTermWords.termsOf(context).consideration(JURISDICTION) >= minimum) {
            return ReasonCodes.OK;
        }
        bool locked = LotRules.lock(plan, context.amount, PLACED, word.onSaleMonths());
        return locked ? ReasonCodes.SG_ON_SALE : ReasonCodes.OK;
    }

    // ------------------------------------------------------------------ shared

    /// @dev Rules of the pack that run, those of the routes not taken left out.
    function _running(RuleContext memory context) private view returns (uint256 rules, SgParameters word) {
        TokenState storage state = PackChecks.stateOf(context);
        rules = state.packRules & CODES;
        if (rules == 0) return (0, word);
        word = SgParameters.wrap(PackChecks.word(state, JURISDICTION, 1));
        uint256 route = 0;
        if (context.path == IComplianceEngine.Path.MINT) {
            route = OfferRoutes.named(state, TradeTermWords.termsOf(context), JURISDICTION);
        }
        rules &= ~ROUTE_CODES | OfferRoutes.codes(JURISDICTION, route);
    }

    /// @dev What was paid for an issue, or the amount at the offer price; zero when that is unknown.
    function _paid(RuleContext memory context, Math.Rounding rounding) private view returns (uint256) {
        uint256 offer = PackChecks.word(PackChecks.stateOf(context), JURISDICTION, 0);
        return PackChecks.consideration(context, TradeTermWords.termsOf(context), offer, JURISDICTION, rounding);
    }

    function _minimums(RuleContext memory context) private view returns (uint256) {
        return PackChecks.word(PackChecks.stateOf(context), JURISDICTION, 2);
    }

    function _windowEnd(SgParameters word) private view returns (uint256) {
        return PackChecks.expiredByMonths(word.windowMonths());
    }

    function _isOf(RuleContext memory context, uint256 classes) private pure returns (bool) {
        return (classes >> context.recipient.class(JURISDICTION)) & 1 != 0;
    }
}
