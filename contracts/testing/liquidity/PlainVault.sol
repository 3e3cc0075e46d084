// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import { ERC4626, IERC20 } from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";

/// @title PlainVault
/// @notice An ERC-4626 vault as OpenZeppelin writes it; whoever sends it units gives them to all its holders.
contract PlainVault is ERC4626 {
    constructor(IERC20 asset_) ERC20("Vault", "V") ERC4626(asset_) { }

    /// @notice Loses units.
    function lose(uint256 amount) external {
        IERC20(asset()).transfer(address(0xdead), amount);
    }
}
