// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ManagedUpgradeable } from "../access/ManagedUpgradeable.sol";
import { IUniversalBridge } from "../interfaces/IUniversalBridge.sol";
import { CCIPReceiver } from "./lanes/CCIPReceiver.sol";
import { Crediting } from "./parts/Crediting.sol";
import { Sending } from "./parts/Sending.sol";
import { ILayerZeroReceiver } from "./protocols/ILayerZeroReceiver.sol";
import { BridgeRouting } from "./BridgeRouting.sol";

/// @title UniversalBridge
/// @notice See `IUniversalBridge`. This implementation sends, takes what protocols bring and credits transfers; what
/// waits, what is set (pauses and local roles too), and which protocol to choose are extensions at the same address.
contract UniversalBridge is CCIPReceiver, ILayerZeroReceiver, ManagedUpgradeable, Sending, Crediting {
    /// @notice Extension of waiting messages, allotments, deliveries and escrows.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable RECOVERY;

    /// @notice Extension of everything that is set.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable CONFIGURATION;

    /// @notice Extension of quotes, the choice of a protocol, and the platform's fee.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable ROUTES;

    /// @notice Names the extensions for good: a proxy changes them by an upgrade alone.
    /// @param recovery extension of waiting messages, allotments, deliveries and escrows
    /// @param configuration extension of everything that is set
    /// @param routes extension of quotes, the choice of a protocol, and the platform's fee
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address recovery, address configuration, address routes) {
        if (recovery.code.length == 0) revert AddressWithoutCode(recovery);
        if (configuration.code.length == 0) revert AddressWithoutCode(configuration);
        if (routes.code.length == 0) revert AddressWithoutCode(routes);
        RECOVERY = recovery;
        CONFIGURATION = configuration;
        ROUTES = routes;
    }

    /// @notice Passes every other function on to the extension that has it.
    /// @custom:oz-upgrades-unsafe-allow delegatecall
    fallback() external payable {
        address extension = BridgeRouting.isRecovery(msg.sig)
            ? RECOVERY
            : BridgeRouting.isConfiguration(msg.sig) ? CONFIGURATION : ROUTES;
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

    /// @inheritdoc IUniversalBridge
    function creditArrival(bytes calldata message, address recipient, uint256 voters, uint256 required)
        external
        onlyBridge
    {
        _credit(message, recipient, voters, required);
    }

    /// @inheritdoc IUniversalBridge
    function chainAssetRegistry(uint256 chainId, address localAsset) external view returns (address remoteAsset) {
        return _layout().remoteAssets[chainId][localAsset];
    }
}
