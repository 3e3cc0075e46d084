// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { InvestorRecords } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage, PackQuota } from "../ComplianceStorage.sol";
import { GeneralRules } from "../GeneralRules.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { LotPlan } from "../lots/LotPlan.sol";

/// @title PackLimits
/// @notice What rules of several packs compare with: limits that chains share, prices, approvals.
library PackLimits {
    /// @notice Key of a pack's limit that has no sub-key.
    function keyOf(uint8 code) internal pure returns (uint256) {
        return uint256(code) << 16;
    }

    /// @notice Whether a limit's next value passes: the code when it is above the global value, 37 when it is above this
    /// chain's allotment alone.
    function within(address token, uint8 code, uint256 next) internal view returns (uint8) {
        PackQuota memory quota = ComplianceStorage.load().tokens[token].packQuotas[keyOf(code)];
        if (next <= quota.allotment) return ReasonCodes.OK;
        return next > quota.globalValue ? code : ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
    }

    /// @notice Price of units at an offer price; zero without a price.
    /// @param word price of a whole token 128 (8 decimals), the token's decimals 8
    /// @param rounding up where the price counts against a limit, down where it must reach a minimum
    function priceOf(uint256 word, uint256 units, Math.Rounding rounding) internal pure returns (uint256) {
        return Math.mulDiv(uint128(word), units, 10 ** uint8(word >> 128), rounding);
    }

    /// @notice Whether a pre-approval of the transfer exists; if so it is used up with the movement.
    function approved(RuleContext memory context, LotPlan memory plan) internal view returns (bool) {
        bytes32 key = GeneralRules.approvalHash(context.token, context.from, context.to, context.amount);
        uint256 approval = ComplianceStorage.load().approvals[key];
        if (uint40(approval) > block.timestamp || block.timestamp >= approval >> 40) return false;
        plan.usesApproval = true;
        return true;
    }

    /// @notice Forgets the pre-approval of the transfer.
    function useApproval(RuleContext memory context) internal {
        delete ComplianceStorage.load()
        .approvals[GeneralRules.approvalHash(context.token, context.from, context.to, context.amount)];
    }

    /// @notice Whether somebody becomes a holder: an investor whose identity held nothing in wallets of its own.
    function joins(RuleContext memory context, LotPlan memory plan) internal pure returns (bool) {
        bool custodian = plan.to != address(0) || context.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        return !custodian && context.amount != 0 && context.toPosition.balance() == 0;
    }

    /// @notice Whether units are issued.
    function isIssue(RuleContext memory context) internal pure returns (bool) {
        return context.path == IComplianceEngine.Path.MINT;
    }
}
