// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @notice Liquidity that is added.
/// @param key the pool
/// @param tickLower where the range begins
/// @param tickUpper where the range ends; not in it
/// @param liquidity how much
/// @param maxA most units of A that may enter
/// @param maxB most units of B that may enter
/// @param sqrtPriceLowX96 lowest price at which the caller wants this
/// @param sqrtPriceHighX96 highest price at which the caller wants this, or 0 for any price at all
/// @param deadline last second in which the call may be mined
struct AddRequest {
    PoolKey key;
    int24 tickLower;
    int24 tickUpper;
    uint128 liquidity;
    uint256 maxA;
    uint256 maxB;
    uint160 sqrtPriceLowX96;
    uint160 sqrtPriceHighX96;
    uint256 deadline;
}

/// @notice Liquidity that is taken out.
/// @param key the pool
/// @param position name of the position: the token's id, or `positionKey` of one that is no token
/// @param liquidity how much; 0 brings fees up to date
/// @param minA least units of A that its liquidity must be worth
/// @param minB least units of B
/// @param sqrtPriceLowX96 lowest price at which the caller wants this
/// @param sqrtPriceHighX96 highest price at which the caller wants this, or 0 for any price at all
/// @param recipient who receives units and all fees, or nobody: they are then owed to the position
/// @param deadline last second in which the call may be mined
/// @param options bits of `SwapOptions`: only whether native coin is to be unwrapped
struct RemoveRequest {
    PoolKey key;
    bytes32 position;
    uint128 liquidity;
    uint256 minA;
    uint256 minB;
    uint160 sqrtPriceLowX96;
    uint160 sqrtPriceHighX96;
    address recipient;
    uint256 deadline;
    uint256 options;
}

/// @title Positions in the pools of the LiquidityPoolOptimizer
/// @notice A position is an ERC-721 token, or belongs to an account and a range as in Uniswap v3's core, which is
/// cheaper and cannot be handed on. See `ILiquidityPoolOptimizer` for units and rounding.
interface ILiquidityPositions {
    /// @notice A position as the platform's data model names it.
    /// @param tokenId the ERC-721 token
    /// @param tickLower where the range begins
    /// @param tickUpper where the range ends
    /// @param liquidity how much
    /// @param owner who owns the token
    struct Position {
        uint256 tokenId;
        int24 tickLower;
        int24 tickUpper;
        uint128 liquidity;
        address owner;
    }

    /// @notice Liquidity was added.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param sender who paid
    /// @param tickLower where the range begins
    /// @param tickUpper where the range ends
    /// @param liquidity how much
    /// @param amountA units of A that entered
    /// @param amountB units of B that entered
    event LiquidityAdded(
        bytes32 indexed id,
        bytes32 indexed position,
        address indexed sender,
        int24 tickLower,
        int24 tickUpper,
        uint128 liquidity,
        uint256 amountA,
        uint256 amountB
    );

    /// @notice Liquidity was taken out, or, with none, fees were brought up to date.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param liquidity how much
    /// @param amountA units of A that it was worth
    /// @param amountB units of B that it was worth
    event LiquidityRemoved(
        bytes32 indexed id, bytes32 indexed position, uint128 liquidity, uint256 amountA, uint256 amountB
    );

    /// @notice What was owed to a position was paid.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param recipient who received it
    /// @param amountA units of A
    /// @param amountB units of B
    event Collected(
        bytes32 indexed id, bytes32 indexed position, address indexed recipient, uint128 amountA, uint128 amountB
    );

    /// @notice A position was left entirely and paid: nothing of it is kept.
    /// @param id hash of the pool's key
    /// @param position name of the position
    event PositionEnded(bytes32 indexed id, bytes32 indexed position);

    /// @notice The range is empty, outside the range of ticks, or not on the pool's spacing.
    error RangeInvalid(int24 tickLower, int24 tickUpper);
    /// @notice No liquidity is no position.
    error LiquidityZero();
    /// @notice A tick would carry more liquidity than its share of what a pool can carry.
    error LiquidityPerTickExceeded(int24 tick, uint256 liquidity, uint256 most);
    /// @notice The position has less liquidity than that.
    error LiquidityMissing(bytes32 position, uint128 liquidity, uint128 asked);
    /// @notice The position is not in this pool.
    error PositionUnknown(bytes32 position);
    /// @notice The caller is neither the position's owner nor allowed by it.
    error PositionNotAllowed(bytes32 position, address caller);
    /// @notice More would enter, or less would leave, than the caller allows.
    error AmountsOutOfBounds(uint256 amountA, uint256 amountB);
    /// @notice The price is not where the caller wants it.
    error PriceOutOfBounds(uint160 sqrtPriceX96, uint160 low, uint160 high);

    /// @notice Adds liquidity to the caller's own position of a range, which is no token. The call's value pays where
    /// A or B is the wrapped native coin; what is left of it goes back.
    /// @return amountA units of A that entered
    /// @return amountB units of B that entered
    function add(AddRequest calldata request) external payable returns (uint256 amountA, uint256 amountB);

    /// @notice Opens a position that is an ERC-721 token.
    /// @param request range, amounts and limits
    /// @param owner who receives the token
    /// @return tokenId the token
    /// @return amountA units of A that entered
    /// @return amountB units of B that entered
    function mint(AddRequest calldata request, address owner)
        external
        payable
        returns (uint256 tokenId, uint256 amountA, uint256 amountB);

    /// @notice Adds liquidity to a position that is a token; its owner and those it allows may. Its range must be that
    /// of the request.
    /// @return amountA units of A that entered
    /// @return amountB units of B that entered
    function increase(AddRequest calldata request, uint256 tokenId)
        external
        payable
        returns (uint256 amountA, uint256 amountB);

    /// @notice Takes liquidity out of a position; with a recipient, pays it and all that is owed. A position that is
    /// left entirely and paid is gone; its token, if it was one, stands for nothing any more and can be closed.
    /// @return amountA units of A: what the liquidity was worth or, with a recipient, all that was paid
    /// @return amountB the same of B
    function remove(RemoveRequest calldata request) external returns (uint256 amountA, uint256 amountB);

    /// @notice Pays what is owed to a position, without bringing its fees up to date.
    /// @param key the pool
    /// @param position name of the position
    /// @param recipient who receives it
    /// @param maxA most units of A
    /// @param maxB most units of B
    /// @return amountA units of A paid
    /// @return amountB units of B paid
    function collect(PoolKey calldata key, bytes32 position, address recipient, uint128 maxA, uint128 maxB)
        external
        returns (uint128 amountA, uint128 amountB);

    /// @notice A position that is a token, as the platform's data model names it; empty where there is none.
    function positionOf(uint256 tokenId) external view returns (Position memory);
}
