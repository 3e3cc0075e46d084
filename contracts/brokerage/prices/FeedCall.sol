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
    uint256 private constant LEAST_GAS = FEED_GAS * 64 / 63 + 5000;
    uint256 private constant ROUND_SIZE = 160;

    /// @notice What a feed answered, unjudged.
    /// @param answered whether it did, in full; the other fields mean nothing otherwise
    /// @param reached whether the call succeeded at all
    struct Round {
        bool answered;
        bool reached;
        uint256 roundId;
        int256 answer;
        uint256 startedAt;
        uint256 updatedAt;
        uint256 answeredInRound;
    }

    /// @notice The latest round of a feed.
    function latestRound(address feed) internal view returns (Round memory round) {
        _requireGas();
        bytes4 selector = IPriceFeed.latestRoundData.selector;
        assembly ("memory-safe") {
            let fields := add(round, 0x40)
            mstore(0, selector)
            let success := staticcall(FEED_GAS, feed, 0, 4, fields, ROUND_SIZE)
            mstore(round, and(success, gt(returndatasize(), sub(ROUND_SIZE, 1))))
            mstore(add(round, 0x20), success)
        }
    }

    /// @notice The latest answer of a feed in its own decimals.
    /// @param maxAge oldest answer that counts, in seconds
    /// @return fault NONE, or why the answer does not count; the other two are zero then
    /// @return answer above zero
    /// @return updatedAt when it was of, at most now
    function latestAnswer(address feed, uint256 maxAge)
        internal
        view
        returns (IBrokeragePrices.FeedFault fault, uint256 answer, uint256 updatedAt)
    {
        if (feed == address(0)) return (IBrokeragePrices.FeedFault.ABSENT, 0, 0);
        Round memory round = latestRound(feed);
        if (!round.reached) fault = IBrokeragePrices.FeedFault.UNREACHABLE;
        else if (!round.answered) fault = IBrokeragePrices.FeedFault.SHORT_ANSWER;
        else if (round.answer <= 0) fault = IBrokeragePrices.FeedFault.NOT_POSITIVE;
        else if (round.updatedAt > block.timestamp) fault = IBrokeragePrices.FeedFault.OF_THE_FUTURE;
        else if (round.answeredInRound < round.roundId) fault = IBrokeragePrices.FeedFault.ROUND_UNANSWERED;
        else if (block.timestamp - round.updatedAt > maxAge) fault = IBrokeragePrices.FeedFault.STALE;
        else return (IBrokeragePrices.FeedFault.NONE, uint256(round.answer), round.updatedAt);
        return (fault, 0, 0);
    }

    /// @notice A feed's decimals, or `type(uint256).max` where it does not say.
    function decimals(address feed) internal view returns (uint256 found) {
        _requireGas();
        bytes4 selector = IPriceFeed.decimals.selector;
        assembly ("memory-safe") {
            mstore(0, selector)
            let success := staticcall(FEED_GAS, feed, 0, 4, 0, 0x20)
            found := mload(0)
            if iszero(and(success, gt(returndatasize(), 0x1f))) { found := not(0) }
        }
    }

    function _requireGas() private view {
        if (gasleft() < LEAST_GAS) revert IBrokeragePrices.GasTooLow(gasleft(), LEAST_GAS);
    }
}
