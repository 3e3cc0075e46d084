// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Selection of the settlement asset
/// @notice Which asset a payment is made in, and why not in another.
///
/// An asset is eligible when it is admitted and not suspended, may be used in a jurisdiction that payer, payee and
/// asset share, is neither stale nor off its peg, has room under its daily cap, is not paused, would not take the payee
/// above its Group 2 limit, and when the payer holds and has approved enough of it. The eligible asset with the lowest
/// score is taken; among equals the preferred, then the least used part of its daily cap, then the lowest address. The
/// same code decides in the views and in `pay`.
///
/// Reasons: 0 eligible, 1 not admitted, 2 suspended, 3 a security, 5 no common jurisdiction,
/// 6 price stale, 7 off its peg, 8 daily cap, 9 token paused, 10 payer not funded or not approved, 11 Group 2 limit,
/// 12 payer not admitted, 13 payee not admitted, 14 kind not accepted by the caller, 15 the token's own checks refuse,
/// 16 the currency's rate is stale.
interface ISettlementSelection {
    /// @notice One asset and what was decided about it.
    /// @param token the asset
    /// @param amount units that would be paid
    /// @param reason 0 when eligible
    struct Candidate {
        address token;
        uint256 amount;
        uint8 reason;
    }

    /// @notice No asset is eligible (ISO 20022 RJCT); `reason` is that of the first in order.
    error NoEligibleAsset(uint8 currency, uint8 reason);
    /// @notice The named asset cannot be paid in.
    error PaymentAssetRefused(address token, uint8 reason);
    /// @notice A party is not admitted.
    error ParticipantNotAdmitted(address account);
    /// @notice A payment must be of something, and to somebody else.
    error PaymentInvalid();
    /// @notice A token moved another amount than it was told to, as one that takes a fee does.
    error AmountNotExact(address token, uint256 expected, uint256 received);
    /// @notice The asset's daily cap would be passed.
    error DailyCapExceeded(address token, uint256 cap, uint256 wouldBe);

    /// @notice The asset that `pay` would take, without reasons. The zero address when none is eligible.
    function selectAsset(uint8 currency, address payer, address payee, uint256 value, uint8 acceptedTypes)
        external
        view
        returns (address token, uint256 amount);

    /// @notice All assets of the currency in the order in which they would be taken, each with its reason.
    function explainSelection(uint8 currency, address payer, address payee, uint256 value, uint8 acceptedTypes)
        external
        view
        returns (Candidate[] memory candidates);
}
