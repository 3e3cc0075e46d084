// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { Hop, ILiquidityTrading, SwapRequest } from "../../interfaces/ILiquidityTrading.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { SwapOptions } from "../SwapOptions.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolModes.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { Admission } from "./Admission.sol";
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
        if (word.has(PoolFlags.PERMISSIONED)) _admit(word, request.recipient);
        (amountIn, amountOut) =
            SwapEngine.swap(pool, word, SwapEngine.Order(id, aForB, specified, request.sqrtPriceLimitX96));
        _requireLimits(request, specified, amountIn, amountOut);
        _takeIn(aForB ? request.key.tokenA : request.key.tokenB, _checksInput(word, aForB), amountIn);
        _payOut(aForB ? request.key.tokenB : request.key.tokenA, request.recipient, amountOut, request.options);
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
        bool checked = false;
        for (uint256 i; i <= last; ++i) {
            Paths.requireConnected(hops, i);
            bool checks;
            uint256 entered;
            uint256 wanted = amountOut;
            (entered, amountOut, checks) = _hop(hops[i], SafeCast.toInt256(wanted), recipient);
            if (entered != wanted) revert PartialFill(wanted - entered);
            if (i == 0) checked = checks;
        }
        if (amountOut < amountOutMinimum) revert AmountLimitExceeded(amountOut, amountOutMinimum);
        _takeIn(Paths.input(hops[0]), checked, amountIn);
        _payOut(Paths.output(hops[last]), recipient, amountOut, options);
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
        bool checked = false;
        for (uint256 i = last + 1; i > 0;) {
            --i;
            Paths.requireConnected(hops, i);
            uint256 left;
            uint256 wanted = amountIn;
            (amountIn, left, checked) = _hop(hops[i], -SafeCast.toInt256(wanted), recipient);
            if (left != wanted) revert PartialFill(wanted - left);
        }
        if (amountIn > amountInMaximum) revert AmountLimitExceeded(amountIn, amountInMaximum);
        _takeIn(Paths.input(hops[0]), checked, amountIn);
        _payOut(Paths.output(hops[last]), recipient, amountOut, options);
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
        returns (uint256 amountIn, uint256 amountOut, bool checked)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(hop.key);
        if (word.has(PoolFlags.PERMISSIONED)) _admit(word, recipient);
        (amountIn, amountOut) = SwapEngine.swap(pool, word, SwapEngine.Order(id, hop.aForB, specified, hop.sqrtPriceLimitX96));
        checked = _checksInput(word, hop.aForB);
    }

    function _checksInput(PoolWord word, bool aForB) private pure returns (bool) {
        return word.has(aForB ? PoolFlags.CHECKED_A : PoolFlags.CHECKED_B);
    }

    function _admit(PoolWord word, address recipient) private view {
        Admission.requireAdmitted(word.number(), msg.sender);
        if (recipient != msg.sender) Admission.requireAdmitted(word.number(), recipient);
    }
}
