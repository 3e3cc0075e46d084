// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What an account is worth and owes; all values with 8 decimals.
/// @param grossValue collateral at the low price, each balance rounded down
/// @param adjustedValue the same less haircuts and the concentration add-on, plus cash; without unrealised gains
/// @param powerValue as `adjustedValue`, of active assets alone: what new risk may rest on
/// @param gainValue unrealised gains in full, rounded down
/// @param debtValue debts at the high price, each rounded up
/// @param lossValue unrealised losses, each rounded up
/// @param potentialValue potential exposure of positions, each rounded up
/// @param staleAsset id plus one of an asset whose price is too old, zero when all are fresh
struct Assessment {
    uint256 grossValue;
    uint256 adjustedValue;
    uint256 powerValue;
    uint256 gainValue;
    uint256 debtValue;
    uint256 lossValue;
    uint256 potentialValue;
    uint256 staleAsset;
}
