// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC3643Metadata } from "../../interfaces/IERC3643Metadata.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { ITokenCompliance } from "../../interfaces/ITokenCompliance.sol";

/// @title LotKeeping
/// @notice Whether a token's engine keeps lots of it, or counts them up.
library LotKeeping {
    /// @notice False of tokens that have no compliance contract, or one that names no engine.
    function keepsLots(address token) internal view returns (bool) {
        address engine = _named(_named(token, IERC3643Metadata.compliance.selector), ITokenCompliance.engine.selector);
        if (engine.code.length == 0) return false;
        try IRuleConfiguration(engine).countStatus(token) returns (
            IRuleConfiguration.CountScope memory scope, bool, bool, uint24, uint256
        ) {
            return scope.lots;
        } catch {
            return false;
        }
    }

    /// @dev The address that a contract answers with; zero where it does not.
    function _named(address target, bytes4 getter) private view returns (address) {
        (bool success, bytes memory answer) = target.staticcall(abi.encodePacked(getter));
        if (!success || answer.length != 32) return address(0);
        uint256 word = uint256(bytes32(answer));
        return word > type(uint160).max ? address(0) : address(uint160(word));
    }
}
