// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { MarginRatios } from "../MarginRatios.sol";
import { SequencerGate } from "../prices/SequencerGate.sol";
import { BatchState } from "../BatchState.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, GroupLine } from "../storage/BrokerageStorage.sol";
import { CreditLine, CreditLines } from "../storage/CreditLine.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { Assessment, Valuation } from "./Valuation.sol";
import { VerifiedCall } from "./VerifiedCall.sol";

/// @title BrokerageCore
/// @notice What every part of the brokerage shares: valuing an account, and the checks after a change.
abstract contract BrokerageCore is GroupPauseState {
    using Valuation for Assessment;

    uint256 internal constant BPS = 10_000;

    /// @dev Flags of an account that may expose no more and take nothing away from what it has left.
    uint256 internal constant STOPPED =
        AccountSetBits.CLOSE_ONLY | AccountSetBits.RESTRICTED | AccountSetBits.DEFAULTED | AccountSetBits.FROZEN;

    /// @dev Reverts from within another operation.
    modifier nonReentrant() {
        uint256 word = BatchState.enter();
        _;
        BatchState.release(word);
    }

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

    /// @dev Reverts unless an amount has 128 bits; for who needs it no narrower afterwards.
    function _requireUnits(uint256 amount) internal pure {
        if (amount >> 128 != 0) revert IPrimeBrokerage.AmountTooLarge(amount, type(uint128).max);
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

    /// @notice Reverts unless the account may take the risk that it has taken in this transaction: fresh prices,
    /// sequencer, a verified institution, initial margin, and, where it exposes more, the limits of institution and
    /// group.
    /// @param sets without what `a` has of the account already
    /// @param a what of it the caller has valued; everything else is added to it
    /// @param raises whether the account exposes more: what only takes collateral away is not held against the credit
    /// line, and records nothing
    function _requireInitial(uint256 account, AccountSets sets, RiskTerms terms, Assessment memory a, bool raises)
        internal
    {
        BrokerageStorage.Layout storage $ = _layout();
        Valuation.assessOnto($, account, sets, terms, a);
        if (a.staleAsset != 0) _requireFresh(a);
        if (terms.has(RiskTermWords.SEQUENCED)) _requireSequencer();
        address institution = BrokerageStorage.institutionOf(account);
        if (sets.has(STOPPED)) revert IPrimeBrokerage.CloseOnly(account);
        if (!_isVerified(terms, institution)) revert IPrimeBrokerage.CloseOnly(account);
        uint256 exposed = a.exposure();
        unchecked {
            uint256 ratio = MarginRatios.INITIAL + terms.extraInitial();
            if (sets.has(AccountSetBits.FIGURES)) ratio += $.figures[account].extraInitial;
            if (a.powerValue * MarginRatios.WHOLE < exposed * ratio) {
                revert IPrimeBrokerage.MarginInsufficient(account, a.powerValue, exposed, ratio);
            }
        }
        if (raises) _raiseExposure(account, institution, exposed);
    }

    /// @dev Brings the recorded exposure up to what it is, where prices allow to tell; for changes that lower risk.
    function _refreshExposure(uint256 account, AccountSets sets) internal {
        address institution = BrokerageStorage.institutionOf(account);
        CreditLine line = _layout().lines[institution];
        if (!_isRecorded(account, line)) return;
        uint256 exposed = Valuation.assessLiabilities(_layout(), account, sets).exposure();
        if (exposed <= CreditLines.MAX_EXPOSURE) _recordExposure(account, institution, line, exposed);
    }

    function _requireFresh(Assessment memory a) internal view {
        if (a.staleAsset == 0) return;
        RiskWord word = _layout().assets[a.staleAsset - 1];
        revert IPrimeBrokerage.PriceStale(a.staleAsset - 1, word.updatedAt(), word.maxAge());
    }

    /// @dev The same of one asset, whose price is asked for by itself.
    function _requirePrice(uint256 assetId, RiskWord word) internal view {
        if (block.timestamp > word.freshUntil() || word.low() == 0) {
            revert IPrimeBrokerage.PriceStale(assetId, word.updatedAt(), word.maxAge());
        }
    }

    /// @dev The sequencer's feed is up and past its grace.
    function _requireSequencer() internal view virtual {
        (bool allowed,, uint256 since) = SequencerGate.state(_layout());
        if (!allowed) revert IPrimeBrokerage.SequencerUnavailable(since);
    }

    function _isVerified(RiskTerms terms, address wallet) internal view returns (bool) {
        bytes4 question = terms.has(RiskTermWords.ATTESTED)
            ? IComplianceEngine.isAttested.selector
            : IIdentityRegistry.isVerified.selector;
        return VerifiedCall.ask(terms.registry(), question, wallet);
    }

    /// @dev What the account counts for in its institution's exposure: a sub-account 0 now, another as last recorded.
    function _recordedExposure(uint256 account) internal view returns (uint256) {
        return BrokerageStorage.isMain(account) ? _exposureNow(account) : _layout().figures[account].exposure;
    }

    /// @dev What an institution's accounts expose: its sub-account 0 now, the others as last recorded. Prices may be
    /// old.
    function _institutionExposure(address institution) internal view returns (uint256) {
        return _layout().lines[institution].subExposure() + _exposureNow(uint256(uint160(institution)) << 8);
    }

    /// @dev What an account exposes at the stored prices, however old.
    function _exposureNow(uint256 account) internal view returns (uint256) {
        BrokerageStorage.Layout storage $ = _layout();
        return Valuation.assessLiabilities($, account, $.sets[account]).exposure();
    }

    /// @dev Limits of the institution and its group, term and review of the credit line; then the record.
    function _raiseExposure(uint256 account, address institution, uint256 exposed) private {
        BrokerageStorage.Layout storage $ = _layout();
        CreditLine line = $.lines[institution];
        uint256 today = block.timestamp / 1 days;
        if (today > line.facilityEndDay() || today > line.reviewDay()) {
            revert IPrimeBrokerage.CreditLineLapsed(institution, line.facilityEndDay(), line.reviewDay());
        }
        uint256 total;
        // 80 bits, and what `Valuation.assess` says of its figures.
        unchecked {
            total = line.subExposure() + exposed;
        }
        if (!BrokerageStorage.isMain(account)) {
            total = total - $.figures[account].exposure + _exposureNow(BrokerageStorage.mainOf(account));
        }
        if (total > line.creditLimit()) {
            revert IPrimeBrokerage.CreditLimitExceeded(institution, total, line.creditLimit());
        }
        if (!_isRecorded(account, line)) return;
        _recordExposure(account, institution, line, exposed);
        if (line.group() == 0) return;
        GroupLine storage group = $.groups[line.group()];
        if (group.exposure > group.limit) {
            revert IPrimeBrokerage.GroupLimitExceeded(line.group(), group.exposure, group.limit);
        }
    }

    /// @dev Whether the account's exposure is part of a stored sum.
    function _isRecorded(uint256 account, CreditLine line) private pure returns (bool) {
        return (uint8(account) | line.group()) != 0;
    }

    /// @dev After a rise the figures are below the limit, whose field is narrower than theirs; what prices alone have
    /// raised beyond 80 bits is not recorded.
    function _recordExposure(uint256 account, address institution, CreditLine line, uint256 exposed) private {
        BrokerageStorage.Layout storage $ = _layout();
        (uint256 subs, uint256 main) = (line.subExposure(), line.mainExposure());
        uint256 before = subs + main;
        if (BrokerageStorage.isMain(account)) {
            main = exposed;
        } else {
            subs = subs - $.figures[account].exposure + exposed;
            if (subs > CreditLines.MAX_EXPOSURE) return;
            $.figures[account].exposure = uint96(exposed);
        }
        $.lines[institution] = line.withExposures(subs, main);
        if (line.group() == 0) return;
        GroupLine storage group = $.groups[line.group()];
        group.exposure = _asUnits(uint256(group.exposure) - before + subs + main);
    }
}
