// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILots } from "../../../interfaces/ILots.sol";
import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorTermWords } from "../../identity/InvestorTerms.sol";
import { ComplianceStorage } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { Position } from "../Position.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TokenRuleWords } from "../TokenRules.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { PackScope } from "../packs/PackScope.sol";
import { RollingTally } from "../packs/RollingTally.sol";
import { Custody } from "./Custody.sol";
import { Lot, Lots } from "./Lot.sol";
import { LotList, LotLists } from "./LotList.sol";
import { LotPlan } from "./LotPlan.sol";
import { LotRules } from "./LotRules.sol";
import { LotStorage } from "./LotStorage.sol";
import { LotTransient } from "./LotTransient.sol";

/// @title LotMovement
/// @notice The lots of one movement: reading the seller's, choosing, handing over, writing.
library LotMovement {
    // Exemptions whose holding period starts anew with a purchase from an affiliate, 17 CFR 230.144(d)(1).
    uint256 private constant RENEWED =
        (1 << Lots.RULE_506B) | (1 << Lots.RULE_506C) | (1 << Lots.REGULATION_S) | (1 << Lots.RULE_144A);
    uint256 private constant PACK_WORDS = 16;
    uint256 private constant EXEMPTION_SHIFT = 48;
    uint256 private constant LOT_EXEMPTION_SHIFT = 16;

    /// @notice Takes lots that come from another chain, before `open`.
    /// @param identity identity that had them there
    /// @param words lots that add up to the amount
    function arrive(RuleContext memory context, LotPlan memory plan, address identity, uint256[] memory words)
        internal
        pure
    {
        plan.arrived = true;
        plan.given.words = words;
        plan.given.count = words.length;
        plan.given.units = context.amount;
        context.fromIdentity = identity;
        if (identity == context.toIdentity) {
            context.ownMove = true;
            context.packs = 0;
        }
    }

    /// @notice Finds the parties and reads the seller's lots.
    /// @return code 7, 14, 17 and 32 to 36 but 33
    function open(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        if (!context.rules.has(TokenRuleWords.LOTS)) return ReasonCodes.OK;
        plan.kept = true;
        plan.key = ComplianceStorage.lotKey(context.token, context.rules);
        if (context.amount >> 120 != 0) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (context.path == IComplianceEngine.Path.CROSSCHAIN_MINT && !plan.arrived) _findArrival(context, plan);
        code = Custody.locate(context, plan);
        if (code != ReasonCodes.OK) return code;
        if (!_changesHands(context, plan)) return plan.custodyCode;
        if (plan.seller != address(0) && !plan.arrived) {
            plan.given = LotLists.read(LotStorage.load().lots[plan.key][plan.seller], 0);
        }
        if (context.packs != 0) _positions(context, plan);
        code = LotRules.lockUp(context, plan);
        if (code != ReasonCodes.OK) return code;
        if (plan.custodyCode != ReasonCodes.OK) return plan.custodyCode;
        return plan.seller != address(0) && plan.given.units < context.amount
            ? ReasonCodes.CUSTODY_SHARE_TOO_LOW
            : ReasonCodes.OK;
    }

    /// @notice Lays out what moves, once every rule has named the lots that it locks.
    /// @return code 33 when the buyer would have too many lots
    function layOut(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        if (!plan.kept || !_changesHands(context, plan)) return ReasonCodes.OK;
        uint256[] memory lots;
        if (plan.seller == address(0)) {
            uint256 exemption = _exemption(context);
            if (exemption >= Lots.EXEMPTIONS) return ReasonCodes.NO_OFFER_ROUTE;
            lots = new uint256[](1);
            lots[0] = Lot.unwrap(_created(context, exemption));
        } else {
            lots = plan.given.take(context.amount, plan.locked);
        }
        plan.moved = lots;
        return plan.buyer == address(0) ? _leave(lots) : _handOver(context, plan, lots);
    }

    /// @notice Writes lots and shares, and tells of them.
    function record(RuleContext memory context, LotPlan memory plan) internal {
        if (!plan.kept) return;
        Custody.record(context, plan);
        if (plan.announced) {
            LotTransient.setArrival(context.token, context.to, context.amount, address(0), new uint256[](0));
        }
        if (!_changesHands(context, plan)) return;
        mapping(address => uint256[64]) storage lots = LotStorage.load().lots[plan.key];
        if (plan.seller != address(0) && !plan.arrived) plan.given.write(lots[plan.seller]);
        if (plan.buyer != address(0)) plan.taken.write(lots[plan.buyer]);
        emit ILots.LotsMoved(context.token, plan.arrived ? address(0) : plan.seller, plan.buyer, plan.moved);
    }

    /// @notice Opens a lot acquired today from a source unknown; see `IRulePackExtension.enterLot`.
    function enter(address token, address identity, uint256 units) internal {
        uint256 key = ComplianceStorage.lotKey(token, ComplianceStorage.load().tokens[token].rules);
        uint256[64] storage slots = LotStorage.load().lots[key][identity];
        uint256 exemption = _exemptionOfToken(token);
        if (exemption >= Lots.EXEMPTIONS) exemption = Lots.NONE;
        Lot lot = Lots.pack(units, RollingTally.today(), Lots.OTHER, exemption);
        LotList memory list = LotLists.read(slots, 1);
        list.addMerging(lot);
        list.write(slots);
        uint256[] memory entered = new uint256[](1);
        entered[0] = lot.moved(lot);
        emit ILots.LotsMoved(token, address(0), identity, entered);
    }

    /// @dev Units that leave an investor for another, come into being or cease. Lots that arrive for the one who sent
    /// them change no hands, but they come into being here.
    function _changesHands(RuleContext memory context, LotPlan memory plan) private pure returns (bool) {
        return context.amount != 0 && (plan.seller != plan.buyer || plan.arrived);
    }

    /// @dev The packs look at all that investors have, in wallets and in custody, not at what custodians have.
    function _positions(RuleContext memory context, LotPlan memory plan) private view {
        context.fromPosition = Position.wrap(plan.given.units);
        context.toPosition = Position.wrap(LotStorage.unitsOf(plan.key, plan.buyer));
    }

    /// @dev The lots that the bridge has announced; without any, one acquired today.
    function _findArrival(RuleContext memory context, LotPlan memory plan) private view {
        (bool announced, address identity, uint256[] memory words) =
            LotTransient.arrival(context.token, context.to, context.amount);
        if (!announced) return;
        plan.announced = true;
        arrive(context, plan, identity, words);
    }

    function _leave(uint256[] memory lots) private pure returns (uint8) {
        for (uint256 i; i < lots.length; ++i) {
            lots[i] = Lot.wrap(lots[i]).moved(Lot.wrap(lots[i]));
        }
        return ReasonCodes.OK;
    }

    function _handOver(RuleContext memory context, LotPlan memory plan, uint256[] memory lots)
        private
        view
        returns (uint8)
    {
        bool merging = _merges(context.path);
        plan.taken = LotLists.read(LotStorage.load().lots[plan.key][plan.buyer], lots.length);
        bool affiliate = false;
        bool asked = false;
        for (uint256 i; i < lots.length; ++i) {
            Lot lot = Lot.wrap(lots[i]);
            Lot next = lot;
            if ((RENEWED >> lot.exemption()) & 1 != 0 && PackScope.isSale(context)) {
                if (!asked) (asked, affiliate) = (true, _isAffiliate(context.token, plan.seller));
                if (affiliate) next = lot.renewed(RollingTally.today(), Lots.AFFILIATE);
            }
            if (merging) plan.taken.addMerging(next);
            else if (!plan.taken.add(next)) return ReasonCodes.TOO_MANY_LOTS;
            lots[i] = lot.moved(next);
        }
        return ReasonCodes.OK;
    }

    /// @dev What an agent orders must not fail because a list is full.
    function _merges(IComplianceEngine.Path path) private pure returns (bool) {
        return path == IComplianceEngine.Path.FORCED || path == IComplianceEngine.Path.RECOVERY;
    }

    function _isAffiliate(address token, address identity) private view returns (bool) {
        return IdentityStorage.load().terms[token][identity].has(InvestorTermWords.AFFILIATE);
    }

    /// @dev A lot that comes into being: of an issue, or of an arrival that the bridge has told nothing about.
    function _created(RuleContext memory context, uint256 exemption) private view returns (Lot) {
        uint256 source = context.path == IComplianceEngine.Path.MINT ? Lots.ISSUER : Lots.OTHER;
        return Lots.pack(context.amount, RollingTally.today(), source, exemption);
    }

    /// @dev That of the trade's terms; else of the offer route in the buyer's pack (`PackChecks`); else
    /// the token's own.
    function _exemption(RuleContext memory context) private view returns (uint256 exemption) {
        if (context.path == IComplianceEngine.Path.MINT) exemption = TradeTermWords.termsOf(context).exemption();
        uint256 packs = context.packs & Jurisdictions.packsOf(context.recipient);
        mapping(uint256 => uint256) storage words = ComplianceStorage.load().tokens[context.token].packWords;
        for (uint256 jurisdiction; packs != 0 && exemption == 0; ++jurisdiction) {
            if (packs & 1 != 0) exemption = uint8(words[jurisdiction * PACK_WORDS] >> EXEMPTION_SHIFT);
            packs >>= 1;
        }
        if (exemption == 0) exemption = _exemptionOfToken(context.token);
    }

    function _exemptionOfToken(address token) private view returns (uint256) {
        return uint8(ComplianceStorage.load().tokens[token].packWords[LotRules.LOT_WORD] >> LOT_EXEMPTION_SHIFT);
    }
}
