// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ILayerZeroReceiver
/// @notice What LayerZero V2's endpoint asks of a receiving application; the layout is the protocol's own.
interface ILayerZeroReceiver {
    /// @param srcEid Endpoint id of the source.
    /// @param sender Application there, as a left-padded word.
    /// @param nonce Number of the message on its path.
    struct Origin {
        uint32 srcEid;
        bytes32 sender;
        uint64 nonce;
    }

    /// @notice Take a verified message; only the endpoint may call.
    /// @param origin Where it comes from.
    /// @param guid Its identifier.
    /// @param message What was sent.
    /// @param executor Who executes it.
    /// @param extraData What the executor adds; nothing vouches for it.
    function lzReceive(
        Origin calldata origin,
        bytes32 guid,
        bytes calldata message,
        address executor,
        bytes calldata extraData
    ) external payable;

    /// @notice Whether a first message of a path may be verified at all.
    /// @param origin The path.
    /// @return allowed True for a known peer.
    function allowInitializePath(Origin calldata origin) external view returns (bool allowed);

    /// @notice Number that the next message must have where the order matters, or 0 where it does not.
    /// @param srcEid Endpoint id of the source.
    /// @param sender Application there.
    /// @return nonce That number.
    function nextNonce(uint32 srcEid, bytes32 sender) external view returns (uint64 nonce);
}
