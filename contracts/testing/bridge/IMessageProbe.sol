// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IMessageProbe
/// @notice Sends a data message over one bridge protocol and counts what arrives, for tests.
interface IMessageProbe {
    /// @notice A message arrived and was taken.
    /// @param chainId EIP-155 id of its source.
    /// @param payloadHash Hash of its payload.
    /// @param times How often the same payload has been taken.
    event Arrived(uint256 indexed chainId, bytes32 indexed payloadHash, uint256 times);

    /// @notice `caller` is not the protocol's contract.
    error NotTheProtocol(address caller);

    /// @notice No probe at `sender` on the chain that the protocol calls `remote` is a peer.
    error NotAPeer(uint64 remote, bytes32 sender);

    /// @notice The message is for another chain.
    error NotForThisChain(uint64 destination);

    /// @notice The protocol does not vouch for the message.
    error NotVouchedFor(string reason);

    /// @notice The message was taken before.
    error TakenBefore(bytes32 hash);

    /// @notice The probe was told to refuse whatever arrives.
    error Refusing();

    /// @notice No peer on that chain.
    error NoPeer(uint256 chainId);

    /// @notice Make a probe on another chain a peer; anybody may, this is a test contract.
    /// @param chainId EIP-155 id of that chain.
    /// @param remote The protocol's own number of it.
    /// @param name The protocol's own name of it, where it has names.
    /// @param probe The probe there.
    function connect(uint256 chainId, uint64 remote, string calldata name, address probe) external;

    /// @notice Refuse whatever arrives from now on, or stop doing so.
    function refuse(bool refusing_) external;

    /// @notice Send a payload to the peer on another chain, for exactly `quote`'s fee.
    /// @param chainId EIP-155 id of that chain.
    /// @param payload What is sent.
    /// @param gasLimit Gas for its delivery, where the protocol is told.
    function send(uint256 chainId, bytes calldata payload, uint256 gasLimit) external payable;

    /// @notice Fee of `send` now, in wei.
    function quote(uint256 chainId, bytes calldata payload, uint256 gasLimit) external view returns (uint256 fee);

    /// @notice How often a payload has been taken from a chain.
    /// @param chainId EIP-155 id of its source.
    /// @param payloadHash Its hash.
    function timesTaken(uint256 chainId, bytes32 payloadHash) external view returns (uint256 times);
}
