// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SqrtPriceMath } from "@uniswap/v4-core/src/libraries/SqrtPriceMath.sol";
import { TickBitmap } from "@uniswap/v4-core/src/libraries/TickBitmap.sol";
import { TickMath } from "@uniswap/v4-core/src/libraries/TickMath.sol";
import { LiquidityEngine } from "../../liquidity/parts/LiquidityEngine.sol";
import { RangeLiquidity } from "../../liquidity/parts/RangeLiquidity.sol";
import { SwapStep } from "../../liquidity/parts/SwapStep.sol";
import { PriceWords } from "../../liquidity/storage/PriceWord.sol";

/// @title PoolMathProbe
/// @notice Shows the arithmetic that the pools stand on to tests: v4-core's libraries as they use them, and their own.
contract PoolMathProbe {
    using TickBitmap for mapping(int16 => uint256);

    mapping(int16 word => uint256 bits) private _bitmap;

    function flip(int24 tick, int24 spacing) external {
        _bitmap.flipTick(tick, spacing);
    }

    function next(int24 tick, int24 spacing, bool down) external view returns (int24 found, bool used) {
        return _bitmap.nextInitializedTickWithinOneWord(tick, spacing, down);
    }

    function priceAt(int24 tick) external pure returns (uint160) {
        return TickMath.getSqrtPriceAtTick(tick);
    }

    function tickAt(uint160 price) external pure returns (int24) {
        return TickMath.getTickAtSqrtPrice(price);
    }

    function amountA(uint160 one, uint160 other, uint128 liquidity, bool up) external pure returns (uint256) {
        return SqrtPriceMath.getAmount0Delta(one, other, liquidity, up);
    }

    function amountB(uint160 one, uint160 other, uint128 liquidity, bool up) external pure returns (uint256) {
        return SqrtPriceMath.getAmount1Delta(one, other, liquidity, up);
    }

    function afterInput(uint160 price, uint128 liquidity, uint256 amount, bool aForB) external pure returns (uint160) {
        return SqrtPriceMath.getNextSqrtPriceFromInput(price, liquidity, amount, aForB);
    }

    function afterOutput(uint160 price, uint128 liquidity, uint256 amount, bool aForB) external pure returns (uint160) {
        return SqrtPriceMath.getNextSqrtPriceFromOutput(price, liquidity, amount, aForB);
    }

    function inputUp(bool aForB, uint160 current, uint160 to, uint128 liquidity) external pure returns (uint256) {
        return SwapStep.inputUp(aForB, current, to, liquidity);
    }

    function outputDown(bool aForB, uint160 current, uint160 to, uint128 liquidity) external pure returns (uint256) {
        return SwapStep.outputDown(aForB, current, to, liquidity);
    }

    function withoutFeeDown(uint256 amount, uint256 feePips) external pure returns (uint256) {
        return SwapStep.withoutFeeDown(amount, feePips);
    }

    function step(
        uint160 current,
        uint160 limit,
        uint128 liquidity,
        int24 border,
        int256 remaining,
        bool aForB,
        uint256 feePips
    ) external pure returns (uint160 reached, bool crosses, uint256 amountIn, uint256 amountOut, uint256 fee) {
        return SwapStep.compute(current, limit, liquidity, border, remaining, aForB, feePips);
    }

    function staying(
        uint160 current,
        uint160 limit,
        uint128 liquidity,
        int24 tick,
        int24 border,
        uint256 withoutFee,
        bool aForB
    ) external pure returns (uint160 reached, int24 place) {
        return SwapStep.staying(current, limit, liquidity, tick, border, withoutFee, aForB);
    }

    function growthDown(uint256 fee, uint128 liquidity) external pure returns (uint256) {
        return SwapStep.growthDown(fee, liquidity);
    }

    function earnedDown(uint256 inside, uint256 last, uint128 liquidity) external pure returns (uint256) {
        return LiquidityEngine.earnedDown(inside, last, liquidity);
    }

    function mostPerTickDown(int24 spacing) external pure returns (uint256) {
        return LiquidityEngine.mostPerTickDown(spacing);
    }

    function amounts(uint160 price, int24 tick, int24 lower, int24 upper, int128 delta)
        external
        pure
        returns (uint256, uint256)
    {
        return LiquidityEngine.amounts(PriceWords.pack(price, tick, 0), LiquidityEngine.Change(lower, upper, delta));
    }

    function mostDown(uint160 current, int24 lower, int24 upper, uint256 ofA, uint256 ofB)
        external
        pure
        returns (uint128)
    {
        return RangeLiquidity.mostDown(current, lower, upper, ofA, ofB);
    }
}
