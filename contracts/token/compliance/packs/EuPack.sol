// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IPackReports } from "../../../interfaces/IPackReports.sol";
import { InvestorEvidenceWords } from "../../identity/InvestorEvidence.sol";
import { InvestorRecords } from "../../identity/InvestorRecord.sol";
import { InvestorTermWords } from "../../identity/InvestorTerms.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { ITokenFacts } from "../ITokenFacts.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TokenRuleWords } from "../TokenRules.sol";
import { TradeTerms, TradeTermWords } from "../TradeTerms.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { PackScope } from "./PackScope.sol";

/// @title EuPack
/// @notice Rules EU-01 to EU-09, codes 70 to 86: the European Union and the EEA.
/// @dev Parameters (`quantera.compliance.pack_words.eu` writes them); from the lowest bit of each word:
///
/// 0 the offer, see `PackChecks`, in EUR
/// 1 smallest consideration 128 (EU-03), allowed categories 16 (bit n for class n, EU-01), months of the volume window
///   8 (EU-04), largest age of customer data 8 and of a high-risk customer's 8 (years, EU-08), applies from 40 (Unix
///   time)
/// 2 thresholds of major holdings, 16 of 16 bits (basis points, EU-09), zero for none
/// 3 closed period from 40 until 40 (Unix time, EU-09), value of the infrastructure's other instruments 128 (EU-05)
/// 4 hash of the key information document (EU-06)
/// 5 to 7 States that allow retail investors (EU-07), bit n of word 5 + k for country 256 k + n
///
/// Limits: 73 persons for each State and offer; 75 volume, and 76 volume for each State (a State without one admits
/// nothing); 77, 78, 79 value of the issue and 80 of the infrastructure. The value of the issue is the supply on this
/// chain at the offer price; a chain's allotment bounds it. "Less than" refuses what reaches the limit: 75 to 79.
///
/// Code 86 refuses nothing: it reports, while positions are kept.
library EuPack {
    uint256 private constant JURISDICTION = Jurisdictions.EU;
    uint256 private constant QUALIFIED = 0x1c;
    uint256 private constant CODES = ((1 << 30) - 1) << 70;
    uint256 private constant ISSUE_CODES = 0x1ff << 72;
    uint256 private constant DOCUMENT_CODES = 0xf << 81;
    uint256 private constant ALLOWED_SHIFT = 128;
    uint256 private constant WINDOW_SHIFT = 144;
    uint256 private constant YEARS_SHIFT = 152;
    uint256 private constant HIGH_RISK_YEARS_SHIFT = 160;
    uint256 private constant APPLIES_FROM_SHIFT = 168;
    uint256 private constant OTHERS_SHIFT = 80;
    uint256 private constant FIRST_STATES = 5;
    uint256 private constant LAST_STATE = 767;
    uint256 private constant THRESHOLDS = 16;
    uint256 private constant BPS = 10_000;

    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory context) internal view returns (uint8 code) {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0) return ReasonCodes.OK;
        if (PackScope.receives(context, JURISDICTION)) {
            uint256 terms = PackChecks.word(state, JURISDICTION, 1);
            bool retail = !_qualified(context);
            if (
                PackChecks.on(rules, ReasonCodes.EU_CATEGORY_NOT_ALLOWED)
                    && (terms >> (ALLOWED_SHIFT + context.recipient.class(JURISDICTION))) & 1 == 0
            ) return ReasonCodes.EU_CATEGORY_NOT_ALLOWED;
            if (
                PackChecks.on(rules, ReasonCodes.EU_APPROPRIATENESS_MISSING) && retail
                    && PackChecks.evidenceOf(context).day(InvestorEvidenceWords.EU_APPROPRIATENESS) == 0
            ) return ReasonCodes.EU_APPROPRIATENESS_MISSING;
            if (context.path == IComplianceEngine.Path.MINT && rules & ISSUE_CODES != 0) {
                code = _issueCode(context, state, rules, terms, retail);
                if (code != ReasonCodes.OK) return code;
            }
            if (rules & DOCUMENT_CODES != 0) code = _documentCode(context, state, rules, terms, retail);
            if (code != ReasonCodes.OK) return code;
        }
        if (PackChecks.on(rules, ReasonCodes.EU_CLOSED_PERIOD) && _closed(context, state)) {
            return ReasonCodes.EU_CLOSED_PERIOD;
        }
    }

    /// @notice Counts a primary sale's persons and volume, and reports major holdings.
    function commit(RuleContext memory context) internal {
        TokenState storage state = PackChecks.stateOf(context);
        uint256 rules = state.packRules & CODES;
        if (rules == 0 || context.amount == 0) return;
        if (rules & ISSUE_CODES != 0 && PackScope.issues(context, JURISDICTION)) {
            TradeTerms terms = TradeTermWords.termsOf(context);
            uint256 offer = PackChecks.word(state, JURISDICTION, 0);
            uint256 route = OfferRoutes.named(state, terms, JURISDICTION);
            uint256 country = context.recipient.residence();
            if (route == 2 && PackChecks.on(rules, ReasonCodes.EU_PERSONS_PER_STATE) && !_qualified(context)) {
                PackChecks.countPerson(
                    context, PackChecks.offerKey(offer, terms, ReasonCodes.EU_PERSONS_PER_STATE, country), 0
                );
            }
            if (route == 4) {
                uint256 paid = PackChecks.consideration(context, terms, offer, JURISDICTION, Math.Rounding.Ceil);
                PackChecks.countMoney(context, PackChecks.limitKey(ReasonCodes.EU_OFFER_VOLUME, 0), paid);
                PackChecks.countMoney(context, PackChecks.limitKey(ReasonCodes.EU_STATE_OFFER_VOLUME, country), paid);
            }
        }
        if (PackChecks.on(rules, ReasonCodes.EU_MAJOR_HOLDING) && context.rules.has(TokenRuleWords.POSITIONS)) {
            _reportHoldings(context, state);
        }
    }

    /// @notice What is used of one of the pack's limits.
    function usage(address token, uint256 key) internal view returns (uint256) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        uint256 code = uint8(key >> 16);
        if (code == ReasonCodes.EU_PERSONS_PER_STATE) return PackChecks.personsUsed(token, key, 0);
        if (code == ReasonCodes.EU_OFFER_VOLUME || code == ReasonCodes.EU_STATE_OFFER_VOLUME) {
            return PackChecks.moneyUsed(token, key, _expired(PackChecks.word(state, JURISDICTION, 1)));
        }
        uint256 value = _issueValue(state, ITokenFacts(token).totalSupply());
        return code == ReasonCodes.EU_DLT_INFRASTRUCTURE_CAP ? value + _others(state) : value;
    }

    /// @dev Codes 72 to 80.
    function _issueCode(RuleContext memory context, TokenState storage state, uint256 rules, uint256 terms, bool retail)
        private
        view
        returns (uint8)
    {
        TradeTerms trade = TradeTermWords.termsOf(context);
        uint256 offer = PackChecks.word(state, JURISDICTION, 0);
        uint256 route = OfferRoutes.named(state, trade, JURISDICTION);
        uint256 country = context.recipient.residence();
        if (route == 2 && retail) {
            if (PackChecks.on(rules, ReasonCodes.EU_NOT_QUALIFIED)) return ReasonCodes.EU_NOT_QUALIFIED;
            if (
                PackChecks.on(rules, ReasonCodes.EU_PERSONS_PER_STATE)
                    && PackChecks.personsExceed(
                        context, state, PackChecks.offerKey(offer, trade, ReasonCodes.EU_PERSONS_PER_STATE, country), 0
                    )
            ) return ReasonCodes.EU_PERSONS_PER_STATE;
        }
        if (route == 3) {
            uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Floor);
            if (paid == 0 || paid < uint128(terms)) return ReasonCodes.EU_CONSIDERATION_TOO_LOW;
        }
        if (route == 4) {
            uint256 paid = PackChecks.consideration(context, trade, offer, JURISDICTION, Math.Rounding.Ceil);
            uint256 expired = _expired(terms);
            if (
                PackChecks.on(rules, ReasonCodes.EU_OFFER_VOLUME)
                    && PackChecks.moneyExceeds(
                        context, state, PackChecks.limitKey(ReasonCodes.EU_OFFER_VOLUME, 0), expired, paid, true
                    )
            ) return ReasonCodes.EU_OFFER_VOLUME;
            if (
                PackChecks.on(rules, ReasonCodes.EU_STATE_OFFER_VOLUME)
                    && PackChecks.moneyExceeds(
                        context,
                        state,
                        PackChecks.limitKey(ReasonCodes.EU_STATE_OFFER_VOLUME, country),
                        expired,
                        paid,
                        true
                    )
            ) return ReasonCodes.EU_STATE_OFFER_VOLUME;
        }
        return _infrastructureCode(context, state, rules);
    }

    /// @dev Codes 77 to 80: the issue's value with this sale.
    function _infrastructureCode(RuleContext memory context, TokenState storage state, uint256 rules)
        private
        view
        returns (uint8)
    {
        uint256 value = _issueValue(state, context.totalSupply + context.amount);
        for (uint8 code = ReasonCodes.EU_DLT_SHARE_CAP; code < ReasonCodes.EU_DLT_INFRASTRUCTURE_CAP; ++code) {
            if (
                PackChecks.on(rules, code)
                    && (value == 0 || PackChecks.exceeds(context, state, PackChecks.limitKey(code, 0), value + 1))
            ) return code;
        }
        uint8 last = ReasonCodes.EU_DLT_INFRASTRUCTURE_CAP;
        if (
            PackChecks.on(rules, last)
                && (value == 0
                    || PackChecks.exceeds(context, state, PackChecks.limitKey(last, 0), value + _others(state)))
        ) return last;
        return ReasonCodes.OK;
    }

    /// @dev Codes 81 to 84.
    function _documentCode(
        RuleContext memory context,
        TokenState storage state,
        uint256 rules,
        uint256 terms,
        bool retail
    ) private view returns (uint8) {
        if (retail) {
            if (
                PackChecks.on(rules, ReasonCodes.EU_KEY_INFORMATION_MISSING)
                    && PackChecks.word(state, JURISDICTION, 4) == 0
            ) return ReasonCodes.EU_KEY_INFORMATION_MISSING;
            if (
                PackChecks.on(rules, ReasonCodes.EU_FUND_NOT_FOR_RETAIL)
                    && !_admitsRetail(state, context.recipient.residence())
            ) return ReasonCodes.EU_FUND_NOT_FOR_RETAIL;
        }
        if (block.timestamp < uint40(terms >> APPLIES_FROM_SHIFT)) return ReasonCodes.OK;
        uint256 day = PackChecks.evidenceOf(context).day(InvestorEvidenceWords.CUSTOMER_DATA);
        if (
            PackChecks.on(rules, ReasonCodes.EU_CUSTOMER_DATA_TOO_OLD)
                && PackChecks.tooOld(day, 12 * uint256(uint8(terms >> YEARS_SHIFT)))
        ) return ReasonCodes.EU_CUSTOMER_DATA_TOO_OLD;
        if (
            PackChecks.on(rules, ReasonCodes.EU_HIGH_RISK_DATA_TOO_OLD)
                && context.recipient.has(InvestorRecords.FLAG_HIGH_RISK)
                && PackChecks.tooOld(day, 12 * uint256(uint8(terms >> HIGH_RISK_YEARS_SHIFT)))
        ) return ReasonCodes.EU_HIGH_RISK_DATA_TOO_OLD;
        return ReasonCodes.OK;
    }

    /// @dev Code 85: an insider neither sells (in the token's own pack) nor buys. What arrives from another chain for
    /// the investor who sent it is no trade.
    function _closed(RuleContext memory context, TokenState storage state) private view returns (bool) {
        bool sells = PackScope.sells(context, JURISDICTION);
        bool trades = context.path == IComplianceEngine.Path.MINT || PackScope.isSale(context);
        if (!sells && !(trades && PackScope.receives(context, JURISDICTION))) return false;
        uint256 period = PackChecks.word(state, JURISDICTION, 3);
        if (block.timestamp < uint40(period) || block.timestamp >= uint40(period >> 40)) return false;
        return PackChecks.termsWith(context, context.toIdentity).has(InvestorTermWords.INSIDER)
            || (sells && PackChecks.termsWith(context, context.fromIdentity).has(InvestorTermWords.INSIDER));
    }

    /// @dev Code 86, for both sides of the movement. The supply is that with the units that move, so that neither an
    /// issue nor a departure to another chain is compared with a smaller one.
    function _reportHoldings(RuleContext memory context, TokenState storage state) private {
        uint256 supply = context.totalSupply;
        if (context.from == address(0)) supply += context.amount;
        else if (context.to != address(0)) supply = ITokenFacts(context.token).totalSupply();
        uint256 thresholds = PackChecks.word(state, JURISDICTION, 2);
        uint256 held = context.fromPosition.balance();
        if (context.from != address(0) && !context.sender.has(InvestorRecords.FLAG_CUSTODIAN)) {
            _report(context.token, context.fromIdentity, held, held - context.amount, supply, thresholds);
        }
        held = context.toPosition.balance();
        if (context.to != address(0) && !context.recipient.has(InvestorRecords.FLAG_CUSTODIAN)) {
            _report(context.token, context.toIdentity, held, held + context.amount, supply, thresholds);
        }
    }

    function _report(address token, address identity, uint256 held, uint256 holds, uint256 supply, uint256 thresholds)
        private
    {
        for (uint256 i; i < THRESHOLDS; ++i) {
            uint256 threshold = supply * uint16(thresholds >> (16 * i));
            if (threshold == 0) return;
            if ((held * BPS >= threshold) != (holds * BPS >= threshold)) {
                emit IPackReports.MajorHoldingCrossed(token, identity, held, holds, supply);
                return;
            }
        }
    }

    function _qualified(RuleContext memory context) private pure returns (bool) {
        return (QUALIFIED >> context.recipient.class(JURISDICTION)) & 1 != 0;
    }

    function _admitsRetail(TokenState storage state, uint256 country) private view returns (bool) {
        if (country > LAST_STATE) return false;
        return (PackChecks.word(state, JURISDICTION, FIRST_STATES + (country >> 8)) >> (country & 0xff)) & 1 != 0;
    }

    function _expired(uint256 terms) private view returns (uint256) {
        return PackChecks.expiredByMonths(uint8(terms >> WINDOW_SHIFT));
    }

    function _issueValue(TokenState storage state, uint256 supply) private view returns (uint256) {
        return PackChecks.valueOf(PackChecks.word(state, JURISDICTION, 0), supply, Math.Rounding.Ceil);
    }

    function _others(TokenState storage state) private view returns (uint256) {
        return uint128(PackChecks.word(state, JURISDICTION, 3) >> OTHERS_SHIFT);
    }
}
