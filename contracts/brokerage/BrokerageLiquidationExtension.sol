// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Liquidations } from "./liquidation/Liquidations.sol";
import { MarginCalls } from "./liquidation/MarginCalls.sol";
import { PositionLiquidations } from "./liquidation/PositionLiquidations.sol";

/// @title BrokerageLiquidationExtension
/// @notice Margin calls, auctions and seizures of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageLiquidationExtension is MarginCalls, Liquidations, PositionLiquidations { }
