// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title AggregatorStandIn
/// @notice Stands in for Chainlink's OffchainAggregator: reads the slots that it reads, one that names the latest round
/// and one that has the round's answer, and checks who asks as it does.
contract AggregatorStandIn {
    struct HotVars {
        uint40 latestEpochAndRound;
        uint32 latestAggregatorRoundId;
    }

    struct Transmission {
        int192 answer;
        uint64 timestamp;
    }

    uint8 public immutable decimals;
    bool private immutable CHECKED;
    HotVars private _hotVars;
    mapping(uint32 aggregatorRoundId => Transmission transmission) private _transmissions;

    constructor(uint8 decimals_, int192 answer) {
        decimals = decimals_;
        CHECKED = true;
        transmit(answer);
    }

    function transmit(int192 answer) public {
        uint32 roundId = ++_hotVars.latestAggregatorRoundId;
        _hotVars.latestEpochAndRound += 1;
        _transmissions[roundId] = Transmission(answer, uint64(block.timestamp));
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        require(CHECKED, "No access");
        uint32 roundId = _hotVars.latestAggregatorRoundId;
        Transmission memory transmission = _transmissions[roundId];
        return (roundId, transmission.answer, transmission.timestamp, transmission.timestamp, roundId);
    }
}
