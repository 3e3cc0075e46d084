// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title HostileVault
/// @notice Says it is an ERC-4626 vault, and takes, pays, reports and calls whatever it has been told to.
contract HostileVault {
    address public immutable asset;
    uint256 public takes = 10_000;
    uint256 public pays = 10_000;
    uint256 public reports = 10_000;
    uint256 public shares = type(uint256).max;
    bool public refusing;
    address public target;
    bytes public data;
    bool public succeeded;
    mapping(address holder => uint256) public balanceOf;

    constructor(address asset_) {
        asset = asset_;
    }

    /// @param takes_ basis points of a deposit that it takes
    /// @param pays_ basis points of shares that it pays
    /// @param reports_ basis points of shares that it says it would pay
    /// @param shares_ shares that it gives, or as many as it has taken at the greatest number
    function behave(uint256 takes_, uint256 pays_, uint256 reports_, uint256 shares_, bool refusing_) external {
        (takes, pays, reports, shares, refusing) = (takes_, pays_, reports_, shares_, refusing_);
    }

    /// @notice What it calls in the middle of everything.
    function aim(address target_, bytes calldata data_) external {
        (target, data) = (target_, data_);
    }

    function deposit(uint256 amount, address receiver) external returns (uint256 given) {
        _call();
        uint256 taken = amount * takes / 10_000;
        IERC20(asset).transferFrom(msg.sender, address(this), taken);
        given = shares == type(uint256).max ? taken : shares;
        balanceOf[receiver] += given;
    }

    function redeem(uint256 amount, address receiver, address owner) external returns (uint256 paid) {
        require(!refusing, "refusing");
        _call();
        balanceOf[owner] -= amount;
        paid = amount * pays / 10_000;
        IERC20(asset).transfer(receiver, paid);
    }

    function previewRedeem(uint256 amount) external view returns (uint256) {
        return amount * reports / 10_000;
    }

    function _call() private {
        if (target == address(0)) return;
        (succeeded,) = target.call(data);
    }
}
