// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { LiquidityRouting } from "./LiquidityRouting.sol";
import { PoolRegistry } from "./parts/PoolRegistry.sol";
import { Positions } from "./parts/Positions.sol";
import { Trading } from "./parts/Trading.sol";

/// @title LiquidityPoolOptimizer
/// @notice See `ILiquidityPoolOptimizer`. This implementation holds what moves units: swaps and liquidity.
contract LiquidityPoolOptimizer is ManagedUpgradeable, LocalRoles, GroupPausable, PoolRegistry, Positions, Trading {
    /// @notice Extension of moving, compounding and closing positions.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable RANGES;

    /// @notice Extension of quotes, time-weighted prices, fees and state.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable VIEWS;

    /// @notice Names the extensions for good: a proxy changes them by an upgrade alone.
    /// @param ranges extension of moving, compounding and closing positions
    /// @param views extension of quotes, time-weighted prices, fees and state
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address ranges, address views) {
        if (ranges.code.length == 0) revert AddressWithoutCode(ranges);
        if (views.code.length == 0) revert AddressWithoutCode(views);
        RANGES = ranges;
        VIEWS = views;
    }

    /// @inheritdoc ILiquidityPoolOptimizer
    function initialize(address authority_, address wrappedNative) external initializer {
        if (wrappedNative.code.length == 0) revert AddressWithoutCode(wrappedNative);
        __Managed_init(authority_);
        _layout().wrappedNative = wrappedNative;
    }

    /// @notice Passes every other function on to the extension that has it.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external {
        address extension = LiquidityRouting.isRanges(msg.sig) ? RANGES : VIEWS;
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
}
