// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IFeeCollector } from "./IFeeCollector.sol";

/// @title Fees on primary sales
/// @notice `mintUnderTerms` and its batch are charged by `IDynamicFeeStructure` where one is set. The agent that mints
/// pays, for the issuer, in the asset set for the currency of the sale: the fee on the consideration that the terms
/// state, never more than the share the agent has agreed to itself. It gives the token an allowance for the fee.
///
/// Nothing else that the token does is charged: transfers, ERC-3643's `mint` and `burn` and what the bridge moves cost
/// what they cost without fees. A sale without a stated consideration, or in a currency without an asset, pays none.
/// An agent that understated a consideration to save its fee would understate it to the rules on price as well, which
/// count what is raised.
///
/// When the fee structure refuses with a reason of its own (paused, role withdrawn, line full), the sale goes on
/// without a fee, and `SaleNotCharged` says so. `FeeAboveLimit` refuses the sale. A fee structure that fails without a
/// reason stops sales until FEE_ADMIN replaces it or switches fees off.
/// @custom:invariant TOK-05 the token holds at least the fees that it says it has collected, of every asset
interface ITokenFees is IFeeCollector {
    /// @notice The contract that prices and charges was replaced; zero switches fees off.
    event FeeStructureSet(address indexed feeStructure);
    /// @notice Fees on sales in a currency are taken in this asset; zero takes none.
    event SaleAssetSet(uint8 indexed currency, address indexed asset);
    /// @notice An agent agreed to fees of at most this share of what it sells for.
    event FeesAgreed(address indexed account, uint16 mostBps);
    /// @notice A fee was taken from an agent's account.
    event FeeCollected(address indexed asset, address indexed payer, uint256 amount);
    /// @notice The fee structure refused to charge; the sale went on without a fee.
    /// @param amount the consideration, in units of the asset
    /// @param reason selector of the fee structure's error
    event SaleNotCharged(address indexed asset, address indexed payer, uint256 amount, bytes4 reason);
    /// @notice Collected fees went to the fee structure.
    event FeesPaid(address indexed asset, uint256 amount);

    /// @notice Neither a fee structure nor an asset: there is no code at the address.
    error FeeContractWithoutCode(address account);
    /// @notice Currencies are 0 US, 1 EU, 2 UK, 3 SG, 4 JP.
    error NoSuchCurrency(uint8 currency);
    /// @notice Fees are not taken in the security itself, which nobody but investors may hold.
    error FeeInSecurity();
    /// @notice Less arrived than the fee: the asset keeps some of what moves.
    error FeeNotReceived(address asset, uint256 fee, uint256 received);

    /// @notice Replaces the contract that prices and charges. Restricted: FEE_ADMIN.
    function setFeeStructure(address feeStructure) external;

    /// @notice Sets what fees on sales in a currency are taken in. Restricted: FEE_ADMIN.
    /// @dev Reverts with `NoSuchCurrency`, `FeeContractWithoutCode`, `FeeInSecurity`. Worth one of the currency's
    /// units each: the consideration is taken as that many whole units.
    /// @param currency 0 US, 1 EU, 2 UK, 3 SG, 4 JP
    /// @param asset ERC-20 with decimals; zero to take none
    function setSaleAsset(uint8 currency, address asset) external;

    /// @notice Agrees, for the caller, to fees of at most a share of what it sells for, in basis points.
    function agreeToFees(uint16 mostBps) external;

    /// @notice The contract that prices and charges; zero while fees are off.
    function feeStructure() external view returns (address);

    /// @notice What fees on sales in a currency are taken in; zero where none are.
    function saleAsset(uint8 currency) external view returns (address);

    /// @notice Fees of an asset that are collected and not paid out.
    function collectedFees(address asset) external view returns (uint256);

    /// @notice Most that an account has agreed to pay in fees, in basis points.
    function agreedFees(address account) external view returns (uint16 mostBps);
}
