// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "./IComplianceAwareToken.sol";

/// @title ITokenAdministration
/// @notice A ComplianceAwareToken's set-up, statement, owner and record dates; errors and events are those of
/// `IComplianceAwareToken`. Amounts in token units, times in Unix seconds.
interface ITokenAdministration {
    /// @notice Sets the token up, paused as ERC-3643 asks; once, in the transaction that creates it.
    /// Reverts with `ZeroAddress`, `EmptyString`, `DecimalsTooLarge`, `NotAnEngine` or `ComplianceNotBound`.
    /// @param authority the chain's access manager
    /// @param setup name, symbol and the contracts that the token asks
    /// @param info what the issuer states of the security
    function initialize(
        address authority,
        IComplianceAwareToken.Setup calldata setup,
        IComplianceAwareToken.TokenInfo calldata info
    ) external;

    /// @notice The compliance contract, by the name that SPEC-level integrations use; equals `compliance()`.
    function complianceModule() external view returns (address);

    /// @notice What the issuer states of the security.
    function tokenInfo() external view returns (IComplianceAwareToken.TokenInfo memory info);

    /// @notice Replaces the issuer's statement; owner only.
    function setTokenInfo(IComplianceAwareToken.TokenInfo calldata info) external;

    /// @notice ERC-173's owner: always the chain's access manager.
    function owner() external view returns (address);

    /// @notice Always reverts with `OwnershipFollowsAuthority`: only an upgrade can change the manager.
    function transferOwnership(address newOwner) external view;

    /// @notice Always reverts with `OwnershipFollowsAuthority`.
    function renounceOwnership() external view;

    /// @notice As ERC-3643's `recoveryAddress`, with the agent's reason in the log.
    function recoveryAddressWithReason(address lostWallet, address newWallet, address investorOnchainID, uint8 reason)
        external
        returns (bool success);

    /// @notice Sets the next record date; agent only. Reverts with `InvalidRecordDate` unless it lies in the future,
    /// no other is pending and fewer than 255 were set.
    /// @return number its number, counted from 1
    function scheduleRecordDate(uint40 fallsAt) external returns (uint256 number);

    /// @notice The second of a record date. Reverts with `UnknownRecordDate`.
    function recordDate(uint256 number) external view returns (uint40 fallsAt);

    /// @notice What a wallet held when a record date fell; the present balance while it is still to come.
    /// Reverts with `UnknownRecordDate`.
    function balanceOfAt(address holder, uint256 number) external view returns (uint256 balance);

    /// @notice The total supply when a record date fell. Reverts with `UnknownRecordDate`.
    function totalSupplyAt(uint256 number) external view returns (uint256 supply);
}
