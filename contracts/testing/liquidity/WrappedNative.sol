// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { WETH } from "solady/tokens/WETH.sol";

/// @title WrappedNative
/// @notice A chain's wrapped native coin on a local chain.
contract WrappedNative is WETH { }
