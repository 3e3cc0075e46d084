// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title BatchCatcher
/// @notice Calls a contract several times and goes on when a call fails: an institution that would rather not hear of
/// failures.
contract BatchCatcher {
    function run(address target, bytes[] calldata calls) external returns (bool[] memory done) {
        done = new bool[](calls.length);
        for (uint256 i; i < calls.length; ++i) {
            (done[i],) = target.call(calls[i]);
        }
    }
}
