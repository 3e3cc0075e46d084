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

    Query[] private _queries;

    /// @notice Remembers further questions, so that they need not be sent each time.
    function add(Query[] calldata queries) external {
        for (uint256 i = 0; i < queries.length; ++i) {
            _queries.push(queries[i]);
        }
    }

    /// @notice One digest for each question, in order: of whether it was answered, and of the answer.
    function digests() external view returns (bytes32[] memory found) {
        uint256 length = _queries.length;
        found = new bytes32[](length);
        for (uint256 i = 0; i < length; ++i) {
            Query storage query = _queries[i];
            (bool succeeded, bytes memory answer) = query.target.staticcall(query.callData);
            found[i] = keccak256(abi.encode(succeeded, answer));
        }
    }
}
