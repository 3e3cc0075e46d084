// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FixedPoint96 } from "@uniswap/v4-core/src/libraries/FixedPoint96.sol";
import { FullMath } from "@uniswap/v4-core/src/libraries/FullMath.sol";
import { ILiquidityBatches } from "../../interfaces/ILiquidityBatches.sol";

/// @title BatchPrices
/// @notice Prices of the two sides of a batch, B per A as Q96, and which orders they satisfy.
library BatchPrices {
    /// @notice The two sides' prices agree when they differ by no more than one part in so many.
    uint256 internal constant AGREES = 1_000_000;
    /// @notice Orders nearer to the price than one part in so many may be left out.
    uint256 internal constant MARGIN = 1000;

    /// @notice What sellers of A get for each, rounded down; 0 where there are none.
    function ofSellersDown(uint256 paidInA, uint256 paidOutB) internal pure returns (uint256) {
        return paidInA == 0 ? 0 : FullMath.mulDiv(paidOutB, FixedPoint96.Q96, paidInA);
    }

    /// @notice What buyers of A pay for each, rounded up; 0 where there are none.
    function ofBuyersUp(uint256 paidInB, uint256 paidOutA) internal pure returns (uint256) {
        if (paidInB == 0) return 0;
        return paidOutA == 0 ? type(uint256).max : FullMath.mulDivRoundingUp(paidInB, FixedPoint96.Q96, paidOutA);
    }

    /// @notice Whether two prices agree; where one side is missing there is nothing to agree with.
    function agree(uint256 ofSellers, uint256 ofBuyers) internal pure returns (bool) {
        if (ofSellers == 0 || ofBuyers == 0) return true;
        (uint256 low, uint256 high) = ofSellers < ofBuyers ? (ofSellers, ofBuyers) : (ofBuyers, ofSellers);
        return high - low <= low / AGREES + 1;
    }

    /// @notice Whether a price satisfies an order.
    function satisfies(ILiquidityBatches.BatchOrder memory order, uint256 price) internal pure returns (bool) {
        uint256 limit = order.sqrtPriceLimitX96;
        return order.aForB
            ? price >= FullMath.mulDivRoundingUp(limit, limit, FixedPoint96.Q96)
            : price <= FullMath.mulDiv(limit, limit, FixedPoint96.Q96);
    }

    /// @notice The price moved against an order by the margin within which it may be left out.
    function lessMargin(bool aForB, uint256 price) internal pure returns (uint256) {
        return aForB ? price - price / MARGIN : price + price / MARGIN;
    }
}
