// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Who acts for a brokerage account
/// @notice An institution's own wallet may do everything with its sub-accounts. Others act with rights that it gives
/// them, per sub-account, until a second that it names: by its own call, or by a signature that anybody may bring
/// (EIP-712, ECDSA or ERC-1271). A signature is good once, on this chain and at this contract alone.
///
/// Rights are bits: 1 deposit, 2 withdraw, 4 borrow, 8 repay, 16 trade. Depositing and repaying need none when the
/// payer brings its own units; with the right the operator may use those of the institution.
///
/// Lockdown takes every right but depositing and repaying away from all operators of an institution while it lasts; the
/// institution alone starts and ends it.
interface IBrokerageOperators {
    /// @notice What an institution signs to give rights.
    /// @param account the sub-account
    /// @param operator who may act
    /// @param rights bits; zero takes all away
    /// @param expiry last second at which the rights hold
    /// @param nonce the institution's own, in any order, good once
    /// @param deadline last second at which the signature may be brought
    struct Grant {
        uint256 account;
        address operator;
        uint8 rights;
        uint40 expiry;
        uint256 nonce;
        uint40 deadline;
    }

    /// @notice An operator has these rights from now on, and no others.
    event OperatorSet(uint256 indexed account, address indexed operator, uint8 rights, uint40 expiry);
    /// @notice A nonce can sign nothing any more.
    event GrantNonceUsed(address indexed institution, uint256 nonce);
    /// @notice Lockdown of an institution's operators began or ended.
    event LockdownSet(address indexed institution, bool locked);

    /// @notice The caller is not the institution that the account belongs to.
    error NotTheInstitution(uint256 account, address caller);
    /// @notice Bits that are no rights.
    error RightsUnknown(uint8 rights);
    /// @notice An operator must be somebody else than the institution and the zero address.
    error OperatorInvalid(address operator);
    /// @notice The signature may not be brought any more.
    error GrantExpired(uint40 deadline);
    /// @notice The nonce was used or cancelled.
    error GrantNonceSpent(address institution, uint256 nonce);
    /// @notice The institution has not signed this.
    error GrantNotSigned(address institution);

    /// @notice Gives an operator rights, in place of those it has; zero takes all away.
    /// @dev The institution alone. Reverts with `NotTheInstitution`, `RightsUnknown`, `OperatorInvalid`.
    /// @param account the sub-account
    /// @param rights bits
    /// @param expiry last second at which they hold
    function setOperator(uint256 account, address operator, uint8 rights, uint40 expiry) external;

    /// @notice Gives rights that the institution has signed for; anybody may bring the signature.
    /// @dev Reverts with `GrantExpired`, `GrantNonceSpent`, `GrantNotSigned`, `RightsUnknown`, `OperatorInvalid`.
    function grantOperator(Grant calldata grant, bytes calldata signature) external;

    /// @notice Makes one of the caller's nonces useless.
    /// @dev Reverts with `GrantNonceSpent`.
    function cancelGrantNonce(uint256 nonce) external;

    /// @notice Starts or ends lockdown of the calling institution's operators; nothing happens when it is so already.
    /// @dev Reverts with `InstitutionUnknown`.
    function setLockdown(bool locked) external;

    /// @notice What the institution signs: the EIP-712 digest of a grant.
    function grantDigest(Grant calldata grant) external view returns (bytes32);

    /// @notice Rights that an operator can use now, and until when it has those it was given.
    /// @return rights bits; zero once expired; without what lockdown takes away
    /// @return expiry last second
    function operatorOf(uint256 account, address operator) external view returns (uint8 rights, uint40 expiry);

    /// @notice Whether a nonce was used or cancelled.
    function isGrantNonceSpent(address institution, uint256 nonce) external view returns (bool);

    /// @notice Whether an institution's operators are in lockdown.
    function isLockedDown(address institution) external view returns (bool);
}
