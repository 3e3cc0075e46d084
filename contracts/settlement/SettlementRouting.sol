// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IFeeCollector } from "../interfaces/IFeeCollector.sol";
import { ISettlementCrossChain } from "../interfaces/ISettlementCrossChain.sol";
import { ISettlementFees } from "../interfaces/ISettlementFees.sol";
import { ISettlementHolds } from "../interfaces/ISettlementHolds.sol";
import { ISettlementInstructions } from "../interfaces/ISettlementInstructions.sol";
import { ISettlementQueue } from "../interfaces/ISettlementQueue.sol";
import { ISettlementTradeNetting } from "../interfaces/ISettlementTradeNetting.sol";

/// @title SettlementRouting
/// @notice Which extension of the settlement manager answers a function that its main implementation does not have;
/// whatever is not named here belongs to the registry.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library SettlementRouting {
    /// @notice Whether the function belongs to instructions and netted trades.
    function isTrades(bytes4 selector) internal pure returns (bool) {
        return selector == ISettlementInstructions.submitInstruction.selector
            || selector == ISettlementInstructions.cancelInstruction.selector
            || selector == ISettlementInstructions.replaceInstruction.selector
            || selector == ISettlementInstructions.cancelNonce.selector
            || selector == ISettlementInstructions.setRateBand.selector
            || selector == ISettlementInstructions.instructionDigest.selector
            || selector == ISettlementInstructions.tradeIdOf.selector
            || selector == ISettlementInstructions.instructionStatus.selector
            || selector == ISettlementInstructions.pendingReason.selector
            || selector == ISettlementInstructions.isNonceUsed.selector
            || selector == ISettlementTradeNetting.settleTrades.selector;
    }

    /// @notice Whether the function belongs to holds, the queue, deliveries across chains and fees.
    function isCustody(bytes4 selector) internal pure returns (bool) {
        return selector == ISettlementHolds.hold.selector || selector == ISettlementFees.setFeeStructure.selector
            || selector == ISettlementFees.agreeToFees.selector || selector == IFeeCollector.payFees.selector
            || selector == ISettlementFees.feeStructure.selector || selector == ISettlementFees.collectedFees.selector
            || selector == ISettlementFees.agreedFees.selector || selector == ISettlementHolds.executeHold.selector
            || selector == ISettlementHolds.releaseHold.selector || selector == ISettlementHolds.renewHold.selector
            || selector == ISettlementHolds.holdOf.selector || selector == ISettlementHolds.heldOf.selector
            || selector == ISettlementQueue.queuePayment.selector || selector == ISettlementQueue.cancelQueued.selector
            || selector == ISettlementQueue.reprioritise.selector || selector == ISettlementQueue.settleQueue.selector
            || selector == ISettlementQueue.queuedPayment.selector || selector == ISettlementQueue.queueHead.selector
            || selector == ISettlementCrossChain.inceptDelivery.selector
            || selector == ISettlementCrossChain.confirmDelivery.selector
            || selector == ISettlementCrossChain.cancelDelivery.selector
            || selector == ISettlementCrossChain.transferWithKey.selector
            || selector == ISettlementCrossChain.completeDelivery.selector
            || selector == ISettlementCrossChain.inceptPayment.selector
            || selector == ISettlementCrossChain.payAndDecrypt.selector
            || selector == ISettlementCrossChain.cancelAndDecrypt.selector
            || selector == ISettlementCrossChain.releaseKey.selector
            || selector == ISettlementCrossChain.crossPaymentStatus.selector
            || selector == ISettlementCrossChain.crossPaymentOf.selector
            || selector == ISettlementCrossChain.lockOf.selector;
    }
}
