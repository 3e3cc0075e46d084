// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureDefault } from "../../interfaces/IDynamicFeeStructureDefault.sol";
import { FeeAmounts } from "../FeeAmounts.sol";

/// @title FeeSpecification
/// @notice See `IDynamicFeeStructureDefault`.
abstract contract FeeSpecification is IDynamicFeeStructureDefault {
    /// @inheritdoc IDynamicFeeStructureDefault
    uint256 public constant MAX_FEE_PIPS = FeeAmounts.MAX_FEE_PIPS;

    /// @inheritdoc IDynamicFeeStructureDefault
    function calculateFee(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (uint256 fee)
    {
        return _quote(user, amount, urgency, complexity).total;
    }

    /// @inheritdoc IDynamicFeeStructureDefault
    function feeParameters(address user, uint256 amount, uint256 urgency, uint256 complexity)
        external
        view
        returns (IDynamicFeeStructure.FeeParameters memory parameters)
    {
        return _quote(user, amount, urgency, complexity).parameters;
    }

    /// @dev Asks the proxy, whose main implementation quotes.
    function _quote(address user, uint256 amount, uint256 urgency, uint256 complexity)
        private
        view
        returns (IDynamicFeeStructure.FeeBreakdown memory)
    {
        if (urgency > FeeAmounts.LAST_LEVEL) revert IDynamicFeeStructure.LevelUnknown(urgency);
        if (complexity > FeeAmounts.LAST_LEVEL) revert IDynamicFeeStructure.LevelUnknown(complexity);
        IDynamicFeeStructure.FeeRequest memory request = IDynamicFeeStructure.FeeRequest({
            product: IDynamicFeeStructure.Product.DEFAULT,
            payer: user,
            asset: address(0),
            amount: amount,
            price: 0,
            decimals: 0,
            urgency: uint8(urgency),
            complexity: uint8(complexity),
            account: address(0)
        });
        return IDynamicFeeStructure(address(this)).quote(address(0), request, block.basefee);
    }
}
