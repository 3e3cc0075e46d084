// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountViews } from "./parts/AccountViews.sol";
import { CapacityViews } from "./parts/CapacityViews.sol";

/// @title BrokerageViewsExtension
/// @notice Views of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageViewsExtension is AccountViews, CapacityViews { }
