// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityPoolOptimizer, PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @title What the LiquidityPoolOptimizer remembers
/// @notice Views of pools, ticks and positions. None reverts for what does not exist: it is empty.
interface ILiquidityState {
    /// @notice Everything of a pool but its ticks, bitmap and observations.
    /// @param sqrtPriceX96 square root of B per A, Q64.96; zero where there is no pool
    /// @param tick the price's tick; one below where the price came down to a tick exactly
    /// @param liquidity in range
    /// @param feePips the key's fee, in millionths
    /// @param tickSpacing spacing of ticks
    /// @param protocolShareA one part in so many of the fees paid in A, 0 for none
    /// @param protocolShareB the same of B
    /// @param observationIndex place of the newest observation
    /// @param observationsKept observations kept
    /// @param observationsWanted observations that will be kept once the ring has gone round
    /// @param number what positions know the pool by
    /// @param flags bits of `PoolFlags`
    /// @param feeGrowthA growth of fees in A per unit of liquidity, Q128 modulo 2^256
    /// @param feeGrowthB the same of B
    /// @param protocolFeesA units of A that the protocol may collect
    /// @param protocolFeesB the same of B
    struct PoolState {
        uint160 sqrtPriceX96;
        int24 tick;
        uint128 liquidity;
        uint24 feePips;
        int24 tickSpacing;
        uint8 protocolShareA;
        uint8 protocolShareB;
        uint16 observationIndex;
        uint16 observationsKept;
        uint16 observationsWanted;
        uint24 number;
        uint16 flags;
        uint256 feeGrowthA;
        uint256 feeGrowthB;
        uint128 protocolFeesA;
        uint128 protocolFeesB;
    }

    /// @notice A tick.
    /// @param gross liquidity of all positions that begin or end here
    /// @param net liquidity that comes into range when the price rises past it
    /// @param feeGrowthOutsideA growth of fees in A on the side where the price is not, Q128 modulo 2^256
    /// @param feeGrowthOutsideB the same of B
    struct TickState {
        uint128 gross;
        int128 net;
        uint256 feeGrowthOutsideA;
        uint256 feeGrowthOutsideB;
    }

    /// @notice A position, whether a token or not.
    /// @param liquidity how much
    /// @param tickLower where the range begins
    /// @param tickUpper where the range ends
    /// @param poolNumber the pool's number; 0 where there is no position
    /// @param addedAt second in which liquidity was last added
    /// @param flags what else is kept of it
    /// @param insideA growth of fees in A inside its range when its fees were last brought up to date
    /// @param insideB the same of B
    /// @param owedA units of A that it can collect
    /// @param owedB the same of B
    struct PositionState {
        uint128 liquidity;
        int24 tickLower;
        int24 tickUpper;
        uint24 poolNumber;
        uint40 addedAt;
        uint16 flags;
        uint256 insideA;
        uint256 insideB;
        uint128 owedA;
        uint128 owedB;
    }

    /// @notice Name of a pool: the hash of its key's five words.
    function poolId(PoolKey calldata key) external pure returns (bytes32);

    /// @notice Name of the position that an account has in a range without a token.
    function positionKey(address owner, bytes32 id, int24 tickLower, int24 tickUpper) external pure returns (bytes32);

    /// @notice A pool as the platform's data model names it; empty where there is none.
    /// @dev Walks over all the pool's ticks: for reading from outside the chain.
    function poolOf(PoolKey calldata key) external view returns (ILiquidityPoolOptimizer.LiquidityPool memory);

    /// @notice Everything of a pool.
    function poolState(bytes32 id) external view returns (PoolState memory);

    /// @notice A tick of a pool.
    function tickState(bytes32 id, int24 tick) external view returns (TickState memory);

    /// @notice 256 ticks of a pool's bitmap: bit i of word w is set where tick (256 w + i) times the spacing is in use.
    function tickBitmap(bytes32 id, int16 word) external view returns (uint256);

    /// @notice A position, by its token's id or by `positionKey`.
    function positionState(bytes32 position) external view returns (PositionState memory);

    /// @notice What a position could collect now, with the fees since its last call.
    /// @param key the pool
    /// @param position name of the position
    /// @return amountA units of A
    /// @return amountB units of B
    function feesOf(PoolKey calldata key, bytes32 position) external view returns (uint256 amountA, uint256 amountB);

    /// @notice The tokens of a pool for verified holders whose registries decide; zero for one without a registry.
    function regulatedTokens(uint256 poolNumber) external view returns (address tokenA, address tokenB);

    /// @notice Whether receipts of a token need no check in pools created from now on.
    function isExact(address token) external view returns (bool);

    /// @notice The chain's wrapped native coin.
    function wrappedNative() external view returns (address);
}
