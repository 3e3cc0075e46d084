// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Collateral of brokerage accounts
/// @notice Units that stand for an account's exposure, and cash from realised gains. Collateral is never lent, pledged
/// or moved but back to its institution, or to who liquidates the account.
///
/// Depositing is never refused for a pause, a price, the sequencer, or the evidence on the account's institution: the
/// payer is the institution, its operator with the right to deposit, or any wallet that the registry verifies, which
/// brings its own units. What arrives is measured, and a token that takes a fee on transfer is refused.
///
/// Withdrawing needs the margin of new risk afterwards while the account has any debt or position. Without any it needs
/// neither prices nor evidence; a freeze by the compliance officers stops it all the same. Units go to the institution,
/// or to another verified wallet of the same identity.
interface IBrokerageCollateral {
    /// @notice An account has more collateral.
    /// @param payer who brought the units
    /// @param balance units of the asset afterwards
    event CollateralDeposited(
        uint256 indexed account, uint256 indexed assetId, address indexed payer, uint256 amount, uint256 balance
    );
    /// @notice An account has less collateral.
    /// @param to who received the units
    /// @param balance units of the asset afterwards
    event CollateralWithdrawn(
        uint256 indexed account, uint256 indexed assetId, address indexed to, uint256 amount, uint256 balance
    );
    /// @notice The asset was issued by the account's own group.
    error WrongWayRisk(uint256 account, uint256 assetId, uint256 group);
    /// @notice The account has not so many units.
    error CollateralInsufficient(uint256 account, uint256 assetId, uint256 amount, uint256 balance);
    /// @notice The token moved another amount than it was told to.
    error AmountNotMoved(address token, uint256 amount, uint256 moved);
    /// @notice The payer is neither the institution nor its operator, and the registry does not verify it.
    error PayerNotVerified(address payer);
    /// @notice Units go to the institution or to a verified wallet of its identity alone.
    error RecipientRefused(uint256 account, address to);
    /// @notice All accounts together would have more units than the asset's cap.
    error CollateralCapExceeded(uint256 assetId, uint256 amount, uint256 cap);
    /// @notice The institution's accounts together would have more units than the asset's cap for one institution.
    error InstitutionCapExceeded(uint256 assetId, uint256 institution, uint256 amount, uint256 cap);

    /// @notice Adds units to an account's collateral.
    /// @dev In no pause group. Reverts with `AmountZero`, `AssetNotUsable`, `WrongWayRisk`, `PayerNotVerified`,
    /// `AmountNotMoved`, `CollateralCapExceeded`, `InstitutionCapExceeded`, `TooManyAssets`, or the token's own error.
    /// @param account whose
    /// @param assetId which
    /// @param amount units
    function deposit(uint256 account, uint8 assetId, uint256 amount) external;

    /// @notice Adds units of the institution, which an operator brings, to an account's collateral.
    /// @dev The institution or an operator with the right to deposit. In no pause group. Reverts as `deposit`.
    function depositFromInstitution(uint256 account, uint8 assetId, uint256 amount) external;

    /// @notice Takes units out of an account's collateral.
    /// @dev Right 2. Pause group COLLATERAL. Reverts with `AccountNotYours`, `AmountZero`, `CollateralInsufficient`,
    /// `RecipientRefused`, `AmountNotMoved`, or with what the check of risk-taking reverts with while the account has
    /// debt or positions.
    /// @param account whose
    /// @param assetId which
    /// @param amount units; 2^256 - 1 is all of them
    /// @param to the institution, or a verified wallet of its identity
    /// @return withdrawn units
    function withdraw(uint256 account, uint8 assetId, uint256 amount, address to) external returns (uint256 withdrawn);
}
