// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageTerms } from "../../interfaces/IBrokerageTerms.sol";
import { RiskBounds } from "../RiskBounds.sol";
import { BrokerageCore } from "../parts/BrokerageCore.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AccountFigures, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CreditLine } from "../storage/CreditLine.sol";
import { MarginStorage, TermsProposal } from "./MarginStorage.sol";

/// @title AccountTermsDesk
/// @notice Changes of an account's terms, and impairment.
abstract contract AccountTermsDesk is IBrokerageTerms, BrokerageCore, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageTerms
    uint8 public constant MAX_EXTRA_POINTS = uint8(RiskBounds.MOST_EXTRA);

    /// @inheritdoc IBrokerageTerms
    function proposeTerms(uint256 account, AccountTerms calldata terms, uint40 expiry) external restricted {
        _opened(account);
        RiskBounds.requireAccountExtras(terms.extraInitial, terms.extraMaintenance);
        if (expiry <= block.timestamp) revert TermsInvalid("expiry");
        MarginStorage.load().proposals[account] = TermsProposal({
            extraInitial: terms.extraInitial,
            extraMaintenance: terms.extraMaintenance,
            facilityEndDay: terms.facilityEndDay,
            reviewDay: terms.reviewDay,
            expiry: expiry,
            basis: _basis(account)
        });
        emit TermsProposed(account, terms, expiry);
    }

    /// @inheritdoc IBrokerageTerms
    function withdrawTerms(uint256 account) external restricted {
        if (MarginStorage.load().proposals[account].expiry == 0) revert TermsNotProposed(account);
        delete MarginStorage.load().proposals[account];
        emit TermsWithdrawn(account);
    }

    /// @inheritdoc IBrokerageTerms
    function acceptTerms(uint256 account, AccountTerms calldata terms) external {
        if (msg.sender != BrokerageStorage.institutionOf(account)) revert TermsNotYours(account, msg.sender);
        TermsProposal memory proposal = MarginStorage.load().proposals[account];
        if (
            block.timestamp >= proposal.expiry || proposal.basis != _basis(account)
                || proposal.extraInitial != terms.extraInitial || proposal.extraMaintenance != terms.extraMaintenance
                || proposal.facilityEndDay != terms.facilityEndDay || proposal.reviewDay != terms.reviewDay
        ) revert TermsNotProposed(account);
        delete MarginStorage.load().proposals[account];
        _setTerms(account, terms, true);
    }

    /// @inheritdoc IBrokerageTerms
    function tightenTerms(uint256 account, AccountTerms calldata terms) external restricted {
        _opened(account);
        RiskBounds.requireAccountExtras(terms.extraInitial, terms.extraMaintenance);
        AccountTerms memory now_ = _termsOf(account);
        if (terms.extraInitial < now_.extraInitial) revert TermsLooser("extraInitial");
        if (terms.extraMaintenance < now_.extraMaintenance) revert TermsLooser("extraMaintenance");
        if (terms.facilityEndDay > now_.facilityEndDay) revert TermsLooser("facilityEndDay");
        if (terms.reviewDay > now_.reviewDay) revert TermsLooser("reviewDay");
        delete MarginStorage.load().proposals[account];
        _setTerms(account, terms, false);
    }

    /// @inheritdoc IBrokerageTerms
    function impair(uint256 account, bytes32 reason) external restricted {
        AccountSets sets = _opened(account);
        if (sets.has(AccountSetBits.CLOSE_ONLY)) revert ImpairmentUnchanged(account);
        _layout().sets[account] = sets.withFlag(AccountSetBits.CLOSE_ONLY);
        emit Impaired(account, reason);
    }

    /// @inheritdoc IBrokerageTerms
    function removeImpairment(uint256 account) external restricted {
        AccountSets sets = _opened(account);
        if (!sets.has(AccountSetBits.CLOSE_ONLY)) revert ImpairmentUnchanged(account);
        _layout().sets[account] = sets.withoutFlag(AccountSetBits.CLOSE_ONLY);
        emit ImpairmentRemoved(account);
    }

    /// @inheritdoc IBrokerageTerms
    function termsOf(uint256 account) external view returns (AccountTerms memory) {
        return _termsOf(account);
    }

    /// @inheritdoc IBrokerageTerms
    function proposedTermsOf(uint256 account) external view returns (AccountTerms memory terms, uint40 expiry) {
        TermsProposal memory proposal = MarginStorage.load().proposals[account];
        terms = AccountTerms({
            extraInitial: proposal.extraInitial,
            extraMaintenance: proposal.extraMaintenance,
            facilityEndDay: proposal.facilityEndDay,
            reviewDay: proposal.reviewDay
        });
        expiry = proposal.expiry;
    }

    /// @inheritdoc IBrokerageTerms
    function isImpaired(uint256 account) external view returns (bool) {
        return _layout().sets[account].has(AccountSetBits.CLOSE_ONLY);
    }

    function _termsOf(uint256 account) private view returns (AccountTerms memory) {
        AccountFigures storage figures = _layout().figures[account];
        CreditLine line = _layout().lines[BrokerageStorage.institutionOf(account)];
        return AccountTerms({
            extraInitial: figures.extraInitial,
            extraMaintenance: figures.extraMaintenance,
            facilityEndDay: uint16(line.facilityEndDay()),
            reviewDay: uint16(line.reviewDay())
        });
    }

    /// @dev What a proposal was made on top of: it does not undo what was tightened since.
    function _basis(uint256 account) private view returns (uint128) {
        return uint128(uint256(keccak256(abi.encode(_termsOf(account)))));
    }

    function _setTerms(uint256 account, AccountTerms calldata terms, bool agreed) private {
        BrokerageStorage.Layout storage $ = _layout();
        AccountFigures storage figures = $.figures[account];
        (figures.extraInitial, figures.extraMaintenance) = (terms.extraInitial, terms.extraMaintenance);
        bool used = figures.cashValue != 0 || terms.extraInitial != 0 || terms.extraMaintenance != 0;
        AccountSets sets = $.sets[account];
        $.sets[account] = used ? sets.withFlag(AccountSetBits.FIGURES) : sets.withoutFlag(AccountSetBits.FIGURES);
        address institution = BrokerageStorage.institutionOf(account);
        $.lines[institution] = $.lines[institution].withDays(terms.facilityEndDay, terms.reviewDay);
        emit TermsChanged(account, terms, agreed);
    }
}
