// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvestorEvidence, InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { InvestorRecords } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TokenRuleWords } from "../TokenRules.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { PackScope } from "./PackScope.sol";

/// @title JpPack
/// @notice Rules JP-01 to JP-09, codes 160 to 173: Japan.
/// @dev Parameters (`quantera.compliance.pack_words.jp` writes them); from the lowest bit of each word:
///
/// 0 the offer, see `PackChecks`, in JPY; in its upper 64 bits: years of an institutional registration 8 (JP-01),
///   months of the window 8 (JP-03), months of an identification 16 (JP-09), classes of eligible holders 16 (bit n for
///   class n, JP-05), unused 16
///
/// Limits: 163 persons within the window; 167 acquirers; 168 others than QIIs; 170 holders. Mode of JP-06: code 167, or
/// codes 168 and 169 (art. 63), are switched on.
///
/// The placements JP-01 and JP-02 bind every later holder, so that the pack's own route binds every recipient, and the
/// route that a primary sale's terms name its buyer besides. Approval under JP-08 that is deemed given after two weeks
/// of silence is an approval entered at the request, valid from 14 days later, and revoked when the company refuses.
/// What arrives from another chain for somebody else than its sender is a sale: its approval has no wallet that gives,
/// and it is no whole holding, since none is seen from here (JP-04).
library JpPack {
    uint256 private constant JURISDICTION = Jurisdictions.JP;
    uint256 private constant QII = 3;
    uint256 private constant PROFESSIONAL = 2;
    uint256 private constant CODES = ((1 << 30) - 1) << 160;
    uint256 private constant APPROVAL_CODES =
        (1 << ReasonCodes.JP_ISSUER_CONSENT_MISSING) | (1 << ReasonCodes.JP_COMPANY_APPROVAL_MISSING);
    uint256 private constant EVIDENCE_CODES =
        (1 << ReasonCodes.JP_QII_EXPIRED) | (1 << ReasonCodes.JP_IDENTIFICATION_TOO_OLD);
    uint256 private constant REGISTRATION_SHIFT = 192;
    uint256 private constant WINDOW_SHIFT = 200;
    uint256 private constant REVIEW_SHIFT = 208;
    uint256 private constant ALLOWED_SHIFT = 224;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context) internal view returns (uint8 code) {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0) return ReasonCodes.OK;
        bool receives = PackScope.receives(context, JURISDICTION);
        bool issues = PackScope.issues(context, JURISDICTION);
        bool sells = PackScope.sells(context, JURISDICTION);
        uint256 word = PackChecks.word(state, JURISDICTION, 0);
        InvestorEvidence evidence = InvestorEvidence.wrap(0);
        if (receives) {
            if (rules & EVIDENCE_CODES != 0) evidence = PackChecks.evidenceOf(context);
            code = _placementCode(context, state, rules, word, evidence, issues);
            if (code != ReasonCodes.OK) return code;
        }
        if (sells) {
            if (PackChecks.on(rules, ReasonCodes.JP_WHOLE_HOLDING_ONLY) && context.amount != _holding(context)) {
                return ReasonCodes.JP_WHOLE_HOLDING_ONLY;
            }
            if (PackChecks.on(rules, ReasonCodes.JP_ISSUER_CONSENT_MISSING) && !PackChecks.approved(context)) {
                return ReasonCodes.JP_ISSUER_CONSENT_MISSING;
            }
        }
        if (
            receives && PackChecks.on(rules, ReasonCodes.JP_HOLDER_NOT_ELIGIBLE)
                && (word >> (ALLOWED_SHIFT + context.recipient.class(JURISDICTION))) & 1 == 0
        ) return ReasonCodes.JP_HOLDER_NOT_ELIGIBLE;
        if (issues) {
            code = _interestCode(context, state, rules);
            if (code != ReasonCodes.OK) return code;
        }
        if (receives && PackChecks.on(rules, ReasonCodes.JP_DISCLOSURE_HOLDERS) && _disclosure(context, state)) {
            return ReasonCodes.JP_DISCLOSURE_HOLDERS;
        }
        if (sells && PackChecks.on(rules, ReasonCodes.JP_COMPANY_APPROVAL_MISSING) && !PackChecks.approved(context)) {
            return ReasonCodes.JP_COMPANY_APPROVAL_MISSING;
        }
        if (PackChecks.on(rules, ReasonCodes.JP_FOREIGN_INVESTOR) && _foreign(context)) {
            return ReasonCodes.JP_FOREIGN_INVESTOR;
        }
        if (
            receives && PackChecks.on(rules, ReasonCodes.JP_IDENTIFICATION_TOO_OLD)
                && PackChecks.tooOld(evidence.day(InvestorEvidenceWords.CUSTOMER_DATA), uint16(word >> REVIEW_SHIFT))
        ) return ReasonCodes.JP_IDENTIFICATION_TOO_OLD;
    }

    /// @notice Counts a primary sale's persons, and uses up the approval of a transfer that needed one.
    function commit(RuleContext memory context) internal {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0) return;
        if (rules & APPROVAL_CODES != 0 && PackScope.sells(context, JURISDICTION)) PackChecks.useApproval(context);
        if (context.amount == 0 || !PackScope.issues(context, JURISDICTION)) return;
        bool qii = context.recipient.class(JURISDICTION) == QII;
        if (!qii && OfferRoutes.named(state, TradeTermWords.termsOf(context), JURISDICTION) == 3) {
            uint256 expired = _expired(PackChecks.word(state, JURISDICTION, 0));
            PackChecks.countPerson(context, PackChecks.limitKey(ReasonCodes.JP_SMALL_NUMBER, 0), expired);
        }
        _count(context, rules, ReasonCodes.JP_ACQUIRERS, true);
        _count(context, rules, ReasonCodes.JP_FUND_OTHERS, !qii);
        _count(context, rules, ReasonCodes.JP_FUND_WITHOUT_QII, qii);
    }

    /// @notice What is used of one of the pack's limits.
    function usage(address token, uint256 key) internal view returns (uint256) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        uint256 code = uint8(key >> 16);
        if (code == ReasonCodes.JP_DISCLOSURE_HOLDERS) return state.issueLimits.holders;
        uint256 expired = code == ReasonCodes.JP_SMALL_NUMBER ? _expired(PackChecks.word(state, JURISDICTION, 0)) : 0;
        return PackChecks.personsUsed(token, key, expired);
    }

    /// @dev Codes 160 to 163.
    function _placementCode(
        RuleContext memory context,
        TokenState storage state,
        uint256 rules,
        uint256 word,
        InvestorEvidence evidence,
        bool issues
    ) private view returns (uint8) {
        uint256 own = OfferRoutes.among(rules, JURISDICTION, uint8(word));
        uint256 named = issues ? OfferRoutes.named(state, TradeTermWords.termsOf(context), JURISDICTION) : own;
        uint256 class = context.recipient.class(JURISDICTION);
        if (own == 1 || named == 1) {
            if (class != QII) {
                if (PackChecks.on(rules, ReasonCodes.JP_NOT_QII)) return ReasonCodes.JP_NOT_QII;
            } else if (
                PackChecks.on(rules, ReasonCodes.JP_QII_EXPIRED)
                    && PackChecks.tooOld(
                        evidence.day(InvestorEvidenceWords.JP_INSTITUTIONAL),
                        12 * uint256(uint8(word >> REGISTRATION_SHIFT))
                    )
            ) {
                return ReasonCodes.JP_QII_EXPIRED;
            }
        }
        if ((own == 2 || named == 2) && class != PROFESSIONAL && class != QII) return ReasonCodes.JP_NOT_PROFESSIONAL;
        if (
            issues && named == 3 && class != QII
                && PackChecks.personsExceed(
                    context, state, PackChecks.limitKey(ReasonCodes.JP_SMALL_NUMBER, 0), _expired(word)
                )
        ) return ReasonCodes.JP_SMALL_NUMBER;
        return ReasonCodes.OK;
    }

    /// @dev Codes 167 to 169.
    function _interestCode(RuleContext memory context, TokenState storage state, uint256 rules)
        private
        view
        returns (uint8)
    {
        if (
            PackChecks.on(rules, ReasonCodes.JP_ACQUIRERS)
                && PackChecks.personsExceed(context, state, PackChecks.limitKey(ReasonCodes.JP_ACQUIRERS, 0), 0)
        ) return ReasonCodes.JP_ACQUIRERS;
        if (context.recipient.class(JURISDICTION) == QII) return ReasonCodes.OK;
        if (
            PackChecks.on(rules, ReasonCodes.JP_FUND_OTHERS)
                && PackChecks.personsExceed(context, state, PackChecks.limitKey(ReasonCodes.JP_FUND_OTHERS, 0), 0)
        ) return ReasonCodes.JP_FUND_OTHERS;
        if (
            PackChecks.on(rules, ReasonCodes.JP_FUND_WITHOUT_QII)
                && PackChecks.personsUsed(context.token, PackChecks.limitKey(ReasonCodes.JP_FUND_WITHOUT_QII, 0), 0)
                    == 0
        ) return ReasonCodes.JP_FUND_WITHOUT_QII;
        return ReasonCodes.OK;
    }

    /// @dev Code 170: one holder more than the limit. It cannot run without its count (`PackCounts`); if it did, nobody
    /// could join. A sender who leaves entirely makes room.
    function _disclosure(RuleContext memory context, TokenState storage state) private view returns (bool) {
        if (
            context.amount == 0 || context.toPosition.balance() != 0
                || context.recipient.has(InvestorRecords.FLAG_CUSTODIAN)
        ) return false;
        if (!context.rules.has(TokenRuleWords.POSITIONS | TokenRuleWords.HOLDERS)) return true;
        uint256 holders = uint256(state.issueLimits.holders) + (_leaves(context) ? 0 : 1);
        return PackChecks.exceeds(context, state, PackChecks.limitKey(ReasonCodes.JP_DISCLOSURE_HOLDERS, 0), holders);
    }

    function _leaves(RuleContext memory context) private view returns (bool) {
        if (context.from == address(0) || context.fromPosition.balance() != context.amount) return false;
        uint256 key = ComplianceStorage.countKey(context.token, context.rules);
        return ComplianceStorage.load().buckets[key][context.fromIdentity] != 0;
    }

    /// @dev Code 172: in the token's own pack, whoever receives and does not live in Japan.
    function _foreign(RuleContext memory context) private view returns (bool) {
        if (context.to == address(0) || context.rules.ownPacks() >> JURISDICTION & 1 == 0) return false;
        if (Jurisdictions.packsOfCountry(context.recipient.residence()) == 1 << JURISDICTION) return false;
        return !PackChecks.evidenceOf(context).has(InvestorEvidenceWords.PRIOR_NOTIFICATION);
    }

    /// @dev What the sender holds in all its wallets, where that is known.
    function _holding(RuleContext memory context) private pure returns (uint256) {
        return context.rules.has(TokenRuleWords.POSITIONS) ? context.fromPosition.balance() : context.fromWallet;
    }

    function _count(RuleContext memory context, uint256 rules, uint8 code, bool counts) private {
        if (counts && PackChecks.on(rules, code)) {
            PackChecks.countPerson(context, PackChecks.limitKey(code, 0), 0);
        }
    }

    function _expired(uint256 word) private view returns (uint256) {
        return PackChecks.expiredByMonths(uint8(word >> WINDOW_SHIFT));
    }
}
