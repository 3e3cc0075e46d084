// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { FeeAmounts } from "./FeeAmounts.sol";

/// @notice A deal as pricing needs it, and the fee that it comes to.
/// @dev Filled from top to bottom; `price` and `scale` are zero and one for a deal without a price.
struct Pricing {
    uint256 amount;
    uint256 price;
    uint256 scale;
    uint256 urgency;
    uint256 complexity;
    uint256 volume;
    uint256 leastTier;
    uint256 waiverPips;
    uint256 congestionPips;
    uint256 timePips;
    uint256 tier;
    uint256 base;
    uint256 discount;
    uint256 congestionPremium;
    uint256 timePremium;
    uint256 urgencyPremium;
    uint256 complexityFee;
    uint256 limited;
    uint256 subtotal;
    uint256 total;
    uint256 refundable;
    IDynamicFeeStructure.Limit limit;
}

/// @title FeePricing
/// @notice The computation of a fee, for quotes and charges alike; it reads and writes memory alone.
/// @dev Amounts are below 2^128, rates below 2^16, shares below 2^26, prices below 2^64 and scales at most 10^36: no
/// product here reaches 2^256. What is added up is kept exact and rounded up once for each running sum, so the parts,
/// which are differences of those, add up to the total.
library FeePricing {
    // A slice's amount times its rate (millionths) times what its discount leaves (ten-thousandths).
    uint256 private constant RATED = FeeAmounts.PIPS;
    uint256 private constant DISCOUNTED = FeeAmounts.PIPS * FeeAmounts.BPS;
    uint256 private constant SHARED = DISCOUNTED * FeeAmounts.PIPS;

    /// @notice Prices a deal, rounding against its payer.
    function priceUp(Pricing memory deal, uint256[8] memory words) internal pure {
        unchecked {
            (uint256 gross, uint256 net) = _slices(deal, words);
            uint256 last = FeeAmounts.divUp(gross, RATED);
            deal.base = last;
            uint256 sum = FeeAmounts.divUp(net, DISCOUNTED);
            deal.discount = last - sum;
            last = sum;
            uint256 share = FeeAmounts.PIPS + deal.congestionPips;
            sum = FeeAmounts.divUp(net * share, SHARED);
            deal.congestionPremium = sum - last;
            last = sum;
            share += deal.timePips;
            sum = FeeAmounts.divUp(net * share, SHARED);
            deal.timePremium = sum - last;
            uint256 flat = _complexityUp(deal, words[2]);
            deal.complexityFee = flat;
            if (deal.urgency == 0) {
                deal.subtotal = sum + flat;
                deal.total = _limitUp(deal, words);
            } else {
                // What the level costs is what the total would be without it, so that a refund is exact.
                deal.subtotal = sum + flat;
                uint256 unhurried = _limitUp(deal, words);
                last = sum;
                share += uint24(words[2] >> (24 * (deal.urgency - 1)));
                sum = FeeAmounts.divUp(net * share, SHARED);
                deal.urgencyPremium = sum - last;
                deal.subtotal = sum + flat;
                deal.total = _limitUp(deal, words);
                deal.refundable = deal.total - unhurried;
            }
        }
    }

    /// @notice An amount's value, rounded down; zero without a price.
    function valueDown(Pricing memory deal) internal pure returns (uint256) {
        unchecked {
            return (deal.amount * deal.price) / deal.scale;
        }
    }

    /// @dev Cuts the amount where a band or a tier ends. Both ends are rounded up, in favour of the dearer side.
    function _slices(Pricing memory deal, uint256[8] memory words) private pure returns (uint256 gross, uint256 net) {
        unchecked {
            uint256 bands = words[0];
            uint256 tiers = words[1];
            uint256 amount = deal.amount;
            uint256 tier = deal.leastTier;
            while (tier < FeeAmounts.LAST_TIER && deal.volume >= _tierVolume(tiers, tier)) ++tier;
            deal.tier = tier;
            if (deal.price == 0) {
                gross = amount * uint16(bands >> 192);
                return (gross, gross * (FeeAmounts.BPS - _discount(tiers, tier)));
            }
            uint256 band;
            uint256 done;
            uint256 bandEnd = _bandEndUp(deal, bands, 0);
            uint256 tierEnd = _tierEndUp(deal, tiers, tier);
            while (true) {
                uint256 end = FeeAmounts.min(FeeAmounts.min(bandEnd, tierEnd), amount);
                if (end > done) {
                    uint256 rated = (end - done) * uint16(bands >> (192 + 16 * band));
                    gross += rated;
                    net += rated * (FeeAmounts.BPS - _discount(tiers, tier));
                    done = end;
                }
                if (done == amount) break;
                if (bandEnd == end) bandEnd = _bandEndUp(deal, bands, ++band);
                else tierEnd = _tierEndUp(deal, tiers, ++tier);
            }
        }
    }

    /// @dev Units at which a band ends.
    function _bandEndUp(Pricing memory deal, uint256 bands, uint256 band) private pure returns (uint256) {
        if (band == 3) return type(uint256).max;
        return FeeAmounts.divUp(uint64(bands >> (64 * band)) * deal.scale, deal.price);
    }

    /// @dev Units at which the volume reaches the next tier, which it has not at the start.
    function _tierEndUp(Pricing memory deal, uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            if (tier == FeeAmounts.LAST_TIER) return type(uint256).max;
            return FeeAmounts.divUp((_tierVolume(tiers, tier) - deal.volume) * deal.scale, deal.price);
        }
    }

    /// @dev Value from which the tier after this one holds.
    function _tierVolume(uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            return uint48(tiers >> (48 * tier)) * FeeAmounts.VALUE_UNIT;
        }
    }

    /// @dev Ten-thousandths; tier 0 has none.
    function _discount(uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            return tier == 0 ? 0 : uint16(tiers >> (176 + 16 * tier));
        }
    }

    function _complexityUp(Pricing memory deal, uint256 word) private pure returns (uint256) {
        unchecked {
            if (deal.complexity == 0 || deal.price == 0) return 0;
            uint256 value = uint40(word >> (32 + 40 * deal.complexity));
            return FeeAmounts.divUp(value * deal.scale, deal.price);
        }
    }

    /// @dev Floor, cap, maximum and waiver of the subtotal. The maximum alone is rounded down: it must hold exactly.
    function _limitUp(Pricing memory deal, uint256[8] memory words) private pure returns (uint256) {
        unchecked {
            uint256 limited = deal.subtotal;
            IDynamicFeeStructure.Limit limit = IDynamicFeeStructure.Limit.NONE;
            uint256 price = deal.price;
            if (price != 0) {
                uint256 bound = FeeAmounts.divUp((words[2] >> 192) * deal.scale, price);
                if (limited < bound) {
                    limited = bound;
                    limit = IDynamicFeeStructure.Limit.FLOOR;
                }
                bound = FeeAmounts.divUp(uint64(words[3]) * deal.scale, price);
                if (limited > bound) {
                    limited = bound;
                    limit = IDynamicFeeStructure.Limit.CAP;
                }
            }
            uint256 most = (deal.amount * FeeAmounts.MAX_FEE_PIPS) / FeeAmounts.PIPS;
            if (limited > most) {
                limited = most;
                limit = IDynamicFeeStructure.Limit.MAXIMUM;
            }
            // A floor that the maximum holds down may still raise the fee, or leave it where it was.
            if (limited > deal.subtotal) limit = IDynamicFeeStructure.Limit.FLOOR;
            else if (limited == deal.subtotal) limit = IDynamicFeeStructure.Limit.NONE;
            deal.limited = limited;
            deal.limit = limit;
            uint256 waiver = deal.waiverPips;
            return waiver == 0 ? limited : FeeAmounts.divUp(limited * (FeeAmounts.PIPS - waiver), FeeAmounts.PIPS);
        }
    }
}
