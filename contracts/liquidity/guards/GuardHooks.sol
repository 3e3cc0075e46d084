// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";

/// @title GuardHooks
/// @notice What the guards that are switched on in a pool do around its calls; never called where none is.
library GuardHooks {
    /// @dev Before a swap: may revert, or raise the fee.
    /// @param feePips fee without guards
    /// @return the fee, in millionths of the input
    function beforeSwap(bytes32 id, Pool storage pool, PriceWord price, PoolWord word, bool aForB, uint24 feePips)
        internal
        returns (uint24)
    {
        id;
        pool;
        price;
        word;
        aForB;
        return feePips;
    }

    /// @dev After a swap's state is written and before units move: what leaves may be made less, or what enters more;
    /// the difference stays with the pool's providers.
    /// @param amountA change of the pool's units of A
    /// @param amountB change of the pool's units of B
    function afterSwap(
        bytes32 id,
        Pool storage pool,
        PriceWord before,
        PriceWord afterwards,
        bool aForB,
        int256 amountA,
        int256 amountB
    ) internal returns (int256, int256) {
        id;
        pool;
        before;
        afterwards;
        aForB;
        return (amountA, amountB);
    }

    /// @dev Before liquidity leaves: fees of the position that it forfeits, which go to those in range.
    /// @param feesA fees in A that have accrued since the last call
    /// @param feesB the same in B
    /// @return forfeitA units of A that the position loses
    /// @return forfeitB units of B that the position loses
    function beforeRemove(
        bytes32 id,
        Pool storage pool,
        PoolWord word,
        bytes32 position,
        PositionWord held,
        uint256 feesA,
        uint256 feesB
    ) internal returns (uint256 forfeitA, uint256 forfeitB) {
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
