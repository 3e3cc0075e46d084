// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { EarlyExit } from "../guards/EarlyExit.sol";
import { GuardHooks } from "../guards/GuardHooks.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair, Pairs } from "../storage/Pair.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionFlags } from "../storage/PositionFlags.sol";
import { PositionWord, PositionWords } from "../storage/PositionWord.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { PoolCore } from "./PoolCore.sol";

/// @title PositionCore
/// @notice What every call on a position shares: who may do it, and booking it. No units move here.
abstract contract PositionCore is PoolCore {
    /// @notice A position in its pool.
    /// @param id hash of the pool's key
    /// @param position name of the position
    /// @param word the pool's word
    struct Place {
        bytes32 id;
        bytes32 position;
        PoolWord word;
    }

    /// @dev The pool of a key and a position in it.
    function _place(PoolKey calldata key, bytes32 position)
        internal
        view
        returns (Pool storage pool, Place memory place)
    {
        place.position = position;
        (place.id, pool, place.word) = _find(key);
    }

    /// @notice Adds liquidity to a position, new or not; fees that it has earned become owed to it.
    /// @return amountA units of A that must enter, rounded up
    /// @return amountB units of B that must enter, rounded up
    function _enter(Pool storage pool, Place memory place, int24 tickLower, int24 tickUpper, uint128 liquidity)
        internal
        returns (uint256 amountA, uint256 amountB)
    {
        if (liquidity == 0) revert ILiquidityPositions.LiquidityZero();
        LiquidityEngine.requireRange(tickLower, tickUpper, place.word.tickSpacing());
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        bool young = false;
        if (place.word.has(PoolFlags.ENTRY_HOOKS)) {
            young = GuardHooks.entering(place.id, pool, place.word, place.position, held);
        }
        LiquidityEngine.Outcome memory outcome = LiquidityEngine.change(
            pool,
            place.word,
            LiquidityEngine.Change(tickLower, tickUpper, SafeCast.toInt128(int256(uint256(liquidity))))
        );
        (amountA, amountB) = (outcome.amountA, outcome.amountB);
        // What is owed has 128 bits, and whatever goes in must come out.
        if ((amountA | amountB) >> 128 != 0) revert Pairs.PairOutOfRange(amountA, amountB);
        if (held.pool() == 0) {
            held = PositionWords.create(tickLower, tickUpper, place.word.number());
            if (place.word.has(PoolFlags.PERMISSIONED)) held = held.withFlags(PositionFlags.PERMISSIONED);
            if (outcome.insideA != 0) record.insideA = outcome.insideA;
            if (outcome.insideB != 0) record.insideB = outcome.insideB;
        } else if (young) {
            EarlyExit.carryDown(record, held, outcome.insideA, outcome.insideB, held.liquidity() + liquidity);
        } else {
            (uint256 feesA, uint256 feesB) = _bringUpToDate(record, held, outcome);
            if (feesA | feesB != 0) record.owed = record.owed.plus(feesA, feesB);
        }
        record.word = held.withAddition(held.liquidity() + liquidity, block.timestamp);
        emit ILiquidityPositions.LiquidityAdded(
            place.id, place.position, msg.sender, tickLower, tickUpper, liquidity, amountA, amountB
        );
    }

    /// @notice Takes liquidity out of a position; nothing of it is owed to it any more. Of a young position's fees none
    /// is paid: see `EarlyExit`.
    /// @return amountA units of A that the liquidity is worth, rounded down
    /// @return amountB units of B that the liquidity is worth, rounded down
    /// @return due those, fees, and what was owed before
    function _leave(
        Pool storage pool,
        Place memory place,
        PositionRecord storage record,
        PositionWord held,
        uint128 liquidity
    ) internal returns (uint256 amountA, uint256 amountB, Pair due) {
        if (liquidity > held.liquidity()) {
            revert ILiquidityPositions.LiquidityMissing(place.position, held.liquidity(), liquidity);
        }
        LiquidityEngine.Outcome memory outcome = LiquidityEngine.change(
            pool,
            place.word,
            LiquidityEngine.Change(held.tickLower(), held.tickUpper(), -SafeCast.toInt128(int256(uint256(liquidity))))
        );
        (amountA, amountB) = (outcome.amountA, outcome.amountB);
        uint256 feesA = 0;
        uint256 feesB = 0;
        if (place.word.has(PoolFlags.EARLY_EXIT_PENALTY) && EarlyExit.isYoung(place.id, held)) {
            EarlyExit.depart(place.id, pool, place.position, record, held, outcome.insideA, outcome.insideB, liquidity);
        } else {
            (feesA, feesB) = _bringUpToDate(record, held, outcome);
        }
        if (liquidity != 0) {
            unchecked {
                record.word = held.withLiquidity(held.liquidity() - liquidity);
            }
        }
        emit ILiquidityPositions.LiquidityRemoved(place.id, place.position, liquidity, amountA, amountB);
        Pair owed = record.owed;
        due = owed.plus(amountA + feesA, amountB + feesB);
        if (Pair.unwrap(owed) != 0) record.owed = Pair.wrap(0);
    }

    /// @dev Pays out what a pool owes to a position.
    function _settle(PoolKey calldata key, Place memory place, address recipient, Pair due, uint256 options) internal {
        (uint256 amountA, uint256 amountB) = (due.a(), due.b());
        emit ILiquidityPositions.Collected(place.id, place.position, recipient, uint128(amountA), uint128(amountB));
        _payBoth(key, place.word, recipient, amountA, amountB, options);
    }

    /// @dev Fees since the last call; the record then stands at the growth of now.
    function _bringUpToDate(PositionRecord storage record, PositionWord held, LiquidityEngine.Outcome memory outcome)
        internal
        returns (uint256 feesA, uint256 feesB)
    {
        (uint256 lastA, uint256 lastB) = (record.insideA, record.insideB);
        feesA = LiquidityEngine.earnedDown(outcome.insideA, lastA, held.liquidity());
        feesB = LiquidityEngine.earnedDown(outcome.insideB, lastB, held.liquidity());
        if (outcome.insideA != lastA) record.insideA = outcome.insideA;
        if (outcome.insideB != lastB) record.insideB = outcome.insideB;
    }

    /// @dev Reverts unless the price is within the caller's bounds; a highest price of zero stands for none.
    function _requirePrice(Pool storage pool, uint160 low, uint160 high) internal view {
        if (high == 0) return;
        uint160 current = pool.price.sqrtPriceX96();
        if (current < low || current > high) revert ILiquidityPositions.PriceOutOfBounds(current, low, high);
    }

    /// @dev A token's owner and those it allows; of a position that is no token, its account alone.
    function _requireControl(Place memory place, PositionWord held) internal view {
        if (held.pool() != place.word.number()) revert ILiquidityPositions.PositionUnknown(place.position);
        if (_isToken(place.position)) {
            if (_mayUseToken(msg.sender, uint256(place.position))) return;
        } else if (PoolKeys.position(msg.sender, place.id, held.tickLower(), held.tickUpper()) == place.position) {
            return;
        }
        revert ILiquidityPositions.PositionNotAllowed(place.position, msg.sender);
    }

    /// @dev Whether a token exists and an account owns it or is allowed by its owner.
    function _mayUseToken(address account, uint256 tokenId) internal view virtual returns (bool);

    function _isToken(bytes32 position) internal pure returns (bool) {
        return uint256(position) <= type(uint64).max;
    }
}
