// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Time-weighted prices of the LiquidityPoolOptimizer's pools
/// @notice From when anybody first asks for it, a pool remembers the sum of its ticks times seconds, at most one entry
/// a second, in a ring that anybody may grow. Answers are those of a Uniswap v3 pool that was made in that second;
/// seconds are counted modulo 2^32, as there. A pool that nobody asked spares its traders a slot.
/// @custom:invariant LPO-09 an oracle's answers of the past never change while the ring reaches back to them
interface ILiquidityOracle {
    /// @notice More entries of the ring will be kept.
    /// @param id hash of the pool's key
    /// @param before entries asked for until now
    /// @param afterwards entries asked for from now on
    event ObservationsGrown(bytes32 indexed id, uint16 before, uint16 afterwards);

    /// @notice Nobody has asked the pool to keep observations: `growObservations` does.
    error ObservationsNotKept(bytes32 id);
    /// @notice The ring does not reach so far back.
    error ObservationTooOld(uint32 oldest, uint32 asked);
    /// @notice A mean over no time.
    error WindowZero();

    /// @notice Asks for a ring of at least so many entries; fewer than there are changes nothing. The first call starts
    /// the oracle. The caller pays for the new entries' slots.
    /// @param id hash of the pool's key
    /// @param wanted entries
    function growObservations(bytes32 id, uint16 wanted) external;

    /// @notice Sums as of so many seconds ago each.
    /// @param id hash of the pool's key
    /// @param secondsAgos seconds before now; later than the newest entry counts as if nothing had happened since
    /// @return tickCumulatives tick times seconds
    /// @return secondsPerLiquidityX128 seconds over liquidity in range, Q128 modulo 2^160
    function observe(bytes32 id, uint32[] calldata secondsAgos)
        external
        view
        returns (int56[] memory tickCumulatives, uint160[] memory secondsPerLiquidityX128);

    /// @notice Mean tick of the last seconds, rounded down.
    /// @param id hash of the pool's key
    /// @param window seconds; reverts beyond the ring
    function meanTick(bytes32 id, uint32 window) external view returns (int24);

    /// @notice An entry of the ring.
    /// @param id hash of the pool's key
    /// @param index place in the ring
    /// @return second modulo 2^32; 1 for a place that was grown and not written yet
    /// @return tickCumulative tick times seconds
    /// @return secondsPerLiquidityX128 seconds over liquidity in range
    /// @return written whether it was ever written
    function observationAt(bytes32 id, uint256 index)
        external
        view
        returns (uint32 second, int56 tickCumulative, uint160 secondsPerLiquidityX128, bool written);
}
