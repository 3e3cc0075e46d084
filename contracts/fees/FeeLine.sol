// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title FeeLine
/// @notice What one collector owes in one asset, with the asset's stored price, in one storage word: a charge writes
/// it anyway, so the price and the check of the role cost nothing.
/// @dev From the lowest bit: accrued 128 (units), epoch 23 (`FeeState`), decimals 8, price 64 (value of 10^decimals
/// units), charges 32 and their carry 1.
type FeeLine is uint256;

using FeeLines for FeeLine global;

/// @title FeeLines
/// @notice Reading and changing of `FeeLine` words; nothing here touches storage.
library FeeLines {
    uint256 private constant ACCRUED_MASK = (1 << 128) - 1;
    uint256 private constant EPOCH_SHIFT = 128;
    uint256 private constant EPOCH_MASK = (1 << 23) - 1;
    uint256 private constant DECIMALS_SHIFT = 151;
    uint256 private constant PRICE_SHIFT = 159;
    uint256 private constant CHARGES_SHIFT = 223;
    uint256 private constant PRICE_AND_DECIMALS_MASK = ((1 << 72) - 1) << DECIMALS_SHIFT;

    /// @notice Charged and not swept, units.
    function accrued(FeeLine line) internal pure returns (uint256) {
        return FeeLine.unwrap(line) & ACCRUED_MASK;
    }

    /// @notice The epoch in which the collector was seen to hold its role.
    function epoch(FeeLine line) internal pure returns (uint256) {
        return (FeeLine.unwrap(line) >> EPOCH_SHIFT) & EPOCH_MASK;
    }

    /// @notice Decimals of the asset, for the stored price.
    function decimals(FeeLine line) internal pure returns (uint256) {
        return uint8(FeeLine.unwrap(line) >> DECIMALS_SHIFT);
    }

    /// @notice Stored value of one whole unit; zero when there is none.
    function price(FeeLine line) internal pure returns (uint256) {
        return uint64(FeeLine.unwrap(line) >> PRICE_SHIFT);
    }

    /// @notice How many charges there were.
    function charges(FeeLine line) internal pure returns (uint256) {
        return uint32(FeeLine.unwrap(line) >> CHARGES_SHIFT);
    }

    /// @notice The line with another accrual, below 2^128.
    function withAccrued(FeeLine line, uint256 units) internal pure returns (FeeLine) {
        return FeeLine.wrap((FeeLine.unwrap(line) & ~ACCRUED_MASK) | units);
    }

    /// @notice The line with another price.
    function withPrice(FeeLine line, uint64 price_, uint8 decimals_) internal pure returns (FeeLine) {
        uint256 rest = FeeLine.unwrap(line) & ~PRICE_AND_DECIMALS_MASK;
        return FeeLine.wrap(rest | (uint256(decimals_) << DECIMALS_SHIFT) | (uint256(price_) << PRICE_SHIFT));
    }

    /// @notice The line with another epoch.
    function withEpoch(FeeLine line, uint256 epoch_) internal pure returns (FeeLine) {
        return FeeLine.wrap((FeeLine.unwrap(line) & ~(EPOCH_MASK << EPOCH_SHIFT)) | (epoch_ << EPOCH_SHIFT));
    }

    /// @notice The line with one charge more, whose units the accrual has room for. Serials begin again after
    /// 2^32 - 1: the bit above them takes the carry.
    function charged(FeeLine line, uint256 units) internal pure returns (FeeLine) {
        unchecked {
            return FeeLine.wrap(FeeLine.unwrap(line) + units + (1 << CHARGES_SHIFT));
        }
    }
}
