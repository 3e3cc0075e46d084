// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title CallbackToken
/// @notice An ERC-20 that calls a contract in the middle of each transfer, as ERC-777 lets its holders, and remembers
/// what became of the call.
contract CallbackToken is ERC20("Callback", "CB") {
    address public called;
    bytes public call;
    bool public happened;
    bool public succeeded;
    bytes public answer;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function callBack(address called_, bytes calldata call_) external {
        (called, call) = (called_, call_);
        (happened, succeeded) = (false, false);
        delete answer;
    }

    function approveFor(address owner, address spender, uint256 amount) external {
        _approve(owner, spender, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (called == address(0) || from == address(0)) return;
        happened = true;
        (succeeded, answer) = called.call(call);
    }
}
