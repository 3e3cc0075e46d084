// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageDefault } from "../../interfaces/IBrokerageDefault.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { PoolBook } from "../parts/PoolBook.sol";
import { Assessment, Valuation } from "../parts/Valuation.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { DebtIndex } from "../storage/DebtIndex.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { DefaultFunds } from "./DefaultFunds.sol";
import { ContributionRecord, FundRecord, FundStorage } from "./FundStorage.sol";
import { FundShares } from "./FundShares.sol";

/// @title Defaults
/// @notice The waterfall.
abstract contract Defaults is DefaultFunds, PoolBook {
    using FundShares for FundRecord;
    using Valuation for Assessment;

    /// @inheritdoc IBrokerageDefault
    function declareDefault(uint256 account, uint8 assetId)
        external
        nonReentrant
        outsideBatch
        whenGroupActive(BrokerageGroups.LIQUIDATING)
    {
        AccountSets sets = _opened(account);
        if (sets.collateral() != 0 || sets.positions() != 0) revert DefaultPremature(account);
        uint256 owed = _debtOf(account, assetId);
        if (owed == 0) revert NothingOwed(account, assetId);
        DebtIndex index = _accrue(assetId);
        emit DefaultDeclared(account, assetId, owed);
        uint256 left;
        (sets, left) = _bearByCash(account, sets, assetId, owed);
        uint256 funded = left == 0 ? 0 : _bearByFunds(account, assetId, left);
        left -= funded;
        if (left != 0) emit DefaultBorne(account, assetId, DefaultLayer.LENDERS, left);
        (sets,,,) = _acquit(account, sets, assetId, owed);
        BrokerageStorage.Layout storage $ = _layout();
        if (funded != 0) $.pools[assetId].liquidity = _asUnits($.pools[assetId].liquidity + funded);
        _settlePool(assetId, index);
        sets = sets.withFlag(AccountSetBits.DEFAULTED);
        $.sets[account] = sets;
        _refreshExposure(account, sets);
    }

    /// @dev What the account's own cash bears: all of the debt, or all of the cash. The book owes the pool what it no
    /// longer owes the account.
    function _bearByCash(uint256 account, AccountSets sets, uint8 assetId, uint256 owed)
        private
        returns (AccountSets, uint256 left)
    {
        BrokerageStorage.Layout storage $ = _layout();
        uint256 cash = $.figures[account].cashValue;
        if (cash == 0) return (sets, owed);
        Assessment memory a = _assess(account, sets);
        _requireFresh(a);
        if (cash * MarginRatios.WHOLE >= a.exposure() * MarginRatios.LIQUIDATION) revert DefaultPremature(account);
        RiskWord word = $.assets[assetId];
        (uint256 price, uint256 one) = (word.highUp(), word.oneToken());
        uint256 units = cash * one / price;
        uint256 used = cash;
        if (units > owed) {
            units = owed;
            used = (owed * price + one - 1) / one;
        }
        if (units != 0) emit DefaultBorne(account, assetId, DefaultLayer.CASH, units);
        emit CashApplied(account, used);
        $.pools[assetId].bookUnits -= int128(uint128(units));
        return (_setCash(account, sets, cash - used), owed - units);
    }

    /// @dev What the funds bear, in their order.
    function _bearByFunds(uint256 account, uint8 assetId, uint256 owed) private returns (uint256 borne) {
        FundStorage.Layout storage store = FundStorage.load();
        address institution = BrokerageStorage.institutionOf(account);
        FundRecord memory fund = store.funds[assetId];
        ContributionRecord memory own = _contribution(assetId, institution, fund);
        fund.assess(block.timestamp, _assessmentPeriod(), _assessmentLimitBps());
        uint256 units = fund.bearAlone(own, owed);
        borne = units;
        if (units != 0) emit DefaultBorne(account, assetId, DefaultLayer.CONTRIBUTION, units);
        units = owed - borne;
        if (units > fund.firstLoss) units = fund.firstLoss;
        fund.firstLoss -= uint128(units);
        borne += units;
        if (units != 0) emit DefaultBorne(account, assetId, DefaultLayer.FIRST_LOSS, units);
        units = fund.bearTogether(owed - borne);
        borne += units;
        if (units != 0) emit DefaultBorne(account, assetId, DefaultLayer.MUTUAL_FUND, units);
        if (fund.units == 0 && fund.shares != 0) {
            fund.shares = 0;
            ++fund.epoch;
            emit FundExhausted(assetId, fund.epoch);
        }
        store.funds[assetId] = fund;
        store.contributions[assetId][institution] = own;
    }
}
