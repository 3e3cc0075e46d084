// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageCollateral } from "../../interfaces/IBrokerageCollateral.sol";
import { IPrimeBrokerage } from "../../interfaces/IPrimeBrokerage.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { AssetLimits, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CollateralWord, CollateralWords } from "../storage/CollateralWord.sol";
import { RiskWord } from "../storage/RiskWord.sol";
import { BrokerageCore } from "./BrokerageCore.sol";

/// @title CollateralBook
/// @notice The one place where balances of collateral change: the account's, its institution's and the book's together.
abstract contract CollateralBook is BrokerageCore {
    /// @dev Kinds of collateral that an account may have.
    uint256 internal constant MOST_COLLATERALS = 10;

    /// @dev Adds units. Returns the sets, not yet stored, and the balance.
    function _creditCollateral(uint256 account, AccountSets sets, uint256 assetId, RiskWord word, uint256 amount)
        internal
        returns (AccountSets, uint256 balance)
    {
        uint256 place = BrokerageStorage.collateralPlace(BrokerageStorage.key(account, assetId));
        CollateralWord held = BrokerageStorage.collateralAt(place);
        uint256 before = held.balance();
        balance = before + amount;
        if (balance > CollateralWords.MAX_UNITS) {
            revert IPrimeBrokerage.AmountTooLarge(balance, CollateralWords.MAX_UNITS);
        }
        if (before == 0) {
            sets = sets.withCollateral(assetId, true);
            if (LibBit.popCount(sets.collateral()) > MOST_COLLATERALS) {
                revert IPrimeBrokerage.TooManyAssets(account, MOST_COLLATERALS);
            }
        }
        _book(account, assetId, word, place, held, balance);
        return (sets, balance);
    }

    /// @dev Takes units away. Returns the sets, not yet stored, the balance, and the token.
    function _debitCollateral(uint256 account, AccountSets sets, uint256 assetId, uint256 amount)
        internal
        returns (AccountSets, uint256 balance, address token)
    {
        uint256 place = BrokerageStorage.collateralPlace(BrokerageStorage.key(account, assetId));
        CollateralWord held = BrokerageStorage.collateralAt(place);
        balance = held.balance();
        if (amount > balance) {
            revert IBrokerageCollateral.CollateralInsufficient(account, assetId, amount, balance);
        }
        unchecked {
            balance -= amount;
        }
        if (balance == 0) sets = sets.withCollateral(assetId, false);
        // What there is a balance of is listed, and its id is one.
        token = _book(account, assetId, BrokerageStorage.wordOf(assetId), place, held, balance);
        return (sets, balance, token);
    }

    /// @dev Units that all accounts of the account's institution have of an asset.
    function _institutionCollateral(uint256 account, uint256 assetId) internal view returns (uint256) {
        uint256 key = BrokerageStorage.key(BrokerageStorage.mainOf(account), assetId);
        return BrokerageStorage.collateralOf(key).institutionTotal();
    }

    function _collateralBalance(uint256 account, uint256 assetId) internal view returns (uint256) {
        return BrokerageStorage.collateralOf(BrokerageStorage.key(account, assetId)).balance();
    }

    function _storeSets(uint256 account, AccountSets before, AccountSets sets) internal {
        if (AccountSets.unwrap(sets) != AccountSets.unwrap(before)) _layout().sets[account] = sets;
    }

    /// @dev Sets an account's cash, and the flag that says whether valuing it must look at its figures.
    function _setCash(uint256 account, AccountSets sets, uint256 cashValue) internal returns (AccountSets) {
        if (cashValue > type(uint96).max) revert IPrimeBrokerage.AmountTooLarge(cashValue, type(uint96).max);
        BrokerageStorage.Layout storage $ = _layout();
        $.figures[account].cashValue = uint96(cashValue);
        bool used = cashValue != 0 || $.figures[account].extraInitial != 0 || $.figures[account].extraMaintenance != 0;
        return used ? sets.withFlag(AccountSetBits.FIGURES) : sets.withoutFlag(AccountSetBits.FIGURES);
    }

    /// @dev Books a balance: the account's, its institution's sum and the book's. Returns the token, which is
    /// beside the last of them.
    function _book(uint256 account, uint256 assetId, RiskWord word, uint256 place, CollateralWord held, uint256 balance)
        private
        returns (address token)
    {
        uint256 before = held.balance();
        // An institution's sum is never less than one account's part of it, nor the book's.
        unchecked {
            if (BrokerageStorage.isMain(account)) {
                uint256 total = held.institutionTotal() - before + balance;
                if (balance > before) _requireBounded(total);
                BrokerageStorage.setCollateralAt(place, CollateralWords.pack(balance, total));
            } else {
                uint256 key = BrokerageStorage.key(BrokerageStorage.mainOf(account), assetId);
                uint256 main = BrokerageStorage.collateralPlace(key);
                CollateralWord first = BrokerageStorage.collateralAt(main);
                uint256 total = first.institutionTotal() - before + balance;
                if (balance > before) _requireBounded(total);
                BrokerageStorage.setCollateralAt(main, CollateralWords.pack(first.balance(), total));
                BrokerageStorage.setCollateralAt(place, CollateralWords.pack(balance, 0));
            }
            uint256 grain = CollateralWords.grain(word.decimals());
            AssetLimits storage limits = _layout().limits[assetId];
            uint256 deposited;
            (token, deposited) = BrokerageStorage.tokenAndDeposited(limits);
            deposited = deposited - CollateralWords.grainsUp(before, grain) + CollateralWords.grainsUp(balance, grain);
            if (deposited > type(uint96).max) {
                revert IPrimeBrokerage.AmountTooLarge(deposited * grain, type(uint96).max * grain);
            }
            BrokerageStorage.setTokenAndDeposited(limits, token, deposited);
        }
    }

    function _requireBounded(uint256 units) private pure {
        if (units > CollateralWords.MAX_UNITS) revert IPrimeBrokerage.AmountTooLarge(units, CollateralWords.MAX_UNITS);
    }
}
