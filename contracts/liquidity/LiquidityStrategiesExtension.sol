// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Strategies } from "./strategies/Strategies.sol";

/// @title LiquidityStrategiesExtension
/// @notice Positions that others may look after; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityStrategiesExtension is Strategies { }
