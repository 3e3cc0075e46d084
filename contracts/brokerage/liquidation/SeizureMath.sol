// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice What a liquidation is computed from. Values have 8 decimals, ratios are basis points.
/// @param exposureValue the account's exposure
/// @param adjustedValue what its collateral counts for maintenance
/// @param targetBps ratio to restore
/// @param weightBps share of the collateral's value that counts
/// @param bonusBps the auction's bonus
/// @param startBonusBps the least bonus
/// @param feeBps fee on what is repaid
/// @param debtUnits units owed
/// @param debtPrice high price of one whole token of the debt asset
/// @param debtScale units of one whole token of it
/// @param collateralUnits units held
/// @param collateralPrice low price of one whole token of the collateral
/// @param collateralScale units of one whole token of it
/// @param dustValue rest that is taken along
/// @param capValue most value that may be taken
/// @param maxRepay most units that the liquidator pays, fee included
struct SeizureTerms {
    uint256 exposureValue;
    uint256 adjustedValue;
    uint256 targetBps;
    uint256 weightBps;
    uint256 bonusBps;
    uint256 startBonusBps;
    uint256 feeBps;
    uint256 debtUnits;
    uint256 debtPrice;
    uint256 debtScale;
    uint256 collateralUnits;
    uint256 collateralPrice;
    uint256 collateralScale;
    uint256 dustValue;
    uint256 capValue;
    uint256 maxRepay;
}

/// @notice What a liquidation does.
/// @param repaid units by which the debt falls
/// @param fee units paid on top
/// @param seized units of collateral taken
/// @param bonusBps the bonus that is in them
/// @param isUnderWater whether the account's ratio cannot but fall
struct Seizure {
    uint256 repaid;
    uint256 fee;
    uint256 seized;
    uint256 bonusBps;
    bool isUnderWater;
}

/// @title SeizureMath
/// @notice How much of a debt is repaid for how much of a collateral. Units paid round up, units taken down.
library SeizureMath {
    uint256 private constant BPS = 10_000;

    /// @notice The liquidation that these terms allow; nothing where nothing is owed, held or to be paid.
    function seizure(SeizureTerms memory terms) internal pure returns (Seizure memory result) {
        uint256 takenBps;
        (result.bonusBps, takenBps, result.isUnderWater) = rates(terms);
        uint256 held = terms.collateralUnits;
        if (terms.debtUnits == 0 || held == 0 || terms.maxRepay == 0) return result;
        unchecked {
            uint256 feeBps = takenBps - BPS - result.bonusBps;
            uint256 affordable = terms.maxRepay * BPS / (BPS + feeBps);
            uint256 repaid = _repaid(terms, takenBps, affordable);
            uint256 seized = _seizedDown(terms, takenBps, repaid);
            uint256 least = unitsUp(terms.dustValue, terms.collateralPrice, terms.collateralScale);
            if (seized > held || held - seized < least) {
                uint256 price = _repaidUp(terms, takenBps, held);
                if (price <= terms.debtUnits && price <= affordable) {
                    (repaid, seized) = (price, held);
                } else if (repaid < terms.debtUnits && held > least) {
                    seized = held - least;
                    price = _repaidUp(terms, takenBps, seized);
                    if (price < repaid) repaid = price;
                }
            }
            if (terms.capValue != type(uint256).max) {
                uint256 capped = terms.capValue * terms.collateralScale / terms.collateralPrice;
                if (seized > capped) (repaid, seized) = (_repaidUp(terms, takenBps, capped), capped);
            }
            result.repaid = repaid;
            result.seized = seized;
            result.fee = _divUp(repaid * feeBps, BPS);
        }
    }

    /// @notice Bonus, and what is taken for one repaid, both in basis points: the auction's, but not so much that the
    /// account's ratio falls. Fee gives way before bonus; the least bonus stays.
    /// @dev No figure overflows: exposures and adjusted values have 112 bits at most, units 128 and prices 73.
    function rates(SeizureTerms memory terms)
        internal
        pure
        returns (uint256 bonusBps, uint256 takenBps, bool isUnderWater)
    {
        unchecked {
            bonusBps = terms.bonusBps;
            takenBps = BPS + bonusBps + terms.feeBps;
            uint256 counted = terms.exposureValue * terms.weightBps;
            uint256 covered = terms.adjustedValue * BPS * BPS;
            if (takenBps * counted <= covered) return (bonusBps, takenBps, false);
            uint256 most = covered / counted;
            if (most < BPS + terms.startBonusBps) return (terms.startBonusBps, BPS + terms.startBonusBps, true);
            if (bonusBps > most - BPS) bonusBps = most - BPS;
            if (takenBps > most) takenBps = most;
        }
    }

    /// @notice Value of debt whose repayment restores the target ratio, rounded up; 0 for an account above it.
    function valueToTargetUp(SeizureTerms memory terms, uint256 takenBps) internal pure returns (uint256) {
        unchecked {
            uint256 needed = terms.exposureValue * terms.targetBps;
            uint256 there = terms.adjustedValue * BPS;
            if (needed <= there) return 0;
            // The target is above 125 per cent, and what is taken below 110.
            return _divUp(needed - there, terms.targetBps - takenBps * terms.weightBps / BPS);
        }
    }

    /// @dev What is repaid before collateral and caps are looked at: up to the target, and with it what would be dust;
    /// or what the liquidator can pay for, less what would leave dust behind.
    function _repaid(SeizureTerms memory terms, uint256 takenBps, uint256 affordable)
        private
        pure
        returns (uint256 repaid)
    {
        unchecked {
            uint256 owed = terms.debtUnits;
            uint256 least = unitsUp(terms.dustValue, terms.debtPrice, terms.debtScale);
            repaid = unitsUp(valueToTargetUp(terms, takenBps), terms.debtPrice, terms.debtScale);
            if (repaid > owed || owed - repaid < least) repaid = owed;
            if (repaid <= affordable) return repaid;
            repaid = affordable;
            if (owed - repaid < least && owed > least) repaid = owed - least;
        }
    }

    /// @notice Value of units, rounded down.
    function valueDown(uint256 units, uint256 price, uint256 scale) internal pure returns (uint256) {
        return units * price / scale;
    }

    /// @notice Value of units, rounded up.
    function valueUp(uint256 units, uint256 price, uint256 scale) internal pure returns (uint256) {
        return _divUp(units * price, scale);
    }

    /// @notice Units that a value buys, rounded up.
    function unitsUp(uint256 value, uint256 price, uint256 scale) internal pure returns (uint256) {
        return _divUp(value * scale, price);
    }

    /// @dev Collateral for repaid debt: at one division, so that nothing is lost in between.
    function _seizedDown(SeizureTerms memory terms, uint256 takenBps, uint256 repaid) private pure returns (uint256) {
        return Math.mulDiv(
            repaid * terms.debtPrice * takenBps, terms.collateralScale, terms.debtScale * BPS * terms.collateralPrice
        );
    }

    /// @dev Debt to repay for collateral.
    function _repaidUp(SeizureTerms memory terms, uint256 takenBps, uint256 seized) private pure returns (uint256) {
        return Math.mulDiv(
            seized * terms.collateralPrice * BPS,
            terms.debtScale,
            terms.collateralScale * takenBps * terms.debtPrice,
            Math.Rounding.Ceil
        );
    }

    function _divUp(uint256 dividend, uint256 divisor) private pure returns (uint256) {
        return dividend == 0 ? 0 : (dividend - 1) / divisor + 1;
    }
}
