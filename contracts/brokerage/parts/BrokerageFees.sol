// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

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
        try IDynamicFeeStructure(fees).charge(request, most) returns (uint256 charged, uint256) {
            fee = charged;
        } catch (bytes memory refusal) {
            bytes4 reason = bytes4(refusal);
            // No reason is what a caller's want of gas looks like, too: nobody is to borrow for nothing that way.
            if (refusal.length < 4) revert IBrokerageFees.FeeStructureFailed(fees);
            if (reason == IDynamicFeeStructure.FeeAboveLimit.selector) _passOn(refusal);
            emit IBrokerageFees.FeeNotCharged(account, assetId, amount, reason);
            return 0;
        }
        if (fee > most) revert IDynamicFeeStructure.FeeAboveLimit(fee, most);
        if (fee == 0) return 0;
        DebtPool storage pool = $.pools[assetId];
        pool.fees += uint128(fee);
        emit IBrokerageFees.FeeCollected(account, assetId, fee);
    }

    function _passOn(bytes memory refusal) private pure {
        assembly ("memory-safe") {
            revert(add(refusal, 0x20), mload(refusal))
        }
    }
}
