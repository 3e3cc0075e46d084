// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ComplianceStorage } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { TradeTermWords } from "../TradeTerms.sol";
import { ContextCalls } from "./ContextCalls.sol";
import { EuPack } from "./EuPack.sol";
import { JpPack } from "./JpPack.sol";
import { PackScope } from "./PackScope.sol";
import { UkPack } from "./UkPack.sol";

/// @title RegionalPackExtension
/// @notice The packs EU, UK and JP, which look at no lots, in an implementation of their own: all five do not fit one.
/// Reached by `RulePackExtension` alone, which the engine routes; nothing here is routed.
/// @dev By itself it sees empty storage.
/// @custom:extension-of ComplianceEngine
contract RegionalPackExtension {
    // Codes that use the approval of a transfer up.
    uint256 private constant APPROVAL_CODES =
        (1 << ReasonCodes.JP_ISSUER_CONSENT_MISSING) | (1 << ReasonCodes.JP_COMPANY_APPROVAL_MISSING);

    /// @notice Records what the packs count and report.
    function commitRegional(RuleContext calldata given) external {
        RuleContext memory context = ContextCalls.copy(given);
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.EU) != 0) EuPack.commit(context);
        if (packs & (1 << Jurisdictions.UK) != 0) UkPack.commit(context);
        if (packs & (1 << Jurisdictions.JP) != 0) JpPack.commit(context);
    }

    /// @notice The first code that one of the packs gives, 0 when all pass.
    /// @return code the code
    /// @return flags 1 when a limit still has room globally but not on this chain, 2 when `commitRegional` may have
    /// something to do, 4 when the transfer's approval was needed
    function checkRegional(RuleContext calldata given) external view returns (uint8 code, uint256 flags) {
        RuleContext memory context = ContextCalls.copy(given);
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.EU) != 0) code = EuPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.UK) != 0) code = UkPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.JP) != 0) code = JpPack.check(context);
        flags = (context.allotmentExhausted ? 1 : 0) | _duties(context);
    }

    /// @notice What is used of a limit of these packs; zero for a key of none.
    /// @param given its token, and in the amount's place the key in `TokenState.packQuotas`
    function regionalUsage(RuleContext calldata given) external view returns (uint256) {
        (address token, uint256 key) = (given.token, given.amount);
        uint256 code = uint8(key >> 16);
        if (code >= ReasonCodes.JP_NOT_QII && code < ReasonCodes.COUNT_RUNNING) return JpPack.usage(token, key);
        if (code >= ReasonCodes.UK_NOT_QUALIFIED && code < ReasonCodes.SG_CLASS_NOT_ALLOWED) {
            return UkPack.usage(token, key);
        }
        if (code >= ReasonCodes.EU_CATEGORY_NOT_ALLOWED && code < ReasonCodes.UK_NOT_QUALIFIED) {
            return EuPack.usage(token, key);
        }
        return 0;
    }

    /// @dev Packs count primary sales, the UK's arranged ones too; a plain transfer is recorded by few rules.
    function _duties(RuleContext memory context) private view returns (uint256 duties) {
        uint256 rules = ComplianceStorage.load().tokens[context.token].packRules;
        if (
            context.path == IComplianceEngine.Path.MINT || rules & (1 << ReasonCodes.EU_MAJOR_HOLDING) != 0
                || (context.packs & (1 << Jurisdictions.UK) != 0 && TradeTermWords.termsOf(context).stated())
        ) duties = 2;
        if (rules & APPROVAL_CODES != 0 && PackScope.sells(context, Jurisdictions.JP)) duties |= 4;
    }
}
