// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccounts } from "../interfaces/IBrokerageAccounts.sol";
import { IBrokerageAuctions } from "../interfaces/IBrokerageAuctions.sol";
import { IBrokerageCash } from "../interfaces/IBrokerageCash.sol";
import { IBrokerageDefault } from "../interfaces/IBrokerageDefault.sol";
import { IBrokerageFees } from "../interfaces/IBrokerageFees.sol";
import { IBrokerageLedger } from "../interfaces/IBrokerageLedger.sol";
import { IBrokerageLending } from "../interfaces/IBrokerageLending.sol";
import { IBrokerageLiquidation } from "../interfaces/IBrokerageLiquidation.sol";
import { IBrokerageMargin } from "../interfaces/IBrokerageMargin.sol";
import { IBrokerageMatching } from "../interfaces/IBrokerageMatching.sol";
import { IBrokerageOperators } from "../interfaces/IBrokerageOperators.sol";
import { IBrokeragePrices } from "../interfaces/IBrokeragePrices.sol";
import { IBrokerageRisk } from "../interfaces/IBrokerageRisk.sol";
import { IBrokerageTerms } from "../interfaces/IBrokerageTerms.sol";
import { IBrokerageTrading } from "../interfaces/IBrokerageTrading.sol";
import { IFeeCollector } from "../interfaces/IFeeCollector.sol";
import { IGroupPausable } from "../interfaces/IGroupPausable.sol";
import { ILocalRoles } from "../interfaces/ILocalRoles.sol";
import { IPrimeBrokerage } from "../interfaces/IPrimeBrokerage.sol";

