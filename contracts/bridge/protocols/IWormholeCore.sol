// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IWormholeCore
/// @notice What an application uses of Wormhole's core contract; the layout is the protocol's own.
interface IWormholeCore {
    /// @notice One guardian's signature, and the guardian's place in its set.
    struct GuardianSignature {
        bytes32 r;
        bytes32 s;
        uint8 v;
        uint8 guardianIndex;
    }

    /// @notice A verified action approval (VAA), taken apart: Wormhole's own number of the source chain, the contract
    /// that published there as a left-padded word and its count of messages, how final the source had to be, and the
    /// hash that the guardians signed, the same whoever of them did.
    struct VerifiedMessage {
        uint8 version;
        uint32 timestamp;
        uint32 nonce;
        uint16 emitterChainId;
        bytes32 emitterAddress;
        uint64 sequence;
        uint8 consistencyLevel;
        bytes payload;
        uint32 guardianSetIndex;
        GuardianSignature[] signatures;
        bytes32 hash;
    }

    /// @notice Publish a message for the guardians to sign.
    /// @dev Reverts unless `msg.value` is exactly the message fee.
    /// @param nonce A number that means nothing to the core.
    /// @param payload What is published.
    /// @param consistencyLevel How final the source must be before it is signed.
    /// @return sequence Number of the message of this caller.
    function publishMessage(uint32 nonce, bytes calldata payload, uint8 consistencyLevel)
        external
        payable
        returns (uint64 sequence);

    /// @notice Take a VAA apart and check its signatures against the guardian set.
    /// @dev Neither the emitter nor the destination nor a replay is checked: the application must.
    /// @param encoded The VAA.
    /// @return message Its content.
    /// @return valid Whether enough guardians of a set that is in force signed.
    /// @return reason Why not.
    function parseAndVerifyVM(bytes calldata encoded)
        external
        view
        returns (VerifiedMessage memory message, bool valid, string memory reason);

    /// @notice Price of publishing one message, in wei.
    function messageFee() external view returns (uint256 fee);

    /// @notice Wormhole's own number of this chain.
    function chainId() external view returns (uint16 number);
}
