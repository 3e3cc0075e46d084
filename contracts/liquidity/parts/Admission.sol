// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { ILiquidityPoolOptimizer } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { LiquidityStorage, Regulated } from "../storage/LiquidityStorage.sol";

/// @notice What tells that a token is regulated: where it looks holders up.
interface IRegulatedToken {
    function identityRegistry() external view returns (address);
}

/// @title Admission
/// @notice Who may use a pool that admits verified holders alone: whom the identity registry of each of its regulated
/// tokens verifies, as of now.
library Admission {
    uint256 private constant WORD = 32;

    /// @dev Remembers which tokens of a new pool are regulated; one must be.
    function open(uint256 number, address tokenA, address tokenB) internal {
        bool ofA = _registry(tokenA) != address(0);
        bool ofB = _registry(tokenB) != address(0);
        if (!ofA && !ofB) revert ILiquidityPoolOptimizer.PoolUnregulated(tokenA, tokenB);
        LiquidityStorage.load().regulated[number] =
            Regulated(ofA ? tokenA : address(0), ofB ? tokenB : address(0));
    }

    /// @dev Reverts unless every registry of the pool verifies the account.
    function requireAdmitted(uint256 number, address account) internal view {
        Regulated storage tokens = LiquidityStorage.load().regulated[number];
        _requireVerified(tokens.tokenA, account);
        _requireVerified(tokens.tokenB, account);
    }

    function _requireVerified(address token, address account) private view {
        if (token == address(0)) return;
        if (!IIdentityRegistry(IRegulatedToken(token).identityRegistry()).isVerified(account)) {
            revert ILiquidityPoolOptimizer.NotAdmitted(token, account);
        }
    }

    /// @dev A token's identity registry, or zero where it has none.
    function _registry(address token) private view returns (address) {
        (bool success, bytes memory answer) = token.staticcall(abi.encodeCall(IRegulatedToken.identityRegistry, ()));
        if (!success || answer.length != WORD) return address(0);
        uint256 found = abi.decode(answer, (uint256));
        return found >> 160 == 0 && address(uint160(found)).code.length != 0 ? address(uint160(found)) : address(0);
    }
}
