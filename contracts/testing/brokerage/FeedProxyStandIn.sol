// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IPriceFeed } from "../../settlement/IPriceFeed.sol";

/// @title FeedProxyStandIn
/// @notice Stands in for Chainlink's EACAggregatorProxy: an access controller slot and a slot with phase and aggregator
/// are read, the aggregator is called, and the phase is put in front of its rounds.
contract FeedProxyStandIn {
    struct Phase {
        uint16 id;
        IPriceFeed aggregator;
    }

    uint256 private constant PHASE_OFFSET = 64;
    address public accessController;
    Phase private _currentPhase;

    constructor(IPriceFeed aggregator) {
        _currentPhase = Phase(1, aggregator);
    }

    function decimals() external view returns (uint8) {
        return _currentPhase.aggregator.decimals();
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        require(accessController == address(0), "No access");
        Phase memory current = _currentPhase;
        (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound) =
            current.aggregator.latestRoundData();
        uint80 phase = uint80(uint256(current.id) << PHASE_OFFSET);
        return (phase | uint64(roundId), answer, startedAt, updatedAt, phase | uint64(answeredInRound));
    }
}
