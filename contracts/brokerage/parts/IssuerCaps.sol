// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibBit } from "solady/utils/LibBit.sol";
import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { CollateralWords } from "../storage/CollateralWord.sol";
import { IssuerLine, RiskStorage } from "../storage/RiskStorage.sol";
import { RiskWord } from "../storage/RiskWord.sol";

/// @title IssuerCaps
/// @notice What all assets of one issuer are worth as collateral, and the cap on it.
library IssuerCaps {
    /// @notice Reverts where the issuer's assets are worth more than its cap. Prices count however old they are, so
    /// that
    /// none can stop a deposit by being late.
    function requireRoom(uint256 issuerGroup) internal view {
        IssuerLine memory line = RiskStorage.load().issuers[issuerGroup];
        if (line.capValue == 0) return;
        uint256 value = valueUp(line.assets);
        if (value > line.capValue) {
            revert IBrokerageRisk.IssuerCapExceeded(uint16(issuerGroup), value, line.capValue);
        }
    }

    /// @notice What all accounts have of a set of assets as collateral, at high prices, each asset rounded up.
    function valueUp(uint256 assets) internal view returns (uint256 value) {
        BrokerageStorage.Layout storage $ = BrokerageStorage.load();
        while (assets != 0) {
            uint256 id = LibBit.ffs(assets);
            assets &= assets - 1;
            RiskWord word = $.assets[id];
            uint256 units = uint256($.limits[id].deposited) * CollateralWords.grain(word.decimals());
            uint256 one = word.oneToken();
            value += (units * word.highUp() + one - 1) / one;
        }
    }
}
