// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageBatch } from "../../interfaces/IBrokerageBatch.sol";
import { BatchState } from "../BatchState.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { Assessment } from "./Assessment.sol";
import { AccountDesk } from "./AccountDesk.sol";

/// @title BatchDesk
/// @notice See `IBrokerageBatch`.
/// @dev A batch holds no guard itself: each call takes and leaves its own, and nothing foreign runs between two calls.
/// While one does, as in a token's callback, the guard keeps everything else out, and another batch too.
abstract contract BatchDesk is IBrokerageBatch, AccountDesk {
    /// @inheritdoc IBrokerageBatch
    function batch(uint256 account, bytes[] calldata calls) external returns (bytes[] memory results) {
        if (calls.length == 0) revert BatchEmpty();
        _opened(account);
        BatchState.begin(account);
        results = new bytes[](calls.length);
        for (uint256 i; i < calls.length; ++i) {
            results[i] = _run(calls[i]);
        }
        uint256 owed = BatchState.end();
        AccountSets sets = _opened(account);
        if (owed & (BatchState.RISK | BatchState.RAISE) != 0 && !sets.isFree()) {
            bool raises = owed & BatchState.RAISE != 0;
            Assessment memory nothing;
            _requireInitial(account, sets, _terms(), nothing, raises);
            if (!raises && owed & BatchState.RELIEF != 0) _refreshExposure(account, sets);
        } else if (owed != 0) {
            _refreshExposure(account, sets);
        }
    }

    /// @dev Runs a call as the caller's own; what it reverts with takes the whole batch back.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    function _run(bytes calldata call) private returns (bytes memory result) {
        bool success;
        (success, result) = address(this).delegatecall(call);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
    }
}
