// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityGuards } from "../../interfaces/ILiquidityGuards.sol";
import { LiquidityEngine } from "../parts/LiquidityEngine.sol";
import { SwapStep } from "../parts/SwapStep.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { GuardStorage } from "./GuardStorage.sol";

/// @title EarlyExit
/// @notice Liquidity that leaves young loses the fees that it earned since it came to those who stay.
/// @dev A young position's fees stay where growth of fees counts them and never become owed: then neither collecting
/// nor adding nor touching it frees them, and a part that leaves takes nothing of the rest's.
library EarlyExit {
    /// @dev Whether a position was added to less than the pool's period ago.
    function isYoung(bytes32 id, PositionWord held) internal view returns (bool) {
        return block.timestamp - held.addedAt() < GuardStorage.load().pools[id].settings.youth();
    }

    /// @notice Remembers how much liquidity of others is in range while a position is added to.
    /// An addition to a young position does not make it less.
    /// @param word the pool's word before the addition
    /// @param held the position before it
    /// @return young whether the position is young
    function noteCompany(bytes32 id, Pool storage pool, PoolWord word, bytes32 position, PositionWord held)
        internal
        returns (bool young)
    {
        young = isYoung(id, held);
        uint256 others = _others(pool, word, held, held.liquidity());
        if (!young || others > GuardStorage.load().beside[position]) GuardStorage.load().beside[position] = others;
    }

    /// @notice Keeps a young position's fees in growth while it is added to, rounded down.
    /// @param insideA growth of fees in A inside its range
    /// @param insideB the same of B
    /// @param liquidity what the position has afterwards
    function carryDown(
        PositionRecord storage record,
        PositionWord held,
        uint256 insideA,
        uint256 insideB,
        uint128 liquidity
    ) internal {
        (uint256 feesA, uint256 feesB) = _earned(record, insideA, insideB, held.liquidity());
        unchecked {
            record.insideA = insideA - SwapStep.growthDown(feesA, liquidity);
            record.insideB = insideB - SwapStep.growthDown(feesB, liquidity);
        }
    }

    /// @dev What a part of a young position loses by leaving; what the rest has earned stays with it.
    function lostUp(
        PositionRecord storage record,
        PositionWord held,
        uint256 insideA,
        uint256 insideB,
        uint128 liquidity
    ) internal view returns (uint256 lostA, uint256 lostB) {
        (lostA, lostB) = _earned(record, insideA, insideB, held.liquidity());
        unchecked {
            (uint256 keptA, uint256 keptB) = _earned(record, insideA, insideB, held.liquidity() - liquidity);
            return (lostA - keptA, lostB - keptB);
        }
    }

    /// @dev A part of a young position leaves: see `lostUp` and `_give`.
    function depart(
        bytes32 id,
        Pool storage pool,
        bytes32 position,
        PositionRecord storage record,
        PositionWord held,
        uint256 insideA,
        uint256 insideB,
        uint128 liquidity
    ) internal {
        (uint256 lostA, uint256 lostB) = lostUp(record, held, insideA, insideB, liquidity);
        if (lostA | lostB == 0) return;
        _give(id, pool, position, held.withLiquidity(held.liquidity() - liquidity), lostA, lostB);
    }

    /// @notice Gives what was lost to the providers in range; to the protocol where they are fewer than half of
    /// those that
    /// were there when the liquidity came, so that nobody carries the price to where it gives to itself.
    /// @param left the position's word after the exit
    function _give(bytes32 id, Pool storage pool, bytes32 position, PositionWord left, uint256 lostA, uint256 lostB)
        private
    {
        PoolWord word = pool.word;
        uint256 others = _others(pool, word, left, left.liquidity());
        bool shared = others != 0 && others >= GuardStorage.load().beside[position] / 2;
        if (shared) {
            unchecked {
                if (lostA != 0) pool.feeGrowthA += SwapStep.growthDown(lostA, word.liquidity());
                if (lostB != 0) pool.feeGrowthB += SwapStep.growthDown(lostB, word.liquidity());
            }
        } else {
            pool.protocolFees = pool.protocolFees.plus(lostA, lostB);
        }
        emit ILiquidityGuards.FeesForfeited(id, position, lostA, lostB, shared);
    }

    /// @dev Liquidity in range without the position's own.
    function _others(Pool storage pool, PoolWord word, PositionWord held, uint128 own) private view returns (uint256) {
        int24 tick = pool.price.tick();
        bool inRange = tick >= held.tickLower() && tick < held.tickUpper();
        return word.liquidity() - (inRange ? own : 0);
    }

    function _earned(PositionRecord storage record, uint256 insideA, uint256 insideB, uint128 liquidity)
        private
        view
        returns (uint256, uint256)
    {
        return (
            LiquidityEngine.earnedDown(insideA, record.insideA, liquidity),
            LiquidityEngine.earnedDown(insideB, record.insideB, liquidity)
        );
    }
}
