// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Margin calls
/// @notice The life of a margin call. An account below the maintenance ratio may be called by anybody; the deadline is
/// fixed then and there. Whoever mends the account before it, to the maintenance ratio and a margin beyond, has cured
/// the call. At the deadline, or at once below the liquidation threshold, the account may be liquidated.
///
/// A cure does not buy a new clock: an account that is called again within the window after its cure has the old
/// deadline, or an earlier one, even where that has passed.
///
/// An open call stays open until somebody cures it, which anybody may once the account is mended. One that nobody has
/// acted on for a week after its deadline, or after its auction began, has lapsed: the account is called anew.
///
/// Time that liquidations could not be made in, because they were paused or because the chain's sequencer was down,
/// is standstill: an auction does not grow in it, and a call that was open in it gives at least the smallest time to
/// react after it. An account below the liquidation threshold has no deadline and gets no such time: topping up is
/// never paused.
/// @custom:invariant PB-18 an open call's deadline is never later than at its issue but for a standstill
/// @custom:invariant PB-19 an auction's bonus does not grow in a standstill
interface IBrokerageMargin {
    /// @notice A margin call.
    /// @param isOpen whether the account is called and not cured
    /// @param isEscalated whether it was seen below the liquidation threshold
    /// @param calledAt when it was issued
    /// @param deadline when the account may be liquidated though it is above the liquidation threshold, with what a
    /// standstill adds
    /// @param curedAt when it was cured; 0 while it is open
    /// @param auctionStart when the auction began; 0 before
    /// @param nonce liquidations of the account so far
    struct MarginCall {
        bool isOpen;
        bool isEscalated;
        uint40 calledAt;
        uint40 deadline;
        uint40 curedAt;
        uint40 auctionStart;
        uint32 nonce;
    }

    /// @notice An account was called.
    /// @param deadline end of its time to react, in seconds since 1970
    /// @param adjustedValue what its collateral counts for maintenance
    /// @param exposureValue its exposure
    event MarginCallIssued(uint256 indexed account, uint40 deadline, uint256 adjustedValue, uint256 exposureValue);
    /// @notice An account was seen below the liquidation threshold: its auction has begun.
    event MarginCallEscalated(uint256 indexed account, uint256 adjustedValue, uint256 exposureValue);
    /// @notice An account's call ended, because it was mended or restored by liquidation.
    event MarginCallCured(uint256 indexed account, uint256 adjustedValue, uint256 exposureValue);
    /// @notice A standstill ended, or one learnt that it had.
    /// @param endedAt when
    /// @param total seconds of all standstills so far
    event StandstillEnded(uint40 endedAt, uint32 total);
    /// @notice A standstill began with a pause of liquidations.
    event StandstillBegan();
    /// @notice The account keeps the maintenance ratio.
    error AccountHealthy(uint256 account, uint256 adjustedValue, uint256 exposureValue);
    /// @notice The account has no open margin call.
    error NoMarginCall(uint256 account);
    /// @notice The account is below the maintenance ratio and the margin beyond that a cure needs.
    error MarginNotCured(uint256 account, uint256 adjustedValue, uint256 neededValue);
    /// @notice Calls an account below the maintenance ratio, or escalates its call below the liquidation threshold.
    /// Anyone may. Calling again changes nothing.
    /// @dev Reverts with `AccountHealthy`, while prices of the account's assets are stale, and while liquidations are
    /// paused.
    /// @return deadline end of the time to react
    function issueMarginCall(uint256 account) external returns (uint40 deadline);

    /// @notice Ends the call of an account that was mended. Anyone may.
    /// @dev Reverts with `NoMarginCall`, `MarginNotCured`.
    function cureMarginCall(uint256 account) external;

    /// @notice Notes an outage of the sequencer that is over. Anyone may; every call that begins or reads an auction
    /// does the same first.
    function noteOutage() external;
}
