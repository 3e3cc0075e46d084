// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IUniversalBridge } from "../interfaces/IUniversalBridge.sol";

/// @title Pause groups of the bridge
/// @notice A paused protocol neither sends nor counts as having brought what it brings; what it brings is kept.
library BridgeGroups {
    /// @notice Everything that leaves.
    uint64 internal constant SENDING = 1 << 0;
    /// @notice Everything that has an effect here.
    uint64 internal constant CREDITING = 1 << 1;

    uint256 private constant PROTOCOL_SHIFT = 2;
    uint256 private constant PROTOCOL_MASK = 0xF;

    /// @notice The protocol of number n has bit n + 2.
    function ofProtocol(IUniversalBridge.BridgeProtocol protocol) internal pure returns (uint64) {
        return uint64(1 << (uint256(protocol) + PROTOCOL_SHIFT));
    }

    /// @notice Mask of the paused protocols, bit n for the protocol of number n.
    function protocolsOf(uint64 paused) internal pure returns (uint256) {
        return (uint256(paused) >> PROTOCOL_SHIFT) & PROTOCOL_MASK;
    }
}
