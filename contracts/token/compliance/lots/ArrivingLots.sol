// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILots } from "../../../interfaces/ILots.sol";
import { Lot } from "./Lot.sol";
import { LotStorage } from "./LotStorage.sol";

/// @title ArrivingLots
/// @notice Lots that somebody says to come from another chain.
library ArrivingLots {
    /// @notice Reverts with `LotMalformed` or `LotsNotTheAmount` unless they are lots of exactly the amount, 1 to 64.
    /// @param amount token units
    function check(uint256[] calldata lots, uint256 amount) internal pure {
        uint256 units = 0;
        for (uint256 i; i < lots.length; ++i) {
            Lot lot = Lot.wrap(lots[i]);
            if (!lot.isWellFormed()) revert ILots.LotMalformed(lots[i]);
            units += lot.units();
        }
        if (units != amount || units == 0 || lots.length > LotStorage.MAX_LOTS) {
            revert ILots.LotsNotTheAmount(units, amount);
        }
    }
}
