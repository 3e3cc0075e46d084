// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @notice How a position that is a token is looked after, as its owner wrote it down.
/// @param halfWidth ticks of a new range on each side of its middle, a multiple of the pool's spacing; 0 where the
/// pool's volatility decides, which takes a pool whose fee follows the market
/// @param narrowest least ticks on each side where volatility decides
/// @param widest most ticks on each side where volatility decides, before rounding up to the spacing
/// @param factor standard deviations on each side, in hundredths (k of k sigma sqrt(T))
/// @param horizon seconds that the range is meant to last (T)
/// @param minMove ticks that the price must be away from the middle of the range, and from where the last move by
/// others found it
/// @param cooldown seconds between two moves
/// @param meanWindow seconds of the time-weighted mean that the price is held against
/// @param maxDeviation ticks that price and mean may be apart, before and after
/// @param maxLossBps what a call may take off the position's value at the mean, the reward included, in basis points
/// @param rewardCapA most units of A that a caller receives
/// @param rewardCapB most units of B
/// @param minFeesValue fees that must have been earned since the last move, in units of B at the mean
/// @param coinPrice units of B for 10^18 of the chain's coin; 0 where gas decides nothing
/// @param rewardBps share of the fees that a call brings in which its caller receives, in basis points
/// @param gasMultiple fees since the last move must be so many hundredths of the call's cost
struct StrategyPolicy {
    uint24 halfWidth;
    uint24 narrowest;
    uint24 widest;
    uint16 factor;
    uint32 horizon;
    uint24 minMove;
    uint32 cooldown;
    uint32 meanWindow;
    uint24 maxDeviation;
    uint16 maxLossBps;
    uint128 rewardCapA;
    uint128 rewardCapB;
    uint128 minFeesValue;
    uint128 coinPrice;
    uint16 rewardBps;
    uint16 gasMultiple;
}

/// @title Strategies of the LiquidityPoolOptimizer's positions
/// @notice A position that is a token may carry a policy; whoever finds it due may then move its range or put its fees
/// to work, and is paid out of those fees. The new range lies around the price; that of a position out of range, which
/// has one token alone, beside the price on that token's side. Nothing is swapped: what does not fit the new range
/// stays owed to the position. A policy ends when its owner says so, when the token is handed on, or when the position
/// is left entirely and paid out.
/// @custom:invariant LPO-60 no call of others takes more off a position's value at the time-weighted mean than its
/// policy's bound, both ranges and all that is owed valued at that mean; what a loan comes back with counts as owed
/// @custom:invariant LPO-61 a reward is never more than its policy's share of the fees that the call brought in, nor
/// than its caps
/// @custom:invariant LPO-62 no position is moved by others twice within its cooldown, nor without its price having
/// moved
/// @custom:invariant LPO-63 nobody's position changes through a strategy but those whose present owner wrote a policy
/// @custom:invariant LPO-64 what a preview says is due is what the call does in the same state
interface ILiquidityStrategies {
    /// @notice Why a call is not due. Of several reasons the first of this order counts.
    /// @param DUE it is due
    /// @param NO_POLICY the position has none
    /// @param PAUSED strategies, providing, or the pool are paused
    /// @param EMPTY the position has no liquidity
    /// @param MEAN_UNKNOWN the pool's observations do not reach back over the window
    /// @param COOLING_DOWN the last move was less than the cooldown ago
    /// @param NOT_MOVED the price is too near the middle of the range or where the last move by others found it, or the
    /// new range is the old one
    /// @param FAR_FROM_MEAN price and mean are too far apart
    /// @param FEES_TOO_LOW fees do not pay for the call
    /// @param NO_LIQUIDITY what there is pays for no liquidity
    /// @param VALUE_LOSS the position would lose more than its bound
    enum Reason {
        DUE,
        NO_POLICY,
        PAUSED,
        EMPTY,
        MEAN_UNKNOWN,
        COOLING_DOWN,
        NOT_MOVED,
        FAR_FROM_MEAN,
        FEES_TOO_LOW,
        NO_LIQUIDITY,
        VALUE_LOSS
    }

    /// @notice What of a policy cannot be.
    enum Term {
        WIDTH,
        MOVE,
        COOLDOWN,
        MEAN,
        LOSS,
        REWARD,
        TRIGGER
    }

    /// @notice A move as it would be now. What comes after a reason that ends the computation (up to `MEAN_UNKNOWN`) is
    /// zero.
    /// @param reason why it is not due
    /// @param tickLower where the new range would begin
    /// @param tickUpper where it would end
    /// @param meanTick time-weighted mean, rounded down
    /// @param liquidity of the new range
    /// @param amountA units of A that would go in, rounded up
    /// @param amountB units of B
    /// @param idleA units of A that would stay owed
    /// @param idleB units of B
    /// @param rewardA units of A that the caller would receive, rounded down
    /// @param rewardB units of B
    /// @param valueBefore of the position at the mean, in units of B rounded down
    /// @param valueAfter the same afterwards
    /// @param feesValue fees since the last move at the mean, in units of B rounded down
    /// @param needed fees that must have been earned, in units of B rounded up
    struct RebalancePlan {
        Reason reason;
        int24 tickLower;
        int24 tickUpper;
        int24 meanTick;
        uint128 liquidity;
        uint256 amountA;
        uint256 amountB;
        uint256 idleA;
        uint256 idleB;
        uint256 rewardA;
        uint256 rewardB;
        uint256 valueBefore;
        uint256 valueAfter;
        uint256 feesValue;
        uint256 needed;
    }

