// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AgentRole } from "../../access/AgentRole.sol";
import { ReasonTexts } from "../compliance/ReasonTexts.sol";
import { Attestations } from "./parts/Attestations.sol";
import { ClaimTopics } from "./parts/ClaimTopics.sol";
import { InvestorDesk } from "./parts/InvestorDesk.sol";
import { SharedStorage } from "./parts/SharedStorage.sol";

/// @title IdentityRegistryExtension
/// @notice The register of verified investors: ERC-3643's registry, storage, topics and issuers at one address, with
/// signed attestations beside ONCHAINID claims. Reached through the compliance engine's fallback alone.
/// @custom:extension-of ComplianceEngine
contract IdentityRegistryExtension is AgentRole, SharedStorage, ClaimTopics, Attestations, InvestorDesk {
    /// @notice Closes the bare implementation.
    /// @param reasonTexts the contract that holds the sentences of the reason codes
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(ReasonTexts reasonTexts) InvestorDesk(reasonTexts) {
        _disableInitializers();
    }
}
