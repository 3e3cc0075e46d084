// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILayerZeroEndpoint } from "../protocols/ILayerZeroEndpoint.sol";
import { Delivery } from "./Delivery.sol";

/// @title LayerZeroMessages
/// @notice A message as LayerZero's endpoint takes it, to be sent or priced.
library LayerZeroMessages {
    // Options of type 3 with one entry: worker 1 (the executor), 17 bytes, option 1 (gas of lzReceive).
    bytes6 private constant GAS_OPTION = 0x000301001101;

    /// @notice A message in any order, paid in the native coin.
    function parameters(Delivery memory delivery, bytes memory message)
        internal
        pure
        returns (ILayerZeroEndpoint.Parameters memory)
    {
        return ILayerZeroEndpoint.Parameters({
            dstEid: uint32(delivery.number),
            receiver: bytes32(uint256(uint160(delivery.bridge))),
            message: message,
            options: abi.encodePacked(GAS_OPTION, uint128(delivery.gasLimit)),
            payInLzToken: false
        });
    }
}
