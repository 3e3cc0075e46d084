// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Reasons of the bridge
/// @notice Why a message is parked, beside the token's own codes (`ReasonCodes`), which end below 200.
library BridgeReasons {
    /// @notice Nothing is credited at present.
    uint8 internal constant BRIDGE_PAUSED = 200;
    /// @notice The lane is paused or closed.
    uint8 internal constant LANE_PAUSED = 201;
    /// @notice Too many of the protocols that brought it are paused or gone.
    uint8 internal constant PROTOCOL_PAUSED = 202;
    /// @notice The asset is paused at the bridge.
    uint8 internal constant ASSET_PAUSED = 203;
    /// @notice The asset has no counterpart here.
    uint8 internal constant ASSET_UNKNOWN = 204;
    /// @notice Above what the lane may still credit.
    uint8 internal constant LANE_LIMIT = 205;
    /// @notice Above what may still be credited on the word of that protocol alone.
    uint8 internal constant PROTOCOL_LIMIT = 206;
    /// @notice The lane's escrow does not cover it.
    uint8 internal constant ESCROW_SHORT = 207;
    /// @notice Vetoed.
    uint8 internal constant VETOED = 208;
    /// @notice An executor brought it with too little gas to try.
    uint8 internal constant OUT_OF_GAS = 209;
    /// @notice The token, the engine or the settlement manager refused without a code.
    uint8 internal constant CALL_FAILED = 210;
    /// @notice Nobody can be credited at that address.
    uint8 internal constant RECIPIENT_INVALID = 211;
    /// @notice A return of what was not sent, or a delivery of another chain's payment.
    uint8 internal constant REFERENCE_UNKNOWN = 212;
    /// @notice The two ends disagree about the decimals of the asset's amounts.
    uint8 internal constant DECIMALS_DIFFER = 213;
}
