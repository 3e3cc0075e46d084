// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ITrustedIssuersRegistry
/// @notice ERC-3643's list of claim issuers that count, each for some topics; at most 50 issuers of 15 topics.
interface ITrustedIssuersRegistry {
    /// @notice An issuer counts from now on, for these topics.
    event TrustedIssuerAdded(address indexed trustedIssuer, uint256[] claimTopics);
    /// @notice An issuer no longer counts.
    event TrustedIssuerRemoved(address indexed trustedIssuer);
    /// @notice An issuer's topics were replaced.
    event ClaimTopicsUpdated(address indexed trustedIssuer, uint256[] claimTopics);

    /// @notice Trusts an issuer; owner only. Reverts with `ZeroAddress`, `IssuerAlreadyTrusted`, `NoClaimTopics`,
    /// `TooManyClaimTopics` or `TooManyTrustedIssuers`.
    function addTrustedIssuer(address trustedIssuer, uint256[] calldata claimTopics) external;
    /// @notice Stops trusting an issuer; owner only. Reverts with `ZeroAddress` or `IssuerNotTrusted`.
    function removeTrustedIssuer(address trustedIssuer) external;
    /// @notice Replaces an issuer's topics; owner only. Reverts as `addTrustedIssuer`, and with `IssuerNotTrusted`.
    function updateIssuerClaimTopics(address trustedIssuer, uint256[] calldata claimTopics) external;

    /// @notice All trusted issuers.
    function getTrustedIssuers() external view returns (address[] memory);
    /// @notice The issuers that count for a topic.
    function getTrustedIssuersForClaimTopic(uint256 claimTopic) external view returns (address[] memory);
    /// @notice Whether an issuer counts.
    function isTrustedIssuer(address issuer) external view returns (bool);
    /// @notice The topics of an issuer. Reverts with `IssuerNotTrusted`.
    function getTrustedIssuerClaimTopics(address trustedIssuer) external view returns (uint256[] memory);
    /// @notice Whether an issuer counts for a topic.
    function hasClaimTopic(address issuer, uint256 claimTopic) external view returns (bool);
}
