// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";
import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import { DateTimeLib } from "solady/utils/DateTimeLib.sol";

/// @notice How many identities a tally holds, and for which days.
/// @param total identities whose last day is `since` or later
/// @param since first day that `total` covers
/// @param first first day on which the tally was written; zero when it never was
/// @param last last day on which it was written
struct PersonHead {
    uint128 total;
    uint32 since;
    uint32 first;
    uint32 last;
}

/// @notice Identities that bought within a rolling window, each counted once: on the last day it bought.
/// @param head see `PersonHead`
/// @param lastDay last day on which an identity was counted; zero when it never was
/// @param buckets identities by last day: 16 days of 16 bits in the word of day / 16
struct PersonTally {
    PersonHead head;
    mapping(address identity => uint256 day) lastDay;
    mapping(uint256 word => uint256 sixteenDays) buckets;
}

/// @title RollingTally
/// @notice Sums and numbers of persons within the last days or calendar months, exact to the day.
/// @dev A day is days since 1 January 1970, UTC. Every window is named by the last day that has left it (`expired`, see
/// `expiredByDays` and `expiredByMonths`), zero for a window without end, so that a window may change its length at any
/// time without losing anything. Days only ever go forward.
///
/// A sum is a trace of cumulative values: on a day that has been written before, adding is one storage write. A person
/// leaves the bucket of its earlier day when it buys again, so nobody counts twice, and counting somebody again on the
/// same day writes nothing.
library RollingTally {
    using Checkpoints for Checkpoints.Trace224;

    /// @notice Most identities that the bucket of a day holds; a rule must not admit more into its window.
    uint256 internal constant MAX_PERSONS = type(uint16).max;

    uint256 private constant SECONDS_OF_DAY = 86_400;
    uint256 private constant BUCKET_MASK = type(uint16).max;

    // ------------------------------------------------------------------ days

    /// @notice The day that it is.
    function today() internal view returns (uint256) {
        return block.timestamp / SECONDS_OF_DAY;
    }

    /// @notice Last day outside a window of `length` days that ends with `day`; length 1 is that day alone.
    function expiredByDays(uint256 day, uint256 length) internal pure returns (uint256) {
        return day - length;
    }

    /// @notice Last day outside a window of calendar months that ends with `day`; zero months for no window.
    /// @dev A day is inside until the same day `months` later, or that month's last day where it has no such day. So on
    /// the last day of a month everything of the earlier month has left.
    function expiredByMonths(uint256 day, uint256 months) internal pure returns (uint256) {
        if (months == 0) return 0;
        (uint256 year, uint256 month, uint256 date) = DateTimeLib.epochDayToDate(day);
        uint256 index = year * 12 + month - 1 - months;
        uint256 length = DateTimeLib.daysInMonth(index / 12, index % 12 + 1);
        bool whole = date > length || date == DateTimeLib.daysInMonth(year, month);
        return DateTimeLib.dateToEpochDay(index / 12, index % 12 + 1, whole ? length : date);
    }

    // ------------------------------------------------------------------ sums

    /// @notice Adds a value to a day, which is not before the last one written.
    function add(Checkpoints.Trace224 storage trace, uint256 day, uint256 value) internal {
        // Values are at most 128 bits wide, and 2^96 of them fit; a day fits 32 bits for eleven million years.
        trace.push(uint32(day), uint224(trace.latest() + value));
    }

    /// @notice Sum of everything after the day `expired`.
    function sumAfter(Checkpoints.Trace224 storage trace, uint256 expired) internal view returns (uint256) {
        return trace.latest() - trace.upperLookupRecent(uint32(expired));
    }

    // ------------------------------------------------------------------ persons

    /// @notice Whether an identity was counted after the day `expired`.
    function isCounted(PersonTally storage tally, address identity, uint256 expired) internal view returns (bool) {
        return tally.lastDay[identity] > expired;
    }

    /// @notice Identities counted after the day `expired`.
    /// @dev Reads a word for each 16 days by which the window has moved since the tally was written.
    function personsAfter(PersonTally storage tally, uint256 expired) internal view returns (uint256) {
        PersonHead memory head = tally.head;
        return _total(tally, head, _since(head, expired));
    }

    /// @notice Counts an identity on a day, which is not before the last one written, and takes it out of its earlier
    /// day. Where no window is set (`expired` zero) the first day stays.
    function enter(PersonTally storage tally, address identity, uint256 day, uint256 expired) internal {
        uint256 last = tally.lastDay[identity];
        if (last == day || (expired == 0 && last != 0)) return;
        PersonHead memory head = tally.head;
        if (head.first == 0) (head.first, head.since) = (uint32(day), uint32(day));
        // A window without a day in it counts today all the same, for longer windows that may follow.
        uint256 since = Math.min(_since(head, expired), day);
        uint256 total = _total(tally, head, since);
        if (last != 0) {
            tally.buckets[last >> 4] -= 1 << _shift(last);
            if (last >= since) total -= 1;
        }
        tally.buckets[day >> 4] += 1 << _shift(day);
        tally.lastDay[identity] = day;
        tally.head = PersonHead(uint128(total + 1), uint32(since), head.first, uint32(day));
    }

    /// @dev First day inside the window that the tally can know anything of.
    function _since(PersonHead memory head, uint256 expired) private pure returns (uint256) {
        return expired < head.first ? head.first : expired + 1;
    }

    /// @dev Identities from the day `since` on: the total that is known, without the days that have left the window
    /// meanwhile, or with those that a longer window takes in again.
    function _total(PersonTally storage tally, PersonHead memory head, uint256 since) private view returns (uint256) {
        if (since > head.last) return 0;
        if (since > head.since) return head.total - _between(tally, head.since, since);
        return head.total + _between(tally, since, head.since);
    }

    /// @dev Identities whose last day is `from` or later and before `end`.
    function _between(PersonTally storage tally, uint256 from, uint256 end) private view returns (uint256 total) {
        while (from < end) {
            uint256 word = tally.buckets[from >> 4] >> _shift(from);
            uint256 next = (from | 15) + 1;
            if (next > end) next = end;
            for (; from < next; ++from) {
                total += word & BUCKET_MASK;
                word >>= 16;
            }
        }
    }

    /// @dev Place of a day's bucket in its word.
    function _shift(uint256 day) private pure returns (uint256) {
        return (day & 15) << 4;
    }
}
