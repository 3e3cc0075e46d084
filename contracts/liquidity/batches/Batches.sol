// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";
import { ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PoolCore } from "../parts/PoolCore.sol";
import { SwapEngine } from "../parts/SwapEngine.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { BatchPrices } from "./BatchPrices.sol";
import { BatchStorage, Batching } from "./BatchStorage.sol";

/// @title Batches
/// @notice See `ILiquidityBatches`.
abstract contract Batches is ILiquidityBatches, PoolCore, AccessManagedUpgradeable {
    uint256 private constant MOST_ORDERS = 200;
    uint32 private constant LONGEST_WINDOW = 7 days;
    uint256 private constant ABANDONED_AFTER = 1 days;
    uint256 private constant MILLION = 1e6;

    /// @dev Both sides of a batch: what takes part pays in, and what is there to pay it out.
    struct Sides {
        uint256 paidInA;
        uint256 paidInB;
        uint256 paidOutA;
        uint256 paidOutB;
    }

    /// @inheritdoc ILiquidityBatches
    function startBatching(PoolKey calldata key, uint32 window) external restricted {
        if (window == 0 || window > LONGEST_WINDOW) revert BatchWindowOutOfRange(window);
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        pool.word = word.withFlags(PoolFlags.BATCH_ONLY, 0);
        BatchStorage.load().batching[id].window = window;
        emit BatchingSet(id, window);
    }

    /// @inheritdoc ILiquidityBatches
    function stopBatching(PoolKey calldata key) external restricted {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        pool.word = word.withFlags(0, PoolFlags.BATCH_ONLY);
        BatchStorage.load().batching[id].window = 0;
        emit BatchingSet(id, 0);
    }

    /// @inheritdoc ILiquidityBatches
    function placeOrder(PoolKey calldata key, bool aForB, uint128 amountIn, uint160 sqrtPriceLimitX96, uint256 deadline)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.BATCHING)
        returns (uint256 number, uint256 order)
    {
        _requireInTime(deadline);
        if (amountIn == 0) revert ILiquidityTrading.AmountZero();
        (bytes32 id,, PoolWord word) = _find(key);
        _requireAdmitted(word, msg.sender);
        BatchStorage.Layout storage $ = BatchStorage.load();
        Batching storage batching = $.batching[id];
        if (batching.window == 0) revert BatchingOff(id);
        number = batching.newest;
        Batch storage batch = $.batches[id][number];
        if (block.timestamp >= batch.closesAt) {
            batching.newest = uint64(++number);
            batch = $.batches[id][number];
            batch.closesAt = uint40(block.timestamp + batching.window);
        }
        order = batch.orders;
        if (order == MOST_ORDERS) revert BatchFull(id, number);
        batch.orders = uint16(order + 1);
        $.orders[id][number][order] = BatchOrder(msg.sender, aForB, amountIn, sqrtPriceLimitX96);
        emit OrderPlaced(id, number, order, msg.sender, aForB, amountIn, sqrtPriceLimitX96, batch.closesAt);
        _takeIn(aForB ? key.tokenA : key.tokenB, word, aForB, amountIn);
    }

    /// @inheritdoc ILiquidityBatches
    function cancelOrder(PoolKey calldata key, uint256 number, uint256 order) external nonReentrant {
        (bytes32 id,, PoolWord word) = _find(key);
        BatchStorage.Layout storage $ = BatchStorage.load();
        BatchOrder memory taken = $.orders[id][number][order];
        if (taken.owner != msg.sender) revert OrderNotYours(order, msg.sender);
        Batch storage batch = $.batches[id][number];
        bool open = block.timestamp < batch.closesAt;
        bool abandoned = !batch.settled && block.timestamp >= batch.closesAt + ABANDONED_AFTER;
        if (!open && !abandoned) revert OrderNotCancellable(id, number, order);
        delete $.orders[id][number][order];
        emit OrderCancelled(id, number, order);
        _payOut(taken.aForB ? key.tokenA : key.tokenB, word, taken.aForB, taken.owner, taken.amountIn, 0);
    }

    /// @inheritdoc ILiquidityBatches
    function settleBatch(PoolKey calldata key, uint256 number, Net net, uint256 amountIn, uint256 included)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.BATCHING)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        Batch storage batch = BatchStorage.load().batches[id][number];
        if (batch.closesAt == 0 || block.timestamp < batch.closesAt || batch.settled) {
            revert BatchNotSettleable(id, number);
        }
        Sides memory sides = _paidIn(id, number, batch.orders, included);
        if (sides.paidInA == 0 && sides.paidInB == 0) revert BatchEmpty();
        _requireFeeBand(id, pool, word, net, sides);
        if (net == Net.NONE) {
            (sides.paidOutA, sides.paidOutB) = (sides.paidInA, sides.paidInB);
        } else {
            bool aEnters = net == Net.A_ENTERS;
            uint256 most = aEnters ? sides.paidInA : sides.paidInB;
            if (amountIn > most) revert ILiquidityTrading.AmountLimitExceeded(amountIn, most);
            (uint256 entered, uint256 left) =
                SwapEngine.swap(pool, word, SwapEngine.Order(id, aEnters, SafeCast.toInt256(amountIn), 0));
            if (entered != amountIn) revert ILiquidityTrading.PartialFill(amountIn - entered);
            _traded(sides, aEnters, amountIn, left);
        }
        _requireUniform(id, number, batch.orders, included, sides);
        batch.settled = true;
        batch.included = included;
        (batch.paidInA, batch.paidInB) = (uint128(sides.paidInA), uint128(sides.paidInB));
        (batch.paidOutA, batch.paidOutB) = (uint128(sides.paidOutA), uint128(sides.paidOutB));
        emit BatchSettled(id, number, included, batch.paidInA, batch.paidInB, batch.paidOutA, batch.paidOutB);
    }

    /// @inheritdoc ILiquidityBatches
    function payOrder(PoolKey calldata key, uint256 number, uint256 order) external nonReentrant {
        (bytes32 id,, PoolWord word) = _find(key);
        BatchStorage.Layout storage $ = BatchStorage.load();
        Batch storage batch = $.batches[id][number];
        BatchOrder memory paid = $.orders[id][number][order];
        if (!batch.settled || paid.owner == address(0)) revert OrderNotPayable(id, number, order);
        delete $.orders[id][number][order];
        bool bought = batch.included & (1 << order) != 0;
        uint256 amount = paid.amountIn;
        if (bought) {
            amount = paid.aForB
                ? FullMath.mulDiv(amount, batch.paidOutB, batch.paidInA)
                : FullMath.mulDiv(amount, batch.paidOutA, batch.paidInB);
        }
        emit OrderPaid(id, number, order, bought, uint128(amount));
        bool inA = paid.aForB != bought;
        _payOut(inA ? key.tokenA : key.tokenB, word, inA, paid.owner, amount, 0);
    }

    /// @dev What the orders that take part have paid in; an order that was taken back takes no part.
    function _paidIn(bytes32 id, uint256 number, uint256 orders, uint256 included)
        internal
        view
        returns (Sides memory sides)
    {
        for (uint256 i; i < orders; ++i) {
            if (included & (1 << i) == 0) continue;
            BatchOrder storage order = BatchStorage.load().orders[id][number][i];
            if (order.owner == address(0)) revert BatchOrderMisplaced(i);
            if (order.aForB) sides.paidInA += order.amountIn;
            else sides.paidInB += order.amountIn;
        }
        if (included >> orders != 0) revert BatchOrderMisplaced(orders);
    }

    /// @dev What is there to pay out once what is left over has been swapped.
    function _traded(Sides memory sides, bool aEnters, uint256 entered, uint256 left) internal pure {
        (sides.paidOutA, sides.paidOutB) =
            aEnters ? (sides.paidInA - entered, sides.paidInB + left) : (sides.paidInA + left, sides.paidInB - entered);
    }

    /// @dev Without a swap, the price must lie where none would pay: within the pool's fee around its price.
    function _requireFeeBand(bytes32 id, Pool storage pool, PoolWord word, Net net, Sides memory sides) internal view {
        if (net != Net.NONE) return;
        uint256 current = pool.price.sqrtPriceX96();
        uint256 middle = FullMath.mulDiv(current, current, FixedPoint96.Q96);
        uint256 low = FullMath.mulDiv(middle, MILLION - SwapEngine.feeOf(id, pool, word, true), MILLION);
        uint256 high = FullMath.mulDivRoundingUp(middle, MILLION, MILLION - SwapEngine.feeOf(id, pool, word, false));
        uint256 price = BatchPrices.ofSellersDown(sides.paidInA, sides.paidInB);
        if (price < low || price > high) revert BatchPriceNotUniform(price, middle);
    }

    /// @dev The two sides' prices agree; who takes part gets what it asks, and whom the price satisfies takes part.
    function _requireUniform(bytes32 id, uint256 number, uint256 orders, uint256 included, Sides memory sides)
        internal
        view
    {
        uint256 ofSellers = BatchPrices.ofSellersDown(sides.paidInA, sides.paidOutB);
        uint256 ofBuyers = BatchPrices.ofBuyersUp(sides.paidInB, sides.paidOutA);
        if (!BatchPrices.agree(ofSellers, ofBuyers)) revert BatchPriceNotUniform(ofSellers, ofBuyers);
        if (sides.paidInA == 0) ofSellers = ofBuyers;
        if (sides.paidInB == 0) ofBuyers = ofSellers;
        for (uint256 i; i < orders; ++i) {
            BatchOrder memory order = BatchStorage.load().orders[id][number][i];
            if (order.owner == address(0)) continue;
            uint256 price = order.aForB ? ofSellers : ofBuyers;
            bool takesPart = included & (1 << i) != 0;
            if (!takesPart) price = BatchPrices.lessMargin(order.aForB, price);
            if (BatchPrices.satisfies(order, price) != takesPart) revert BatchOrderMisplaced(i);
        }
    }
}
