// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { LiquidityMath } from "@uniswap/v4-core/src/libraries/LiquidityMath.sol";
import { TickBitmap } from "@uniswap/v4-core/src/libraries/TickBitmap.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { SwapStep } from "../parts/SwapStep.sol";
import { Pool, Tick } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";
import { SandwichGuard } from "./SandwichGuard.sol";

/// @title HeldBack
/// @notice Gives what the sandwich guard held back to the providers on the swap's way, each what it gave too much.
/// @dev Given to those in range at one end of the way alone, all of it could be caught by liquidity that is put there
/// for the occasion.
library HeldBack {
    using TickBitmap for mapping(int16 => uint256);

    uint256 private constant MILLION = 1e6;

    /// @notice A swap on its way back.
    /// @param aForB whether A enters
    /// @param ofA whether what was held back is A
    /// @param opening square root of the block's opening price
    /// @param end square root of the price where the swap ends
    /// @param endTick its tick
    /// @param feePips the swap's fee, in millionths of the input
    /// @param amount units held back
    struct Way {
        bool aForB;
        bool ofA;
        uint160 opening;
        uint160 end;
        int24 endTick;
        uint24 feePips;
        uint256 amount;
    }

    /// @notice Follows a swap's way after it has crossed its ticks, and books in them what has grown behind each.
    /// @param price price before the swap
    /// @param word the pool's word before it
    /// @return grown growth of fees in the token that was held back, all the way, Q128
    function share(Pool storage pool, PriceWord price, PoolWord word, Way memory way) internal returns (uint256 grown) {
        uint160 current = price.sqrtPriceX96();
        int24 tick = price.tick();
        uint128 liquidity = word.liquidity();
        while (true) {
            (int24 next, bool initialized) =
                pool.bitmap.nextInitializedTickWithinOneWord(tick, word.tickSpacing(), way.aForB);
            bool crosses = way.aForB ? next > way.endTick : next <= way.endTick;
            uint160 reached = crosses ? TickMath.getSqrtPriceAtTick(next) : way.end;
            unchecked {
                grown += _stretch(way, current, reached, liquidity, !crosses);
            }
            if (!crosses) return grown;
            if (initialized) {
                Tick storage crossed = pool.ticks[next];
                unchecked {
                    if (way.ofA) crossed.feeGrowthOutsideA += grown;
                    else crossed.feeGrowthOutsideB += grown;
                }
                int128 net = crossed.net;
                liquidity = LiquidityMath.addDelta(liquidity, way.aForB ? -net : net);
            }
            tick = way.aForB ? next - 1 : next;
            current = reached;
        }
    }

    /// @dev Growth of a stretch of constant liquidity, rounded down: what it gave beyond the opening price. The last
    /// stretch before that price takes what roundings left over.
    function _stretch(Way memory way, uint160 current, uint160 reached, uint128 liquidity, bool last)
        private
        pure
        returns (uint256)
    {
        if (liquidity == 0 || way.amount == 0) return 0;
        if (way.aForB ? current <= way.opening : current >= way.opening) return 0;
        if (way.aForB ? reached <= way.opening : reached >= way.opening) (reached, last) = (way.opening, true);
        uint256 given = way.amount;
        if (!last) {
            (uint256 more, uint256 less) = SandwichGuard.heldBackUp(
                way.opening,
                way.aForB,
                way.ofA != way.aForB,
                0,
                SwapStep.inputUp(way.aForB, current, reached, liquidity),
                SwapStep.outputDown(way.aForB, current, reached, liquidity)
            );
            // Without the fee on either side; what enters on top pays it, too.
            if (more != 0) less = FullMath.mulDivRoundingUp(more, MILLION, MILLION - way.feePips);
            if (less < given) given = less;
        }
        unchecked {
            way.amount -= given;
        }
        return SwapStep.growthDown(given, liquidity);
    }
}
