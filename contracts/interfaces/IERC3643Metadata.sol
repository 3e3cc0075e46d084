// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IIdentityRegistry } from "./IIdentityRegistry.sol";
import { IModularCompliance } from "./IModularCompliance.sol";

/// @title IERC3643Metadata
/// @notice The half of ERC-3643's token that says what it is, which contracts it asks, and recovers lost wallets.
interface IERC3643Metadata {
    /// @notice Name, symbol, version or identity of the token changed.
    event UpdatedTokenInformation(
        string indexed newName,
        string indexed newSymbol,
        uint8 newDecimals,
        string newVersion,
        address indexed newOnchainID
    );

    /// @notice The token now asks this identity registry.
    event IdentityRegistryAdded(address indexed identityRegistry);

    /// @notice The token now asks this compliance contract.
    event ComplianceAdded(address indexed compliance);

    /// @notice A lost wallet's holding was moved to a new wallet of the same identity.
    event RecoverySuccess(address indexed lostWallet, address indexed newWallet, address indexed investorOnchainID);

    /// @notice Renames the token; owner only. Reverts with `EmptyString`.
    function setName(string calldata newName) external;

    /// @notice Changes the symbol; owner only. Reverts with `EmptyString`.
    function setSymbol(string calldata newSymbol) external;

    /// @notice Sets the token's own identity; owner only, zero allowed.
    function setOnchainID(address newOnchainID) external;

    /// @notice Replaces the identity registry; owner only.
    function setIdentityRegistry(address newIdentityRegistry) external;

    /// @notice Replaces the compliance contract; owner only.
    function setCompliance(address newCompliance) external;

    /// @notice Moves a whole holding, its freezes and its registration to a new wallet of the same identity; agent
    /// only.
    /// @return success always true; failure reverts
    function recoveryAddress(address lostWallet, address newWallet, address investorOnchainID)
        external
        returns (bool success);

    /// @notice Decimal places of one token, at most 18.
    function decimals() external view returns (uint8);

    /// @notice The token's name.
    function name() external view returns (string memory);

    /// @notice The token's own identity; zero when it has none.
    function onchainID() external view returns (address);

    /// @notice The token's symbol.
    function symbol() external view returns (string memory);

    /// @notice The version of the token's code.
    function version() external view returns (string memory);

    /// @notice The registry of verified investors that the token asks.
    function identityRegistry() external view returns (IIdentityRegistry);

    /// @notice The compliance contract that the token asks, one per token.
    function compliance() external view returns (IModularCompliance);
}
