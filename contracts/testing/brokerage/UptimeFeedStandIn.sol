// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title UptimeFeedStandIn
/// @notice Stands in for Chainlink's sequencer uptime feed: a round for every change, which can be asked for later.
contract UptimeFeedStandIn {
    struct Round {
        int256 answer;
        uint256 startedAt;
    }

    Round[] private _rounds;
    bool public forgets;

    /// @notice Begins a round: 0 for up, 1 for down.
    function report(int256 answer, uint256 startedAt) external {
        _rounds.push(Round(answer, startedAt));
    }

    /// @notice From now on it tells no earlier rounds.
    function forget() external {
        forgets = true;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return _tell(_rounds.length);
    }

    function getRoundData(uint80 round) external view returns (uint80, int256, uint256, uint256, uint80) {
        require(!forgets && round != 0);
        return _tell(round);
    }

    function _tell(uint256 round) private view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory found = _rounds[round - 1];
        return (uint80(round), found.answer, found.startedAt, found.startedAt, uint80(round));
    }
}
