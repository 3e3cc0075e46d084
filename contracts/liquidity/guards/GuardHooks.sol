// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";

/// @title GuardHooks
/// @notice What the guards that are switched on in a pool do around its calls; never called where none is.
library GuardHooks {
    /// @notice Before a swap: may revert, or raise the fee. Quotes call it too.
    /// @param feePips fee without guards
    /// @return the fee, in millionths of the input
    function feeBefore(bytes32 id, Pool storage pool, PriceWord price, PoolWord word, bool aForB, uint24 feePips)
        internal
        pure
        returns (uint24)
    {
        id;
        pool;
        price;
        word;
        aForB;
        return feePips;
    }

    /// @notice What enters and leaves once the guards have had their say: what enters may become more, or what leaves
    /// less; the difference goes to the providers in range. Quotes call it too.
    /// @param before the pool before the swap
    /// @param afterwards the pool after it
    function bounded(
        bytes32 id,
        PriceWord before,
        PriceWord afterwards,
        PoolWord word,
        bool aForB,
        bool exactIn,
        uint256 amountIn,
        uint256 amountOut
    ) internal pure returns (uint256, uint256) {
        id;
        before;
        afterwards;
        word;
        aForB;
        exactIn;
        return (amountIn, amountOut);
    }

    /// @dev Remembers what later calls of the block need; the pool itself is written by the caller.
    function record(bytes32 id, PriceWord before, PoolWord word) internal pure {
        id;
        before;
        word;
    }

    /// @notice Before liquidity leaves: fees of the position that it forfeits, which go to those who stay.
    /// @param feesA fees in A that have accrued since the last call
    /// @param feesB the same in B
    /// @return forfeitA units of A that the position loses
    /// @return forfeitB units of B that the position loses
    function forfeit(
        bytes32 id,
        Pool storage pool,
        PoolWord word,
        bytes32 position,
        PositionWord held,
        uint256 feesA,
        uint256 feesB
    ) internal pure returns (uint256 forfeitA, uint256 forfeitB) {
        id;
        pool;
        word;
        position;
        held;
        feesA;
        feesB;
        return (0, 0);
    }
}
