// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../../access/GroupPausable.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IGroupPausable } from "../../interfaces/IGroupPausable.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeLane } from "../storage/BridgeLane.sol";
import { BridgeEndpoint, BridgePeer, BridgeStorage } from "../storage/BridgeStorage.sol";
import { LaneGate } from "../storage/LaneGate.sol";
import { LayerZeroSettings } from "./LayerZeroSettings.sol";

/// @title LaneSettings
/// @notice Protocols, peers and lanes.
abstract contract LaneSettings is LayerZeroSettings, GroupPausable {
    uint256 private constant PROTOCOLS = 4;
    uint256 private constant LEAST_REQUIRED = 2;
    uint256 private constant MOST_DELAY = 30 days;
    uint256 private constant MOST_NAME = 31;

    /// @inheritdoc IBridgeConfiguration
    function setEndpoint(IUniversalBridge.BridgeProtocol protocol, EndpointTerms calldata terms) external restricted {
        bool axelar = protocol == IUniversalBridge.BridgeProtocol.AXELAR;
        if (terms.endpoint != address(0)) {
            _requireCode(terms.endpoint);
            if (axelar) _requireCode(terms.gasService);
        }
        if (!axelar && terms.gasService != address(0)) revert TermsOutOfRange("gasService");
        _layout().endpoints[uint256(protocol)] =
            BridgeEndpoint(terms.endpoint, terms.ownNumber, _sends(protocol), terms.gasService);
        emit EndpointSet(protocol, terms);
    }

    /// @inheritdoc IBridgeConfiguration
    function setPeer(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, PeerTerms calldata terms)
        external
        restricted
    {
        _requireOther(chainId);
        BridgeStorage.Layout storage $ = _layout();
        bool named = protocol == IUniversalBridge.BridgeProtocol.AXELAR && terms.bridge != address(0);
        uint256 length = bytes(terms.name).length;
        if (named == (length == 0) || length > MOST_NAME) revert TermsOutOfRange("name");
        if (terms.bridge != address(0) && named == (terms.number != 0)) revert TermsOutOfRange("number");
        if (protocol == IUniversalBridge.BridgeProtocol.AXELAR) $.axelarNames[chainId] = terms.name;
        if (protocol == IUniversalBridge.BridgeProtocol.LAYERZERO) {
            delete $.layerZeroChains[$.peers[chainId][uint256(protocol)].number];
            if (terms.bridge != address(0)) {
                $.layerZeroChains[terms.number] = chainId;
                _requireVerifiers(uint32(terms.number));
            }
        }
        $.peers[chainId][uint256(protocol)] =
            BridgePeer(terms.bridge, terms.number, terms.securityTier, $.lanes[chainId].gate());
        emit PeerSet(chainId, protocol, terms);
    }

    /// @inheritdoc IBridgeConfiguration
    function setLane(uint256 chainId, LaneTerms calldata terms) external restricted {
        _requireOther(chainId);
        if (terms.required < LEAST_REQUIRED || terms.required > PROTOCOLS) revert TermsOutOfRange("required");
        // Neither is bounded by any amount: one stolen key must not decide a delivery or move a limit.
        if (terms.controlRequired < LEAST_REQUIRED || terms.controlRequired > PROTOCOLS) {
            revert TermsOutOfRange("controlRequired");
        }
        if (terms.delay > MOST_DELAY) revert TermsOutOfRange("delay");
        BridgeLane storage lane = _layout().lanes[chainId];
        (lane.open, lane.required, lane.controlRequired, lane.delay) =
        (terms.open, terms.required, terms.controlRequired, terms.delay);
        _copyGate(chainId);
        emit LaneSet(chainId, terms);
    }

    /// @inheritdoc IBridgeConfiguration
    function pauseLane(uint256 chainId) external restricted {
        _layout().lanes[chainId].paused = true;
        _copyGate(chainId);
        emit LanePauseChanged(chainId, true, msg.sender);
    }

    /// @inheritdoc IBridgeConfiguration
    function unpauseLane(uint256 chainId) external restricted {
        _layout().lanes[chainId].paused = false;
        _copyGate(chainId);
        emit LanePauseChanged(chainId, false, msg.sender);
    }

    /// @inheritdoc IGroupPausable
    function pauseGroups(uint64 groups) external override restricted {
        _pauseGroups(groups);
        _copyPauses();
    }

    /// @inheritdoc IGroupPausable
    function unpauseGroups(uint64 groups) external override restricted {
        _unpauseGroups(groups);
        _copyPauses();
    }

    /// @inheritdoc IBridgeConfiguration
    function setSettlement(address manager) external restricted {
        if (manager != address(0)) _requireCode(manager);
        _layout().settlement = manager;
        emit SettlementManagerSet(manager);
    }

    /// @inheritdoc IBridgeConfiguration
    function endpointOf(IUniversalBridge.BridgeProtocol protocol) external view returns (EndpointTerms memory) {
        BridgeEndpoint memory own = _layout().endpoints[uint256(protocol)];
        return EndpointTerms(own.endpoint, own.gasService, own.ownNumber);
    }

    /// @inheritdoc IBridgeConfiguration
    function peerOf(uint256 chainId, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (PeerTerms memory)
    {
        BridgePeer memory peer = _layout().peers[chainId][uint256(protocol)];
        bool axelar = protocol == IUniversalBridge.BridgeProtocol.AXELAR;
        return PeerTerms(peer.bridge, peer.number, peer.securityTier, axelar ? _layout().axelarNames[chainId] : "");
    }

    /// @inheritdoc IBridgeConfiguration
    function laneOf(uint256 chainId) external view returns (LaneTerms memory terms, bool paused) {
        BridgeLane memory lane = _layout().lanes[chainId];
        return (LaneTerms(lane.open, lane.required, lane.controlRequired, lane.delay), lane.paused);
    }

    /// @inheritdoc IBridgeConfiguration
    function settlementOf() external view returns (address manager) {
        return _layout().settlement;
    }

    /// @dev Whatever changes the pauses ends here: messages look at their protocol's endpoint alone.
    function _copyPauses() private {
        for (uint256 protocol; protocol < PROTOCOLS; ++protocol) {
            _layout().endpoints[protocol].sends = _sends(IUniversalBridge.BridgeProtocol(protocol));
        }
    }

    function _sends(IUniversalBridge.BridgeProtocol protocol) private view returns (bool) {
        return _pausedGroups() & (BridgeGroups.SENDING | BridgeGroups.ofProtocol(protocol)) == 0;
    }

    /// @dev Whatever changes a lane ends here: messages look at their peer alone.
    function _copyGate(uint256 chainId) private {
        BridgeStorage.Layout storage $ = _layout();
        LaneGate gate = $.lanes[chainId].gate();
        for (uint256 protocol; protocol < PROTOCOLS; ++protocol) {
            $.peers[chainId][protocol].gate = gate;
        }
    }

    function _requireOther(uint256 chainId) private view {
        if (chainId == 0 || chainId == block.chainid || chainId > type(uint64).max) revert TermsOutOfRange("chainId");
    }

    function _requireCode(address account) internal view {
        if (account.code.length == 0) revert IUniversalBridge.AddressWithoutCode(account);
    }
}
