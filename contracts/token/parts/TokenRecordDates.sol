// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { ITokenAdministration } from "../../interfaces/ITokenAdministration.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenCore } from "../TokenCore.sol";
import { ConfigWord } from "../storage/ConfigWord.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenRecordDates
/// @notice Who held what at a record date. Costs a holder nothing until the first movement after one.
abstract contract TokenRecordDates is TokenCore, ITokenAdministration {
    uint256 private constant MAX_RECORD_DATES = 255;

    /// @inheritdoc ITokenAdministration
    function scheduleRecordDate(uint40 fallsAt) external onlyLocalRole(LocalRole.AGENT) returns (uint256 number) {
        TokenStorage.Layout storage $ = _layout();
        _currentRecord($.config);
        ConfigWord config = $.config;
        if (fallsAt <= block.timestamp || config.nextRecordAt() != 0 || $.recordDates.length == MAX_RECORD_DATES) {
            revert IComplianceAwareToken.InvalidRecordDate(fallsAt);
        }
        $.recordDates.push(fallsAt);
        number = $.recordDates.length;
        $.config = config.withRecords(config.currentRecord(), fallsAt);
        emit IComplianceAwareToken.RecordDateScheduled(number, fallsAt);
    }

    /// @inheritdoc ITokenAdministration
    function recordDate(uint256 number) external view returns (uint40 fallsAt) {
        _requireRecordDate(number);
        return _layout().recordDates[number - 1];
    }

    /// @inheritdoc ITokenAdministration
    function balanceOfAt(address holder, uint256 number) external view returns (uint256) {
        _requireRecordDate(number);
        TokenStorage.Layout storage $ = _layout();
        uint256 last = $.recordDates.length;
        for (uint256 i = number; i <= last; ++i) {
            uint256 stored = $.balanceAtRecord[holder][i];
            if (stored != 0) return stored - 1;
        }
        return $.holders[holder].word.balance();
    }

    /// @inheritdoc ITokenAdministration
    function totalSupplyAt(uint256 number) external view returns (uint256) {
        _requireRecordDate(number);
        TokenStorage.Layout storage $ = _layout();
        uint256 stored = $.supplyAtRecord[number];
        return stored != 0 ? stored - 1 : $.totalSupply;
    }

    function _requireRecordDate(uint256 number) private view {
        if (number == 0 || number > _layout().recordDates.length) {
            revert IComplianceAwareToken.UnknownRecordDate(number);
        }
    }
}
