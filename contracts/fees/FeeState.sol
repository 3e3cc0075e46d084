// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeState
/// @notice What every charge must know of the whole contract; shares a storage word with the paused groups, so that
/// asking for the pause reads it too (`GroupPauseState`).
/// @dev From the lowest bit: average base fee 56 (wei), its last sample 40 (Unix time), version in force 16, version
/// that waits 16, from when 40 (Unix time), epoch 23, plugged 1.
///
/// A line remembers the epoch in which its collector was seen to hold the role PRODUCT. Each revocation begins a new
/// epoch, so what lines remember is void at once and the next charge of each looks again. Epoch 0 remembers nothing.
type FeeState is uint192;

using FeeStates for FeeState global;

/// @title FeeStates
/// @notice Reading and changing of `FeeState` words; nothing here touches storage.
library FeeStates {
    uint256 private constant AVERAGE_MASK = (1 << 56) - 1;
    uint256 private constant SAMPLED_AT_SHIFT = 56;
    uint256 private constant CURRENT_SHIFT = 96;
    uint256 private constant WAITING_SHIFT = 112;
    uint256 private constant EFFECTIVE_AT_SHIFT = 128;
    uint256 private constant EPOCH_SHIFT = 168;
    uint256 private constant EPOCH_MASK = (1 << 23) - 1;
    uint256 private constant PLUGGED_SHIFT = 191;

    uint256 private constant VERSIONS_MASK = ((1 << 72) - 1) << CURRENT_SHIFT;

    /// @notice Highest base fee that an average can hold, wei.
    uint256 internal constant MAX_BASE_FEE = AVERAGE_MASK;

    /// @notice Average base fee, wei; zero when it was never sampled.
    function average(FeeState state) internal pure returns (uint256) {
        return FeeState.unwrap(state) & AVERAGE_MASK;
    }

    /// @notice When the average was last sampled, Unix time.
    function sampledAt(FeeState state) internal pure returns (uint256) {
        return uint40(FeeState.unwrap(state) >> SAMPLED_AT_SHIFT);
    }

    /// @notice Version of the schedules that holds at a time.
    function versionAt(FeeState state, uint256 time) internal pure returns (uint256 version) {
        uint256 waits = waiting(state);
        uint256 from = effectiveAt(state);
        version = uint16(FeeState.unwrap(state) >> CURRENT_SHIFT);
        assembly ("memory-safe") {
            version := xor(version, mul(xor(version, waits), and(gt(waits, 0), iszero(lt(time, from)))))
        }
    }

    /// @notice Version that was last published and may still wait; zero when there is none.
    function waiting(FeeState state) internal pure returns (uint256) {
        return uint16(FeeState.unwrap(state) >> WAITING_SHIFT);
    }

    /// @notice From when the version that waits holds, Unix time.
    function effectiveAt(FeeState state) internal pure returns (uint256) {
        return uint40(FeeState.unwrap(state) >> EFFECTIVE_AT_SHIFT);
    }

    /// @notice Which epoch of the role PRODUCT this is.
    function epoch(FeeState state) internal pure returns (uint256) {
        return (FeeState.unwrap(state) >> EPOCH_SHIFT) & EPOCH_MASK;
    }

    /// @notice Whether congestion is read from a source of its own.
    function plugged(FeeState state) internal pure returns (bool) {
        return FeeState.unwrap(state) >> PLUGGED_SHIFT != 0;
    }

    /// @notice The state with another average.
    function withAverage(FeeState state, uint256 average_, uint256 time) internal pure returns (FeeState) {
        uint256 word = FeeState.unwrap(state);
        uint256 rest = word >> CURRENT_SHIFT << CURRENT_SHIFT;
        return FeeState.wrap(uint192(rest | average_ | (uint256(uint40(time)) << SAMPLED_AT_SHIFT)));
    }

    /// @notice The state with other versions; the last two are zero when none waits.
    function withVersions(FeeState state, uint256 current, uint256 waits, uint256 from)
        internal
        pure
        returns (FeeState)
    {
        uint256 rest = FeeState.unwrap(state) & ~VERSIONS_MASK;
        return FeeState.wrap(
            uint192(rest | (current << CURRENT_SHIFT) | (waits << WAITING_SHIFT) | (from << EFFECTIVE_AT_SHIFT))
        );
    }

    /// @notice The state in its next epoch; after the last one, for ever in epoch 0.
    function nextEpoch(FeeState state) internal pure returns (FeeState) {
        uint256 word = FeeState.unwrap(state);
        uint256 next = epoch(state) == 0 ? 0 : (epoch(state) + 1) & EPOCH_MASK;
        return FeeState.wrap(uint192((word & ~(EPOCH_MASK << EPOCH_SHIFT)) | (next << EPOCH_SHIFT)));
    }

    /// @notice The state of a new contract, in epoch 1.
    function first() internal pure returns (FeeState) {
        return FeeState.wrap(uint192(1 << EPOCH_SHIFT));
    }

    /// @notice The state with or without a source of its own.
    function withPlugged(FeeState state, bool on) internal pure returns (FeeState) {
        uint256 rest = FeeState.unwrap(state) & ~(uint256(1) << PLUGGED_SHIFT);
        return FeeState.wrap(uint192(on ? rest | (1 << PLUGGED_SHIFT) : rest));
    }
}
