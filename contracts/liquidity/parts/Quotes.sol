// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityQuotes } from "../../interfaces/ILiquidityQuotes.sol";
import { Hop, ILiquidityTrading } from "../../interfaces/ILiquidityTrading.sol";
import { PoolKeys } from "../PoolKeys.sol";
import { Pool } from "../storage/LiquidityStorage.sol";
import { PoolFlags } from "../storage/PoolFlags.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { LiquidityEngine } from "./LiquidityEngine.sol";
import { Paths } from "./Paths.sol";
import { PoolCore } from "./PoolCore.sol";
import { RangeLiquidity } from "./RangeLiquidity.sol";
import { SwapEngine } from "./SwapEngine.sol";

/// @title Quotes
/// @notice See `ILiquidityQuotes`.
abstract contract Quotes is ILiquidityQuotes, PoolCore {
    using PoolKeys for PoolKey;

    /// @inheritdoc ILiquidityQuotes
    function quoteSwap(PoolKey calldata key, bool aForB, int256 amountSpecified, uint160 sqrtPriceLimitX96)
        external
        view
        returns (uint256 amountIn, uint256 amountOut, uint160 sqrtPriceX96, uint24 feePips)
    {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        if (word.has(PoolFlags.BATCH_ONLY)) revert ILiquidityBatches.BatchOnly(id);
        (SwapEngine.Result memory result, SwapEngine.Course memory course) =
            SwapEngine.quote(pool, word, SwapEngine.Order(id, aForB, amountSpecified, sqrtPriceLimitX96));
        return (result.amountIn, result.amountOut, course.sqrtPriceX96, result.feePips);
    }

    /// @inheritdoc ILiquidityQuotes
    function quotePathExactIn(Hop[] calldata hops, uint256 amountIn) external view returns (uint256 amountOut) {
        uint256 last = Paths.lastHop(hops);
        amountOut = amountIn;
        for (uint256 i; i <= last; ++i) {
            _requireNew(hops, i);
            SwapEngine.Result memory result = _quote(hops[i], SafeCast.toInt256(amountOut));
            if (result.amountIn != amountOut) revert ILiquidityTrading.PartialFill(amountOut - result.amountIn);
            amountOut = result.amountOut;
        }
    }

    /// @inheritdoc ILiquidityQuotes
    function quotePathExactOut(Hop[] calldata hops, uint256 amountOut) external view returns (uint256 amountIn) {
        amountIn = amountOut;
        for (uint256 i = Paths.lastHop(hops) + 1; i > 0;) {
            --i;
            _requireNew(hops, i);
            SwapEngine.Result memory result = _quote(hops[i], -SafeCast.toInt256(amountIn));
            if (result.amountOut != amountIn) revert ILiquidityTrading.PartialFill(amountIn - result.amountOut);
            amountIn = result.amountIn;
        }
    }

    /// @inheritdoc ILiquidityQuotes
    function quoteAdd(PoolKey calldata key, int24 tickLower, int24 tickUpper, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB)
    {
        (, Pool storage pool, PoolWord word) = _find(key);
        if (liquidity == 0) revert ILiquidityPositions.LiquidityZero();
        LiquidityEngine.requireRange(tickLower, tickUpper, word.tickSpacing());
        return LiquidityEngine.amounts(
            pool.price, LiquidityEngine.Change(tickLower, tickUpper, SafeCast.toInt128(int256(uint256(liquidity))))
        );
    }

    /// @inheritdoc ILiquidityQuotes
    function quoteRemove(PoolKey calldata key, bytes32 position, uint128 liquidity)
        external
        view
        returns (uint256 amountA, uint256 amountB)
    {
        (, Pool storage pool, PoolWord word) = _find(key);
        (, PositionWord held) = _heldIn(word, position);
        if (liquidity > held.liquidity()) {
            revert ILiquidityPositions.LiquidityMissing(position, held.liquidity(), liquidity);
        }
        return LiquidityEngine.amounts(
            pool.price,
            LiquidityEngine.Change(held.tickLower(), held.tickUpper(), -SafeCast.toInt128(int256(uint256(liquidity))))
        );
    }

    /// @inheritdoc ILiquidityQuotes
    function liquidityFor(PoolKey calldata key, int24 tickLower, int24 tickUpper, uint256 amountA, uint256 amountB)
        external
        view
        returns (uint128 liquidity)
    {
        (, Pool storage pool, PoolWord word) = _find(key);
        LiquidityEngine.requireRange(tickLower, tickUpper, word.tickSpacing());
        return RangeLiquidity.mostDown(pool.price.sqrtPriceX96(), tickLower, tickUpper, amountA, amountB);
    }

    function _quote(Hop calldata hop, int256 specified) private view returns (SwapEngine.Result memory result) {
        (bytes32 id, Pool storage pool, PoolWord word) = _find(hop.key);
        if (word.has(PoolFlags.BATCH_ONLY)) revert ILiquidityBatches.BatchOnly(id);
        (result,) = SwapEngine.quote(pool, word, SwapEngine.Order(id, hop.aForB, specified, hop.sqrtPriceLimitX96));
    }

    /// @dev A second visit would find the pool as the first one left it, which a quote does not write down.
    function _requireNew(Hop[] calldata hops, uint256 place) private pure {
        Paths.requireConnected(hops, place);
        bytes32 id = hops[place].key.id();
        for (uint256 i; i < hops.length; ++i) {
            if (i != place && hops[i].key.id() == id) revert ILiquidityTrading.PathBroken(place);
        }
    }
}
