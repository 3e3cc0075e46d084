// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IClaimTopicsRegistry } from "../../../interfaces/IClaimTopicsRegistry.sol";
import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { RegistryCore } from "./RegistryCore.sol";

/// @title ClaimTopics
/// @notice ERC-3643's list of topics for which every investor needs a claim.
abstract contract ClaimTopics is RegistryCore, IClaimTopicsRegistry {
    uint256 private constant MAX_TOPICS = 15;

    /// @inheritdoc IClaimTopicsRegistry
    function addClaimTopic(uint256 claimTopic) external restricted {
        uint256[] storage topics = _registry().topics;
        if (topics.length == MAX_TOPICS) revert IInvestorAttestations.TooManyClaimTopics(MAX_TOPICS + 1);
        for (uint256 i = 0; i < topics.length; ++i) {
            if (topics[i] == claimTopic) revert IInvestorAttestations.ClaimTopicAlreadyRequired(claimTopic);
        }
        topics.push(claimTopic);
        emit ClaimTopicAdded(claimTopic);
    }

    /// @inheritdoc IClaimTopicsRegistry
    function removeClaimTopic(uint256 claimTopic) external restricted {
        uint256[] storage topics = _registry().topics;
        for (uint256 i = 0; i < topics.length; ++i) {
            if (topics[i] == claimTopic) {
                topics[i] = topics[topics.length - 1];
                topics.pop();
                emit ClaimTopicRemoved(claimTopic);
                return;
            }
        }
    }

    /// @inheritdoc IClaimTopicsRegistry
    function getClaimTopics() external view returns (uint256[] memory) {
        return _registry().topics;
    }
}
