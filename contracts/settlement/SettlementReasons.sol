// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Reasons against an asset
/// @notice Why an asset is not paid in; `ISettlementSelection` lists them in words.
library SettlementReasons {
    uint256 internal constant ELIGIBLE = 0;
    uint256 internal constant NOT_ADMITTED = 1;
    uint256 internal constant SUSPENDED = 2;
    uint256 internal constant IS_SECURITY = 3;
    uint256 internal constant NO_COMMON_JURISDICTION = 5;
    uint256 internal constant PRICE_STALE = 6;
    uint256 internal constant OFF_PEG = 7;
    uint256 internal constant DAILY_CAP = 8;
    uint256 internal constant TOKEN_PAUSED = 9;
    uint256 internal constant NOT_FUNDED = 10;
    uint256 internal constant GROUP_2_LIMIT = 11;
    uint256 internal constant PAYER_NOT_ADMITTED = 12;
    uint256 internal constant PAYEE_NOT_ADMITTED = 13;
    uint256 internal constant KIND_NOT_ACCEPTED = 14;
    uint256 internal constant TOKEN_REFUSES = 15;
    uint256 internal constant RATE_STALE = 16;
}
