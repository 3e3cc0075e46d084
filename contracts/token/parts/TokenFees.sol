// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/interfaces/IERC20Metadata.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { FeeCharging } from "../../fees/FeeCharging.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";
import { ITokenFees } from "../../interfaces/ITokenFees.sol";
import { SaleAsset, TokenFeeStorage } from "../storage/TokenFeeStorage.sol";
import { TokenCore } from "../TokenCore.sol";

/// @title TokenFees
/// @notice Charging of primary sales; see `ITokenFees`.
abstract contract TokenFees is TokenCore, ITokenFees {
    using SafeERC20 for IERC20;

    uint8 private constant CURRENCIES = 5;
    uint256 private constant BPS = 10_000;
    // One unit of a currency in a consideration.
    uint256 private constant ONE = 1e8;

    /// @inheritdoc ITokenFees
    function setFeeStructure(address feeStructure_) external restricted {
        _requireCode(feeStructure_);
        TokenFeeStorage.load().feeStructure = feeStructure_;
        emit FeeStructureSet(feeStructure_);
    }

    /// @inheritdoc ITokenFees
    function setSaleAsset(uint8 currency, address asset) external restricted {
        if (currency >= CURRENCIES) revert NoSuchCurrency(currency);
        if (asset == address(this)) revert FeeInSecurity();
        _requireCode(asset);
        uint8 decimals = asset == address(0) ? 0 : IERC20Metadata(asset).decimals();
        TokenFeeStorage.load().assets[currency] = SaleAsset(asset, decimals);
        emit SaleAssetSet(currency, asset);
    }

    /// @inheritdoc ITokenFees
    function agreeToFees(uint16 mostBps) external {
        TokenFeeStorage.load().agreed[msg.sender] = mostBps;
        emit FeesAgreed(msg.sender, mostBps);
    }

    /// @inheritdoc IFeeCollector
    function payFees(address asset, address to, uint256 amount) external {
        TokenFeeStorage.Layout storage $ = TokenFeeStorage.load();
        if (msg.sender != $.feeStructure) revert NotTheFeeStructure(msg.sender);
        uint256 collected = $.collected[asset];
        if (amount > collected) revert FeesNotCollected(asset, amount, collected);
        $.collected[asset] = collected - amount;
        emit FeesPaid(asset, amount);
        IERC20(asset).safeTransfer(to, amount);
    }

    /// @inheritdoc ITokenFees
    function feeStructure() external view returns (address) {
        return TokenFeeStorage.load().feeStructure;
    }

    /// @inheritdoc ITokenFees
    function saleAsset(uint8 currency) external view returns (address) {
        return TokenFeeStorage.load().assets[currency].token;
    }

    /// @inheritdoc ITokenFees
    function collectedFees(address asset) external view returns (uint256) {
        return TokenFeeStorage.load().collected[asset];
    }

    /// @inheritdoc ITokenFees
    function agreedFees(address account) external view returns (uint16 mostBps) {
        return TokenFeeStorage.load().agreed[account];
    }

    /// @dev Charges the agent for a sale, and takes the fee. The consideration has 8 decimals.
    function _chargeSale(uint256 consideration, uint8 currency) internal {
        TokenFeeStorage.Layout storage $ = TokenFeeStorage.load();
        address fees = $.feeStructure;
        if (fees == address(0) || consideration == 0) return;
        SaleAsset memory asset = $.assets[currency];
        if (asset.token == address(0)) return;
        uint256 amount = Math.mulDiv(consideration, 10 ** asset.decimals, ONE, Math.Rounding.Ceil);
        (uint256 fee, bytes4 refusal) = FeeCharging.charge(
            fees,
            IDynamicFeeStructure.FeeRequest({
                product: IDynamicFeeStructure.Product.TOKEN,
                payer: msg.sender,
                asset: asset.token,
                amount: amount,
                price: 0,
                decimals: 0,
                urgency: 0,
                complexity: 0,
                account: address(0)
            }),
            amount * $.agreed[msg.sender] / BPS
        );
        if (refusal != 0) {
            emit SaleNotCharged(asset.token, msg.sender, amount, refusal);
        } else if (fee != 0) {
            $.collected[asset.token] += fee;
            emit FeeCollected(asset.token, msg.sender, fee);
            _takeFee(IERC20(asset.token), fee);
        }
    }

    function _takeFee(IERC20 asset, uint256 fee) private {
        uint256 before = asset.balanceOf(address(this));
        asset.safeTransferFrom(msg.sender, address(this), fee);
        uint256 received = asset.balanceOf(address(this)) - before;
        if (received < fee) revert FeeNotReceived(address(asset), fee, received);
    }

    function _requireCode(address account) private view {
        if (account != address(0) && account.code.length == 0) revert FeeContractWithoutCode(account);
    }
}
