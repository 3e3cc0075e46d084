// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageCore } from "./parts/BrokerageCore.sol";

/// @title BrokerageTradingExtension
/// @notice Positions of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageTradingExtension is BrokerageCore { }
