// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Default waterfall
/// @notice Who bears what an account owes once it has nothing left: its own cash, its institution's contribution to the
/// default fund, the operator's first-loss capital, the other institutions' contributions pro rata, and at last the
/// lenders of the asset that is owed, pro rata through the price of their shares. All of it is kept per settlement
/// asset and bears debts in that asset alone; each step has an event, and what it bears with an account of its own.
///
/// Contributions are shares of a fund. They stay at risk until they are withdrawn, which takes notice; what an
/// institution must leave in is its floor, for as long as it has exposure. In one assessment period others'
/// contributions bear no more than the assessment limit of what they were at its beginning; lenders bear the rest.
/// @custom:invariant PB-21 what all steps of a default bear is what was owed
/// @custom:invariant PB-22 in one assessment period others' contributions bear at most the assessment limit
interface IBrokerageDefault {
    /// @notice Steps of the waterfall, in their order.
    enum DefaultLayer {
        CASH,
        CONTRIBUTION,
        FIRST_LOSS,
        MUTUAL_FUND,
        LENDERS
    }

    /// @notice A settlement asset's default fund.
    /// @param units contributions, in units of the asset
    /// @param shares shares of them
    /// @param firstLoss the operator's capital, in units
    /// @param epoch how often contributions were used up entirely; shares of earlier epochs are worth nothing
    /// @param assessmentStart when the present assessment period began
    /// @param assessable units that may still be used in it for others' defaults
    struct DefaultFund {
        uint128 units;
        uint128 shares;
        uint128 firstLoss;
        uint32 epoch;
        uint40 assessmentStart;
        uint128 assessable;
    }

    /// @notice An institution's contribution to a fund.
    /// @param shares its shares
    /// @param noticed of them, those under notice
    /// @param floor units that it must leave in while it has exposure
    /// @param withdrawableAt when those under notice can be withdrawn
    struct Contribution {
        uint128 shares;
        uint128 noticed;
        uint128 floor;
        uint40 withdrawableAt;
    }

    /// @notice One step of a default's waterfall bore a loss.
    /// @param units of the asset owed
    event DefaultBorne(uint256 indexed account, uint8 indexed assetId, DefaultLayer indexed layer, uint256 units);
    /// @notice Cash of a defaulted account was used up for its debt.
    /// @param value all of it, or as much as the debt took
    event CashApplied(uint256 indexed account, uint256 value);
    /// @notice An account's default was declared.
    /// @param owed units that it owed, before its own cash was used
    event DefaultDeclared(uint256 indexed account, uint8 indexed assetId, uint256 owed);
    /// @notice An institution contributed.
    event FundContributed(uint8 indexed assetId, address indexed institution, uint256 units, uint256 shares);
    /// @notice Shares were put under notice; 0 withdraws the notice.
    event FundNoticeGiven(uint8 indexed assetId, address indexed institution, uint256 shares, uint40 withdrawableAt);
    /// @notice An institution withdrew.
    event FundWithdrawn(uint8 indexed assetId, address indexed institution, uint256 units, uint256 shares);
    /// @notice The operator's capital was raised by a payment.
    event FirstLossFunded(uint8 indexed assetId, address indexed payer, uint256 units);
    /// @notice The operator's capital was withdrawn.
    event FirstLossWithdrawn(uint8 indexed assetId, address indexed to, uint256 units);
    /// @notice Contributions were used up entirely.
    event FundExhausted(uint8 indexed assetId, uint32 epoch);
    /// @notice An institution's floor was set.
    event FundFloorSet(uint8 indexed assetId, address indexed institution, uint128 units);
    /// @notice The funds' terms were set.
    event FundTermsSet(uint24 noticePeriod, uint24 assessmentPeriod, uint16 assessmentLimitBps);

    /// @notice The account still has collateral or positions, which come first, or cash that covers what it owes.
    error DefaultPremature(uint256 account);
    /// @notice The account owes nothing in that asset.
    error NothingOwed(uint256 account, uint8 assetId);
    /// @notice Shares cannot be withdrawn yet, or none are under notice.
    error NoticeRunning(uint8 assetId, address institution, uint40 withdrawableAt);
    /// @notice More shares than the institution has.
    error FundSharesExceeded(uint8 assetId, address institution, uint256 shares, uint256 held);
    /// @notice Less would stay in than the floor.
    error FundFloorBreached(uint8 assetId, address institution, uint256 left, uint256 floor);
    /// @notice More than there is.
    error FirstLossExceeded(uint8 assetId, uint256 units, uint256 available);
    /// @notice A setting is out of bounds; `cause` is the field's name.
    error FundTermsInvalid(string cause);
    /// @notice Institutions that are admitted and verified alone contribute, verified wallets alone pay in.
    error ContributorRefused(address payer);
    /// @notice Nothing is paid in, or the payment is too small for a share.
    error FundAmount(uint8 assetId, uint256 units);

    /// @notice Declares the default of an account that owes and has nothing left. Anyone may.
    /// @dev Reverts with `DefaultPremature`, `NothingOwed`, and while liquidations are paused.
    /// @param assetId the settlement asset owed
    function declareDefault(uint256 account, uint8 assetId) external;

    /// @notice Pays into a fund; institutions alone.
    /// @return shares of the fund, rounded down
    function contribute(uint8 assetId, uint128 units) external returns (uint256 shares);

    /// @notice Puts shares of the caller under notice, all of its earlier notice replaced; 0 withdraws it.
    /// @dev Reverts with `FundSharesExceeded`.
    function giveNotice(uint8 assetId, uint128 shares) external returns (uint40 withdrawableAt);

    /// @notice Withdraws the caller's shares under notice once that has run out.
    /// @dev Reverts with `NoticeRunning`, `FundFloorBreached`.
    /// @return units paid, rounded down
    function withdrawContribution(uint8 assetId) external returns (uint256 units);

    /// @notice Raises the operator's capital by units of the caller's.
    function fundFirstLoss(uint8 assetId, uint128 units) external;

    /// @notice Withdraws of the operator's capital.
    /// @dev Restricted: TREASURER. Reverts with `FirstLossExceeded`.
    function withdrawFirstLoss(uint8 assetId, uint128 units, address to) external;

    /// @notice Sets what an institution must leave in a fund.
    /// @dev Restricted: CREDIT_ADMIN.
    function setFundFloor(uint8 assetId, address institution, uint128 units) external;

    /// @notice Sets the funds' terms.
    /// @dev Restricted: CONFIGURATOR. Reverts with `FundTermsInvalid`. Notices that run keep their time.
    /// @param noticePeriod seconds of notice, 1 to 180 days
    /// @param assessmentPeriod seconds of an assessment period, 1 to 180 days
    /// @param assessmentLimitBps share of the contributions that may be used in one for others' defaults
    function setFundTerms(uint24 noticePeriod, uint24 assessmentPeriod, uint16 assessmentLimitBps) external;

    /// @notice A fund as it stands.
    function defaultFundOf(uint8 assetId) external view returns (DefaultFund memory);

    /// @notice An institution's contribution to a fund, and what it is worth, rounded down.
    function contributionOf(uint8 assetId, address institution)
        external
        view
        returns (Contribution memory contribution, uint256 units);

    /// @notice The funds' terms.
    function fundTerms() external view returns (uint24 noticePeriod, uint24 assessmentPeriod, uint16 limitBps);
}
