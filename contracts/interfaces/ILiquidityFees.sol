// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ILiquidityFees
/// @notice Fees of pools whose fee follows the market: the formula, and what the next trade pays.
/// @custom:invariant LPO-30 no swap of a second changes the fees of that second
/// @custom:invariant LPO-31 a dynamic fee stays between an eighth of and eight times the pool's level, and never above
/// 100,000 millionths
interface ILiquidityFees {
    /// @notice Fee of a pool at the reference level of 3,000 millionths. A pool of another level pays in proportion,
    /// leaned to the side to which arbitrage last moved the price.
    /// @dev 30 % of the reference without volatility, 70 % more for each 30,000 of it; up to a tenth less where
    /// turnover is high for the depth, and up to 7 % more and 5 % less by the hour. Rounds
    /// down; between 375 and 24,000. Never reverts.
    /// @param volatility millionths per square root of a day; above 10,000,000 counts as that
    /// @param volume turnover of a day over the depth in range, in millionths of it, which is how depth enters: the sum
    /// of the moves of the square root of price from second to second; above 200,000 counts as that
    /// @param timeOfDay seconds since midnight UTC; later ones wrap
    /// @return feePips millionths of the input
    function calculateOptimalFee(uint256 volatility, uint256 volume, uint256 timeOfDay)
        external
        pure
        returns (uint256 feePips);

    /// @notice Exactly what the next swap of a pool pays if it comes in this second, in both directions.
    /// @param id hash of the pool's key
    /// @return aForB millionths of the input where A enters
    /// @return bForA millionths of the input where B enters
    function nextFees(bytes32 id) external view returns (uint24 aForB, uint24 bForA);

    /// @notice What a pool with a dynamic fee remembers, as of this second.
    /// @param id hash of the pool's key
    /// @return volatility millionths per square root of a day
    /// @return turnover of about a day over the depth in range, in millionths
    /// @return lean 127ths of the fee by which buying A is dearer and selling it cheaper
    function feeState(bytes32 id) external view returns (uint256 volatility, uint256 turnover, int256 lean);
}
