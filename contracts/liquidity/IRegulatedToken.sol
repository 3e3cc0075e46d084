// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IRegulatedToken
/// @notice What tells that a token is regulated, and who keeps its books.
interface IRegulatedToken {
    /// @notice Where the token looks holders up.
    function identityRegistry() external view returns (address);

    /// @notice The token's compliance contract.
    function compliance() external view returns (address);

    /// @notice Of a compliance contract: the engine behind it.
    function engine() external view returns (address);
}
