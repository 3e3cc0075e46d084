// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IFeeCollector } from "./IFeeCollector.sol";

/// @title Fees of the brokerage
/// @notice Borrowing and opening positions are charged by `IDynamicFeeStructure` where one is set, never above the
/// share that the institution has agreed to itself: an institution that has agreed to nothing cannot be charged, and
/// takes no new risk while fees are on. A fee is debt of the account: in the borrowed asset, or in the cash asset for
/// positions, which are charged on the units, rounded down, that their value makes at the cash asset's high price. The
/// pool sets its units aside at once.
///
/// When the fee structure refuses with a reason of its own, the operation goes on without a fee, and `FeeNotCharged`
/// says so; `FeeAboveLimit` refuses the operation. A fee structure that fails without a reason stops new risk until
/// FEE_ADMIN replaces it or switches fees off. Repaying, topping up and closing are never charged.
interface IBrokerageFees is IFeeCollector {
    /// @notice The contract that prices and charges was replaced; zero switches fees off.
    event FeeStructureSet(address indexed feeStructure);
    /// @notice An institution agreed to fees of at most this share of what it borrows or opens.
    event FeesAgreed(address indexed institution, uint16 mostBps);
    /// @notice A fee became debt of an account, and was set aside from the pool's units.
    event FeeCollected(uint256 indexed account, uint256 indexed assetId, uint256 amount);
    /// @notice The fee structure refused to charge; the operation went on without a fee.
    /// @param amount units that were borrowed or opened
    /// @param reason selector of the fee structure's error
    event FeeNotCharged(uint256 indexed account, uint256 indexed assetId, uint256 amount, bytes4 reason);
    /// @notice Collected fees went to the fee structure.
    event FeesPaid(uint256 indexed assetId, uint256 amount);

    /// @notice Replaces the contract that prices and charges. Restricted: FEE_ADMIN.
    /// @dev Reverts with `AddressWithoutCode`.
    function setFeeStructure(address feeStructure) external;

    /// @notice Agrees, for the calling institution, to fees of at most a share of what it borrows or opens.
    function agreeToFees(uint16 mostBps) external;

    /// @notice The contract that prices and charges; zero while fees are off.
    function feeStructure() external view returns (address);

    /// @notice Fees of an asset that are collected and not paid out.
    function collectedFees(uint8 assetId) external view returns (uint256);

    /// @notice Most that an institution has agreed to pay in fees, basis points.
    function agreedFees(address institution) external view returns (uint16 mostBps);
}
