// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICustody } from "../../../interfaces/ICustody.sol";
import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../../identity/InvestorRecord.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { LotPlan } from "./LotPlan.sol";
import { CustodyShare, LotStorage } from "./LotStorage.sol";
import { LotTransient } from "./LotTransient.sol";

/// @title Custody
/// @notice Who stands behind a movement of a custodian: codes 34 to 36, and the shares.
/// @dev See `ICustody`. The context that goes on to the rules names the investors, not the custodians: a deposit and
/// its
/// return change nothing hands, a sale out of custody is the investor's.
library Custody {
    /// @notice Finds seller and buyer, puts them into the context and the plan, and looks at the seller's share.
    /// @return code 34 when a custodian has not named whose units move
    function locate(RuleContext memory context, LotPlan memory plan) internal view returns (uint8 code) {
        (plan.seller, plan.buyer) = (context.fromIdentity, context.toIdentity);
        // Between wallets of one identity nothing changes, a custodian's own wallets included.
        if (context.ownMove) return ReasonCodes.OK;
        bool leaves = context.sender.has(InvestorRecords.FLAG_CUSTODIAN);
        bool enters = context.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        if (leaves) code = _leave(context, plan, enters);
        if (enters && code == ReasonCodes.OK) code = _enter(context, plan);
        if (code != ReasonCodes.OK || !(leaves || enters)) return code;
        (context.fromIdentity, context.toIdentity) = (plan.seller, plan.buyer);
        context.ownMove = plan.seller == plan.buyer;
        context.packs = context.ownMove ? 0 : _packsOf(context);
    }

    /// @notice Moves the shares that the plan names.
    function record(RuleContext memory context, LotPlan memory plan) internal {
        if (plan.from != address(0)) {
            LotTransient.setBeneficiary(context.token, plan.from, address(0));
            if (plan.from != plan.seller) less(context.token, plan.key, plan.from, plan.seller, context.amount);
        }
        if (plan.to != address(0)) {
            LotTransient.setBeneficiary(context.token, plan.to, address(0));
            if (plan.to != plan.buyer) more(context.token, plan.key, plan.to, plan.buyer, context.amount);
        }
    }

    /// @notice Adds to a share.
    function more(address token, uint256 key, address custodian, address investor, uint256 units) internal {
        CustodyShare storage share = LotStorage.load().shares[key][custodian][investor];
        uint256 next = share.units + units;
        share.units = uint128(next);
        emit ICustody.CustodyShareChanged(token, custodian, investor, next);
    }

    /// @notice Takes from a share; what is frozen stays frozen, as far as there are units.
    function less(address token, uint256 key, address custodian, address investor, uint256 units) internal {
        CustodyShare storage share = LotStorage.load().shares[key][custodian][investor];
        uint256 next = share.units - units;
        share.units = uint128(next);
        emit ICustody.CustodyShareChanged(token, custodian, investor, next);
    }

    /// @dev The investor is the one whom the custodian names, or else the recipient where it has a share.
    function _leave(RuleContext memory context, LotPlan memory plan, bool enters) private view returns (uint8) {
        plan.from = context.fromIdentity;
        mapping(address => CustodyShare) storage shares = LotStorage.load().shares[plan.key][plan.from];
        address named = LotTransient.beneficiary(context.token, plan.from);
        InvestorRecord investor = context.recipient;
        if (named != address(0)) investor = IdentityStorage.load().records[named];
        else if (enters || context.to == address(0)) return ReasonCodes.CUSTODY_BENEFICIARY_MISSING;
        plan.seller = investor.identity();
        if (plan.seller == address(0)) return ReasonCodes.CUSTODY_BENEFICIARY_MISSING;
        context.sender = investor;
        if (plan.seller == plan.from) return ReasonCodes.OK;
        CustodyShare memory share = shares[plan.seller];
        if (named == address(0) && share.units == 0) return ReasonCodes.CUSTODY_BENEFICIARY_MISSING;
        if (share.units < context.amount) {
            plan.custodyCode = ReasonCodes.CUSTODY_SHARE_TOO_LOW;
        } else if (_honoursFreezes(context.path)) {
            bool held = investor.has(InvestorRecords.FLAG_SANCTIONS_HOLD);
            if (held || share.units - context.amount < share.frozen) {
                plan.custodyCode = ReasonCodes.CUSTODY_SHARE_FROZEN;
            }
        }
        return ReasonCodes.OK;
    }

    /// @dev The investor is the one whom the custodian names, or else the one who gives. The engine has looked at the
    /// custodian's record alone, so somebody else who receives is looked at here.
    function _enter(RuleContext memory context, LotPlan memory plan) private view returns (uint8) {
        plan.to = context.toIdentity;
        address named = LotTransient.beneficiary(context.token, plan.to);
        if (named == address(0)) {
            if (plan.seller == address(0)) return ReasonCodes.CUSTODY_BENEFICIARY_MISSING;
            (plan.buyer, context.recipient) = (plan.seller, context.sender);
            return ReasonCodes.OK;
        }
        context.recipient = IdentityStorage.load().records[named];
        plan.buyer = context.recipient.identity();
        if (plan.buyer == plan.seller) return ReasonCodes.OK;
        if (plan.buyer == address(0)) return ReasonCodes.CUSTODY_BENEFICIARY_MISSING;
        if (context.recipient.validUntil() <= block.timestamp) return ReasonCodes.RECIPIENT_NOT_VERIFIED;
        bool held = context.recipient.has(InvestorRecords.FLAG_SANCTIONS_HOLD);
        return held ? ReasonCodes.RECIPIENT_SANCTIONED : ReasonCodes.OK;
    }

    /// @dev As the engine names them, for the recipient that is really meant.
    function _packsOf(RuleContext memory context) private pure returns (uint256 packs) {
        if (context.path == IComplianceEngine.Path.BURN || context.path == IComplianceEngine.Path.FORCED) return 0;
        if (context.path == IComplianceEngine.Path.RECOVERY) return 0;
        packs = context.rules.ownPacks();
        if (context.to != address(0)) {
            packs |= context.rules.recipientPacks() & Jurisdictions.packsOf(context.recipient);
        }
    }

    /// @dev Agents act in spite of a freeze, as they do on wallets.
    function _honoursFreezes(IComplianceEngine.Path path) private pure returns (bool) {
        return path == IComplianceEngine.Path.TRANSFER || path == IComplianceEngine.Path.CROSSCHAIN_BURN;
    }
}
