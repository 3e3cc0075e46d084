// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { DateTimeLib } from "solady/utils/DateTimeLib.sol";

import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { IPackReports } from "../../../interfaces/IPackReports.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorEvidence } from "../../identity/InvestorEvidence.sol";
import { InvestorTerms } from "../../identity/InvestorTerms.sol";
import { ComplianceStorage, PackQuota, TokenState } from "../ComplianceStorage.sol";
import { GeneralRules } from "../GeneralRules.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTerms } from "../TradeTerms.sol";
import { PackStorage } from "./PackStorage.sol";
import { PersonTally, RollingTally } from "./RollingTally.sol";

/// @title PackChecks
/// @notice What the packs' rules share: parameters, prices, limits, evidence.
/// @dev Word 0 of every pack is its offer, from the lowest bit: route 8 (see `OfferRoutes`), decimals of the token 8,
/// number of the offer 32, exemption of the lots it creates 8 (see `Lots`; zero leaves the token's own), unused 8,
/// price of one whole token 128 (currency of the jurisdiction, 8 decimals; zero for none), 64 of the pack's own. Money
/// has 8 decimals.
///
/// Nothing that is unknown passes: a price that is not known is zero, and rules on price refuse zero.
library PackChecks {
    uint256 private constant PACK_WORDS = 16;
    uint256 private constant SECONDS_OF_DAY = 86_400;
    uint256 private constant SHORTEST_MONTH = 28;
    uint256 private constant DECIMALS_SHIFT = 8;
    uint256 private constant OFFER_SHIFT = 16;
    uint256 private constant PRICE_SHIFT = 64;
    uint256 private constant LARGEST_MONEY = type(uint128).max;

    // ------------------------------------------------------------------ parameters

    /// @notice What the engine keeps of the context's token.
    function stateOf(RuleContext memory context) internal view returns (TokenState storage) {
        return ComplianceStorage.load().tokens[context.token];
    }

    /// @notice Whether the rule of a code is switched on.
    /// @param rules bit n for code n
    function on(uint256 rules, uint8 code) internal pure returns (bool) {
        return (rules >> code) & 1 != 0;
    }

    /// @notice A pack's parameter word.
    function word(TokenState storage state, uint256 jurisdiction, uint256 index) internal view returns (uint256) {
        return state.packWords[jurisdiction * PACK_WORDS + index];
    }

    /// @notice Key of a limit that an offer has, for one country or (zero) all.
    function offerKey(uint256 offerWord, TradeTerms terms, uint8 code, uint256 country)
        internal
        pure
        returns (uint256)
    {
        uint256 offer = terms.offer();
        if (offer == 0) offer = uint32(offerWord >> OFFER_SHIFT);
        return (offer << 24) | limitKey(code, country);
    }

    /// @notice Key of a limit that the issue has, for one country or (zero) all.
    function limitKey(uint8 code, uint256 country) internal pure returns (uint256) {
        return (uint256(code) << 16) | country;
    }

    // ------------------------------------------------------------------ prices

    /// @notice What is paid for the movement in a jurisdiction's currency: as its terms say, or else at the offer
    /// price; zero when that is unknown.
    /// @param rounding down where too little paid refuses, up where too much does
    function consideration(
        RuleContext memory context,
        TradeTerms terms,
        uint256 offerWord,
        uint256 jurisdiction,
        Math.Rounding rounding
    ) internal pure returns (uint256 paid) {
        paid = terms.consideration(jurisdiction);
        if (paid == 0) paid = valueOf(offerWord, context.amount, rounding);
    }

    /// @notice Value of units at the offer price, at most 2^128 - 1; zero when there is no price.
    function valueOf(uint256 offerWord, uint256 units, Math.Rounding rounding) internal pure returns (uint256) {
        uint256 price = uint128(offerWord >> PRICE_SHIFT);
        uint256 value = Math.mulDiv(price, units, 10 ** uint8(offerWord >> DECIMALS_SHIFT), rounding);
        return Math.min(value, LARGEST_MONEY);
    }

    // ------------------------------------------------------------------ limits

    /// @notice Whether `amount` passes a limit; when it passes this chain's allotment alone, the context is told.
    function exceeds(RuleContext memory context, TokenState storage state, uint256 key, uint256 amount)
        internal
        view
        returns (bool)
    {
        PackQuota memory quota = state.packQuotas[key];
        if (amount <= quota.allotment) return false;
        if (amount > quota.globalValue) return true;
        context.allotmentExhausted = true;
        return false;
    }

    /// @notice Whether money on top of what was counted after the day `expired` passes a limit, or is unknown (zero).
    /// @param strictly whether reaching the limit is too much already
    function moneyExceeds(
        RuleContext memory context,
        TokenState storage state,
        uint256 key,
        uint256 expired,
        uint256 value,
        bool strictly
    ) internal view returns (bool) {
        if (value == 0) return true;
        uint256 used = RollingTally.sumAfter(PackStorage.load().sums[context.token][key], expired);
        return exceeds(context, state, key, used + value + (strictly ? 1 : 0));
    }

    /// @notice Whether counting the recipient among those after the day `expired` passes a limit.
    function personsExceed(RuleContext memory context, TokenState storage state, uint256 key, uint256 expired)
        internal
        view
        returns (bool)
    {
        PersonTally storage tally = PackStorage.load().persons[context.token][key];
        if (RollingTally.isCounted(tally, context.toIdentity, expired)) return false;
        uint256 persons = RollingTally.personsAfter(tally, expired) + 1;
        return persons > RollingTally.MAX_PERSONS || exceeds(context, state, key, persons);
    }

    /// @notice Counts money today.
    function countMoney(RuleContext memory context, uint256 key, uint256 value) internal {
        RollingTally.add(PackStorage.load().sums[context.token][key], RollingTally.today(), value);
        emit IPackReports.PackVolumeCounted(context.token, key, value);
    }

    /// @notice Counts the recipient today.
    function countPerson(RuleContext memory context, uint256 key, uint256 expired) internal {
        PersonTally storage tally = PackStorage.load().persons[context.token][key];
        RollingTally.enter(tally, context.toIdentity, RollingTally.today(), expired);
        emit IPackReports.PackPersonCounted(context.token, key, context.toIdentity);
    }

    /// @notice Money counted after the day `expired`.
    function moneyUsed(address token, uint256 key, uint256 expired) internal view returns (uint256) {
        return RollingTally.sumAfter(PackStorage.load().sums[token][key], expired);
    }

    /// @notice Persons counted after the day `expired`.
    function personsUsed(address token, uint256 key, uint256 expired) internal view returns (uint256) {
        return RollingTally.personsAfter(PackStorage.load().persons[token][key], expired);
    }

    /// @notice Last day outside a window of calendar months that ends today; zero months for no window.
    function expiredByMonths(uint256 months) internal view returns (uint256) {
        return RollingTally.expiredByMonths(RollingTally.today(), months);
    }

    // ------------------------------------------------------------------ evidence

    /// @notice Dates of the recipient's evidence.
    function evidenceOf(RuleContext memory context) internal view returns (InvestorEvidence) {
        return IdentityStorage.load().evidence[context.toIdentity];
    }

    /// @notice Terms between the token and an investor.
    function termsWith(RuleContext memory context, address identity) internal view returns (InvestorTerms) {
        return IdentityStorage.load().terms[context.token][identity];
    }

    /// @notice Whether evidence is missing or as many calendar months old.
    /// @param day days since 1 January 1970; zero when there is none
    function tooOld(uint256 day, uint256 months) internal view returns (bool) {
        if (day == 0) return true;
        // No month is shorter than 28 days: only what is older than that many is looked up in the calendar.
        if (block.timestamp < (day + SHORTEST_MONTH * months) * SECONDS_OF_DAY) return false;
        return block.timestamp >= DateTimeLib.addMonths(day * SECONDS_OF_DAY, months);
    }

    /// @notice Whether the recipient's attested headroom in a jurisdiction is missing or no longer counts.
    function headroomMissing(RuleContext memory context, uint256 jurisdiction) internal view returns (bool) {
        InvestorTerms terms = termsWith(context, context.toIdentity);
        return terms.headroomJurisdiction() != jurisdiction || block.timestamp >= terms.headroomUntil();
    }

    /// @notice Whether what is paid passes the recipient's attested headroom, or is unknown (zero); false when none was
    /// ever attested.
    function headroomExceeded(RuleContext memory context, uint256 jurisdiction, uint256 paid)
        internal
        view
        returns (bool)
    {
        InvestorTerms terms = termsWith(context, context.toIdentity);
        if (terms.headroomJurisdiction() != jurisdiction || terms.headroomUntil() == 0) return false;
        return paid == 0 || paid > terms.headroom();
    }

    /// @notice Takes what is paid from the recipient's headroom, at most all of it; an agent who writes the terms anew
    /// attests a headroom from which earlier purchases are taken already.
    function spendHeadroom(RuleContext memory context, uint256 jurisdiction, uint256 paid) internal {
        InvestorTerms terms = termsWith(context, context.toIdentity);
        if (terms.headroomJurisdiction() != jurisdiction || terms.headroomUntil() == 0) return;
        uint256 left = Math.saturatingSub(terms.headroom(), paid);
        terms = terms.withHeadroom(uint8(jurisdiction), uint72(left), uint40(terms.headroomUntil()));
        IdentityStorage.load().terms[context.token][context.toIdentity] = terms;
        emit IInvestorAttestations.TermsWritten(context.token, context.toIdentity, InvestorTerms.unwrap(terms));
    }

    // ------------------------------------------------------------------ approvals

    /// @notice Whether the transfer was approved in advance, and the approval's period runs.
    function approved(RuleContext memory context) internal view returns (bool) {
        uint256 approval = ComplianceStorage.load().approvals[_approvalOf(context)];
        return uint40(approval) <= block.timestamp && block.timestamp < approval >> 40;
    }

    /// @notice Uses the approval up, unless the engine does.
    function useApproval(RuleContext memory context) internal {
        if (!context.usesApproval) delete ComplianceStorage.load().approvals[_approvalOf(context)];
    }

    function _approvalOf(RuleContext memory context) private pure returns (bytes32) {
        return GeneralRules.approvalHash(context.token, context.from, context.to, context.amount);
    }
}
