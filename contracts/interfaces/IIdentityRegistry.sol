// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IIdentityRegistry
/// @notice ERC-3643's register of investors, ABI-compatible with T-REX 4.1.6. Countries are ISO 3166-1 numeric.
/// @dev Registries and identities are typed as addresses here; the ABI is the same.
interface IIdentityRegistry {
    /// @notice The registry of required claim topics was set.
    event ClaimTopicsRegistrySet(address indexed claimTopicsRegistry);
    /// @notice The storage of the register was set.
    event IdentityStorageSet(address indexed identityStorage);
    /// @notice The registry of trusted issuers was set.
    event TrustedIssuersRegistrySet(address indexed trustedIssuersRegistry);
    /// @notice A wallet was registered for an identity.
    event IdentityRegistered(address indexed investorAddress, address indexed identity);
    /// @notice A wallet was removed from the register.
    event IdentityRemoved(address indexed investorAddress, address indexed identity);
    /// @notice A wallet's identity was replaced.
    event IdentityUpdated(address indexed oldIdentity, address indexed newIdentity);
    /// @notice A wallet's country was replaced.
    event CountryUpdated(address indexed investorAddress, uint16 indexed country);

    /// @notice Registers a wallet; agent only. Reverts with `WalletAlreadyRegistered` or `ZeroAddress`.
    function registerIdentity(address userAddress, address identityContract, uint16 country) external;
    /// @notice Removes a wallet; agent only. Reverts with `WalletNotRegistered`.
    function deleteIdentity(address userAddress) external;
    /// @notice Replaces the storage; owner only.
    function setIdentityRegistryStorage(address newStorage) external;
    /// @notice Replaces the registry of required claim topics; owner only.
    function setClaimTopicsRegistry(address newTopicsRegistry) external;
    /// @notice Replaces the registry of trusted issuers; owner only.
    function setTrustedIssuersRegistry(address newIssuersRegistry) external;
    /// @notice Replaces a wallet's country; agent only. Reverts with `WalletNotRegistered`.
    function updateCountry(address userAddress, uint16 country) external;
    /// @notice Replaces a wallet's identity; agent only. Reverts with `WalletNotRegistered` or `ZeroAddress`.
    function updateIdentity(address userAddress, address identityContract) external;
    /// @notice Registers several wallets, all or none; agent only. Reverts with `LengthMismatch`.
    function batchRegisterIdentity(
        address[] calldata userAddresses,
        address[] calldata identities,
        uint16[] calldata countries
    ) external;

    /// @notice Whether a wallet is registered, verified or not.
    function contains(address userAddress) external view returns (bool);
    /// @notice Whether a wallet is registered and its evidence counts now.
    function isVerified(address userAddress) external view returns (bool);
    /// @notice The identity of a wallet; zero when it is not registered.
    function identity(address userAddress) external view returns (address);
    /// @notice The country of a wallet; zero when it is not registered.
    function investorCountry(address userAddress) external view returns (uint16);
    /// @notice Where the register is stored.
    function identityStorage() external view returns (address);
    /// @notice The registry of trusted issuers.
    function issuersRegistry() external view returns (address);
    /// @notice The registry of required claim topics.
    function topicsRegistry() external view returns (address);
}
