// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title LedgerProbe
/// @notice A small ledger that shows an EVM's basics: storage, events, custom errors, overloads, native coin.
/// @custom:invariant EVM-03 every balance is what the calls that succeeded make it
/// @custom:invariant EVM-04 the total is the sum of all balances, and the coins are those paid in and not out
contract LedgerProbe {
    event Moved(address indexed from, address indexed to, uint256 amount);
    event Noted(string indexed hashedNote, string note, bytes data);

    error NotEnough(address holder, uint256 wanted, uint256 had);
    error OnlyOwner(address caller);

    address public immutable OWNER;
    mapping(address holder => uint256 amount) public balanceOf;
    uint256 public total;

    constructor(uint256 supply) payable {
        OWNER = msg.sender;
        balanceOf[msg.sender] = supply;
        total = supply;
        emit Moved(address(0), msg.sender, supply);
    }

    receive() external payable {
        balanceOf[msg.sender] += msg.value;
        total += msg.value;
    }

    function move(address to, uint256 amount) external returns (bool) {
        uint256 had = balanceOf[msg.sender];
        require(had >= amount, NotEnough(msg.sender, amount, had));
        unchecked {
            balanceOf[msg.sender] = had - amount;
            balanceOf[to] += amount;
        }
        emit Moved(msg.sender, to, amount);
        return true;
    }

    function mint(address to) external {
        _mint(to, 1);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function mint(address to, bytes32 note) external {
        _mint(to, uint256(note));
    }

    function withdraw(uint256 amount) external {
        uint256 had = balanceOf[msg.sender];
        require(had >= amount, NotEnough(msg.sender, amount, had));
        balanceOf[msg.sender] = had - amount;
        total -= amount;
        (bool sent,) = msg.sender.call{ value: amount }("");
        require(sent, "not sent");
    }

    function note(string calldata text, bytes calldata data) external {
        emit Noted(text, text, data);
    }

    function clear(address holder) external {
        require(msg.sender == OWNER, OnlyOwner(msg.sender));
        total -= balanceOf[holder];
        delete balanceOf[holder];
    }

    function divide(uint256 a, uint256 b) external pure returns (uint256) {
        return a / b;
    }

    function _mint(address to, uint256 amount) private {
        require(msg.sender == OWNER, OnlyOwner(msg.sender));
        balanceOf[to] += amount;
        total += amount;
        emit Moved(address(0), to, amount);
    }
}
