// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Terms of an account, and impairment
/// @notice An institution's terms change with its consent: the credit desk proposes, the institution accepts exactly
/// what was proposed. Stricter terms alone can be set without it, at once. Terms only add to the ratios that the
/// contract's constants demand of everybody.
///
/// Impairment is a judgement, not a breach: the account may only be closed down from then on, without being called or
/// liquidated for it.
/// @custom:invariant PB-23 an account's terms are loosened with its institution's consent and the credit desk's alone
interface IBrokerageTerms {
    /// @notice Terms. Days are counted since 1970; both belong to the institution and hold for all of its accounts.
    /// @param extraInitial points added to the initial ratio, at most `MAX_EXTRA_POINTS`
    /// @param extraMaintenance points added to the maintenance ratio, less than 25 more than those to the initial one
    /// @param facilityEndDay last day of the facility on which exposure can grow
    /// @param reviewDay day of the review, the last one on which exposure can grow without it
    struct AccountTerms {
        uint8 extraInitial;
        uint8 extraMaintenance;
        uint16 facilityEndDay;
        uint16 reviewDay;
    }

    /// @notice Terms were proposed; until when they can be accepted.
    event TermsProposed(uint256 indexed account, AccountTerms terms, uint40 expiry);
    /// @notice A proposal was withdrawn.
    event TermsWithdrawn(uint256 indexed account);
    /// @notice An account's terms changed.
    /// @param agreed whether the institution accepted them; they are stricter otherwise
    event TermsChanged(uint256 indexed account, AccountTerms terms, bool agreed);
    /// @notice An account was impaired.
    event Impaired(uint256 indexed account, bytes32 reason);
    /// @notice An account's impairment was lifted.
    event ImpairmentRemoved(uint256 indexed account);

    /// @notice The terms are out of bounds; `cause` is the field's name.
    error TermsInvalid(string cause);
    /// @notice The terms are looser than those in force; `cause` is the field's name.
    error TermsLooser(string cause);
    /// @notice These are not the terms proposed, nothing is proposed any more, or the terms in force have changed.
    error TermsNotProposed(uint256 account);
    /// @notice The caller is not the account's institution.
    error TermsNotYours(uint256 account, address caller);
    /// @notice The account is impaired already, or is not.
    error ImpairmentUnchanged(uint256 account);

    /// @notice Proposes terms to an account's institution; they replace an earlier proposal.
    /// @dev Restricted: CREDIT_ADMIN. Reverts with `TermsInvalid`, and where the ratios would lose their
    /// order (`IBrokerageRisk`).
    /// @param expiry first second at which they can no longer be accepted
    function proposeTerms(uint256 account, AccountTerms calldata terms, uint40 expiry) external;

    /// @notice Withdraws a proposal.
    /// @dev Restricted: CREDIT_ADMIN.
    function withdrawTerms(uint256 account) external;

    /// @notice Accepts what is proposed; the institution alone.
    /// @dev Reverts with `TermsNotYours`, `TermsNotProposed`.
    /// @param terms the terms as the institution read them
    function acceptTerms(uint256 account, AccountTerms calldata terms) external;

    /// @notice Sets terms that are nowhere looser than those in force, at once. What was proposed before is withdrawn.
    /// @dev Restricted: RISK_OFFICER. Reverts with `TermsLooser`, and where the ratios would lose their
    /// order (`IBrokerageRisk`).
    function tightenTerms(uint256 account, AccountTerms calldata terms) external;

    /// @notice Makes an account close-only without calling it.
    /// @dev Restricted: RISK_OFFICER. Reverts with `ImpairmentUnchanged`.
    /// @param reason whatever the officer wants on record
    function impair(uint256 account, bytes32 reason) external;

    /// @notice Lifts an impairment, which waits as every loosening does.
    /// @dev Restricted: CREDIT_ADMIN. Reverts with `ImpairmentUnchanged`.
    function removeImpairment(uint256 account) external;

    /// @notice Most points that terms add to a ratio.
    function MAX_EXTRA_POINTS() external view returns (uint8);

    /// @notice An account's terms in force.
    function termsOf(uint256 account) external view returns (AccountTerms memory);

    /// @notice What is proposed to an account's institution, and until when; an expiry of 0 for nothing.
    function proposedTermsOf(uint256 account) external view returns (AccountTerms memory terms, uint40 expiry);

    /// @notice Whether an account is impaired.
    function isImpaired(uint256 account) external view returns (bool);
}
