// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPointMathLib } from "solady/utils/FixedPointMathLib.sol";
import { ILiquidityOracle } from "../../interfaces/ILiquidityOracle.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { ILiquidityRanges } from "../../interfaces/ILiquidityRanges.sol";
import { ILiquidityStrategies, StrategyPolicy } from "../../interfaces/ILiquidityStrategies.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { RangeLiquidity } from "../parts/RangeLiquidity.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PositionFlags } from "../storage/PositionFlags.sol";
import { PositionWord, PositionWords } from "../storage/PositionWord.sol";
import { LoanBooks } from "./LoanBooks.sol";
import { StrategyMath } from "./StrategyMath.sol";
import { StrategyPlans } from "./StrategyPlans.sol";
import { Strategy, StrategyStorage } from "./StrategyStorage.sol";

/// @title Strategies
/// @notice See `ILiquidityStrategies`.
abstract contract Strategies is ILiquidityStrategies, StrategyPlans, LoanBooks {
    /// @inheritdoc ILiquidityStrategies
    function setPolicy(PoolKey calldata key, uint256 tokenId, StrategyPolicy calldata policy)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.STRATEGIES)
    {
        (, Place memory place) = _place(key, bytes32(tokenId));
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        _requireIn(place, held);
        if (_ownerOf(place) != msg.sender) {
            revert ILiquidityPositions.PositionNotAllowed(place.position, msg.sender);
        }
        if (!place.word.has(PoolFlags.OBSERVED)) revert ILiquidityOracle.ObservationsNotKept(place.id);
        StrategyMath.requireSound(
            policy, uint256(int256(place.word.tickSpacing())), place.word.has(PoolFlags.DYNAMIC_FEE)
        );
        Strategy storage strategy = _strategy(place);
        strategy.policy = policy;
        (strategy.movedAt, strategy.movedTick, strategy.earnedValue) = (0, 0, 0);
        delete strategy.terms;
        record.word = held.withFlags(uint16(held.flags() | PositionFlags.MANAGED));
        emit PolicySet(place.id, tokenId, msg.sender, policy);
    }

    /// @inheritdoc ILiquidityStrategies
    function endPolicy(uint256 tokenId) external nonReentrant {
        PositionRecord storage record = _layout().positions[bytes32(tokenId)];
        PositionWord held = record.word;
        if (held.flags() & PositionFlags.MANAGED == 0) revert PolicyUnknown(tokenId);
        if (!_mayUseToken(msg.sender, tokenId)) {
            revert ILiquidityPositions.PositionNotAllowed(bytes32(tokenId), msg.sender);
        }
        record.word = held.withFlags(uint16(held.flags() & ~uint256(PositionFlags.MANAGED)));
        delete StrategyStorage.load().strategies[tokenId];
        emit PolicyEnded(tokenId);
    }

    /// @inheritdoc ILiquidityStrategies
    function rebalance(PoolKey calldata key, uint256 tokenId)
        external
        nonReentrant
        whenGroupActive(GROUPS)
        returns (uint128 liquidity, uint256 rewardA, uint256 rewardB)
    {
        (Pool storage pool, Place memory place) = _place(key, bytes32(tokenId));
        if (_isManaged(place)) {
            _callBackFor(tokenId, true);
            _callBackFor(tokenId, false);
        }
        RebalancePlan memory plan = _plan(pool, place, 0, 0);
        if (plan.reason != Reason.DUE) revert NotDue(tokenId, plan.reason);
        Strategy storage strategy = _strategy(place);
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        Pair due;
        (due, rewardA, rewardB) = _bringOut(pool, place, strategy.policy, held.liquidity());
        uint160 price = pool.price.sqrtPriceX96();
        liquidity = RangeLiquidity.mostDown(price, plan.tickLower, plan.tickUpper, due.a(), due.b());
        record.word =
            PositionWords.create(plan.tickLower, plan.tickUpper, place.word.number()).withFlags(uint16(held.flags()));
        due = _putIn(pool, place, plan.tickLower, plan.tickUpper, liquidity, due);
        _requireKept(pool, place, strategy.policy, plan.meanTick, plan.valueBefore);
        int24 tick = pool.price.tick();
        (strategy.movedAt, strategy.movedTick, strategy.earnedValue) = (uint40(block.timestamp), tick, 0);
        emit Rebalanced(place.id, tokenId, msg.sender, tick, plan.meanTick, due.a(), due.b(), rewardA, rewardB);
        _reward(key, place, rewardA, rewardB);
    }

    /// @inheritdoc ILiquidityStrategies
    function compoundFor(PoolKey calldata key, uint256 tokenId)
        external
        nonReentrant
        whenGroupActive(GROUPS)
        returns (uint128 liquidity, uint256 rewardA, uint256 rewardB)
    {
        (Pool storage pool, Place memory place) = _place(key, bytes32(tokenId));
        Strategy storage strategy = _strategy(place);
        StrategyPolicy storage policy = strategy.policy;
        (Reason reason, Standing memory standing) = _stand(pool, place, policy);
        uint256 feesValue = StrategyMath.valueDown(standing.feesA, standing.feesB, standing.price);
        if (reason == Reason.DUE) {
            if (_isFar(pool, standing.mean, policy.maxDeviation)) reason = Reason.FAR_FROM_MEAN;
            else if (feesValue < StrategyMath.neededUp(policy, COMPOUND_GAS)) reason = Reason.FEES_TOO_LOW;
        }
        if (reason != Reason.DUE) revert NotDue(tokenId, reason);
        (int24 lower, int24 upper) = (standing.held.tickLower(), standing.held.tickUpper());
        Pair due;
        (due, rewardA, rewardB) = _bringOut(pool, place, policy, 0);
        liquidity = RangeLiquidity.mostDown(pool.price.sqrtPriceX96(), lower, upper, due.a(), due.b());
        Pair left = _putIn(pool, place, lower, upper, liquidity, due);
        _requireKept(
            pool,
            place,
            policy,
            standing.mean,
            _valueDown(lower, upper, standing.held.liquidity(), standing.restA, standing.restB, standing.price)
        );
        strategy.earnedValue = uint128(FixedPointMathLib.min(feesValue + strategy.earnedValue, type(uint128).max));
        emit ILiquidityRanges.Compounded(place.id, place.position, due.a() - left.a(), due.b() - left.b());
        emit CompoundedFor(place.id, tokenId, msg.sender, feesValue, rewardA, rewardB);
        _reward(key, place, rewardA, rewardB);
    }

    /// @inheritdoc ILiquidityStrategies
    function previewRebalance(PoolKey calldata key, uint256 tokenId) external view returns (RebalancePlan memory) {
        (Pool storage pool, Place memory place) = _place(key, bytes32(tokenId));
        return _plan(pool, place, _expectedFor(tokenId, true), _expectedFor(tokenId, false));
    }

    /// @inheritdoc ILiquidityStrategies
    function policyOf(uint256 tokenId)
        external
        view
        returns (StrategyPolicy memory policy, uint40 movedAt, int24 movedTick, uint128 earnedValue)
    {
        if (_layout().positions[bytes32(tokenId)].word.flags() & PositionFlags.MANAGED == 0) {
            return (policy, 0, 0, 0);
        }
        Strategy storage strategy = StrategyStorage.load().strategies[tokenId];
        return (strategy.policy, strategy.movedAt, strategy.movedTick, strategy.earnedValue);
    }

    /// @dev Takes liquidity and fees out and the reward off them.
    function _bringOut(Pool storage pool, Place memory place, StrategyPolicy storage policy, uint128 liquidity)
        private
        returns (Pair due, uint256 rewardA, uint256 rewardB)
    {
        PositionRecord storage record = _layout().positions[place.position];
        Pair owed = record.owed;
        uint256 amountA;
        uint256 amountB;
        (amountA, amountB, due) = _leave(pool, place, record, record.word, liquidity);
        place.word = pool.word;
        rewardA = StrategyMath.rewardDown(due.a() - amountA - owed.a(), policy.rewardBps, policy.rewardCapA);
        rewardB = StrategyMath.rewardDown(due.b() - amountB - owed.b(), policy.rewardBps, policy.rewardCapB);
        due = due.minus(rewardA, rewardB);
    }

    /// @dev Puts liquidity into a range; what does not fit is owed.
    function _putIn(
        Pool storage pool,
        Place memory place,
        int24 tickLower,
        int24 tickUpper,
        uint128 liquidity,
        Pair due
    ) private returns (Pair left) {
        if (liquidity == 0) revert NotDue(uint256(place.position), Reason.NO_LIQUIDITY);
        (uint256 amountA, uint256 amountB) = _enter(pool, place, tickLower, tickUpper, liquidity);
        left = due.minus(amountA, amountB);
        if (Pair.unwrap(left) != 0) _layout().positions[place.position].owed = left;
    }

    /// @dev Holds the position as it now is against its value before, and the price against the mean once more.
    function _requireKept(
        Pool storage pool,
        Place memory place,
        StrategyPolicy storage policy,
        int24 mean,
        uint256 valueBefore
    ) private view {
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        Pair owed = record.owed;
        uint256 valueAfter =
            _valueDown(held.tickLower(), held.tickUpper(), held.liquidity(), owed.a(), owed.b(), _priceAt(mean));
        if (StrategyMath.lostMore(valueBefore, valueAfter, policy.maxLossBps)) {
            revert NotDue(uint256(place.position), Reason.VALUE_LOSS);
        }
        if (_isFar(pool, mean, policy.maxDeviation)) {
            revert NotDue(uint256(place.position), Reason.FAR_FROM_MEAN);
        }
    }

    function _reward(PoolKey calldata key, Place memory place, uint256 rewardA, uint256 rewardB) private {
        if (rewardA | rewardB == 0) return;
        _requireAdmitted(place.word, msg.sender);
        _payBoth(key, place.word, msg.sender, rewardA, rewardB, 0);
    }
}
