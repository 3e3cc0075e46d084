// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../access/GroupPausable.sol";
import { LocalRoles } from "../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { ISettlementAssetManager } from "../interfaces/ISettlementAssetManager.sol";
import { NetSettlement } from "./parts/NetSettlement.sol";
import { Payments } from "./parts/Payments.sol";
import { TradeSettlement } from "./parts/TradeSettlement.sol";
import { SettlementRouting } from "./SettlementRouting.sol";

/// @title SettlementAssetManager
/// @notice See `ISettlementAssetManager`. This implementation moves payments, trades and netting batches; what is
/// admitted and counted, and what waits (holds, queues, instructions, locks), are extensions at the same address.
contract SettlementAssetManager is
    ManagedUpgradeable,
    LocalRoles,
    GroupPausable,
    Payments,
    TradeSettlement,
    NetSettlement
{
    /// @notice Extension of assets, participants, selection views and counters.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable REGISTRY;

    /// @notice Extension of submitted instructions and netted trades.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable TRADES;

    /// @notice Extension of holds, queued payments and deliveries across chains.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable CUSTODY;

    /// @notice Names the extensions for good: a proxy changes them by an upgrade alone.
    /// @param registry extension of assets, participants, selection views and counters
    /// @param trades extension of submitted instructions and netted trades
    /// @param custody extension of holds, queued payments and deliveries across chains
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address registry, address trades, address custody) {
        if (registry.code.length == 0) revert ISettlementAssetManager.AddressWithoutCode(registry);
        if (trades.code.length == 0) revert ISettlementAssetManager.AddressWithoutCode(trades);
        if (custody.code.length == 0) revert ISettlementAssetManager.AddressWithoutCode(custody);
        REGISTRY = registry;
        TRADES = trades;
        CUSTODY = custody;
    }

    /// @notice Passes every other function on to the extension that has it.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external {
        address extension =
            SettlementRouting.isTrades(msg.sig) ? TRADES : SettlementRouting.isCustody(msg.sig) ? CUSTODY : REGISTRY;
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
}
