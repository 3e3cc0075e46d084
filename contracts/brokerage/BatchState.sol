// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TransientSlot } from "@openzeppelin/contracts/utils/TransientSlot.sol";
import { IBrokerageBatch } from "../interfaces/IBrokerageBatch.sol";
import { IPrimeBrokerage } from "../interfaces/IPrimeBrokerage.sol";

/// @title BatchState
/// @notice The batch that runs in this transaction and the guard against re-entry, in one word of transient storage:
/// account 168 bits, what is to be checked at the batch's end 3 bits above, the guard 1 bit above that. One word, so
/// that every operation reads both at once.
library BatchState {
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.Uint256Slot;

    /// @notice Exposure may have fallen.
    uint256 internal constant RELIEF = 1 << 168;
    /// @notice Collateral was taken away.
    uint256 internal constant RISK = 1 << 169;
    /// @notice Exposure was raised.
    uint256 internal constant RAISE = 1 << 170;

    uint256 private constant ENTERED = 1 << 171;
    uint256 private constant ACCOUNT = (1 << 168) - 1;
    // The first bytes of keccak256("quantera.transient.BrokerageBatch"): transient storage has no neighbour to be kept
    // away from, and a short place costs less to name.
    bytes32 private constant SLOT = bytes32(uint256(0x0be7aef8));

    /// @dev Begins a batch; reverts when one runs, and from within an operation.
    function begin(uint256 account) internal {
        uint256 word = _load();
        _requireOutside(word);
        if (word != 0) revert IBrokerageBatch.BatchRunning(word & ACCOUNT);
        _store(account);
    }

    /// @dev Ends it. Returns what is to be checked.
    function end() internal returns (uint256 owed) {
        owed = _load() & ~ACCOUNT;
        _store(0);
    }

    function isRunning() internal view returns (bool) {
        return _load() & ACCOUNT != 0;
    }

    /// @dev Has the end of the batch check something.
    function owe(uint256 checks) internal {
        _store(_load() | checks);
    }

    /// @dev Reverts in a batch.
    function requireNone() internal view {
        uint256 account = _load() & ACCOUNT;
        if (account != 0) revert IBrokerageBatch.BatchRunning(account);
    }

    /// @dev Begins an operation; reverts from within another one. Returns the word as it was.
    function enter() internal returns (uint256 word) {
        word = _load();
        if (word != 0) _requireOutside(word);
        _store(word | ENTERED);
    }

    /// @dev The same of an operation with an account; reverts in a batch for another one.
    function enterOn(uint256 account) internal returns (uint256 word) {
        word = _load();
        if (word != 0) _requireSame(word, account);
        _store(word | ENTERED);
    }

    /// @dev Ends an operation that found the word so; what a batch is to check has come to it since.
    function release(uint256 word) internal {
        _store(word == 0 ? 0 : _load() & ~ENTERED);
    }

    function _requireSame(uint256 word, uint256 account) private pure {
        _requireOutside(word);
        if (word & ACCOUNT != account) revert IBrokerageBatch.BatchOfOther(word & ACCOUNT, account);
    }

    function _requireOutside(uint256 word) private pure {
        if (word & ENTERED != 0) revert IPrimeBrokerage.ReentrancyGuardReentrantCall();
    }

    function _load() private view returns (uint256) {
        return SLOT.asUint256().tload();
    }

    function _store(uint256 word) private {
        SLOT.asUint256().tstore(word);
    }
}
