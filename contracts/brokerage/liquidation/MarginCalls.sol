// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageMargin } from "../../interfaces/IBrokerageMargin.sol";
import { BatchState } from "../BatchState.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { Graces } from "./Graces.sol";
import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCore, MarginStanding } from "./MarginCore.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { MarginStorage } from "./MarginStorage.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @title MarginCalls
/// @notice Calls and cures.
abstract contract MarginCalls is IBrokerageMargin, MarginCore {
    /// @inheritdoc IBrokerageMargin
    function issueMarginCall(uint256 account) external nonReentrant returns (uint40) {
        BatchState.requireNone();
        MarginStorage.Layout storage margin = _margin();
        RiskTerms book = _activeTerms(BrokerageGroups.LIQUIDATING);
        AccountSets sets = _opened(account);
        StandstillWord clock = _passOutage(book);
        MarginStanding memory standing = _marginStanding(account, sets, book);
        LiquidationTermsWord terms = _liquidationTerms();
        MarginCallWord before = margin.calls[account];
        MarginCallWord call = AuctionClock.live(before, clock, terms, block.timestamp);
        if (!_isBelowMaintenance(standing)) {
            revert AccountHealthy(account, standing.adjustedValue, standing.exposureValue);
        }
        bool escalates = _isBelowThreshold(standing);
        if (!call.isOpen()) {
            uint256 end = AuctionClock.deadlineOfNew(call, terms, block.timestamp, escalates ? 0 : _grace(sets));
            call = _open(account, call, end, standing);
            _layout().sets[account] = sets.withFlag(AccountSetBits.MARGIN_STATE);
        }
        if (escalates && !call.isEscalated()) {
            call = _auctioned(_escalate(account, call, standing), clock, terms);
        }
        if (MarginCallWord.unwrap(call) != MarginCallWord.unwrap(before)) margin.calls[account] = call;
        return uint40(AuctionClock.deadline(call, clock, terms));
    }

    /// @inheritdoc IBrokerageMargin
    function cureMarginCall(uint256 account) external nonReentrant {
        BatchState.requireNone();
        MarginStorage.Layout storage margin = _margin();
        AccountSets sets = _opened(account);
        MarginCallWord call = margin.calls[account];
        if (!call.isOpen()) revert NoMarginCall(account);
        MarginStanding memory standing = _marginStanding(account, sets, _terms());
        uint256 needed = _cureValueUp(standing, _liquidationTerms());
        if (standing.adjustedValue < needed) revert MarginNotCured(account, standing.adjustedValue, needed);
        margin.calls[account] = _cure(account, call, standing);
        _layout().sets[account] = sets.withoutFlag(AccountSetBits.MARGIN_STATE);
    }

    /// @inheritdoc IBrokerageMargin
    function noteOutage() external nonReentrant {
        _passOutage(_terms());
    }

    /// @dev The shortest time to react of the account's collateral and positions; cash alone has the longest.
    function _grace(AccountSets sets) private view returns (uint256 shortest) {
        BrokerageStorage.Layout storage $ = _layout();
        shortest = Graces.MOST;
        uint256 bits = sets.collateral() | sets.positions();
        while (bits != 0) {
            uint256 grace = Graces.inForce($.limits[LibBit.ffs(bits)].class);
            bits &= bits - 1;
            if (grace < shortest) shortest = grace;
        }
    }
}
