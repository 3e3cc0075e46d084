// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ComplianceStorage } from "../ComplianceStorage.sol";
import { IRulePackExtension } from "../IRulePackExtension.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTermsDesk } from "../TradeTermsDesk.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { EuPack } from "./EuPack.sol";
import { JpPack } from "./JpPack.sol";
import { SgPack } from "./SgPack.sol";
import { UkPack } from "./UkPack.sol";
import { UsPack } from "./UsPack.sol";

/// @title RulePackExtension
/// @notice See `IRulePackExtension`. Reached by the engine alone.
/// @dev To add a rule: a code in the catalogue and in `ReasonCodes`, a line in its pack's `check` at the code's place,
/// its parameters in the pack's words. To add a jurisdiction: its number and countries in `Jurisdictions`, its codes, a
/// library with `check` and `commit`, and a line in `_packCode` and `_commitPacks` here.
///
/// The lowest byte of each pack's word 0 is its offer route, the number of the one rule among the alternative offer
/// exemptions that runs (1 for US-01); zero names none, and code 38 then refuses a primary sale to its investors.
/// @custom:extension-of ComplianceEngine
contract RulePackExtension is IRulePackExtension, TradeTermsDesk {
    uint256 private constant PACK_WORDS = 16;

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
    function packUsage(address, uint256) external pure returns (uint256) {
        return 0;
    }

    function _code(RuleContext memory context) private view returns (uint8) {
        if (context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        if (context.packs == 0) return ReasonCodes.OK;
        if (_withoutRoute(context)) return ReasonCodes.NO_OFFER_ROUTE;
        return _packCode(context);
    }

    /// @dev Rule 38: a primary sale needs a named route in each pack that the buyer belongs to.
    function _withoutRoute(RuleContext memory context) private view returns (bool) {
        if (context.path != IComplianceEngine.Path.MINT || !context.rules.runs(ReasonCodes.NO_OFFER_ROUTE)) {
            return false;
        }
        uint256 packs = context.packs & Jurisdictions.packsOf(context.recipient);
        mapping(uint256 => uint256) storage words = ComplianceStorage.load().tokens[context.token].packWords;
        for (uint256 jurisdiction; packs != 0; ++jurisdiction) {
            if (packs & 1 != 0 && uint8(words[jurisdiction * PACK_WORDS]) == 0) return true;
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
