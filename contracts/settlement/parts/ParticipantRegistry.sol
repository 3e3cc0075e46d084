// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { ISettlementRegistry } from "../../interfaces/ISettlementRegistry.sol";
import { Institution, Participant } from "../storage/SettlementStorage.sol";
import { AssetRegistry } from "./AssetRegistry.sol";

/// @title ParticipantRegistry
/// @notice Who may settle, for which institution, and what is attested of institutions.
abstract contract ParticipantRegistry is LocalRoleBits, AssetRegistry {
    /// @inheritdoc ISettlementRegistry
    /// @dev The manager itself is never one: what it holds is others'.
    function admitParticipant(address account, address institution, uint16 jurisdictions) external restricted {
        if (account == address(0) || account == address(this)) revert ISettlementRegistry.TermsInvalid("account");
        if (institution == address(0)) revert ISettlementRegistry.TermsInvalid("institution");
        if (jurisdictions == 0 || jurisdictions >> JURISDICTIONS != 0) {
            revert ISettlementRegistry.TermsInvalid("jurisdictions");
        }
        Participant storage admitted = _layout().participants[account];
        (admitted.institution, admitted.jurisdictions) = (institution, jurisdictions);
        emit ISettlementRegistry.ParticipantSet(account, institution, jurisdictions);
    }

    /// @inheritdoc ISettlementRegistry
    function suspendParticipant(address account) external restricted {
        Participant storage found = _layout().participants[account];
        found.jurisdictions = 0;
        emit ISettlementRegistry.ParticipantSet(account, found.institution, 0);
    }

    /// @inheritdoc ISettlementRegistry
    function attestInstitution(address institution, uint96 tier1Value, uint96 exposureValue)
        external
        onlyLocalRole(LocalRole.PRICER)
    {
        _layout().institutions[institution] = Institution(tier1Value, exposureValue, true);
        emit ISettlementRegistry.InstitutionAttested(institution, tier1Value, exposureValue);
    }

    /// @inheritdoc ISettlementRegistry
    function participantOf(address account) external view returns (address institution, uint16 jurisdictions) {
        Participant memory found = _layout().participants[account];
        return found.jurisdictions == 0 ? (address(0), 0) : (found.institution, found.jurisdictions);
    }

    /// @inheritdoc ISettlementRegistry
    function institutionOf(address institution) external view returns (uint256 tier1Value, uint256 exposureValue) {
        Institution memory found = _layout().institutions[institution];
        if (!found.attested) revert ISettlementRegistry.InstitutionNotAttested(institution);
        return (found.tier1Value, found.exposureValue);
    }
}
