// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Hop, ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";

/// @title Paths
/// @notice Several pools in a row.
library Paths {
    /// @dev Place of the last hop; reverts when there is none.
    function lastHop(Hop[] calldata hops) internal pure returns (uint256) {
        if (hops.length == 0) revert ILiquidityTrading.PathBroken(0);
        unchecked {
            return hops.length - 1;
        }
    }

    /// @dev Reverts unless a hop takes what the hop before it gives.
    function requireConnected(Hop[] calldata hops, uint256 i) internal pure {
        if (i != 0 && output(hops[i - 1]) != input(hops[i])) revert ILiquidityTrading.PathBroken(i);
    }

    /// @dev The token that enters.
    function input(Hop calldata hop) internal pure returns (address) {
        return hop.aForB ? hop.key.tokenA : hop.key.tokenB;
    }

    /// @dev The token that leaves.
    function output(Hop calldata hop) internal pure returns (address) {
        return hop.aForB ? hop.key.tokenB : hop.key.tokenA;
    }
}
