// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ITokenFacts
/// @notice What the engine asks a registered token: ERC-20 and ERC-3643 views.
interface ITokenFacts {
    /// @notice Units in circulation on this chain.
    function totalSupply() external view returns (uint256);

    /// @notice Units in a wallet.
    function balanceOf(address wallet) external view returns (uint256);

    /// @notice Whether holders' transfers are stopped.
    function paused() external view returns (bool);

    /// @notice Whether the account acts for the issuer.
    function isAgent(address account) external view returns (bool);
}
