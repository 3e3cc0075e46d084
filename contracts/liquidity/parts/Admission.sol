// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ICustody } from "../../interfaces/ICustody.sol";
import { IERC1404 } from "../../interfaces/IERC1404.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { ILiquidityPoolOptimizer } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { IRegulatedToken } from "../IRegulatedToken.sol";
import { LiquidityStorage, Regulated, RegulatedPair } from "../storage/LiquidityStorage.sol";

/// @title Admission
/// @notice Who may use a pool that admits verified holders alone: whom the identity registry of each of its regulated
/// tokens verifies, as of now.
/// @dev The pools are a custodian of such a token, and what is in a pool is the custodian's own: who provides or sells
/// gives units away for good, under the rules of a sale, and who takes out or buys receives others.
library Admission {
    uint256 private constant WORD = 32;

    /// @dev Remembers which tokens of a new pool are regulated; one must be.
    function open(uint256 number, address tokenA, address tokenB) internal {
        RegulatedPair storage pair = LiquidityStorage.load().regulated[number];
        bool ofA = _remember(pair.a, tokenA);
        bool ofB = _remember(pair.b, tokenB);
        if (!ofA && !ofB) revert ILiquidityPoolOptimizer.PoolUnregulated(tokenA, tokenB);
        emit ILiquidityPoolOptimizer.PoolRegulated(number, pair.a.token, pair.a.desk, pair.b.token, pair.b.desk);
    }

    /// @dev Reverts unless every registry of the pool verifies the account.
    function requireAdmitted(uint256 number, address account) internal view {
        RegulatedPair storage pair = LiquidityStorage.load().regulated[number];
        _requireVerified(pair.a.token, account);
        _requireVerified(pair.b.token, account);
    }

    /// @dev Before a token moves: units that come in or leave are the pools' own.
    function name(uint256 number, bool ofA) internal {
        Regulated storage regulated = _of(number, ofA);
        address desk = regulated.desk;
        if (desk != address(0)) ICustody(desk).nameBeneficiary(regulated.token, address(this), address(this));
    }

    /// @dev After units have come in: they must be free to leave to the one who brought them, or nobody's way out of
    /// the pool is safe.
    function requireFree(uint256 number, bool ofA, address account, uint256 amount) internal {
        Regulated storage regulated = _of(number, ofA);
        address token = regulated.token;
        if (token == address(0) || regulated.desk == address(0)) return;
        name(number, ofA);
        uint8 code = IERC1404(token).detectTransferRestriction(address(this), account, amount);
        if (code != 0) revert ILiquidityPoolOptimizer.LiquidityWouldBeLocked(token, account, code);
    }

    function _of(uint256 number, bool ofA) private view returns (Regulated storage) {
        RegulatedPair storage pair = LiquidityStorage.load().regulated[number];
        return ofA ? pair.a : pair.b;
    }

    function _requireVerified(address token, address account) private view {
        if (token == address(0)) return;
        if (!IIdentityRegistry(IRegulatedToken(token).identityRegistry()).isVerified(account)) {
            revert ILiquidityPoolOptimizer.NotAdmitted(token, account);
        }
    }

    function _remember(Regulated storage regulated, address token) private returns (bool) {
        if (_answer(token, IRegulatedToken.identityRegistry.selector) == address(0)) return false;
        regulated.token = token;
        address compliance = _answer(token, IRegulatedToken.compliance.selector);
        if (compliance != address(0)) regulated.desk = _answer(compliance, IRegulatedToken.engine.selector);
        return true;
    }

    /// @dev The contract that a view without arguments names, or zero.
    function _answer(address asked, bytes4 selector) private view returns (address) {
        (bool success, bytes memory answer) = asked.staticcall(abi.encodePacked(selector));
        if (!success || answer.length != WORD) return address(0);
        uint256 found = abi.decode(answer, (uint256));
        return found >> 160 == 0 && address(uint160(found)).code.length != 0 ? address(uint160(found)) : address(0);
    }
}
