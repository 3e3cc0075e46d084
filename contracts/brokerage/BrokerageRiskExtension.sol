// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AssetViews } from "./parts/AssetViews.sol";

/// @title BrokerageRiskExtension
/// @notice Assets, limits and risk parameters of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
contract BrokerageRiskExtension is AssetViews { }
