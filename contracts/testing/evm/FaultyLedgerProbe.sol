// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FaultyLedgerProbe
/// @notice A ledger with one planted fault, for the tests of the tests: moving to oneself creates money.
contract FaultyLedgerProbe {
    error NotEnough(uint256 wanted, uint256 had);

    mapping(address holder => uint256 amount) public balanceOf;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function move(address to, uint256 amount) external {
        uint256 had = balanceOf[msg.sender];
        uint256 theirs = balanceOf[to];
        require(had >= amount, NotEnough(amount, had));
        balanceOf[msg.sender] = had - amount;
        // The fault: `theirs` was read before the sender's balance was written.
        balanceOf[to] = theirs + amount;
    }

    function burn(uint256 amount) external {
        uint256 had = balanceOf[msg.sender];
        require(had >= amount, NotEnough(amount, had));
        balanceOf[msg.sender] = had - amount;
    }
}
