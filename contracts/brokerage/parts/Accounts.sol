// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageAccounts } from "../../interfaces/IBrokerageAccounts.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CreditLine, CreditLines } from "../storage/CreditLine.sol";
import { BrokerageCore } from "./BrokerageCore.sol";

/// @title Accounts
/// @notice See `IBrokerageAccounts`.
abstract contract Accounts is IBrokerageAccounts, BrokerageCore, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageAccounts
    function admitInstitution(address institution, CreditTerms calldata terms) external restricted {
        BrokerageStorage.Layout storage $ = _layout();
        if ($.lines[institution].has(CreditLines.ADMITTED)) revert InstitutionKnown(institution);
        if (!_isVerified(_terms(), institution)) revert InstitutionNotVerified(institution);
        $.lines[institution] = CreditLine.wrap(CreditLines.ADMITTED).withLimit(_limitUnits(terms.creditLimit))
            .withGroup(terms.group).withDays(terms.facilityEndDay, terms.reviewDay);
        $.institutions.push(institution);
        emit InstitutionAdmitted(institution, terms);
        _open(institution, 0);
    }

    /// @inheritdoc IBrokerageAccounts
    function raiseCreditLimit(address institution, uint256 creditLimit) external restricted {
        _setLimit(institution, creditLimit, true);
    }

    /// @inheritdoc IBrokerageAccounts
    function lowerCreditLimit(address institution, uint256 creditLimit) external restricted {
        _setLimit(institution, creditLimit, false);
    }

    /// @inheritdoc IBrokerageAccounts
    function extendCreditDays(address institution, uint16 facilityEndDay, uint16 reviewDay) external restricted {
        CreditLine line = _admitted(institution);
        if (facilityEndDay < line.facilityEndDay() || reviewDay < line.reviewDay()) revert WrongDirection();
        _setDays(institution, line, facilityEndDay, reviewDay);
    }

    /// @inheritdoc IBrokerageAccounts
    function shortenCreditDays(address institution, uint16 facilityEndDay, uint16 reviewDay) external restricted {
        CreditLine line = _admitted(institution);
        if (facilityEndDay > line.facilityEndDay() || reviewDay > line.reviewDay()) revert WrongDirection();
        _setDays(institution, line, facilityEndDay, reviewDay);
    }

    /// @inheritdoc IBrokerageAccounts
    function setGroup(address institution, uint16 group) external restricted {
        CreditLine line = _admitted(institution);
        BrokerageStorage.Layout storage $ = _layout();
        if (line.group() != 0) $.groups[line.group()].exposure -= uint128(line.subExposure() + line.mainExposure());
        uint256 main = group == 0 ? 0 : _exposureNow(_number(institution, 0));
        if (group != 0) $.groups[group].exposure += _asUnits(line.subExposure() + main);
        $.lines[institution] = line.withExposures(line.subExposure(), main).withGroup(group);
        emit GroupSet(institution, group);
    }

    /// @inheritdoc IBrokerageAccounts
    function raiseGroupLimit(uint16 group, uint128 limitValue) external restricted {
        if (limitValue <= _layout().groups[group].limit) revert WrongDirection();
        _setGroupLimit(group, limitValue);
    }

    /// @inheritdoc IBrokerageAccounts
    function lowerGroupLimit(uint16 group, uint128 limitValue) external restricted {
        if (limitValue >= _layout().groups[group].limit) revert WrongDirection();
        _setGroupLimit(group, limitValue);
    }

    /// @inheritdoc IBrokerageAccounts
    function openAccount(uint8 subAccount) external returns (uint256 account) {
        _admitted(msg.sender);
        return _open(msg.sender, subAccount);
    }

    /// @inheritdoc IBrokerageAccounts
    function restrictAccounts(uint256[] calldata accounts) external restricted {
        _flag(accounts, AccountSetBits.RESTRICTED, true);
    }

    /// @inheritdoc IBrokerageAccounts
    function releaseAccounts(uint256[] calldata accounts) external restricted {
        _flag(accounts, AccountSetBits.RESTRICTED, false);
    }

    /// @inheritdoc IBrokerageAccounts
    function freezeAccounts(uint256[] calldata accounts) external restricted {
        _flag(accounts, AccountSetBits.FROZEN, true);
    }

    /// @inheritdoc IBrokerageAccounts
    function unfreezeAccounts(uint256[] calldata accounts) external restricted {
        _flag(accounts, AccountSetBits.FROZEN, false);
    }

    /// @inheritdoc IBrokerageAccounts
    function creditLineOf(address institution) external view returns (CreditState memory) {
        CreditLine line = _layout().lines[institution];
        return CreditState({
            terms: CreditTerms({
                creditLimit: line.creditLimit(),
                group: uint16(line.group()),
                facilityEndDay: uint16(line.facilityEndDay()),
                reviewDay: uint16(line.reviewDay())
            }),
            exposure: _institutionExposure(institution),
            isAdmitted: line.has(CreditLines.ADMITTED)
        });
    }

    /// @inheritdoc IBrokerageAccounts
    function groupOf(uint16 group) external view returns (uint256 limitValue, uint256 exposure) {
        BrokerageStorage.Layout storage $ = _layout();
        return ($.groups[group].limit, $.groups[group].exposure);
    }

    /// @inheritdoc IBrokerageAccounts
    function accountOf(uint256 account) external view returns (AccountState memory) {
        BrokerageStorage.Layout storage $ = _layout();
        AccountSets sets = $.sets[account];
        return AccountState({
            collateralSet: uint80(sets.collateral()),
            positionSet: uint80(sets.positions()),
            debtSet: uint80(sets.debts()),
            exposure: _recordedExposure(account),
            cashValue: $.figures[account].cashValue,
            isOpen: sets.has(AccountSetBits.OPENED),
            isRestricted: sets.has(AccountSetBits.RESTRICTED),
            isFrozen: sets.has(AccountSetBits.FROZEN)
        });
    }

    /// @inheritdoc IBrokerageAccounts
    function accountNumber(address institution, uint8 subAccount) external pure returns (uint256 account) {
        return _number(institution, subAccount);
    }

    /// @inheritdoc IBrokerageAccounts
    function institutionCount() external view returns (uint256) {
        return _layout().institutions.length;
    }

    /// @inheritdoc IBrokerageAccounts
    function institutionAt(uint256 place) external view returns (address institution) {
        return _layout().institutions[place];
    }

    /// @inheritdoc IBrokerageAccounts
    function totalExposure() external view returns (uint256 exposure) {
        BrokerageStorage.Layout storage $ = _layout();
        for (uint256 i; i < $.institutions.length; ++i) {
            exposure += _institutionExposure($.institutions[i]);
        }
    }

    /// @inheritdoc IBrokerageAccounts
    function identityRegistry() external view returns (address) {
        return _terms().registry();
    }

    function _number(address institution, uint256 subAccount) internal pure returns (uint256) {
        return (uint256(uint160(institution)) << 8) | subAccount;
    }

    function _admitted(address institution) internal view returns (CreditLine line) {
        line = _layout().lines[institution];
        if (!line.has(CreditLines.ADMITTED)) revert InstitutionUnknown(institution);
    }

    function _open(address institution, uint8 subAccount) private returns (uint256 account) {
        account = _number(institution, subAccount);
        BrokerageStorage.Layout storage $ = _layout();
        if ($.sets[account].has(AccountSetBits.OPENED)) revert AccountKnown(account);
        $.sets[account] = $.sets[account].withFlag(AccountSetBits.OPENED);
        emit AccountOpened(account, institution, subAccount);
    }

    function _setLimit(address institution, uint256 creditLimit, bool raises) private {
        CreditLine line = _admitted(institution);
        if (raises ? creditLimit <= line.creditLimit() : creditLimit >= line.creditLimit()) revert WrongDirection();
        _layout().lines[institution] = line.withLimit(_limitUnits(creditLimit));
        emit CreditLimitSet(institution, creditLimit);
    }

    function _setDays(address institution, CreditLine line, uint16 facilityEndDay, uint16 reviewDay) private {
        _layout().lines[institution] = line.withDays(facilityEndDay, reviewDay);
        emit CreditDaysSet(institution, facilityEndDay, reviewDay);
    }

    function _setGroupLimit(uint16 group, uint128 limitValue) private {
        _layout().groups[group].limit = limitValue;
        emit GroupLimitSet(group, limitValue);
    }

    function _flag(uint256[] calldata accounts, uint256 flag, bool set) private {
        for (uint256 i; i < accounts.length; ++i) {
            uint256 account = accounts[i];
            AccountSets sets = _opened(account);
            _layout().sets[account] = set ? sets.withFlag(flag) : sets.withoutFlag(flag);
            if (flag == AccountSetBits.FROZEN) emit AccountFreezeSet(account, set);
            else emit AccountRestricted(account, set);
        }
    }

    function _limitUnits(uint256 creditLimit) private pure returns (uint256 units) {
        units = creditLimit / CreditLines.ONE_VALUE;
        if (units * CreditLines.ONE_VALUE != creditLimit || units > CreditLines.MAX_LIMIT_UNITS) {
            revert CreditLimitInvalid(creditLimit);
        }
    }
}
