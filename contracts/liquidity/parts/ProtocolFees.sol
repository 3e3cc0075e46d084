// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IDynamicFeeStructureCollection } from "../../interfaces/IDynamicFeeStructureCollection.sol";
import { IDynamicFeeStructureDefault } from "../../interfaces/IDynamicFeeStructureDefault.sol";
import { ILiquidityPoolOptimizer, PoolKey } from "../../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityProtocolFees } from "../../interfaces/ILiquidityProtocolFees.sol";
import { DynamicFee } from "../fees/DynamicFee.sol";
import { LiquidityStorage, Pool } from "../storage/LiquidityStorage.sol";
import { Pair } from "../storage/Pair.sol";
import { PoolModes } from "../storage/PoolModes.sol";
import { PoolWord } from "../storage/PoolWord.sol";
import { PoolCore } from "./PoolCore.sol";

/// @title ProtocolFees
/// @notice See `ILiquidityProtocolFees`.
abstract contract ProtocolFees is ILiquidityProtocolFees, PoolCore, AccessManagedUpgradeable {
    uint256 private constant BPS = 10_000;

    /// @inheritdoc ILiquidityProtocolFees
    function setFeeStructure(address structure) external restricted {
        uint24 most = 0;
        if (structure != address(0)) {
            if (structure.code.length == 0) revert ILiquidityPoolOptimizer.AddressWithoutCode(structure);
            uint256 found = IDynamicFeeStructureDefault(structure).MAX_FEE_PIPS();
            most = found > type(uint24).max ? type(uint24).max : uint24(found);
        }
        LiquidityStorage.Layout storage $ = _layout();
        ($.feeStructure, $.maxFeePips) = (structure, most);
        emit FeeStructureSet(structure, most);
    }

    /// @inheritdoc ILiquidityProtocolFees
    function distributeProtocolFees(PoolKey calldata key)
        external
        nonReentrant
        returns (uint256 amountA, uint256 amountB)
    {
        address structure = _layout().feeStructure;
        if (structure == address(0)) revert FeeStructureMissing();
        (bytes32 id, Pool storage pool, PoolWord word) = _find(key);
        Pair fees = pool.protocolFees;
        unchecked {
            amountA = fees.a() > 0 ? fees.a() - 1 : 0;
            amountB = fees.b() > 0 ? fees.b() - 1 : 0;
        }
        pool.protocolFees = fees.minus(amountA, amountB);
        _distribute(structure, id, key.tokenA, word, true, amountA);
        _distribute(structure, id, key.tokenB, word, false, amountB);
    }

    /// @inheritdoc ILiquidityProtocolFees
    function feeStructure() external view returns (address structure, uint24 maxFeePips) {
        LiquidityStorage.Layout storage $ = _layout();
        return ($.feeStructure, $.maxFeePips);
    }

    /// @dev Reverts where a new pool could charge more than the fee structure lets anybody charge.
    function _requireBelowMaximum(PoolKey calldata key) internal view {
        uint256 most = _layout().maxFeePips;
        if (most == 0) return;
        uint256 highest = key.feePips;
        if (key.modes & PoolModes.DYNAMIC_FEE != 0) {
            highest *= DynamicFee.BOUND;
            if (highest > DynamicFee.HIGHEST_FEE) highest = DynamicFee.HIGHEST_FEE;
        }
        if (highest > most) revert FeeAboveMaximum(highest, most);
    }

    function _distribute(address structure, bytes32 id, address token, PoolWord word, bool ofA, uint256 amount)
        private
    {
        if (amount == 0) return;
        IDynamicFeeStructureCollection collection = IDynamicFeeStructureCollection(structure);
        IDynamicFeeStructureCollection.Split memory split = collection.splitOf(address(this));
        (address treasury, address insurance) = (collection.treasury(), collection.insurance());
        uint256 toPartner = amount * split.partnerBps / BPS;
        uint256 toInsurance = amount * split.insuranceBps / BPS;
        uint256 toTreasury = amount - toPartner - toInsurance;
        emit ProtocolFeesDistributed(id, token, treasury, toTreasury, split.partner, toPartner, insurance, toInsurance);
        if (toTreasury != 0) _payOut(token, word, ofA, treasury, toTreasury, 0);
        if (toPartner != 0) _payOut(token, word, ofA, split.partner, toPartner, 0);
        if (toInsurance != 0) _payOut(token, word, ofA, insurance, toInsurance, 0);
    }
}
