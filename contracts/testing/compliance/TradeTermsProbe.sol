// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

/// @title TradeTermsProbe
/// @notice Makes several calls in one transaction, as a settlement contract does: terms live no longer than that.
contract TradeTermsProbe {
    /// @notice Answers of the calls, in order.
    event Answered(bytes[] answers);

    /// @notice Calls each target with its data; reverts as the first that fails.
    function together(address[] calldata targets, bytes[] calldata data) external returns (bytes[] memory answers) {
        answers = new bytes[](targets.length);
        for (uint256 i; i < targets.length; ++i) {
            answers[i] = Address.functionCall(targets[i], data[i]);
        }
        emit Answered(answers);
    }
}
