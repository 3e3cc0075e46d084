// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";
import { Hop, ILiquidityTrading, SwapRequest } from "../../interfaces/ILiquidityTrading.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { SwapOptions } from "../SwapOptions.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { Paths } from "./Paths.sol";
import { PoolCore } from "./PoolCore.sol";
import { SwapEngine } from "./SwapEngine.sol";

/// @title Trading
/// @notice See `ILiquidityTrading`.
abstract contract Trading is ILiquidityTrading, PoolCore {
    /// @inheritdoc ILiquidityTrading
    function swap(SwapRequest calldata request)
        external
        payable
        nonReentrant
        whenGroupActive(LiquidityGroups.SWAPPING)
        returns (uint256 amountIn, uint256 amountOut)
    {
        _requireInTime(request.deadline);
        bool aForB = request.aForB;
        int256 specified = request.amountSpecified;
        (bytes32 id, Pool storage pool, PoolWord word) = _find(request.key);
        if (word.has(PoolFlags.BATCH_ONLY)) revert ILiquidityBatches.BatchOnly(id);
        _admit(word, request.recipient);
        (amountIn, amountOut) =
            SwapEngine.swap(pool, word, SwapEngine.Order(id, aForB, specified, request.sqrtPriceLimitX96));
        _requireLimits(request, specified, amountIn, amountOut);
        (address tokenIn, address tokenOut) =
            aForB ? (request.key.tokenA, request.key.tokenB) : (request.key.tokenB, request.key.tokenA);
        _takeIn(tokenIn, word, aForB, amountIn);
        _payOut(tokenOut, word, !aForB, request.recipient, amountOut, request.options);
    }

    /// @inheritdoc ILiquidityTrading
    function swapPathExactIn(
        Hop[] calldata hops,
        uint256 amountIn,
        uint256 amountOutMinimum,
        address recipient,
        uint256 deadline,
        uint256 options
    ) external payable nonReentrant whenGroupActive(LiquidityGroups.SWAPPING) returns (uint256 amountOut) {
        _requireInTime(deadline);
        uint256 last = Paths.lastHop(hops);
        amountOut = amountIn;
        PoolWord word = PoolWord.wrap(0);
        PoolWord first = word;
        for (uint256 i; i <= last; ++i) {
            Paths.requireConnected(hops, i);
            uint256 entered;
            uint256 wanted = amountOut;
            (entered, amountOut, word) = _hop(hops[i], SafeCast.toInt256(wanted), recipient);
            if (entered != wanted) revert PartialFill(wanted - entered);
            if (i == 0) first = word;
        }
        if (amountOut < amountOutMinimum) revert AmountLimitExceeded(amountOut, amountOutMinimum);
        _takeIn(Paths.input(hops[0]), first, hops[0].aForB, amountIn);
        _payOut(Paths.output(hops[last]), word, !hops[last].aForB, recipient, amountOut, options);
    }

    /// @inheritdoc ILiquidityTrading
    function swapPathExactOut(
        Hop[] calldata hops,
        uint256 amountOut,
        uint256 amountInMaximum,
        address recipient,
        uint256 deadline,
        uint256 options
    ) external payable nonReentrant whenGroupActive(LiquidityGroups.SWAPPING) returns (uint256 amountIn) {
        _requireInTime(deadline);
        uint256 last = Paths.lastHop(hops);
        amountIn = amountOut;
        PoolWord word = PoolWord.wrap(0);
        PoolWord final_ = word;
        for (uint256 i = last + 1; i > 0;) {
            --i;
            Paths.requireConnected(hops, i);
            uint256 left;
            uint256 wanted = amountIn;
            (amountIn, left, word) = _hop(hops[i], -SafeCast.toInt256(wanted), recipient);
            if (left != wanted) revert PartialFill(wanted - left);
            if (i == last) final_ = word;
        }
        if (amountIn > amountInMaximum) revert AmountLimitExceeded(amountIn, amountInMaximum);
        _takeIn(Paths.input(hops[0]), word, hops[0].aForB, amountIn);
        _payOut(Paths.output(hops[last]), final_, !hops[last].aForB, recipient, amountOut, options);
    }

    function _requireLimits(SwapRequest calldata request, int256 specified, uint256 amountIn, uint256 amountOut)
        private
        pure
    {
        unchecked {
            bool exactIn = specified > 0;
            uint256 left = exactIn ? uint256(specified) - amountIn : uint256(-specified) - amountOut;
            if (left != 0 && request.options & SwapOptions.PARTIAL == 0) revert PartialFill(left);
            if (exactIn) {
                if (amountOut < request.amountLimit) revert AmountLimitExceeded(amountOut, request.amountLimit);
            } else if (amountIn > request.amountLimit) {
                revert AmountLimitExceeded(amountIn, request.amountLimit);
            }
        }
    }

    function _hop(Hop calldata hop, int256 specified, address recipient)
        private
        returns (uint256 amountIn, uint256 amountOut, PoolWord word)
    {
        bytes32 id;
        Pool storage pool;
        (id, pool, word) = _find(hop.key);
        if (word.has(PoolFlags.BATCH_ONLY)) revert ILiquidityBatches.BatchOnly(id);
        _admit(word, recipient);
        (amountIn, amountOut) =
            SwapEngine.swap(pool, word, SwapEngine.Order(id, hop.aForB, specified, hop.sqrtPriceLimitX96));
    }

    function _admit(PoolWord word, address recipient) private view {
        if (!word.has(PoolFlags.PERMISSIONED)) return;
        _requireAdmitted(word, msg.sender);
        if (recipient != msg.sender) _requireAdmitted(word, recipient);
    }
}
