// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @title Guards of the LiquidityPoolOptimizer's pools
/// @notice What a pool can be protected with, each switched by pool. What loosens a guard and what tightens it are two
/// functions, so that the latter can be done at once by those who must not do the former. A pool without guards
/// computes nothing of this.
///
/// The sandwich guard: the price before a block's first swap is the block's opening price. A swap against the block's
/// net move leads back to it. The part of it up to the opening price yields at most what enters, less the fee, at that
/// price (exact in), or takes at least what leaves at that price, with the fee (exact out), each step of the
/// computation rounded against the trader; the part beyond is what it is. The price moves as without the guard, and the
/// difference goes to the providers on the way, each what it gave beyond the opening price. A block is its number
/// together with its time.
///
/// The early-exit penalty: while less than a period has passed since liquidity was last added to a position, the fees
/// that it earned since are not paid out, do not become owed, and are not compounded; liquidity that leaves in this
/// time
/// loses its part of them to the providers in range. They go to the protocol where there is none besides the position
/// itself, or where there is less than half of what there was when the liquidity came: else the price could be carried
/// to where the leaver gives to itself. What the guard cannot see is that two positions belong to one person; the other
/// one keeps what it gets only if it stays for the period itself, and earns no more than if it had been alone.
///
/// The deviation breaker: a swap that ends more than so many ticks off the mean of the last seconds, on the side that
/// it
/// moves to, is refused, or pays at least the highest dynamic fee. The oracle must reach over the window before it is
/// switched on, with as many entries as seconds, so that no trading can push the history out.
/// @custom:invariant LPO-40 no swap against its block's net move gets a better price than the block's opening price,
/// less the fee, for the part that leads back to it
/// @custom:invariant LPO-41 what the sandwich guard holds back goes to the liquidity that gave it, and quotes know it
/// @custom:invariant LPO-42 liquidity that leaves young takes no fee that it has earned since it came, by whatever
/// calls it gets out
/// @custom:invariant LPO-43 a position's fees of before its last addition are never forfeited
/// @custom:invariant LPO-44 no swap of a second changes that second's mean
/// @custom:invariant LPO-45 where swaps beyond are refused, none ends further off the mean than the pool allows, on the
/// side that it moves to
/// @custom:invariant LPO-46 a function that tightens never loosens
/// @custom:invariant LPO-47 a paused pool swaps nothing, takes no liquidity in, and lets everything out
interface ILiquidityGuards {
    /// @notice The sandwich guard of a pool was switched.
    /// @param id hash of the pool's key
    /// @param on whether it is on
    event SandwichGuardSet(bytes32 indexed id, bool on);

    /// @notice The early-exit penalty of a pool was set.
    /// @param id hash of the pool's key
    /// @param period seconds in which liquidity is young; 0 for no penalty
    event EarlyExitPeriodSet(bytes32 indexed id, uint32 period);

    /// @notice The deviation breaker of a pool was set.
    /// @param id hash of the pool's key
    /// @param ticks how far off the mean a swap may end; 0 for no breaker
    /// @param window seconds of the mean
    /// @param charges whether swaps beyond pay the highest fee instead of being refused
    event DeviationBreakerSet(bytes32 indexed id, uint24 ticks, uint32 window, bool charges);

    /// @notice A pool was paused.
    event PoolPaused(bytes32 indexed id);

    /// @notice A pool goes on.
    event PoolUnpaused(bytes32 indexed id);

    /// @notice The sandwich guard held something of a swap back; its amounts are in the `Swapped` event already.
    /// @param id hash of the pool's key
    /// @param amountIn units that entered on top
    /// @param amountOut units that did not leave
    event SwapHeldBack(bytes32 indexed id, uint256 amountIn, uint256 amountOut);

    /// @notice Liquidity left young.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param amountA units of A that it lost
    /// @param amountB units of B that it lost
    /// @param shared whether they went to the providers in range; else to the protocol
    event FeesForfeited(bytes32 indexed id, bytes32 indexed position, uint256 amountA, uint256 amountB, bool shared);

    /// @notice The pool is paused.
    error PoolIsPaused(bytes32 id);
    /// @notice The swap would end further off the mean than the pool allows.
    error PriceTooFar(bytes32 id, int24 tick, int24 bound);
    /// @notice Liquidity may be young for at most a day.
    error PeriodOutOfRange(uint32 period);
    /// @notice A breaker allows from 1 to 887,272 ticks, over a window of at least a second.
    error BreakerOutOfRange(uint24 ticks, uint32 window);
    /// @notice The oracle must keep more entries than the window has seconds, and reach back over it: see
    /// `growObservations`.
    error OracleTooShort(bytes32 id, uint256 kept, uint256 reach, uint32 window);
    /// @notice The setting would loosen what is there.
    error NotTighter(bytes32 id);

    /// @notice Switches a pool's sandwich guard on.
    function raiseSandwichGuard(PoolKey calldata key) external;

    /// @notice Switches a pool's sandwich guard off.
    function lowerSandwichGuard(PoolKey calldata key) external;

    /// @notice Sets how long liquidity is young; at most a day, 0 for no penalty. Holds for liquidity that is there,
    /// too.
    function setEarlyExitPeriod(PoolKey calldata key, uint32 period) external;

    /// @notice Sets how long liquidity is young; not less than now.
    function extendEarlyExitPeriod(PoolKey calldata key, uint32 period) external;

    /// @notice Sets a pool's deviation breaker.
    /// @param key the pool
    /// @param ticks how far off the mean a swap may end, up to 887,272; 0, with a window of 0, for no breaker
    /// @param window seconds of the mean; the oracle must reach over them
    /// @param charges whether swaps beyond pay the highest fee instead of being refused
    function setDeviationBreaker(PoolKey calldata key, uint24 ticks, uint32 window, bool charges) external;

    /// @notice Switches a pool's deviation breaker on, or tightens it: no more ticks, the same window, and never from
    /// refusing to charging.
    function tightenDeviationBreaker(PoolKey calldata key, uint24 ticks, uint32 window, bool charges) external;

    /// @notice Stops a pool's swaps and additions of liquidity; taking out and collecting go on.
    function pausePool(PoolKey calldata key) external;

    /// @notice Lets a paused pool go on.
    function unpausePool(PoolKey calldata key) external;
}
