// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Units that leave for another chain and arrive from one, with what the other end needs
/// @notice ERC-7802's two functions in one call each for a bridge that carries identity and lots. Pause, freezes, rules
/// and limits hold as in `crosschainBurn` and `crosschainMint`. ERC-7802's events are those of its own functions: here
/// `Transfer`, the engine's `TransferDecision` and the bridge's own events tell of it. Amounts in token units; lots are
/// words as `ILots` describes them.
interface ITokenBridging {
    /// @notice Burns as `crosschainBurn`, and says whose units left and which lots. Local role BRIDGE.
    /// @dev Reverts with `LocalRoleMissing`, `TransferRefused`.
    /// @return identity identity with which `from` is registered; zero when it is not
    /// @return lots lots that left, those of the investor behind a custodian; empty where the engine keeps none
    function burnLeaving(address from, uint256 amount) external returns (address identity, uint256[] memory lots);

    /// @notice Mints as `crosschainMint`, with the lots that come along. Local role BRIDGE.
    /// @dev Without lots they are those announced for this arrival (`ILots.announceArrival`), or one acquired today.
    /// Reverts with `LocalRoleMissing`, `TransferRefused`, and `LotsNotKept`, `LotMalformed`, `LotsNotTheAmount`.
    /// @param identity identity that had the units on the other chain; where it is not the recipient's the lots are
    /// sold to it, and the rules on sales run
    function mintArriving(address identity, address to, uint256 amount, uint256[] calldata lots) external;
}
