// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title LaneCalls
/// @notice Calls of the protocols' contracts with a question that lies in memory: a message with its function's words
/// around it (`BridgeMessages`), where the compiler would copy the message for every call.
/// @dev Whatever the callee reverts with is reverted with; so is an answer that is too short.
library LaneCalls {
    uint256 private constant WORD = 32;

    /// @notice One word that a contract answers.
    /// @param place where the arguments begin, behind the last four bytes of a word of room
    /// @param size bytes of the arguments
    function ask(address target, bytes4 selector, uint256 place, uint256 size) internal view returns (uint256 answer) {
        bool failed;
        assembly ("memory-safe") {
            mstore(sub(place, WORD), shr(224, selector))
            let answered := staticcall(gas(), target, sub(place, 4), add(size, 4), 0, WORD)
            failed := iszero(and(answered, gt(returndatasize(), 31)))
            answer := mload(0)
        }
        if (failed) bubble();
    }

    /// @notice Has a contract act.
    /// @param value wei that go along
    /// @param least bytes of its answer; of zero, only that there is a contract is certain
    function act(address target, uint256 value, bytes4 selector, uint256 place, uint256 size, uint256 least) internal {
        if (!attempt(target, value, selector, place, size, least)) bubble();
    }

    /// @notice Reverts with the answer of the call before.
    function bubble() internal pure {
        assembly ("memory-safe") {
            let place := mload(0x40)
            returndatacopy(place, 0, returndatasize())
            revert(place, returndatasize())
        }
    }

    /// @notice Has a contract act, and says whether it did; what it answered is still there.
    function attempt(address target, uint256 value, bytes4 selector, uint256 place, uint256 size, uint256 least)
        internal
        returns (bool acted)
    {
        assembly ("memory-safe") {
            mstore(sub(place, WORD), shr(224, selector))
            acted := call(gas(), target, value, sub(place, 4), add(size, 4), 0, 0)
            // A call that finds no code must not pass for one that was answered.
            acted := and(acted, iszero(lt(returndatasize(), least)))
            if iszero(least) { acted := and(acted, gt(extcodesize(target), 0)) }
        }
    }
}
