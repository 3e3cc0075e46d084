// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageFees } from "../../interfaces/IBrokerageFees.sol";
import { IFeeCollector } from "../../interfaces/IFeeCollector.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { AccountDesk } from "./AccountDesk.sol";

/// @title FeeDesk
/// @notice Who prices fees, what institutions agree to, and paying out what was collected; see `IBrokerageFees`.
abstract contract FeeDesk is IBrokerageFees, AccountDesk, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageFees
    function setFeeStructure(address feeStructure_) external restricted {
        if (feeStructure_ != address(0) && feeStructure_.code.length == 0) {
            revert IPrimeBrokerage.AddressWithoutCode(feeStructure_);
        }
        _layout().feeStructure = feeStructure_;
        RiskTerms terms = _terms().withFlag(RiskTermWords.CHARGING, feeStructure_ != address(0));
        _setPauseCompanion(RiskTerms.unwrap(terms));
        emit FeeStructureSet(feeStructure_);
    }

    /// @inheritdoc IBrokerageFees
    function agreeToFees(uint16 mostBps) external {
        _layout().agreedFees[msg.sender] = mostBps;
        emit FeesAgreed(msg.sender, mostBps);
    }

    /// @inheritdoc IFeeCollector
    function payFees(address asset, address to, uint256 amount) external nonReentrant {
        BrokerageStorage.Layout storage $ = _layout();
        if (msg.sender != $.feeStructure) revert NotTheFeeStructure(msg.sender);
        uint256 idPlusOne = $.assetIds[asset];
        uint256 collected = idPlusOne == 0 ? 0 : $.pools[idPlusOne - 1].fees;
        if (idPlusOne == 0 || amount > collected) revert FeesNotCollected(asset, amount, collected);
        DebtPool storage pool = $.pools[idPlusOne - 1];
        pool.fees = uint128(collected - amount);
        emit FeesPaid(idPlusOne - 1, amount);
        _give(asset, to, amount);
    }

    /// @inheritdoc IBrokerageFees
    function feeStructure() external view returns (address) {
        return _layout().feeStructure;
    }

    /// @inheritdoc IBrokerageFees
    function collectedFees(uint8 assetId) external view returns (uint256) {
        return _layout().pools[assetId].fees;
    }

    /// @inheritdoc IBrokerageFees
    function agreedFees(address institution) external view returns (uint16 mostBps) {
        return _layout().agreedFees[institution];
    }
}
