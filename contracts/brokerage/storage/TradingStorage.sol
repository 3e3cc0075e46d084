// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title TradingStorage
/// @notice What matched trades alone need (ERC-7201).
library TradingStorage {
    /// @custom:storage-location erc7201:quantera.storage.BrokerageTrading
    struct Layout {
        uint16 matchBandBps;
        mapping(bytes32 order => uint256 units) filled;
        mapping(address signer => mapping(uint256 word => uint256 bits)) nonces;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.BrokerageTrading")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x909cb78557ca696c97d16657cb09e2ad72ce58bcc9c3619831ce6e2cc21d8d00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
