// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Institutions, their credit lines and their accounts
/// @notice An institution is a wallet that the identity registry verifies and that the credit administrator has
/// admitted with a limit, a last day and a day of review. Its limit is over all its accounts; after either day, and
/// above the limit, it may expose no more, and keeps everything else. Institutions of one owner are a group, whose
/// exposures are held to the group's limit together; what a group has issued is no collateral of its institutions.
///
/// An account can be restricted to closing (RISK_OFFICER) or frozen (COMPLIANCE_OFFICER): the first keeps it from new
/// risk, the second lets nothing leave it. Neither keeps anybody from paying in.
interface IBrokerageAccounts {
    /// @notice Terms of a credit line.
    /// @param creditLimit value, whole units of the reference currency
    /// @param group of institutions of one owner; zero for none
    /// @param facilityEndDay last day on which exposure may grow, days since 1970
    /// @param reviewDay the same, until the line has been reviewed
    struct CreditTerms {
        uint256 creditLimit;
        uint16 group;
        uint16 facilityEndDay;
        uint16 reviewDay;
    }

    /// @notice A credit line as it stands.
    /// @param exposure that the limit is held against: sub-account 0 at the stored prices, the others as last recorded,
    /// value
    /// @param isAdmitted whether it was ever admitted
    struct CreditState {
        CreditTerms terms;
        uint256 exposure;
        bool isAdmitted;
    }

    /// @notice An account as it stands: sets have one bit for each asset id.
    /// @param exposure of a sub-account 0 at the stored prices, of others as last recorded, value
    /// @param isOpen whether it was opened
    /// @param isRestricted to closing
    /// @param isFrozen by the compliance officers
    struct AccountState {
        uint80 collateralSet;
        uint80 positionSet;
        uint80 debtSet;
        uint256 exposure;
        uint256 cashValue;
        bool isOpen;
        bool isRestricted;
        bool isFrozen;
    }

    /// @notice An institution was admitted.
    event InstitutionAdmitted(address indexed institution, CreditTerms terms);
    /// @notice A credit limit changed.
    event CreditLimitSet(address indexed institution, uint256 creditLimit);
    /// @notice The last day or the day of review changed.
    event CreditDaysSet(address indexed institution, uint16 facilityEndDay, uint16 reviewDay);
    /// @notice An institution joined or left a group; zero for none.
    event GroupSet(address indexed institution, uint16 indexed group);
    /// @notice A group's limit changed.
    event GroupLimitSet(uint16 indexed group, uint128 limitValue);
    /// @notice An account exists from now on.
    event AccountOpened(uint256 indexed account, address indexed institution, uint8 subAccount);
    /// @notice An account was restricted to closing, or no longer is.
    event AccountRestricted(uint256 indexed account, bool restricted);
    /// @notice An account was frozen, or no longer is.
    event AccountFreezeSet(uint256 indexed account, bool frozen);

    /// @notice The institution was never admitted.
    error InstitutionUnknown(address institution);
    /// @notice The institution was admitted before.
    error InstitutionKnown(address institution);
    /// @notice The registry does not verify the institution.
    error InstitutionNotVerified(address institution);
    /// @notice Limits are whole units of the reference currency, below 2^44.
    error CreditLimitInvalid(uint256 creditLimit);
    /// @notice The account was opened before.
    error AccountKnown(uint256 account);
    /// @notice The change would tighten what this function loosens, or loosen what it tightens.
    error WrongDirection();
    /// @notice Nothing leaves a frozen account.
    error AccountFrozen(uint256 account);

    /// @notice Admits an institution and opens its sub-account 0. Restricted: CREDIT_ADMIN.
    /// @dev Reverts with `InstitutionKnown`, `InstitutionNotVerified`, `CreditLimitInvalid`.
    function admitInstitution(address institution, CreditTerms calldata terms) external;

    /// @notice Raises a credit limit. Restricted: CREDIT_ADMIN.
    /// @dev Reverts with `InstitutionUnknown`, `CreditLimitInvalid`, `WrongDirection`.
    function raiseCreditLimit(address institution, uint256 creditLimit) external;

    /// @notice Lowers a credit limit at once; what is exposed above it stays. Restricted: RISK_OFFICER.
    function lowerCreditLimit(address institution, uint256 creditLimit) external;

    /// @notice Sets later days; neither may be earlier than before. Restricted: CREDIT_ADMIN.
    function extendCreditDays(address institution, uint16 facilityEndDay, uint16 reviewDay) external;

    /// @notice Sets earlier days at once; neither may be later than before. Restricted: RISK_OFFICER.
    function shortenCreditDays(address institution, uint16 facilityEndDay, uint16 reviewDay) external;

    /// @notice Puts an institution into a group, or takes it out of one. Restricted: CREDIT_ADMIN.
    /// @dev Its exposure moves along. Prices may be old.
    function setGroup(address institution, uint16 group) external;

    /// @notice Raises a group's limit. Restricted: CREDIT_ADMIN.
    function raiseGroupLimit(uint16 group, uint128 limitValue) external;

    /// @notice Lowers a group's limit at once. Restricted: RISK_OFFICER.
    function lowerGroupLimit(uint16 group, uint128 limitValue) external;

    /// @notice Opens a sub-account of the calling institution.
    /// @dev Reverts with `InstitutionUnknown`, `AccountKnown`.
    /// @return account its number
    function openAccount(uint8 subAccount) external returns (uint256 account);

    /// @notice Restricts accounts to closing at once. Restricted: RISK_OFFICER.
    function restrictAccounts(uint256[] calldata accounts) external;

    /// @notice Lifts the restriction. Restricted: CREDIT_ADMIN.
    function releaseAccounts(uint256[] calldata accounts) external;

    /// @notice Freezes accounts at once. Restricted: COMPLIANCE_OFFICER.
    function freezeAccounts(uint256[] calldata accounts) external;

    /// @notice Lifts the freeze. Restricted: COMPLIANCE_ADMIN.
    function unfreezeAccounts(uint256[] calldata accounts) external;

    /// @notice A credit line as it stands; all zero for an institution that was never admitted.
    function creditLineOf(address institution) external view returns (CreditState memory);

    /// @notice Limit and recorded exposure of a group, value.
    function groupOf(uint16 group) external view returns (uint256 limitValue, uint256 exposure);

    /// @notice An account as it stands.
    function accountOf(uint256 account) external view returns (AccountState memory);

    /// @notice Number of an institution's sub-account, opened or not.
    function accountNumber(address institution, uint8 subAccount) external pure returns (uint256 account);

    /// @notice Institutions that were ever admitted.
    function institutionCount() external view returns (uint256);

    /// @notice An institution by its place in the order of admission, from 0.
    function institutionAt(uint256 place) external view returns (address institution);

    /// @notice Exposure of all accounts, value: the sum of the institutions' (`creditLineOf`).
    function totalExposure() external view returns (uint256 exposure);

    /// @notice Where institutions are verified.
    function identityRegistry() external view returns (address);
}
