// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title HostileFeed
/// @notice A feed that answers whatever it has been told to, or misbehaves.
contract HostileFeed {
    enum Mode {
        ANSWERS,
        REVERTS,
        BURNS_GAS,
        ANSWERS_SHORT,
        ANSWERS_NOTHING,
        REVERTS_LONG,
        ANSWERS_LONG,
        CALLS_BACK
    }

    uint8 public decimals;
    Mode public mode;
    uint256 public roundId = 1;
    int256 public answer;
    uint256 public startedAt;
    uint256 public updatedAt;
    uint256 public answeredInRound = 1;
    address public target;
    bytes public data;

    constructor(uint8 decimals_, int256 answer_) {
        decimals = decimals_;
        (answer, startedAt, updatedAt) = (answer_, block.timestamp, block.timestamp);
    }

    function tell(int256 answer_, uint256 updatedAt_) external {
        (answer, startedAt, updatedAt) = (answer_, updatedAt_, updatedAt_);
    }

    function tellRound(uint256 roundId_, uint256 answeredInRound_) external {
        (roundId, answeredInRound) = (roundId_, answeredInRound_);
    }

    function setDecimals(uint8 decimals_) external {
        decimals = decimals_;
    }

    function behave(Mode mode_) external {
        mode = mode_;
    }

    /// @notice What it calls back when asked; a failure is its own.
    function aim(address target_, bytes calldata data_) external {
        (target, data, mode) = (target_, data_, Mode.CALLS_BACK);
    }

    function latestRoundData() external view returns (uint256, int256, uint256, uint256, uint256) {
        Mode found = mode;
        if (found == Mode.REVERTS) revert("no");
        if (found == Mode.BURNS_GAS) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        if (found == Mode.ANSWERS_SHORT) _answer(128);
        if (found == Mode.ANSWERS_NOTHING) _answer(0);
        if (found == Mode.ANSWERS_LONG) _answer(100_000);
        if (found == Mode.REVERTS_LONG) {
            assembly ("memory-safe") {
                revert(0, 100000)
            }
        }
        if (found == Mode.CALLS_BACK) {
            (bool success,) = target.staticcall(data);
            require(success, "called back in vain");
        }
        return (roundId, answer, startedAt, updatedAt, answeredInRound);
    }

    function _answer(uint256 size) private view {
        (uint256 round, int256 told, uint256 time) = (roundId, answer, updatedAt);
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, round)
            mstore(add(free, 0x20), told)
            mstore(add(free, 0x40), time)
            mstore(add(free, 0x60), time)
            mstore(add(free, 0x80), round)
            return(free, size)
        }
    }
}
