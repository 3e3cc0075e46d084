// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SqrtPriceMath } from "@uniswap/v4-core/src/libraries/SqrtPriceMath.sol";
import { TickBitmap } from "@uniswap/v4-core/src/libraries/TickBitmap.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";

/// @title Reserves
/// @notice What the liquidity of a whole pool is worth.
library Reserves {
    using TickBitmap for mapping(int16 => uint256);

    /// @dev Units of both tokens in all ranges, rounded down in each stretch between two ticks in use.
    function heldDown(Pool storage pool, PriceWord price, PoolWord word)
        internal
        view
        returns (uint256 amountA, uint256 amountB)
    {
        uint160 current = price.sqrtPriceX96();
        uint160 below = TickMath.MIN_SQRT_PRICE;
        int24 tick = TickMath.MIN_TICK - 1;
        int256 liquidity;
        while (tick < TickMath.MAX_TICK) {
            bool used;
            (tick, used) = pool.bitmap.nextInitializedTickWithinOneWord(tick, word.tickSpacing(), false);
            if (!used) continue;
            uint160 here = TickMath.getSqrtPriceAtTick(tick);
            if (liquidity != 0) {
                uint160 split = current < below ? below : current > here ? here : current;
                uint128 size = uint128(uint256(liquidity));
                if (split != here) amountA += SqrtPriceMath.getAmount0Delta(split, here, size, false);
                if (split != below) amountB += SqrtPriceMath.getAmount1Delta(below, split, size, false);
            }
            liquidity += pool.ticks[tick].net;
            below = here;
        }
    }
}
