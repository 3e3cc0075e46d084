// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title VerifiedCall
/// @notice Asks the identity registry a question about a wallet, as the compiler would, in scratch memory.
library VerifiedCall {
    /// @notice The registry's answer.
    /// @dev Passes on what the registry reverts with; an answer that is no bool reverts, too.
    /// @param selector of a function of a wallet that answers yes or no
    function ask(address registry, bytes4 selector, address wallet) internal view returns (bool verified) {
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, wallet)
            if iszero(staticcall(gas(), registry, 0x00, 0x24, 0x00, 0x20)) {
                let free := mload(0x40)
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
            verified := mload(0x00)
            if or(lt(returndatasize(), 0x20), gt(verified, 1)) { revert(0, 0) }
        }
    }
}
