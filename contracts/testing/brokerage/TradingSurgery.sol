// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountSetBits } from "../../brokerage/storage/AccountSets.sol";
import { BrokerageStorage } from "../../brokerage/storage/BrokerageStorage.sol";
import { RiskWord } from "../../brokerage/storage/RiskWord.sol";

/// @title TradingSurgery
/// @notice Put in the place of the brokerage's code for the length of a call, it writes state that trades are made
/// under.
contract TradingSurgery {
    function writePrice(uint256 id, uint256 low, uint256 spread, int256 carry) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        $.assets[id] = $.assets[id].withPrice(low, spread, block.timestamp).withCarry(carry);
    }

    function writeFlags(uint256 id, uint256 cleared, uint256 set) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        $.assets[id] = RiskWord.wrap(RiskWord.unwrap($.assets[id]) & ~cleared | set);
    }

    function writeOpenInterestCap(uint256 id, uint128 cap) external {
        BrokerageStorage.load().limits[id].openInterestCap = cap;
    }

    function writeTerms(uint16 gainHaircutBps, uint16 spreadBps, uint8 cashAsset, uint8 extraMaintenance) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        ($.terms.gainHaircutBps, $.terms.tradeSpreadBps) = (gainHaircutBps, spreadBps);
        ($.terms.cashAsset, $.terms.extraMaintenance) = (cashAsset, extraMaintenance);
    }

    function writeExtras(uint256 account, uint8 initial, uint8 maintenance) external {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        ($.figures[account].extraInitial, $.figures[account].extraMaintenance) = (initial, maintenance);
        $.sets[account] = $.sets[account].withFlag(AccountSetBits.FIGURES);
    }
}
