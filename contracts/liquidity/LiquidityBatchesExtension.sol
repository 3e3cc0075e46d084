// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BatchViews } from "./batches/BatchViews.sol";

/// @title LiquidityBatchesExtension
/// @notice Batches at one price; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityBatchesExtension is BatchViews { }
