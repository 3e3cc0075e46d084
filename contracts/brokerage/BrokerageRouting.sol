// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccounts } from "../interfaces/IBrokerageAccounts.sol";
import { IBrokerageFees } from "../interfaces/IBrokerageFees.sol";
import { IBrokerageLending } from "../interfaces/IBrokerageLending.sol";
import { IBrokerageOperators } from "../interfaces/IBrokerageOperators.sol";
import { IFeeCollector } from "../interfaces/IFeeCollector.sol";
import { IPrimeBrokerage } from "../interfaces/IPrimeBrokerage.sol";

/// @title BrokerageRouting
/// @notice Which extension of the brokerage answers a function that its main implementation does not have; whatever is
/// not named here belongs to the views.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library BrokerageRouting {
    /// @notice Whether the function belongs to positions.
    function isTrading(bytes4 selector) internal pure returns (bool) {
        return false && selector == 0;
    }

    /// @notice Whether the function belongs to feeds and prices.
    function isPrices(bytes4 selector) internal pure returns (bool) {
        return false && selector == 0;
    }

    /// @notice Whether the function belongs to margin calls, auctions and seizures.
    function isLiquidation(bytes4 selector) internal pure returns (bool) {
        return false && selector == 0;
    }

    /// @notice Whether the function belongs to institutions, credit lines and accounts.
    function isAccounts(bytes4 selector) internal pure returns (bool) {
        return selector == IBrokerageAccounts.admitInstitution.selector
            || selector == IBrokerageAccounts.raiseCreditLimit.selector
            || selector == IBrokerageAccounts.lowerCreditLimit.selector
            || selector == IBrokerageAccounts.extendCreditDays.selector
            || selector == IBrokerageAccounts.shortenCreditDays.selector
            || selector == IBrokerageAccounts.setGroup.selector
            || selector == IBrokerageAccounts.raiseGroupLimit.selector
            || selector == IBrokerageAccounts.lowerGroupLimit.selector
            || selector == IBrokerageAccounts.openAccount.selector
            || selector == IBrokerageAccounts.restrictAccounts.selector
            || selector == IBrokerageAccounts.releaseAccounts.selector
            || selector == IBrokerageAccounts.freezeAccounts.selector
            || selector == IBrokerageAccounts.unfreezeAccounts.selector
            || selector == IBrokerageAccounts.creditLineOf.selector || selector == IBrokerageAccounts.groupOf.selector
            || selector == IBrokerageAccounts.accountOf.selector
            || selector == IBrokerageAccounts.accountNumber.selector
            || selector == IBrokerageAccounts.institutionCount.selector
            || selector == IBrokerageAccounts.institutionAt.selector
            || selector == IBrokerageAccounts.totalExposure.selector
            || selector == IBrokerageAccounts.identityRegistry.selector || _isOperators(selector)
            || _isConstants(selector);
    }

    /// @notice Whether the function belongs to lending pools and fees.
    function isLending(bytes4 selector) internal pure returns (bool) {
        return selector == IBrokerageLending.supply.selector || selector == IBrokerageLending.redeem.selector
            || selector == IBrokerageLending.accrue.selector || selector == IBrokerageLending.setBorrowRate.selector
            || selector == IBrokerageLending.setReserveShare.selector
            || selector == IBrokerageLending.withdrawReserves.selector
            || selector == IBrokerageLending.MAX_BORROW_RATE_PIPS.selector
            || selector == IBrokerageLending.MAX_RESERVE_BPS.selector
            || selector == IBrokerageLending.lendingPool.selector
            || selector == IBrokerageLending.lenderSharesOf.selector
            || selector == IBrokerageFees.setFeeStructure.selector || selector == IBrokerageFees.agreeToFees.selector
            || selector == IBrokerageFees.feeStructure.selector || selector == IBrokerageFees.collectedFees.selector
            || selector == IBrokerageFees.agreedFees.selector || selector == IFeeCollector.payFees.selector;
    }

    /// @notice Whether the function belongs to assets, limits and risk parameters.
    function isRisk(bytes4 selector) internal pure returns (bool) {
        return false && selector == 0;
    }

    /// @notice Whether the function belongs to default funds and the waterfall.
    function isDefaults(bytes4 selector) internal pure returns (bool) {
        return false && selector == 0;
    }

    function _isOperators(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageOperators.setOperator.selector
            || selector == IBrokerageOperators.grantOperator.selector
            || selector == IBrokerageOperators.cancelGrantNonce.selector
            || selector == IBrokerageOperators.setLockdown.selector
            || selector == IBrokerageOperators.grantDigest.selector
            || selector == IBrokerageOperators.operatorOf.selector
            || selector == IBrokerageOperators.isGrantNonceSpent.selector
            || selector == IBrokerageOperators.isLockedDown.selector;
    }

    function _isConstants(bytes4 selector) private pure returns (bool) {
        return selector == IPrimeBrokerage.initialize.selector
            || selector == IPrimeBrokerage.MAINTENANCE_MARGIN_RATIO.selector
            || selector == IPrimeBrokerage.INITIAL_MARGIN_RATIO.selector
            || selector == IPrimeBrokerage.LIQUIDATION_THRESHOLD.selector
            || selector == IPrimeBrokerage.clearingAccount.selector;
    }
}
