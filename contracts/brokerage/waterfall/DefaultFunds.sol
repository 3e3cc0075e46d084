// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { IBrokerageDefault } from "../../interfaces/IBrokerageDefault.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CreditLines } from "../storage/CreditLine.sol";
import { RiskWords } from "../storage/RiskWord.sol";
import { ContributionRecord, FundRecord, FundStorage } from "./FundStorage.sol";
import { FundShares } from "./FundShares.sol";
import { WaterfallCore } from "./WaterfallCore.sol";

/// @title DefaultFunds
/// @notice Contributions to default funds, and the operator's capital.
abstract contract DefaultFunds is IBrokerageDefault, WaterfallCore, AccessManagedUpgradeable {
    using FundShares for FundRecord;

    uint24 private constant SHORTEST_PERIOD = 1 days;
    uint24 private constant LONGEST_PERIOD = 180 days;

    /// @inheritdoc IBrokerageDefault
    function contribute(uint8 assetId, uint128 units) external nonReentrant returns (uint256 shares) {
        BrokerageStorage.Layout storage $ = _layout();
        if (!$.lines[msg.sender].has(CreditLines.ADMITTED) || !_isVerified(_terms(), msg.sender)) {
            revert ContributorRefused(msg.sender);
        }
        if (!$.assets[assetId].has(RiskWords.SETTLEMENT)) revert IPrimeBrokerage.AssetNotUsable(assetId);
        FundStorage.Layout storage store = FundStorage.load();
        FundRecord memory fund = store.funds[assetId];
        ContributionRecord memory mine = _contribution(assetId, msg.sender, fund);
        shares = fund.sharesDown(units);
        if (shares == 0) revert FundAmount(assetId, units);
        fund.units += units;
        fund.shares = SafeCast.toUint128(fund.shares + shares);
        mine.shares += uint128(shares);
        store.funds[assetId] = fund;
        store.contributions[assetId][msg.sender] = mine;
        emit FundContributed(assetId, msg.sender, units, shares);
        _takeOwn(assetId, msg.sender, units);
    }

    /// @inheritdoc IBrokerageDefault
    function giveNotice(uint8 assetId, uint128 shares) external returns (uint40 withdrawableAt) {
        FundStorage.Layout storage store = FundStorage.load();
        ContributionRecord memory mine = _contribution(assetId, msg.sender, store.funds[assetId]);
        if (shares > mine.shares) revert FundSharesExceeded(assetId, msg.sender, shares, mine.shares);
        if (shares != 0) withdrawableAt = uint40(block.timestamp + _noticePeriod());
        (mine.noticed, mine.withdrawableAt) = (shares, withdrawableAt);
        store.contributions[assetId][msg.sender] = mine;
        emit FundNoticeGiven(assetId, msg.sender, shares, withdrawableAt);
    }

    /// @inheritdoc IBrokerageDefault
    function withdrawContribution(uint8 assetId) external nonReentrant returns (uint256 units) {
        FundStorage.Layout storage store = FundStorage.load();
        FundRecord memory fund = store.funds[assetId];
        ContributionRecord memory mine = _contribution(assetId, msg.sender, fund);
        uint256 shares = mine.noticed;
        if (shares == 0 || block.timestamp < mine.withdrawableAt) {
            revert NoticeRunning(assetId, msg.sender, mine.withdrawableAt);
        }
        units = fund.unitsDown(shares);
        fund.units -= uint128(units);
        fund.shares -= uint128(shares);
        mine.shares -= uint128(shares);
        (mine.noticed, mine.withdrawableAt) = (0, 0);
        uint256 left = fund.unitsDown(mine.shares);
        if (left < mine.floor && _institutionExposure(msg.sender) != 0) {
            revert FundFloorBreached(assetId, msg.sender, left, mine.floor);
        }
        if (fund.assessable > fund.units) fund.assessable = fund.units;
        store.funds[assetId] = fund;
        store.contributions[assetId][msg.sender] = mine;
        emit FundWithdrawn(assetId, msg.sender, units, shares);
        _giveOwn(assetId, msg.sender, units);
    }

    /// @inheritdoc IBrokerageDefault
    function fundFirstLoss(uint8 assetId, uint128 units) external nonReentrant {
        if (!_layout().assets[assetId].has(RiskWords.SETTLEMENT)) revert IPrimeBrokerage.AssetNotUsable(assetId);
        if (units == 0) revert FundAmount(assetId, units);
        if (!_isVerified(_terms(), msg.sender)) revert ContributorRefused(msg.sender);
        FundStorage.load().funds[assetId].firstLoss += units;
        emit FirstLossFunded(assetId, msg.sender, units);
        _takeOwn(assetId, msg.sender, units);
    }

    /// @inheritdoc IBrokerageDefault
    function withdrawFirstLoss(uint8 assetId, uint128 units, address to) external restricted nonReentrant {
        FundRecord storage fund = FundStorage.load().funds[assetId];
        uint128 available = fund.firstLoss;
        if (units > available) revert FirstLossExceeded(assetId, units, available);
        fund.firstLoss = available - units;
        emit FirstLossWithdrawn(assetId, to, units);
        _giveOwn(assetId, to, units);
    }

    /// @inheritdoc IBrokerageDefault
    function setFundFloor(uint8 assetId, address institution, uint128 units) external restricted {
        FundStorage.load().contributions[assetId][institution].floor = units;
        emit FundFloorSet(assetId, institution, units);
    }

    /// @inheritdoc IBrokerageDefault
    function setFundTerms(uint24 noticePeriod, uint24 assessmentPeriod, uint16 assessmentLimitBps) external restricted {
        if (noticePeriod < SHORTEST_PERIOD || noticePeriod > LONGEST_PERIOD) revert FundTermsInvalid("noticePeriod");
        if (assessmentPeriod < SHORTEST_PERIOD || assessmentPeriod > LONGEST_PERIOD) {
            revert FundTermsInvalid("assessmentPeriod");
        }
        if (assessmentLimitBps > BPS) revert FundTermsInvalid("assessmentLimitBps");
        FundStorage.Layout storage store = FundStorage.load();
        store.noticePeriod = noticePeriod;
        store.assessmentPeriod = assessmentPeriod;
        store.assessmentLimitBps = assessmentLimitBps;
        emit FundTermsSet(noticePeriod, assessmentPeriod, assessmentLimitBps);
    }

    /// @inheritdoc IBrokerageDefault
    function defaultFundOf(uint8 assetId) external view returns (DefaultFund memory) {
        FundRecord memory fund = FundStorage.load().funds[assetId];
        return DefaultFund({
            units: fund.units,
            shares: fund.shares,
            firstLoss: fund.firstLoss,
            epoch: fund.epoch,
            assessmentStart: fund.assessmentStart,
            assessable: fund.assessable
        });
    }

    /// @inheritdoc IBrokerageDefault
    function contributionOf(uint8 assetId, address institution)
        external
        view
        returns (Contribution memory contribution, uint256 units)
    {
        FundRecord memory fund = FundStorage.load().funds[assetId];
        ContributionRecord memory record = _contribution(assetId, institution, fund);
        contribution = Contribution({
            shares: record.shares, noticed: record.noticed, floor: record.floor, withdrawableAt: record.withdrawableAt
        });
        units = fund.unitsDown(record.shares);
    }

    /// @inheritdoc IBrokerageDefault
    function fundTerms() external view returns (uint24 noticePeriod, uint24 assessmentPeriod, uint16 limitBps) {
        return (uint24(_noticePeriod()), uint24(_assessmentPeriod()), uint16(_assessmentLimitBps()));
    }
}
