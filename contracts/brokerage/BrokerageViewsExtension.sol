// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageCore } from "./parts/BrokerageCore.sol";

/// @title BrokerageViewsExtension
/// @notice Views of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageViewsExtension is BrokerageCore { }
