// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title SettlementAssetManager
/// @notice What settles in which asset: types of settlement assets, their order of preference, and the assets admitted.
/// The other subjects at the same address are `ISettlementRegistry` (who and what is admitted),
/// `ISettlementSelection` (which asset a payment is made in), `ISettlementInstructions` (delivery and payment against
/// payment), `ISettlementHolds`, `ISettlementQueue`, `ISettlementNetting`, `ISettlementCrossChain` and
/// `ISettlementStatistics`.
///
/// Amounts are in a token's own units unless a name ends in `Value`: 8 decimals of the reference currency (the currency
/// with index 0) or of the currency that is named. Times are Unix seconds. Rounding is against the payer where the
/// chain computes an amount that is paid, and towards more capital in capital figures.
/// @custom:invariant SET-01 both legs of a trade settle in one transaction, each exactly, or neither does
/// @custom:invariant SET-02 what the contract holds of a token is never less than its open holds, queue and locks of it
/// @custom:invariant SET-03 an instruction settles at most its quantity, once, and only between its own two parties
/// @custom:invariant SET-04 a payment that was selected is made in the first eligible asset of the explained order
/// @custom:invariant SET-05 net positions of a batch sum to zero, and balances end as the gross sequence would end them
/// @custom:invariant SET-06 no participant of a netting batch pays more than it signed for, nor one payment twice
/// @custom:invariant SET-07 a payment that a batch leaves out could not be added to it without overdrawing its payer
/// @custom:invariant SET-08 what a hold pays and returns sums to what was held; once expired it pays its payer alone
/// @custom:invariant SET-09 counters equal what the events of settled legs add up to
/// @custom:invariant SET-10 statuses move along the published graphs alone, and nothing leaves a final status
interface ISettlementAssetManager {
    /// @notice Kinds of settlement assets. Their number is NOT their order of preference: see `preferenceOrder`.
    enum SettlementAssetType {
        WCBDC,
        STABLECOIN,
        DEPOSIT_TOKEN,
        RBDC,
        CRYPTO
    }

    /// @notice An admitted settlement asset.
    /// @param tokenAddress the ERC-20
    /// @param assetType its kind
    /// @param jurisdiction the home jurisdiction's name, such as `EU`
    /// @param riskWeight preference score from 0 (best) to 100; no regulatory risk weight: that is in the Basel profile
    /// @param isPreferred comes before equals of the same score
    struct SettlementAsset {
        address tokenAddress;
        SettlementAssetType assetType;
        string jurisdiction;
        uint256 riskWeight;
        bool isPreferred;
    }

    /// @notice An address of the call must not be zero or without code.
    error AddressWithoutCode(address account);

    /// @notice Sets the manager up, with the order of preference and the reference currency.
    /// @param authority the chain's access manager
    /// @param referenceCurrency ISO 4217 code of the currency that values are told in, such as `USD`
    function initialize(address authority, bytes3 referenceCurrency) external;

    /// @notice The kinds of assets from the most to the least preferred.
    function preferenceOrder(uint256 position) external view returns (SettlementAssetType);

    /// @notice The least preference score that an asset of a kind may have: 0, 5, 20, 50, 100 in the order of
    /// preference.
    function leastRiskWeight(SettlementAssetType assetType) external pure returns (uint256);

    /// @notice An admitted asset. Reverts with `AssetNotListed`.
    function settlementAsset(address token) external view returns (SettlementAsset memory);
}
