// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageRisk } from "../interfaces/IBrokerageRisk.sol";
import { MarginRatios } from "./MarginRatios.sol";

/// @title RiskBounds
/// @notice The one place that keeps the ratios in order: initial above maintenance above the liquidation threshold
/// above 100 plus what a liquidation pays. Every setter asks it.
library RiskBounds {
    /// @notice What an account's own points of maintenance may be ahead of its points of initial margin: one less than
    /// lies between the two constants. The book's may not be ahead at all, so that the sums keep the order.
    uint256 internal constant MOST_AHEAD = MarginRatios.INITIAL - MarginRatios.MAINTENANCE - 1;
    /// @notice Points that a setting may add to a ratio.
    uint256 internal constant MOST_EXTRA = 100;
    uint256 private constant POINT_BPS = 100;

    /// @notice Reverts unless points that the book adds to every account's ratios leave them in order.
    function requireBookExtras(uint256 extraInitial, uint256 extraMaintenance) internal pure {
        _requireExtras(extraInitial, extraMaintenance, 0);
    }

    /// @notice Reverts unless points added to one account's ratios leave them in order, whatever the book adds.
    function requireAccountExtras(uint256 extraInitial, uint256 extraMaintenance) internal pure {
        _requireExtras(extraInitial, extraMaintenance, MOST_AHEAD);
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

    function _requireExtras(uint256 extraInitial, uint256 extraMaintenance, uint256 mostAhead) private pure {
        requireWithin("extraInitial", extraInitial, 0, MOST_EXTRA);
        requireWithin("extraMaintenance", extraMaintenance, 0, MOST_EXTRA);
        if (extraMaintenance > extraInitial + mostAhead) {
            revert IBrokerageRisk.RatiosUnordered(
                MarginRatios.INITIAL + extraInitial,
                MarginRatios.MAINTENANCE + extraMaintenance,
                MarginRatios.LIQUIDATION,
                MarginRatios.WHOLE
            );
        }
    }
}
