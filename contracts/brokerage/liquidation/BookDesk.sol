// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountDesk } from "../parts/AccountDesk.sol";

/// @title BookDesk
/// @notice Moves settlement assets that are the book's own: a regulated token is told so.
abstract contract BookDesk is AccountDesk {
    function _takeOwn(uint256 assetId, address payer, uint256 units) internal {
        address token = _layout().limits[assetId].token;
        _nameOwner(assetId, token, address(this));
        _take(token, payer, units);
    }

    function _giveOwn(uint256 assetId, address to, uint256 units) internal {
        address token = _layout().limits[assetId].token;
        _nameOwner(assetId, token, address(this));
        _give(token, to, units);
    }
}
