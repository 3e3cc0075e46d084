// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PositionMath
/// @notice Average-cost accounting of one signed position. Sizes are signed units of the underlying; entries and worths
/// are signed values (8 decimals). A net price is a price less the cumulative carry of its asset, per whole token with
/// 14 decimals, so that a long pays the carry and a short receives it without an index of its own.
/// @dev Every rounding is against the account. Whatever the account loses by it its other side gains, because that side
/// is booked with the same numbers and the opposite sign.
library PositionMath {
    /// @dev Net prices have 14 decimals, values 8.
    int256 internal constant NET_PER_VALUE = 1e6;

    /// @notice What a trade leaves behind.
    /// @param size position after it
    /// @param entry what the position after it cost
    /// @param realised profit (positive) or loss of what the trade closed
    struct Outcome {
        int256 size;
        int256 entry;
        int256 realised;
    }

    /// @notice What signed units cost at a net price: rounded up, so that a purchase costs more and a sale brings less.
    /// @param scale units of one whole token times `NET_PER_VALUE`
    function costUp(int256 size, int256 net, int256 scale) internal pure returns (int256 cost) {
        // Sizes of 128 bits at net prices of 110 fit; the caller's words are narrower.
        unchecked {
            int256 product = size * net;
            cost = product / scale;
            if (product > 0 && product % scale != 0) ++cost;
        }
    }

    /// @notice The part of an entry that belongs to a part of its position, rounded up.
    /// @param whole magnitude of the position, above zero
    function shareUp(int256 entry, int256 part, int256 whole) internal pure returns (int256) {
        return costUp(entry, part, whole);
    }

    /// @notice Books a trade: what it closes of the position is realised at average cost, the rest is opened.
    /// @param traded signed units bought (above zero) or sold
    function book(int256 size, int256 entry, int256 traded, int256 net, int256 scale)
        internal
        pure
        returns (Outcome memory outcome)
    {
        int256 closed;
        unchecked {
            if (size > 0 && traded < 0) closed = traded < -size ? -size : traded;
            else if (size < 0 && traded > 0) closed = traded > -size ? -size : traded;
            if (closed != 0) {
                int256 released = closed < 0 ? shareUp(entry, -closed, size) : shareUp(entry, closed, -size);
                outcome.realised = -costUp(closed, net, scale) - released;
                entry -= released;
            }
            outcome.size = size + traded;
            outcome.entry = entry + costUp(traded - closed, net, scale);
        }
    }

    /// @notice A price moved against a buyer, rounded up.
    function dearerUp(uint256 price, uint256 bps) internal pure returns (uint256) {
        unchecked {
            return price + (price * bps + 9999) / 10_000;
        }
    }

    /// @notice A price moved against a seller, rounded down.
    function cheaperDown(uint256 price, uint256 bps) internal pure returns (uint256) {
        unchecked {
            return price * (10_000 - bps) / 10_000;
        }
    }
}
