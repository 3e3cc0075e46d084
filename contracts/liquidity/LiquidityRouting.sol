// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityRanges } from "../interfaces/ILiquidityRanges.sol";

/// @title LiquidityRouting
/// @notice Which extension of the pools answers a function that their main implementation does not have; whatever is
/// not named here belongs to the views.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library LiquidityRouting {
    /// @notice Whether the function moves, compounds or closes positions.
    function isRanges(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityRanges.changeRange.selector || selector == ILiquidityRanges.compound.selector
            || selector == ILiquidityRanges.close.selector;
    }
}
