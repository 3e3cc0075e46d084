// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What the caller needs of a pool of Uniswap v3.
interface IUniswapV3PoolCalls {
    function mint(address recipient, int24 tickLower, int24 tickUpper, uint128 amount, bytes calldata data)
        external
        returns (uint256 amount0, uint256 amount1);

    function swap(
        address recipient,
        bool zeroForOne,
        int256 amountSpecified,
        uint160 sqrtPriceLimitX96,
        bytes calldata data
    ) external returns (int256 amount0, int256 amount1);

    function token0() external view returns (address);

    function token1() external view returns (address);
}

/// @title UniswapV3Caller
/// @notice Mints and swaps in pools of Uniswap v3 and pays in their callbacks from its own balance. Tests only: it pays
/// whoever asks.
contract UniswapV3Caller {
    function mint(IUniswapV3PoolCalls pool, address owner, int24 tickLower, int24 tickUpper, uint128 amount)
        external
        returns (uint256 amount0, uint256 amount1)
    {
        return pool.mint(owner, tickLower, tickUpper, amount, "");
    }

    function swap(IUniswapV3PoolCalls pool, bool zeroForOne, int256 amount, uint160 limit)
        external
        returns (int256 amount0, int256 amount1)
    {
        return pool.swap(address(this), zeroForOne, amount, limit, "");
    }

    function uniswapV3MintCallback(uint256 owed0, uint256 owed1, bytes calldata) external {
        _pay(owed0, owed1);
    }

    function uniswapV3SwapCallback(int256 change0, int256 change1, bytes calldata) external {
        _pay(change0 > 0 ? uint256(change0) : 0, change1 > 0 ? uint256(change1) : 0);
    }

    function _pay(uint256 owed0, uint256 owed1) private {
        IUniswapV3PoolCalls pool = IUniswapV3PoolCalls(msg.sender);
        if (owed0 > 0) require(IERC20(pool.token0()).transfer(msg.sender, owed0));
        if (owed1 > 0) require(IERC20(pool.token1()).transfer(msg.sender, owed1));
    }
}
