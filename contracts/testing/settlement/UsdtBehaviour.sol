// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title UsdtBehaviour
/// @notice What USDT on Ethereum does that matters to settling, rebuilt: no return values, a fee switch, a pause, a
/// blocklist of senders, and an allowance that must be zero before it is set again. Everybody may do everything.
contract UsdtBehaviour {
    string public name = "USDT behaviour";
    string public symbol = "USDT";
    uint8 public decimals = 6;
    uint256 public totalSupply;
    uint256 public basisPointsRate;
    uint256 public maximumFee;
    bool public paused;
    address public owner = msg.sender;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address account => mapping(address spender => uint256 amount)) public allowance;
    mapping(address account => bool blocked) public isBlackListed;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function mint(address to, uint256 amount) external {
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function setPaused(bool paused_) external {
        paused = paused_;
    }

    function setBlackListed(address account, bool blocked) external {
        isBlackListed[account] = blocked;
    }

    function setParams(uint256 basisPoints, uint256 maximum) external {
        basisPointsRate = basisPoints;
        maximumFee = maximum;
    }

    function approve(address spender, uint256 amount) external {
        require(amount == 0 || allowance[msg.sender][spender] == 0);
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
    }

    function transfer(address to, uint256 amount) external {
        _transfer(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - amount;
        _transfer(from, to, amount);
    }

    function _transfer(address from, address to, uint256 amount) private {
        require(!paused && !isBlackListed[from]);
        uint256 fee = amount * basisPointsRate / 10_000;
        if (fee > maximumFee) fee = maximumFee;
        balanceOf[from] -= amount;
        balanceOf[to] += amount - fee;
        if (fee != 0) balanceOf[owner] += fee;
        emit Transfer(from, to, amount - fee);
    }
}
