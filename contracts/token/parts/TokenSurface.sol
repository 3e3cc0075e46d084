// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IERC1404 } from "../../interfaces/IERC1404.sol";
import { IERC3643Agent } from "../../interfaces/IERC3643Agent.sol";
import { IERC7943Fungible } from "../../interfaces/IERC7943Fungible.sol";
import { TokenCore } from "../TokenCore.sol";

/// @title TokenSurface
/// @notice The standards of the main implementation in one place, with the two functions that two of them share.
abstract contract TokenSurface is TokenCore, IERC20, IERC3643Agent, IERC7943Fungible, IERC1404, IComplianceAwareToken {
    /// @inheritdoc IERC3643Agent
    function forcedTransfer(address from, address to, uint256 amount)
        external
        virtual
        override(IERC3643Agent, IERC7943Fungible)
        returns (bool);

    /// @inheritdoc IERC3643Agent
    function getFrozenTokens(address userAddress)
        external
        view
        virtual
        override(IERC3643Agent, IERC7943Fungible)
        returns (uint256);
}
