// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IDynamicFeeStructure } from "../../interfaces/IDynamicFeeStructure.sol";
import { IDynamicFeeStructureSchedules } from "../../interfaces/IDynamicFeeStructureSchedules.sol";
import { IQuanteraAccessManager } from "../../interfaces/IQuanteraAccessManager.sol";
import { FeeAmounts } from "../FeeAmounts.sol";
import { FeeState, FeeStates } from "../FeeState.sol";
import { FeeStorage } from "../FeeStorage.sol";
import { ScheduleBook } from "../ScheduleBook.sol";
import { ScheduleRules } from "../ScheduleRules.sol";

/// @title FeeSchedules
/// @notice See `IDynamicFeeStructureSchedules`.
abstract contract FeeSchedules is IDynamicFeeStructureSchedules, GroupPauseState, AccessManagedUpgradeable {
    /// @inheritdoc IDynamicFeeStructureSchedules
    uint256 public constant MINIMUM_NOTICE = 7 days;

    uint256 private constant AVERAGING = 1 days;

    /// @inheritdoc IDynamicFeeStructureSchedules
    function publishSchedules(Schedule[6] calldata schedules, uint40 effectiveAt)
        external
        restricted
        returns (uint256 version)
    {
        FeeState state = _state();
        if (_waits(state)) revert SchedulesWaiting(state.waiting(), state.effectiveAt());
        uint256 notice = IQuanteraAccessManager(authority()).isSetupComplete() ? MINIMUM_NOTICE : 0;
        if (effectiveAt < block.timestamp + notice) revert NoticeTooShort(effectiveAt, block.timestamp + notice);
        for (uint256 product; product < FeeAmounts.PRODUCTS; ++product) {
            ScheduleRules.check(IDynamicFeeStructure.Product(product), schedules[product]);
        }
        FeeStorage.Layout storage $ = FeeStorage.load();
        version = ++$.lastVersion;
        _store(state.withVersions(state.versionAt(block.timestamp), version, effectiveAt));
        emit SchedulesPublished(version, effectiveAt, schedules);
        if (!ScheduleBook.write(version, schedules)) revert SchedulesMisplaced(version);
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function withdrawSchedules() external restricted {
        FeeState state = _state();
        if (!_waits(state)) revert NoSchedulesWaiting();
        _store(state.withVersions(state.versionAt(block.timestamp), 0, 0));
        emit SchedulesWithdrawn(state.waiting());
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function sampleBaseFee() external {
        FeeState state = _state();
        uint256 baseFee = FeeAmounts.min(block.basefee, FeeStates.MAX_BASE_FEE);
        uint256 average = state.average();
        if (average == 0) {
            average = baseFee;
        } else {
            uint256 weight = FeeAmounts.min(block.timestamp - state.sampledAt(), AVERAGING / 8);
            average = baseFee > average
                ? average + ((baseFee - average) * weight) / AVERAGING
                : average - ((average - baseFee) * weight) / AVERAGING;
        }
        _store(state.withAverage(average, block.timestamp));
        emit BaseFeeSampled(baseFee, average);
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function setCongestionSource(address source) external restricted {
        if (source != address(0) && source.code.length == 0) revert SourceWithoutCode(source);
        FeeStorage.load().congestionSource = source;
        _store(_state().withPlugged(source != address(0)));
        emit CongestionSourceSet(source);
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function scheduleOf(uint256 version, IDynamicFeeStructure.Product product) external view returns (Schedule memory) {
        if (version > FeeStorage.load().lastVersion) version = 0;
        return ScheduleBook.unpack(ScheduleBook.read(version, uint256(product)));
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function versions() external view returns (uint256 current, uint256 waiting, uint256 effectiveAt) {
        FeeState state = _state();
        current = state.versionAt(block.timestamp);
        if (_waits(state)) return (current, state.waiting(), state.effectiveAt());
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function averageBaseFee() external view returns (uint256 average, uint256 sampledAt) {
        FeeState state = _state();
        return (state.average(), state.sampledAt());
    }

    /// @inheritdoc IDynamicFeeStructureSchedules
    function congestionSource() external view returns (address) {
        return FeeStorage.load().congestionSource;
    }

    function _waits(FeeState state) private view returns (bool) {
        return state.waiting() != 0 && block.timestamp < state.effectiveAt();
    }

    function _state() private view returns (FeeState) {
        return FeeState.wrap(_pauseCompanion());
    }

    function _store(FeeState state) private {
        _setPauseCompanion(FeeState.unwrap(state));
    }
}
