// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolKey } from "./ILiquidityPoolOptimizer.sol";

/// @title Batches of the LiquidityPoolOptimizer
/// @notice A pool for thinly traded assets may trade in batches at one price. Orders of a batch pay in at once and wait
/// until its window closes, which opens with its first order. Then buyers and sellers are matched with each other and
/// what is left over is one swap with the pool; everybody's price is the one that this swap gets, fee included, so that
/// nobody gains by coming first or last. Without anything left over the price is what the two sides make, as long as
/// no swap with the pool would be better for either.
///
/// Who settles names the swap; the contract accepts it only where the two sides' prices agree to a millionth and every
/// order that the price satisfies takes part. Orders within a thousandth of the price may be left out, since with them
/// it might move past their own limit.
/// @custom:invariant LPO-20 a batch's orders that take part get one price, to a millionth, and never less than they ask
/// @custom:invariant LPO-21 what the contract holds beside its pools is never less than its orders can claim
/// @custom:invariant LPO-22 every order is paid once: with what it bought, or with what it paid in
interface ILiquidityBatches {
    /// @notice How a settled batch traded with the pool.
    enum Net {
        NONE,
        A_ENTERS,
        B_ENTERS
    }

    /// @notice A batch.
    /// @param closesAt first second in which it can be settled and takes no more orders
    /// @param orders how many it has
    /// @param settled whether it is settled
    /// @param included bit i is set where order i took part
    /// @param paidInA units of A that orders taking part have paid in
    /// @param paidInB the same of B
    /// @param paidOutA units of A that orders that paid in B share by what they paid in
    /// @param paidOutB units of B that orders that paid in A share
    struct Batch {
        uint40 closesAt;
        uint16 orders;
        bool settled;
        uint256 included;
        uint128 paidInA;
        uint128 paidInB;
        uint128 paidOutA;
        uint128 paidOutB;
    }

    /// @notice An order.
    /// @param owner who paid and is paid; zero once it is paid
    /// @param aForB whether it pays in A
    /// @param amountIn units that it paid in
    /// @param sqrtPriceLimitX96 square root of the worst price, B per A as Q64.96
    struct BatchOrder {
        address owner;
        bool aForB;
        uint128 amountIn;
        uint160 sqrtPriceLimitX96;
    }

    /// @notice A pool trades in batches from now on, or no longer (window 0).
    event BatchingSet(bytes32 indexed id, uint32 window);
    /// @notice An order waits.
    event OrderPlaced(
        bytes32 indexed id,
        uint256 indexed batch,
        uint256 indexed order,
        address owner,
        bool aForB,
        uint128 amountIn,
        uint160 sqrtPriceLimitX96,
        uint40 closesAt
    );
    /// @notice An order was taken back before its batch closed, or after nobody settled it.
    event OrderCancelled(bytes32 indexed id, uint256 indexed batch, uint256 indexed order);
    /// @notice A batch was settled; see `Batch`.
    event BatchSettled(
        bytes32 indexed id,
        uint256 indexed batch,
        uint256 included,
        uint128 paidInA,
        uint128 paidInB,
        uint128 paidOutA,
        uint128 paidOutB
    );
    /// @notice An order was paid: with what it bought, or, left out, with what it paid in.
    event OrderPaid(bytes32 indexed id, uint256 indexed batch, uint256 indexed order, bool bought, uint128 amount);

    /// @notice The pool trades in batches alone.
    error BatchOnly(bytes32 id);
    /// @notice The pool does not trade in batches.
    error BatchingOff(bytes32 id);
    /// @notice A window lasts from 1 second to 7 days.
    error BatchWindowOutOfRange(uint32 window);
    /// @notice The batch takes no more orders than that.
    error BatchFull(bytes32 id, uint256 batch);
    /// @notice The batch is not closed yet, is settled already, or does not exist.
    error BatchNotSettleable(bytes32 id, uint256 batch);
    /// @notice The order can be taken back only while its batch is open, or a day after nobody settled it.
    error OrderNotCancellable(bytes32 id, uint256 batch, uint256 order);
    /// @notice The order is unknown or paid, or its batch is not settled.
    error OrderNotPayable(bytes32 id, uint256 batch, uint256 order);
    /// @notice The order is somebody else's.
    error OrderNotYours(uint256 order, address caller);
    /// @notice An order that takes part would get a worse price than it asks, or one that gets it is left out.
    error BatchOrderMisplaced(uint256 order);
    /// @notice The two sides' prices, Q96, do not agree, or without a swap lie beyond what the pool would give.
    error BatchPriceNotUniform(uint256 priceOfSellers, uint256 priceOfBuyers);
    /// @notice Nothing takes part.
    error BatchEmpty();

    /// @notice Has a pool trade in batches alone.
    /// @param window seconds that a batch stays open after its first order, 1 to 604,800
    function startBatching(PoolKey calldata key, uint32 window) external;

    /// @notice Has a pool trade by single swaps again; batches under way are settled all the same.
    function stopBatching(PoolKey calldata key) external;

    /// @notice Places an order in the pool's open batch, or opens one.
    /// @param key the pool
    /// @param aForB whether the order pays in A
    /// @param amountIn units that it pays in now
    /// @param sqrtPriceLimitX96 square root of the worst price, B per A as Q64.96
    /// @param deadline last second in which the call may be mined
    /// @return batch number of the batch
    /// @return order number of the order in it
    function placeOrder(PoolKey calldata key, bool aForB, uint128 amountIn, uint160 sqrtPriceLimitX96, uint256 deadline)
        external
        returns (uint256 batch, uint256 order);

    /// @notice Takes an order back.
    function cancelOrder(PoolKey calldata key, uint256 batch, uint256 order) external;

    /// @notice Settles a closed batch; anybody may.
    /// @param key the pool
    /// @param batch number of the batch
    /// @param net which token enters the pool for what is left over
    /// @param amountIn units of it
    /// @param included bit i is set where order i takes part
    function settleBatch(PoolKey calldata key, uint256 batch, Net net, uint256 amountIn, uint256 included) external;

    /// @notice Pays an order of a settled batch to its owner; anybody may call.
    function payOrder(PoolKey calldata key, uint256 batch, uint256 order) external;

    /// @notice What `settleBatch` would accept for a closed batch at the pool's present price.
    /// @dev Searches: for reading from outside the chain.
    function previewBatch(PoolKey calldata key, uint256 batch)
        external
        view
        returns (Net net, uint256 amountIn, uint256 included);

    /// @notice A batch; empty where there is none.
    function batchOf(bytes32 id, uint256 batch) external view returns (Batch memory);

    /// @notice An order; empty where there is none.
    function orderOf(bytes32 id, uint256 batch, uint256 order) external view returns (BatchOrder memory);

    /// @notice The pool's window in seconds, 0 where it has none, and the number of its newest batch.
    function batchingOf(bytes32 id) external view returns (uint32 window, uint256 newest);
}
