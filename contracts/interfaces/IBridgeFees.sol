// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IFeeCollector } from "./IFeeCollector.sol";

/// @title Fees of the bridge
/// @notice The platform's own fee for sending, beside what the protocols ask for in the native coin. Where a fee
/// structure is set, an asset with a fee asset is charged when units of it leave; the sender pays, in the fee asset,
/// out of an allowance to the bridge. Receiving, claims, returns, repeated messages, allotments and reports of payments
/// are never charged and never call the fee structure, so none of its failures stands in their way.
///
/// The amount that is priced is the units themselves where an asset is charged in itself, and otherwise what they are
/// worth: their value by the asset's feed (`IBridgeConfiguration.usdFeedOf`) over the fee asset's stored price, rounded
/// up. Complexity is derived here: one movement for each protocol and one where the asset keeps lots, one more for a
/// regulated asset, and another chain (`Complexity`).
///
/// The sender says with each message how much it pays at most and which service level it buys (`IBridgePaidSending`).
/// `send` and `sendOver` agree to no fee and to level 0: they go on as long as nothing is charged. A security is never
/// a fee asset, because the bridge is no investor and may not hold one.
///
/// A service level is kept when a PRICER reports the delivery in time. A transfer that comes back was not delivered:
/// its premium is the sender's to claim once the level was due, and so is that of a transfer of which nothing is
/// reported (`IDynamicFeeStructureCollection.claimRefund`).
///
/// When the fee structure refuses with a reason of its own (paused, role withdrawn, line full), or the units' worth is
/// not known, the transfer goes on without a fee, and `TransferNotCharged` says so. `FeeAboveLimit` refuses it. A fee
/// structure that fails without a reason stops what is charged, and nothing else, until FEE_ADMIN replaces it or
/// switches fees off.
/// @custom:invariant BRG-14 what is charged for a transfer is what `IBridgeCharging.quoteFee` says for the same block,
/// at most what its sender agreed to in that call, and nothing where the sender agreed to none
/// @custom:invariant BRG-15 of every asset the bridge holds at least its lanes' escrows and the fees that it says it
/// has collected
/// @custom:invariant BRG-16 no fee structure and no fee asset keeps a message from arriving, being credited, claimed,
/// released, returned or sent again
interface IBridgeFees is IFeeCollector {
    /// @notice The contract that prices and charges was replaced; zero switches fees off.
    event FeeStructureSet(address indexed feeStructure);
    /// @notice What sending an asset is charged in was set; fee asset zero charges nothing.
    /// @param price of one whole unit of the fee asset in USD, 8 decimals; zero where the asset is charged in itself
    event AssetFeeSet(address indexed asset, address indexed feeAsset, uint64 price, uint8 decimals);
    /// @notice A fee was taken for a message.
    /// @param serial number of the charge in the bridge's line of the fee asset
    /// @param urgency level of service that it has bought
    event TransferCharged(
        bytes32 indexed id,
        address indexed feeAsset,
        address indexed payer,
        uint256 fee,
        uint256 serial,
        uint256 urgency
    );
    /// @notice A message was sent without a fee.
    /// @param reason selector of the fee structure's error, or of `WorthUnknown`
    event TransferNotCharged(bytes32 indexed id, address indexed feeAsset, address indexed payer, bytes4 reason);
    /// @notice A service level was reported to the fee structure, which ends what the bridge remembers of it.
    /// @param kept whether the premium stays with the platform
    event ServiceReported(bytes32 indexed id, uint256 deliveredAt, bool kept);
    /// @notice Collected fees went to the fee structure.
    event FeesPaid(address indexed asset, uint256 amount);

    /// @notice Fees are not taken in a security.
    error FeeInSecurity(address feeAsset);
    /// @notice A fee asset needs a price, unless it is the asset itself, which needs none.
    error FeePriceInvalid(uint64 price);
    /// @notice The asset has no feed, or the feed's answer is none or old: its units' worth is not known.
    error WorthUnknown(address asset);
    /// @notice Another amount arrived than the fee.
    error FeeNotReceived(address feeAsset, uint256 fee, uint256 received);
    /// @notice There is no fee structure to report to.
    error FeesOff();
    /// @notice No service level is open for the message: none was bought, or it was reported.
    error NoServiceOpen(bytes32 id);
    /// @notice The message came back: it was not delivered. Or it did not: nothing shows that it missed its level.
    error ServiceContradicted(bytes32 id, bool cameBack);
    /// @notice The level is not due yet.
    error ServiceStillDue(bytes32 id, uint256 dueAt);

    /// @notice Replaces the contract that prices and charges; zero switches fees off. Restricted: FEE_ADMIN.
    /// @dev Reverts with `AddressWithoutCode`.
    function setFeeStructure(address feeStructure) external;

    /// @notice Sets what sending an asset is charged in. Restricted: FEE_ADMIN.
    /// @dev Reverts with `AssetUnknown` for what is not listed, `AddressWithoutCode`, `FeeInSecurity` for what is
    /// listed as regulated or names an identity registry, `FeePriceInvalid` and `DecimalsTooLarge`.
    /// @param feeAsset ERC-20 with decimals, such as a settlement asset; the asset itself where that is no security;
    /// zero to charge nothing
    /// @param price of one whole unit of the fee asset in USD, 8 decimals; zero where the asset is charged in itself,
    /// whose price is the one stored with the fee structure (`setPrice`)
    function setAssetFee(address asset, address feeAsset, uint64 price) external;

    /// @notice Says when a message that bought a service level was delivered. Local role PRICER.
    /// @dev Reverts with `NoServiceOpen`, `ServiceContradicted` when it came back, `FeesOff`, and the fee structure's
    /// `DeliveredInFuture`. A fee structure that was replaced since knows nothing of it: `kept` is false then.
    /// @param message its bytes
    /// @param deliveredAt Unix time of the credit on the other chain
    /// @return kept whether it was in time
    function reportDelivered(bytes calldata message, uint256 deliveredAt) external returns (bool kept);

    /// @notice Says of a message that came back that it missed its service level, so that the premium can be claimed
    /// at once. Anybody may.
    /// @dev Reverts with `NoServiceOpen`, `ServiceContradicted` unless it came back, `FeesOff` and `ServiceStillDue`.
    /// @param message its bytes, as they were sent
    function reportReturned(bytes calldata message) external;

    /// @notice The contract that prices and charges; zero while fees are off.
    function feeStructure() external view returns (address);

    /// @notice What sending an asset is charged in; zero where it is not.
    function assetFee(address asset) external view returns (address feeAsset, uint64 price, uint8 decimals);

    /// @notice Fees of an asset that are collected and not paid out.
    function collectedFees(address asset) external view returns (uint256);

    /// @notice The charge by which a message bought a service level; zero when none is open.
    function serviceOf(bytes32 id) external view returns (address feeAsset, uint256 serial);
}
