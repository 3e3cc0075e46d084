// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { ITokenFacts } from "../ITokenFacts.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTerms, TradeTermWords } from "../TradeTerms.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { PackScope } from "./PackScope.sol";

/// @title UkPack
/// @notice Rules UK-01 to UK-09, codes 100 to 114: the United Kingdom.
/// @dev Parameters (`quantera.compliance.pack_words.uk` writes them); from the lowest bit of each word:
///
/// 0 the offer, see `PackChecks`, in GBP; its route is the exception of UK-01, see `OfferRoutes`
/// 1 smallest consideration 128 (UK-01), allowed classes 16 (bit n for class n, UK-02), months of the volume window 8
///   (UK-01), months of a statement 8 and of a certificate 8 (UK-02), on a regulated platform 8 (UK-01, zero for no)
/// 2 hash of the product document (UK-07)
///
/// Limits: 101 volume; 102 persons for each offer; 114 value of the issue, which is the supply on this chain at the
/// offer price. All of them may be reached.
///
/// UK-02 and UK-03 run where the sale is promoted or arranged: in primary sales and in transfers under trade terms.
/// What a restricted investor pays is taken from the attested headroom. UK-08 (code 113) leaves no trace here: a
/// refusal reverts, so the notice that it makes due is the off-chain layer's, from what `attemptTransfer` logs.
library UkPack {
    uint256 private constant JURISDICTION = Jurisdictions.UK;
    uint256 private constant QUALIFIED = 0x1c;
    uint256 private constant NOT_RETAIL = 0xfc;
    uint256 private constant CERTIFICATE = 6;
    uint256 private constant STATEMENTS = 0x1a0;
    uint256 private constant RESTRICTED = 8;
    uint256 private constant CODES = ((1 << 30) - 1) << 100;
    uint256 private constant OFFER_CODES = 0x1f << 100;
    uint256 private constant ARRANGED_CODES = 0xf << 105;
    uint256 private constant HEADROOM_CODES = 0x3 << 107;
    uint256 private constant ALLOWED_SHIFT = 128;
    uint256 private constant WINDOW_SHIFT = 144;
    uint256 private constant STATEMENT_SHIFT = 152;
    uint256 private constant CERTIFICATE_SHIFT = 160;
    uint256 private constant PLATFORM_SHIFT = 168;
    uint256 private constant VOLUME_ROUTE = 2;
    uint256 private constant PERSONS_ROUTE = 3;
    uint256 private constant CONSIDERATION_ROUTE = 4;
    uint256 private constant PLATFORM_ROUTE = 5;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context) internal view returns (uint8 code) {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0 || !PackScope.receives(context, JURISDICTION)) return ReasonCodes.OK;
        TradeTerms trade = TradeTermWords.termsOf(context);
        bool issue = context.path == IComplianceEngine.Path.MINT;
        if (issue || trade.stated()) {
            uint256 terms = PackChecks.word(state, JURISDICTION, 1);
            if (issue && rules & OFFER_CODES != 0) {
                code = _offerCode(context, state, trade, terms);
                if (code != ReasonCodes.OK) return code;
            }
            if (rules & ARRANGED_CODES != 0) {
                code = _arrangedCode(context, state, rules, trade, terms);
                if (code != ReasonCodes.OK) return code;
            }
        }
        return _recipientCode(context, state, rules, issue);
    }

    /// @notice Counts a primary sale's persons and volume, and takes what is paid from a restricted investor's
    /// headroom.
    function commit(RuleContext memory context) internal {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0 || context.amount == 0 || !PackScope.receives(context, JURISDICTION)) return;
        TradeTerms trade = TradeTermWords.termsOf(context);
        bool issue = context.path == IComplianceEngine.Path.MINT;
        if (!issue && !trade.stated()) return;
        uint256 offer = PackChecks.word(state, JURISDICTION, 0);
        uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Ceil);
        if (issue && rules & OFFER_CODES != 0) {
            uint256 route = OfferRoutes.named(state, trade, JURISDICTION);
            if (route == VOLUME_ROUTE) {
                PackChecks.countMoney(context, PackChecks.limitKey(ReasonCodes.UK_OFFER_VOLUME, 0), paid);
            }
            if (route == PERSONS_ROUTE && !_in(QUALIFIED, context)) {
                PackChecks.countPerson(context, PackChecks.offerKey(offer, trade, ReasonCodes.UK_PERSONS, 0), 0);
            }
        }
        if (rules & HEADROOM_CODES != 0 && _class(context) == RESTRICTED) {
            PackChecks.spendHeadroom(context, JURISDICTION, paid);
        }
    }

    /// @notice What is used of one of the pack's limits.
    function usage(address token, uint256 key) internal view returns (uint256) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        uint256 code = uint8(key >> 16);
        if (code == ReasonCodes.UK_PERSONS) return PackChecks.personsUsed(token, key, 0);
        if (code == ReasonCodes.UK_OFFER_VOLUME) {
            return PackChecks.moneyUsed(token, key, _expired(PackChecks.word(state, JURISDICTION, 1)));
        }
        return _issueValue(state, ITokenFacts(token).totalSupply());
    }

    /// @dev Codes 100 to 104: the exception that the offer names.
    function _offerCode(RuleContext memory context, TokenState storage state, TradeTerms trade, uint256 terms)
        private
        view
        returns (uint8)
    {
        uint256 route = OfferRoutes.named(state, trade, JURISDICTION);
        uint256 offer = PackChecks.word(state, JURISDICTION, 0);
        bool qualified = _in(QUALIFIED, context);
        if (route == 1) return qualified ? ReasonCodes.OK : ReasonCodes.UK_NOT_QUALIFIED;
        if (route == VOLUME_ROUTE) {
            uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Ceil);
            uint256 key = PackChecks.limitKey(ReasonCodes.UK_OFFER_VOLUME, 0);
            if (PackChecks.moneyExceeds(context, state, key, _expired(terms), paid, false)) {
                return ReasonCodes.UK_OFFER_VOLUME;
            }
        }
        if (route == PERSONS_ROUTE && !qualified) {
            uint256 key = PackChecks.offerKey(offer, trade, ReasonCodes.UK_PERSONS, 0);
            if (PackChecks.personsExceed(context, state, key, 0)) return ReasonCodes.UK_PERSONS;
        }
        if (route == CONSIDERATION_ROUTE) {
            uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Floor);
            if (paid == 0 || paid < uint128(terms)) return ReasonCodes.UK_CONSIDERATION_TOO_LOW;
        }
        if (route == PLATFORM_ROUTE && uint8(terms >> PLATFORM_SHIFT) == 0) {
            return ReasonCodes.UK_NOT_ON_REGULATED_PLATFORM;
        }
        return ReasonCodes.OK;
    }

    /// @dev Codes 105 to 108: to whom the sale may be promoted, and what a restricted investor may still invest.
    function _arrangedCode(
        RuleContext memory context,
        TokenState storage state,
        uint256 rules,
        TradeTerms trade,
        uint256 terms
    ) private view returns (uint8) {
        uint256 class = _class(context);
        if (PackChecks.on(rules, ReasonCodes.UK_PROMOTION_CLASS) && (terms >> (ALLOWED_SHIFT + class)) & 1 == 0) {
            return ReasonCodes.UK_PROMOTION_CLASS;
        }
        if (PackChecks.on(rules, ReasonCodes.UK_STATEMENT_TOO_OLD)) {
            uint256 shift = class == CERTIFICATE ? CERTIFICATE_SHIFT : _in(STATEMENTS, context) ? STATEMENT_SHIFT : 0;
            if (shift != 0) {
                uint256 day = PackChecks.evidenceOf(context).day(InvestorEvidenceWords.UK_STATEMENT);
                if (PackChecks.tooOld(day, uint8(terms >> shift))) return ReasonCodes.UK_STATEMENT_TOO_OLD;
            }
        }
        return class == RESTRICTED && rules & HEADROOM_CODES != 0
            ? _headroomCode(context, state, rules, trade)
            : ReasonCodes.OK;
    }

    /// @dev Codes 107 and 108.
    function _headroomCode(RuleContext memory context, TokenState storage state, uint256 rules, TradeTerms trade)
        private
        view
        returns (uint8)
    {
        if (PackChecks.on(rules, ReasonCodes.UK_HEADROOM_EXCEEDED)) {
            uint256 offer = PackChecks.word(state, JURISDICTION, 0);
            uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Ceil);
            if (PackChecks.headroomExceeded(context, JURISDICTION, paid)) return ReasonCodes.UK_HEADROOM_EXCEEDED;
        }
        bool asked = PackChecks.on(rules, ReasonCodes.UK_HEADROOM_MISSING);
        return
            asked && PackChecks.headroomMissing(context, JURISDICTION)
                ? ReasonCodes.UK_HEADROOM_MISSING
                : ReasonCodes.OK;
    }

    /// @dev Codes 109 to 114. The cooling-off is for the first purchase.
    function _recipientCode(RuleContext memory context, TokenState storage state, uint256 rules, bool issue)
        private
        view
        returns (uint8)
    {
        if (!_in(QUALIFIED, context)) {
            if (PackChecks.on(rules, ReasonCodes.UK_COOLING_OFF) && (issue || _first(context))) {
                uint256 from = PackChecks.evidenceOf(context).ukEligibleFrom();
                if (from == 0 || block.timestamp < from) return ReasonCodes.UK_COOLING_OFF;
            }
            if (
                PackChecks.on(rules, ReasonCodes.UK_APPROPRIATENESS_MISSING)
                    && PackChecks.evidenceOf(context).day(InvestorEvidenceWords.UK_APPROPRIATENESS) == 0
            ) return ReasonCodes.UK_APPROPRIATENESS_MISSING;
        }
        if (PackChecks.on(rules, ReasonCodes.UK_NON_MASS_MARKET) && !_in(NOT_RETAIL, context)) {
            return ReasonCodes.UK_NON_MASS_MARKET;
        }
        if (
            PackChecks.on(rules, ReasonCodes.UK_PRODUCT_DOCUMENT_MISSING) && !_in(QUALIFIED, context)
                && PackChecks.word(state, JURISDICTION, 2) == 0
        ) return ReasonCodes.UK_PRODUCT_DOCUMENT_MISSING;
        if (issue && PackChecks.on(rules, ReasonCodes.UK_SANDBOX_CAP)) {
            uint256 value = _issueValue(state, context.totalSupply + context.amount);
            uint256 key = PackChecks.limitKey(ReasonCodes.UK_SANDBOX_CAP, 0);
            if (value == 0 || PackChecks.exceeds(context, state, key, value)) return ReasonCodes.UK_SANDBOX_CAP;
        }
        return ReasonCodes.OK;
    }

    function _first(RuleContext memory context) private pure returns (bool) {
        return context.toPosition.balance() == 0 && context.toWallet == 0;
    }

    function _class(RuleContext memory context) private pure returns (uint256) {
        return context.recipient.class(JURISDICTION);
    }

    /// @dev Whether the recipient's class is among those of a bitmap.
    function _in(uint256 classes, RuleContext memory context) private pure returns (bool) {
        return (classes >> _class(context)) & 1 != 0;
    }

    function _expired(uint256 terms) private view returns (uint256) {
        return PackChecks.expiredByMonths(uint8(terms >> WINDOW_SHIFT));
    }

    function _issueValue(TokenState storage state, uint256 supply) private view returns (uint256) {
        return PackChecks.valueOf(PackChecks.word(state, JURISDICTION, 0), supply, Math.Rounding.Ceil);
    }
}
