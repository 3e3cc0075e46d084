// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title LenientManagerProbe
/// @notice A manager that permits every call at once: what a hostile administrator would like to hand contracts to,
/// and the worst that a wrong configuration could be.
contract LenientManagerProbe {
    function canCall(address, address, bytes4) external pure returns (bool immediate, uint32 delay) {
        return (true, 0);
    }

    function forward(address target, bytes calldata data) external {
        (bool success, bytes memory result) = target.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
    }
}
