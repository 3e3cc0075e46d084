// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { TransientSlot } from "@openzeppelin/contracts/utils/TransientSlot.sol";
import { FeeAmounts } from "../fees/FeeAmounts.sol";
import { IBridgePaidSending } from "../interfaces/IBridgePaidSending.sol";
import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";

/// @title BridgeFeeTerms
/// @notice What the sender of the message that is being sent has agreed to; nothing outside `sendPaying`. Transient, so
/// that it reaches the charge through sending that knows nothing of fees.
library BridgeFeeTerms {
    using TransientSlot for bytes32;
    using TransientSlot for TransientSlot.Uint256Slot;

    uint256 private constant URGENCY_SHIFT = 128;
    // keccak256(abi.encode(uint256(keccak256("quantera.transient.BridgeFeeTerms")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant SLOT = 0x694c7b22b902323290535360be06601bac4aecf5cb8441655206966b564ccb00;

    /// @notice Agrees. A level that does not exist is refused here, because the fee structure's refusal of it would let
    /// the message go for nothing.
    function keep(IBridgePaidSending.FeeTerms calldata terms) internal {
        if (terms.urgency > FeeAmounts.LAST_LEVEL) revert IDynamicFeeStructure.LevelUnknown(terms.urgency);
        SLOT.asUint256().tstore(uint256(terms.maxFee) | (uint256(terms.urgency) << URGENCY_SHIFT));
    }

    /// @notice Agrees to nothing any more.
    function clear() internal {
        SLOT.asUint256().tstore(0);
    }

    /// @notice What is agreed to now.
    function current() internal view returns (uint256 maxFee, uint8 urgency) {
        uint256 word = SLOT.asUint256().tload();
        return (uint128(word), uint8(word >> URGENCY_SHIFT));
    }
}
