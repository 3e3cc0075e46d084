// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IBridgeConfiguration } from "../../interfaces/IBridgeConfiguration.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { BridgeFeed, BridgeStorage } from "../storage/BridgeStorage.sol";
import { BridgeCore } from "./BridgeCore.sol";

/// @title RouteSettings
/// @notice What the choice between protocols rests on beside quotes: attested inputs, feeds and security tiers.
abstract contract RouteSettings is IBridgeConfiguration, BridgeCore, LocalRoleBits, AccessManagedUpgradeable {
    uint256 private constant MOST_SECONDS = 7 days;
    uint256 private constant BPS = 10_000;

    /// @inheritdoc IBridgeConfiguration
    function setUsdFeed(address asset, address feed, uint32 maxAge) external restricted {
        if (feed != address(0) && feed.code.length == 0) revert IUniversalBridge.AddressWithoutCode(feed);
        _layout().feeds[asset] = BridgeFeed(feed, maxAge);
        emit FeedSet(asset, feed, maxAge);
    }

    /// @inheritdoc IBridgeConfiguration
    function postInputs(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, RouteInputs calldata inputs)
        external
        onlyLocalRole(LocalRole.PRICER)
    {
        RouteInputs memory dated = _dated(inputs);
        _layout().posted[chainId][uint256(protocol)] = dated;
        emit InputsPosted(chainId, protocol, dated, msg.sender);
    }

    /// @inheritdoc IBridgeConfiguration
    function setDefaultInputs(uint256 chainId, IUniversalBridge.BridgeProtocol protocol, RouteInputs calldata inputs)
        external
        restricted
    {
        RouteInputs memory dated = _dated(inputs);
        _layout().defaults[chainId][uint256(protocol)] = dated;
        emit DefaultInputsSet(chainId, protocol, dated);
    }

    /// @inheritdoc IBridgeConfiguration
    function setInputMaxAge(uint32 maxAge) external restricted {
        _layout().inputMaxAge = maxAge;
        emit InputMaxAgeSet(maxAge);
    }

    /// @inheritdoc IBridgeConfiguration
    function setTierFloors(uint64[4] calldata usdFrom) external restricted {
        for (uint256 i = 1; i < usdFrom.length; ++i) {
            if (usdFrom[i] < usdFrom[i - 1]) revert TermsOutOfRange("usdFrom");
        }
        _layout().tierFloors = usdFrom;
        emit TierFloorsSet(usdFrom);
    }

    /// @inheritdoc IBridgeConfiguration
    function usdFeedOf(address asset) external view returns (address feed, uint32 maxAge) {
        BridgeFeed memory known = _layout().feeds[asset];
        return (known.feed, known.maxAge);
    }

    /// @inheritdoc IBridgeConfiguration
    function inputsOf(uint256 chainId, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (RouteInputs memory posted, RouteInputs memory defaults, uint32 maxAge)
    {
        BridgeStorage.Layout storage $ = _layout();
        return ($.posted[chainId][uint256(protocol)], $.defaults[chainId][uint256(protocol)], $.inputMaxAge);
    }

    /// @inheritdoc IBridgeConfiguration
    function tierFloors() external view returns (uint64[4] memory usdFrom) {
        return _layout().tierFloors;
    }

    function _dated(RouteInputs calldata inputs) private view returns (RouteInputs memory dated) {
        if (inputs.expectedSeconds > MOST_SECONDS) revert TermsOutOfRange("expectedSeconds");
        if (inputs.reliabilityBps > BPS) revert TermsOutOfRange("reliabilityBps");
        if (inputs.congestionBps > BPS) revert TermsOutOfRange("congestionBps");
        dated = inputs;
        dated.postedAt = uint40(block.timestamp);
    }
}
