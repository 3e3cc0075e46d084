// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICustody } from "../../interfaces/ICustody.sol";

/// @title TokenPush
/// @notice A transfer that is allowed to fail.
library TokenPush {
    /// @dev Kept back for what follows a transfer that used up everything it was given.
    uint256 private constant RESERVE = 120_000;

    /// @notice Transfers units; false where the token refuses, answers no or has no code.
    function tryTransfer(address token, address to, uint256 units) internal returns (bool success) {
        bytes memory call_ = abi.encodeWithSignature("transfer(address,uint256)", to, units);
        assembly ("memory-safe") {
            let given := sub(gas(), RESERVE)
            if gt(RESERVE, gas()) { given := 0 }
            success := call(given, token, 0, add(call_, 0x20), mload(call_), 0, 0x20)
            if success {
                switch returndatasize()
                case 0 { success := iszero(iszero(extcodesize(token))) }
                default { success := and(gt(returndatasize(), 0x1f), eq(mload(0), 1)) }
            }
        }
    }

    /// @notice Tells a regulated token's desk whose units move; false where it refuses.
    function tryName(address desk, address token, address institution) internal returns (bool success) {
        (success,) = desk.call(abi.encodeCall(ICustody.nameBeneficiary, (token, address(this), institution)));
    }
}
