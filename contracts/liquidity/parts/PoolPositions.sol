// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AddRequest, ILiquidityPositions, RemoveRequest } from "../../interfaces/ILiquidityPositions.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { PositionControl } from "./PositionControl.sol";

/// @title PoolPositions
/// @notice See `ILiquidityPositions`.
abstract contract PoolPositions is ILiquidityPositions, PositionControl {
    /// @inheritdoc ILiquidityPositions
    function add(AddRequest calldata request)
        external
        payable
        nonReentrant
        whenGroupActive(LiquidityGroups.PROVIDING)
        returns (uint256 amountA, uint256 amountB)
    {
        (Pool storage pool, Place memory place) = _place(request.key, 0);
        place.position = PoolKeys.position(msg.sender, place.id, request.tickLower, request.tickUpper);
        _requireAdmitted(place.word, msg.sender);
        return _add(request, pool, place);
    }

    /// @inheritdoc ILiquidityPositions
    function mint(AddRequest calldata request, address owner)
        external
        payable
        nonReentrant
        returns (uint256 tokenId, uint256 amountA, uint256 amountB)
    {
        uint192 counters = _requireGroupActive(LiquidityGroups.PROVIDING);
        unchecked {
            // The lower 64 bits count tokens, the next 24 pools.
            _setPauseCompanion(counters + 1);
            tokenId = uint64(counters) + 1;
        }
        (Pool storage pool, Place memory place) = _place(request.key, bytes32(tokenId));
        _requireAdmitted(place.word, owner);
        _mint(owner, tokenId);
        (amountA, amountB) = _add(request, pool, place);
    }

    /// @inheritdoc ILiquidityPositions
    function increase(AddRequest calldata request, uint256 tokenId)
        external
        payable
        nonReentrant
        whenGroupActive(LiquidityGroups.PROVIDING)
        returns (uint256 amountA, uint256 amountB)
    {
        bytes32 position = bytes32(tokenId);
        (Pool storage pool, Place memory place) = _place(request.key, position);
        PositionWord held = _layout().positions[position].word;
        if (!_isToken(position)) revert PositionUnknown(position);
        _requireControl(place, held);
        if (held.tickLower() != request.tickLower || held.tickUpper() != request.tickUpper) {
            revert RangeInvalid(request.tickLower, request.tickUpper);
        }
        _requireAdmitted(place.word, msg.sender);
        return _add(request, pool, place);
    }

    /// @inheritdoc ILiquidityPositions
    function remove(RemoveRequest calldata request) external nonReentrant returns (uint256 amountA, uint256 amountB) {
        _requireInTime(request.deadline);
        (Pool storage pool, Place memory place) = _place(request.key, request.position);
        PositionRecord storage record = _layout().positions[request.position];
        PositionWord held = record.word;
        _requireControl(place, held);
        _requirePrice(pool, request.sqrtPriceLowX96, request.sqrtPriceHighX96);
        if (request.liquidity == 0 && held.liquidity() == 0) revert LiquidityZero();
        Pair due;
        (amountA, amountB, due) = _leave(pool, place, record, held, request.liquidity);
        if (amountA < request.minA || amountB < request.minB) revert AmountsOutOfBounds(amountA, amountB);
        if (request.recipient == address(0)) {
            if (Pair.unwrap(due) != 0) record.owed = due;
            return (amountA, amountB);
        }
        _requireAdmitted(place.word, request.recipient);
        if (request.liquidity == held.liquidity()) {
            delete _layout().positions[request.position];
            emit PositionEnded(place.id, request.position);
        }
        _settle(request.key, place, request.recipient, due, request.options);
        return (due.a(), due.b());
    }

    /// @inheritdoc ILiquidityPositions
    function collect(PoolKey calldata key, bytes32 position, address recipient, uint128 maxA, uint128 maxB)
        external
        nonReentrant
        returns (uint128 amountA, uint128 amountB)
    {
        (, Place memory place) = _place(key, position);
        PositionRecord storage record = _layout().positions[position];
        _requireControl(place, record.word);
        _requireAdmitted(place.word, recipient);
        Pair owed = record.owed;
        amountA = uint128(owed.a() < maxA ? owed.a() : maxA);
        amountB = uint128(owed.b() < maxB ? owed.b() : maxB);
        record.owed = owed.minus(amountA, amountB);
        _settle(key, place, recipient, Pair.wrap(amountA | (uint256(amountB) << 128)), 0);
    }

    /// @inheritdoc ILiquidityPositions
    function positionOf(uint256 tokenId) external view returns (Position memory) {
        PositionWord word = _layout().positions[bytes32(tokenId)].word;
        if (tokenId > type(uint64).max || !_exists(tokenId)) {
            return Position(0, 0, 0, 0, address(0));
        }
        return Position({
            tokenId: tokenId,
            tickLower: word.tickLower(),
            tickUpper: word.tickUpper(),
            liquidity: word.liquidity(),
            owner: _ownerOf(tokenId)
        });
    }

    function _add(AddRequest calldata request, Pool storage pool, Place memory place)
        private
        returns (uint256 amountA, uint256 amountB)
    {
        _requireInTime(request.deadline);
        _requirePrice(pool, request.sqrtPriceLowX96, request.sqrtPriceHighX96);
        (amountA, amountB) = _enter(pool, place, request.tickLower, request.tickUpper, request.liquidity);
        if (amountA > request.maxA || amountB > request.maxB) revert AmountsOutOfBounds(amountA, amountB);
        _takeBoth(request.key, place.word, amountA, amountB);
    }
}
