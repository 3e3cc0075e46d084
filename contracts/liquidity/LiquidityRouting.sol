// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityRanges } from "../interfaces/ILiquidityRanges.sol";

/// @title LiquidityRouting
/// @notice Which extension of the pools answers a function that their main implementation does not have; whatever is
/// not named here belongs to the views.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library LiquidityRouting {
    /// @notice Whether the function belongs to pools and their settings.
    function isRegistry(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityPoolOptimizer.createPool.selector
            || selector == ILiquidityPoolOptimizer.initialize.selector
            || selector == ILiquidityPoolOptimizer.trustExactness.selector
            || selector == ILiquidityPoolOptimizer.distrustExactness.selector
            || selector == ILiquidityPoolOptimizer.setProtocolShare.selector
            || selector == ILiquidityPoolOptimizer.collectProtocolFees.selector;
    }

    /// @notice Whether the function moves, compounds or closes positions.
    function isRanges(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityRanges.changeRange.selector || selector == ILiquidityRanges.compound.selector
            || selector == ILiquidityRanges.close.selector;
    }
}
