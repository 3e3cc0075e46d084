// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { AddRequest, ILiquidityPositions, RemoveRequest } from "../../interfaces/ILiquidityPositions.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { LiquidityGroups } from "../LiquidityGroups.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { GuardHooks } from "../guards/GuardHooks.sol";
import { LiquidityStorage, Pool, PositionRecord } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PoolFlags } from "../storage/PoolModes.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord, PositionWords } from "../storage/PositionWord.sol";
import { Admission } from "./Admission.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { PoolCore } from "./PoolCore.sol";

/// @title Positions
/// @notice See `ILiquidityPositions`.
abstract contract Positions is ILiquidityPositions, PoolCore {
    /// @dev ERC-721's event, which the positions' extension declares for the whole address.
    event Transfer(address indexed from, address indexed to, uint256 indexed tokenId);

    /// @inheritdoc ILiquidityPositions
    function add(AddRequest calldata request)
        external
        nonReentrant
        whenGroupActive(LiquidityGroups.PROVIDING)
        returns (uint256 amountA, uint256 amountB)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(request.key);
        bytes32 position = PoolKeys.position(msg.sender, id, request.tickLower, request.tickUpper);
        if (word.has(PoolFlags.PERMISSIONED)) Admission.requireAdmitted(id, msg.sender);
        return _add(request, id, pool, word, position);
    }

    /// @inheritdoc ILiquidityPositions
    function mint(AddRequest calldata request, address owner)
        external
        nonReentrant
        returns (uint256 tokenId, uint256 amountA, uint256 amountB)
    {
        uint192 counters = _requireGroupActive(LiquidityGroups.PROVIDING);
        (bytes32 id, Pool storage pool, PoolWord word) = _find(request.key);
        if (word.has(PoolFlags.PERMISSIONED)) Admission.requireAdmitted(id, owner);
        unchecked {
            // The lower 64 bits count tokens, the next 24 pools.
            _setPauseCompanion(counters + 1);
            tokenId = uint64(counters) + 1;
            ++_layout().balances[owner];
        }
        if (owner == address(0)) revert PositionNotAllowed(bytes32(tokenId), owner);
        _layout().owners[tokenId] = owner;
        emit Transfer(address(0), owner, tokenId);
        (amountA, amountB) = _add(request, id, pool, word, bytes32(tokenId));
    }

    /// @inheritdoc ILiquidityPositions
    function remove(RemoveRequest calldata request)
        external
        nonReentrant
        returns (uint256 amountA, uint256 amountB)
    {
        _requireInTime(request.deadline);
        (bytes32 id, Pool storage pool, PoolWord word) = _find(request.key);
        PositionRecord storage record = _layout().positions[request.position];
        PositionWord held = record.word;
        _requireControl(request.position, id, word, held);
        if (word.has(PoolFlags.PERMISSIONED) && request.recipient != address(0)) {
            Admission.requireAdmitted(id, request.recipient);
        }
        if (request.liquidity > held.liquidity() || (request.liquidity == 0 && held.liquidity() == 0)) {
            revert LiquidityMissing(request.position, held.liquidity(), request.liquidity);
        }
        LiquidityEngine.Outcome memory outcome = LiquidityEngine.change(
            pool,
            word,
            LiquidityEngine.Change(held.tickLower(), held.tickUpper(), -SafeCast.toInt128(int256(uint256(request.liquidity))))
        );
        (amountA, amountB) = (outcome.amountA, outcome.amountB);
        if (amountA < request.minA || amountB < request.minB) revert AmountsOutOfBounds(amountA, amountB);
        (uint256 feesA, uint256 feesB) = _bringUpToDate(record, held, outcome);
        if (word.has(PoolFlags.EARLY_EXIT_PENALTY)) {
            (uint256 lostA, uint256 lostB) = GuardHooks.beforeRemove(id, pool, word, request.position, held, feesA, feesB);
            (feesA, feesB) = (feesA - lostA, feesB - lostB);
        }
        if (request.liquidity != 0) {
            unchecked {
                record.word = held.withLiquidity(held.liquidity() - request.liquidity);
            }
        }
        emit LiquidityRemoved(id, request.position, request.liquidity, amountA, amountB);
        Pair owed = record.owed;
        Pair due = _owedPlus(owed, amountA + feesA, amountB + feesB);
        if (request.recipient == address(0)) {
            if (Pair.unwrap(due) != Pair.unwrap(owed)) record.owed = due;
            return (amountA, amountB);
        }
        if (Pair.unwrap(owed) != 0) record.owed = Pair.wrap(0);
        (amountA, amountB) = (due.a(), due.b());
        _payOut(request.key, id, pool, request.position, request.recipient, amountA, amountB);
    }

    /// @inheritdoc ILiquidityPositions
    function collect(PoolKey calldata key, bytes32 position, address recipient, uint128 maxA, uint128 maxB)
        external
        nonReentrant
        returns (uint128 amountA, uint128 amountB)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        PositionRecord storage record = _layout().positions[position];
        _requireControl(position, id, word, record.word);
        if (word.has(PoolFlags.PERMISSIONED)) Admission.requireAdmitted(id, recipient);
        Pair owed = record.owed;
        amountA = uint128(owed.a() < maxA ? owed.a() : maxA);
        amountB = uint128(owed.b() < maxB ? owed.b() : maxB);
        record.owed = owed.minus(amountA, amountB);
        _payOut(key, id, pool, position, recipient, amountA, amountB);
    }

    function _payOut(
        PoolKey calldata key,
        bytes32 id,
        Pool storage pool,
        bytes32 position,
        address recipient,
        uint256 amountA,
        uint256 amountB
    ) private {
        pool.reserves = pool.reserves.minus(amountA, amountB);
        emit Collected(id, position, recipient, uint128(amountA), uint128(amountB));
        _pushBoth(key, recipient, amountA, amountB);
    }

    function _add(AddRequest calldata request, bytes32 id, Pool storage pool, PoolWord word, bytes32 position)
        private
        returns (uint256 amountA, uint256 amountB)
    {
        _requireInTime(request.deadline);
        if (request.liquidity == 0) revert LiquidityZero();
        LiquidityEngine.requireRange(request.tickLower, request.tickUpper, word.tickSpacing());
        PositionRecord storage record = _layout().positions[position];
        PositionWord held = record.word;
        LiquidityEngine.Outcome memory outcome = LiquidityEngine.change(
            pool,
            word,
            LiquidityEngine.Change(
                request.tickLower, request.tickUpper, SafeCast.toInt128(int256(uint256(request.liquidity)))
            )
        );
        (amountA, amountB) = (outcome.amountA, outcome.amountB);
        if (amountA > request.maxA || amountB > request.maxB) revert AmountsOutOfBounds(amountA, amountB);
        if (held.pool() == 0) {
            held = PositionWords.create(request.tickLower, request.tickUpper, word.number());
            if (outcome.insideA != 0) record.insideA = outcome.insideA;
            if (outcome.insideB != 0) record.insideB = outcome.insideB;
        } else {
            (uint256 feesA, uint256 feesB) = _bringUpToDate(record, held, outcome);
            if (feesA | feesB != 0) record.owed = _owedPlus(record.owed, feesA, feesB);
        }
        record.word = held.withAddition(held.liquidity() + request.liquidity, block.timestamp);
        emit LiquidityAdded(
            id,
            position,
            msg.sender,
            request.tickLower,
            request.tickUpper,
            request.liquidity,
            amountA,
            amountB
        );
        _pullBoth(request.key, word, amountA, amountB);
    }

    /// @dev Fees since the last call; the record then stands at the growth of now.
    function _bringUpToDate(PositionRecord storage record, PositionWord held, LiquidityEngine.Outcome memory outcome)
        private
        returns (uint256 feesA, uint256 feesB)
    {
        (uint256 lastA, uint256 lastB) = (record.insideA, record.insideB);
        feesA = LiquidityEngine.earnedDown(outcome.insideA, lastA, held.liquidity());
        feesB = LiquidityEngine.earnedDown(outcome.insideB, lastB, held.liquidity());
        if (outcome.insideA != lastA) record.insideA = outcome.insideA;
        if (outcome.insideB != lastB) record.insideB = outcome.insideB;
    }

    /// @dev What is owed wraps at 2^128, as in Uniswap v3: nobody can be owed more than a pool ever held.
    function _owedPlus(Pair owed, uint256 amountA, uint256 amountB) private pure returns (Pair) {
        unchecked {
            return Pair.wrap(
                uint256(uint128(owed.a() + amountA)) | (uint256(uint128(owed.b() + amountB)) << 128)
            );
        }
    }

    /// @dev A token's owner and those it allows; of a position that is no token, its account alone.
    function _requireControl(bytes32 position, bytes32 id, PoolWord word, PositionWord held) private view {
        if (held.pool() != word.number()) revert PositionUnknown(position);
        if (uint256(position) > type(uint64).max) {
            if (PoolKeys.position(msg.sender, id, held.tickLower(), held.tickUpper()) == position) return;
        } else {
            LiquidityStorage.Layout storage $ = _layout();
            uint256 tokenId = uint256(position);
            address owner = $.owners[tokenId];
            if (msg.sender == owner || $.approvals[tokenId] == msg.sender || $.operators[owner][msg.sender]) return;
        }
        revert PositionNotAllowed(position, msg.sender);
    }
}
