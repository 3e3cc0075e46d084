// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Risk of a brokerage account
/// @notice What an account is worth, owes and must keep, by the code that decides on its withdrawals, loans, trades,
/// calls and liquidations. Assets round down, liabilities and requirements up.
interface IBrokerageAccountRisk {
    /// @notice An account's risk; values have 8 decimals.
    /// @param grossValue collateral at low prices, before haircuts
    /// @param adjustedValue the same less haircuts and the concentration add-on, plus cash
    /// @param powerValue as `adjustedValue`, of active assets alone: what new risk may rest on
    /// @param maintenanceValue `adjustedValue` plus unrealised gains less their haircut
    /// @param cashValue realised gains not yet taken
    /// @param gainValue unrealised gains in full
    /// @param debtValue debts at high prices
    /// @param lossValue unrealised losses in full
    /// @param potentialValue potential exposure of positions
    /// @param exposureValue the sum of the last three: `currentExposure`
    /// @param recordedValue exposure as limits count it: a sub-account 0's is the same, others' as last recorded
    /// @param ratioBps `maintenanceValue` over exposure, rounded down; the most there is without exposure
    /// @param initialRatio per cent that new risk must leave of `powerValue`
    /// @param maintenanceRatio per cent of `maintenanceValue` below which the account is called
    /// @param stale whether a price that went into this is too old for new risk
    struct AccountRisk {
        uint256 grossValue;
        uint256 adjustedValue;
        uint256 powerValue;
        uint256 maintenanceValue;
        uint256 cashValue;
        uint256 gainValue;
        uint256 debtValue;
        uint256 lossValue;
        uint256 potentialValue;
        uint256 exposureValue;
        uint256 recordedValue;
        uint256 ratioBps;
        uint256 initialRatio;
        uint256 maintenanceRatio;
        bool stale;
    }

    /// @notice An account's risk at the last accepted prices.
    /// @dev Reverts with `AccountUnknown`.
    function accountRisk(uint256 account) external view returns (AccountRisk memory);
}
