// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { IRuleReports } from "../../../interfaces/IRuleReports.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorEvidence, InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { InvestorTerms, InvestorTermWords } from "../../identity/InvestorTerms.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { ITokenFacts } from "../ITokenFacts.sol";
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
import { UsHolders } from "./UsHolders.sol";
import { UsParameters, UsParameterWords } from "./UsParameters.sol";

/// @title UsPack
/// @notice Rules of the pack US (United States), codes 40 to 59, US-01 to US-08.
/// @dev US-03 refines US-02: where exits are named and code 46 runs, 43 gives way to 46 and 47, which lock the same
/// lots for every buyer whom no exit fits. Without lots every unit counts as locked. Affiliates' volume is compared
/// with the supply of this chain, so that the chains together stay within the share of the whole.
library UsPack {
    using RollingTally for Checkpoints.Trace224;

    uint256 private constant WORDS = Jurisdictions.US * 16;
    uint256 private constant ALL_CODES = ((1 << 20) - 1) << 40;
    uint256 private constant ACCREDITED = (1 << 2) | (1 << 3) | (1 << 4) | (1 << 5);
    uint256 private constant QIB = (1 << 3) | (1 << 5);
    uint256 private constant RESTRICTED = (1 << Lots.RULE_506B) | (1 << Lots.RULE_506C) | (1 << Lots.RULE_144A);
    uint256 private constant HALF_YEAR = 6;
    uint256 private constant BPS = 10_000;
    // Codes of the alternative offer routes US-01, US-05 and US-08.
    uint256 private constant ROUTE_01 = 7 << 40;
    uint256 private constant ROUTE_05 = 3 << 50;
    uint256 private constant ROUTE_08 = 7 << 57;
    uint256 private constant SENDER_CODES = (((1 << 7) - 1) << 43) | (1 << 51) | (1 << 57);
    uint256 private constant GROUP = 1 << 160;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        (uint256 runs, UsParameters word) = _running(context);
        if (runs == 0) return ReasonCodes.OK;
        bool issues = PackScope.issues(context, Jurisdictions.US);
        bool receives = issues || PackScope.receives(context, Jurisdictions.US);
        bool sells = runs & SENDER_CODES != 0 && PackScope.sells(context, Jurisdictions.US);
        if (issues) code = _purchaser(context, runs, word);
        if (sells && code == ReasonCodes.OK) code = _holding(context, plan, runs, word);
        if (sells && code == ReasonCodes.OK) code = _affiliate(context, runs, word);
        if (code == ReasonCodes.OK) code = _offshore(context, plan, runs, word, receives, sells);
        if (receives && code == ReasonCodes.OK) code = UsHolders.check(context, plan, runs, word);
        if (code == ReasonCodes.OK) code = _crowdfunding(context, plan, runs, word, issues, sells);
    }

    /// @notice Counts buyers, affiliates' sales and investment limits, and reports.
    function commit(RuleContext memory context, LotPlan memory plan) internal {
        (uint256 runs, UsParameters word) = _running(context);
        if (runs == 0) return;
        if (PackScope.issues(context, Jurisdictions.US)) _countIssue(context, runs, word);
        if (runs & (3 << 48) != 0 && PackScope.sells(context, Jurisdictions.US)) _countSale(context, runs, word);
        if (PackScope.receives(context, Jurisdictions.US)) UsHolders.report(context, plan, runs, word);
    }

    /// @notice What is used of a limit of this pack.
    function usage(address token, uint8 code) internal view returns (uint256) {
        if (code == ReasonCodes.US_NON_ACCREDITED_CAP) {
            UsParameters word = UsParameters.wrap(ComplianceStorage.load().tokens[token].packWords[WORDS]);
            return RollingTally.personsAfter(PackStorage.load().persons[token][PackLimits.keyOf(code)], _expired(word));
        }
        return UsHolders.usage(token, code);
    }

    // ------------------------------------------------------------------ US-01

    /// @dev Codes 40 to 42.
    function _purchaser(RuleContext memory context, uint256 runs, UsParameters word) private view returns (uint8) {
        bool accredited = _isOf(context, ACCREDITED);
        if (!word.has(UsParameterWords.VERIFIED_ONLY)) {
            if (accredited || !_on(runs, ReasonCodes.US_NON_ACCREDITED_CAP)) return ReasonCodes.OK;
            uint256 expired = _expired(word);
            uint256 key = PackLimits.keyOf(ReasonCodes.US_NON_ACCREDITED_CAP);
            if (RollingTally.isCounted(PackStorage.load().persons[context.token][key], context.toIdentity, expired)) {
                return ReasonCodes.OK;
            }
            uint256 next = RollingTally.personsAfter(PackStorage.load().persons[context.token][key], expired) + 1;
            return PackLimits.within(context.token, ReasonCodes.US_NON_ACCREDITED_CAP, next);
        }
        if (!accredited) {
            return _on(runs, ReasonCodes.US_NOT_ACCREDITED) ? ReasonCodes.US_NOT_ACCREDITED : ReasonCodes.OK;
        }
        if (!_on(runs, ReasonCodes.US_VERIFICATION_TOO_OLD)) return ReasonCodes.OK;
        InvestorEvidence evidence = IdentityStorage.load().evidence[context.toIdentity];
        uint256 day = evidence.day(InvestorEvidenceWords.US_ACCREDITED);
        bool counts = day != 0
            && (evidence.has(InvestorEvidenceWords.WRITTEN_REPRESENTATION)
                    ? day > LotRules.expired(word.representationMonths())
                    : RollingTally.today() < day + word.verificationDays());
        return counts ? ReasonCodes.OK : ReasonCodes.US_VERIFICATION_TOO_OLD;
    }

    function _expired(UsParameters word) private view returns (uint256) {
        return RollingTally.expiredByDays(RollingTally.today(), word.windowDays());
    }

    // ------------------------------------------------------------------ US-02, US-03

    /// @dev Codes 43 to 47.
    function _holding(RuleContext memory context, LotPlan memory plan, uint256 runs, UsParameters word)
        private
        view
        returns (uint8)
    {
        uint256 amount = context.amount;
        bool refined = word.exits() != 0 && _on(runs, ReasonCodes.US_NO_EXIT_FITS);
        bool restricted = _on(runs, ReasonCodes.US_RESTRICTED_PERIOD);
        if (restricted && !refined && LotRules.lock(plan, amount, RESTRICTED, word.holdingMonths())) {
            return ReasonCodes.US_RESTRICTED_PERIOD;
        }
        if (
            _on(runs, ReasonCodes.US_CURRENT_INFORMATION_MISSING) && word.has(UsParameterWords.REPORTING_ISSUER)
                && !word.has(UsParameterWords.CURRENT_INFORMATION)
                && LotRules.lockAcquiredBetween(
                    plan, amount, RESTRICTED, LotRules.expired(word.fullMonths()), LotRules.expired(HALF_YEAR)
                )
        ) return ReasonCodes.US_CURRENT_INFORMATION_MISSING;
        if (
            _on(runs, ReasonCodes.US_SHELL_ISSUER) && word.has(UsParameterWords.SHELL)
                && LotRules.lockAcquiredBetween(plan, amount, RESTRICTED, 0, type(uint256).max)
        ) return ReasonCodes.US_SHELL_ISSUER;
        if (!restricted || !refined || _exits(context, plan, word, false)) return ReasonCodes.OK;
        bool waits = word.exits() & UsParameterWords.EXIT_4A7 != 0 && _isOf(context, ACCREDITED) && !_seasoned(word);
        if (waits && !_on(runs, ReasonCodes.US_CLASS_TOO_YOUNG)) waits = false;
        // An approval is used up only by a sale that needs it.
        (uint256 locked, uint256 units) = (plan.locked, plan.lockedUnits);
        if (!LotRules.lock(plan, amount, RESTRICTED, word.holdingMonths())) return ReasonCodes.OK;
        if (_exits(context, plan, word, true)) {
            (plan.locked, plan.lockedUnits) = (locked, units);
            return ReasonCodes.OK;
        }
        return waits ? ReasonCodes.US_CLASS_TOO_YOUNG : ReasonCodes.US_NO_EXIT_FITS;
    }

    function _exits(RuleContext memory context, LotPlan memory plan, UsParameters word, bool byApproval)
        private
        view
        returns (bool)
    {
        uint256 exits = word.exits();
        if (byApproval) {
            return exits & UsParameterWords.EXIT_APPROVAL != 0 && PackLimits.approved(context, plan);
        }
        if (exits & UsParameterWords.EXIT_QIB != 0 && _isOf(context, QIB)) return true;
        if (exits & UsParameterWords.EXIT_OFFSHORE != 0 && !_isUsPerson(context)) return true;
        return exits & UsParameterWords.EXIT_4A7 != 0 && _isOf(context, ACCREDITED) && _seasoned(word);
    }

    function _seasoned(UsParameters word) private view returns (bool) {
        uint256 day = word.seasonedDay();
        return day != 0 && day <= RollingTally.today();
    }

    // ------------------------------------------------------------------ US-04

    /// @dev Code 48.
    function _affiliate(RuleContext memory context, uint256 runs, UsParameters word) private view returns (uint8) {
        if (!_on(runs, ReasonCodes.US_AFFILIATE_VOLUME)) return ReasonCodes.OK;
        InvestorTerms terms = _terms(context.token, context.fromIdentity);
        if (!terms.has(InvestorTermWords.AFFILIATE)) return ReasonCodes.OK;
        uint256 limit = ITokenFacts(context.token).totalSupply() * word.affiliateBps() / BPS;
        limit = Math.max(limit, _words(context.token)[WORDS + 2] >> 128);
        uint256 sold = _sold(context, terms, word) + context.amount;
        return sold > limit ? ReasonCodes.US_AFFILIATE_VOLUME : ReasonCodes.OK;
    }

    function _countSale(RuleContext memory context, uint256 runs, UsParameters word) private {
        InvestorTerms terms = _terms(context.token, context.fromIdentity);
        if (!terms.has(InvestorTermWords.AFFILIATE) || context.amount == 0) return;
        uint256 sold = _sold(context, terms, word) + context.amount;
        _trace(context, terms).add(RollingTally.today(), context.amount);
        if (!_on(runs, ReasonCodes.US_FORM144_DUE)) return;
        uint256 prices = _words(context.token)[WORDS + 1];
        bool due = sold > uint128(_words(context.token)[WORDS + 2])
            || PackLimits.priceOf(prices, sold, Math.Rounding.Ceil) > prices >> 136;
        if (due) {
            emit IRuleReports.RuleReported(context.token, context.fromIdentity, ReasonCodes.US_FORM144_DUE, sold);
        }
    }

    function _sold(RuleContext memory context, InvestorTerms terms, UsParameters word) private view returns (uint256) {
        return
            _trace(context, terms).sumAfter(RollingTally.expiredByMonths(RollingTally.today(), word.affiliateMonths()));
    }

    /// @dev Affiliates of one group sell together.
    function _trace(RuleContext memory context, InvestorTerms terms)
        private
        view
        returns (Checkpoints.Trace224 storage)
    {
        uint256 group = terms.affiliateGroup();
        uint256 who = group == 0 ? uint160(context.fromIdentity) : GROUP | group;
        return PackStorage.load().sums[context.token][(uint256(ReasonCodes.US_AFFILIATE_VOLUME) << 168) | who];
    }

    // ------------------------------------------------------------------ US-05

    /// @dev Codes 50 and 51.
    function _offshore(
        RuleContext memory context,
        LotPlan memory plan,
        uint256 runs,
        UsParameters word,
        bool receives,
        bool sells
    ) private view returns (uint8) {
        if (!_isUsPerson(context)) return ReasonCodes.OK;
        if (receives && _on(runs, ReasonCodes.US_PERSON_IN_DISTRIBUTION) && _distributes(word)) {
            return ReasonCodes.US_PERSON_IN_DISTRIBUTION;
        }
        bool locked = sells && _on(runs, ReasonCodes.US_REG_SLOT_RESTRICTED)
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
    function _crowdfunding(
        RuleContext memory context,
        LotPlan memory plan,
        uint256 runs,
        UsParameters word,
        bool issues,
        bool sells
    ) private view returns (uint8) {
        if (_isOf(context, ACCREDITED)) return ReasonCodes.OK;
        if (sells && _on(runs, ReasonCodes.US_CROWDFUNDING_LOCK)) {
            (uint256 locked, uint256 units) = (plan.locked, plan.lockedUnits);
            if (LotRules.lock(plan, context.amount, 1 << Lots.CROWDFUNDING, word.lockMonths())) {
                if (!PackLimits.approved(context, plan)) return ReasonCodes.US_CROWDFUNDING_LOCK;
                (plan.locked, plan.lockedUnits) = (locked, units);
            }
        }
        if (!issues || runs & (3 << ReasonCodes.US_HEADROOM_EXCEEDED) == 0) return ReasonCodes.OK;
        (bool attested, uint256 headroom) = _headroom(_terms(context.token, context.toIdentity));
        if (attested) {
            bool above = _on(runs, ReasonCodes.US_HEADROOM_EXCEEDED) && _consideration(context) > headroom;
            return above ? ReasonCodes.US_HEADROOM_EXCEEDED : ReasonCodes.OK;
        }
        return _on(runs, ReasonCodes.US_HEADROOM_MISSING) ? ReasonCodes.US_HEADROOM_MISSING : ReasonCodes.OK;
    }

    function _headroom(InvestorTerms terms) private view returns (bool attested, uint256 value) {
        attested = terms.headroomJurisdiction() == Jurisdictions.US && terms.headroomUntil() > block.timestamp;
        value = terms.headroom();
    }

    /// @dev What was paid, or the amount at the offer price, rounded up; without either more than anybody may invest.
    function _consideration(RuleContext memory context) private view returns (uint256 value) {
        value = TradeTermWords.termsOf(context).consideration(Jurisdictions.US);
        if (value == 0) {
            value = PackLimits.priceOf(_words(context.token)[WORDS + 1], context.amount, Math.Rounding.Ceil);
        }
        if (value == 0 && context.amount != 0) value = type(uint256).max;
    }

    // ------------------------------------------------------------------ shared

    /// @dev Counts a buyer who is not accredited, and takes what was paid from the attested limit.
    function _countIssue(RuleContext memory context, uint256 runs, UsParameters word) private {
        if (context.amount == 0 || _isOf(context, ACCREDITED)) return;
        if (_on(runs, ReasonCodes.US_NON_ACCREDITED_CAP) && !word.has(UsParameterWords.VERIFIED_ONLY)) {
            uint256 key = PackLimits.keyOf(ReasonCodes.US_NON_ACCREDITED_CAP);
            RollingTally.enter(
                PackStorage.load().persons[context.token][key], context.toIdentity, RollingTally.today(), _expired(word)
            );
        }
        if (!_on(runs, ReasonCodes.US_HEADROOM_EXCEEDED)) return;
        InvestorTerms terms = _terms(context.token, context.toIdentity);
        (bool attested, uint256 headroom) = _headroom(terms);
        if (!attested) return;
        terms = terms.withHeadroom(
            uint8(Jurisdictions.US), uint72(headroom - _consideration(context)), uint40(terms.headroomUntil())
        );
        IdentityStorage.load().terms[context.token][context.toIdentity] = terms;
        emit IInvestorAttestations.TermsWritten(context.token, context.toIdentity, InvestorTerms.unwrap(terms));
    }

    /// @dev Rules of the pack that run, those of the routes not taken left out.
    function _running(RuleContext memory context) private view returns (uint256 runs, UsParameters word) {
        TokenState storage state = ComplianceStorage.load().tokens[context.token];
        runs = state.packRules & ALL_CODES;
        if (runs == 0) return (0, word);
        word = UsParameters.wrap(state.packWords[WORDS]);
        uint256 route = PackLimits.isIssue(context) ? TradeTermWords.termsOf(context).route(Jurisdictions.US) : 0;
        if (route == 0) route = word.route();
        if (route != 1) runs &= ~ROUTE_01;
        if (route != 5) runs &= ~ROUTE_05;
        if (route != 8) runs &= ~ROUTE_08;
    }

    function _on(uint256 runs, uint8 code) private pure returns (bool) {
        return (runs >> code) & 1 != 0;
    }

    function _isOf(RuleContext memory context, uint256 classes) private pure returns (bool) {
        return (classes >> context.recipient.class(Jurisdictions.US)) & 1 != 0;
    }

    /// @dev 17 CFR 230.902(k): by residence or by status.
    function _isUsPerson(RuleContext memory context) private pure returns (bool) {
        return Jurisdictions.packsOf(context.recipient) & (1 << Jurisdictions.US) != 0;
    }

    function _terms(address token, address identity) private view returns (InvestorTerms) {
        return IdentityStorage.load().terms[token][identity];
    }

    function _words(address token) private view returns (mapping(uint256 => uint256) storage) {
        return ComplianceStorage.load().tokens[token].packWords;
    }
}
