// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { FeeCharging } from "../../fees/FeeCharging.sol";
import { IBrokerageFees } from "../../interfaces/IBrokerageFees.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";

/// @title BrokerageFees
/// @notice Charging of new risk; see `IBrokerageFees`.
abstract contract BrokerageFees is BrokerageCore {
    /// @dev Charges an account for an amount of an asset and counts the fee to what the pool has collected. The caller
    /// makes it debt and takes it off what the pool has at hand.
    function _chargeFee(uint256 account, uint256 assetId, address token, RiskWord word, uint256 amount)
        internal
        returns (uint256 fee)
    {
        BrokerageStorage.Layout storage $ = _layout();
        address fees = $.feeStructure;
        address institution = BrokerageStorage.institutionOf(account);
        uint256 price = word.low();
        IDynamicFeeStructure.FeeRequest memory request = IDynamicFeeStructure.FeeRequest({
            product: IDynamicFeeStructure.Product.BROKERAGE,
            payer: institution,
            asset: token,
            amount: amount,
            price: price > type(uint64).max ? type(uint64).max : uint64(price),
            decimals: uint8(word.decimals()),
            urgency: 0,
            complexity: 0,
            account: institution
        });
        uint256 most = amount * $.agreedFees[institution] / BPS;
        bytes4 refusal;
        (fee, refusal) = FeeCharging.charge(fees, request, most);
        if (refusal != 0) emit IBrokerageFees.FeeNotCharged(account, assetId, amount, refusal);
        if (fee == 0) return 0;
        DebtPool storage pool = $.pools[assetId];
        pool.fees += uint128(fee);
        emit IBrokerageFees.FeeCollected(account, assetId, fee);
    }
}
