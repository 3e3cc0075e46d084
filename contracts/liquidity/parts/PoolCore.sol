// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";
import { IWrappedNative } from "../IWrappedNative.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { SwapOptions } from "../SwapOptions.sol";
import { LiquidityStorage, Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { Admission } from "./Admission.sol";

/// @title PoolCore
/// @notice What every call on a pool shares: finding it, taking and paying units.
abstract contract PoolCore is ReentrancyGuardTransient, GroupPauseState {
    using PoolKeys for PoolKey;

    function _layout() internal pure returns (LiquidityStorage.Layout storage) {
        return LiquidityStorage.load();
    }

    /// @dev The pool of a key, its id and its word; reverts when there is none.
    function _find(PoolKey calldata key) internal view returns (bytes32 id, Pool storage pool, PoolWord word) {
        id = key.id();
        (pool, word) = _existing(id);
    }

    /// @dev The pool of an id and its word; reverts when there is none.
    function _existing(bytes32 id) internal view returns (Pool storage pool, PoolWord word) {
        pool = _layout().pools[id];
        word = pool.word;
        if (!word.exists()) revert ILiquidityPoolOptimizer.PoolUnknown(id);
    }

    /// @dev A position's record and word; reverts unless it is in the pool.
    function _heldIn(PoolWord word, bytes32 position)
        internal
        view
        returns (PositionRecord storage record, PositionWord held)
    {
        record = _layout().positions[position];
        held = record.word;
        if (held.pool() != word.number()) revert ILiquidityPositions.PositionUnknown(position);
    }

    function _requireInTime(uint256 deadline) internal view {
        if (block.timestamp > deadline) revert ILiquidityTrading.DeadlinePassed(deadline, block.timestamp);
    }

    /// @dev Takes what enters of one token: by allowance, or out of the call's value, whose rest goes back.
    function _takeIn(address token, PoolWord word, bool ofA, uint256 amount) internal {
        if (msg.value != 0) _takeValue(token, amount);
        else _pull(token, word, ofA, amount);
    }

    /// @dev Takes both tokens of a pool from the caller; the call's value pays for the wrapped native coin.
    function _takeBoth(PoolKey calldata key, PoolWord word, uint256 amountA, uint256 amountB) internal {
        bool valueOfA = false;
        bool valueOfB = false;
        if (msg.value != 0) {
            valueOfA = key.tokenA == _layout().wrappedNative;
            valueOfB = !valueOfA;
        }
        if (valueOfA) _takeValue(key.tokenA, amountA);
        else if (amountA != 0) _pull(key.tokenA, word, true, amountA);
        if (valueOfB) _takeValue(key.tokenB, amountB);
        else if (amountB != 0) _pull(key.tokenB, word, false, amountB);
    }

    /// @dev Pays one token, unwrapped if asked for.
    function _payOut(address token, PoolWord word, bool ofA, address recipient, uint256 amount, uint256 options)
        internal
    {
        if (options & SwapOptions.NATIVE_OUT == 0) {
            if (word.has(PoolFlags.PERMISSIONED)) Admission.name(word.number(), ofA);
            return SafeTransferLib.safeTransfer(token, recipient, amount);
        }
        if (token != _layout().wrappedNative) revert ILiquidityTrading.NativeCoinMismatch(token, 0);
        IWrappedNative(token).withdraw(amount);
        SafeTransferLib.safeTransferETH(recipient, amount);
    }

    /// @dev Pays both tokens of a pool; with the option, whichever is the wrapped native coin is unwrapped.
    function _payBoth(
        PoolKey calldata key,
        PoolWord word,
        address recipient,
        uint256 amountA,
        uint256 amountB,
        uint256 options
    ) internal {
        (uint256 optionsA, uint256 optionsB) = (0, 0);
        if (options & SwapOptions.NATIVE_OUT != 0) {
            if (key.tokenA == _layout().wrappedNative) optionsA = options;
            else optionsB = options;
        }
        if (amountA != 0) _payOut(key.tokenA, word, true, recipient, amountA, optionsA);
        if (amountB != 0) _payOut(key.tokenB, word, false, recipient, amountB, optionsB);
    }

    /// @dev Reverts unless a pool for verified holders admits the account.
    function _requireAdmitted(PoolWord word, address account) internal view {
        if (word.has(PoolFlags.PERMISSIONED)) Admission.requireAdmitted(word.number(), account);
    }

    function _takeValue(address token, uint256 amount) private {
        if (token != _layout().wrappedNative || msg.value < amount) {
            revert ILiquidityTrading.NativeCoinMismatch(token, msg.value);
        }
        if (amount != 0) IWrappedNative(token).deposit{ value: amount }();
        if (msg.value != amount) SafeTransferLib.safeTransferETH(msg.sender, msg.value - amount);
    }

    function _pull(address token, PoolWord word, bool ofA, uint256 amount) private {
        bool permissioned = word.has(PoolFlags.PERMISSIONED);
        if (permissioned) Admission.name(word.number(), ofA);
        bool checked = word.has(ofA ? PoolFlags.CHECKED_A : PoolFlags.CHECKED_B);
        uint256 before = checked ? SafeTransferLib.balanceOf(token, address(this)) : 0;
        SafeTransferLib.safeTransferFrom(token, msg.sender, address(this), amount);
        if (checked) {
            uint256 received = SafeTransferLib.balanceOf(token, address(this)) - before;
            if (received != amount) revert ILiquidityTrading.ReceiptNotExact(token, amount, received);
        }
        if (permissioned) Admission.requireFree(word.number(), ofA, msg.sender, amount);
    }
}
