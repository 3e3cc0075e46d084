// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "./IUniversalBridge.sol";

/// @title Routes of the bridge: what a message costs, what would become of it, and which protocol should carry it
/// @notice Views only. Fees and costs are wei of this chain's coin, values USD with 8 decimals, times seconds.
///
/// Which protocol: hard constraints first (a protocol that fails one has its reason below), then the fewest points
/// against it. Points, 10,000 for the worst of each kind: cost beside the dearest that may carry the message; expected
/// time beside twice the target of the urgency; security tier beside the safest; failures beside one in ten. Targets
/// and weights:
///
/// | urgency | target | cost | time | security | reliability |
/// |---|---|---|---|---|---|
/// | 0 | 6 hours | 6,000 | 1,000 | 2,000 | 1,000 |
/// | 1 | 1 hour | 4,000 | 2,500 | 2,000 | 1,500 |
/// | 2 | 15 minutes | 2,500 | 4,500 | 1,500 | 1,500 |
/// | 3 | 5 minutes | 500 | 7,000 | 1,000 | 1,500 |
///
/// Times, reliability, congestion and what delivery costs are attested (`IBridgeConfiguration`); where an attestation
/// is too old the configured defaults stand in its place. No time is promised: a message cannot arrive before its
/// source is final, which alone takes longer than some targets on some chains. Where the asset's price is not known,
/// the tier that the largest value needs is asked for.
///
/// Reasons: 0 none, the token's own below 200 (`ReasonCodes`), the bridge's from 200 (`BridgeReasons`), and here
/// 220 no contract or no peer of the protocol for that chain, 221 its security tier is too low for the value, 222 its
/// own quote fails, 223 not enough of the asset or not approved, 224 nothing or no multiple of what crosses without a
/// remainder, 225 not enough for the platform's fee or not approved, 226 the fee structure fails.
interface IBridgeRoutes {
    /// @notice One protocol and what was decided about it.
    /// @param protocol which
    /// @param reason 0 when it may carry the message
    /// @param attested whether the attested inputs were used, not the defaults
    /// @param tier its security tier, higher is better
    /// @param reliabilityBps share of messages that are delivered without anybody's doing
    /// @param expectedSeconds from sending to delivery, congestion included, rounded up
    /// @param fee what the protocol asks at this end now
    /// @param deliveryCost what delivery costs at the other end where the fee does not pay for it
    /// @param costPoints 10,000 for the dearest
    /// @param timePoints 10,000 for twice the target or longer
    /// @param securityPoints 0 for the safest
    /// @param reliabilityPoints 10,000 for one failure in ten
    /// @param score weighted sum, in hundred-millionths; the lowest is taken, the first of equals
    struct Candidate {
        IUniversalBridge.BridgeProtocol protocol;
        uint8 reason;
        bool attested;
        uint8 tier;
        uint16 reliabilityBps;
        uint256 expectedSeconds;
        uint256 fee;
        uint256 deliveryCost;
        uint256 costPoints;
        uint256 timePoints;
        uint256 securityPoints;
        uint256 reliabilityPoints;
        uint256 score;
    }

    /// @notice What sending would do now.
    /// @param reason why it would be refused over the request's protocol, 0 when it would not
    /// @param required how many protocols must carry it; with more than one, `sendOver`
    /// @param value of the units in USD, rounded up; 0 where the price is not known
    /// @param fee of the request's protocol alone; 0 where its quote fails
    /// @param message what would cross; empty where the asset or its counterpart is not known, or for dust
    /// @param feeAsset what the platform's fee is in (`IBridgeFees`); zero where none is charged
    /// @param platformFee units of it without a service level, over as many protocols as required
    struct Preview {
        uint8 reason;
        uint8 required;
        uint256 value;
        uint256 fee;
        bytes message;
        address feeAsset;
        uint256 platformFee;
    }

    /// @notice No protocol may carry the message, for these reasons, in the protocols' order.
    error NoProtocolEligible(uint256 targetChain, uint8[4] reasons);

    /// @notice Urgency goes from 0 to 3.
    error UrgencyUnknown(uint256 urgency);

    /// @notice The protocol that should carry a transfer of a value.
    /// @dev Reverts with `NoProtocolEligible`, `UrgencyUnknown`.
    /// @param amount USD with 8 decimals
    /// @param urgency 0 to 3, least to most
    function getOptimalProtocol(uint256 targetChain, uint256 amount, uint256 urgency)
        external
        view
        returns (IUniversalBridge.BridgeProtocol protocol);

    /// @notice The protocol that should carry units of an asset; limits and the asset's gas count too.
    /// @dev Reverts as the other does.
    function getOptimalProtocol(uint256 targetChain, address asset, uint256 units, uint256 urgency)
        external
        view
        returns (IUniversalBridge.BridgeProtocol protocol);

    /// @notice Why `getOptimalProtocol` decides as it does for a value; reverts with `UrgencyUnknown` alone.
    function explainProtocols(uint256 targetChain, uint256 amount, uint256 urgency)
        external
        view
        returns (Candidate[4] memory candidates);

    /// @notice Why `getOptimalProtocol` decides as it does for an asset; reverts with `UrgencyUnknown` alone.
    function explainProtocols(uint256 targetChain, address asset, uint256 units, uint256 urgency)
        external
        view
        returns (Candidate[4] memory candidates);

    /// @notice Exactly what sending would take from `msg.value` for the request's protocol now.
    /// @dev Reverts with `AssetUnknown`, `DustRefused`, `ProtocolOff` and the protocol's own errors.
    function quoteSend(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (uint256 fee);

    /// @notice Exactly what a message costs now: of one that was sent here, sending it again; of one that arrived here,
    /// its return.
    /// @dev Reverts with `MessageMalformed`, `ProtocolOff` and the protocol's own errors.
    function quoteMessage(bytes calldata message, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (uint256 fee);

    /// @notice What a protocol's own contracts ask for bytes to a chain.
    /// @dev Reverts with `ProtocolOff` and the protocol's own errors.
    /// @param gasLimit gas for their arrival
    function protocolFee(
        IUniversalBridge.BridgeProtocol protocol,
        uint256 chainId,
        bytes calldata message,
        uint256 gasLimit
    ) external view returns (uint256 fee);

    /// @notice Why a transfer would be refused at this end, and what it costs.
    /// @dev Ask `previewCredit` on the other chain with the message for the reason there.
    function previewBridge(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (Preview memory preview);

    /// @notice Why a transfer or return would be parked here now; 0 when it would be credited.
    /// @dev Rules about the lots' sale to another identity, and the limit of a protocol alone, are known only when
    /// they run. Reverts with `MessageMalformed`, `NotForThisChain`.
    function previewCredit(bytes calldata message) external view returns (uint8 reason);
}
