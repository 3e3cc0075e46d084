// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IExternalModulesHost } from "../../interfaces/IExternalModulesHost.sol";

/// @title TokenComplianceProbe
/// @notice Stands in for a token's compliance contract where only what the token makes of it matters: allows or refuses
/// as told, counts what it was told, and calls anything back while it is told.
contract TokenComplianceProbe {
    /// @notice The token that bound itself, or whatever the probe was told to claim.
    address public getTokenBound;

    /// @notice Whether external modules are bound.
    bool public hasModules;

    /// @notice Whether the modules refuse every movement.
    bool public refuses;

    /// @notice Whether `bindToken` does nothing.
    bool public ignoresBinding;

    /// @notice Movements the token told of.
    uint256 public transfers;

    /// @notice Issuances the token told of.
    uint256 public creations;

    /// @notice Redemptions the token told of.
    uint256 public destructions;

    /// @notice The balance that the sender of the last transfer had when the token told of it.
    uint256 public senderBalanceSeen;

    address private _target;
    bytes private _callback;

    /// @notice Sets what the modules say.
    function behave(bool modules, bool refuses_, bool ignoresBinding_) external {
        refuses = refuses_;
        ignoresBinding = ignoresBinding_;
        if (modules == hasModules) return;
        hasModules = modules;
        if (getTokenBound != address(0)) IExternalModulesHost(getTokenBound).setExternalModules(modules);
    }

    /// @notice What is called while the token tells of a transfer.
    function aim(address target, bytes calldata callback) external {
        _target = target;
        _callback = callback;
    }

    /// @notice ERC-3643's binding.
    function bindToken(address token) external {
        if (!ignoresBinding) getTokenBound = token;
    }

    /// @notice ERC-3643's unbinding.
    function unbindToken(address) external {
        getTokenBound = address(0);
    }

    /// @notice ERC-3643's notice of a transfer.
    function transferred(address from, address, uint256) external {
        ++transfers;
        (, bytes memory answer) = msg.sender.staticcall(abi.encodeWithSignature("balanceOf(address)", from));
        senderBalanceSeen = abi.decode(answer, (uint256));
        if (_target == address(0)) return;
        (bool done, bytes memory error) = _target.call(_callback);
        if (!done) {
            assembly ("memory-safe") {
                revert(add(error, 32), mload(error))
            }
        }
    }

    /// @notice ERC-3643's notice of an issuance.
    function created(address, uint256) external {
        ++creations;
    }

    /// @notice ERC-3643's notice of a redemption.
    function destroyed(address, uint256) external {
        ++destructions;
    }

    /// @notice Whether the modules allow a movement.
    function modulesAllow(address, address, uint256) external view returns (bool) {
        return !refuses;
    }
}
