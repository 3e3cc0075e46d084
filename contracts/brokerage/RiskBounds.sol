// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageRisk } from "../interfaces/IBrokerageRisk.sol";
import { MarginRatios } from "./MarginRatios.sol";

/// @title RiskBounds
/// @notice The one place that keeps the ratios in order: initial above maintenance above the liquidation threshold
/// above 100 plus what a liquidation pays. Every setter asks it.
library RiskBounds {
    /// @notice Points of maintenance beyond those of initial margin: half of what lies between the two constants, once
    /// for the book's own points and once for an account's.
    uint256 internal constant MOST_AHEAD = 12;
    /// @notice Points that a setting may add to a ratio.
    uint256 internal constant MOST_EXTRA = 100;
    uint256 private constant POINT_BPS = 100;

    /// @notice Reverts unless points added to the ratios, by the book or for an account, leave them in order.
    function requireExtras(uint256 extraInitial, uint256 extraMaintenance) internal pure {
        requireWithin("extraInitial", extraInitial, 0, MOST_EXTRA);
        requireWithin("extraMaintenance", extraMaintenance, 0, MOST_EXTRA);
        if (extraMaintenance > extraInitial + MOST_AHEAD) {
            revert IBrokerageRisk.RatiosUnordered(
                MarginRatios.INITIAL + extraInitial,
                MarginRatios.MAINTENANCE + extraMaintenance,
                MarginRatios.LIQUIDATION,
                MarginRatios.WHOLE
            );
        }
    }

    /// @notice Reverts unless a liquidation at the threshold leaves something after all that it pays, basis points of
    /// what it repays.
    function requireRewards(uint256 bonusBps, uint256 feeBps, uint256 slippageBps) internal pure {
        uint256 floorBps = MarginRatios.WHOLE * POINT_BPS + bonusBps + feeBps + slippageBps;
        if (floorBps >= MarginRatios.LIQUIDATION * POINT_BPS) {
            revert IBrokerageRisk.RatiosUnordered(
                MarginRatios.INITIAL,
                MarginRatios.MAINTENANCE,
                MarginRatios.LIQUIDATION,
                (floorBps + POINT_BPS - 1) / POINT_BPS
            );
        }
    }

    /// @notice Reverts with `ParameterOutOfRange` outside the bounds.
    function requireWithin(string memory cause, uint256 value, uint256 least, uint256 most) internal pure {
        if (value < least || value > most) revert IBrokerageRisk.ParameterOutOfRange(cause, value, least, most);
    }
}
