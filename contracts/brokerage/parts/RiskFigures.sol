// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccountRisk } from "../../interfaces/IBrokerageAccountRisk.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AccountFigures, BookTerms, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title RiskFigures
/// @notice An account's risk as views tell it.
abstract contract RiskFigures is BrokerageCore {
    using Valuation for Assessment;

    function _risk(uint256 account, int16[] memory shocksBps)
        internal
        view
        returns (IBrokerageAccountRisk.AccountRisk memory risk)
    {
        AccountSets sets = _opened(account);
        RiskTerms risks = _terms();
        _tell(risk, account, sets, risks, Valuation.assessShocked(_layout(), account, sets, risks, shocksBps));
    }

    /// @dev Writes out what an account was assessed at.
    function _tell(
        IBrokerageAccountRisk.AccountRisk memory risk,
        uint256 account,
        AccountSets sets,
        RiskTerms risks,
        Assessment memory a
    ) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        BookTerms storage terms = $.terms;
        uint256 exposed = a.exposure();
        uint256 maintained = a.maintenanceDown(terms.gainHaircutBps);
        risk.grossValue = a.grossValue;
        risk.adjustedValue = a.adjustedValue;
        risk.powerValue = a.powerValue;
        risk.maintenanceValue = maintained;
        risk.gainValue = a.gainValue;
        risk.debtValue = a.debtValue;
        risk.lossValue = a.lossValue;
        risk.potentialValue = a.potentialValue;
        risk.exposureValue = exposed;
        risk.recordedValue = BrokerageStorage.isMain(account) ? exposed : $.figures[account].exposure;
        risk.stale = a.staleAsset != 0;
        unchecked {
            risk.ratioBps = exposed == 0 ? type(uint256).max : maintained * BPS / exposed;
            risk.initialRatio = MarginRatios.INITIAL + risks.extraInitial();
            risk.maintenanceRatio = MarginRatios.MAINTENANCE + terms.extraMaintenance;
            if (!sets.has(AccountSetBits.FIGURES)) return;
            AccountFigures memory figures = $.figures[account];
            risk.cashValue = figures.cashValue;
            risk.initialRatio += figures.extraInitial;
            risk.maintenanceRatio += figures.extraMaintenance;
        }
    }
}
