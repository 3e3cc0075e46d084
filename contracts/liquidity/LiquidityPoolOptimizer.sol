// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { LiquidityRouting } from "./LiquidityRouting.sol";
import { Trading } from "./parts/Trading.sol";

/// @title LiquidityPoolOptimizer
/// @notice See `ILiquidityPoolOptimizer`. This implementation swaps; pools and their settings, positions, and views are
/// extensions at the same address.
contract LiquidityPoolOptimizer is ManagedUpgradeable, LocalRoles, GroupPausable, Trading {
    /// @notice Extension of pools and their settings.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable REGISTRY;

    /// @notice Extension of positions and their tokens.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable POSITIONS;

    /// @notice Extension of quotes, time-weighted prices, fees and state.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable VIEWS;

    /// @notice Extension of batches at one price.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable BATCHES;

    /// @notice Extension of strategies.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable STRATEGIES;

    /// @notice Extension of lending.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable LENDING;

    /// @notice Names the extensions for good: a proxy changes them by an upgrade alone.
    /// @param registry extension of pools and their settings
    /// @param positions extension of positions and their tokens
    /// @param views extension of quotes, time-weighted prices, fees and state
    /// @param batches extension of batches at one price
    /// @param strategies extension of strategies
    /// @param lending extension of lending
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(
        address registry,
        address positions,
        address views,
        address batches,
        address strategies,
        address lending
    ) {
        REGISTRY = _withCode(registry);
        POSITIONS = _withCode(positions);
        VIEWS = _withCode(views);
        BATCHES = _withCode(batches);
        STRATEGIES = _withCode(strategies);
        LENDING = _withCode(lending);
    }

    /// @notice Passes every other function on to the extension that has it.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external payable {
        address extension = LiquidityRouting.isPositions(msg.sig)
            ? POSITIONS
            : LiquidityRouting.isRegistry(msg.sig)
                ? REGISTRY
                : LiquidityRouting.isBatches(msg.sig)
                    ? BATCHES
                    : LiquidityRouting.isStrategies(msg.sig)
                        ? STRATEGIES
                        : LiquidityRouting.isLending(msg.sig) ? LENDING : VIEWS;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            switch success
            case 0 { revert(free, returndatasize()) }
            default { return(free, returndatasize()) }
        }
    }

    /// @notice Takes native coin from its wrapper alone.
    receive() external payable {
        if (msg.sender != _layout().wrappedNative) revert NativeCoinMismatch(msg.sender, msg.value);
    }

    function _withCode(address extension) private view returns (address) {
        if (extension.code.length == 0) revert ILiquidityPoolOptimizer.AddressWithoutCode(extension);
        return extension;
    }
}
