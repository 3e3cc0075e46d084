// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageDebt } from "../../interfaces/IBrokerageDebt.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountRights } from "../AccountRights.sol";
import { BatchState } from "../BatchState.sol";
import { BrokerageGroups } from "../BrokerageGroups.sol";
import { AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage, DebtPool } from "../storage/BrokerageStorage.sol";
import { RiskTermWords, RiskTerms } from "../storage/RiskTerms.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { BrokerageFees } from "./BrokerageFees.sol";
import { CollateralDesk } from "./CollateralDesk.sol";
import { DebtBook } from "./DebtBook.sol";
import { Assessment, Valuation } from "./Valuation.sol";

/// @title DebtDesk
/// @notice See `IBrokerageDebt`.
abstract contract DebtDesk is IBrokerageDebt, CollateralDesk, DebtBook, BrokerageFees {
    using Valuation for Assessment;

    /// @inheritdoc IBrokerageDebt
    function borrow(uint256 account, uint8 assetId, uint256 amount, address to) external {
        uint256 batched = BatchState.enterOn(account);
        RiskTerms terms = _activeTerms(BrokerageGroups.BORROWING);
        if (!_isInstitutionOf(account, msg.sender)) _requireRightOf(account, msg.sender, AccountRights.BORROW);
        if (!_isInstitutionOf(account, to)) _requireSameIdentity(account, to);
        AccountSets sets = _opened(account);
        BrokerageStorage.Layout storage $ = _layout();
        RiskWord word = $.assets[assetId];
        if (!word.hasAll(RiskWords.SETTLEMENT | RiskWords.ACTIVE)) {
            revert IPrimeBrokerage.AssetNotUsable(assetId);
        }
        uint256 owed = _positive(amount);
        if (terms.has(RiskTermWords.CHARGING)) {
            address charged = _tokenOf($.debts[BrokerageStorage.key(account, assetId)], assetId);
            owed += _chargeFee(account, assetId, charged, word, amount);
        }
        (AccountSets more, uint256 shares, address token, uint256 index) = _owe(account, sets, assetId, owed, owed);
        _storeSets(account, sets, more);
        if (batched == 0) {
            // What is borrowed is valued from what is at hand, the rest from storage.
            Assessment memory known;
            known.addDebt(assetId, word, Valuation.debtUp(shares, index));
            _requireInitial(account, more.withDebt(assetId, false), terms, known, true);
        } else {
            BatchState.owe(BatchState.RAISE);
        }
        emit Borrowed(account, assetId, to, amount, shares);
        _give(token, to, amount);
        BatchState.release(batched);
    }

    /// @inheritdoc IBrokerageDebt
    function repay(uint256 account, uint8 assetId, uint256 amount)
        external
        onAccount(account)
        returns (uint256 repaid)
    {
        _requirePayer(account, msg.sender);
        return _repay(account, assetId, msg.sender, amount);
    }

    /// @inheritdoc IBrokerageDebt
    function repayFromInstitution(uint256 account, uint8 assetId, uint256 amount)
        external
        onAccount(account)
        returns (uint256 repaid)
    {
        _requireRight(account, AccountRights.REPAY);
        return _repay(account, assetId, BrokerageStorage.institutionOf(account), amount);
    }

    function _repay(uint256 account, uint256 assetId, address payer, uint256 amount) private returns (uint256 paid) {
        AccountSets sets = _opened(account);
        (AccountSets left, uint256 repaid, uint256 shares,) = _acquit(account, sets, assetId, _positive(amount));
        if (repaid == 0) revert NothingOwed(account, assetId);
        BrokerageStorage.Layout storage $ = _layout();
        DebtPool storage pool = $.pools[assetId];
        pool.liquidity = _asUnits(pool.liquidity + repaid);
        _storeSets(account, sets, left);
        _afterRelief(account, left);
        emit Repaid(account, assetId, payer, repaid, shares);
        _take($.limits[assetId].token, payer, repaid);
        return repaid;
    }
}
