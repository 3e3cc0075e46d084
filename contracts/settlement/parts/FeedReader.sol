// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { IPriceFeed } from "../IPriceFeed.sol";

/// @title FeedReader
/// @notice Reads a feed into 8 decimals, or says that it is unusable.
library FeedReader {
    uint256 private constant DECIMALS = 8;
    uint256 private constant MOST_DECIMALS = 18;

    /// @dev Rounded down. Reverts with `FeedUnusable` for an answer that is nothing, of the future, older than `known`,
    /// or above `most`.
    function read(address feed, uint256 known, uint256 most) internal view returns (uint256 price, uint256 updatedAt) {
        if (feed.code.length == 0) revert ISettlementRegistry.FeedUnusable(feed);
        try IPriceFeed(feed).latestRoundData() returns (uint80, int256 answer, uint256, uint256 time, uint80) {
            if (answer <= 0 || time == 0 || time > block.timestamp || time < known) {
                revert ISettlementRegistry.FeedUnusable(feed);
            }
            (price, updatedAt) = (uint256(answer), time);
        } catch {
            revert ISettlementRegistry.FeedUnusable(feed);
        }
        uint256 decimals = IPriceFeed(feed).decimals();
        if (decimals > MOST_DECIMALS || price > type(uint128).max) revert ISettlementRegistry.FeedUnusable(feed);
        price = price * 10 ** DECIMALS / 10 ** decimals;
        if (price == 0 || price > most) revert ISettlementRegistry.FeedUnusable(feed);
    }
}
