// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { LiquidityStorage } from "../storage/LiquidityStorage.sol";

/// @title Admission
/// @notice Who may use a pool that is not open to everybody.
library Admission {
    /// @notice The account is not verified by the registry of a pool that admits verified holders alone.
    error NotAdmitted(bytes32 id, address account);

    /// @dev Reverts unless the registry of the pool verifies the account.
    function requireAdmitted(bytes32 id, address account) internal view {
        address registry = LiquidityStorage.load().registries[id];
        if (registry == address(0) || !IIdentityRegistry(registry).isVerified(account)) {
            revert NotAdmitted(id, account);
        }
    }
}
