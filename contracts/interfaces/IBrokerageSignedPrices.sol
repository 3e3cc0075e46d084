// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Signed prices
/// @notice Many prices under one signature, between two refreshes from the feeds. Their terms, digest, event and errors
/// are in `IBrokeragePrices`.
interface IBrokerageSignedPrices {
    /// @notice Brings a batch of prices signed by a holder of PRICER; anyone may.
    /// @dev Reverts with `PricesNotSigned`, `PricesNotDue`, `PricesMalformed`, `SignedPricesOff`, `LocalRoleMissing`
    /// and while PRICING is paused. A price out of its band, of an asset that does not allow it, or older than what is
    /// stored does not count and does not stop the others.
    /// @param signer an account, or a contract with ERC-1271
    /// @param observedAt time of the prices; later than the last batch by the spacing
    /// @param prices twelve bytes each: asset id 1, low price 9 (8 decimals), spread to the high price 2 (basis
    /// points)
    /// @param signature of `IBrokeragePrices.pricesDigest`, of 65 bytes, 64 (ERC-2098), or whatever the contract takes
    function postPrices(address signer, uint40 observedAt, bytes calldata prices, bytes calldata signature) external;
}
