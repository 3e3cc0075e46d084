// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../../access/GroupPausable.sol";
import { LocalRoles } from "../../access/LocalRoles.sol";
import { BrokeragePricesExtension } from "../../brokerage/BrokeragePricesExtension.sol";
import { BrokerageStorage } from "../../brokerage/storage/BrokerageStorage.sol";
import { RiskWord } from "../../brokerage/storage/RiskWord.sol";

/// @title PriceHarness
/// @notice The brokerage's prices alone, with assets that nobody lists.
contract PriceHarness is BrokeragePricesExtension, LocalRoles, GroupPausable {
    constructor(address authority) initializer {
        __AccessManaged_init(authority);
    }

    function add(uint256 ageMinutes) external returns (uint8 assetId) {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        assetId = $.terms.assetCount++;
        $.assets[assetId] = RiskWord.wrap(0).withTerms(ageMinutes, 0, 0, 18);
    }

    function wordOf(uint8 assetId) external view returns (uint256) {
        return RiskWord.unwrap(BrokerageStorage.load().assets[assetId]);
    }
}
