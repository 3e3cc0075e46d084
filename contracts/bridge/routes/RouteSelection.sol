// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IBridgeRoutes } from "../../interfaces/IBridgeRoutes.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeGroups } from "../BridgeGroups.sol";
import { BridgeMessages } from "../BridgeMessages.sol";
import { BridgeReasons } from "../BridgeReasons.sol";
import { BridgeLane } from "../storage/BridgeLane.sol";
import { BridgeAssetWord } from "../storage/BridgeAssetWord.sol";
import { BridgePeer, BridgeStorage } from "../storage/BridgeStorage.sol";
import { RouteChoice } from "./RouteChoice.sol";
import { RouteInputsReader } from "./RouteInputsReader.sol";
import { RouteReasons } from "./RouteReasons.sol";
import { RouteScore } from "./RouteScore.sol";

/// @title RouteSelection
/// @notice Which protocol should carry a message, and why not another.
abstract contract RouteSelection is IBridgeRoutes, RouteInputsReader {
    using RouteChoice for IBridgeRoutes.Candidate[4];

    /// @dev A message that looks for its protocol.
    struct Ask {
        uint256 chainId;
        uint256 length;
        uint256 gasLimit;
        uint256 tier;
        uint8 reason;
    }

    uint256 private constant PROTOCOLS = 4;
    uint256 private constant LOT_BYTES = 32;
    // Where no asset is named: a regulated asset's usual credit.
    uint256 private constant USUAL_GAS = 400_000;
    // A protocol whose quote takes more is as good as one without.
    uint256 private constant QUOTE_GAS = 2_000_000;
    uint256 private constant MOST_FEE = type(uint128).max;

    /// @inheritdoc IBridgeRoutes
    function getOptimalProtocol(uint256 targetChain, uint256 amount, uint256 urgency)
        external
        view
        returns (IUniversalBridge.BridgeProtocol protocol)
    {
        return _candidates(_askOfValue(targetChain, amount), urgency).best(targetChain).protocol;
    }

    /// @inheritdoc IBridgeRoutes
    function getOptimalProtocol(uint256 targetChain, address asset, uint256 units, uint256 urgency)
        external
        view
        returns (IUniversalBridge.BridgeProtocol protocol)
    {
        return _candidates(_askOfAsset(targetChain, asset, units), urgency).best(targetChain).protocol;
    }

    /// @inheritdoc IBridgeRoutes
    function explainProtocols(uint256 targetChain, uint256 amount, uint256 urgency)
        external
        view
        returns (Candidate[4] memory candidates)
    {
        return _candidates(_askOfValue(targetChain, amount), urgency);
    }

    /// @inheritdoc IBridgeRoutes
    function explainProtocols(uint256 targetChain, address asset, uint256 units, uint256 urgency)
        external
        view
        returns (Candidate[4] memory candidates)
    {
        return _candidates(_askOfAsset(targetChain, asset, units), urgency);
    }

    function _askOfValue(uint256 targetChain, uint256 value) private view returns (Ask memory) {
        return Ask({
            chainId: targetChain,
            length: BridgeMessages.HEAD,
            gasLimit: USUAL_GAS + ENTRY_GAS,
            tier: _requiredTier(value, true),
            reason: _laneReason(targetChain)
        });
    }

    function _askOfAsset(uint256 targetChain, address asset, uint256 units) private view returns (Ask memory) {
        BridgeAssetWord terms = _layout().assets[asset].word();
        (uint256 value, bool known) = _valueUp(asset, units);
        uint256 lots = terms.has(BridgeStorage.KEEPS_LOTS) ? 1 : 0;
        uint8 reason = _laneReason(targetChain);
        if (reason == RouteReasons.NONE) reason = _assetReason(targetChain, asset, terms, units);
        return Ask({
            chainId: targetChain,
            length: BridgeMessages.HEAD + LOT_BYTES * lots,
            gasLimit: _arrivalGas(terms, lots),
            tier: _requiredTier(value, known),
            reason: reason
        });
    }

    /// @dev Why nothing at all may leave for a chain.
    function _laneReason(uint256 chainId) internal view returns (uint8) {
        if (_pausedGroups() & BridgeGroups.SENDING != 0) return BridgeReasons.BRIDGE_PAUSED;
        BridgeLane memory lane = _layout().lanes[chainId];
        return lane.open && !lane.paused ? RouteReasons.NONE : BridgeReasons.LANE_PAUSED;
    }

    /// @dev Why units of an asset may not leave for a chain, whoever sends them.
    function _assetReason(uint256 chainId, address asset, BridgeAssetWord terms, uint256 units)
        internal
        view
        returns (uint8)
    {
        BridgeStorage.Layout storage $ = _layout();
        if (!terms.has(BridgeStorage.LISTED) || $.remoteAssets[chainId][asset] == address(0)) {
            return BridgeReasons.ASSET_UNKNOWN;
        }
        if (terms.has(BridgeStorage.PAUSED)) return BridgeReasons.ASSET_PAUSED;
        uint256 multiple = terms.unitsPerAmount();
        if (units == 0 || units % multiple != 0) return RouteReasons.DUST;
        uint256 key = BridgeStorage.limitKey(IBridgeConfiguration.LimitKind.LANE_OUT, chainId);
        bool room = units / multiple <= $.buckets[asset][key].availableDown();
        return room ? RouteReasons.NONE : BridgeReasons.LANE_LIMIT;
    }

    /// @dev Why a protocol may not carry anything to a chain.
    function _protocolReason(uint256 chainId, IUniversalBridge.BridgeProtocol protocol) internal view returns (uint8) {
        BridgeStorage.Layout storage $ = _layout();
        bool there = $.peers[chainId][uint256(protocol)].bridge != address(0)
            && $.endpoints[uint256(protocol)].endpoint != address(0);
        if (!there) return RouteReasons.PROTOCOL_ABSENT;
        bool paused = _pausedGroups() & BridgeGroups.ofProtocol(protocol) != 0;
        return paused ? BridgeReasons.PROTOCOL_PAUSED : RouteReasons.NONE;
    }

    /// @dev In a call of its own, so that a protocol that fails, or answers nonsense, stands in no other's way.
    function _tryFee(IUniversalBridge.BridgeProtocol protocol, uint256 chainId, bytes memory message, uint256 gasLimit)
        internal
        view
        returns (bool quoted, uint256 fee)
    {
        try IBridgeRoutes(address(this)).protocolFee{ gas: QUOTE_GAS }(protocol, chainId, message, gasLimit) returns (
            uint256 asked
        ) {
            return asked > MOST_FEE ? (false, 0) : (true, asked);
        } catch {
            return (false, 0);
        }
    }

    function _candidates(Ask memory ask, uint256 urgency) private view returns (Candidate[4] memory candidates) {
        if (urgency > RouteScore.MOST_URGENT) revert UrgencyUnknown(urgency);
        bytes memory message = new bytes(ask.length);
        for (uint256 i; i < PROTOCOLS; ++i) {
            candidates[i] = _candidate(ask, IUniversalBridge.BridgeProtocol(i), message);
        }
        candidates.score(urgency);
    }

    function _candidate(Ask memory ask, IUniversalBridge.BridgeProtocol protocol, bytes memory message)
        private
        view
        returns (Candidate memory candidate)
    {
        candidate.protocol = protocol;
        BridgePeer memory peer = _layout().peers[ask.chainId][uint256(protocol)];
        IBridgeConfiguration.RouteInputs memory inputs;
        (inputs, candidate.attested) = _inputs(ask.chainId, protocol);
        candidate.tier = peer.securityTier;
        candidate.reliabilityBps = inputs.reliabilityBps;
        candidate.expectedSeconds = RouteScore.congestedUp(inputs.expectedSeconds, inputs.congestionBps);
        candidate.deliveryCost = inputs.deliveryCost;
        candidate.reason = ask.reason;
        if (candidate.reason == RouteReasons.NONE) candidate.reason = _protocolReason(ask.chainId, protocol);
        if (candidate.reason == RouteReasons.NONE && candidate.tier < ask.tier) {
            candidate.reason = RouteReasons.TIER_TOO_LOW;
        }
        if (candidate.reason != RouteReasons.NONE) return candidate;
        bool quoted;
        (quoted, candidate.fee) = _tryFee(protocol, ask.chainId, message, ask.gasLimit);
        if (!quoted) candidate.reason = RouteReasons.QUOTE_FAILED;
    }
}
