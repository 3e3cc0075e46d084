// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TransientSlot } from "@openzeppelin/contracts/utils/TransientSlot.sol";
import { IBrokerageBatch } from "../interfaces/IBrokerageBatch.sol";

/// @title BatchState
/// @notice The batch that runs in this transaction, in one word of transient storage: account 168 bits, what is to be
/// checked at its end 3 bits above.
library BatchState {
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.Uint256Slot;

    /// @notice Exposure may have fallen.
    uint256 internal constant RELIEF = 1 << 168;
    /// @notice Collateral was taken away.
    uint256 internal constant RISK = 1 << 169;
    /// @notice Exposure was raised.
    uint256 internal constant RAISE = 1 << 170;

    uint256 private constant ACCOUNT = (1 << 168) - 1;
    // keccak256("quantera.transient.BrokerageBatch")
    bytes32 private constant SLOT = 0x0be7aef8b1e2f348f080099c51af901a9552af5bebcea2bf6679df2126ef661e;

    /// @dev Begins a batch; reverts when one runs.
    function begin(uint256 account) internal {
        requireNone();
        _store(account);
    }

    /// @dev Ends it. Returns what is to be checked.
    function end() internal returns (uint256 owed) {
        owed = _load() & ~ACCOUNT;
        _store(0);
    }

    function isRunning() internal view returns (bool) {
        return _load() != 0;
    }

    /// @dev Has the end of the batch check something.
    function owe(uint256 checks) internal {
        _store(_load() | checks);
    }

    /// @dev Reverts in a batch.
    function requireNone() internal view {
        uint256 word = _load();
        if (word != 0) revert IBrokerageBatch.BatchRunning(word & ACCOUNT);
    }

    /// @dev Reverts in a batch for another account.
    function requireNotOther(uint256 account) internal view {
        uint256 word = _load();
        if (word != 0 && word & ACCOUNT != account) revert IBrokerageBatch.BatchOfOther(word & ACCOUNT, account);
    }

    function _load() private view returns (uint256) {
        return SLOT.asUint256().tload();
    }

    function _store(uint256 word) private {
        SLOT.asUint256().tstore(word);
    }
}
