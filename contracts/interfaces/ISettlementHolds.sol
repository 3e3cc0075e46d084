// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Holds
/// @notice Units set aside for one payee, so that they cannot be drained between agreement and execution. The contract
/// keeps them; a ComplianceAwareToken sees it as a registered custodian.
///
/// A hold is executed, in parts if need be, by its notary, or by a trade that it is bound to; it is released by notary
/// or payee at any time, and by anybody once it has expired. An expired hold pays only back.
interface ISettlementHolds {
    /// @notice Statuses, as in ERC-1996.
    enum HoldStatus {
        NONE,
        ORDERED,
        EXECUTED,
        RELEASED_BY_NOTARY,
        RELEASED_BY_PAYEE,
        RELEASED_ON_EXPIRATION
    }

    /// @notice A hold.
    /// @param payer whose units they are
    /// @param expiry first second at which it no longer executes
    /// @param status where it stands
    /// @param payee whom it may pay
    /// @param token what is held
    /// @param amount units held at first
    /// @param executed units paid so far
    /// @param notary who executes; zero for a hold bound to a trade
    /// @param tradeId trade that executes it; zero without one
    struct Hold {
        address payer;
        uint40 expiry;
        HoldStatus status;
        address payee;
        address token;
        uint128 amount;
        uint128 executed;
        address notary;
        bytes32 tradeId;
    }

    /// @notice Units were set aside.
    event HoldOrdered(bytes32 indexed holdId, Hold hold);
    /// @notice Units of a hold were paid to its payee.
    event HoldExecuted(bytes32 indexed holdId, uint256 amount, uint256 remaining);
    /// @notice What was left of a hold went back to its payer.
    event HoldReleased(bytes32 indexed holdId, HoldStatus status, uint256 amount);
    /// @notice A hold's expiry moved.
    event HoldRenewed(bytes32 indexed holdId, uint40 expiry);

    /// @notice The id is taken.
    error HoldExists(bytes32 holdId);
    /// @notice The hold's terms are invalid; `cause` is the field's name.
    error HoldInvalid(string cause);
    /// @notice The hold is not open.
    error HoldNotOpen(bytes32 holdId, HoldStatus status);
    /// @notice The hold has expired.
    error HoldExpired(bytes32 holdId, uint40 expiry);
    /// @notice More is asked than the hold still has, or nothing.
    error HoldAmount(bytes32 holdId, uint256 amount, uint256 remaining);
    /// @notice The caller has no say in this hold.
    error HoldNotYours(bytes32 holdId, address caller);

    /// @notice Sets units of the caller aside.
    /// @param holdId any id not used before; the caller's address is mixed into it
    /// @param token an admitted asset or security
    /// @param payee whom it may pay
    /// @param notary who may execute and release; zero for a hold bound to a trade
    /// @param tradeId trade that may execute it; zero for a hold with a notary
    function hold(
        bytes32 holdId,
        address token,
        uint128 amount,
        address payee,
        address notary,
        bytes32 tradeId,
        uint40 expiry
    ) external returns (bytes32 id);

    /// @notice Pays units of a hold to its payee; the notary alone, before expiry.
    function executeHold(bytes32 holdId, uint128 amount) external;

    /// @notice Returns what is left to the payer: notary or payee at any time, anyone after expiry.
    function releaseHold(bytes32 holdId) external;

    /// @notice Moves the expiry of an open hold to later; its payer alone, before it expires.
    function renewHold(bytes32 holdId, uint40 expiry) external;

    /// @notice A hold as it stands.
    function holdOf(bytes32 holdId) external view returns (Hold memory);

    /// @notice Units of a token that the contract keeps for holds and locks.
    function heldOf(address token) external view returns (uint256);
}
