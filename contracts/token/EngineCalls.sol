// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../interfaces/IComplianceEngine.sol";
import { HolderWord } from "./storage/HolderWord.sol";

/// @title EngineCalls
/// @notice The token's questions to the engine, encoded by hand: they are asked in every movement, and the compiler's
/// own encoding costs more than the decision's storage reads of a wallet.
/// @dev The bytes are those of `IComplianceEngine`; a test compares them with the compiler's. Memory above the free
/// pointer is written and not kept.
library EngineCalls {
    // The struct has seven words; before them go the path, and for a preview the token.
    uint256 private constant MOVEMENT_BYTES = 224;
    uint256 private constant SETTLE_BYTES = 260;
    uint256 private constant PREVIEW_BYTES = 292;
    uint256 private constant DEPARTURE_BYTES = 228;
    // Behind the struct, an identity and this.
    uint256 private constant LOTS_OFFSET = 288;
    // Six words, then three arrays with their lengths.
    uint256 private constant BATCH_HEAD_BYTES = 192;

    uint256 private constant BALANCE_MASK = (1 << 120) - 1;

    /// @notice `IComplianceEngine.settle`; reverts as the engine does.
    /// @param given word of the wallet that gives, before the movement; zero on the mint paths
    /// @param taken word of the wallet that receives, before the movement; zero on the burn paths
    /// @param supply total supply before; not read by the engine where nothing is issued or redeemed
    function settle(
        address engine,
        IComplianceEngine.Path path,
        address spender,
        address from,
        address to,
        uint256 amount,
        HolderWord given,
        HolderWord taken,
        uint256 supply
    ) internal returns (uint8 code) {
        bytes4 selector = IComplianceEngine.settle.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 4), path)
            mstore(add(question, 36), spender)
            mstore(add(question, 68), from)
            mstore(add(question, 100), to)
            mstore(add(question, 132), amount)
            mstore(add(question, 164), and(given, BALANCE_MASK))
            mstore(add(question, 196), and(taken, BALANCE_MASK))
            mstore(add(question, 228), supply)
            let answered := call(gas(), engine, 0, question, SETTLE_BYTES, 0, 32)
            if iszero(and(answered, gt(returndatasize(), 31))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            code := and(mload(0), 0xff)
        }
    }

    /// @notice `IComplianceEngine.settleDeparture`; reverts as the engine does.
    /// @param given word of the wallet that gives, before the movement
    /// @param supply total supply before
    /// @return code the engine's
    /// @return answer place in memory of all that it said, for `passOn`
    /// @return size length of that
    function settleDeparture(
        address engine,
        address spender,
        address from,
        uint256 amount,
        HolderWord given,
        uint256 supply
    ) internal returns (uint8 code, uint256 answer, uint256 size) {
        bytes4 selector = IComplianceEngine.settleDeparture.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            answer := mload(0x40)
            mstore(answer, selector)
            mstore(add(answer, 4), spender)
            mstore(add(answer, 36), from)
            mstore(add(answer, 68), 0)
            mstore(add(answer, 100), amount)
            mstore(add(answer, 132), and(given, BALANCE_MASK))
            mstore(add(answer, 164), 0)
            mstore(add(answer, 196), supply)
            let answered := call(gas(), engine, 0, answer, DEPARTURE_BYTES, 0, 0)
            size := returndatasize()
            returndatacopy(answer, 0, size)
            // Code, identity, and lots behind their place and their number.
            if iszero(and(answered, gt(size, 127))) { revert(answer, size) }
            code := and(mload(answer), 0xff)
            mstore(0x40, add(answer, size))
        }
    }

    /// @notice Ends the call with identity and lots as the engine gave them: its answer without the code in front.
    function passOn(uint256 answer, uint256 size) internal pure {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The place of the lots is counted from where the answer begins.
            mstore(add(answer, 64), sub(mload(add(answer, 64)), 32))
            return(add(answer, 32), sub(size, 32))
        }
    }

    /// @notice `IComplianceEngine.settleArrival`; reverts as the engine does.
    /// @param taken word of the wallet that receives, before the movement
    /// @param supply total supply before
    function settleArrival(
        address engine,
        address spender,
        address to,
        uint256 amount,
        HolderWord taken,
        uint256 supply,
        address identity,
        uint256[] calldata lots
    ) internal returns (uint8 code) {
        bytes4 selector = IComplianceEngine.settleArrival.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mstore(add(question, 4), spender)
            mstore(add(question, 36), 0)
            mstore(add(question, 68), to)
            mstore(add(question, 100), amount)
            mstore(add(question, 132), 0)
            mstore(add(question, 164), and(taken, BALANCE_MASK))
            mstore(add(question, 196), supply)
            mstore(add(question, 228), identity)
            mstore(add(question, 260), LOTS_OFFSET)
            mstore(add(question, 292), lots.length)
            let size := shl(5, lots.length)
            calldatacopy(add(question, 324), lots.offset, size)
            let answered := call(gas(), engine, 0, question, add(324, size), 0, 32)
            if iszero(and(answered, gt(returndatasize(), 31))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            code := and(mload(0), 0xff)
        }
    }

    /// @notice `IComplianceEngine.settleBatch` by the sender itself; reverts as the engine does.
    /// @param held units in the wallet that gives, before the first
    /// @param recipients as many as `balances` and `amounts` have entries; each is an address
    function settleBatch(
        address engine,
        address from,
        uint256 held,
        address[] calldata recipients,
        uint256[] memory balances,
        uint256[] calldata amounts
    ) internal {
        bytes4 selector = IComplianceEngine.settleBatch.selector;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let question := mload(0x40)
            let size := shl(5, recipients.length)
            mstore(question, selector)
            let head := add(question, 4)
            mstore(head, from)
            mstore(add(head, 32), from)
            mstore(add(head, 64), held)
            let offset := BATCH_HEAD_BYTES
            mstore(add(head, 96), offset)
            mstore(add(head, offset), recipients.length)
            calldatacopy(add(add(head, offset), 32), recipients.offset, size)
            offset := add(add(offset, 32), size)
            mstore(add(head, 128), offset)
            mcopy(add(head, offset), balances, add(size, 32))
            offset := add(add(offset, 32), size)
            mstore(add(head, 160), offset)
            mstore(add(head, offset), amounts.length)
            calldatacopy(add(add(head, offset), 32), amounts.offset, size)
            let length := add(add(add(offset, 32), size), 4)
            let settled := call(gas(), engine, 0, question, length, 0, 0)
            // Nothing is returned: a call that finds no code must not pass for a decision.
            if iszero(mul(settled, extcodesize(engine))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
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
