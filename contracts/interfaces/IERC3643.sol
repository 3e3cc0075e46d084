// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IERC3643Agent } from "./IERC3643Agent.sol";
import { IERC3643Metadata } from "./IERC3643Metadata.sol";

/// @title IERC3643
/// @notice The token of ERC-3643 as a whole, ABI-compatible with T-REX 4.1.6's IToken.
interface IERC3643 is IERC20, IERC3643Agent, IERC3643Metadata { }
