// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IDynamicFeeStructureAccounts
/// @notice Whose volume and terms count for whom. At the address of `IDynamicFeeStructure`.
///
/// A wallet's account is the institution that its identity is linked to, else the identity, else the wallet itself. A
/// collector may name the account of a charge instead (`FeeRequest`); then none of this is read or written.
/// The identity is the identity registry's. The answer is kept for `ACCOUNT_LIFETIME`, because asking costs a third of
/// a charge; then the next charge asks again, and anyone may ask sooner. A registry that fails changes nothing.
/// @custom:invariant FEE-20 where the collector names none, a wallet's account is what registry and links said at most
/// `ACCOUNT_LIFETIME` ago, while the registry answers
/// @custom:invariant FEE-21 a waiver never outlives its end, and is revoked at once
interface IDynamicFeeStructureAccounts {
    /// @notice What was agreed with an account.
    /// @param tier least tier, 0 to 4, whatever the volume
    /// @param waiverPips share of fees that is waived, up to 1,000,000
    /// @param waiverUntil first second at which the waiver no longer holds
    /// @param waiverProducts bit n for the schedule of product n
    struct Terms {
        uint8 tier;
        uint24 waiverPips;
        uint40 waiverUntil;
        uint8 waiverProducts;
    }

    /// @notice An account's volume now, and its terms.
    /// @param volume rolling, value
    /// @param current of the current period, value
    /// @param previous of the period before, value
    /// @param period number of the current one: Unix time over 30 days
    /// @param terms what was agreed
    struct AccountState {
        uint256 volume;
        uint256 current;
        uint256 previous;
        uint256 period;
        Terms terms;
    }

    /// @notice From now on a wallet's charges count for this account.
    event AccountRefreshed(address indexed wallet, address indexed account, uint256 time);
    /// @notice An identity belongs to an institution, or to none (zero), for wallets refreshed from now on.
    event InstitutionSet(address indexed identity, address indexed institution);
    /// @notice An account's terms.
    event TermsSet(address indexed account, Terms terms);
    /// @notice Where identities are looked up; zero for nowhere.
    event IdentityRegistrySet(address indexed registry);

    /// @notice Tiers end at 4, a waiver at the whole fee, the products at six.
    error TermsOutOfRange(Terms terms);

    /// @notice Looks up wallets' accounts now; anyone may call.
    function refreshAccounts(address[] calldata wallets) external;

    /// @notice Links an identity to an institution, which may be any address that stands for it; zero unlinks.
    /// @dev Restricted: OPERATOR. Holds for a wallet when it is next refreshed.
    function setInstitution(address identity, address institution) external;

    /// @notice Sets what was agreed with an account.
    /// @dev Restricted: FEE_ADMIN. Reverts with `TermsOutOfRange`.
    function setTerms(address account, Terms calldata terms) external;

    /// @notice Ends an account's waiver and tier at once.
    /// @dev Restricted: RISK_OFFICER.
    function revokeTerms(address account) external;

    /// @notice Sets where identities are looked up.
    /// @dev Restricted: FEE_ADMIN.
    function setIdentityRegistry(address registry) external;

    /// @notice How long a wallet's account holds before a charge looks it up again, seconds.
    function ACCOUNT_LIFETIME() external view returns (uint256 period); // solhint-disable-line func-name-mixedcase

    /// @notice The account that a charge of this wallet would count for now.
    function accountOf(address wallet) external view returns (address account);

    /// @notice When a wallet's account was last looked up; zero for never.
    function refreshedAt(address wallet) external view returns (uint256 time);

    /// @notice Volume and terms of an account.
    function accountState(address account) external view returns (AccountState memory state);

    /// @notice The institution that an identity is linked to; zero for none.
    function institutionOf(address identity) external view returns (address institution);

    /// @notice Where identities are looked up; zero for nowhere.
    function identityRegistry() external view returns (address registry);
}
