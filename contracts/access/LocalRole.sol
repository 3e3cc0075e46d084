// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Bit numbers of local roles
/// @notice Roles used in every transaction are bits in the contract's own storage (see `LocalRoles`). A number means
/// the same in every contract; `quantera.access.roles` mirrors this file.
library LocalRole {
    /// @notice ERC-3643 agent: mints, burns, freezes, forces, recovers, registers.
    uint8 internal constant AGENT = 0;
    /// @notice The bridge: burns and mints across chains, carries quotas and lots.
    uint8 internal constant BRIDGE = 1;
    /// @notice Keepers that need to be known: rebalancing, margin calls, sweeping.
    uint8 internal constant KEEPER = 2;
    /// @notice Posts prices and attested inputs.
    uint8 internal constant PRICER = 3;
    /// @notice A contract of this system allowed to charge fees or report volume for its users.
    uint8 internal constant PRODUCT = 4;
    /// @notice A contract that settles trades: states the price of transfers that it carries out.
    uint8 internal constant SETTLEMENT = 5;
}
