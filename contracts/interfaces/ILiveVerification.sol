// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Verification against an identity's claims as they stand
/// @notice What a decision asks in the mode that does not trust stored validity. At the engine's address.
interface ILiveVerification {
    /// @notice Whether the identity carries, for each claim topic, a valid claim of a trusted issuer.
    /// @dev Calls the identity and its claim issuers with bounded gas; whatever they answer, a fault only makes the
    /// identity unverified. False for the zero address and for an address without code.
    function isVerifiedLive(address identity) external view returns (bool);
}
