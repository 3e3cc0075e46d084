// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What a pool is: its name is the hash of these five words.
/// @dev Free functions of `PoolKeys` compute it. Nothing of the key but fee, spacing and modes is stored.
/// @param tokenA the token with the lower address
/// @param tokenB the token with the higher address
/// @param feePips fee of a static pool, or the mean that a dynamic one swings around, in millionths of the input
/// @param tickSpacing positions begin and end at multiples of this
/// @param modes bits of `PoolModes`, fixed for ever
struct PoolKey {
    address tokenA;
    address tokenB;
    uint24 feePips;
    int24 tickSpacing;
    uint16 modes;
}

/// @title LiquidityPoolOptimizer
/// @notice Concentrated-liquidity pools of every pair in one contract. The other subjects at the same address are
/// `ILiquidityTrading` (swaps), `ILiquidityPositions` (liquidity), `ILiquidityRanges` (moving and compounding it),
/// `ILiquidityOracle` (time-weighted prices), `ILiquidityFees` (fees that follow the market), `ILiquidityQuotes` and
/// `ILiquidityState` (views).
///
/// Amounts are in a token's own units; prices are square roots of B per A as Q64.96; fees are in millionths of the
/// input; times are Unix seconds. A pool without modes computes what Uniswap v3 computes, to the unit: what enters is
/// rounded up, what leaves is rounded down, fees round up, growth of fees rounds down.
/// @custom:invariant LPO-01 a pool never pays out more of a token than it has received
/// @custom:invariant LPO-02 everything that all pools owe in a token is never more than the contract's balance of it
/// @custom:invariant LPO-03 liquidity in range equals the sum of the net liquidity of all ticks at or below the price
/// @custom:invariant LPO-04 a tick is marked in the bitmap if and only if positions begin or end there
/// @custom:invariant LPO-05 a static pool's state and amounts equal those of a Uniswap v3 pool after the same calls
/// @custom:invariant LPO-06 swapping there and back never leaves a trader with more than before
/// @custom:invariant LPO-07 no call changes a position of somebody who did not ask for it
/// @custom:invariant LPO-08 a quote equals what execution in the same state gives
interface ILiquidityPoolOptimizer {
    /// @notice A pool as the platform's data model names it.
    /// @param tokenA the token with the lower address
    /// @param tokenB the token with the higher address
    /// @param reserveA units of A that the liquidity of all ranges is worth at the present price, without fees, rounded
    /// down in each range
    /// @param reserveB the same of B
    /// @param totalLiquidity liquidity in range
    /// @param feeRate fee of the next swap, the dearer direction, in millionths
    struct LiquidityPool {
        address tokenA;
        address tokenB;
        uint256 reserveA;
        uint256 reserveB;
        uint256 totalLiquidity;
        uint256 feeRate;
    }

    /// @notice A pool exists from now on.
    /// @param id hash of the key
    /// @param tokenA the token with the lower address
    /// @param tokenB the token with the higher address
    /// @param number what positions know the pool by
    /// @param feePips fee, in millionths
    /// @param tickSpacing spacing of ticks
    /// @param modes bits of `PoolModes`
    /// @param flags the state it starts in, bits of `PoolFlags`
    /// @param sqrtPriceX96 price it starts at
    /// @param tick tick of that price
    event PoolCreated(
        bytes32 indexed id,
        address indexed tokenA,
        address indexed tokenB,
        uint256 number,
        uint24 feePips,
        int24 tickSpacing,
        uint16 modes,
        uint16 flags,
        uint160 sqrtPriceX96,
        int24 tick
    );

    /// @notice A pool for verified holders asks these from now on.
    /// @param number the pool's number
    /// @param tokenA its token A where that has an identity registry, or zero
    /// @param deskA where token A is told whose units move, or zero
    /// @param tokenB the same of B
    /// @param deskB the same of B
    event PoolRegulated(uint256 indexed number, address tokenA, address deskA, address tokenB, address deskB);

    /// @notice The chain's wrapped native coin.
    event WrappedNativeSet(address token);

    /// @notice A token moves exactly what it is told to, or stopped being known for that.
    /// @param token the ERC-20
    /// @param exact whether receipts of pools created from now on need no check
    event TokenExactnessSet(address indexed token, bool exact);

