// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICustody } from "../../interfaces/ICustody.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { ITradeTerms } from "../../interfaces/ITradeTerms.sol";
import { ITradedVolumes } from "../../interfaces/ITradedVolumes.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";

/// @title EngineRouting
/// @notice Which extension of the engine answers a function that its main implementation does not have; whatever is not
/// named here belongs to the identity registry.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library EngineRouting {
    /// @notice Whether the function belongs to the configuration of rules.
    function isRuleConfiguration(bytes4 selector) internal pure returns (bool) {
        return selector == IRuleConfiguration.registerToken.selector
            || selector == IRuleConfiguration.configureRules.selector
            || selector == IRuleConfiguration.tightenRules.selector
            || selector == IRuleConfiguration.configurePack.selector
            || selector == IRuleConfiguration.sendAllotment.selector
            || selector == IRuleConfiguration.receiveAllotment.selector
            || selector == IRuleConfiguration.approveTransfer.selector
            || selector == IRuleConfiguration.revokeApproval.selector
            || selector == IRuleConfiguration.startCount.selector
            || selector == IRuleConfiguration.countWallets.selector
            || selector == IRuleConfiguration.finishCount.selector || selector == IRuleConfiguration.stopCount.selector
            || selector == IRuleConfiguration.recount.selector || selector == IRuleConfiguration.moveHoldings.selector
            || selector == IRuleConfiguration.isRegistered.selector
            || selector == IRuleConfiguration.ruleSetVersion.selector
            || selector == IRuleConfiguration.ruleSettings.selector
            || selector == IRuleConfiguration.packParameters.selector
            || selector == IRuleConfiguration.allotment.selector
            || selector == IRuleConfiguration.countryHolders.selector
            || selector == IRuleConfiguration.classHolders.selector || selector == IRuleConfiguration.holders.selector
            || selector == IRuleConfiguration.positionOf.selector || selector == IRuleConfiguration.approvalOf.selector
            || selector == IRuleConfiguration.countStatus.selector;
    }

    /// @notice Whether the function belongs to the packs, lots, custody, terms of trades or volumes. What
    /// settles and `enterLot` must never be here: they trust their caller.
    function isRulePacks(bytes4 selector) internal pure returns (bool) {
        return selector == IRulePackExtension.checkPacks.selector || selector == IRulePackExtension.packUsage.selector
            || selector == ITradeTerms.setTradeTerms.selector || selector == ITradeTerms.clearTradeTerms.selector
            || selector == ITradeTerms.tradeTerms.selector || selector == ILots.announceArrival.selector
            || selector == ILots.mergeLots.selector || selector == ILots.lotsOf.selector
            || selector == ILots.lotsLeaving.selector || selector == ICustody.nameBeneficiary.selector
            || selector == ICustody.setFrozenShare.selector || selector == ICustody.reassignShare.selector
            || selector == ICustody.shareOf.selector || selector == ICustody.frozenShareOf.selector
            || selector == ITradedVolumes.postWeeklyVolume.selector || selector == ITradedVolumes.weeklyVolume.selector;
    }
}
