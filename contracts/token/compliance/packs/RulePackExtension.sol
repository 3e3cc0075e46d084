// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { IRulePackExtension } from "../IRulePackExtension.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTerms, TradeTermWords } from "../TradeTerms.sol";
import { LotMovement } from "../lots/LotMovement.sol";
import { LotPlan } from "../lots/LotPlan.sol";
import { ContextCalls } from "./ContextCalls.sol";
import { OfferRoutes } from "./OfferRoutes.sol";
import { PackChecks } from "./PackChecks.sol";
import { RegionalPackExtension } from "./RegionalPackExtension.sol";
import { SgPack } from "./SgPack.sol";
import { UsPack } from "./UsPack.sol";

/// @title RulePackExtension
/// @notice See `IRulePackExtension`. Reached by the engine alone.
/// @dev To add a rule: a code in the catalogue and in `ReasonCodes`, a line in its pack's `check` at the code's place,
/// its parameters in the pack's words. To add a jurisdiction: its number and countries in `Jurisdictions`, its codes, a
/// library with `check` and `commit`, and a line for each in `RegionalPackExtension`, or here where it looks at lots.
///
/// A limit of a pack of which only this chain's allotment is used up gives 37 after all packs have passed: then another
/// chain has room.
/// @custom:extension-of ComplianceEngine
contract RulePackExtension is IRulePackExtension {
    /// @dev Extension of the desk: lots, custody and trade terms beside movements.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable DESK;

    /// @dev Extension of the packs that look at no lots.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable REGIONAL;

    uint8 private constant FIRST_EU = ReasonCodes.EU_CATEGORY_NOT_ALLOWED;
    uint8 private constant FIRST_SG = ReasonCodes.SG_CLASS_NOT_ALLOWED;
    uint8 private constant FIRST_JP = ReasonCodes.JP_NOT_QII;
    uint256 private constant REGIONAL_PACKS =
        (1 << Jurisdictions.EU) | (1 << Jurisdictions.UK) | (1 << Jurisdictions.JP);

    /// @notice Names the desk and the other packs for good.
    /// @param desk extension of the desk
    /// @param regional extension of the packs that look at no lots
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address desk, address regional) {
        if (desk.code.length == 0) revert IComplianceEngine.ExtensionWithoutCode(desk);
        if (regional.code.length == 0) revert IComplianceEngine.ExtensionWithoutCode(regional);
        DESK = desk;
        REGIONAL = regional;
    }

    /// @notice Everything that the engine sends here and this implementation does not have.
    fallback() external {
        address desk = DESK;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), desk, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            switch success
            case 0 { revert(free, returndatasize()) }
            default { return(free, returndatasize()) }
        }
    }

    /// @inheritdoc IRulePackExtension
    function settlePacks(RuleContext calldata given) external returns (uint8 code) {
        return _settle(ContextCalls.copy(given), _newPlan());
    }

    /// @inheritdoc IRulePackExtension
    /// @dev The answer is put where it costs two words: what stands before the array in memory is not read any more.
    function settleCrossing(RuleContext calldata given, address identity, uint256[] calldata lots)
        external
        returns (uint8 code, uint256[] memory moved)
    {
        RuleContext memory context = ContextCalls.copy(given);
        LotPlan memory plan = _newPlan();
        if (lots.length != 0) LotMovement.arrive(context, plan, identity, lots);
        code = _settle(context, plan);
        moved = plan.moved;
        assembly {
            let start := sub(moved, 64)
            let size := add(96, shl(5, mload(moved)))
            mstore(start, code)
            mstore(add(start, 32), 64)
            return(start, size)
        }
    }

    /// @inheritdoc IRulePackExtension
    function enterLot(address token, address identity, uint256 units) external {
        LotMovement.enter(token, identity, units);
    }

    /// @inheritdoc IRulePackExtension
    function checkPacks(RuleContext calldata given) external view returns (uint8) {
        LotPlan memory plan = _newPlan();
        return _code(ContextCalls.copy(given), plan);
    }

    /// @inheritdoc IRulePackExtension
    function packUsage(address token, uint256 key) external view returns (uint256) {
        uint8 code = uint8(key >> 16);
        if (code < FIRST_EU) return UsPack.usage(token, key);
        if (code >= FIRST_SG && code < FIRST_JP) return SgPack.usage(token, key);
        (uint256 used,) = _reading(_askRegional)(RegionalPackExtension.regionalUsage.selector, _question(token, key));
        return used;
    }

    function _settle(RuleContext memory context, LotPlan memory plan) private returns (uint8 code) {
        code = _code(context, plan);
        if (code != ReasonCodes.OK) return code;
        LotMovement.record(context, plan);
        if (context.packs != 0) _commitPacks(context, plan);
        if (plan.usesApproval) PackChecks.useApproval(context);
        TradeTermWords.consume(context);
    }

    function _code(RuleContext memory context, LotPlan memory plan) private view returns (uint8 code) {
        code = LotMovement.open(context, plan);
        if (code != ReasonCodes.OK) return code;
        if (context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        if (context.packs != 0) {
            if (_withoutRoute(context)) return ReasonCodes.NO_OFFER_ROUTE;
            code = _packCode(context, plan);
            if (code != ReasonCodes.OK) return code;
            if (context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        }
        return LotMovement.layOut(context, plan);
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

    function _packCode(RuleContext memory context, LotPlan memory plan) private view returns (uint8 code) {
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.US) != 0) code = UsPack.check(context, plan);
        if (code != ReasonCodes.OK) return code;
        if (packs & REGIONAL_PACKS != 0) {
            (uint256 answer, uint256 flags) =
                _reading(_askRegional)(RegionalPackExtension.checkRegional.selector, context);
            code = uint8(answer);
            if (flags & 1 != 0) context.allotmentExhausted = true;
            plan.regionalCommits = flags & 2 != 0;
            if (flags & 4 != 0) plan.usesApproval = true;
            if (code != ReasonCodes.OK && code < FIRST_SG) return code;
        }
        if (packs & (1 << Jurisdictions.SG) != 0) {
            uint8 earlier = SgPack.check(context, plan);
            if (earlier != ReasonCodes.OK) return earlier;
        }
    }

    function _commitPacks(RuleContext memory context, LotPlan memory plan) private {
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.US) != 0) UsPack.commit(context);
        if (packs & (1 << Jurisdictions.SG) != 0) SgPack.commit(context);
        if (plan.regionalCommits) _askRegional(RegionalPackExtension.commitRegional.selector, context);
    }

    function _newPlan() private pure returns (LotPlan memory plan) { }

    /// @dev What `RegionalPackExtension.regionalUsage` takes.
    function _question(address token, uint256 key) private pure returns (RuleContext memory context) {
        (context.token, context.amount) = (token, key);
    }

    function _askRegional(bytes4 selector, RuleContext memory context) private returns (uint256 first, uint256 second) {
        return ContextCalls.ask(REGIONAL, selector, context);
    }

    /// @dev The function as one that only reads: what is called through it is a view of `RegionalPackExtension`, but
    /// the language has no delegatecall that says so.
    function _reading(function(bytes4, RuleContext memory) internal returns (uint256, uint256) function_)
        private
        pure
        returns (function(bytes4, RuleContext memory) internal view returns (uint256, uint256) view_)
    {
        assembly ("memory-safe") {
            view_ := function_
        }
    }
}
