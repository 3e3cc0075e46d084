// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { ILiquidityStrategies, StrategyPolicy } from "../../interfaces/ILiquidityStrategies.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { LiquidityEngine } from "../parts/LiquidityEngine.sol";
import { ObservationRing } from "../parts/ObservationRing.sol";
import { ObservationSearch } from "../parts/ObservationSearch.sol";
import { RangeLiquidity } from "../parts/RangeLiquidity.sol";
import { SwapEngine } from "../parts/SwapEngine.sol";
import { Observation } from "../storage/Observation.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PriceWord, PriceWords } from "../storage/PriceWord.sol";
import { ManagedPositions } from "./ManagedPositions.sol";
import { StrategyMath } from "./StrategyMath.sol";
import { Strategy } from "./StrategyStorage.sol";

/// @title StrategyPlans
/// @notice What a strategy would do now and whether it is due: previews and calls share it.
abstract contract StrategyPlans is ManagedPositions {
    /// @dev Gas of a move that calls nothing back, the whole transaction: no less than what is measured.
    uint256 internal constant REBALANCE_GAS = 300_000;
    /// @dev The same of putting fees to work.
    uint256 internal constant COMPOUND_GAS = 200_000;

    uint64 internal constant GROUPS = LiquidityGroups.STRATEGIES | LiquidityGroups.PROVIDING;

    /// @notice A position that is looked after, as it stands.
    /// @param held its word
    /// @param mean time-weighted mean tick, rounded down
    /// @param price at the mean
    /// @param feesA fees in A since they were last brought up to date
    /// @param feesB the same in B
    /// @param dueA units of A that it would have without liquidity: worth, fees, and what is owed
    /// @param dueB the same of B
    /// @param restA units of A of these that are not its liquidity's worth
    /// @param restB the same of B
    struct Standing {
        PositionWord held;
        int24 mean;
        uint160 price;
        uint256 feesA;
        uint256 feesB;
        uint256 dueA;
        uint256 dueB;
        uint256 restA;
        uint256 restB;
    }

    /// @notice The move as it would be now.
    /// @param loanA units of A that a vault would pay back first
    /// @param loanB units of B
    function _plan(Pool storage pool, Place memory place, uint256 loanA, uint256 loanB)
        internal
        view
        returns (ILiquidityStrategies.RebalancePlan memory plan)
    {
        Strategy storage strategy = _strategy(place);
        StrategyPolicy storage policy = strategy.policy;
        Standing memory standing;
        (plan.reason, standing) = _stand(pool, place, policy);
        if (plan.reason != ILiquidityStrategies.Reason.DUE) return plan;
        (standing.restA, standing.restB) = (standing.restA + loanA, standing.restB + loanB);
        (standing.dueA, standing.dueB) = (standing.dueA + loanA, standing.dueB + loanB);
        plan.meanTick = standing.mean;
        plan.feesValue = strategy.earnedValue + StrategyMath.valueDown(standing.feesA, standing.feesB, standing.price);
        plan.needed = StrategyMath.neededUp(policy, REBALANCE_GAS);
        _planRange(pool, place.word, policy, standing, plan);
        plan.valueBefore = _valueDown(
            standing.held.tickLower(),
            standing.held.tickUpper(),
            standing.held.liquidity(),
            standing.restA,
            standing.restB,
            standing.price
        );
        plan.valueAfter =
            _valueDown(plan.tickLower, plan.tickUpper, plan.liquidity, plan.idleA, plan.idleB, standing.price);
        plan.reason = _verdict(pool, strategy, standing, plan);
    }

    /// @dev What a position has and where the mean is; a reason when there is nothing to compute with.
    function _stand(Pool storage pool, Place memory place, StrategyPolicy storage policy)
        internal
        view
        returns (ILiquidityStrategies.Reason reason, Standing memory standing)
    {
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        _requireIn(place, held);
        if (!_isManaged(place)) return (ILiquidityStrategies.Reason.NO_POLICY, standing);
        if (place.word.has(PoolFlags.PERMISSIONED)) _requireAdmitted(place.word, _ownerOf(place));
        if (_pausedGroups() & GROUPS != 0 || place.word.has(PoolFlags.PAUSED)) {
            return (ILiquidityStrategies.Reason.PAUSED, standing);
        }
        if (held.liquidity() == 0) return (ILiquidityStrategies.Reason.EMPTY, standing);
        bool known;
        (known, standing.mean) = _meanTick(pool, place.word, policy.meanWindow);
        if (!known) return (ILiquidityStrategies.Reason.MEAN_UNKNOWN, standing);
        standing.held = held;
        standing.price = _priceAt(standing.mean);
        (uint256 insideA, uint256 insideB) = LiquidityEngine.inside(pool, held.tickLower(), held.tickUpper());
        standing.feesA = LiquidityEngine.earnedDown(insideA, record.insideA, held.liquidity());
        standing.feesB = LiquidityEngine.earnedDown(insideB, record.insideB, held.liquidity());
        (standing.restA, standing.restB) = (record.owed.a() + standing.feesA, record.owed.b() + standing.feesB);
        (uint256 amountA, uint256 amountB) =
            _worthDown(pool.price, held.tickLower(), held.tickUpper(), held.liquidity());
        (standing.dueA, standing.dueB) = (standing.restA + amountA, standing.restB + amountB);
    }

    /// @dev Ticks between the price and a mean.
    function _isFar(Pool storage pool, int24 mean, uint256 most) internal view returns (bool) {
        return FixedPointMathLib.dist(int256(pool.price.tick()), int256(mean)) > most;
    }

    function _priceAt(int24 tick) internal pure returns (uint160) {
        return TickMath.getSqrtPriceAtTick(tick);
    }

    /// @dev Value at a price of a range's liquidity and of amounts beside it, in units of B rounded down.
    function _valueDown(
        int24 tickLower,
        int24 tickUpper,
        uint128 liquidity,
        uint256 restA,
        uint256 restB,
        uint160 price
    ) internal pure returns (uint256) {
        (uint256 amountA, uint256 amountB) = _worthDown(
            PriceWords.pack(price, TickMath.getTickAtSqrtPrice(price), 0), tickLower, tickUpper, liquidity
        );
        return StrategyMath.valueDown(amountA + restA, amountB + restB, price);
    }

    function _planRange(
        Pool storage pool,
        PoolWord word,
        StrategyPolicy storage policy,
        Standing memory standing,
        ILiquidityStrategies.RebalancePlan memory plan
    ) private view {
        PriceWord price = pool.price;
        int256 spacing = word.tickSpacing();
        uint256 volatility =
            word.has(PoolFlags.DYNAMIC_FEE) ? DynamicFee.volatility(SwapEngine.feeStateOf(price, word)) : 0;
        int256 width = int256(StrategyMath.halfWidthUp(policy, volatility, uint256(spacing)));
        int24 tick = price.tick();
        bool below = tick < standing.held.tickLower();
        // Out of range all of it is one token, which a range on both sides of the price could not take.
        (plan.tickLower, plan.tickUpper) = below || tick >= standing.held.tickUpper()
            ? StrategyMath.rangeBeside(tick, width, spacing, below)
            : StrategyMath.rangeAround(tick, width, spacing);
        plan.rewardA = StrategyMath.rewardDown(standing.feesA, policy.rewardBps, policy.rewardCapA);
        plan.rewardB = StrategyMath.rewardDown(standing.feesB, policy.rewardBps, policy.rewardCapB);
        (uint256 haveA, uint256 haveB) = (standing.dueA - plan.rewardA, standing.dueB - plan.rewardB);
        plan.liquidity = RangeLiquidity.mostDown(price.sqrtPriceX96(), plan.tickLower, plan.tickUpper, haveA, haveB);
        (plan.amountA, plan.amountB) = LiquidityEngine.amounts(
            price,
            LiquidityEngine.Change(plan.tickLower, plan.tickUpper, SafeCast.toInt128(int256(uint256(plan.liquidity))))
        );
        (plan.idleA, plan.idleB) = (haveA - plan.amountA, haveB - plan.amountB);
    }

    function _verdict(
        Pool storage pool,
        Strategy storage strategy,
        Standing memory standing,
        ILiquidityStrategies.RebalancePlan memory plan
    ) private view returns (ILiquidityStrategies.Reason) {
        StrategyPolicy storage policy = strategy.policy;
        (int24 lower, int24 upper) = (standing.held.tickLower(), standing.held.tickUpper());
        if (strategy.movedAt != 0 && block.timestamp - strategy.movedAt < policy.cooldown) {
            return ILiquidityStrategies.Reason.COOLING_DOWN;
        }
        // Twice the distance, so that a middle between two ticks counts exactly.
        uint256 moved = FixedPointMathLib.dist(int256(pool.price.tick()) * 2, int256(lower) + int256(upper));
        uint256 since = FixedPointMathLib.dist(int256(pool.price.tick()), int256(strategy.movedTick));
        if (
            moved < 2 * uint256(policy.minMove) || strategy.movedAt != 0 && since < policy.minMove
                || lower == plan.tickLower && upper == plan.tickUpper
        ) {
            return ILiquidityStrategies.Reason.NOT_MOVED;
        }
        if (_isFar(pool, standing.mean, policy.maxDeviation)) return ILiquidityStrategies.Reason.FAR_FROM_MEAN;
        if (plan.feesValue < plan.needed) return ILiquidityStrategies.Reason.FEES_TOO_LOW;
        if (plan.liquidity == 0) return ILiquidityStrategies.Reason.NO_LIQUIDITY;
        if (StrategyMath.lostMore(plan.valueBefore, plan.valueAfter, policy.maxLossBps)) {
            return ILiquidityStrategies.Reason.VALUE_LOSS;
        }
        return ILiquidityStrategies.Reason.DUE;
    }

    /// @dev The mean tick of a window, where the ring reaches back over it.
    function _meanTick(Pool storage pool, PoolWord word, uint32 window) private view returns (bool known, int24 mean) {
        if (!word.has(PoolFlags.OBSERVED)) return (false, 0);
        Observation oldest =
            ObservationRing.read(pool, (word.observationIndex() + 1) % uint256(word.observationsKept()));
        if (!oldest.isSet()) oldest = ObservationRing.read(pool, 0);
        unchecked {
            if (uint32(block.timestamp) - oldest.time() < window) return (false, 0);
        }
        return (true, ObservationSearch.meanTickDown(pool, pool.price, word, window));
    }

    function _worthDown(PriceWord price, int24 tickLower, int24 tickUpper, uint128 liquidity)
        private
        pure
        returns (uint256 amountA, uint256 amountB)
    {
        return LiquidityEngine.amounts(
            price, LiquidityEngine.Change(tickLower, tickUpper, -SafeCast.toInt128(int256(uint256(liquidity))))
        );
    }
}
