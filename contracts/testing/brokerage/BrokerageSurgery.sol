// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DebtIndex, DebtIndexes } from "../../brokerage/storage/DebtIndex.sol";
import { AssetLimits, BrokerageStorage } from "../../brokerage/storage/BrokerageStorage.sol";
import { AccountSetBits } from "../../brokerage/storage/AccountSets.sol";
import { RiskWord } from "../../brokerage/storage/RiskWord.sol";

/// @title BrokerageSurgery
/// @notice In the place of the brokerage's code for the length of a call, it writes state that would take a whole
/// story to come about.
contract BrokerageSurgery {
    struct PlainAsset {
        address token;
        uint256 low;
        uint256 spreadBps;
        uint256 ageMinutes;
        uint256 haircutBps;
        uint256 exposureBps;
        uint256 decimals;
        uint256 flags;
        uint128 cap;
        uint128 institutionCap;
        uint16 issuerGroup;
    }

    function writeAsset(uint256 id, PlainAsset calldata asset) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        RiskWord word = RiskWord.wrap(0)
            .withTerms(asset.ageMinutes, asset.haircutBps, asset.exposureBps, asset.decimals)
            .withPrice(asset.low, asset.spreadBps, block.timestamp).withFlag(asset.flags);
        $.assets[id] = word;
        AssetLimits storage limits = $.limits[id];
        (limits.token, limits.issuerGroup) = (asset.token, asset.issuerGroup);
        (limits.cap, limits.institutionCap) = (asset.cap, asset.institutionCap);
        if (asset.token != address(0)) $.assetIds[asset.token] = id + 1;
        if (id >= $.terms.assetCount) $.terms.assetCount = uint8(id + 1);
    }

    function writePrice(uint256 id, uint256 low, uint256 spreadBps) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        $.assets[id] = $.assets[id].withPrice(low, spreadBps, block.timestamp);
    }

    function openPool(uint256 id, uint256 ratePips, uint256 reserveBps) external {
        DebtIndex index = DebtIndex.wrap(0).withTerms(ratePips, reserveBps);
        BrokerageStorage.load().debtIndexes[id] = index.accrued(DebtIndexes.ONE, 0);
    }

    function writeLiquidity(uint256 id, uint128 amount) external {
        BrokerageStorage.load().pools[id].liquidity = amount;
    }

    function writeDesk(uint256 id, address desk) external {
        BrokerageStorage.load().desks[id] = desk;
    }

    function writeCashAsset(uint8 id) external {
        BrokerageStorage.load().terms.cashAsset = id;
    }

    function writeCash(uint256 account, uint96 value) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        $.figures[account].cashValue = value;
        $.sets[account] = value == 0
            ? $.sets[account].withoutFlag(AccountSetBits.FIGURES)
            : $.sets[account].withFlag(AccountSetBits.FIGURES);
    }
}