    /// @notice The protocol's share of a pool's fees changed.
    /// @param id hash of the pool's key
    /// @param shareA one part in so many of the fees paid in A, 4 to 10, or 0 for none
    /// @param shareB the same of B
    event ProtocolShareSet(bytes32 indexed id, uint8 shareA, uint8 shareB);

    /// @notice The protocol's fees of a pool were paid out.
    /// @param id hash of the pool's key
    /// @param recipient who received them
    /// @param amountA units of A
    /// @param amountB units of B
    event ProtocolFeesCollected(bytes32 indexed id, address indexed recipient, uint128 amountA, uint128 amountB);

    /// @notice An address of the call has no code.
    error AddressWithoutCode(address account);
    /// @notice The key's tokens must be different, non-zero and in the order of their addresses.
    error TokensOutOfOrder(address tokenA, address tokenB);
    /// @notice None of the tokens of a pool for verified holders has an identity registry.
    error PoolUnregulated(address tokenA, address tokenB);
    /// @notice The identity registry of a token does not verify the account.
    error NotAdmitted(address token, address account);
    /// @notice What came in could not leave again to the one who brought it: the token's own code says why. A token
    /// whose units are bound to their holder (lock-ups, whole units, minimum positions) has no place in a pool.
    error LiquidityWouldBeLocked(address token, address account, uint8 code);
    /// @notice A fee must be below one million millionths; that of a dynamic pool from 1 to 100,000.
    error FeeOutOfRange(uint24 feePips);
    /// @notice Spacing must be from 1 to 16,383.
    error TickSpacingOutOfRange(int24 tickSpacing);
    /// @notice The key names a mode that does not exist.
    error ModesUnknown(uint16 modes);
    /// @notice The pool exists already.
    error PoolExists(bytes32 id);
    /// @notice No pool has this key.
    error PoolUnknown(bytes32 id);
    /// @notice A protocol share must be 0 or from 4 to 10.
    error ProtocolShareOutOfRange(uint8 share);
    /// @notice A price outside the range of prices.
    error InvalidSqrtPrice(uint160 sqrtPriceX96);
    /// @notice A token did not pay in: no balance, no allowance, or a refusal of its own.
    error TransferFromFailed();
    /// @notice A token did not pay out.
    error TransferFailed();
    /// @notice The recipient does not take native coin.
    error ETHTransferFailed();
    /// @notice Every number that a pool can have is taken.
    error PoolNumbersExhausted();

    /// @notice Sets the contract up.
    /// @param authority the chain's access manager
    /// @param wrappedNative the chain's wrapped native coin (WETH, WPOL, WAVAX)
    function initialize(address authority, address wrappedNative) external;

    /// @notice Creates a pool. Anybody may; what its tokens do is between its providers and them, since pools pay out
    /// of what they received themselves (LPO-01).
    /// @param key what the pool is
    /// @param sqrtPriceX96 price it starts at
    /// @return id hash of the key
    /// @return tick tick of the price
    function createPool(PoolKey calldata key, uint160 sqrtPriceX96) external returns (bytes32 id, int24 tick);

    /// @notice Lets pools of a token that are created from now on trust what it moves, which saves two reads a swap.
    /// A token that can take a fee on transfers, or whose balances move by themselves, is not one.
    function trustExactness(address token) external;

    /// @notice Has pools of a token that are created from now on check what they receive.
    function distrustExactness(address token) external;

    /// @notice Sets the protocol's share of a pool's fees.
    /// @param key the pool
    /// @param shareA one part in so many of fees paid in A, 4 to 10, or 0 for none
    /// @param shareB the same of B
    function setProtocolShare(PoolKey calldata key, uint8 shareA, uint8 shareB) external;

    /// @notice Pays out the protocol's fees of a pool; one unit stays, so that the next fee writes a used slot.
    /// @param key the pool
    /// @param recipient who receives them
    /// @param maxA most units of A
    /// @param maxB most units of B
    /// @return amountA units of A paid
    /// @return amountB units of B paid
    function collectProtocolFees(PoolKey calldata key, address recipient, uint128 maxA, uint128 maxB)
        external
        returns (uint128 amountA, uint128 amountB);
}
