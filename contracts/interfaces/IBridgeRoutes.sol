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
/// is too old the configured defaults stand in its place, never a guess in the protocol's favour. No time is promised:
/// a message cannot arrive before its source is final, which alone takes longer than some targets on some chains.
///
/// Reasons: 0 none, those of the token below 200, the bridge's own from 200 (`IUniversalBridge`), and here
/// 220 no contract or peer of the protocol for that chain, 221 the protocol's security tier is too low for the value,
/// 222 the protocol's own quote fails, 223 recipient not allowed at this end, 224 the asset's price is unknown or old,
/// 225 not enough of the asset, or not approved, 226 lane or asset not registered, 227 dust.
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
    /// @param reason why it would be refused, 0 when it would not
    /// @param required how many protocols must carry it
    /// @param value of the units in USD, rounded up; 0 where the asset has no price
    /// @param fee of the request's protocol alone
    /// @param message what would cross; empty where the asset is not registered
    struct Preview {
        uint8 reason;
        uint8 required;
        uint256 value;
        uint256 fee;
        bytes message;
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
    function quoteSend(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (uint256 fee);

    /// @notice Exactly what bringing a message over a protocol would cost now, as `resend` and `returnHome` need it.
    function quoteMessage(bytes calldata message, IUniversalBridge.BridgeProtocol protocol)
        external
        view
        returns (uint256 fee);

    /// @notice Why a transfer would be refused at this end, and what it costs; never reverts for a reason of its own.
    /// @dev Ask `previewCredit` on the other chain with the message for the reason there.
    function previewBridge(IUniversalBridge.SendRequest calldata request, address sender)
        external
        view
        returns (Preview memory preview);

    /// @notice Why a message's credit would be parked here now; 0 when it would be credited.
    /// @dev Rules that look at the lots' sale to another identity are only known when they run.
    function previewCredit(bytes calldata message) external view returns (uint8 reason);
}
