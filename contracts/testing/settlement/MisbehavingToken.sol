// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title MisbehavingToken
/// @notice An ERC-20 that lies, takes a fee, or lets others act in the middle of a transfer, as it is told to.
contract MisbehavingToken is ERC20("Misbehaving", "MIS") {
    enum Manner {
        NONE,
        RETURNS_FALSE,
        TAKES_A_FEE,
        GIVES_MORE,
        CALLS_FIRST,
        HAS_NO_DECIMALS
    }

    Manner public manner;
    address private _called;
    bytes private _call;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function misbehave(Manner manner_) external {
        manner = manner_;
    }

    /// @notice From now on each transfer first makes this call, whose failure is the transfer's.
    function callFirst(address called, bytes calldata call_) external {
        (manner, _called, _call) = (Manner.CALLS_FIRST, called, call_);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        return _misbehaves(msg.sender, to, amount) && super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return _misbehaves(from, to, amount) && super.transferFrom(from, to, amount);
    }

    function decimals() public view override returns (uint8) {
        require(manner != Manner.HAS_NO_DECIMALS);
        return 6;
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from == address(0) || to == address(0)) return;
        if (manner == Manner.TAKES_A_FEE) super._update(to, address(this), 1);
        if (manner == Manner.GIVES_MORE) super._update(address(0), to, 1);
    }

    function _misbehaves(address, address, uint256) private returns (bool) {
        if (manner == Manner.RETURNS_FALSE) return false;
        if (manner == Manner.CALLS_FIRST) {
            (bool done, bytes memory answer) = _called.call(_call);
            if (!done) {
                assembly ("memory-safe") {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
        }
        return true;
    }
}
