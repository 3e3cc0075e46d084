// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { ILayerZeroSettings } from "../protocols/ILayerZeroSettings.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title LayerZeroSettings
/// @notice Libraries and verifiers of this application at LayerZero's endpoint, set by the application itself: there is
/// no delegate who could change them without the access manager's delay.
abstract contract LayerZeroSettings is IBridgeConfiguration, BridgeCore, AccessManagedUpgradeable {
    uint32 private constant VERIFIERS = 2;
    uint256 private constant LEAST_VERIFIERS = 2;

    /// @dev Verifiers as LayerZero's libraries encode them; NIL (255) stands for none.
    struct Verifiers {
        uint64 confirmations;
        uint8 requiredDVNCount;
        uint8 optionalDVNCount;
        uint8 optionalDVNThreshold;
        address[] requiredDVNs;
        address[] optionalDVNs;
    }

    /// @inheritdoc IBridgeConfiguration
    function setLayerZeroLibraries(uint32 eid, address sendLibrary, address receiveLibrary) external restricted {
        ILayerZeroSettings endpoint = ILayerZeroSettings(_layerZeroEndpoint());
        emit LayerZeroLibrariesSet(eid, sendLibrary, receiveLibrary);
        endpoint.setSendLibrary(address(this), eid, sendLibrary);
        endpoint.setReceiveLibrary(address(this), eid, receiveLibrary, 0);
        if (_layout().layerZeroChains[eid] != 0) _requireVerifiers(eid);
    }

    /// @inheritdoc IBridgeConfiguration
    function configureLayerZero(address messageLibrary, LibraryParameter[] calldata parameters) external restricted {
        uint256 count = parameters.length;
        ILayerZeroSettings.ConfigParameter[] memory passed = new ILayerZeroSettings.ConfigParameter[](count);
        for (uint256 i; i < count; ++i) {
            LibraryParameter calldata item = parameters[i];
            if (item.configType == VERIFIERS) _requireSeveral(item.config);
            passed[i] = ILayerZeroSettings.ConfigParameter(item.eid, item.configType, item.config);
            emit LayerZeroConfigured(messageLibrary, item.eid, item.configType, item.config);
        }
        ILayerZeroSettings(_layerZeroEndpoint()).setConfig(address(this), messageLibrary, passed);
    }

    /// @dev Asks LayerZero's endpoint what holds for a chain, both ways: its own defaults may ask for one verifier.
    function _requireVerifiers(uint32 eid) internal view {
        ILayerZeroSettings endpoint = ILayerZeroSettings(_layerZeroEndpoint());
        address sending = endpoint.getSendLibrary(address(this), eid);
        _requireSeveral(endpoint.getConfig(address(this), sending, eid, VERIFIERS));
        (address receiving,) = endpoint.getReceiveLibrary(address(this), eid);
        _requireSeveral(endpoint.getConfig(address(this), receiving, eid, VERIFIERS));
    }

    function _requireSeveral(bytes memory config) private pure {
        Verifiers memory verifiers = abi.decode(config, (Verifiers));
        uint256 needed = verifiers.requiredDVNs.length;
        if (verifiers.optionalDVNs.length != 0) needed += verifiers.optionalDVNThreshold;
        if (needed < LEAST_VERIFIERS) revert VerifiersTooFew(needed);
    }

    function _layerZeroEndpoint() private view returns (address endpoint) {
        endpoint = _layout().endpoints[uint256(IUniversalBridge.BridgeProtocol.LAYERZERO)].endpoint;
        if (endpoint == address(0)) {
            revert IUniversalBridge.ProtocolOff(IUniversalBridge.BridgeProtocol.LAYERZERO, block.chainid);
        }
    }
}
