// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageLiquidation } from "../../interfaces/IBrokerageLiquidation.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { LiquidationTermsWord, LiquidationTermsWords } from "./LiquidationTermsWord.sol";
import { Liquidations } from "./Liquidations.sol";
import { MarginStorage, SeizureWindow } from "./MarginStorage.sol";
import { PositionLiquidations } from "./PositionLiquidations.sol";

/// @title LiquidationSettings
/// @notice How liquidations go, and caps on what they take.
abstract contract LiquidationSettings is Liquidations, PositionLiquidations, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageLiquidation
    function setLiquidationTerms(LiquidationTerms calldata terms) external restricted {
        _margin().terms = LiquidationTermsWords.pack(terms);
        emit LiquidationTermsSet(terms);
    }

    /// @inheritdoc IBrokerageLiquidation
    function setSeizureCap(uint8 assetId, uint96 capValue) external restricted {
        SeizureWindow storage window = _margin().windows[assetId];
        window.capValue = capValue;
        if (window.takenValue > capValue) window.takenValue = capValue;
        emit SeizureCapSet(assetId, capValue);
    }

    /// @inheritdoc IBrokerageLiquidation
    function liquidationTerms() external view returns (LiquidationTerms memory) {
        return _liquidationTerms().unpack();
    }

    /// @inheritdoc IBrokerageLiquidation
    function seizureCapOf(uint8 assetId) external view returns (uint96 capValue, uint256 takenValue) {
        SeizureWindow memory window = _window(assetId, _liquidationTerms().seizureWindow());
        return (window.capValue, window.takenValue);
    }

    /// @inheritdoc IBrokerageLiquidation
    function auctionBonusOf(uint256 account) external view returns (uint256) {
        MarginStorage.Layout storage margin = _margin();
        LiquidationTermsWord terms = _liquidationTerms();
        uint256 run = AuctionClock.elapsed(margin.calls[account], margin.clock, terms, block.timestamp);
        return AuctionClock.bonusBpsDown(terms, run);
    }
}
