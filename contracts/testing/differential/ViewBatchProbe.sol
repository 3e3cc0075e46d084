// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ViewBatchProbe
/// @notice Asks many views in one call, so that a test can compare whole states after every step and stay fast.
contract ViewBatchProbe {
    /// @notice One question.
    struct Query {
        address target;
        bytes callData;
    }

    /// @notice Answers in the order of the questions; a question that reverts is told by `succeeded`, not thrown.
    function ask(Query[] calldata queries) external view returns (bool[] memory succeeded, bytes[] memory answers) {
        uint256 length = queries.length;
        succeeded = new bool[](length);
        answers = new bytes[](length);
        for (uint256 i = 0; i < length; ++i) {
            (succeeded[i], answers[i]) = queries[i].target.staticcall(queries[i].callData);
        }
    }
}
