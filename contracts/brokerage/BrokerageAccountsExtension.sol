// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageCore } from "./parts/BrokerageCore.sol";

/// @title BrokerageAccountsExtension
/// @notice Institutions, credit lines, sub-accounts and operators of the brokerage; reached through its fallback alone.
/// @custom:extension-of PrimeBrokerage
abstract contract BrokerageAccountsExtension is BrokerageCore { }
