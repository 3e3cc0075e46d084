// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { RuleContext } from "../RuleContext.sol";

/// @title ContextCalls
/// @notice Passing of a `RuleContext` between the engine's implementations, word for word: it is twenty words in memory
/// as in calldata, and the compiler's own copying costs more than the decision's reads of an investor.
library ContextCalls {
    uint256 private constant CONTEXT_BYTES = 640;
    uint256 private constant QUESTION_BYTES = 644;

    /// @notice The context of a call. Its words are taken as they are: the engine has built them.
    function copy(RuleContext calldata given) internal pure returns (RuleContext memory context) {
        assembly ("memory-safe") {
            calldatacopy(context, given, CONTEXT_BYTES)
        }
    }

    /// @notice Has another implementation answer a function of one context; reverts as that does.
    /// @return first first word of the answer
    /// @return second second word of it
    function ask(address implementation, bytes4 selector, RuleContext memory context)
        internal
        returns (uint256 first, uint256 second)
    {
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mcopy(add(question, 4), context, CONTEXT_BYTES)
            let answered := delegatecall(gas(), implementation, question, QUESTION_BYTES, 0, 64)
            if iszero(answered) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            if gt(returndatasize(), 31) { first := mload(0) }
            if gt(returndatasize(), 63) { second := mload(32) }
        }
    }
}
