// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A limit as a bucket, in one slot. From bit 0: capacity 104, level 104, time of the level 32, minutes in
/// which an empty bucket fills 16. Zero holds nothing.
type BucketWord is uint256;

/// @title Buckets
/// @notice What a limit gives; rounding is against whoever takes.
library Buckets {
    uint256 private constant AMOUNT_BITS = 104;
    uint256 private constant AMOUNT_MASK = (1 << AMOUNT_BITS) - 1;
    uint256 private constant TIME_SHIFT = 208;
    uint256 private constant PERIOD_SHIFT = 240;
    // Capacity and minutes, which taking does not change.
    uint256 private constant TERMS_MASK = AMOUNT_MASK | (0xffff << PERIOD_SHIFT);

    /// @notice A bucket with a level as of now.
    function pack(uint256 capacity_, uint256 level, uint256 time, uint256 period) internal pure returns (BucketWord) {
        return BucketWord.wrap(
            capacity_ | (level << AMOUNT_BITS) | (uint256(uint32(time)) << TIME_SHIFT) | (period << PERIOD_SHIFT)
        );
    }

    function capacity(BucketWord word) internal pure returns (uint256) {
        return BucketWord.unwrap(word) & AMOUNT_MASK;
    }

    /// @notice Minutes in which it fills.
    function periodMinutes(BucketWord word) internal pure returns (uint256) {
        return BucketWord.unwrap(word) >> PERIOD_SHIFT;
    }

    /// @notice What can be taken now.
    function availableDown(BucketWord word) internal view returns (uint256 level) {
        (level,) = _refilled(word);
    }

    /// @notice The bucket without an amount that it has.
    function taken(BucketWord word, uint256 amount) internal view returns (bool enough, BucketWord left) {
        (uint256 level, uint256 time) = _refilled(word);
        if (amount > level) return (false, word);
        unchecked {
            uint256 kept = BucketWord.unwrap(word) & TERMS_MASK;
            return
                (
                    true,
                    BucketWord.wrap(kept | ((level - amount) << AMOUNT_BITS) | (uint256(uint32(time)) << TIME_SHIFT))
                );
        }
    }

    /// @notice A bucket among an asset's limits, and its slot, so that writing it back need not look for it once more.
    function find(mapping(uint256 => BucketWord) storage buckets, uint256 key)
        internal
        view
        returns (BucketWord word, uint256 slot)
    {
        assembly ("memory-safe") {
            mstore(0, key)
            mstore(32, buckets.slot)
            slot := keccak256(0, 64)
            word := sload(slot)
        }
    }

    /// @notice Writes a bucket back.
    function store(BucketWord word, uint256 slot) internal {
        assembly ("memory-safe") {
            sstore(slot, word)
        }
    }

    /// @dev The level's time moves by what the whole units of refilling took, so that taking often loses none.
    function _refilled(BucketWord word) private view returns (uint256 level, uint256 time) {
        uint256 most = word.capacity();
        level = (BucketWord.unwrap(word) >> AMOUNT_BITS) & AMOUNT_MASK;
        time = uint32(BucketWord.unwrap(word) >> TIME_SHIFT);
        if (level == most) return (level, block.timestamp);
        // 104 bits times 32 bits, and 16 bits times 60.
        unchecked {
            uint256 period = word.periodMinutes() * 60;
            uint256 more;
            // A bucket that holds anything fills in at least a minute.
            assembly ("memory-safe") {
                more := div(mul(most, sub(timestamp(), time)), period)
            }
            if (level + more >= most) return (most, block.timestamp);
            level += more;
            time += (more * period + most - 1) / most;
        }
    }
}

using Buckets for BucketWord global;
