// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ICcipRouter
/// @notice What a sending application uses of Chainlink CCIP's router; the layout is the protocol's own.
interface ICcipRouter {
    /// @param token Token on this chain.
    /// @param amount Amount in its smallest unit.
    struct TokenAmount {
        address token;
        uint256 amount;
    }

    /// @param receiver Application at the destination, ABI-encoded.
    /// @param data What is sent.
    /// @param tokenAmounts Tokens that go with it; none with a data message.
    /// @param feeToken Token that pays the fee, or the zero address for the native coin.
    /// @param extraArgs Gas for the delivery and whether the order matters, behind a tag.
    struct OutgoingMessage {
        bytes receiver;
        bytes data;
        TokenAmount[] tokenAmounts;
        address feeToken;
        bytes extraArgs;
    }

    /// @notice Send a message; native coin above the fee is kept by the protocol.
    /// @dev Reverts when the fee is not covered, prices are stale, or the lane is closed or cursed.
    /// @param destinationChainSelector Selector of the destination.
    /// @param message What is sent.
    /// @return messageId Identifier of the message on every chain.
    function ccipSend(uint64 destinationChainSelector, OutgoingMessage calldata message)
        external
        payable
        returns (bytes32 messageId);

    /// @notice Fee of a message now, in the message's fee token.
    /// @param destinationChainSelector Selector of the destination.
    /// @param message What would be sent.
    /// @return fee What `ccipSend` would take, in the token's smallest unit.
    function getFee(uint64 destinationChainSelector, OutgoingMessage calldata message)
        external
        view
        returns (uint256 fee);

    /// @notice Contract that takes messages for a chain now; zero when the router serves none to it. It answers
    /// `getFee` as the router does, but for the wrapped coin alone where the router takes zero for the native one.
    /// @param destinationChainSelector Selector of the destination.
    function getOnRamp(uint64 destinationChainSelector) external view returns (address onRamp);

    /// @notice The wrapped coin in which the router pays fees that come in the native one.
    function getWrappedNative() external view returns (address wrapped);
}
