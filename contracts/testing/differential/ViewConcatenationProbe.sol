// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ViewConcatenationProbe
/// @notice Asks many views in one call and returns their answers end to end, for comparing whole states after a step.
contract ViewConcatenationProbe {
    /// @notice One question.
    struct Query {
        address target;
        bytes callData;
    }

    /// @notice A view refused to answer.
    error Unanswered(uint256 index, bytes reason);

    /// @notice What the views returned, one after the other.
    function answers(Query[] calldata queries) external view returns (bytes memory found) {
        for (uint256 i = 0; i < queries.length; ++i) {
            (bool succeeded, bytes memory answer) = queries[i].target.staticcall(queries[i].callData);
            require(succeeded, Unanswered(i, answer));
            found = bytes.concat(found, answer);
        }
    }
}
