// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageAccountRisk } from "./IBrokerageAccountRisk.sol";
import { IPrimeBrokerage } from "./IPrimeBrokerage.sol";

/// @title What brokerage accounts have, owe and risk
/// @notice Figures as the contract's own checks compute them, to the unit. Assets round down, liabilities and
/// requirements up.
interface IBrokerageViews {
    /// @notice Collateral of an account in one asset.
    /// @param units balance
    /// @param value at the low price, rounded down
    /// @param adjustedValue the same less the asset's haircut of now, rounded down; without the concentration add-on
    struct CollateralItem {
        uint8 assetId;
        uint256 units;
        uint256 value;
        uint256 adjustedValue;
    }

    /// @notice Debt of an account in one asset.
    /// @param units owed now, rounded up
    /// @param value at the high price, rounded up
    struct DebtItem {
        uint8 assetId;
        uint256 units;
        uint256 value;
    }

    /// @notice A position of an account.
    /// @param size units, negative when short
    /// @param entryValue what it cost at average, less carry
    /// @param profitValue unrealised profit at the side that values it, rounded down; negative for a loss
    /// @param potentialValue potential exposure, rounded up
    /// @param changedAt when it last changed
    struct PositionItem {
        uint8 assetId;
        int256 size;
        int256 entryValue;
        int256 profitValue;
        uint256 potentialValue;
        uint256 changedAt;
    }

    /// @notice How an account stands against the ratios.
    enum MarginState {
        NO_EXPOSURE,
        INITIAL,
        MAINTAINED,
        BELOW_MAINTENANCE,
        BELOW_LIQUIDATION
    }

    /// @notice An account that is below maintenance.
    /// @param ratioBps as in `IBrokerageAccountRisk`
    /// @param shortfallValue adjusted collateral that is missing to maintenance, rounded up
    struct MarginShortfall {
        uint256 account;
        MarginState state;
        uint256 ratioBps;
        uint256 shortfallValue;
    }

    /// @notice A price cannot fall by more than all of it.
    error ShockInvalid(uint256 assetId, int256 shockBps);

    /// @notice An institution's account as SPEC tells it: its credit and what all its sub-accounts expose now.
    function enterpriseAccount(address institution) external view returns (IPrimeBrokerage.EnterpriseAccount memory);

    /// @notice Units of a token that an account has as collateral; zero for a token that is not listed.
    function collateralBalances(uint256 account, address token) external view returns (uint256 units);

    /// @notice A position as SPEC tells it; clearing's too.
    function crossMarginPosition(uint256 account, uint8 assetId)
        external
        view
        returns (IPrimeBrokerage.CrossMarginPosition memory);

    /// @notice A position in full; clearing's too.
    function positionOf(uint256 account, uint8 assetId) external view returns (PositionItem memory);

    /// @notice How an account stands against the ratios, at the last accepted prices.
    /// @dev Reverts with `AccountUnknown`.
    function marginStateOf(uint256 account) external view returns (MarginState);

    /// @notice An account's risk if prices moved: `accountRisk` with low and high prices shocked.
    /// @dev The shocked low price is rounded down, and the high price has the same spread above it. Reverts with
    /// `AccountUnknown`, `ShockInvalid`.
    /// @param shocksBps one shock for each asset id from 0 on, basis points; assets beyond the list keep their prices
    function stress(uint256 account, int16[] calldata shocksBps)
        external
        view
        returns (IBrokerageAccountRisk.AccountRisk memory);

    /// @notice Everything that an account has and owes, by asset.
    /// @dev Reverts with `AccountUnknown`.
    function portfolio(uint256 account)
        external
        view
        returns (CollateralItem[] memory collateral, DebtItem[] memory debts, PositionItem[] memory positions);

    /// @notice Those of the accounts that are below maintenance, the lowest ratio first.
    /// @dev Reverts with `AccountUnknown`.
    function marginCallQueue(uint256[] calldata accounts) external view returns (MarginShortfall[] memory queue);

    /// @notice The most units of an asset that an account could withdraw now, as far as margin is concerned: all of it
    /// without exposure. Liquidity, rights, pauses and verification are not looked at; with a stale price it is zero.
    /// @dev Reverts with `AccountUnknown`.
    function maxWithdraw(uint256 account, uint8 assetId) external view returns (uint256 units);

    /// @notice The most units of an asset that an account could borrow now, as far as margin and the limits of its
    /// institution and group are concerned. Liquidity, rights, pauses and verification are not looked at; with a stale
    /// price it is zero.
    /// @dev Reverts with `AccountUnknown`.
    function maxBorrow(uint256 account, uint8 assetId) external view returns (uint256 units);

    /// @notice Sums of an asset's positions without clearing's, in its units.
    function openInterestOf(uint8 assetId) external view returns (uint256 long, uint256 short);

    /// @notice Profit that clearing has realised, negative for a loss, value.
    function clearingCash() external view returns (int256 value);
}
