// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructure } from "../interfaces/IDynamicFeeStructure.sol";
import { FeeAmounts } from "./FeeAmounts.sol";

/// @title FeePricing
/// @notice The computation of a fee, for quotes and charges alike; it calls nobody and reads no storage.
/// @dev Amounts are below 2^128, rates below 2^16, shares below 2^26, prices below 2^64, volumes below 2^81, values and
/// floors below 2^192, and scales at most 10^36: no product here reaches 2^256. What is added up is kept exact and
/// rounded up once for each running sum, so the parts, which are differences of those, add up to the total.
///
/// A fee is an array of words with what is given and what comes of it, whose places are named below: one piece of
/// memory that nothing has to be copied into or out of. The caller fills the places from `CONTEXT` on. `straightUp` has
/// the common deal, which ends in the band and the tier in which it begins and meets no limit and no waiver, without
/// loops and with few jumps, because it runs in every charge; `longUp` has every deal, and the same fee where both
/// apply.
library FeePricing {
    /// @notice Place of the base fee, units. Those up to the waiver are the parts in the order of the event.
    uint256 internal constant BASE = 0;
    /// @notice Place of the volume discount, units.
    uint256 internal constant DISCOUNT = 1;
    /// @notice Place of the congestion premium, units.
    uint256 internal constant CONGESTION = 2;
    /// @notice Place of the time premium, units.
    uint256 internal constant TIME = 3;
    /// @notice Place of the urgency premium, units.
    uint256 internal constant URGENCY = 4;
    /// @notice Place of the complexity fee, units; given is what the level costs (`flatUp`).
    uint256 internal constant COMPLEXITY = 5;
    /// @notice Place of what the floor adds, when the limit is `FLOOR`, or else a cap takes off, units.
    uint256 internal constant ADJUSTMENT = 6;
    /// @notice Place of what is waived, units.
    uint256 internal constant WAIVED = 7;
    /// @notice Place of the total, units.
    uint256 internal constant TOTAL = 8;
    /// @notice Place of the part of the total that is refundable, units.
    uint256 internal constant REFUNDABLE = 9;
    /// @notice Place of the context: version 16, product 8, urgency 8, complexity 8, tier 8, from the lowest bit;
    /// pricing adds the limit above them.
    uint256 internal constant CONTEXT = 10;
    /// @notice Place of the amount's value, rounded down.
    uint256 internal constant VALUE = 11;
    /// @notice Place of congestion's share, millionths of base less discount.
    uint256 internal constant CONGESTION_PIPS = 12;
    /// @notice Place of the hour's share, the same.
    uint256 internal constant TIME_PIPS = 13;
    /// @notice Place of when the service level is due, Unix time; of no matter to pricing.
    uint256 internal constant DUE_AT = 14;
    /// @notice Place of the amount, units.
    uint256 internal constant AMOUNT = 15;
    /// @notice Place of the value of `SCALE` units; zero when there is none.
    uint256 internal constant PRICE = 16;
    /// @notice Place of the units of one whole.
    uint256 internal constant SCALE = 17;
    /// @notice Place of the account's volume before the deal, value.
    uint256 internal constant VOLUME = 18;
    /// @notice Place of the tier at the amount's first unit.
    uint256 internal constant TIER = 19;
    /// @notice Place of the waiver, millionths.
    uint256 internal constant WAIVER_PIPS = 20;
    /// @notice Place of the level of urgency.
    uint256 internal constant LEVEL = 21;
    /// @notice Place of the schedule's first word of eight (`ScheduleBook`).
    uint256 internal constant WORDS = 22;

    // A slice's amount times its rate (millionths) times what its discount leaves (ten-thousandths).
    uint256 private constant RATED = FeeAmounts.PIPS;
    uint256 private constant DISCOUNTED = FeeAmounts.PIPS * FeeAmounts.BPS;
    uint256 private constant SHARED = DISCOUNTED * FeeAmounts.PIPS;

    uint256 private constant LIMIT_SHIFT = 48;

    /// @notice Tier of an amount's first unit: the volumes never fall, so it is how many of them are reached.
    /// @param word of the schedule, with its tiers
    /// @param volume of the account
    /// @param least tier of the account, whatever its volume
    function tierAt(uint256 word, uint256 volume, uint256 least) internal pure returns (uint256 tier) {
        uint256 whole = volume / FeeAmounts.VALUE_UNIT;
        assembly ("memory-safe") {
            let mask := 0xffffffffffff
            tier := add(lt(whole, and(word, mask)), lt(whole, and(shr(48, word), mask)))
            tier := add(tier, add(lt(whole, and(shr(96, word), mask)), lt(whole, and(shr(144, word), mask))))
            tier := sub(4, tier)
            tier := xor(tier, mul(xor(tier, least), lt(tier, least)))
        }
    }

    /// @notice What a level of complexity costs, units; nothing without a price, by which `divUp` divides to zero.
    /// @param word of the schedule, with its values
    function flatUp(uint256 word, uint256 level, uint256 scale, uint256 price) internal pure returns (uint256) {
        unchecked {
            if (level == 0) return 0;
            return FeeAmounts.divUp(((word >> (32 + 40 * level)) & type(uint40).max) * scale, price);
        }
    }

    /// @notice Prices a deal that ends in the first band and in the tier in which it begins and that no limit and no
    /// waiver changes, rounding against its payer.
    /// @return straight whether it is one; what is filled in when it is not does not count
    function straightUp(uint256[30] memory fee) internal pure returns (bool straight) {
        unchecked {
            uint256 amount = fee[AMOUNT];
            uint256 word = fee[WORDS + 1];
            uint256 tier = fee[TIER];
            uint256 value = fee[VALUE];
            uint256 net = fee[VOLUME] + value;
            uint256 last = fee[WORDS + 0];
            uint256 sum = fee[WAIVER_PIPS];
            assembly ("memory-safe") {
                let within := lt(net, mul(and(shr(mul(48, tier), word), 0xffffffffffff), 100000000))
                straight := and(lt(value, and(last, 0xffffffffffffffff)), or(within, eq(tier, 4)))
                straight := and(straight, iszero(sum))
            }
            if (!straight) return false;
            net = amount * ((last >> 192) & type(uint16).max);
            last = (net + RATED - 1) / RATED;
            net *= FeeAmounts.BPS - _discountBps(word, tier);
            sum = (net + DISCOUNTED - 1) / DISCOUNTED;
            fee[BASE] = last;
            fee[DISCOUNT] = last - sum;
            last = sum;
            uint256 share = FeeAmounts.PIPS + fee[CONGESTION_PIPS];
            sum = (net * share + SHARED - 1) / SHARED;
            fee[CONGESTION] = sum - last;
            last = sum;
            share += fee[TIME_PIPS];
            sum = (net * share + SHARED - 1) / SHARED;
            fee[TIME] = sum - last;
            word = fee[WORDS + 2];
            uint256 flat = fee[COMPLEXITY];
            uint256 total = sum + flat;
            last = total;
            if (fee[LEVEL] != 0) {
                share += (word >> (24 * fee[LEVEL] - 24)) & type(uint24).max;
                total = (net * share + SHARED - 1) / SHARED + flat;
                fee[URGENCY] = total - last;
                fee[REFUNDABLE] = total - last;
            }
            uint256 cap = fee[WORDS + 3];
            value = fee[PRICE];
            share = fee[SCALE];
            // Without its level of urgency it must keep to the floor too, or less than the premium would be refundable.
            assembly ("memory-safe") {
                straight := iszero(lt(mul(last, value), mul(shr(192, word), share)))
                straight := and(straight, iszero(gt(mul(total, value), mul(and(cap, 0xffffffffffffffff), share))))
                straight := and(straight, iszero(gt(mul(total, 20), amount)))
            }
            if (!straight) return false;
            fee[TOTAL] = total;
        }
    }

    /// @notice Prices any deal, rounding against its payer.
    function longUp(uint256[30] memory fee) internal pure {
        unchecked {
            uint256 tier = fee[TIER];
            (uint256 gross, uint256 net) = _slices(fee, fee[WORDS + 0], fee[WORDS + 1], tier);
            uint256 last = (gross + RATED - 1) / RATED;
            uint256 sum = (net + DISCOUNTED - 1) / DISCOUNTED;
            fee[BASE] = last;
            fee[DISCOUNT] = last - sum;
            last = sum;
            uint256 share = FeeAmounts.PIPS + fee[CONGESTION_PIPS];
            sum = (net * share + SHARED - 1) / SHARED;
            fee[CONGESTION] = sum - last;
            last = sum;
            share += fee[TIME_PIPS];
            sum = (net * share + SHARED - 1) / SHARED;
            fee[TIME] = sum - last;
            uint256 flat = FeeAmounts.min(fee[COMPLEXITY], fee[AMOUNT] / FeeAmounts.MAX_FEE_DIVISOR);
            fee[COMPLEXITY] = flat;
            uint256 subtotal = sum + flat;
            uint256 limited = _limitUp(fee, subtotal);
            uint256 total = _waivedUp(fee, limited);
            if (fee[LEVEL] != 0) {
                // What the level costs is what the total would be without it, so that a refund is exact.
                last = sum;
                share += (fee[WORDS + 2] >> (24 * fee[LEVEL] - 24)) & type(uint24).max;
                sum = (net * share + SHARED - 1) / SHARED;
                fee[URGENCY] = sum - last;
                last = total;
                subtotal = sum + flat;
                limited = _limitUp(fee, subtotal);
                total = _waivedUp(fee, limited);
                fee[REFUNDABLE] = total - last;
            }
            fee[TOTAL] = total;
            fee[WAIVED] = limited - total;
            IDynamicFeeStructure.Limit limit = IDynamicFeeStructure.Limit.NONE;
            if (limited > subtotal) {
                fee[ADJUSTMENT] = limited - subtotal;
                limit = IDynamicFeeStructure.Limit.FLOOR;
            } else if (limited < subtotal) {
                fee[ADJUSTMENT] = subtotal - limited;
                limit = limited == fee[AMOUNT] / FeeAmounts.MAX_FEE_DIVISOR
                    ? IDynamicFeeStructure.Limit.MAXIMUM
                    : IDynamicFeeStructure.Limit.CAP;
            }
            fee[CONTEXT] |= uint256(limit) << LIMIT_SHIFT;
        }
    }

    /// @dev What the bands ask for the amount, times a million, and what the tiers leave of it, times ten thousand
    /// more. Most deals end in the first band and in the tier in which they begin; without a price there is no way
    /// along either.
    function _slices(uint256[30] memory fee, uint256 bands, uint256 tiers, uint256 tier)
        private
        pure
        returns (uint256 gross, uint256 net)
    {
        unchecked {
            uint256 value = fee[VALUE];
            bool straight = value < bands & type(uint64).max && fee[VOLUME] + value < _nextTierVolume(tiers, tier);
            if (!straight && fee[PRICE] != 0) return _cut(fee, bands, tiers, tier);
            gross = fee[AMOUNT] * ((bands >> 192) & type(uint16).max);
            net = gross * (FeeAmounts.BPS - _discountBps(tiers, tier));
        }
    }

    /// @dev Cuts the amount where a band or a tier ends. Both ends are rounded up, in favour of the dearer side.
    function _cut(uint256[30] memory fee, uint256 bands, uint256 tiers, uint256 tier)
        private
        pure
        returns (uint256 gross, uint256 net)
    {
        unchecked {
            uint256 amount = fee[AMOUNT];
            uint256 band = 0;
            uint256 done = 0;
            uint256 bandEnd = _bandEndUp(fee, bands, 0);
            uint256 tierEnd = _tierEndUp(fee, tiers, tier);
            while (true) {
                uint256 end = FeeAmounts.min(FeeAmounts.min(bandEnd, tierEnd), amount);
                if (end > done) {
                    uint256 rated = (end - done) * ((bands >> (192 + 16 * band)) & type(uint16).max);
                    gross += rated;
                    net += rated * (FeeAmounts.BPS - _discountBps(tiers, tier));
                    done = end;
                }
                if (done == amount) break;
                if (bandEnd == end) bandEnd = _bandEndUp(fee, bands, ++band);
                else tierEnd = _tierEndUp(fee, tiers, ++tier);
            }
        }
    }

    /// @dev Units at which a band ends.
    function _bandEndUp(uint256[30] memory fee, uint256 bands, uint256 band) private pure returns (uint256) {
        unchecked {
            if (band == FeeAmounts.LAST_BAND) return type(uint256).max;
            return FeeAmounts.divUp(((bands >> (64 * band)) & type(uint64).max) * fee[SCALE], fee[PRICE]);
        }
    }

    /// @dev Units at which the volume reaches the next tier, which it has not at the start.
    function _tierEndUp(uint256[30] memory fee, uint256 tiers, uint256 tier) private pure returns (uint256) {
        unchecked {
            if (tier == FeeAmounts.LAST_TIER) return type(uint256).max;
            return FeeAmounts.divUp((_nextTierVolume(tiers, tier) - fee[VOLUME]) * fee[SCALE], fee[PRICE]);
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
    function _discountBps(uint256 tiers, uint256 tier) private pure returns (uint256 discount) {
        assembly ("memory-safe") {
            discount := mul(and(shr(add(176, shl(4, tier)), tiers), 0xffff), gt(tier, 0))
        }
    }

    /// @dev Floor, cap and maximum. The maximum alone is rounded down: it must hold exactly.
    function _limitUp(uint256[30] memory fee, uint256 limited) private pure returns (uint256) {
        unchecked {
            uint256 price = fee[PRICE];
            if (price != 0) {
                uint256 bound = (fee[WORDS + 2] >> 192) * fee[SCALE];
                if (limited * price < bound) limited = FeeAmounts.divUp(bound, price);
                bound = (fee[WORDS + 3] & type(uint64).max) * fee[SCALE];
                if (limited * price > bound) limited = FeeAmounts.divUp(bound, price);
            }
            uint256 amount = fee[AMOUNT];
            return limited * FeeAmounts.MAX_FEE_DIVISOR > amount ? amount / FeeAmounts.MAX_FEE_DIVISOR : limited;
        }
    }

    function _waivedUp(uint256[30] memory fee, uint256 limited) private pure returns (uint256) {
        unchecked {
            uint256 waiver = fee[WAIVER_PIPS];
            return waiver == 0 ? limited : FeeAmounts.divUp(limited * (FeeAmounts.PIPS - waiver), FeeAmounts.PIPS);
        }
    }
}
