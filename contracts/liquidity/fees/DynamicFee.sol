// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PoolWord } from "../storage/PoolWord.sol";
import { PriceWord } from "../storage/PriceWord.sol";

/// @title DynamicFee
/// @notice Fee of a pool whose fee follows the market: read before a trade, moved after it.
library DynamicFee {
    /// @notice Fee of the next swap in a direction, in millionths of the input.
    /// @param price the pool's price and sampling bits before the swap
    /// @param word the pool's word before the swap
    /// @param aForB whether A enters
    function feePips(PriceWord price, PoolWord word, bool aForB) internal view returns (uint24) {
        price;
        aForB;
        return word.feePips();
    }

    /// @notice Sampling bits after a swap.
    /// @param price the pool's price and sampling bits before the swap
    /// @param word the pool's word before the swap
    /// @param tickAfter the tick that the swap left
    /// @param amountIn units that entered
    function sampled(PriceWord price, PoolWord word, int24 tickAfter, uint256 amountIn) internal view returns (uint72) {
        word;
        tickAfter;
        amountIn;
        return price.sampling();
    }
}
