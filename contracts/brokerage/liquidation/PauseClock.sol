// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../../access/GroupPausable.sol";
import { IBrokerageMargin } from "../../interfaces/IBrokerageMargin.sol";
import { IGroupPausable } from "../../interfaces/IGroupPausable.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { MarginStorage } from "./MarginStorage.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @title PauseClock
/// @notice Stops the clock of auctions and calls while liquidations are paused.
abstract contract PauseClock is GroupPausable {
    /// @inheritdoc IGroupPausable
    function pauseGroups(uint64 groups) external virtual override restricted {
        _pauseGroups(groups);
        if (groups & BrokerageGroups.LIQUIDATING == 0) return;
        MarginStorage.Layout storage margin = MarginStorage.load();
        if (margin.clock.since() != 0) return;
        margin.clock = margin.clock.begun(block.timestamp);
        emit IBrokerageMargin.StandstillBegan();
    }

    /// @inheritdoc IGroupPausable
    function unpauseGroups(uint64 groups) external virtual override restricted {
        _unpauseGroups(groups);
        MarginStorage.Layout storage margin = MarginStorage.load();
        if (groups & BrokerageGroups.LIQUIDATING == 0 || margin.clock.since() == 0) return;
        StandstillWord clock = margin.clock.ended(block.timestamp);
        margin.clock = clock;
        emit IBrokerageMargin.StandstillEnded(uint40(block.timestamp), uint32(clock.total()));
    }
}
