// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @title SequencerOutages
/// @notice Whether the chain's sequencer lets accounts be called and liquidated, and for how long it did not. An outage
/// and the grace after it stop liquidations, but for no longer than the longest stop and the grace; a feed that cannot
/// be read stops none.
library SequencerOutages {
    uint256 private constant READ_GAS = 100_000;
    uint256 private constant ROUND_BYTES = 160;
    // The feed's other answer is zero.
    int256 private constant DOWN = 1;

    /// @notice The clock with an outage that is over; reverts while one stops liquidations.
    function pass(BrokerageStorage.Layout storage $, StandstillWord clock) internal view returns (StandstillWord) {
        address feed = $.sequencerFeed;
        (bool read, uint80 round, int256 answer, uint256 startedAt) =
            _round(feed, abi.encodeWithSignature("latestRoundData()"));
        if (!read || startedAt > block.timestamp) return clock;
        uint256 longest = $.sequencerLongest;
        if (answer == DOWN) {
            if (block.timestamp < startedAt + longest) revert IPrimeBrokerage.SequencerUnavailable(startedAt);
            return clock.passed(startedAt, startedAt + longest);
        }
        uint256 until = startedAt + $.sequencerGrace;
        if (block.timestamp < until) revert IPrimeBrokerage.SequencerUnavailable(startedAt);
        if (until <= clock.endedAt() || round == 0) return clock;
        return clock.passed(_outage(feed, round, startedAt, longest), until);
    }

    /// @dev When the outage before a round began, but no longer ago than the longest stop; what no earlier round tells
    /// counts as none.
    function _outage(address feed, uint80 round, uint256 startedAt, uint256 longest) private view returns (uint256) {
        (bool read,, int256 answer, uint256 downAt) =
            _round(feed, abi.encodeWithSignature("getRoundData(uint80)", round - 1));
        if (!read || answer != DOWN || downAt > startedAt) return startedAt;
        return startedAt - downAt > longest ? startedAt - longest : downAt;
    }

    function _round(address feed, bytes memory query)
        private
        view
        returns (bool read, uint80 round, int256 answer, uint256 startedAt)
    {
        assembly ("memory-safe") {
            let free := mload(0x40)
            read := staticcall(READ_GAS, feed, add(query, 0x20), mload(query), free, ROUND_BYTES)
            read := and(read, gt(returndatasize(), sub(ROUND_BYTES, 1)))
            if read {
                round := and(mload(free), 0xffffffffffffffffffff)
                answer := mload(add(free, 0x20))
                startedAt := mload(add(free, 0x40))
                // A round that has not started tells nothing.
                read := iszero(iszero(startedAt))
            }
        }
    }
}
