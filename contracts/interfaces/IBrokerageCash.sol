// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Cash of brokerage accounts, and moves between sub-accounts
/// @notice Cash is what realised gains have left: value, in full collateral. It is paid out in the cash asset, or used
/// for debt in it. Other errors and rules are those of `IBrokerageCollateral` and `IBrokerageDebt`.
interface IBrokerageCash {
    /// @notice Collateral moved between two sub-accounts of an institution.
    event CollateralMoved(
        uint256 indexed fromAccount, uint256 indexed toAccount, uint256 indexed assetId, uint256 amount
    );
    /// @notice Cash of an account was paid out in the cash asset.
    /// @param value taken off the account's cash
    /// @param amount units of the cash asset paid
    event CashWithdrawn(uint256 indexed account, address indexed to, uint256 value, uint256 amount);
    /// @notice Cash of an account was used for its debt in the cash asset.
    event RepaidWithCash(uint256 indexed account, uint256 value, uint256 amount, uint256 shares);

    /// @notice The account has not so much cash.
    error CashInsufficient(uint256 account, uint256 value, uint256 cashValue);
    /// @notice The two accounts are not different sub-accounts of one institution.
    error AccountsUnrelated(uint256 fromAccount, uint256 toAccount);

    /// @notice Moves collateral from one sub-account to another of the same institution.
    /// @dev Right 2 in the one and 1 in the other. Pause group COLLATERAL. Reverts as `withdraw` and `deposit`, and
    /// with `AccountsUnrelated`.
    function moveCollateral(uint256 fromAccount, uint256 toAccount, uint8 assetId, uint256 amount) external;

    /// @notice Pays out cash in the cash asset, at its high price, rounded down.
    /// @dev Right 2. Pause group COLLATERAL. Needs the asset's price to be fresh. Reverts as `withdraw`, and with
    /// `CashInsufficient`, `InsufficientLiquidity`.
    /// @param value of the cash taken; 2^256 - 1 is all of it
    /// @return amount units paid
    function withdrawCash(uint256 account, uint256 value, address to) external returns (uint256 amount);

    /// @notice Repays debt in the cash asset with the account's cash, at the asset's high price, rounded down.
    /// @dev Right 8. In no pause group; needs the asset's price to be fresh. Reverts with `NothingOwed`,
    /// `CashInsufficient`.
    /// @param value of the cash; more than there is or than is needed is as much as can be used
    /// @return amount units of debt repaid
    function repayWithCash(uint256 account, uint256 value) external returns (uint256 amount);
}
