// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Ranges } from "./parts/Ranges.sol";

/// @title LiquidityRangesExtension
/// @notice Moving, compounding and closing positions; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityRangesExtension is Ranges { }
