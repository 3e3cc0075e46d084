// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BrokerageDomain } from "./BrokerageDomain.sol";

/// @title PricesDigest
/// @notice What a holder of PRICER signs.
abstract contract PricesDigest is BrokerageDomain {
    bytes32 private constant PRICES_TYPE = keccak256("SignedPrices(uint40 observedAt,bytes prices)");

    function _pricesDigest(uint256 observedAt, bytes calldata prices) internal view returns (bytes32) {
        bytes32 structType = PRICES_TYPE;
        bytes32 structHash;
        // Beyond the free memory, which stays free.
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, prices.offset, prices.length)
            let hash := keccak256(free, prices.length)
            mstore(free, structType)
            mstore(add(free, 0x20), observedAt)
            mstore(add(free, 0x40), hash)
            structHash := keccak256(free, 0x60)
        }
        return _typedDigest(structHash);
    }
}
