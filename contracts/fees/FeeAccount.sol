// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IDynamicFeeStructureAccounts } from "../interfaces/IDynamicFeeStructureAccounts.sol";

/// @title FeeAccount
/// @notice An account's rolling volume and terms in one storage word.
/// @dev From the lowest bit: volume of the current period 80 (value), of the one before 80, number of the current
/// period 24 (Unix time over `PERIOD`), least tier 4, waived share 20 (millionths), end of the waiver 40 (Unix time),
/// products of the waiver 8.
type FeeAccount is uint256;

using FeeAccounts for FeeAccount global;

/// @title FeeAccounts
/// @notice Reading and changing of `FeeAccount` words; nothing here touches storage.
/// @dev The window of 30 days covers the current period up to now, and the end of the one before, whose volume is
/// taken as spread evenly. Nothing but a charge is ever written, and when it is written makes no difference.
library FeeAccounts {
    /// @notice Length of a period, seconds.
    uint256 internal constant PERIOD = 30 days;

    uint256 private constant VOLUME_MASK = (1 << 80) - 1;
    uint256 private constant PREVIOUS_SHIFT = 80;
    uint256 private constant PERIOD_SHIFT = 160;
    uint256 private constant PERIOD_MASK = (1 << 24) - 1;
    uint256 private constant TIER_SHIFT = 184;
    uint256 private constant WAIVER_SHIFT = 188;
    uint256 private constant WAIVER_MASK = (1 << 20) - 1;
    uint256 private constant WAIVER_UNTIL_SHIFT = 208;
    uint256 private constant WAIVER_PRODUCTS_SHIFT = 248;

    /// @notice Volume of the current period, value.
    function current(FeeAccount account) internal pure returns (uint256) {
        return FeeAccount.unwrap(account) & VOLUME_MASK;
    }

    /// @notice Volume of the period before, value.
    function previous(FeeAccount account) internal pure returns (uint256) {
        return (FeeAccount.unwrap(account) >> PREVIOUS_SHIFT) & VOLUME_MASK;
    }

    /// @notice Number of the current period.
    function period(FeeAccount account) internal pure returns (uint256) {
        return (FeeAccount.unwrap(account) >> PERIOD_SHIFT) & PERIOD_MASK;
    }

    /// @notice Least tier that was agreed.
    function tier(FeeAccount account) internal pure returns (uint256) {
        return (FeeAccount.unwrap(account) >> TIER_SHIFT) & 0xf;
    }

    /// @notice Share of a product's fees that is waived at a time, millionths.
    function waiverPips(FeeAccount account, uint256 product, uint256 time) internal pure returns (uint256 pips) {
        uint256 word = FeeAccount.unwrap(account);
        uint256 until = uint40(word >> WAIVER_UNTIL_SHIFT);
        uint256 covered = word >> (WAIVER_PRODUCTS_SHIFT + product);
        pips = (word >> WAIVER_SHIFT) & WAIVER_MASK;
        assembly ("memory-safe") {
            pips := mul(pips, and(covered, lt(time, until)))
        }
    }

    /// @notice What was agreed.
    function terms(FeeAccount account) internal pure returns (IDynamicFeeStructureAccounts.Terms memory) {
        uint256 word = FeeAccount.unwrap(account);
        return IDynamicFeeStructureAccounts.Terms({
            tier: uint8(tier(account)),
            waiverPips: uint24((word >> WAIVER_SHIFT) & WAIVER_MASK),
            waiverUntil: uint40(word >> WAIVER_UNTIL_SHIFT),
            waiverProducts: uint8(word >> WAIVER_PRODUCTS_SHIFT)
        });
    }

    /// @notice The account with other terms, whose ranges have been checked.
    function withTerms(FeeAccount account, IDynamicFeeStructureAccounts.Terms memory terms_)
        internal
        pure
        returns (FeeAccount)
    {
        uint256 volumes = FeeAccount.unwrap(account) & ((1 << TIER_SHIFT) - 1);
        return FeeAccount.wrap(
            volumes | (uint256(terms_.tier) << TIER_SHIFT) | (uint256(terms_.waiverPips) << WAIVER_SHIFT)
                | (uint256(terms_.waiverUntil) << WAIVER_UNTIL_SHIFT)
                | (uint256(terms_.waiverProducts) << WAIVER_PRODUCTS_SHIFT)
        );
    }

    /// @notice The account as it is at a time: periods that have passed are moved on.
    function rolledTo(FeeAccount account, uint256 time) internal pure returns (FeeAccount) {
        unchecked {
            uint256 word = FeeAccount.unwrap(account);
            uint256 number = time / PERIOD;
            uint256 last = (word >> PERIOD_SHIFT) & PERIOD_MASK;
            if (last == number) return account;
            uint256 passed = last + 1 == number ? (word & VOLUME_MASK) << PREVIOUS_SHIFT : 0;
            return FeeAccount.wrap((word >> TIER_SHIFT << TIER_SHIFT) | (number << PERIOD_SHIFT) | passed);
        }
    }

    /// @notice Rolling volume of an account that is brought to this time, value, rounded down.
    function volumeDown(FeeAccount account, uint256 time) internal pure returns (uint256) {
        unchecked {
            return current(account) + (previous(account) * (PERIOD - time % PERIOD)) / PERIOD;
        }
    }

    /// @notice The account with a deal's value added to its current period; stays at the most that it can hold.
    function plus(FeeAccount account, uint256 value) internal pure returns (FeeAccount) {
        unchecked {
            uint256 room = VOLUME_MASK - current(account);
            return FeeAccount.wrap(FeeAccount.unwrap(account) + (value < room ? value : room));
        }
    }
}
