// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../interfaces/IComplianceEngine.sol";

/// @title EngineCalls
/// @notice The token's two questions to the engine, encoded by hand: they are asked in every movement, and the
/// compiler's own encoding of the struct costs more than the decision's storage reads of a wallet.
library EngineCalls {
    // The struct has seven words; before them go the path, and for a preview the token.
    uint256 private constant MOVEMENT_BYTES = 224;
    uint256 private constant SETTLE_BYTES = 260;
    uint256 private constant PREVIEW_BYTES = 292;

    /// @notice `IComplianceEngine.settle`; reverts as the engine does.
    function settle(address engine, IComplianceEngine.Path path, IComplianceEngine.Movement memory movement)
        internal
        returns (uint8 code)
    {
        bytes4 selector = IComplianceEngine.settle.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 4), path)
            mcopy(add(question, 36), movement, MOVEMENT_BYTES)
            let answered := call(gas(), engine, 0, question, SETTLE_BYTES, 0, 32)
            if iszero(and(answered, gt(returndatasize(), 31))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            code := and(mload(0), 0xff)
        }
    }

    /// @notice `IComplianceEngine.preview` for the calling token; reverts as the engine does.
    function preview(address engine, IComplianceEngine.Path path, IComplianceEngine.Movement memory movement)
        internal
        view
        returns (uint8 code)
    {
        bytes4 selector = IComplianceEngine.preview.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 4), address())
            mstore(add(question, 36), path)
            mcopy(add(question, 68), movement, MOVEMENT_BYTES)
            let answered := staticcall(gas(), engine, question, PREVIEW_BYTES, 0, 32)
            if iszero(and(answered, gt(returndatasize(), 31))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            code := and(mload(0), 0xff)
        }
    }
}
