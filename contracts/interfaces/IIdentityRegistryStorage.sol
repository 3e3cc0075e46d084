// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IIdentityRegistryStorage
/// @notice ERC-3643's storage of investors shared between registries, ABI-compatible with T-REX 4.1.6.
interface IIdentityRegistryStorage {
    /// @notice A wallet was stored for an identity.
    event IdentityStored(address indexed investorAddress, address indexed identity);
    /// @notice A wallet was removed from storage.
    event IdentityUnstored(address indexed investorAddress, address indexed identity);
    /// @notice A stored identity was replaced.
    event IdentityModified(address indexed oldIdentity, address indexed newIdentity);
    /// @notice A stored country was replaced.
    event CountryModified(address indexed investorAddress, uint16 indexed country);
    /// @notice A registry may write here from now on.
    event IdentityRegistryBound(address indexed identityRegistry);
    /// @notice A registry may no longer write here.
    event IdentityRegistryUnbound(address indexed identityRegistry);

    /// @notice Stores a wallet; agents (bound registries) only. Reverts with `WalletAlreadyRegistered` or
    /// `ZeroAddress`.
    function addIdentityToStorage(address userAddress, address identityContract, uint16 country) external;
    /// @notice Removes a wallet; agents only. Reverts with `WalletNotRegistered`.
    function removeIdentityFromStorage(address userAddress) external;
    /// @notice Replaces a country; agents only. Reverts with `WalletNotRegistered`.
    function modifyStoredInvestorCountry(address userAddress, uint16 country) external;
    /// @notice Replaces an identity; agents only. Reverts with `WalletNotRegistered` or `ZeroAddress`.
    function modifyStoredIdentity(address userAddress, address identityContract) external;
    /// @notice Lets a registry write here; owner only. Reverts with `TooManyRegistries` above 300.
    function bindIdentityRegistry(address identityRegistry) external;
    /// @notice Stops a registry from writing here; owner only. Reverts with `RegistryNotBound`.
    function unbindIdentityRegistry(address identityRegistry) external;

    /// @notice All registries that may write here.
    function linkedIdentityRegistries() external view returns (address[] memory);
    /// @notice The identity of a wallet; zero when there is none.
    function storedIdentity(address userAddress) external view returns (address);
    /// @notice The country of a wallet; zero when there is none.
    function storedInvestorCountry(address userAddress) external view returns (uint16);
}
