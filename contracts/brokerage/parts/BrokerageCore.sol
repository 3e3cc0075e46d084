// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReentrancyGuardTransient } from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { SequencerGate } from "../prices/SequencerGate.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, GroupLine } from "../storage/BrokerageStorage.sol";
import { CreditLine, CreditLines } from "../storage/CreditLine.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title BrokerageCore
/// @notice What every part of the brokerage shares: valuing an account, and the checks after a change.
abstract contract BrokerageCore is ReentrancyGuardTransient, GroupPauseState {
    using Valuation for Assessment;

    uint256 internal constant BPS = 10_000;

    /// @dev Flags of an account that may expose no more and take nothing away from what it has left.
    uint256 internal constant STOPPED =
        AccountSetBits.CLOSE_ONLY | AccountSetBits.RESTRICTED | AccountSetBits.DEFAULTED | AccountSetBits.FROZEN;

    function _layout() internal pure returns (BrokerageStorage.Layout storage) {
        return BrokerageStorage.load();
    }

    /// @dev The account's sets; reverts when it was never opened.
    function _opened(uint256 account) internal view returns (AccountSets sets) {
        sets = _layout().sets[account];
        if (!sets.has(AccountSetBits.OPENED)) revert IPrimeBrokerage.AccountUnknown(account);
    }

    function _asUnits(uint256 amount) internal pure returns (uint128) {
        if (amount > type(uint128).max) revert IPrimeBrokerage.AmountTooLarge(amount, type(uint128).max);
        return uint128(amount);
    }

    function _terms() internal view returns (RiskTerms) {
        return RiskTerms.wrap(_pauseCompanion());
    }

    /// @dev Reverts when a group is paused; the terms cost no slot of their own.
    function _activeTerms(uint64 groups) internal view returns (RiskTerms) {
        return RiskTerms.wrap(_requireGroupActive(groups));
    }

    function _assess(uint256 account, AccountSets sets) internal view returns (Assessment memory) {
        return Valuation.assess(_layout(), account, sets, _terms());
    }

    /// @dev Reverts unless the account may take the risk that it has taken in this transaction: fresh prices, sequencer,
    /// a verified institution, initial margin, and, where it exposes more, the limits of institution and group.
    /// @param raises whether the account exposes more: what only takes collateral away is not held against the credit
    /// line, and records nothing
    function _requireInitial(uint256 account, AccountSets sets, RiskTerms terms, bool raises) internal {
        BrokerageStorage.Layout storage $ = _layout();
        Assessment memory a = Valuation.assess($, account, sets, terms);
        _requireFresh(a);
        if (terms.has(RiskTermWords.SEQUENCED)) _requireSequencer();
        address institution = BrokerageStorage.institutionOf(account);
        if (sets.has(STOPPED) || !_isVerified(terms, institution)) revert IPrimeBrokerage.CloseOnly(account);
        uint256 exposed = a.exposure();
        unchecked {
            uint256 ratio = MarginRatios.INITIAL + terms.extraInitial();
            if (sets.has(AccountSetBits.FIGURES)) ratio += $.figures[account].extraInitial;
            if (a.powerValue * MarginRatios.WHOLE < exposed * ratio) {
                revert IPrimeBrokerage.MarginInsufficient(account, a.powerValue, exposed, ratio);
            }
        }
        if (raises) _recordExposure(account, exposed, true);
    }

    /// @dev Brings the recorded exposure up to what it is, where prices allow to tell; for changes that lower risk.
    function _refreshExposure(uint256 account, AccountSets sets) internal {
        uint256 exposed = Valuation.assessLiabilities(_layout(), account, sets).exposure();
        if (exposed <= CreditLines.MAX_EXPOSURE) _recordExposure(account, exposed, false);
    }

    function _requireFresh(Assessment memory a) internal view {
        if (a.staleAsset == 0) return;
        RiskWord word = _layout().assets[a.staleAsset - 1];
        revert IPrimeBrokerage.PriceStale(a.staleAsset - 1, word.updatedAt(), word.maxAge());
    }

    /// @dev The sequencer's feed is up and past its grace.
    function _requireSequencer() internal view virtual {
        (bool allowed,, uint256 since) = SequencerGate.state(_layout());
        if (!allowed) revert IPrimeBrokerage.SequencerUnavailable(since);
    }

    function _isVerified(RiskTerms terms, address wallet) internal view returns (bool) {
        return IIdentityRegistry(terms.registry()).isVerified(wallet);
    }

    /// @dev The account's exposure as last recorded.
    function _recordedExposure(uint256 account) internal view returns (uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        return BrokerageStorage.isMain(account)
            ? $.lines[BrokerageStorage.institutionOf(account)].mainExposure()
            : $.figures[account].exposure;
    }

    /// @dev Limits of the institution and its group, term and review of the credit line, where the account exposes
    /// more; then the exposure is recorded.
    function _recordExposure(uint256 account, uint256 exposed, bool raises) private {
        BrokerageStorage.Layout storage $ = _layout();
        address institution = BrokerageStorage.institutionOf(account);
        CreditLine line = $.lines[institution];
        bool main = BrokerageStorage.isMain(account);
        uint256 before = main ? line.mainExposure() : $.figures[account].exposure;
        uint256 total = line.exposure() - before + exposed;
        if (raises) _requireCredit(institution, line, total);
        if (exposed == before) return;
        if (total > CreditLines.MAX_EXPOSURE) {
            if (!raises) return;
            revert IPrimeBrokerage.AmountTooLarge(total, CreditLines.MAX_EXPOSURE);
        }
        if (!main) $.figures[account].exposure = uint96(exposed);
        $.lines[institution] = line.withExposures(total, main ? exposed : line.mainExposure());
        if (line.group() == 0) return;
        GroupLine storage group = $.groups[line.group()];
        // What its institutions expose, each of which has 80 bits.
        uint256 groupExposure = uint256(group.exposure) - before + exposed;
        if (raises && groupExposure > group.limit) {
            revert IPrimeBrokerage.GroupLimitExceeded(line.group(), groupExposure, group.limit);
        }
        group.exposure = uint128(groupExposure);
    }

    function _requireCredit(address institution, CreditLine line, uint256 total) private view {
        uint256 today = block.timestamp / 1 days;
        if (today > line.facilityEndDay() || today > line.reviewDay()) {
            revert IPrimeBrokerage.CreditLineLapsed(institution, line.facilityEndDay(), line.reviewDay());
        }
        if (total > line.creditLimit()) {
            revert IPrimeBrokerage.CreditLimitExceeded(institution, total, line.creditLimit());
        }
    }
}
