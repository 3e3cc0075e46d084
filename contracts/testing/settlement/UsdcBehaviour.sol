// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title UsdcBehaviour
/// @notice What USDC does that matters to settling, rebuilt: six decimals, a pause, and a blocklist that stops sender,
/// recipient and spender, with its revert texts. Everybody may do everything.
contract UsdcBehaviour is ERC20("USDC behaviour", "USDC") {
    bool public paused;
    mapping(address account => bool blocked) public isBlacklisted;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setPaused(bool paused_) external {
        paused = paused_;
    }

    function setBlacklisted(address account, bool blocked) external {
        isBlacklisted[account] = blocked;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        _requireOpen(msg.sender, msg.sender, to);
        return super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        _requireOpen(msg.sender, from, to);
        return super.transferFrom(from, to, amount);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _requireOpen(address spender, address from, address to) private view {
        require(!paused, "Pausable: paused");
        require(
            !isBlacklisted[spender] && !isBlacklisted[from] && !isBlacklisted[to],
            "Blacklistable: account is blacklisted"
        );
    }
}