/// @title BrokerageRouting
/// @notice Which extension of the brokerage answers a function that its main implementation does not have; whatever is
/// not named here belongs to the views.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library BrokerageRouting {
    /// @notice Whether the function belongs to positions.
    function isTrading(bytes4 selector) internal pure returns (bool) {
        return _ofTrading(selector) || _ofMatching(selector);
    }

    /// @notice Whether the function belongs to feeds and prices.
    function isPrices(bytes4 selector) internal pure returns (bool) {
        return _ofPrices(selector);
    }

    /// @notice Whether the function belongs to margin calls, auctions and seizures.
    function isLiquidation(bytes4 selector) internal pure returns (bool) {
        return _ofLiquidations(selector);
    }

    /// @notice Whether the function belongs to institutions, credit lines, accounts, operators, local roles and pauses.
    function isAccounts(bytes4 selector) internal pure returns (bool) {
        return _ofAccounts(selector) || _ofOperators(selector) || _ofConstants(selector) || _ofRoles(selector);
    }

    /// @notice Whether the function belongs to lending pools and fees.
    function isLending(bytes4 selector) internal pure returns (bool) {
        return _ofLending(selector) || _ofFees(selector) || _ofLedger(selector) || _ofCash(selector);
    }

    /// @notice Whether the function belongs to assets, limits and risk parameters.
    function isRisk(bytes4 selector) internal pure returns (bool) {
        return _ofRisk(selector);
    }

    /// @notice Whether the function belongs to default funds, the waterfall, terms, or how calls and auctions stand.
    function isDefaults(bytes4 selector) internal pure returns (bool) {
        return _ofDefaults(selector) || _ofTerms(selector) || _ofAuctions(selector);
    }

    function _ofTrading(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageTrading.openPosition.selector
            || selector == IBrokerageTrading.closePosition.selector
            || selector == IBrokerageTrading.tradePrices.selector
            || selector == IBrokerageTrading.MAX_POSITIONS.selector
            || selector == IBrokerageTrading.MAX_CLOSING_AGE.selector;
    }

    function _ofMatching(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageMatching.matchTrade.selector
            || selector == IBrokerageMatching.cancelOrderNonce.selector
            || selector == IBrokerageMatching.raiseMatchBand.selector
            || selector == IBrokerageMatching.lowerMatchBand.selector
            || selector == IBrokerageMatching.matchBand.selector || selector == IBrokerageMatching.orderDigest.selector
            || selector == IBrokerageMatching.orderFilled.selector
            || selector == IBrokerageMatching.isOrderNonceUsed.selector
            || selector == IBrokerageMatching.MAX_MATCH_BAND_BPS.selector;
    }

    function _ofPrices(bytes4 selector) private pure returns (bool) {
        return selector == IBrokeragePrices.refreshPrices.selector || selector == IBrokeragePrices.setFeeds.selector
            || selector == IBrokeragePrices.tightenFeeds.selector
            || selector == IBrokeragePrices.setSignedTerms.selector
            || selector == IBrokeragePrices.tightenSignedTerms.selector
            || selector == IBrokeragePrices.setSequencer.selector || selector == IBrokeragePrices.setFinancing.selector
            || selector == IBrokeragePrices.priceOf.selector || selector == IBrokeragePrices.previewPrice.selector
            || selector == IBrokeragePrices.feedsOf.selector || selector == IBrokeragePrices.trackOf.selector
            || selector == IBrokeragePrices.signedTerms.selector || selector == IBrokeragePrices.pricesDigest.selector
            || selector == IBrokeragePrices.sequencer.selector;
    }

    function _ofAccounts(bytes4 selector) private pure returns (bool) {
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
            || selector == IBrokerageAccounts.identityRegistry.selector;
    }

    function _ofOperators(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageOperators.setOperator.selector
            || selector == IBrokerageOperators.grantOperator.selector
            || selector == IBrokerageOperators.cancelGrantNonce.selector
            || selector == IBrokerageOperators.setLockdown.selector
            || selector == IBrokerageOperators.grantDigest.selector
            || selector == IBrokerageOperators.operatorOf.selector
            || selector == IBrokerageOperators.isGrantNonceSpent.selector
            || selector == IBrokerageOperators.isLockedDown.selector;
    }

    function _ofConstants(bytes4 selector) private pure returns (bool) {
        return selector == IPrimeBrokerage.initialize.selector
            || selector == IPrimeBrokerage.MAINTENANCE_MARGIN_RATIO.selector
            || selector == IPrimeBrokerage.INITIAL_MARGIN_RATIO.selector
            || selector == IPrimeBrokerage.LIQUIDATION_THRESHOLD.selector
            || selector == IPrimeBrokerage.clearingAccount.selector;
    }

    function _ofRoles(bytes4 selector) private pure returns (bool) {
        return selector == ILocalRoles.grantLocalRole.selector || selector == ILocalRoles.revokeLocalRole.selector
            || selector == ILocalRoles.hasLocalRole.selector || selector == ILocalRoles.localRolesOf.selector
            || selector == IGroupPausable.pauseGroups.selector || selector == IGroupPausable.unpauseGroups.selector
            || selector == IGroupPausable.pausedGroups.selector;
    }

    function _ofCash(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageCash.moveCollateral.selector || selector == IBrokerageCash.withdrawCash.selector
            || selector == IBrokerageCash.repayWithCash.selector;
    }

    function _ofLedger(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageLedger.collateralOf.selector || selector == IBrokerageLedger.cashOf.selector
            || selector == IBrokerageLedger.institutionCollateralOf.selector
            || selector == IBrokerageLedger.totalCollateralUp.selector || selector == IBrokerageLedger.debtOf.selector
            || selector == IBrokerageLedger.debtSharesOf.selector;
    }

    function _ofLending(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageLending.supply.selector || selector == IBrokerageLending.redeem.selector
            || selector == IBrokerageLending.accrue.selector || selector == IBrokerageLending.setBorrowRate.selector
            || selector == IBrokerageLending.setReserveShare.selector
            || selector == IBrokerageLending.withdrawReserves.selector
            || selector == IBrokerageLending.settleBook.selector
            || selector == IBrokerageLending.MAX_BORROW_RATE_PIPS.selector
            || selector == IBrokerageLending.MAX_RESERVE_BPS.selector
            || selector == IBrokerageLending.lendingPool.selector
            || selector == IBrokerageLending.lenderSharesOf.selector;
    }

    function _ofFees(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageFees.setFeeStructure.selector || selector == IBrokerageFees.agreeToFees.selector
            || selector == IBrokerageFees.feeStructure.selector || selector == IBrokerageFees.collectedFees.selector
            || selector == IBrokerageFees.agreedFees.selector || selector == IFeeCollector.payFees.selector;
    }

    function _ofRisk(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageRisk.listAsset.selector || selector == IBrokerageRisk.addUses.selector
            || selector == IBrokerageRisk.deactivateAsset.selector || selector == IBrokerageRisk.activateAsset.selector
            || selector == IBrokerageRisk.raiseHaircut.selector || selector == IBrokerageRisk.overrideHaircut.selector
            || selector == IBrokerageRisk.lowerHaircut.selector || selector == IBrokerageRisk.setExposureRate.selector
            || selector == IBrokerageRisk.lengthenMaxAge.selector || selector == IBrokerageRisk.shortenMaxAge.selector
            || selector == IBrokerageRisk.raiseCaps.selector || selector == IBrokerageRisk.lowerCaps.selector
            || selector == IBrokerageRisk.raiseIssuerCap.selector || selector == IBrokerageRisk.lowerIssuerCap.selector
            || selector == IBrokerageRisk.setExtraMargin.selector
            || selector == IBrokerageRisk.raiseInitialMargin.selector
            || selector == IBrokerageRisk.setConcentration.selector || selector == IBrokerageRisk.setTradeTerms.selector
            || selector == IBrokerageRisk.setCashAsset.selector || selector == IBrokerageRisk.setEvidenceMode.selector
            || selector == IBrokerageRisk.isEvidenceAttested.selector
            || selector == IBrokerageRisk.setSettlementManager.selector || selector == IBrokerageRisk.assetOf.selector
            || selector == IBrokerageRisk.assetIdOf.selector || selector == IBrokerageRisk.assetCount.selector
            || selector == IBrokerageRisk.haircutOf.selector || selector == IBrokerageRisk.issuerOf.selector
            || selector == IBrokerageRisk.bookTerms.selector || selector == IBrokerageRisk.settlementManager.selector;
    }

    function _ofLiquidations(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageLiquidation.liquidate.selector
            || selector == IBrokerageLiquidation.takeOverPosition.selector
            || selector == IBrokerageLiquidation.liquidatePosition.selector
            || selector == IBrokerageLiquidation.claimSeized.selector
            || selector == IBrokerageMargin.issueMarginCall.selector
            || selector == IBrokerageMargin.cureMarginCall.selector || selector == IBrokerageMargin.noteOutage.selector;
    }

    function _ofAuctions(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageAuctions.setLiquidationTerms.selector
            || selector == IBrokerageAuctions.setSeizureCap.selector || selector == IBrokerageAuctions.setGrace.selector
            || selector == IBrokerageAuctions.liquidationTerms.selector
            || selector == IBrokerageAuctions.claimable.selector || selector == IBrokerageAuctions.seizureCapOf.selector
            || selector == IBrokerageAuctions.auctionBonusOf.selector
            || selector == IBrokerageAuctions.marginCallOf.selector || selector == IBrokerageAuctions.graceOf.selector
            || selector == IBrokerageAuctions.standstill.selector || selector == IBrokerageAuctions.MAX_GRACE.selector
            || selector == IBrokerageAuctions.DEFAULT_GRACE.selector;
    }

    function _ofDefaults(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageDefault.declareDefault.selector
            || selector == IBrokerageDefault.contribute.selector || selector == IBrokerageDefault.giveNotice.selector
            || selector == IBrokerageDefault.withdrawContribution.selector
            || selector == IBrokerageDefault.fundFirstLoss.selector
            || selector == IBrokerageDefault.withdrawFirstLoss.selector
            || selector == IBrokerageDefault.setFundFloor.selector
            || selector == IBrokerageDefault.setFundTerms.selector
            || selector == IBrokerageDefault.defaultFundOf.selector || selector == IBrokerageDefault.fundTerms.selector
            || selector == IBrokerageDefault.contributionOf.selector;
    }

    function _ofTerms(bytes4 selector) private pure returns (bool) {
        return selector == IBrokerageTerms.proposeTerms.selector || selector == IBrokerageTerms.withdrawTerms.selector
            || selector == IBrokerageTerms.acceptTerms.selector || selector == IBrokerageTerms.tightenTerms.selector
            || selector == IBrokerageTerms.impair.selector || selector == IBrokerageTerms.removeImpairment.selector
            || selector == IBrokerageTerms.termsOf.selector || selector == IBrokerageTerms.proposedTermsOf.selector
            || selector == IBrokerageTerms.isImpaired.selector || selector == IBrokerageTerms.MAX_EXTRA_POINTS.selector;
    }
}
