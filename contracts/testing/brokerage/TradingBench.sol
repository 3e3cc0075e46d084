// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { BrokerageCore } from "../../brokerage/parts/BrokerageCore.sol";
import { AccountSetBits, AccountSets } from "../../brokerage/storage/AccountSets.sol";
import { BrokerageStorage } from "../../brokerage/storage/BrokerageStorage.sol";
import { CollateralWords } from "../../brokerage/storage/CollateralWord.sol";
import { CreditLine } from "../../brokerage/storage/CreditLine.sol";
import { DebtIndex } from "../../brokerage/storage/DebtIndex.sol";
import { OperatorGrants } from "../../brokerage/storage/OperatorGrant.sol";
import { RiskTerms } from "../../brokerage/storage/RiskTerms.sol";
import { RiskWord } from "../../brokerage/storage/RiskWord.sol";

/// @title TradingBench
/// @notice A book whose storage tests set as they like, with the brokerage's extensions behind it.
contract TradingBench is BrokerageCore, AccessManagedUpgradeable {
    mapping(bytes4 selector => address extension) private _routes;
    mapping(address wallet => bool verified) public isVerified;

    fallback() external {
        address extension = _routes[msg.sig];
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            switch success
            case 0 { revert(free, returndatasize()) }
            default { return(free, returndatasize()) }
        }
    }

    function initialize(address authority) external initializer {
        __AccessManaged_init(authority);
    }

    function route(bytes4[] calldata selectors, address extension) external {
        for (uint256 i; i < selectors.length; ++i) {
            _routes[selectors[i]] = extension;
        }
    }

    function setVerified(address wallet, bool verified) external {
        isVerified[wallet] = verified;
    }

    function setRiskTerms(uint192 terms) external {
        _setPauseCompanion(terms);
    }

    function setPaused(uint64 groups, bool paused) external {
        if (paused) _pauseGroups(groups);
        else _unpauseGroups(groups);
    }

    function setBookTerms(uint16 gainHaircutBps, uint16 spreadBps, uint8 cashAsset, uint8 extraMaintenance) external {
        _layout().terms.tradeSpreadBps = spreadBps;
        _layout().terms.gainHaircutBps = gainHaircutBps;
        _layout().terms.cashAsset = cashAsset;
        _layout().terms.extraMaintenance = extraMaintenance;
    }

    function setAsset(uint256 id, uint256 flags, uint256[6] calldata figures, int256 carry) external {
        (uint256 low, uint256 spread, uint256 ageMinutes, uint256 haircut, uint256 exposure, uint256 decimals) =
            (figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
        _layout().assets[id] = RiskWord.wrap(flags).withTerms(ageMinutes, haircut, exposure, decimals)
            .withPrice(low, spread, block.timestamp).withCarry(carry);
    }

    function setPrice(uint256 id, uint256 low, uint256 spread, int256 carry) external {
        _layout().assets[id] = _layout().assets[id].withPrice(low, spread, block.timestamp).withCarry(carry);
    }

    function setLimits(uint256 id, address token, uint128 openInterestCap) external {
        _layout().limits[id].token = token;
        _layout().limits[id].openInterestCap = openInterestCap;
        _layout().assetIds[token] = id + 1;
    }

    function setPool(uint256 id, uint256 indexWord, uint128 liquidity) external {
        _layout().debtIndexes[id] = DebtIndex.wrap(indexWord);
        _layout().pools[id].liquidity = liquidity;
    }

    function setSequencer(address feed, uint32 grace, uint32 longest) external {
        _layout().sequencerFeed = feed;
        _layout().sequencerGrace = grace;
        _layout().sequencerLongest = longest;
    }

    function setLine(address institution, uint256 line) external {
        _layout().lines[institution] = CreditLine.wrap(line);
    }

    function setGroupLimit(uint256 group, uint128 limit) external {
        _layout().groups[group].limit = limit;
    }

    function setFlags(uint256 account, uint256 flags, bool set) external {
        AccountSets sets = _layout().sets[account];
        _layout().sets[account] = set ? sets.withFlag(flags) : sets.withoutFlag(flags);
    }

    function setExtras(uint256 account, uint8 initial, uint8 maintenance) external {
        _layout().figures[account].extraInitial = initial;
        _layout().figures[account].extraMaintenance = maintenance;
        _layout().sets[account] = _layout().sets[account].withFlag(AccountSetBits.FIGURES);
    }

    function setCollateral(uint256 account, uint256 id, uint256 units) external {
        _layout().collateral[BrokerageStorage.key(account, id)] = CollateralWords.pack(units, 0);
        _layout().sets[account] = _layout().sets[account].withCollateral(id, units != 0);
    }

    function setDebt(uint256 account, uint256 id, uint256 shares) external {
        _layout().debts[BrokerageStorage.key(account, id)] = shares;
        _layout().sets[account] = _layout().sets[account].withDebt(id, shares != 0);
    }

    function setOperator(uint256 account, address operator, uint8 rights, uint40 expiry) external {
        _layout().operators[account][operator] = OperatorGrants.pack(rights, expiry);
    }

    function setFees(address feeStructure, address institution, uint16 mostBps) external {
        _layout().feeStructure = feeStructure;
        _layout().agreedFees[institution] = mostBps;
    }

    function debtSharesOf(uint256 account, uint256 id) external view returns (uint256) {
        return _layout().debts[BrokerageStorage.key(account, id)];
    }

    function cashOf(uint256 account) external view returns (uint256) {
        return _layout().figures[account].cashValue;
    }

    function bookUnits(uint256 id) external view returns (int256) {
        return _layout().pools[id].bookUnits;
    }
}
