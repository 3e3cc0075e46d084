// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Ids of the manager's roles
/// @notice The top byte is the class, which fixes the minimum delay for ever: 0 upgrade, 1 loosening, 2 tightening,
/// 3 operational, anything else counts as upgrade. `quantera.access.roles` mirrors this file and a test compares the
/// two with the labels the manager emits.
library Roles {
    /// @notice OpenZeppelin's ADMIN_ROLE: configures the manager itself.
    uint64 internal constant ADMIN = 0;
    /// @notice Replaces implementations.
    uint64 internal constant UPGRADER = 1;

    uint64 private constant LOOSENING = 1 << 56;
    /// @notice Raises limits and loosens parameters that have no administrator of their own.
    uint64 internal constant CONFIGURATOR = LOOSENING | 1;
    /// @notice Lifts a pause.
    uint64 internal constant UNPAUSER = LOOSENING | 2;
    /// @notice Grants local roles: agents, bridges, keepers, pricers.
    uint64 internal constant AGENT_ADMIN = LOOSENING | 3;
    /// @notice Rule packs, trusted issuers, claim topics, exemptions.
    uint64 internal constant COMPLIANCE_ADMIN = LOOSENING | 4;
    /// @notice Fee schedules, waivers, splits.
    uint64 internal constant FEE_ADMIN = LOOSENING | 5;
    /// @notice Lanes, peers, endpoints, verifier settings.
    uint64 internal constant BRIDGE_ADMIN = LOOSENING | 6;
    /// @notice Institutions' credit limits and margin terms.
    uint64 internal constant CREDIT_ADMIN = LOOSENING | 7;
    /// @notice Moves the protocol's own money: fees, insurance, first-loss capital.
    uint64 internal constant TREASURER = LOOSENING | 8;
    /// @notice Admits settlement assets, collateral, price feeds and pools.
    uint64 internal constant LISTING_ADMIN = LOOSENING | 9;

    uint64 private constant TIGHTENING = 2 << 56;
    /// @notice Cancels scheduled operations and expels members.
    uint64 internal constant GUARDIAN = TIGHTENING | 1;
    /// @notice Pauses; guardians are given this role as well.
    uint64 internal constant PAUSER = TIGHTENING | 2;
    /// @notice Lowers limits, tightens parameters, delists, revokes local roles.
    uint64 internal constant RISK_OFFICER = TIGHTENING | 3;
    /// @notice Tightens rules, distrusts issuers, revokes verifications.
    uint64 internal constant COMPLIANCE_OFFICER = TIGHTENING | 4;

    uint64 private constant OPERATIONAL = 3 << 56;
    /// @notice Day-to-day calls too rare to deserve a local role.
    uint64 internal constant OPERATOR = OPERATIONAL | 1;
}
