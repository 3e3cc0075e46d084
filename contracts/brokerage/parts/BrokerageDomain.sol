// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title BrokerageDomain
/// @notice What institutions sign is signed for this contract on this chain (EIP-712).
abstract contract BrokerageDomain {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("Quantera Brokerage");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");

    function _typedDigest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
