// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { BookDesk } from "../liquidation/BookDesk.sol";
import { CollateralBook } from "../parts/CollateralBook.sol";
import { DebtBook } from "../parts/DebtBook.sol";
import { ContributionRecord, FundRecord, FundStorage } from "./FundStorage.sol";

/// @title WaterfallCore
/// @notice What funds and defaults share.
abstract contract WaterfallCore is BookDesk, CollateralBook, DebtBook {
    uint256 private constant DEFAULT_NOTICE = 30 days;
    uint256 private constant DEFAULT_ASSESSMENT_PERIOD = 30 days;
    uint256 private constant DEFAULT_ASSESSMENT_LIMIT_BPS = 5000;

    /// @dev An institution's contribution as of the fund's present epoch.
    function _contribution(uint256 assetId, address institution, FundRecord memory fund)
        internal
        view
        returns (ContributionRecord memory record)
    {
        record = FundStorage.load().contributions[assetId][institution];
        if (record.epoch == fund.epoch) return record;
        (record.shares, record.noticed, record.withdrawableAt, record.epoch) = (0, 0, 0, fund.epoch);
    }

    function _noticePeriod() internal view returns (uint256 period) {
        period = FundStorage.load().noticePeriod;
        if (period == 0) period = DEFAULT_NOTICE;
    }

    function _assessmentPeriod() internal view returns (uint256 period) {
        period = FundStorage.load().assessmentPeriod;
        if (period == 0) period = DEFAULT_ASSESSMENT_PERIOD;
    }

    /// @dev Terms that were never set have no notice period either; a limit of 0 that was set is one.
    function _assessmentLimitBps() internal view returns (uint256) {
        FundStorage.Layout storage store = FundStorage.load();
        return store.noticePeriod == 0 ? DEFAULT_ASSESSMENT_LIMIT_BPS : store.assessmentLimitBps;
    }
}
