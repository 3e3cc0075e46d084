// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageViews } from "../../interfaces/IBrokerageViews.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AccountFigures, BookTerms, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { BrokerageCore } from "./BrokerageCore.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title RiskViews
/// @notice Accounts against their ratios, now and under moves of prices.
abstract contract RiskViews is IBrokerageViews, BrokerageCore {
    using Valuation for Assessment;

    int256 private constant WHOLE_PRICE_BPS = 10_000;

    /// @inheritdoc IBrokerageViews
    function accountRisk(uint256 account) external view returns (AccountRisk memory) {
        return _risk(account, new int16[](0));
    }

    /// @inheritdoc IBrokerageViews
    function marginStateOf(uint256 account) external view returns (MarginState) {
        return _state(_risk(account, new int16[](0)));
    }

    /// @inheritdoc IBrokerageViews
    function stress(uint256 account, int16[] calldata shocksBps) external view returns (AccountRisk memory) {
        for (uint256 id; id < shocksBps.length; ++id) {
            if (shocksBps[id] < -WHOLE_PRICE_BPS) revert ShockInvalid(id, shocksBps[id]);
        }
        return _risk(account, shocksBps);
    }

    /// @inheritdoc IBrokerageViews
    function marginCallQueue(uint256[] calldata accounts) external view returns (MarginShortfall[] memory queue) {
        queue = new MarginShortfall[](accounts.length);
        uint256 count;
        for (uint256 i; i < accounts.length; ++i) {
            AccountRisk memory risk = _risk(accounts[i], new int16[](0));
            MarginState state = _state(risk);
            if (state < MarginState.BELOW_MAINTENANCE) continue;
            uint256 needed = _shareUp(risk.exposureValue, risk.maintenanceRatio);
            uint256 place = count++;
            // Each goes before those with a higher ratio that came before it.
            while (place != 0 && queue[place - 1].ratioBps > risk.ratioBps) {
                queue[place] = queue[place - 1];
                --place;
            }
            queue[place] = MarginShortfall(accounts[i], state, risk.ratioBps, needed - risk.maintenanceValue);
        }
        assembly ("memory-safe") {
            mstore(queue, count)
        }
    }

    function _risk(uint256 account, int16[] memory shocksBps) internal view returns (AccountRisk memory risk) {
        BrokerageStorage.Layout storage $ = _layout();
        AccountSets sets = _opened(account);
        RiskTerms risks = _terms();
        BookTerms memory terms = $.terms;
        AccountFigures memory figures;
        if (sets.has(AccountSetBits.FIGURES)) figures = $.figures[account];
        Assessment memory a = Valuation.assessShocked($, account, sets, risks, shocksBps);
        risk.grossValue = a.grossValue;
        risk.adjustedValue = a.adjustedValue;
        risk.powerValue = a.powerValue;
        risk.maintenanceValue = a.maintenanceDown(terms.gainHaircutBps);
        risk.cashValue = figures.cashValue;
        risk.gainValue = a.gainValue;
        risk.debtValue = a.debtValue;
        risk.lossValue = a.lossValue;
        risk.potentialValue = a.potentialValue;
        risk.exposureValue = a.exposure();
        risk.recordedValue = _recordedExposure(account);
        risk.stale = a.staleAsset != 0;
        unchecked {
            risk.ratioBps =
                risk.exposureValue == 0 ? type(uint256).max : risk.maintenanceValue * BPS / risk.exposureValue;
            risk.initialRatio = MarginRatios.INITIAL + risks.extraInitial() + figures.extraInitial;
            risk.maintenanceRatio = MarginRatios.MAINTENANCE + terms.extraMaintenance + figures.extraMaintenance;
        }
    }

    function _state(AccountRisk memory risk) private pure returns (MarginState) {
        uint256 exposed = risk.exposureValue;
        if (exposed == 0) return MarginState.NO_EXPOSURE;
        uint256 maintained = risk.maintenanceValue * MarginRatios.WHOLE;
        if (maintained < exposed * MarginRatios.LIQUIDATION) return MarginState.BELOW_LIQUIDATION;
        if (maintained < exposed * risk.maintenanceRatio) return MarginState.BELOW_MAINTENANCE;
        return risk.powerValue * MarginRatios.WHOLE < exposed * risk.initialRatio
            ? MarginState.MAINTAINED
            : MarginState.INITIAL;
    }

    /// @dev A percentage of a value, rounded up.
    function _shareUp(uint256 value, uint256 ratio) internal pure returns (uint256) {
        return (value * ratio + MarginRatios.WHOLE - 1) / MarginRatios.WHOLE;
    }
}
