// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { IBrokerageAccounts } from "../../interfaces/IBrokerageAccounts.sol";
import { IBrokerageCollateral } from "../../interfaces/IBrokerageCollateral.sol";
import { ICustody } from "../../interfaces/ICustody.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { BatchState } from "../BatchState.sol";
import { AccountRights } from "../AccountRights.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CreditLines } from "../storage/CreditLine.sol";
import { OperatorGrant } from "../storage/OperatorGrant.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { Assessment } from "./Assessment.sol";
import { BrokerageCore } from "./BrokerageCore.sol";

/// @title AccountDesk
/// @notice What every operation with an account shares: who may act, what is checked when, and how units move.
abstract contract AccountDesk is BrokerageCore {
    using SafeERC20 for IERC20;

    // ------------------------------------------------------------------ who acts, and when it is checked

    /// @dev An operation with an account: reverts in a batch for another, and from within another operation.
    modifier onAccount(uint256 account) {
        uint256 word = BatchState.enterOn(account);
        _;
        BatchState.release(word);
    }

    /// @dev Begins an operation that no batch may hold.
    modifier outsideBatch() {
        BatchState.requireNone();
        _;
    }

    /// @dev Reverts unless the caller may do this with the account: its institution, or an operator with the right.
    function _requireRight(uint256 account, uint256 right) internal view {
        if (!_isInstitutionOf(account, msg.sender)) _requireRightOf(account, msg.sender, right);
    }

    /// @dev Whether it is the account's institution; of numbers that are no account's, false.
    function _isInstitutionOf(uint256 account, address who) internal pure returns (bool) {
        return account >> 8 == uint160(who);
    }

    /// @dev The same of somebody else, who has signed.
    function _requireRightOf(uint256 account, address who, uint256 right) internal view {
        address institution = BrokerageStorage.institutionOf(account);
        if (who == institution) return;
        BrokerageStorage.Layout storage $ = _layout();
        OperatorGrant grant = $.operators[account][who];
        bool refused = grant.rightsAt(block.timestamp) & right == 0
            || (right & AccountRights.PAYING_IN == 0 && $.lines[institution].has(CreditLines.LOCKED_DOWN));
        if (refused) revert IPrimeBrokerage.AccountNotYours(account, who, right);
    }

    /// @dev After new risk: its check, now or at the end of the batch.
    function _afterRisk(uint256 account, AccountSets sets, RiskTerms terms, bool raises) internal {
        _afterRiskIn(BatchState.isRunning() ? account : 0, account, sets, terms, raises);
    }

    /// @dev The same for who knows the batch's word, which is zero outside.
    function _afterRiskIn(uint256 batched, uint256 account, AccountSets sets, RiskTerms terms, bool raises) internal {
        if (batched == 0) {
            Assessment memory nothing;
            _requireInitial(account, sets, terms, nothing, raises);
        } else {
            BatchState.owe(raises ? BatchState.RAISE : BatchState.RISK);
        }
    }

    /// @dev After less risk: its record, now or at the end of the batch.
    function _afterRelief(uint256 account, AccountSets sets) internal {
        if (BatchState.isRunning()) BatchState.owe(BatchState.RELIEF);
        else _refreshExposure(account, sets);
    }

    /// @dev Nothing leaves a frozen account. From an account without debts and positions everything else may, whatever
    /// prices, sequencer and evidence say; from others what margin allows.
    function _requireLeaving(uint256 account, AccountSets left) internal {
        _requireLeavingIn(BatchState.isRunning() ? account : 0, account, left);
    }

    /// @dev The same for who knows the batch's word, which is zero outside.
    function _requireLeavingIn(uint256 batched, uint256 account, AccountSets left) internal {
        if (left.has(AccountSetBits.FROZEN)) revert IBrokerageAccounts.AccountFrozen(account);
        if (left.isFree()) return;
        _afterRiskIn(batched, account, left, _activeTerms(BrokerageGroups.COLLATERAL), false);
    }

    // ------------------------------------------------------------------ who pays and who receives

    /// @dev The institution pays for its accounts whatever its evidence; others must be verified.
    function _requirePayer(uint256 account, address payer) internal view {
        if (payer != BrokerageStorage.institutionOf(account) && !_isVerified(_terms(), payer)) {
            revert IBrokerageCollateral.PayerNotVerified(payer);
        }
    }

    /// @dev Units go to the institution or to another verified wallet of its identity.
    function _requireRecipient(uint256 account, address to) internal view {
        if (!_isInstitutionOf(account, to)) _requireSameIdentity(account, to);
    }

    /// @dev Reverts unless a wallet is verified and of the institution's identity.
    function _requireSameIdentity(uint256 account, address to) internal view {
        address institution = BrokerageStorage.institutionOf(account);
        IIdentityRegistry registry = IIdentityRegistry(_terms().registry());
        address identity = registry.identity(to);
        if (identity == address(0) || identity != registry.identity(institution) || !registry.isVerified(to)) {
            revert IBrokerageCollateral.RecipientRefused(account, to);
        }
    }

    // ------------------------------------------------------------------ moving units

    /// @dev Takes exactly an amount, or reverts.
    function _take(address token, address payer, uint256 amount) internal {
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(payer, address(this), amount);
        uint256 moved = IERC20(token).balanceOf(address(this)) - before;
        if (moved != amount) revert IBrokerageCollateral.AmountNotMoved(token, amount, moved);
    }

    function _give(address token, address to, uint256 amount) internal {
        IERC20(token).safeTransfer(to, amount);
    }

    /// @dev Before units of a regulated token move into or out of custody for somebody else than the one at the other
    /// end: they are the institution's.
    function _nameOwner(uint256 assetId, address token, address institution) internal {
        address desk = _layout().desks[assetId];
        if (desk != address(0)) ICustody(desk).nameBeneficiary(token, address(this), institution);
    }

    function _positive(uint256 amount) internal pure returns (uint256) {
        if (amount == 0) revert IPrimeBrokerage.AmountZero();
        return amount;
    }
}
