// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { SwapEngine } from "../parts/SwapEngine.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { BatchPrices } from "./BatchPrices.sol";
import { Batches } from "./Batches.sol";
import { BatchStorage, Batching } from "./BatchStorage.sol";

/// @title BatchViews
/// @notice Views of `ILiquidityBatches`, and the search for what settles a batch.
abstract contract BatchViews is Batches {
    /// @inheritdoc ILiquidityBatches
    function batchOf(bytes32 id, uint256 batch) external view returns (Batch memory) {
        return BatchStorage.load().batches[id][batch];
    }

    /// @inheritdoc ILiquidityBatches
    function orderOf(bytes32 id, uint256 batch, uint256 order) external view returns (BatchOrder memory) {
        return BatchStorage.load().orders[id][batch][order];
    }

    /// @inheritdoc ILiquidityBatches
    function batchingOf(bytes32 id) external view returns (uint32 window, uint256 newest) {
        Batching storage batching = BatchStorage.load().batching[id];
        return (batching.window, batching.newest);
    }

    /// @inheritdoc ILiquidityBatches
    /// @dev All orders first; then, round by round, of each side the order that asks most is left out as long as it
    /// does not get it.
    function previewBatch(PoolKey calldata key, uint256 number)
        external
        view
        returns (Net net, uint256 amountIn, uint256 included)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        uint256 orders = BatchStorage.load().batches[id][number].orders;
        for (uint256 i; i < orders; ++i) {
            if (BatchStorage.load().orders[id][number][i].owner != address(0)) included |= 1 << i;
        }
        while (included != 0) {
            Sides memory sides = _paidIn(id, number, orders, included);
            (net, amountIn) = _leftOver(id, pool, word, sides);
            uint256 leaves = _greediest(id, number, orders, included, sides);
            if (leaves == 0) return (net, amountIn, included);
            included &= ~leaves;
        }
        return (Net.NONE, 0, 0);
    }

    /// @dev What must be swapped for the two sides' prices to agree; fills in what is paid out.
    function _leftOver(bytes32 id, Pool storage pool, PoolWord word, Sides memory sides)
        private
        view
        returns (Net net, uint256 amountIn)
    {
        (net, amountIn) = (Net.A_ENTERS, _search(id, pool, word, sides, true));
        if (amountIn == 0) (net, amountIn) = (Net.B_ENTERS, _search(id, pool, word, sides, false));
        if (amountIn == 0) {
            (sides.paidOutA, sides.paidOutB) = (sides.paidInA, sides.paidInB);
            return (Net.NONE, 0);
        }
        _traded(sides, net == Net.A_ENTERS, amountIn, _swapped(id, pool, word, net == Net.A_ENTERS, amountIn));
    }

    /// @dev The most that may enter before the side that brings it would get a worse price than the other pays, found
    /// by halving; 0 where nothing may.
    function _search(bytes32 id, Pool storage pool, PoolWord word, Sides memory sides, bool aEnters)
        private
        view
        returns (uint256 low)
    {
        (uint256 own, uint256 others) = aEnters ? (sides.paidInA, sides.paidInB) : (sides.paidInB, sides.paidInA);
        if (others == 0) return own;
        uint256 high = own;
        while (high > low) {
            uint256 middle = low + (high - low + 1) / 2;
            uint256 left = _swapped(id, pool, word, aEnters, middle);
            // The swap's price is at least that of the match as long as the others get no more than their share.
            if (left != 0 && (own - middle) * left >= others * middle) low = middle;
            else high = middle - 1;
        }
    }

    function _swapped(bytes32 id, Pool storage pool, PoolWord word, bool aEnters, uint256 amountIn)
        private
        view
        returns (uint256)
    {
        (SwapEngine.Result memory result,) =
            SwapEngine.quote(pool, word, SwapEngine.Order(id, aEnters, int256(amountIn), 0));
        return result.amountIn == amountIn ? result.amountOut : 0;
    }

    /// @dev Of each side, the order with the hardest limit if the price does not satisfy it, as bits.
    function _greediest(bytes32 id, uint256 number, uint256 orders, uint256 included, Sides memory sides)
        private
        view
        returns (uint256 leaves)
    {
        uint256 ofSellers = BatchPrices.ofSellersDown(sides.paidInA, sides.paidOutB);
        uint256 ofBuyers = BatchPrices.ofBuyersUp(sides.paidInB, sides.paidOutA);
        uint256 seller = 0;
        uint256 buyer = 0;
        uint256 highest = 0;
        uint256 lowest = type(uint256).max;
        for (uint256 i; i < orders; ++i) {
            if (included & (1 << i) == 0) continue;
            BatchOrder memory order = BatchStorage.load().orders[id][number][i];
            if (BatchPrices.satisfies(order, order.aForB ? ofSellers : ofBuyers)) continue;
            uint256 limit = order.sqrtPriceLimitX96;
            if (order.aForB && limit > highest) (seller, highest) = (1 << i, limit);
            else if (!order.aForB && limit < lowest) (buyer, lowest) = (1 << i, limit);
        }
        return seller | buyer;
    }
}
