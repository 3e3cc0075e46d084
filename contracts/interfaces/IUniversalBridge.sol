// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title UniversalBridge
/// @notice Sends assets to the bridge of another chain over any of four protocols, and credits what arrives. The other
/// subjects at the same address are `IBridgeRecovery` (what could not be credited, allotments, deliveries against
/// payment), `IBridgeConfiguration` (everything that is set) and `IBridgeRoutes` (quotes and the choice of a protocol).
///
/// Regulated assets (ERC-7802, ComplianceAwareToken) are burned here and minted there, with their lots; ordinary
/// ERC-20s are locked in the lane's escrow here and released from the lane's escrow there. Chains are EIP-155 ids;
/// `units` are a token's own, `amount` is in the asset's shared decimals; fees are wei of the chain's native coin.
///
/// A message is the same bytes over every protocol and its id is their hash, so that one message may go over several.
/// A credit rests on as many different protocols as the asset's threshold and the lane ask for. What cannot be credited
/// is parked with its reason: a code of the token's (`ReasonCodes`) or of the bridge's from 200 up (`BridgeReasons`).
/// @custom:invariant BRG-01 per asset, supplies plus what was sent and is neither credited nor returned is what was
/// issued; of an ordinary ERC-20, a lane's two escrows are what funded them plus what is on its way
/// @custom:invariant BRG-02 a message is credited at most once, over all protocols together
/// @custom:invariant BRG-03 nothing is credited to whom the token refuses
/// @custom:invariant BRG-04 nothing is accepted from a chain over a protocol without a peer for the two
/// @custom:invariant BRG-05 fewer protocols than required never credit
/// @custom:invariant BRG-06 over any time, a bucket gives at most its capacity and what it refills in that time
/// @custom:invariant BRG-07 a pause stops sending and crediting and deletes nothing
/// @custom:invariant BRG-10 lots arrive with day, source and exemption unchanged
/// @custom:invariant BRG-12 no message makes the bridge call a contract or function of the message's choosing
/// @custom:invariant BRG-17 what is kept beside a protocol's endpoint to say that it sends is set where neither sending
/// nor the protocol is paused, and nowhere else; where it is not set the pauses themselves decide
interface IUniversalBridge {
    /// @notice Protocols that carry messages.
    enum BridgeProtocol {
        CHAINLINK_CCIP,
        LAYERZERO,
        WORMHOLE,
        AXELAR
    }

    /// @notice What a message does; the numbers are those in its bytes.
    enum MessageKind {
        NONE,
        TRANSFER,
        RETURN,
        ALLOTMENT,
        DELIVERY
    }

    /// @notice Where a message that arrived stands.
    /// @param AWAITING fewer protocols than required have brought it
    /// @param DELAYED large: to be released when its delay is over
    /// @param PARKED could not be credited; `IBridgeRecovery` ends it
    /// @param RETURNED sent home; can never be credited here
    enum MessageStatus {
        NONE,
        AWAITING,
        DELAYED,
        PARKED,
        CREDITED,
        RETURNED
    }

    /// @notice What to send.
    /// @param asset token on this chain
    /// @param destinationChainId where to
    /// @param recipient who is credited there
    /// @param units in the token's own decimals
    /// @param protocol over which protocol
    struct SendRequest {
        address asset;
        uint256 destinationChainId;
        address recipient;
        uint256 units;
        BridgeProtocol protocol;
    }

    /// @notice A message left.
    /// @param protocols mask of the protocols that took it, bit n for the protocol of number n
    /// @param message its bytes, with which anybody may send it again
    event MessageSent(bytes32 indexed id, uint256 indexed destinationChainId, uint256 protocols, bytes message);
    /// @notice One of several protocols did not take a message.
    event ProtocolFailed(bytes32 indexed id, BridgeProtocol indexed protocol, bytes reason);
    /// @notice A message has been brought by another protocol and waits.
    /// @param votes mask of the protocols that have brought it
    /// @param required how many must
    event AttestationCounted(bytes32 indexed id, BridgeProtocol indexed protocol, uint256 votes, uint256 required);
    /// @notice A message was brought again, or after it was finished; nothing changed.
    event MessageIgnored(bytes32 indexed id, BridgeProtocol indexed protocol);
    /// @notice A large credit waits until `releaseAt`.
    event CreditDelayed(bytes32 indexed id, uint256 releaseAt, bytes message);
    /// @notice A message could not have its effect.
    event CreditParked(bytes32 indexed id, uint8 indexed reason, bytes message);
    /// @notice A message had its effect here.
    /// @param recipient who was credited; zero for allotments and deliveries
    /// @param units in the token's own decimals
    event MessageCredited(
        bytes32 indexed id, uint256 indexed sourceChainId, address indexed asset, address recipient, uint256 units
    );
    /// @notice What was paid above the fees can be withdrawn.
    event RefundCredited(address indexed payer, uint256 amount);

