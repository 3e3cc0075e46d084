// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IPackReports } from "../../../interfaces/IPackReports.sol";
import { InvestorEvidence, InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { InvestorTerms, InvestorTermWords } from "../../identity/InvestorTerms.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { ITokenFacts } from "../ITokenFacts.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTerms, TradeTermWords } from "../TradeTerms.sol";
import { Lots } from "../lots/Lot.sol";
import { LotPlan } from "../lots/LotPlan.sol";
import { LotRules } from "../lots/LotRules.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { PackScope } from "./PackScope.sol";
import { PackStorage, WeeklyVolume } from "./PackStorage.sol";
import { RollingTally } from "./RollingTally.sol";
import { UsHolders } from "./UsHolders.sol";
import { UsParameters, UsParameterWords } from "./UsParameters.sol";

/// @title UsPack
/// @notice Rules US-01 to US-08, codes 40 to 59: the United States.
/// @dev Parameters (`quantera.compliance.pack_words.us` writes them):
///
/// 0 the offer, see `PackChecks`, in USD
/// 1 `UsParameters`
/// 2 from the lowest bit, value 128 (USD, 8 decimals) and token units 128 above which a Form 144 is due (US-04)
///
/// Limits: 41 persons within the window; 52 to 55 holders. An affiliate's volume is compared with the supply of this
/// chain, so that all chains together stay within the share of the whole.
///
/// US-03 refines US-02: where exits are named and code 46 runs, 43 gives way to 46 and 47, which lock the same lots for
/// every buyer whom no exit fits. Without lots every unit counts as locked.
library UsPack {
    uint256 private constant JURISDICTION = Jurisdictions.US;
    uint256 private constant CODES = ((1 << 30) - 1) << 40;
    uint256 private constant ACCREDITED = 0x3c;
    uint256 private constant QIB = 0x28;
    uint256 private constant RESTRICTED = (1 << Lots.RULE_506B) | (1 << Lots.RULE_506C) | (1 << Lots.RULE_144A);
    uint256 private constant HALF_YEAR = 6;
    uint256 private constant BPS = 10_000;
    // Codes of the alternative offer routes, and those of them that are asked beside primary sales.
    uint256 private constant ROUTE_CODES = (7 << 40) | (3 << 50) | (7 << 57);
    uint256 private constant LASTING_ROUTE_CODES = (3 << 50) | (1 << 57);
    uint256 private constant SENDER_CODES = (0x7f << 43) | (1 << 51) | (1 << 57);
    uint256 private constant AFFILIATE_CODES = 3 << 48;
    uint256 private constant GROUP = 1 << 160;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        (uint256 rules, UsParameters word) = _running(context);
        if (rules == 0) return ReasonCodes.OK;
        bool issues = PackScope.issues(context, JURISDICTION);
        bool receives = PackScope.receives(context, JURISDICTION);
        bool sells = rules & SENDER_CODES != 0 && PackScope.sells(context, JURISDICTION);
        if (issues) code = _purchaserCode(context, rules, word);
        if (sells && code == ReasonCodes.OK) code = _holdingCode(context, plan, rules, word);
        if (sells && code == ReasonCodes.OK) code = _affiliateCode(context, rules, word);
        if (code == ReasonCodes.OK && (receives || sells)) {
            code = _offshoreCode(context, plan, rules, word, receives, sells);
        }
        if (receives && code == ReasonCodes.OK) code = UsHolders.check(context, rules, word);
        if (code == ReasonCodes.OK) code = _crowdfundingCode(context, plan, rules, word, issues, sells);
    }

    /// @notice Counts buyers, affiliates' sales and investment limits, and reports.
    function commit(RuleContext memory context) internal {
        (uint256 rules, UsParameters word) = _running(context);
        if (rules == 0 || context.amount == 0) return;
        if (rules & AFFILIATE_CODES != 0 && PackScope.sells(context, JURISDICTION)) _countSale(context, rules, word);
        if (!PackScope.receives(context, JURISDICTION)) return;
        if (PackScope.issues(context, JURISDICTION)) _countIssue(context, rules, word);
        UsHolders.report(context, rules, word);
    }

    /// @notice What is used of one of the pack's limits.
    function usage(address token, uint256 key) internal view returns (uint256) {
        uint8 code = uint8(key >> 16);
        if (code != ReasonCodes.US_NON_ACCREDITED_CAP) return UsHolders.usage(token, code);
        TokenState storage state = ComplianceStorage.load().tokens[token];
        return PackChecks.personsUsed(token, key, _windowEnd(_parameters(state)));
    }

    // ------------------------------------------------------------------ US-01

    /// @dev Codes 40 to 42.
    function _purchaserCode(RuleContext memory context, uint256 rules, UsParameters word) private view returns (uint8) {
        bool accredited = _isOf(context, ACCREDITED);
        if (!word.has(UsParameterWords.VERIFIED_ONLY)) {
            bool counts = !accredited && PackChecks.on(rules, ReasonCodes.US_NON_ACCREDITED_CAP);
            uint256 key = PackChecks.limitKey(ReasonCodes.US_NON_ACCREDITED_CAP, 0);
            return counts && PackChecks.personsExceed(context, PackChecks.stateOf(context), key, _windowEnd(word))
                ? ReasonCodes.US_NON_ACCREDITED_CAP
                : ReasonCodes.OK;
        }
        if (!accredited) {
            bool refused = PackChecks.on(rules, ReasonCodes.US_NOT_ACCREDITED);
            return refused ? ReasonCodes.US_NOT_ACCREDITED : ReasonCodes.OK;
        }
        if (!PackChecks.on(rules, ReasonCodes.US_VERIFICATION_TOO_OLD)) return ReasonCodes.OK;
        InvestorEvidence evidence = PackChecks.evidenceOf(context);
        uint256 day = evidence.day(InvestorEvidenceWords.US_ACCREDITED);
        bool old = evidence.has(InvestorEvidenceWords.WRITTEN_REPRESENTATION)
            ? PackChecks.tooOld(day, word.representationMonths())
            : day == 0 || RollingTally.today() >= day + word.verificationDays();
        return old ? ReasonCodes.US_VERIFICATION_TOO_OLD : ReasonCodes.OK;
    }

    function _windowEnd(UsParameters word) private view returns (uint256) {
        return RollingTally.expiredByDays(RollingTally.today(), word.windowDays());
    }

    // ------------------------------------------------------------------ US-02, US-03

    /// @dev Codes 43 to 47.
    function _holdingCode(RuleContext memory context, LotPlan memory plan, uint256 rules, UsParameters word)
        private
        view
        returns (uint8)
    {
        bool restricted = PackChecks.on(rules, ReasonCodes.US_RESTRICTED_PERIOD);
        bool refined = word.exits() != 0 && PackChecks.on(rules, ReasonCodes.US_NO_EXIT_FITS);
        if (restricted && !refined && LotRules.lock(plan, context.amount, RESTRICTED, word.holdingMonths())) {
            return ReasonCodes.US_RESTRICTED_PERIOD;
        }
        if (
            PackChecks.on(rules, ReasonCodes.US_CURRENT_INFORMATION_MISSING)
                && word.has(UsParameterWords.REPORTING_ISSUER) && !word.has(UsParameterWords.CURRENT_INFORMATION)
                && LotRules.lockBetween(
                    plan, context.amount, RESTRICTED, LotRules.expired(word.fullMonths()), LotRules.expired(HALF_YEAR)
                )
        ) return ReasonCodes.US_CURRENT_INFORMATION_MISSING;
        if (
            PackChecks.on(rules, ReasonCodes.US_SHELL_ISSUER) && word.has(UsParameterWords.SHELL)
                && LotRules.lockBetween(plan, context.amount, RESTRICTED, 0, type(uint256).max)
        ) return ReasonCodes.US_SHELL_ISSUER;
        return restricted && refined ? _exitCode(context, plan, rules, word) : ReasonCodes.OK;
    }

    /// @dev Codes 46 and 47.
    function _exitCode(RuleContext memory context, LotPlan memory plan, uint256 rules, UsParameters word)
        private
        view
        returns (uint8)
    {
        uint256 exits = word.exits();
        bool privately = exits & UsParameterWords.EXIT_4A7 != 0 && _isOf(context, ACCREDITED);
        if (
            (exits & UsParameterWords.EXIT_QIB != 0 && _isOf(context, QIB))
                || (exits & UsParameterWords.EXIT_OFFSHORE != 0 && !_isUsPerson(context))
                || (privately && _seasoned(word))
        ) return ReasonCodes.OK;
        bool approvable = exits & UsParameterWords.EXIT_APPROVAL != 0;
        if (!LotRules.lockUnlessApproved(context, plan, RESTRICTED, word.holdingMonths(), approvable)) {
            return ReasonCodes.OK;
        }
        return privately && PackChecks.on(rules, ReasonCodes.US_CLASS_TOO_YOUNG)
            ? ReasonCodes.US_CLASS_TOO_YOUNG
            : ReasonCodes.US_NO_EXIT_FITS;
    }

    function _seasoned(UsParameters word) private view returns (bool) {
        uint256 day = word.seasonedDay();
        return day != 0 && day <= RollingTally.today();
    }

    // ------------------------------------------------------------------ US-04

    /// @dev Code 48.
    function _affiliateCode(RuleContext memory context, uint256 rules, UsParameters word) private view returns (uint8) {
        if (!PackChecks.on(rules, ReasonCodes.US_AFFILIATE_VOLUME)) return ReasonCodes.OK;
        InvestorTerms terms = PackChecks.termsWith(context, context.fromIdentity);
        if (!terms.has(InvestorTermWords.AFFILIATE)) return ReasonCodes.OK;
        uint256 limit = ITokenFacts(context.token).totalSupply() * word.affiliateBps() / BPS;
        limit = Math.max(limit, _weeklyVolume(context.token, word));
        uint256 sold = _sold(context, terms, word) + context.amount;
        return sold > limit ? ReasonCodes.US_AFFILIATE_VOLUME : ReasonCodes.OK;
    }

    /// @dev The mean weekly volume, if one was posted that is not too old.
    function _weeklyVolume(address token, UsParameters word) private view returns (uint256) {
        WeeklyVolume memory posted = PackStorage.load().weeklyVolumes[token];
        return block.timestamp < posted.asOf + word.volumeDays() * 1 days ? posted.units : 0;
    }

    /// @dev Code 49 reports.
    function _countSale(RuleContext memory context, uint256 rules, UsParameters word) private {
        InvestorTerms terms = PackChecks.termsWith(context, context.fromIdentity);
        if (!terms.has(InvestorTermWords.AFFILIATE)) return;
        uint256 sold = _sold(context, terms, word) + context.amount;
        PackChecks.countMoney(context, _affiliateKey(context, terms), context.amount);
        if (!PackChecks.on(rules, ReasonCodes.US_FORM144_DUE)) return;
        TokenState storage state = PackChecks.stateOf(context);
        uint256 thresholds = PackChecks.word(state, JURISDICTION, 2);
        uint256 value = PackChecks.valueOf(PackChecks.word(state, JURISDICTION, 0), sold, Math.Rounding.Ceil);
        if (sold > thresholds >> 128 || value > uint128(thresholds)) {
            emit IPackReports.RuleReported(context.token, context.fromIdentity, ReasonCodes.US_FORM144_DUE, sold);
        }
    }

    function _sold(RuleContext memory context, InvestorTerms terms, UsParameters word) private view returns (uint256) {
        uint256 expired = PackChecks.expiredByMonths(word.affiliateMonths());
        return PackChecks.moneyUsed(context.token, _affiliateKey(context, terms), expired);
    }

    /// @dev Key of an affiliate's sales, which are counted in token units; affiliates of one group sell together.
    function _affiliateKey(RuleContext memory context, InvestorTerms terms) private pure returns (uint256) {
        uint256 group = terms.affiliateGroup();
        uint256 who = group == 0 ? uint160(context.fromIdentity) : GROUP | group;
        return (who << 24) | PackChecks.limitKey(ReasonCodes.US_AFFILIATE_VOLUME, 0);
    }

    // ------------------------------------------------------------------ US-05

    /// @dev Codes 50 and 51.
    function _offshoreCode(
        RuleContext memory context,
        LotPlan memory plan,
        uint256 rules,
        UsParameters word,
        bool receives,
        bool sells
    ) private view returns (uint8) {
        if (!_isUsPerson(context)) return ReasonCodes.OK;
        if (receives && PackChecks.on(rules, ReasonCodes.US_PERSON_IN_DISTRIBUTION) && _distributes(word)) {
            return ReasonCodes.US_PERSON_IN_DISTRIBUTION;
        }
        bool locked = sells && PackChecks.on(rules, ReasonCodes.US_REG_SLOT_RESTRICTED)
            && word.has(UsParameterWords.US_ISSUER_EQUITY)
            && LotRules.lock(plan, context.amount, 1 << Lots.REGULATION_S, word.equityMonths());
        return locked ? ReasonCodes.US_REG_SLOT_RESTRICTED : ReasonCodes.OK;
    }

    /// @dev A period whose start is not recorded has not ended.
    function _distributes(UsParameters word) private view returns (bool) {
        uint256 start = word.distributionStart();
        if (start == 0) return true;
        uint256 category = word.category();
        if (category == 1) return RollingTally.today() < start;
        if (category == 2 || word.has(UsParameterWords.OFFSHORE_DEBT)) {
            return RollingTally.today() < start + word.shortDays();
        }
        return start > LotRules.expired(word.distributionMonths());
    }

    // ------------------------------------------------------------------ US-08

    /// @dev Codes 57 to 59.
    function _crowdfundingCode(
        RuleContext memory context,
        LotPlan memory plan,
        uint256 rules,
        UsParameters word,
        bool issues,
        bool sells
    ) private view returns (uint8) {
        if (_isOf(context, ACCREDITED)) return ReasonCodes.OK;
        if (
            sells && PackChecks.on(rules, ReasonCodes.US_CROWDFUNDING_LOCK)
                && LotRules.lockUnlessApproved(context, plan, 1 << Lots.CROWDFUNDING, word.lockMonths(), true)
        ) return ReasonCodes.US_CROWDFUNDING_LOCK;
        if (!issues) return ReasonCodes.OK;
        if (
            PackChecks.on(rules, ReasonCodes.US_HEADROOM_EXCEEDED) && context.amount != 0
                && PackChecks.headroomExceeded(context, JURISDICTION, _paid(context))
        ) return ReasonCodes.US_HEADROOM_EXCEEDED;
        return PackChecks.on(rules, ReasonCodes.US_HEADROOM_MISSING)
            && PackChecks.headroomMissing(context, JURISDICTION)
            ? ReasonCodes.US_HEADROOM_MISSING
            : ReasonCodes.OK;
    }

    /// @dev Rounded up: it counts against the investor's limit.
    function _paid(RuleContext memory context) private view returns (uint256) {
        uint256 offer = PackChecks.word(PackChecks.stateOf(context), JURISDICTION, 0);
        TradeTerms terms = TradeTermWords.termsOf(context);
        return PackChecks.consideration(context, terms, offer, JURISDICTION, Math.Rounding.Ceil);
    }

    // ------------------------------------------------------------------ shared

    /// @dev Counts a buyer who is not accredited, and takes what was paid from the attested limit.
    function _countIssue(RuleContext memory context, uint256 rules, UsParameters word) private {
        if (_isOf(context, ACCREDITED)) return;
        if (PackChecks.on(rules, ReasonCodes.US_NON_ACCREDITED_CAP) && !word.has(UsParameterWords.VERIFIED_ONLY)) {
            uint256 key = PackChecks.limitKey(ReasonCodes.US_NON_ACCREDITED_CAP, 0);
            PackChecks.countPerson(context, key, _windowEnd(word));
        }
        if (PackChecks.on(rules, ReasonCodes.US_HEADROOM_EXCEEDED)) {
            PackChecks.spendHeadroom(context, JURISDICTION, _paid(context));
        }
    }

    /// @dev Rules of the pack that run, those of the routes not taken left out.
    function _running(RuleContext memory context) private view returns (uint256 rules, UsParameters word) {
        TokenState storage state = PackChecks.stateOf(context);
        rules = state.packRules & CODES;
        if (rules == 0) return (0, word);
        word = _parameters(state);
        uint256 route = 0;
        if (context.path == IComplianceEngine.Path.MINT) {
            route = OfferRoutes.named(state, TradeTermWords.termsOf(context), JURISDICTION);
        } else if (rules & LASTING_ROUTE_CODES != 0) {
            route = OfferRoutes.ofPack(state, JURISDICTION);
        }
        rules &= ~ROUTE_CODES | OfferRoutes.codes(JURISDICTION, route);
    }

    function _parameters(TokenState storage state) private view returns (UsParameters) {
        return UsParameters.wrap(PackChecks.word(state, JURISDICTION, 1));
    }

    function _isOf(RuleContext memory context, uint256 classes) private pure returns (bool) {
        return (classes >> context.recipient.class(JURISDICTION)) & 1 != 0;
    }

    /// @dev 17 CFR 230.902(k): by residence or by status.
    function _isUsPerson(RuleContext memory context) private pure returns (bool) {
        return Jurisdictions.packsOf(context.recipient) & (1 << JURISDICTION) != 0;
    }
}
