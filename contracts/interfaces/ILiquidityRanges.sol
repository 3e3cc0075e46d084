// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @notice A position that changes its range.
/// @param key the pool
/// @param position name of the position
/// @param tickLower where the new range begins
/// @param tickUpper where the new range ends
/// @param liquidity how much the new range gets, or 0: as much as the position's units and fees pay for
/// @param maxA most units of A that may enter beside them
/// @param maxB most units of B
/// @param minA least units of A that must be left over and leave
/// @param minB least units of B
/// @param sqrtPriceLowX96 lowest price at which the caller wants this
/// @param sqrtPriceHighX96 highest price at which the caller wants this, or 0 for any price at all
/// @param recipient who receives what is left over
/// @param deadline last second in which the call may be mined
struct MoveRequest {
    PoolKey key;
    bytes32 position;
    int24 tickLower;
    int24 tickUpper;
    uint128 liquidity;
    uint256 maxA;
    uint256 maxB;
    uint256 minA;
    uint256 minB;
    uint160 sqrtPriceLowX96;
    uint160 sqrtPriceHighX96;
    address recipient;
    uint256 deadline;
}

/// @title Moving and compounding positions of the LiquidityPoolOptimizer
/// @notice A position's own units and fees pay first; only the difference moves.
interface ILiquidityRanges {
    /// @notice A position's liquidity went into another range.
    /// @dev Beside it `LiquidityRemoved` tells what the old range gave and `LiquidityAdded` what the new one took.
    /// @param id hash of the pool's key
    /// @param before name of the position until now
    /// @param afterwards its name from now on: the same for a token
    /// @param changeA units of A: positive what entered beside its own, negative what left
    /// @param changeB the same of B
    event RangeChanged(
        bytes32 indexed id, bytes32 indexed before, bytes32 indexed afterwards, int256 changeA, int256 changeB
    );

    /// @notice Fees went into a position's own range; what did not fit stays owed to it.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param amountA units of A that went in
    /// @param amountB units of B
    event Compounded(bytes32 indexed id, bytes32 indexed position, uint256 amountA, uint256 amountB);

    /// @notice Less liquidity than the caller asks for.
    error LiquidityTooSmall(uint128 liquidity, uint128 least);
    /// @notice The position still has liquidity, or something is owed to it, or lent.
    error PositionNotEmpty(bytes32 position);

    /// @notice Takes a position's liquidity and fees out of its range and puts them into another, in one call. A token
    /// keeps its id; a position that is no token moves on to the name of its new range.
    /// @return liquidity in the new range
    /// @return changeA units of A: positive what the caller paid beside, negative what the recipient received
    /// @return changeB the same of B
    function changeRange(MoveRequest calldata request)
        external
        returns (uint128 liquidity, int256 changeA, int256 changeB);

    /// @notice Adds a position's fees, and what else is owed to it, to its liquidity. No units move.
    /// @param key the pool
    /// @param position name of the position
    /// @param leastLiquidity least that must be added
    /// @param sqrtPriceLowX96 lowest price at which the caller wants this
    /// @param sqrtPriceHighX96 highest price at which the caller wants this, or 0 for any price at all
    /// @param deadline last second in which the call may be mined
    /// @return liquidity that was added
    /// @return amountA units of A that went in, rounded up
    /// @return amountB units of B that went in, rounded up
    function compound(
        PoolKey calldata key,
        bytes32 position,
        uint128 leastLiquidity,
        uint160 sqrtPriceLowX96,
        uint160 sqrtPriceHighX96,
        uint256 deadline
    ) external returns (uint128 liquidity, uint256 amountA, uint256 amountB);

    /// @notice Ends a token whose position is empty and has lent nothing.
    function close(uint256 tokenId) external;
}
