// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title WalletProbe
/// @notice A contract account with one owner, who signs for it (ERC-1271) and has it call anything.
contract WalletProbe {
    address private immutable OWNER;
    bool public refuses;

    constructor(address owner) {
        OWNER = owner;
    }

    function refuse(bool refuses_) external {
        refuses = refuses_;
    }

    function execute(address target, bytes calldata data) external returns (bytes memory) {
        (bool done, bytes memory answer) = target.call(data);
        require(done, "call failed");
        return answer;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        bool valid = !refuses && ECDSA.recover(hash, signature) == OWNER;
        return valid ? this.isValidSignature.selector : bytes4(0);
    }
}
