// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { Hop, ILiquidityTrading, SwapRequest } from "../../interfaces/ILiquidityTrading.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { SwapOptions } from "../SwapOptions.sol";
import { IWrappedNative } from "../IWrappedNative.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolModes.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { Admission } from "./Admission.sol";
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
        if (word.has(PoolFlags.PERMISSIONED)) _admit(id, request.recipient);
        (amountIn, amountOut) =
            SwapEngine.swap(pool, word, SwapEngine.Order(id, aForB, specified, request.sqrtPriceLimitX96));
        if (specified > 0) {
            if (amountOut < request.amountLimit) revert AmountLimitExceeded(amountOut, request.amountLimit);
            if (amountIn != uint256(specified) && request.options & SwapOptions.PARTIAL == 0) {
                revert PartialFill(uint256(specified) - amountIn);
            }
        } else {
            if (amountIn > request.amountLimit) revert AmountLimitExceeded(amountIn, request.amountLimit);
            if (amountOut != uint256(-specified) && request.options & SwapOptions.PARTIAL == 0) {
                revert PartialFill(uint256(-specified) - amountOut);
            }
        }
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
        uint256 last = _lastHop(hops);
        amountOut = amountIn;
        bool checked = false;
        for (uint256 i; i <= last; ++i) {
            _requireConnected(hops, i);
            bool checks;
            uint256 entered;
            uint256 wanted = amountOut;
            (entered, amountOut, checks) = _hop(hops[i], SafeCast.toInt256(wanted), recipient);
            if (entered != wanted) revert PartialFill(wanted - entered);
            if (i == 0) checked = checks;
        }
        if (amountOut < amountOutMinimum) revert AmountLimitExceeded(amountOut, amountOutMinimum);
        _takeIn(_input(hops[0]), checked, amountIn);
        _payOut(_output(hops[last]), recipient, amountOut, options);
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
        uint256 last = _lastHop(hops);
        amountIn = amountOut;
        bool checked = false;
        for (uint256 i = last + 1; i > 0;) {
            --i;
            _requireConnected(hops, i);
            uint256 left;
            uint256 wanted = amountIn;
            (amountIn, left, checked) = _hop(hops[i], -SafeCast.toInt256(wanted), recipient);
            if (left != wanted) revert PartialFill(wanted - left);
        }
        if (amountIn > amountInMaximum) revert AmountLimitExceeded(amountIn, amountInMaximum);
        _takeIn(_input(hops[0]), checked, amountIn);
        _payOut(_output(hops[last]), recipient, amountOut, options);
    }

    function _hop(Hop calldata hop, int256 specified, address recipient)
        private
        returns (uint256 amountIn, uint256 amountOut, bool checked)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(hop.key);
        if (word.has(PoolFlags.PERMISSIONED)) _admit(id, recipient);
        (amountIn, amountOut) = SwapEngine.swap(pool, word, SwapEngine.Order(id, hop.aForB, specified, 0));
        checked = _checksInput(word, hop.aForB);
    }

    function _lastHop(Hop[] calldata hops) private pure returns (uint256) {
        if (hops.length == 0) revert PathBroken(0);
        unchecked {
            return hops.length - 1;
        }
    }

    function _requireConnected(Hop[] calldata hops, uint256 i) private pure {
        if (i != 0 && _output(hops[i - 1]) != _input(hops[i])) revert PathBroken(i);
    }

    function _input(Hop calldata hop) private pure returns (address) {
        return hop.aForB ? hop.key.tokenA : hop.key.tokenB;
    }

    function _output(Hop calldata hop) private pure returns (address) {
        return hop.aForB ? hop.key.tokenB : hop.key.tokenA;
    }

    function _checksInput(PoolWord word, bool aForB) private pure returns (bool) {
        return word.has(aForB ? PoolFlags.CHECKED_A : PoolFlags.CHECKED_B);
    }

    function _admit(bytes32 id, address recipient) private view {
        Admission.requireAdmitted(id, msg.sender);
        if (recipient != msg.sender) Admission.requireAdmitted(id, recipient);
    }

    /// @dev Takes what enters: by allowance, or out of the call's value, which must then be just that.
    function _takeIn(address token, bool checked, uint256 amount) private {
        if (msg.value == 0) return _pull(token, checked, amount);
        if (token != _layout().wrappedNative || msg.value != amount) revert NativeCoinMismatch(token, msg.value);
        IWrappedNative(token).deposit{ value: amount }();
    }

    function _payOut(address token, address recipient, uint256 amount, uint256 options) private {
        if (options & SwapOptions.NATIVE_OUT == 0) return SafeTransferLib.safeTransfer(token, recipient, amount);
        if (token != _layout().wrappedNative) revert NativeCoinMismatch(token, 0);
        IWrappedNative(token).withdraw(amount);
        SafeTransferLib.safeTransferETH(recipient, amount);
    }
}
