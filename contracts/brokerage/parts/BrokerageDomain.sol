// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title BrokerageDomain
/// @notice What institutions sign is signed for this contract on this chain (EIP-712).
abstract contract BrokerageDomain {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("Quantera Brokerage");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");

    function _typedDigest(bytes32 structHash) internal view returns (bytes32 digest) {
        (bytes32 domainType, bytes32 name, bytes32 version) = (DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION);
        // Beyond the free memory, which stays free.
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, domainType)
            mstore(add(free, 0x20), name)
            mstore(add(free, 0x40), version)
            mstore(add(free, 0x60), chainid())
            mstore(add(free, 0x80), address())
            let domain := keccak256(free, 0xa0)
            mstore(free, shl(0xf0, 0x1901))
            mstore(add(free, 0x02), domain)
            mstore(add(free, 0x22), structHash)
            digest := keccak256(free, 0x42)
        }
    }
}
