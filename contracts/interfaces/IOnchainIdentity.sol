// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IOnchainIdentity
/// @notice What the registry asks of an ONCHAINID identity (ERC-734 keys, ERC-735 claims).
interface IOnchainIdentity {
    /// @notice Whether a key, the hash of an ABI-encoded address, has a purpose; purpose 1 is management.
    function keyHasPurpose(bytes32 key, uint256 purpose) external view returns (bool exists);

    /// @notice A claim by id, the hash of its ABI-encoded issuer and topic; zeros when there is none.
    function getClaim(bytes32 claimId)
        external
        view
        returns (
            uint256 topic,
            uint256 scheme,
            address issuer,
            bytes memory signature,
            bytes memory data,
            string memory uri
        );
}

/// @title IClaimIssuer
/// @notice What the registry asks of an ONCHAINID claim issuer.
interface IClaimIssuer {
    /// @notice Whether the issuer stands by a claim: signed by one of its claim keys and not revoked.
    function isClaimValid(address identity, uint256 claimTopic, bytes calldata signature, bytes calldata data)
        external
        view
        returns (bool valid);
}
