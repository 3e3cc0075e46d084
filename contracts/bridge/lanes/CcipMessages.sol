// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICcipRouter } from "../protocols/ICcipRouter.sol";
import { Delivery } from "./Delivery.sol";

/// @title CcipMessages
/// @notice A message as CCIP's router takes it, to be sent or priced.
library CcipMessages {
    // Tag of the arguments that say gas and whether any order will do.
    bytes4 private constant GENERIC_ARGUMENTS = 0x181dcf10;

    /// @notice A data message in any order, paid in the native coin.
    function outgoing(Delivery memory delivery, bytes memory message)
        internal
        pure
        returns (ICcipRouter.OutgoingMessage memory)
    {
        return ICcipRouter.OutgoingMessage({
            receiver: abi.encode(delivery.bridge),
            data: message,
            tokenAmounts: new ICcipRouter.TokenAmount[](0),
            feeToken: address(0),
            extraArgs: abi.encodeWithSelector(GENERIC_ARGUMENTS, delivery.gasLimit, true)
        });
    }
}
