// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageCore } from "./parts/BrokerageCore.sol";

/// @title BrokerageLiquidationExtension
/// @notice Margin calls, auctions and seizures of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageLiquidationExtension is BrokerageCore { }
