// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolFeeState, PoolFeeStates } from "../../contracts/liquidity/fees/PoolFeeState.sol";

/// @notice For every word and every field: what is packed is read back, and a new move touches nothing else.
contract PoolFeeStateProof {
    function check_pack(uint24 second, int16 moved, uint256 variance, int8 lean, uint256 turnover) external pure {
        if (moved > 4095 || moved < -4096 || variance > 0x7fff || turnover > 0xfff) return;
        PoolFeeState state = PoolFeeStates.pack(second, moved, variance, lean, turnover);
        assert(state.time() == second);
        assert(state.moved() == moved);
        assert(state.variance() == (variance & 0x3ff) << (variance >> 10));
        assert(state.lean() == lean);
        assert(state.turnover() == (turnover & 0xff) << (turnover >> 8));
    }

    function check_moved(PoolFeeState state, int16 moved) external pure {
        if (moved > 4095 || moved < -4096) return;
        PoolFeeState changed = state.withMoved(moved);
        assert(changed.moved() == moved);
        assert((PoolFeeState.unwrap(changed) ^ PoolFeeState.unwrap(state)) & ~(uint72(0x1fff) << 24) == 0);
    }

    /// @dev Without dither a turnover is rounded down, by less than one part in 128, and saturates at 0xff << 15.
    function check_turnover_rounds_down(uint24 value) external pure {
        uint256 bits = PoolFeeStates.encode(value, 8, 15, 0);
        assert(bits <= 0xfff);
        uint256 decoded = PoolFeeStates.pack(0, 0, 0, 0, bits).turnover();
        assert(decoded <= value);
        assert(value > 0xff << 15 || value - decoded <= decoded >> 7);
    }
}
