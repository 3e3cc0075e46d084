// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { EngineCalls } from "../../token/EngineCalls.sol";
import { HolderWord } from "../../token/storage/HolderWord.sol";

/// @title EngineCallsProbe
/// @notice Asks itself the token's questions and reverts with what it was asked, byte for byte.
contract EngineCallsProbe {
    /// @notice The question itself, as revert data.
    fallback() external {
        assembly ("memory-safe") {
            let question := mload(0x40)
            calldatacopy(question, 0, calldatasize())
            revert(question, calldatasize())
        }
    }

    /// @notice `EngineCalls.settle`.
    function askSettle(IComplianceEngine.Path path, IComplianceEngine.Movement calldata movement, uint256 aboveBalances)
        external
    {
        EngineCalls.settle(
            address(this),
            path,
            movement.spender,
            movement.from,
            movement.to,
            movement.amount,
            HolderWord.wrap(movement.fromBalanceBefore | (aboveBalances << 120)),
            HolderWord.wrap(movement.toBalanceBefore | (aboveBalances << 120)),
            movement.totalSupplyBefore
        );
    }

    /// @notice `EngineCalls.settleDeparture`, of a movement to nobody.
    function askDeparture(IComplianceEngine.Movement calldata movement, uint256 aboveBalance) external {
        EngineCalls.settleDeparture(
            address(this),
            movement.spender,
            movement.from,
            movement.amount,
            HolderWord.wrap(movement.fromBalanceBefore | (aboveBalance << 120)),
            movement.totalSupplyBefore
        );
    }

    /// @notice `EngineCalls.settleArrival`, of a movement from nobody.
    function askArrival(
        IComplianceEngine.Movement calldata movement,
        uint256 aboveBalance,
        address identity,
        uint256[] calldata lots
    ) external {
        EngineCalls.settleArrival(
            address(this),
            movement.spender,
            movement.to,
            movement.amount,
            HolderWord.wrap(movement.toBalanceBefore | (aboveBalance << 120)),
            movement.totalSupplyBefore,
            identity,
            lots
        );
    }

    /// @notice `EngineCalls.settleBatch`, at an engine of one's choice.
    function askSettleBatch(
        address engine,
        address from,
        uint256 held,
        address[] calldata recipients,
        uint256[] calldata balances,
        uint256[] calldata amounts
    ) external {
        EngineCalls.settleBatch(engine, from, held, recipients, balances, amounts);
    }

    /// @notice `EngineCalls.preview`.
    function askPreview(IComplianceEngine.Path path, IComplianceEngine.Movement calldata movement) external view {
        EngineCalls.preview(address(this), path, movement);
    }
}
