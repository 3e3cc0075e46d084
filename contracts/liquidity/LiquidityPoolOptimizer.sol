// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { PoolRegistry } from "./parts/PoolRegistry.sol";
import { Positions } from "./parts/Positions.sol";
import { Trading } from "./parts/Trading.sol";

/// @title LiquidityPoolOptimizer
/// @notice See `ILiquidityPoolOptimizer`. This implementation holds what moves units: swaps and liquidity.
contract LiquidityPoolOptimizer is ManagedUpgradeable, LocalRoles, GroupPausable, PoolRegistry, Positions, Trading {
    /// @inheritdoc ILiquidityPoolOptimizer
    function initialize(address authority_, address wrappedNative) external initializer {
        if (wrappedNative.code.length == 0) revert AddressWithoutCode(wrappedNative);
        __Managed_init(authority_);
        _layout().wrappedNative = wrappedNative;
    }

    /// @notice Takes native coin from its wrapper alone.
    receive() external payable {
        if (msg.sender != _layout().wrappedNative) revert NativeCoinMismatch(msg.sender, msg.value);
    }
}
