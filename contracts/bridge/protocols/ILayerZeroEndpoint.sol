// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ILayerZeroEndpoint
/// @notice What a sending application uses of LayerZero V2's endpoint; the layout is the protocol's own.
interface ILayerZeroEndpoint {
    /// @param dstEid Endpoint id of the destination.
    /// @param receiver Application there, as a left-padded word.
    /// @param message What is sent.
    /// @param options Gas for the delivery and the like, in the executors' encoding (type 3).
    /// @param payInLzToken Whether the treasury's share is paid in LayerZero's token.
    struct Parameters {
        uint32 dstEid;
        bytes32 receiver;
        bytes message;
        bytes options;
        bool payInLzToken;
    }

    /// @param nativeFee Fee in the native coin, in wei.
    /// @param lzTokenFee Fee in LayerZero's token, in its smallest unit.
    struct Fee {
        uint256 nativeFee;
        uint256 lzTokenFee;
    }

    /// @param guid Identifier of the message on every chain.
    /// @param nonce Its number on this path, starting with 1.
    /// @param fee What was paid.
    struct SentReceipt {
        bytes32 guid;
        uint64 nonce;
        Fee fee;
    }

    /// @notice Send a message; `msg.value` above the fee goes to `refundAddress`.
    /// @dev Reverts when the value is below the fee or the path is not configured.
    /// @param parameters What is sent where.
    /// @param refundAddress Who gets what is paid too much.
    /// @return receipt Identifier, number and fee.
    function send(Parameters calldata parameters, address refundAddress)
        external
        payable
        returns (SentReceipt memory receipt);

    /// @notice Let another account configure the caller's libraries and verifiers.
    /// @param delegate That account.
    function setDelegate(address delegate) external;

    /// @notice Fee of a message now.
    /// @param parameters What would be sent where.
    /// @param sender The application that would send it.
    /// @return fee What `send` would take.
    function quote(Parameters calldata parameters, address sender) external view returns (Fee memory fee);
}
