// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccountRisk } from "../../interfaces/IBrokerageAccountRisk.sol";
import { IBrokerageViews } from "../../interfaces/IBrokerageViews.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { RiskFigures } from "./RiskFigures.sol";

/// @title RiskViews
/// @notice Accounts against their ratios, now and under moves of prices.
abstract contract RiskViews is IBrokerageViews, RiskFigures {
    int256 private constant WHOLE_PRICE_BPS = 10_000;

    /// @inheritdoc IBrokerageViews
    function marginStateOf(uint256 account) external view returns (MarginState) {
        return _state(_risk(account, new int16[](0)));
    }

    /// @inheritdoc IBrokerageViews
    function stress(uint256 account, int16[] calldata shocksBps)
        external
        view
        returns (IBrokerageAccountRisk.AccountRisk memory)
    {
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
            IBrokerageAccountRisk.AccountRisk memory risk = _risk(accounts[i], new int16[](0));
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

    function _state(IBrokerageAccountRisk.AccountRisk memory risk) private pure returns (MarginState) {
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
