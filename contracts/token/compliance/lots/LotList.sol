// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Lot } from "./Lot.sol";
import { LotStorage } from "./LotStorage.sol";

/// @notice One investor's lots in memory, as they will be once `LotLists.write` has run.
/// @param words lots in storage order; longer than `count` by the lots that may still arrive
/// @param count lots there are
/// @param stored lots there were
/// @param dirty bit n: word n differs from what is stored
/// @param units token units of all lots
struct LotList {
    uint256[] words;
    uint256 count;
    uint256 stored;
    uint256 dirty;
    uint256 units;
}

using LotLists for LotList global;

/// @title LotLists
/// @notice Reading, changing and writing of lists of lots. Only `write` writes.
library LotLists {
    /// @notice More units of one kind and day than a lot holds.
    error LotTooLarge(uint256 units);

    // Mark of the last word of a list, which saves reading an empty word behind it.
    uint256 private constant LAST = 1 << 255;
    uint256 private constant LARGEST_LOT = (1 << 120) - 1;

    /// @notice Reads a list.
    /// @param slots the investor's list in storage
    /// @param arriving most lots that will be added
    function read(uint256[64] storage slots, uint256 arriving) internal view returns (LotList memory list) {
        uint256[] memory words;
        uint256 count;
        uint256 units;
        uint256 most = LotStorage.MAX_LOTS;
        // The words grow at the end of memory, where nothing else is put meanwhile.
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            words := mload(0x40)
            let place := add(words, 0x20)
            for { } lt(count, most) { } {
                let word := sload(add(slots.slot, count))
                // Only an empty list has no last word.
                if iszero(word) { break }
                count := add(count, 1)
                mstore(place, shr(1, shl(1, word)))
                units := add(units, and(word, sub(shl(120, 1), 1)))
                place := add(place, 0x20)
                if shr(255, word) { break }
            }
            mstore(words, add(count, arriving))
            mstore(0x40, add(place, shl(5, arriving)))
        }
        (list.words, list.count, list.stored, list.units) = (words, count, count, units);
    }

    /// @notice Takes units, oldest lot first, from those that `locked` does not name.
    /// @dev The caller has made sure that they suffice. Of two lots of one day the earlier in the list goes first.
    /// @return taken lots that leave, each with the units that leave it
    function take(LotList memory list, uint256 amount, uint256 locked) internal pure returns (uint256[] memory taken) {
        unchecked {
            taken = new uint256[](list.count);
            uint256 left = 0;
            bool emptied = false;
            while (amount != 0) {
                uint256 place = list.oldest(locked);
                Lot lot = Lot.wrap(list.words[place]);
                uint256 units = lot.units();
                if (units > amount) {
                    list.put(place, lot.withUnits(units - amount));
                    taken[left++] = Lot.unwrap(lot.withUnits(amount));
                    list.units -= amount;
                    break;
                }
                list.put(place, lot.withUnits(0));
                emptied = true;
                taken[left++] = Lot.unwrap(lot);
                list.units -= units;
                amount -= units;
                locked |= 1 << place;
            }
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                mstore(taken, left)
            }
            if (emptied) list.close();
        }
    }

    /// @notice Adds a lot to the one of its day and kind, or at the end.
    /// @return fits whether there was a place; otherwise nothing has changed
    function add(LotList memory list, Lot lot) internal pure returns (bool fits) {
        unchecked {
            uint256 key = lot.key();
            for (uint256 i = 0; i < list.count; ++i) {
                Lot held = Lot.wrap(list.words[i]);
                if (held.key() != key) continue;
                list.units += lot.units();
                list.put(i, joined(held, lot));
                return true;
            }
            if (list.count == LotStorage.MAX_LOTS) return false;
            append(list, lot);
            return true;
        }
    }

    /// @notice The same where the lot must find a place: in a full list, two of one kind are merged into the younger.
    function addMerging(LotList memory list, Lot lot) internal pure {
        if (list.add(lot)) return;
        list.merge();
        append(list, lot);
    }

    /// @notice Adds a lot at the end, where there is room.
    function append(LotList memory list, Lot lot) internal pure {
        uint256 end = list.count;
        list.count = end + 1;
        list.units += lot.units();
        list.put(end, lot);
    }

    /// @notice Merges the first two lots of one kind, into the younger: no period ends earlier by that.
    function merge(LotList memory list) internal pure {
        unchecked {
            for (uint256 i; i < list.count; ++i) {
                Lot lot = Lot.wrap(list.words[i]);
                for (uint256 j = i + 1; j < list.count; ++j) {
                    Lot other = Lot.wrap(list.words[j]);
                    if (other.kind() != lot.kind()) continue;
                    bool younger = other.day() > lot.day();
                    list.put(i, younger ? joined(other, lot) : joined(lot, other));
                    list.put(j, lot.withUnits(0));
                    list.close();
                    return;
                }
            }
        }
    }

    /// @notice Merges lots one by one into another of their kind that is not older.
    function join(LotList memory list, uint256 older, uint256 younger) internal pure {
        Lot lot = Lot.wrap(list.words[older]);
        list.put(younger, joined(Lot.wrap(list.words[younger]), lot));
        list.put(older, lot.withUnits(0));
        list.close();
    }

    /// @notice Writes what has changed, and marks the last word.
    function write(LotList memory list, uint256[64] storage slots) internal {
        unchecked {
            (uint256 count, uint256 stored, uint256 dirty) = (list.count, list.stored, list.dirty);
            // Where the list grew or shrank, its former and its new last word change their mark.
            if (count != stored) dirty |= (1 << count >> 1) | (1 << stored >> 1);
            for (uint256 i; i < count; ++i) {
                if ((dirty >> i) & 1 != 0) slots[i] = i + 1 == count ? list.words[i] | LAST : list.words[i];
            }
            for (uint256 i = count; i < stored; ++i) {
                slots[i] = 0;
            }
        }
    }

    /// @notice A lot with the units of another.
    function joined(Lot lot, Lot other) internal pure returns (Lot) {
        uint256 units = lot.units() + other.units();
        if (units > LARGEST_LOT) revert LotTooLarge(units);
        return lot.withUnits(units);
    }

    /// @notice Place of the oldest lot that `locked` does not name.
    function oldest(LotList memory list, uint256 locked) internal pure returns (uint256 place) {
        unchecked {
            uint256 first = type(uint256).max;
            for (uint256 i; i < list.count; ++i) {
                if ((locked >> i) & 1 != 0) continue;
                uint256 day = Lot.wrap(list.words[i]).day();
                if (day < first) (first, place) = (day, i);
            }
        }
    }

    /// @notice Changes one word in memory.
    function put(LotList memory list, uint256 place, Lot lot) internal pure {
        list.words[place] = Lot.unwrap(lot);
        list.dirty |= 1 << place;
    }

    /// @notice Closes the gaps that lots without units leave, from the end.
    function close(LotList memory list) internal pure {
        unchecked {
            for (uint256 i = list.count; i != 0;) {
                --i;
                if (Lot.wrap(list.words[i]).units() != 0) continue;
                uint256 last = --list.count;
                if (i != last) list.put(i, Lot.wrap(list.words[last]));
            }
        }
    }
}
