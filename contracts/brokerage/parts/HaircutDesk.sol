// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageRisk } from "../../interfaces/IBrokerageRisk.sol";
import { RiskBounds } from "../RiskBounds.sol";
import { HaircutPath } from "../storage/BrokerageStorage.sol";
import { RiskWord, RiskWords } from "../storage/RiskWord.sol";
import { AssetDesk } from "./AssetDesk.sol";
import { HaircutRamps } from "./HaircutRamps.sol";
import { Valuation } from "./Valuation.sol";

/// @title HaircutDesk
/// @notice Haircuts rise along ramps, at once in an emergency, and fall at once.
abstract contract HaircutDesk is AssetDesk {
    uint256 private constant LEAST_DURATION = 1 days;
    uint256 private constant MOST_DURATION = 90 days;

    /// @inheritdoc IBrokerageRisk
    function raiseHaircut(uint8 assetId, uint16 toBps, uint32 duration) external restricted {
        RiskBounds.requireWithin("haircutBps", toBps, 0, MOST_HAIRCUT_BPS);
        RiskBounds.requireWithin("duration", duration, LEAST_DURATION, MOST_DURATION);
        (RiskWord word, uint256 standing, uint256 target) = _standing(assetId);
        if (toBps <= target) revert NotStricter("haircutBps");
        _ramp(assetId, word, standing, toBps, block.timestamp + duration);
    }

    /// @inheritdoc IBrokerageRisk
    function overrideHaircut(uint8 assetId, uint16 toBps, bytes32 reason) external restricted {
        RiskBounds.requireWithin("haircutBps", toBps, 0, MOST_HAIRCUT_BPS);
        if (reason == 0) revert ListingInvalid("reason");
        (RiskWord word, uint256 standing, uint256 target) = _standing(assetId);
        if (toBps <= standing) revert NotStricter("haircutBps");
        emit HaircutOverridden(assetId, uint16(standing), toBps, _msgSender(), reason);
        if (toBps < target) _ramp(assetId, word, toBps, target, _layout().ramps[assetId].end);
        else _layout().assets[assetId] = HaircutRamps.settled(word, toBps);
    }

    /// @inheritdoc IBrokerageRisk
    function lowerHaircut(uint8 assetId, uint16 toBps) external restricted {
        (RiskWord word, uint256 standing, uint256 target) = _standing(assetId);
        if (toBps >= target) revert NotLooser("haircutBps");
        if (toBps > standing) {
            _ramp(assetId, word, standing, toBps, _layout().ramps[assetId].end);
        } else {
            emit HaircutLowered(assetId, uint16(standing), toBps);
            _layout().assets[assetId] = HaircutRamps.settled(word, toBps);
        }
    }

    /// @dev The haircut that holds now, rounded up, and where it goes; the same where it does not move.
    function _standing(uint8 assetId) internal view returns (RiskWord word, uint256 standing, uint256 target) {
        word = _wordOf(assetId);
        standing = Valuation.haircutUp(_layout(), assetId, word);
        target = word.has(RiskWords.RAMPING) ? _layout().ramps[assetId].toBps : standing;
    }

    function _ramp(uint8 assetId, RiskWord word, uint256 fromBps, uint256 toBps, uint256 end) private {
        HaircutPath memory path = HaircutPath(uint16(fromBps), uint16(toBps), uint40(block.timestamp), uint40(end));
        _layout().ramps[assetId] = path;
        _layout().assets[assetId] = HaircutRamps.settled(word, fromBps).withFlag(RiskWords.RAMPING);
        emit HaircutRampSet(assetId, path.fromBps, path.toBps, path.start, path.end);
    }
}
