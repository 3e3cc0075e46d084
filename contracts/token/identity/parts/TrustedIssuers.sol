// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { ITrustedIssuersRegistry } from "../../../interfaces/ITrustedIssuersRegistry.sol";
import { IdentityStorage, TrustedIssuer } from "../IdentityStorage.sol";
import { RegistryCore } from "./RegistryCore.sol";

/// @title TrustedIssuers
/// @notice ERC-3643's list of issuers whose claims, and whose signed batches, count.
/// @dev An issuer keeps its place, and so its attester index, for ever: records name it. Topics are empty while it is
/// not trusted.
abstract contract TrustedIssuers is RegistryCore, ITrustedIssuersRegistry {
    uint256 private constant MAX_TOPICS = 15;
    uint256 private constant MAX_ISSUERS = 50;
    uint256 private constant MAX_PLACES = 63;

    /// @inheritdoc ITrustedIssuersRegistry
    function addTrustedIssuer(address trustedIssuer, uint256[] calldata claimTopics) external restricted {
        _requireAddress(trustedIssuer);
        if (_trusted(trustedIssuer)) revert IInvestorAttestations.IssuerAlreadyTrusted(trustedIssuer);
        IdentityStorage.Layout storage $ = _registry();
        uint256 count = _count();
        if (count == MAX_ISSUERS) revert IInvestorAttestations.TooManyTrustedIssuers(count + 1);
        uint256 index = $.issuerIndex[trustedIssuer];
        if (index == 0) {
            if ($.issuers.length == MAX_PLACES) revert IInvestorAttestations.TooManyTrustedIssuers(MAX_PLACES + 1);
            $.issuers.push().issuer = trustedIssuer;
            index = $.issuers.length;
            $.issuerIndex[trustedIssuer] = index;
        }
        _setTopics(trustedIssuer, $.issuers[index - 1], claimTopics);
        emit TrustedIssuerAdded(trustedIssuer, claimTopics);
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function removeTrustedIssuer(address trustedIssuer) external restricted {
        _dropTopics(trustedIssuer, _entry(trustedIssuer));
        emit TrustedIssuerRemoved(trustedIssuer);
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function updateIssuerClaimTopics(address trustedIssuer, uint256[] calldata claimTopics) external restricted {
        TrustedIssuer storage entry = _entry(trustedIssuer);
        _dropTopics(trustedIssuer, entry);
        _setTopics(trustedIssuer, entry, claimTopics);
        emit ClaimTopicsUpdated(trustedIssuer, claimTopics);
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function getTrustedIssuers() external view returns (address[] memory issuers) {
        TrustedIssuer[] storage places = _registry().issuers;
        issuers = new address[](_count());
        uint256 found = 0;
        for (uint256 i = 0; i < places.length; ++i) {
            if (places[i].topics.length != 0) issuers[found++] = places[i].issuer;
        }
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function getTrustedIssuersForClaimTopic(uint256 claimTopic) external view returns (address[] memory) {
        return _registry().issuersOfTopic[claimTopic];
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function isTrustedIssuer(address issuer) external view returns (bool) {
        return _trusted(issuer);
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function getTrustedIssuerClaimTopics(address trustedIssuer) external view returns (uint256[] memory) {
        return _entry(trustedIssuer).topics;
    }

    /// @inheritdoc ITrustedIssuersRegistry
    function hasClaimTopic(address issuer, uint256 claimTopic) external view returns (bool) {
        address[] storage issuers = _registry().issuersOfTopic[claimTopic];
        for (uint256 i = 0; i < issuers.length; ++i) {
            if (issuers[i] == issuer) return true;
        }
        return false;
    }

    function _trusted(address issuer) internal view returns (bool) {
        IdentityStorage.Layout storage $ = _registry();
        uint256 index = $.issuerIndex[issuer];
        return index != 0 && $.issuers[index - 1].topics.length != 0;
    }

    function _entry(address issuer) private view returns (TrustedIssuer storage) {
        _requireAddress(issuer);
        if (!_trusted(issuer)) revert IInvestorAttestations.IssuerNotTrusted(issuer);
        IdentityStorage.Layout storage $ = _registry();
        return $.issuers[$.issuerIndex[issuer] - 1];
    }

    function _count() private view returns (uint256 count) {
        TrustedIssuer[] storage places = _registry().issuers;
        for (uint256 i = 0; i < places.length; ++i) {
            if (places[i].topics.length != 0) ++count;
        }
    }

    function _setTopics(address issuer, TrustedIssuer storage entry, uint256[] calldata topics) private {
        if (topics.length == 0) revert IInvestorAttestations.NoClaimTopics(issuer);
        if (topics.length > MAX_TOPICS) revert IInvestorAttestations.TooManyClaimTopics(topics.length);
        entry.topics = topics;
        for (uint256 i = 0; i < topics.length; ++i) {
            _registry().issuersOfTopic[topics[i]].push(issuer);
        }
    }

    function _dropTopics(address issuer, TrustedIssuer storage entry) private {
        uint256[] storage topics = entry.topics;
        for (uint256 i = 0; i < topics.length; ++i) {
            address[] storage issuers = _registry().issuersOfTopic[topics[i]];
            for (uint256 j = 0; j < issuers.length; ++j) {
                if (issuers[j] == issuer) {
                    issuers[j] = issuers[issuers.length - 1];
                    issuers.pop();
                    break;
                }
            }
        }
        delete entry.topics;
    }
}
