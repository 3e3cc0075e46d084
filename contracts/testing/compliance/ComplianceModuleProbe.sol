// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceModule } from "../../interfaces/IComplianceModule.sol";

/// @title ComplianceModuleProbe
/// @notice An ERC-3643 module that refuses above a limit and tells what it was told.
contract ComplianceModuleProbe is IComplianceModule {
    /// @notice A movement was reported: 1 transfer, 2 issuance, 3 redemption.
    event Told(uint8 kind, address from, address to, uint256 value);

    error ModuleSaysNo(uint256 value);

    /// @notice Largest movement that `moduleCheck` allows.
    uint256 public limit = type(uint256).max;

    /// @notice Whether `canComplianceBind` agrees.
    bool public agreeable = true;

    mapping(address compliance => bool bound) private _bound;

    function bindCompliance(address compliance) external {
        _bound[compliance] = true;
    }

    function unbindCompliance(address compliance) external {
        _bound[compliance] = false;
    }

    function setLimit(uint256 newLimit) external {
        limit = newLimit;
    }

    function setAgreeable(bool agrees) external {
        agreeable = agrees;
    }

    function fail(uint256 value) external pure {
        revert ModuleSaysNo(value);
    }

    function moduleTransferAction(address from, address to, uint256 value) external {
        emit Told(1, from, to, value);
    }

    function moduleMintAction(address to, uint256 value) external {
        emit Told(2, address(0), to, value);
    }

    function moduleBurnAction(address from, uint256 value) external {
        emit Told(3, from, address(0), value);
    }

    function moduleCheck(address, address, uint256 value, address) external view returns (bool) {
        return value <= limit;
    }

    function isComplianceBound(address compliance) external view returns (bool) {
        return _bound[compliance];
    }

    function canComplianceBind(address) external view returns (bool) {
        return agreeable;
    }

    function isPlugAndPlay() external pure returns (bool) {
        return false;
    }

    function name() external pure returns (string memory) {
        return "ComplianceModuleProbe";
    }
}
