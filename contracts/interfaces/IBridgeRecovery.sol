// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IRuleConfiguration } from "./IRuleConfiguration.sol";
import { IUniversalBridge } from "./IUniversalBridge.sol";

/// @title What of the bridge is not a plain transfer
/// @notice Messages that wait, were parked or never arrived; allotments; deliveries against payment; the escrow of
/// ordinary assets. Functions that take `message` take its bytes as `MessageSent` and `CreditParked` have them.
///
/// A parked transfer ends in one of three ways: it is claimed (rules, pauses and limits run again), redirected by an
/// agent, or returned home. Home accepts a return alone of a message that it sent, content for content, once.
/// @custom:invariant BRG-08 of an ordinary token the bridge holds at least its lanes' escrows, and nothing but a credit
/// of a message from the lane's chain takes from one
/// @custom:invariant BRG-09 refunds of a call are at most what was paid in it, and their owner alone withdraws them
/// @custom:invariant BRG-11 what was returned is never credited here
/// @custom:invariant BRG-13 a limit's allotments over all chains plus those on their way stay the same
interface IBridgeRecovery {
    /// @notice How a message that arrived stands.
    /// @param reason why it is parked
    /// @param votes mask of the protocols that have brought it
    /// @param firstSeen when the first did
    /// @param releaseAt when its delay is over; zero when it had none yet
    /// @param vetoed whether nothing may be credited on it
    struct ArrivalRecord {
        IUniversalBridge.MessageStatus status;
        uint8 reason;
        uint8 votes;
        uint40 firstSeen;
        uint40 releaseAt;
        bool vetoed;
    }

    /// @notice What was agreed about a payment here for a delivery elsewhere; `keccak256(abi.encode(terms))` is the id
    /// under which both settlement managers know it.
    /// @param salt tells apart deliveries that are otherwise equal
    struct DeliveryTerms {
        uint256 paymentChainId;
        uint256 deliveryChainId;
        address payer;
        address payee;
        address token;
        uint128 amount;
        bytes32 salt;
    }

    /// @notice A message was sent once more.
    event MessageResent(bytes32 indexed id, IUniversalBridge.BridgeProtocol indexed protocol);
    /// @notice A credit was given to another wallet than the message names.
    event CreditRedirected(bytes32 indexed id, address indexed recipient, uint8 reason, address indexed by);
    /// @notice A message was sent home, by the message of `returnId`.
    event MessageReturned(bytes32 indexed id, bytes32 indexed returnId);
    /// @notice Nothing may be credited on a message until the veto is lifted.
    event CreditVetoed(bytes32 indexed id, uint8 reason, address indexed by);
    /// @notice The veto was lifted.
    event VetoLifted(bytes32 indexed id, address indexed by);
    /// @notice A lane's escrow was given units for good.
    event EscrowFunded(address indexed asset, uint256 indexed chainId, uint256 units, address indexed by);
    /// @notice A refund was withdrawn.
    event RefundWithdrawn(address indexed payer, address indexed to, uint256 amount);

    /// @notice The bridge did not send such a message, or it was returned since.
    error MessageNotSent(bytes32 id);
    /// @notice A message in that status allows no such thing.
    error StatusRefuses(bytes32 id, IUniversalBridge.MessageStatus status);
    /// @notice Fewer protocols that are neither paused nor gone have brought it than are required.
    error AttestationsMissing(bytes32 id, uint256 active, uint256 required);
    /// @notice The delay ends later.
    error DelayRunning(bytes32 id, uint256 releaseAt);
    /// @notice The message is vetoed.
    error MessageVetoed(bytes32 id);
    /// @notice It is not vetoed.
    error NotVetoed(bytes32 id);
    /// @notice Messages of that kind cannot be redirected or returned.
    error KindRefused(IUniversalBridge.MessageKind kind);
    /// @notice Only the recipient and agents may, until `from`.
    error ReturnTooEarly(bytes32 id, uint256 from);
    /// @notice The settlement manager has no decided payment of these terms.
    error PaymentUndecided(bytes32 id);
    /// @notice The asset is minted, not locked: it has no escrow.
    error NoEscrow(address asset);
    /// @notice Nothing to withdraw, or nobody to give it to.
    error NothingToWithdraw(address account);
    /// @notice The recipient does not take the native coin.
    error WithdrawalFailed(address to);

    /// @notice Sends one message over several protocols; one that fails does not block the others as long as enough
    /// take it. `request.protocol` counts for nothing.
    /// @dev As `IUniversalBridge.send`, `ProtocolsInvalid`, and `AttestationRequired` when too few took it.
    function sendOver(
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols
    ) external payable returns (bytes32 id);

