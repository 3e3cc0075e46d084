// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { SafeCast } from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AccountFigures, BookTerms, BrokerageStorage, CreditLine, GroupLine } from "../storage/BrokerageStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title BrokerageCore
/// @notice What every part of the brokerage shares: valuing an account, and the checks after a change.
abstract contract BrokerageCore is ReentrancyGuardTransient, GroupPauseState {
    using Valuation for Assessment;

    uint256 internal constant BPS = 10_000;

    function _layout() internal pure returns (BrokerageStorage.Layout storage) {
        return BrokerageStorage.load();
    }

    /// @dev The account's sets; reverts when it was never opened.
    function _opened(uint256 account) internal view returns (AccountSets sets) {
        sets = _layout().sets[account];
        if (!sets.has(AccountSetBits.OPENED)) revert IPrimeBrokerage.AccountUnknown(account);
    }

    function _assess(uint256 account, AccountSets sets) internal view returns (Assessment memory) {
        BrokerageStorage.Layout storage $ = _layout();
        return Valuation.assess($, account, sets, $.figures[account], $.terms);
    }

    /// @dev Reverts unless the account may take the risk that it has taken in this transaction: fresh prices, sequencer,
    /// a verified institution, initial margin, and the limits of institution and group.
    /// @param registry where institutions are verified: the pause word's companion
    function _requireInitial(uint256 account, AccountSets sets, address registry) internal {
        BrokerageStorage.Layout storage $ = _layout();
        BookTerms memory terms = $.terms;
        AccountFigures memory figures = $.figures[account];
        Assessment memory a = Valuation.assess($, account, sets, figures, terms);
        _requireFresh(a);
        if (terms.flags & BrokerageStorage.SEQUENCED != 0) _requireSequencer();
        if (sets.has(AccountSetBits.CLOSE_ONLY) || !_isVerified(registry, account)) {
            revert IPrimeBrokerage.CloseOnly(account);
        }
        uint256 exposed = a.exposure();
        uint256 ratio;
        unchecked {
            ratio = MarginRatios.INITIAL + terms.extraInitial + figures.extraInitial;
            if (a.powerValue * MarginRatios.WHOLE < exposed * ratio) {
                revert IPrimeBrokerage.MarginInsufficient(account, a.powerValue, exposed, ratio);
            }
        }
        if (exposed > figures.exposure) _requireCredit(account, exposed - figures.exposure);
        _recordExposure(account, figures.exposure, exposed);
    }

    /// @dev Brings the recorded exposure up to what it is, where prices allow to tell; for changes that lower risk.
    function _refreshExposure(uint256 account, AccountSets sets) internal {
        BrokerageStorage.Layout storage $ = _layout();
        AccountFigures memory figures = $.figures[account];
        Assessment memory a = Valuation.assess($, account, sets, figures, $.terms);
        _recordExposure(account, figures.exposure, a.exposure());
    }

    function _requireFresh(Assessment memory a) internal view {
        if (a.staleAsset == 0) return;
        RiskWord word = _layout().assets[a.staleAsset - 1];
        revert IPrimeBrokerage.PriceStale(a.staleAsset - 1, word.updatedAt(), word.maxAge());
    }

    /// @dev The sequencer's feed is up and past its grace.
    function _requireSequencer() internal view virtual;

    function _isVerified(address registry, uint256 account) internal view returns (bool) {
        return IIdentityRegistry(registry).isVerified(BrokerageStorage.institutionOf(account));
    }

    /// @dev Limits of the institution and its group, term and review of the credit line.
    function _requireCredit(uint256 account, uint256 added) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        address institution = BrokerageStorage.institutionOf(account);
        CreditLine memory line = $.lines[institution];
        uint256 today = block.timestamp / 1 days;
        if (today > line.facilityEndDay || today > line.reviewDay) {
            revert IPrimeBrokerage.CreditLineLapsed(institution, line.facilityEndDay, line.reviewDay);
        }
        if (line.exposure + added > line.creditLimit) {
            revert IPrimeBrokerage.CreditLimitExceeded(institution, line.exposure + added, line.creditLimit);
        }
        if (line.group != 0) {
            GroupLine memory group = $.groups[line.group];
            if (group.exposure + added > group.limit) {
                revert IPrimeBrokerage.GroupLimitExceeded(line.group, group.exposure + added, group.limit);
            }
        }
    }

    function _recordExposure(uint256 account, uint256 before, uint256 exposed) internal {
        if (exposed == before) return;
        BrokerageStorage.Layout storage $ = _layout();
        CreditLine storage line = $.lines[BrokerageStorage.institutionOf(account)];
        uint96 exposed96 = SafeCast.toUint96(exposed);
        $.figures[account].exposure = exposed96;
        line.exposure = SafeCast.toUint96(uint256(line.exposure) + exposed - before);
        if (line.group != 0) {
            GroupLine storage group = $.groups[line.group];
            group.exposure = SafeCast.toUint128(uint256(group.exposure) + exposed - before);
        }
        $.terms.totalExposure = SafeCast.toUint112(uint256($.terms.totalExposure) + exposed - before);
    }
}
