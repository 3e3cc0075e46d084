// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Liquidations
/// @notice A Dutch auction: whoever repays debt of an account that may be liquidated takes collateral worth as much and
/// a bonus that grows with the time since the auction began. No more is liquidated than restores the account to the
/// target ratio, but a rest below the dust value, of debt or of the collateral taken, is taken along.
///
/// Collateral is valued at the low side of its price and debt at the high side, as everywhere. Repaid units are rounded
/// up, taken ones down. On top of what the liquidator repays he pays the fee, which becomes first-loss capital; bonus,
/// fee and expected slippage together stay below the liquidation threshold less one, and near insolvency they shrink so
/// that the ratio does not fall. Under water the least bonus alone is paid: the liquidator pays for what he takes and
/// the rest of the debt is left to the default waterfall.
/// @custom:invariant PB-20 value taken of an asset in one window stays within its cap
interface IBrokerageLiquidation {
    /// @notice What a liquidator wants.
    /// @param account whose debt
    /// @param debtAsset which debt
    /// @param collateral which collateral
    /// @param expectedNonce the account's liquidations so far (`marginCallOf`); the greatest number of its type where
    /// the liquidator does not mind others before him, who could stop him with a liquidation of one unit
    /// @param maxRepay most units to pay, fee included; what may not be repaid is not taken
    /// @param minSeized fewest units of collateral to take
    struct LiquidationOrder {
        uint256 account;
        uint8 debtAsset;
        uint8 collateral;
        uint32 expectedNonce;
        uint128 maxRepay;
        uint128 minSeized;
    }

    /// @notice Debt was repaid for collateral.
    /// @param repaid units by which the debt fell
    /// @param fee units of the debt asset that became first-loss capital
    /// @param seized units of collateral that the liquidator got
    /// @param bonusBps the liquidator's bonus
    event Liquidated(
        uint256 indexed account,
        address indexed liquidator,
        uint8 debtAsset,
        uint8 collateral,
        uint256 repaid,
        uint256 fee,
        uint256 seized,
        uint256 bonusBps
    );
    /// @notice Collateral could not be transferred to its liquidator, who may claim it.
    event SeizureClaimable(address indexed liquidator, uint256 indexed account, uint8 indexed assetId, uint256 units);
    /// @notice A liquidator took what could not be transferred before.
    event SeizureClaimed(
        address indexed liquidator, uint256 indexed account, uint8 indexed assetId, address to, uint256 units
    );
    /// @notice A position passed to another account.
    /// @param size units, negative for a short
    /// @param rewardValue what the taker got for it
    event PositionTakenOver(
        uint256 indexed account, uint256 indexed taker, uint8 indexed assetId, int128 size, uint256 rewardValue
    );
    /// @notice A position was closed against the clearing account.
    event PositionLiquidated(uint256 indexed account, uint8 indexed assetId, int128 size);
    /// @notice The account may not be liquidated now.
    error NotLiquidatable(uint256 account, uint256 adjustedValue, uint256 exposureValue, uint40 deadline);
    /// @notice The account was liquidated in the meantime, or not yet.
    error LiquidationNonceMismatch(uint256 account, uint32 expected, uint32 actual);
    /// @notice Who owns, operates or shares the beneficial owner of an account cannot liquidate it.
    error SelfLiquidation(uint256 account, address liquidator);
    /// @notice The identity registry does not verify who would receive.
    error LiquidatorIneligible(address liquidator);
    /// @notice Fewer units would be taken than the liquidator asks for.
    error SeizedTooFew(uint256 seized, uint256 minSeized);
    /// @notice The account has nothing of that debt or of that collateral.
    error NothingToLiquidate(uint256 account, uint8 debtAsset, uint8 collateral);
    /// @notice What may be taken of an asset in this window is taken.
    error SeizureCapReached(uint8 assetId, uint256 capValue, uint256 windowEnd);
    /// @notice The liquidation would lower the account's ratio.
    error LiquidationWorsens(uint256 account);
    /// @notice Nothing to claim.
    error NothingToClaim(address liquidator, uint256 account, uint8 assetId);
    /// @notice Repays debt of an account for its collateral.
    /// @dev The caller pays and receives; the registry must verify it. Reverts with `NotLiquidatable`,
    /// `LiquidationNonceMismatch`, `SelfLiquidation`, `LiquidatorIneligible`, `SeizedTooFew`, `NothingToLiquidate`,
    /// `SeizureCapReached`, `LiquidationWorsens`, in a batch, and while liquidations are paused or prices stale.
    /// Collateral whose transfer fails becomes a claim instead.
    /// @return repaid units by which the debt fell
    /// @return seized units of collateral taken
    function liquidate(LiquidationOrder calldata order) external returns (uint256 repaid, uint256 seized);

    /// @notice Takes over a position of an account that may be liquidated, at the adverse side of its price and for a
    /// reward: the bonus on the potential exposure that it relieves the account of. The taker is an account of the
    /// caller and keeps the initial ratio afterwards.
    /// @dev Reverts as `liquidate` does, with `IPrimeBrokerage.TooManyAssets`, and as opening a position does.
    /// @param size units of the position to take over at most, without sign
    function takeOverPosition(uint256 account, uint256 taker, uint8 assetId, uint128 size, uint32 expectedNonce)
        external;

    /// @notice Closes a position of an account that may be liquidated against the clearing account, at the adverse side
    /// of its price. Anyone may; nobody is rewarded.
    /// @dev Reverts with `NotLiquidatable`, `NothingToLiquidate`.
    function liquidatePosition(uint256 account, uint8 assetId, uint128 size) external;

    /// @notice Takes what of an account's collateral could not be transferred to the caller before.
    /// @dev Reverts with `NothingToClaim`, `LiquidatorIneligible`, and as the token's transfer does.
    /// @param to a verified wallet
    function claimSeized(uint256 account, uint8 assetId, address to) external;
}
