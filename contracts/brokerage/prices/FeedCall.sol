// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokeragePrices } from "../../interfaces/IBrokeragePrices.sol";
import { IPriceFeed } from "../../settlement/IPriceFeed.sol";

/// @title FeedCall
/// @notice Asks a Chainlink-compatible feed so that nothing it does can stop the caller: whatever is wrong comes back
/// as a fault.
/// @dev A feed gets a fixed amount of gas and its answer is copied into a fixed place, so that neither an endless loop
/// nor an endless answer costs more than that. Less gas than promised would let a caller break a feed at will, which is
/// why having too little reverts instead of being a fault.
library FeedCall {
    /// @notice Gas that a feed is given; Chainlink's proxy and aggregator need less than 40,000 with everything cold.
    uint256 internal constant FEED_GAS = 100_000;
    // What is left to the caller after a call that used all it was given: a sixty-fourth stays behind.
    uint256 private constant GAS_FOR_ONE = FEED_GAS * 64 / 63 + 5000;
    uint256 private constant ROUND_SIZE = 160;

    /// @notice The latest round of a feed, unjudged.
    /// @return answered whether it answered in full; the other two mean nothing otherwise
    function latestRound(address feed) internal view returns (bool answered, int256 answer, uint256 startedAt) {
        requireGas(1);
        bytes4 selector = IPriceFeed.latestRoundData.selector;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(0, selector)
            answered := staticcall(FEED_GAS, feed, 0, 4, free, ROUND_SIZE)
            answered := and(answered, gt(returndatasize(), sub(ROUND_SIZE, 1)))
            answer := mload(add(free, 0x20))
            startedAt := mload(add(free, 0x40))
        }
    }

    /// @notice The latest answer of a feed in its own decimals, or why it does not count.
    /// @dev The caller has asked `requireGas`.
    /// @param maxAge oldest answer that counts, in seconds
    /// @return answer above zero, or zero where it does not count
    /// @return detail when the answer was of, at most now; or the number of the `FeedFault`
    function latestAnswer(address feed, uint256 maxAge) internal view returns (uint256 answer, uint256 detail) {
        bytes4 selector = IPriceFeed.latestRoundData.selector;
        bool success;
        bool inOrder;
        bool counts;
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(0, selector)
            success := staticcall(FEED_GAS, feed, 0, 4, free, ROUND_SIZE)
            answer := mload(add(free, 0x20))
            detail := mload(add(free, 0x60))
            inOrder := iszero(lt(mload(add(free, 0x80)), mload(free)))
            counts := and(success, gt(returndatasize(), sub(ROUND_SIZE, 1)))
            // The age of an answer of the future wraps around to more than any.
            counts := and(counts, and(inOrder, sgt(answer, 0)))
            counts := and(counts, iszero(gt(sub(timestamp(), detail), maxAge)))
        }
        if (!counts) return (0, uint256(_faultOf(success, int256(answer), detail, inOrder)));
    }

    /// @notice A feed's decimals, or `type(uint256).max` where it does not say.
    function decimals(address feed) internal view returns (uint256 found) {
        requireGas(1);
        bytes4 selector = IPriceFeed.decimals.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            let success := staticcall(FEED_GAS, feed, 0, 4, 0, 0x20)
            found := mload(0)
            if iszero(and(success, gt(returndatasize(), 0x1f))) { found := not(0) }
        }
    }

    /// @notice Reverts where feeds could not be given all that they are promised.
    function requireGas(uint256 feeds) internal view {
        // A few feeds.
        unchecked {
            uint256 needed = feeds * GAS_FOR_ONE;
            if (gasleft() < needed) revert IBrokeragePrices.GasTooLow(gasleft(), needed);
        }
    }

    /// @dev Why an answer of the call that was just made does not count.
    function _faultOf(bool success, int256 answer, uint256 updatedAt, bool inOrder)
        private
        view
        returns (IBrokeragePrices.FeedFault)
    {
        uint256 size;
        assembly ("memory-safe") {
            size := returndatasize()
        }
        if (!success) return IBrokeragePrices.FeedFault.UNREACHABLE;
        if (size < ROUND_SIZE) return IBrokeragePrices.FeedFault.SHORT_ANSWER;
        if (answer <= 0) return IBrokeragePrices.FeedFault.NOT_POSITIVE;
        if (updatedAt > block.timestamp) return IBrokeragePrices.FeedFault.OF_THE_FUTURE;
        return inOrder ? IBrokeragePrices.FeedFault.STALE : IBrokeragePrices.FeedFault.ROUND_UNANSWERED;
    }
}