    /// @notice Sends a message of this bridge again, over any open protocol, at the caller's cost. Anybody may.
    /// @dev Cures what was lost, and adds attestations. Reverts with `MessageNotSent`, `GroupPaused`, `LaneClosed`,
    /// `LanePaused`, `ProtocolOff`, `FeeTooLow`.
    function resend(bytes calldata message, IUniversalBridge.BridgeProtocol protocol) external payable;

    /// @notice Tries a parked or waiting message again. Anybody may; it is credited to its recipient alone.
    /// @dev Reverts with `StatusRefuses`, `AttestationsMissing`, `MessageVetoed` and what refuses it (`CreditRefused`,
    /// the token's errors). A large one whose delay has not run yet is delayed from now (`CreditDelayed`).
    function claim(bytes calldata message) external;

    /// @notice Credits a large message when its delay is over, or parks it. Anybody may.
    /// @dev Reverts with `StatusRefuses`, `DelayRunning`, and `GasTooLow` with less gas than the credit may need.
    function release(bytes calldata message) external;

    /// @notice Forbids to credit a message that is not finished, arrived or not. At once.
    /// @dev Restricted: PAUSER. Reverts with `StatusRefuses`.
    /// @param reason for the record alone
    function veto(bytes32 id, uint8 reason) external;

    /// @notice Lifts a veto; what was delayed is parked then.
    /// @dev Restricted: UNPAUSER, delayed. Reverts with `NotVetoed`.
    function liftVeto(bytes32 id) external;

    /// @notice Credits a parked transfer or return to another wallet, for which the rules run. Local role AGENT.
    /// @dev As `claim`, and `KindRefused`.
    /// @param reason for the record alone
    function redirect(bytes calldata message, address recipient, uint8 reason) external;

    /// @notice Sends a parked transfer or allotment home. The recipient or an agent at once, anybody 7 days after it
    /// arrived; a return is never returned.
    /// @dev Lots and amount stay. Reverts with `StatusRefuses`, `KindRefused`, `ReturnTooEarly` and as `resend`.
    /// @return returnId the message's that goes home
    function returnHome(bytes calldata message, IUniversalBridge.BridgeProtocol protocol)
        external
        payable
        returns (bytes32 returnId);

    /// @notice Moves part of a limit's allotment to another chain. Local role AGENT.
    /// @dev Reverts with the engine's errors and as `IUniversalBridge.send`.
    /// @param key below 2^248
    function moveAllotment(
        address token,
        IRuleConfiguration.Limit limit,
        uint256 key,
        uint128 amount,
        uint256 destinationChainId,
        IUniversalBridge.BridgeProtocol protocol
    ) external payable returns (bytes32 id);

    /// @notice Tells the delivery's chain how a payment here ended. Anybody may, as often as wanted: a report of what
    /// was decided so before has nothing left to do there.
    /// @dev Reverts with `PaymentUndecided` unless the settlement manager's payment of that id is these terms in every
    /// field and was made or given up.
    function reportPayment(DeliveryTerms calldata terms, IUniversalBridge.BridgeProtocol protocol)
        external
        payable
        returns (bytes32 id);

    /// @notice Gives a lane's escrow units of an ordinary asset, for good. Anybody may.
    /// @dev Reverts with `AssetUnknown`, `NoEscrow`, `ReceiptNotExact`.
    function fundEscrow(address asset, uint256 chainId, uint256 units) external;

    /// @notice Withdraws what the caller paid above fees.
    /// @dev Reverts with `NothingToWithdraw`, `WithdrawalFailed`.
    function withdrawRefund(address to) external returns (uint256 amount);

    /// @notice Gives a return, an allotment or a delivery its effect. The bridge itself alone (`NotTheBridge`).
    /// @dev As `IUniversalBridge.creditArrival`.
    function executeOther(bytes calldata message, address recipient, uint256 voters, uint256 required) external;

    /// @notice How a message stands that arrived here.
    function arrivalOf(bytes32 id) external view returns (ArrivalRecord memory);

    /// @notice Whether a message was sent here, and whether it came back.
    function sentStatus(bytes32 id) external view returns (bool wasSent, bool cameBack);

    /// @notice Whether a protocol has brought a message.
    function hasArrived(bytes32 id, IUniversalBridge.BridgeProtocol protocol) external view returns (bool);

    /// @notice What an account can withdraw, in wei.
    function refundOf(address account) external view returns (uint256);

    /// @notice Units of an ordinary asset locked for a lane.
    function escrowOf(address asset, uint256 chainId) external view returns (uint256 units);
}
