// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeViews } from "./parts/FeeViews.sol";
import { GuardViews } from "./parts/GuardViews.sol";
import { Oracle } from "./parts/Oracle.sol";
import { Quotes } from "./parts/Quotes.sol";
import { StateViews } from "./parts/StateViews.sol";

/// @title LiquidityViewsExtension
/// @notice Quotes, time-weighted prices, fees and state of the pools; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityViewsExtension is Quotes, Oracle, FeeViews, StateViews, GuardViews { }