    /// @notice A position is looked after from now on, or in another way; its cooldown and fees start anew.
    /// @param id hash of the pool's key
    /// @param tokenId the position
    /// @param owner who wrote the policy
    /// @param policy all of it
    event PolicySet(bytes32 indexed id, uint256 indexed tokenId, address indexed owner, StrategyPolicy policy);

    /// @notice A position is not looked after any more.
    event PolicyEnded(uint256 indexed tokenId);

    /// @notice A position was moved. Beside it `LiquidityRemoved` tells what the old range gave and `LiquidityAdded`
    /// what the new one took; its sender has paid nothing.
    /// @param id hash of the pool's key
    /// @param tokenId the position
    /// @param caller who found it due
    /// @param tick the price's
    /// @param meanTick time-weighted mean
    /// @param idleA units of A that are owed to the position now
    /// @param idleB units of B
    /// @param rewardA units of A paid to the caller
    /// @param rewardB units of B
    event Rebalanced(
        bytes32 indexed id,
        uint256 indexed tokenId,
        address indexed caller,
        int24 tick,
        int24 meanTick,
        uint256 idleA,
        uint256 idleB,
        uint256 rewardA,
        uint256 rewardB
    );

    /// @notice Fees were put to work by somebody else than the owner. Beside it `LiquidityRemoved` tells that fees were
    /// brought up to date and `LiquidityAdded` what went in.
    /// @param id hash of the pool's key
    /// @param tokenId the position
    /// @param caller who found it due
    /// @param feesValue fees that the call brought in, at the mean in units of B; they count for the next move
    /// @param rewardA units of A paid to the caller
    /// @param rewardB units of B
    event CompoundedFor(
        bytes32 indexed id,
        uint256 indexed tokenId,
        address indexed caller,
        uint256 feesValue,
        uint256 rewardA,
        uint256 rewardB
    );

    /// @notice The call is not due.
    error NotDue(uint256 tokenId, Reason reason);
    /// @notice A term of the policy is outside its bounds.
    error PolicyOutOfBounds(Term term);
    /// @notice The position has no policy.
    error PolicyUnknown(uint256 tokenId);

    /// @notice Writes the policy of a position; its owner alone may, in a pool that keeps observations. Bounds: widths
    /// from the spacing up; `minMove` at least the spacing; cooldown and window from a minute to 30 days; deviation at
    /// most 1,000 ticks; loss from 1 to 1,000 basis points; reward at most 2,000; and a least sum of fees or a multiple
    /// of the cost with the coin's price.
    /// @param key the pool
    /// @param tokenId the position
    /// @param policy all of it
    function setPolicy(PoolKey calldata key, uint256 tokenId, StrategyPolicy calldata policy) external;

    /// @notice Ends the policy of a position; its owner and those it allows may, always.
    function endPolicy(uint256 tokenId) external;

    /// @notice Moves a position that is due into its new range. Anybody may. Reverts with `NotDue`.
    /// @param key the pool
    /// @param tokenId the position
    /// @return liquidity of the new range
    /// @return rewardA units of A that the caller received
    /// @return rewardB units of B
    function rebalance(PoolKey calldata key, uint256 tokenId)
        external
        returns (uint128 liquidity, uint256 rewardA, uint256 rewardB);

    /// @notice Adds a position's fees, and what else is owed to it, to its liquidity. Anybody may, where the fees that
    /// the call brings in are enough by the policy's trigger and the price is near the mean. Reverts with `NotDue`.
    /// @param key the pool
    /// @param tokenId the position
    /// @return liquidity that was added
    /// @return rewardA units of A that the caller received
    /// @return rewardB units of B
    function compoundFor(PoolKey calldata key, uint256 tokenId)
        external
        returns (uint128 liquidity, uint256 rewardA, uint256 rewardB);

    /// @notice What `rebalance` would do now, or why it would not. Fees that a guard of the pool would hold back are
    /// not foreseen.
    function previewRebalance(PoolKey calldata key, uint256 tokenId) external view returns (RebalancePlan memory);

    /// @notice The policy of a position; empty where it has none.
    /// @return policy all of it
    /// @return movedAt second of the last move by others; 0 for none
    /// @return movedTick the price's tick then
    /// @return earnedValue fees put to work by others since then, in units of B at the mean of each time
    function policyOf(uint256 tokenId)
        external
        view
        returns (StrategyPolicy memory policy, uint40 movedAt, int24 movedTick, uint128 earnedValue);
}
