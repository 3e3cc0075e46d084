// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { IRulePackExtension } from "../IRulePackExtension.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTermsDesk } from "../TradeTermsDesk.sol";
import { TradeTerms, TradeTermWords } from "../TradeTerms.sol";
import { EuPack } from "./EuPack.sol";
import { JpPack } from "./JpPack.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { SgPack } from "./SgPack.sol";
import { UkPack } from "./UkPack.sol";
import { UsPack } from "./UsPack.sol";

/// @title RulePackExtension
/// @notice See `IRulePackExtension`. Reached by the engine alone.
/// @dev To add a rule: a code in the catalogue and in `ReasonCodes`, a line in its pack's `check` at the code's place,
/// its parameters in the pack's words. To add a jurisdiction: its number and countries in `Jurisdictions`, its codes, a
/// library with `check` and `commit`, and a line in `_packCode` and `_commitPacks` here.
///
/// A limit of a pack of which only this chain's allotment is used up gives 37 after all packs have passed: then another
/// chain has room.
/// @custom:extension-of ComplianceEngine
contract RulePackExtension is IRulePackExtension, TradeTermsDesk {
    /// @inheritdoc IRulePackExtension
    function settlePacks(RuleContext calldata given) external returns (uint8 code) {
        RuleContext memory context = given;
        code = _code(context);
        if (code != ReasonCodes.OK) return code;
        if (context.packs != 0) _commitPacks(context);
        TradeTermWords.consume(context);
    }

    /// @inheritdoc IRulePackExtension
    function enterLot(address token, address identity, uint256 units) external { }

    /// @inheritdoc IRulePackExtension
    function checkPacks(RuleContext calldata given) external view returns (uint8) {
        return _code(given);
    }

    /// @inheritdoc IRulePackExtension
    function packUsage(address token, uint256 key) external view returns (uint256) {
        uint256 code = uint8(key >> 16);
        if (code >= ReasonCodes.JP_NOT_QII) return JpPack.usage(token, key);
        if (code >= ReasonCodes.SG_CLASS_NOT_ALLOWED) return 0;
        if (code >= ReasonCodes.UK_NOT_QUALIFIED) return UkPack.usage(token, key);
        if (code >= ReasonCodes.EU_CATEGORY_NOT_ALLOWED) return EuPack.usage(token, key);
        return 0;
    }

    function _code(RuleContext memory context) private view returns (uint8) {
        if (context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        if (context.packs == 0) return ReasonCodes.OK;
        if (_withoutRoute(context)) return ReasonCodes.NO_OFFER_ROUTE;
        uint8 code = _packCode(context);
        if (code == ReasonCodes.OK && context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        return code;
    }

    /// @dev Rule 38: a primary sale needs a named route in each pack that the buyer belongs to.
    function _withoutRoute(RuleContext memory context) private view returns (bool) {
        if (context.path != IComplianceEngine.Path.MINT || !context.rules.runs(ReasonCodes.NO_OFFER_ROUTE)) {
            return false;
        }
        uint256 packs = context.packs & Jurisdictions.packsOf(context.recipient);
        TokenState storage state = ComplianceStorage.load().tokens[context.token];
        TradeTerms terms = TradeTermWords.termsOf(context);
        for (uint256 jurisdiction; packs != 0; ++jurisdiction) {
            if (packs & 1 != 0 && OfferRoutes.named(state, terms, jurisdiction) == 0) return true;
            packs >>= 1;
        }
        return false;
    }

    function _packCode(RuleContext memory context) private view returns (uint8 code) {
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.US) != 0) code = UsPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.EU) != 0) code = EuPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.UK) != 0) code = UkPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.SG) != 0) code = SgPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.JP) != 0) code = JpPack.check(context);
    }

    function _commitPacks(RuleContext memory context) private {
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.US) != 0) UsPack.commit(context);
        if (packs & (1 << Jurisdictions.EU) != 0) EuPack.commit(context);
        if (packs & (1 << Jurisdictions.UK) != 0) UkPack.commit(context);
        if (packs & (1 << Jurisdictions.SG) != 0) SgPack.commit(context);
        if (packs & (1 << Jurisdictions.JP) != 0) JpPack.commit(context);
    }
}
