// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeTransferLib } from "solady/utils/SafeTransferLib.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { LiquidityStorage, Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolModes.sol";
import { PoolWord } from "../storage/PoolWord.sol";

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
        pool = _layout().pools[id];
        word = pool.word;
        if (!word.exists()) revert ILiquidityPoolOptimizer.PoolUnknown(id);
    }

    function _requireInTime(uint256 deadline) internal view {
        if (block.timestamp > deadline) revert ILiquidityTrading.DeadlinePassed(deadline, block.timestamp);
    }

    /// @dev Takes exactly an amount of a token from the caller.
    function _pull(address token, bool checked, uint256 amount) internal {
        uint256 before = checked ? SafeTransferLib.balanceOf(token, address(this)) : 0;
        SafeTransferLib.safeTransferFrom(token, msg.sender, address(this), amount);
        if (!checked) return;
        uint256 received = SafeTransferLib.balanceOf(token, address(this)) - before;
        if (received != amount) revert ILiquidityTrading.ReceiptNotExact(token, amount, received);
    }

    /// @dev Takes both tokens of a pool from the caller.
    function _pullBoth(PoolKey calldata key, PoolWord word, uint256 amountA, uint256 amountB) internal {
        if (amountA != 0) _pull(key.tokenA, word.has(PoolFlags.CHECKED_A), amountA);
        if (amountB != 0) _pull(key.tokenB, word.has(PoolFlags.CHECKED_B), amountB);
    }

    /// @dev Pays both tokens of a pool.
    function _pushBoth(PoolKey calldata key, address recipient, uint256 amountA, uint256 amountB) internal {
        if (amountA != 0) SafeTransferLib.safeTransfer(key.tokenA, recipient, amountA);
        if (amountB != 0) SafeTransferLib.safeTransfer(key.tokenB, recipient, amountB);
    }
}
