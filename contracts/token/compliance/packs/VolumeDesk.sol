// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../../access/LocalRole.sol";
import { LocalRoleBits } from "../../../access/LocalRoleBits.sol";
import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ITradedVolumes } from "../../../interfaces/ITradedVolumes.sol";
import { ComplianceStorage } from "../ComplianceStorage.sol";
import { TokenRuleWords } from "../TokenRules.sol";
import { PackStorage, WeeklyVolume } from "./PackStorage.sol";

/// @title VolumeDesk
/// @notice See `ITradedVolumes`; part of an extension of the engine.
abstract contract VolumeDesk is ITradedVolumes, LocalRoleBits {
    /// @inheritdoc ITradedVolumes
    function postWeeklyVolume(address token, uint128 units, uint40 asOf) external onlyLocalRole(LocalRole.PRICER) {
        if (!ComplianceStorage.load().tokens[token].rules.has(TokenRuleWords.REGISTERED)) {
            revert IComplianceEngine.TokenNotRegistered(token);
        }
        if (asOf > block.timestamp) revert VolumeFromFuture(asOf, block.timestamp);
        WeeklyVolume storage posted = PackStorage.load().weeklyVolumes[token];
        if (asOf < posted.asOf) revert VolumeOutdated(asOf, posted.asOf);
        (posted.units, posted.asOf) = (units, asOf);
        emit WeeklyVolumePosted(token, units, asOf, _msgSender());
    }

    /// @inheritdoc ITradedVolumes
    function weeklyVolume(address token) external view returns (uint128 units, uint40 asOf) {
        WeeklyVolume storage posted = PackStorage.load().weeklyVolumes[token];
        return (posted.units, posted.asOf);
    }
}
