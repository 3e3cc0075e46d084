// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IdleLending } from "./strategies/IdleLending.sol";

/// @title LiquidityLendingExtension
/// @notice Lending of positions' idle units; reached through the pools' fallback alone.
/// @custom:extension-of LiquidityPoolOptimizer
contract LiquidityLendingExtension is IdleLending { }