    /// @notice The lane to or from that chain is closed.
    error LaneClosed(uint256 chainId);
    /// @notice The lane is paused.
    error LanePaused(uint256 chainId);
    /// @notice The asset is not listed, or has no counterpart on that chain.
    error AssetUnknown(address asset, uint256 chainId);
    /// @notice The asset is paused.
    error AssetPaused(address asset);
    /// @notice The protocol is switched off, or has no peer on that chain.
    error ProtocolOff(BridgeProtocol protocol, uint256 chainId);
    /// @notice The same protocol stands twice in the list.
    error ProtocolsInvalid();
    /// @notice The amount needs more protocols.
    error AttestationRequired(uint256 required, uint256 given);
    /// @notice Nobody can be credited at that address.
    error RecipientInvalid(address recipient);
    /// @notice The units are none, or no multiple of what crosses without a remainder.
    error DustRefused(uint256 units, uint256 multiple);
    /// @notice The amount is above what the limit has left; `available` is in shared decimals.
    error LimitExceeded(address asset, uint256 available, uint256 amount);
    /// @notice The token moved another amount than it was asked to.
    error ReceiptNotExact(address asset, uint256 units, uint256 received);
    /// @notice The protocol's fee is above what is left of the value.
    error FeeTooLow(BridgeProtocol protocol, uint256 fee, uint256 value);
    /// @notice The caller is not the protocol's contract.
    error NotTheEndpoint(address caller);
    /// @notice The message does not come from the bridge of that chain.
    error PeerUnknown(BridgeProtocol protocol, uint256 chainId);
    /// @notice The protocol does not vouch for the message.
    error NotVouchedFor(string reason);
    /// @notice The bytes are no message of this version.
    error MessageMalformed();
    /// @notice The message is for another chain.
    error NotForThisChain(uint256 chainId);
    /// @notice Neither the effect nor, where the protocol's executor brings it once, parking fits the gas; bring it
    /// again with more.
    error GasTooLow(uint256 gasLeft, uint256 needed);
    /// @notice A credit is refused for that reason.
    error CreditRefused(uint8 reason);
    /// @notice Only the bridge itself may call.
    error NotTheBridge(address caller);
    /// @notice The address has no code.
    error AddressWithoutCode(address account);

    /// @notice Sends an asset over one protocol.
    /// @dev The sender is the caller. The fee is the protocol's own; what is paid above it can be withdrawn by the
    /// caller (`IBridgeRecovery.withdrawRefund`); over Wormhole, whose core takes its fee and nothing else, paying more
    /// costs a second call of it. Reverts with `GroupPaused`, `LaneClosed`, `LanePaused`,
    /// `AssetUnknown`, `AssetPaused`, `ProtocolOff`, `AttestationRequired`, `RecipientInvalid`, `DustRefused`,
    /// `LimitExceeded`, `FeeTooLow`, `ReceiptNotExact`, `LotsNotKept`, the token's and the protocol's own errors.
    /// @return id the message's
    function send(SendRequest calldata request) external payable returns (bytes32 id);

    /// @notice Hands a message to a protocol. The bridge itself alone (`NotTheBridge`).
    /// @param budget most wei that it may cost
    /// @param payer who gets back what the protocol returns later
    /// @return fee what it cost
    function dispatch(
        BridgeProtocol protocol,
        uint256 chainId,
        bytes calldata message,
        uint256 gasLimit,
        uint256 budget,
        address payer
    ) external returns (uint256 fee);

    /// @notice Credits a transfer to a recipient. The bridge itself alone (`NotTheBridge`).
    /// @dev Reverts with `CreditRefused` and with the token's errors.
    /// @param voters mask of the protocols that the credit rests on
    /// @param required how many of them it needs
    function creditArrival(bytes calldata message, address recipient, uint256 voters, uint256 required) external;

    /// @notice Counterpart of an asset on another chain; zero when there is none.
    function chainAssetRegistry(uint256 chainId, address localAsset) external view returns (address remoteAsset);
}
