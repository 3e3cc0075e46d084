// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC20 } from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title HostileCollateral
/// @notice An ERC-20 that behaves until it is told how to behave when it is transferred, not when it is pulled.
contract HostileCollateral is ERC20("Hostile", "HOS") {
    enum Manner {
        NONE,
        REVERTS,
        RETURNS_FALSE,
        TAKES_A_FEE,
        BURNS_ALL_GAS,
        CALLS_BACK,
        ANSWERS_NOTHING
    }

    Manner public manner;
    bool public calledBack;
    address private _called;
    bytes private _call;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function behave(Manner manner_) external {
        manner = manner_;
    }

    /// @notice From now on each transfer makes this call; whether it succeeded is remembered.
    function callBack(address called, bytes calldata call_) external {
        (manner, _called, _call) = (Manner.CALLS_BACK, called, call_);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        Manner how = manner;
        require(how != Manner.REVERTS);
        if (how == Manner.RETURNS_FALSE) return false;
        if (how == Manner.BURNS_ALL_GAS) while (true) { }
        if (how == Manner.CALLS_BACK) (calledBack,) = _called.call(_call);
        if (how == Manner.TAKES_A_FEE) {
            _transfer(msg.sender, address(this), 1);
            amount -= 1;
        }
        bool done = super.transfer(to, amount);
        if (how == Manner.ANSWERS_NOTHING) {
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        return done;
    }
}
