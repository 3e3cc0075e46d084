// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolPositions } from "./parts/PoolPositions.sol";
import { Ranges } from "./parts/Ranges.sol";

/// @title LiquidityPositionsExtension
/// @notice Positions and their tokens; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityPositionsExtension is PoolPositions, Ranges { }
