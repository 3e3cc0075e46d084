// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityRanges, MoveRequest } from "../../interfaces/ILiquidityRanges.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PositionWord, PositionWords } from "../storage/PositionWord.sol";
import { StrategyStorage } from "../strategies/StrategyStorage.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { PositionControl } from "./PositionControl.sol";
import { RangeLiquidity } from "./RangeLiquidity.sol";

/// @title Ranges
/// @notice See `ILiquidityRanges`.
abstract contract Ranges is ILiquidityRanges, PositionControl {
    /// @inheritdoc ILiquidityRanges
    function changeRange(MoveRequest calldata request)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.PROVIDING)
        returns (uint128 liquidity, int256 changeA, int256 changeB)
    {
        _requireInTime(request.deadline);
        (Pool storage pool, Place memory place) = _place(request.key, request.position);
        _requirePrice(pool, request.sqrtPriceLowX96, request.sqrtPriceHighX96);
        _requireAdmitted(place.word, request.recipient);
        LiquidityEngine.requireRange(request.tickLower, request.tickUpper, place.word.tickSpacing());
        Pair due = _takeAll(pool, place);
        liquidity = request.liquidity;
        if (liquidity == 0) {
            uint160 current = pool.price.sqrtPriceX96();
            liquidity = RangeLiquidity.mostDown(current, request.tickLower, request.tickUpper, due.a(), due.b());
        }
        _rename(place, request.tickLower, request.tickUpper);
        (uint256 amountA, uint256 amountB) = _enter(pool, place, request.tickLower, request.tickUpper, liquidity);
        (changeA, changeB) = (int256(amountA) - int256(due.a()), int256(amountB) - int256(due.b()));
        if (
            changeA > 0 && uint256(changeA) > request.maxA || changeB > 0 && uint256(changeB) > request.maxB
                || _left(changeA) < request.minA || _left(changeB) < request.minB
        ) revert ILiquidityPositions.AmountsOutOfBounds(amountA, amountB);
        emit RangeChanged(place.id, request.position, place.position, changeA, changeB);
        _takeBoth(request.key, place.word, _entered(changeA), _entered(changeB));
        _payBoth(request.key, place.word, request.recipient, _left(changeA), _left(changeB), 0);
    }

    /// @inheritdoc ILiquidityRanges
    function compound(
        PoolKey calldata key,
        bytes32 position,
        uint128 leastLiquidity,
        uint160 sqrtPriceLowX96,
        uint160 sqrtPriceHighX96,
        uint256 deadline
    )
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.PROVIDING)
        returns (uint128 liquidity, uint256 amountA, uint256 amountB)
    {
        _requireInTime(deadline);
        (Pool storage pool, Place memory place) = _place(key, position);
        _requirePrice(pool, sqrtPriceLowX96, sqrtPriceHighX96);
        _requireControl(place, _layout().positions[position].word);
        return _compound(pool, place, leastLiquidity);
    }

    /// @inheritdoc ILiquidityRanges
    function close(uint256 tokenId) external nonReentrant {
        bytes32 position = bytes32(tokenId);
        if (!_isToken(position) || !_exists(tokenId)) revert ILiquidityPositions.PositionUnknown(position);
        if (!_isApprovedOrOwner(msg.sender, tokenId)) {
            revert ILiquidityPositions.PositionNotAllowed(position, msg.sender);
        }
        PositionRecord storage record = _layout().positions[position];
        if (record.word.liquidity() != 0 || Pair.unwrap(record.owed) != 0) revert PositionNotEmpty(position);
        if (StrategyStorage.loan(tokenId, true).shares | StrategyStorage.loan(tokenId, false).shares != 0) {
            revert PositionNotEmpty(position);
        }
        delete _layout().positions[position];
        _burn(tokenId);
    }

    function _compound(Pool storage pool, Place memory place, uint128 leastLiquidity)
        internal
        returns (uint128 liquidity, uint256 amountA, uint256 amountB)
    {
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        (,, Pair due) = _leave(pool, place, record, held, 0);
        liquidity =
            RangeLiquidity.mostDown(pool.price.sqrtPriceX96(), held.tickLower(), held.tickUpper(), due.a(), due.b());
        if (liquidity == 0 || liquidity < leastLiquidity) revert LiquidityTooSmall(liquidity, leastLiquidity);
        (amountA, amountB) = _enter(pool, place, held.tickLower(), held.tickUpper(), liquidity);
        due = due.minus(amountA, amountB);
        if (Pair.unwrap(due) != 0) record.owed = due;
        emit Compounded(place.id, place.position, amountA, amountB);
    }

    /// @dev Takes everything out of a position.
    function _takeAll(Pool storage pool, Place memory place) private returns (Pair due) {
        PositionRecord storage record = _layout().positions[place.position];
        PositionWord held = record.word;
        _requireControl(place, held);
        if (held.liquidity() == 0) revert ILiquidityPositions.LiquidityZero();
        (,, due) = _leave(pool, place, record, held, held.liquidity());
        place.word = pool.word;
    }

    /// @dev The position that the new range is entered in: a token's own, whose range is written again, or the one
    /// that the caller has there.
    function _rename(Place memory place, int24 tickLower, int24 tickUpper) private {
        if (!_isToken(place.position)) {
            place.position = PoolKeys.position(msg.sender, place.id, tickLower, tickUpper);
            return;
        }
        PositionRecord storage record = _layout().positions[place.position];
        record.word =
            PositionWords.create(tickLower, tickUpper, place.word.number()).withFlags(uint16(record.word.flags()));
    }

    function _entered(int256 change) private pure returns (uint256) {
        return change > 0 ? uint256(change) : 0;
    }

    function _left(int256 change) private pure returns (uint256) {
        return change < 0 ? uint256(-change) : 0;
    }
}
