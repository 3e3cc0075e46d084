// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeConfiguration } from "../interfaces/IBridgeConfiguration.sol";
import { IBridgeFees } from "../interfaces/IBridgeFees.sol";
import { IBridgePaidSending } from "../interfaces/IBridgePaidSending.sol";
import { IBridgeRecovery } from "../interfaces/IBridgeRecovery.sol";
import { IFeeCollector } from "../interfaces/IFeeCollector.sol";
import { IGroupPausable } from "../interfaces/IGroupPausable.sol";
import { ILocalRoles } from "../interfaces/ILocalRoles.sol";

/// @title BridgeRouting
/// @notice Which extension of the bridge answers a function that its main implementation does not have; whatever is not
/// named here belongs to the routes, which price and charge as well.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library BridgeRouting {
    /// @notice Whether the function belongs to waiting messages, allotments, deliveries and escrows.
    function isRecovery(bytes4 selector) internal pure returns (bool) {
        return selector == IBridgePaidSending.sendPaying.selector || selector == IBridgeRecovery.sendOver.selector
            || selector == IBridgeRecovery.resend.selector || selector == IBridgeRecovery.claim.selector
            || selector == IBridgeRecovery.release.selector || selector == IBridgeRecovery.veto.selector
            || selector == IBridgeRecovery.liftVeto.selector || selector == IBridgeRecovery.redirect.selector
            || selector == IBridgeRecovery.returnHome.selector || selector == IBridgeRecovery.moveAllotment.selector
            || selector == IBridgeRecovery.reportPayment.selector || selector == IBridgeRecovery.fundEscrow.selector
            || selector == IBridgeRecovery.withdrawRefund.selector || selector == IBridgeRecovery.executeOther.selector
            || selector == IBridgeRecovery.arrivalOf.selector || selector == IBridgeRecovery.sentStatus.selector
            || selector == IBridgeRecovery.hasArrived.selector || selector == IBridgeRecovery.refundOf.selector
            || selector == IBridgeRecovery.escrowOf.selector;
    }

    /// @notice Whether the function belongs to what is set, to pauses, to local roles or to fees.
    function isConfiguration(bytes4 selector) internal pure returns (bool) {
        return _setsTerms(selector) || _pausesOrGrants(selector) || _charges(selector);
    }

    function _charges(bytes4 selector) private pure returns (bool) {
        return selector == IBridgeFees.setFeeStructure.selector || selector == IBridgeFees.setAssetFee.selector
            || selector == IFeeCollector.payFees.selector || selector == IBridgeFees.reportDelivered.selector
            || selector == IBridgeFees.reportReturned.selector || selector == IBridgeFees.feeStructure.selector
            || selector == IBridgeFees.assetFee.selector || selector == IBridgeFees.collectedFees.selector
            || selector == IBridgeFees.serviceOf.selector;
    }

    function _pausesOrGrants(bytes4 selector) private pure returns (bool) {
        return selector == IGroupPausable.pauseGroups.selector || selector == IGroupPausable.unpauseGroups.selector
            || selector == IGroupPausable.pausedGroups.selector || selector == ILocalRoles.grantLocalRole.selector
            || selector == ILocalRoles.revokeLocalRole.selector || selector == ILocalRoles.hasLocalRole.selector
            || selector == ILocalRoles.localRolesOf.selector;
    }

    function _setsTerms(bytes4 selector) private pure returns (bool) {
        return selector == IBridgeConfiguration.initialize.selector
            || selector == IBridgeConfiguration.setEndpoint.selector
            || selector == IBridgeConfiguration.setPeer.selector || selector == IBridgeConfiguration.setLane.selector
            || selector == IBridgeConfiguration.setAsset.selector
            || selector == IBridgeConfiguration.lowerThresholds.selector
            || selector == IBridgeConfiguration.setRemoteAsset.selector
            || selector == IBridgeConfiguration.raiseLimit.selector
            || selector == IBridgeConfiguration.lowerLimit.selector
            || selector == IBridgeConfiguration.pauseLane.selector
            || selector == IBridgeConfiguration.unpauseLane.selector
            || selector == IBridgeConfiguration.pauseAsset.selector
            || selector == IBridgeConfiguration.unpauseAsset.selector
            || selector == IBridgeConfiguration.setSettlement.selector
            || selector == IBridgeConfiguration.setUsdFeed.selector
            || selector == IBridgeConfiguration.postInputs.selector
            || selector == IBridgeConfiguration.setDefaultInputs.selector
            || selector == IBridgeConfiguration.setInputMaxAge.selector
            || selector == IBridgeConfiguration.setTierFloors.selector
            || selector == IBridgeConfiguration.setLayerZeroLibraries.selector
            || selector == IBridgeConfiguration.configureLayerZero.selector
            || selector == IBridgeConfiguration.endpointOf.selector || selector == IBridgeConfiguration.peerOf.selector
            || selector == IBridgeConfiguration.laneOf.selector || selector == IBridgeConfiguration.assetOf.selector
            || selector == IBridgeConfiguration.localAssetOf.selector
            || selector == IBridgeConfiguration.limitOf.selector
            || selector == IBridgeConfiguration.settlementOf.selector
            || selector == IBridgeConfiguration.usdFeedOf.selector || selector == IBridgeConfiguration.inputsOf.selector
            || selector == IBridgeConfiguration.tierFloors.selector;
    }
}
