// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IUniswapV3PoolCalls } from "./UniswapV3Caller.sol";

/// @title UniswapV3Payer
/// @notice The least that a user of a Uniswap v3 pool needs between: forwards, and pays in the callback out of the
/// user's allowance. It checks nothing: tests and measurements only.
contract UniswapV3Payer {
    function mint(IUniswapV3PoolCalls pool, int24 tickLower, int24 tickUpper, uint128 amount) external {
        pool.mint(msg.sender, tickLower, tickUpper, amount, abi.encode(msg.sender));
    }

    function swap(IUniswapV3PoolCalls pool, bool zeroForOne, int256 amount, uint160 limit) external {
        pool.swap(msg.sender, zeroForOne, amount, limit, abi.encode(msg.sender));
    }

    function uniswapV3MintCallback(uint256 owed0, uint256 owed1, bytes calldata data) external {
        _pay(owed0, owed1, abi.decode(data, (address)));
    }

    function uniswapV3SwapCallback(int256 change0, int256 change1, bytes calldata data) external {
        _pay(change0 > 0 ? uint256(change0) : 0, change1 > 0 ? uint256(change1) : 0, abi.decode(data, (address)));
    }

    function _pay(uint256 owed0, uint256 owed1, address payer) private {
        IUniswapV3PoolCalls pool = IUniswapV3PoolCalls(msg.sender);
        if (owed0 > 0) require(IERC20(pool.token0()).transferFrom(payer, msg.sender, owed0));
        if (owed1 > 0) require(IERC20(pool.token1()).transferFrom(payer, msg.sender, owed1));
    }
}
