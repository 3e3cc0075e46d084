// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeState, FeeStates } from "../../contracts/fees/FeeState.sol";

/// @notice For every word: what is written is read back, and no neighbour changes.
contract FeeStateProof {
    uint256 private constant AVERAGE = (1 << 96) - 1;
    uint256 private constant VERSIONS = ((1 << 72) - 1) << 96;
    uint256 private constant EPOCH = ((1 << 23) - 1) << 168;
    uint256 private constant PLUGGED = 1 << 191;

    function check_average(FeeState state, uint56 average, uint40 time) external pure {
        FeeState changed = state.withAverage(average, time);
        assert(changed.average() == average);
        assert(changed.sampledAt() == time);
        assert(_touched(state, changed) & ~AVERAGE == 0);
    }

    function check_versions(FeeState state, uint16 current, uint16 waits, uint40 from, uint256 time) external pure {
        FeeState changed = state.withVersions(current, waits, from);
        assert(changed.versionAt(time) == (waits > 0 && time >= from ? waits : current));
        assert(changed.waiting() == waits);
        assert(changed.effectiveAt() == from);
        assert(_touched(state, changed) & ~VERSIONS == 0);
    }

    function check_epoch(FeeState state) external pure {
        FeeState changed = state.nextEpoch();
        uint256 before = state.epoch();
        assert(changed.epoch() == (before == 0 || before == (1 << 23) - 1 ? 0 : before + 1));
        assert(_touched(state, changed) & ~EPOCH == 0);
    }

    function check_plugged(FeeState state, bool on) external pure {
        FeeState changed = state.withPlugged(on);
        assert(changed.plugged() == on);
        assert(_touched(state, changed) & ~PLUGGED == 0);
    }

    function _touched(FeeState a, FeeState b) private pure returns (uint256) {
        return uint256(FeeState.unwrap(a) ^ FeeState.unwrap(b));
    }
}
