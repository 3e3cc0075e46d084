// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { FeeAmounts } from "./FeeAmounts.sol";

/// @notice A deal as pricing needs it.
/// @param amount units
/// @param price value of `scale` units; zero when there is none
/// @param scale units of one whole, or one without a price
/// @param value of the amount, rounded down
/// @param volume of the account before the deal, value
/// @param leastTier of the account, whatever its volume
/// @param waiverPips millionths
/// @param congestionPips millionths of base less discount
/// @param timePips the same
/// @param urgency level
/// @param complexity level
struct Deal {
    uint256 amount;
    uint256 price;
    uint256 scale;
    uint256 value;
    uint256 volume;
    uint256 leastTier;
    uint256 waiverPips;
    uint256 congestionPips;
    uint256 timePips;
    uint256 urgency;
    uint256 complexity;
}

/// @title FeePricing
/// @notice The computation of a fee, for quotes and charges alike; it calls nobody and reads no storage.
/// @dev Amounts are below 2^128, rates below 2^16, shares below 2^26, prices below 2^64, volumes below 2^81, values and
/// floors below 2^192, and scales at most 10^36: no product here reaches 2^256. What is added up is kept exact and
/// rounded up once for each running sum, so the parts, which are differences of those, add up to the total.
///
/// This runs in every charge: whole words, few jumps, comparison by multiplication where no division is needed, and
/// the parts packed as the event has them. The first four words of the result are those of `FeeCharged` from
/// `amountAndBase` on; then `waived` with the tier above 200 and the limit above 208 bits; the total; what is
/// refundable. The rest is the caller's.
library FeePricing {
    // A slice's amount times its rate (millionths) times what its discount leaves (ten-thousandths).
    uint256 private constant RATED = FeeAmounts.PIPS;
    uint256 private constant DISCOUNTED = FeeAmounts.PIPS * FeeAmounts.BPS;
    uint256 private constant SHARED = DISCOUNTED * FeeAmounts.PIPS;

    uint256 private constant TIER_SHIFT = 200;
    uint256 private constant LIMIT_SHIFT = 208;

    /// @notice Prices a deal, rounding against its payer.
    function priceUp(Deal memory deal, uint256[8] memory words) internal pure returns (uint256[10] memory fee) {
        unchecked {
            uint256 tier = _tier(deal, words[1]);
            (uint256 gross, uint256 net) = _slices(deal, words[0], words[1], tier);
            uint256 last = (gross + RATED - 1) / RATED;
            uint256 sum = (net + DISCOUNTED - 1) / DISCOUNTED;
            fee[0] = deal.amount | (last << 128);
            uint256 packed = last - sum;
            last = sum;
            uint256 share = FeeAmounts.PIPS + deal.congestionPips;
            sum = (net * share + SHARED - 1) / SHARED;
            fee[1] = packed | ((sum - last) << 128);
            last = sum;
            share += deal.timePips;
            sum = (net * share + SHARED - 1) / SHARED;
            packed = sum - last;
            uint256 flat = _complexityUp(deal, words[2]);
            uint256 subtotal = sum + flat;
            uint256 limited = _limitUp(deal, words, subtotal);
            uint256 total = _waivedUp(deal, limited);
            if (deal.urgency != 0) {
                // What the level costs is what the total would be without it, so that a refund is exact.
                last = sum;
                share += (words[2] >> (24 * deal.urgency - 24)) & type(uint24).max;
                sum = (net * share + SHARED - 1) / SHARED;
                packed |= (sum - last) << 128;
                last = total;
                subtotal = sum + flat;
                limited = _limitUp(deal, words, subtotal);
                total = _waivedUp(deal, limited);
                fee[6] = total - last;
            }
            fee[2] = packed;
            fee[5] = total;
            packed = (limited - total) | (tier << TIER_SHIFT);
            if (limited == subtotal) {
                fee[3] = flat;
            } else if (limited > subtotal) {
                fee[3] = flat | ((limited - subtotal) << 128);
                packed |= uint256(IDynamicFeeStructure.Limit.FLOOR) << LIMIT_SHIFT;
            } else {
                fee[3] = flat | ((subtotal - limited) << 128);
                packed |= (limited == deal.amount / FeeAmounts.MAX_FEE_DIVISOR
                            ? uint256(IDynamicFeeStructure.Limit.MAXIMUM)
                            : uint256(IDynamicFeeStructure.Limit.CAP)) << LIMIT_SHIFT;
            }
            fee[4] = packed;
        }
    }

    /// @dev Tier of the amount's first unit.
    function _tier(Deal memory deal, uint256 tiers) private pure returns (uint256 tier) {
        unchecked {
            uint256 whole = deal.volume / FeeAmounts.VALUE_UNIT;
            tier = deal.leastTier;
            while (tier != FeeAmounts.LAST_TIER && whole >= (tiers >> (48 * tier)) & type(uint48).max) ++tier;
        }
    }

    /// @dev What the bands ask for the amount, times a million, and what the tiers leave of it, times ten thousand
    /// more. Most deals end in the first band and in the tier in which they begin; without a price there is no way
    /// along either.
    function _slices(Deal memory deal, uint256 bands, uint256 tiers, uint256 tier)
        private
        pure
        returns (uint256 gross, uint256 net)
    {
        unchecked {
            uint256 value = deal.value;
            bool straight = value < bands & type(uint64).max && deal.volume + value < _nextTierVolume(tiers, tier);
            if (!straight && deal.price != 0) return _cut(deal, bands, tiers, tier);
            gross = deal.amount * ((bands >> 192) & type(uint16).max);
            net = gross * (FeeAmounts.BPS - _discountBps(tiers, tier));
        }
    }

    /// @dev Cuts the amount where a band or a tier ends. Both ends are rounded up, in favour of the dearer side.
    function _cut(Deal memory deal, uint256 bands, uint256 tiers, uint256 tier)
        private
        pure
        returns (uint256 gross, uint256 net)
    {
        unchecked {
            uint256 amount = deal.amount;
            uint256 band = 0;
            uint256 done = 0;
            uint256 bandEnd = _bandEndUp(deal, bands, 0);
            uint256 tierEnd = _tierEndUp(deal, tiers, tier);
            while (true) {
                uint256 end = FeeAmounts.min(FeeAmounts.min(bandEnd, tierEnd), amount);
                if (end > done) {
                    uint256 rated = (end - done) * ((bands >> (192 + 16 * band)) & type(uint16).max);
                    gross += rated;
                    net += rated * (FeeAmounts.BPS - _discountBps(tiers, tier));
                    done = end;
                }
                if (done == amount) break;
                if (bandEnd == end) bandEnd = _bandEndUp(deal, bands, ++band);
                else tierEnd = _tierEndUp(deal, tiers, ++tier);
            }
        }
    }

    /// @dev Units at which a band ends.
    function _bandEndUp(Deal memory deal, uint256 bands, uint256 band) private pure returns (uint256) {
        unchecked {
            if (band == FeeAmounts.LAST_BAND) return type(uint256).max;
            return FeeAmounts.divUp(((bands >> (64 * band)) & type(uint64).max) * deal.scale, deal.price);
        }
    }

    /// @dev Units at which the volume reaches the next tier, which it has not at the start.
    function _tierEndUp(Deal memory deal, uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            if (tier == FeeAmounts.LAST_TIER) return type(uint256).max;
            return FeeAmounts.divUp((_nextTierVolume(tiers, tier) - deal.volume) * deal.scale, deal.price);
        }
    }

    /// @dev Value from which the tier after this one holds.
    function _nextTierVolume(uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            if (tier == FeeAmounts.LAST_TIER) return type(uint256).max;
            return ((tiers >> (48 * tier)) & type(uint48).max) * FeeAmounts.VALUE_UNIT;
        }
    }

    /// @dev Ten-thousandths; tier 0 has none.
    function _discountBps(uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            return tier == 0 ? 0 : (tiers >> (176 + 16 * tier)) & type(uint16).max;
        }
    }

    /// @dev At most the maximum that the whole fee can be: an asset's price and decimals could make it need more bits
    /// than an amount has.
    function _complexityUp(Deal memory deal, uint256 word) private pure returns (uint256) {
        unchecked {
            if (deal.complexity == 0 || deal.price == 0) return 0;
            uint256 value = (word >> (32 + 40 * deal.complexity)) & type(uint40).max;
            uint256 flat = (value * deal.scale + deal.price - 1) / deal.price;
            return FeeAmounts.min(flat, deal.amount / FeeAmounts.MAX_FEE_DIVISOR);
        }
    }

    /// @dev Floor, cap and maximum. The maximum alone is rounded down: it must hold exactly.
    function _limitUp(Deal memory deal, uint256[8] memory words, uint256 limited) private pure returns (uint256) {
        unchecked {
            uint256 price = deal.price;
            if (price != 0) {
                uint256 bound = (words[2] >> 192) * deal.scale;
                if (limited * price < bound) limited = FeeAmounts.divUp(bound, price);
                bound = (words[3] & type(uint64).max) * deal.scale;
                if (limited * price > bound) limited = FeeAmounts.divUp(bound, price);
            }
            uint256 amount = deal.amount;
            return limited * FeeAmounts.MAX_FEE_DIVISOR > amount ? amount / FeeAmounts.MAX_FEE_DIVISOR : limited;
        }
    }

    function _waivedUp(Deal memory deal, uint256 limited) private pure returns (uint256) {
        unchecked {
            uint256 waiver = deal.waiverPips;
            return waiver == 0 ? limited : FeeAmounts.divUp(limited * (FeeAmounts.PIPS - waiver), FeeAmounts.PIPS);
        }
    }
}
