// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title PlainToken
/// @notice An ERC-20 as OpenZeppelin writes it, which everybody may mint.
contract PlainToken is ERC20 {
    uint8 private immutable DECIMALS;

    constructor(string memory name_, uint8 decimals_) ERC20(name_, name_) {
        DECIMALS = decimals_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function decimals() public view override returns (uint8) {
        return DECIMALS;
    }
}
