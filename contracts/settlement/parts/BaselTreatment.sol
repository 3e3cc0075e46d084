// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementAssetManager } from "../../interfaces/ISettlementAssetManager.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";

/// @title BaselTreatment
/// @notice Capital treatment of a settlement asset: the cautious default of its kind, and what may replace it.
/// @dev Risk weights are basis points of the exposure. SCO60 of the Basel Framework groups cryptoassets; central banks'
/// own digital currencies are outside it.
library BaselTreatment {
    uint32 internal constant MOST_RISK_WEIGHT_BPS = 125_000;
    uint16 internal constant MOST_ADD_ON_BPS = 10_000;
    // Below this a reserve-backed asset would be treated as money of a central bank.
    uint32 internal constant LEAST_WITHOUT_CLAIM_BPS = 2000;

    /// @dev What counts until somebody has assessed the asset: the heaviest that its kind may meet, except for money of
    /// a central bank and short-term claims on a bank.
    function byKind(ISettlementAssetManager.SettlementAssetType kind, ISettlementRegistry.LegalClaim claim)
        internal
        pure
        returns (ISettlementRegistry.BaselProfile memory profile)
    {
        bool central = kind == ISettlementAssetManager.SettlementAssetType.WCBDC
            || (kind == ISettlementAssetManager.SettlementAssetType.RBDC
                && claim == ISettlementRegistry.LegalClaim.CENTRAL_BANK);
        if (central) {
            profile.group = ISettlementRegistry.BaselGroup.OUTSIDE;
        } else if (kind == ISettlementAssetManager.SettlementAssetType.DEPOSIT_TOKEN) {
            profile.group = ISettlementRegistry.BaselGroup.GROUP_1A;
            profile.riskWeightBps = LEAST_WITHOUT_CLAIM_BPS;
        } else {
            profile.group = ISettlementRegistry.BaselGroup.GROUP_2B;
            profile.riskWeightBps = MOST_RISK_WEIGHT_BPS;
        }
    }

    /// @dev Reverts for a profile that contradicts itself or what the asset is.
    function requireSound(
        address token,
        ISettlementAssetManager.SettlementAssetType kind,
        ISettlementRegistry.LegalClaim claim,
        ISettlementRegistry.BaselProfile memory profile
    ) internal view {
        if (profile.riskWeightBps > MOST_RISK_WEIGHT_BPS) {
            revert ISettlementRegistry.TermsInvalid("riskWeightBps");
        }
        if (profile.group == ISettlementRegistry.BaselGroup.GROUP_2B) {
            if (profile.riskWeightBps != MOST_RISK_WEIGHT_BPS) {
                revert ISettlementRegistry.TermsInvalid("riskWeightBps");
            }
        }
        bool group1 = profile.group == ISettlementRegistry.BaselGroup.GROUP_1A
            || profile.group == ISettlementRegistry.BaselGroup.GROUP_1B;
        if (profile.infrastructureAddOnBps > (group1 ? MOST_ADD_ON_BPS : 0)) {
            revert ISettlementRegistry.TermsInvalid("infrastructureAddOnBps");
        }
        if (profile.asOf == 0 || profile.asOf > block.timestamp) revert ISettlementRegistry.TermsInvalid("asOf");
        if (bytes(profile.source).length == 0) revert ISettlementRegistry.TermsInvalid("source");
        if (kind == ISettlementAssetManager.SettlementAssetType.WCBDC) return;
        bool asCentralBankMoney =
            profile.group == ISettlementRegistry.BaselGroup.OUTSIDE || profile.riskWeightBps < LEAST_WITHOUT_CLAIM_BPS;
        if (kind == ISettlementAssetManager.SettlementAssetType.RBDC) {
            if (asCentralBankMoney && claim != ISettlementRegistry.LegalClaim.CENTRAL_BANK) {
                revert ISettlementRegistry.LegalClaimMissing(token);
            }
        } else if (profile.group == ISettlementRegistry.BaselGroup.OUTSIDE) {
            revert ISettlementRegistry.TermsInvalid("group");
        }
    }

    function isGroup2(ISettlementRegistry.BaselGroup group) internal pure returns (bool) {
        return group == ISettlementRegistry.BaselGroup.GROUP_2A || group == ISettlementRegistry.BaselGroup.GROUP_2B;
    }
}
