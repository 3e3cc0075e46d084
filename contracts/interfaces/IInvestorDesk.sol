// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IInvestorDesk
/// @notice What a token asks of the chain's compliance engine about single wallets, besides decisions on movements.
interface IInvestorDesk {
    /// @notice A wallet's registration moved to a new wallet of the same identity.
    event WalletRecovered(
        address indexed token, address indexed lostWallet, address indexed newWallet, address identity
    );

    /// @notice The wallets do not belong to one identity, or the identity is not the one named.
    error RecoveryMismatch(address lostWallet, address newWallet, address identity);

    /// @notice Moves a lost wallet's record to a new one. Callable by registered tokens alone.
    /// @dev Keeps working when another token's recovery has moved the record already: then the new wallet must carry
    /// the identity. Reverts with `RecoveryMismatch` or `TokenNotRegistered`.
    function recoverWallet(address lostWallet, address newWallet, address identity) external;

    /// @notice Enters the new wallet of a recovery and leaves the lost one registered until `recoverWallet`: external
    /// compliance modules, which are told of the movement in between, ask for the identities of both. Callable by
    /// registered tokens alone.
    /// @dev Reverts as `recoverWallet` does.
    function enterRecoveredWallet(address lostWallet, address newWallet, address identity) external;

    /// @notice Whether the wallet's holder may send at all: not under a sanctions hold, verified where the token asks.
    function canSend(address token, address wallet) external view returns (bool);

    /// @notice Whether the wallet's holder may receive at all: registered, verified, not under a sanctions hold.
    function canReceive(address token, address wallet) external view returns (bool);

    /// @notice The sentence that belongs to a reason code; empty for codes that the catalogue does not know.
    function reasonText(uint8 code) external view returns (string memory text);
}
