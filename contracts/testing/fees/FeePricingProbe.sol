// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeePricing } from "../../fees/FeePricing.sol";

/// @title FeePricingProbe
/// @notice Lets tests price a deal by both ways of `FeePricing`.
contract FeePricingProbe {
    /// @notice Whether the deal is straight, and its fee by either way.
    function both(uint256[30] calldata deal)
        external
        pure
        returns (bool straight, uint256[30] memory short, uint256[30] memory long)
    {
        short = deal;
        long = deal;
        straight = FeePricing.straightUp(short);
        FeePricing.longUp(long);
    }
}
