// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title OneSlotFeed
/// @notice The least that a Chainlink-compatible feed can be: answer and time in one slot, decimals in the code.
contract OneSlotFeed {
    uint8 public immutable decimals;
    int192 private _answer;
    uint64 private _updatedAt;

    constructor(uint8 decimals_, int192 answer) {
        decimals = decimals_;
        (_answer, _updatedAt) = (answer, uint64(block.timestamp));
    }

    function tell(int192 answer, uint64 updatedAt) external {
        (_answer, _updatedAt) = (answer, updatedAt);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, _answer, _updatedAt, _updatedAt, 1);
    }
}
