// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { DayCounter } from "../../contracts/settlement/storage/DayCounter.sol";
import { JurisdictionCounter } from "../../contracts/settlement/storage/JurisdictionCounter.sol";

/// @notice As long as a field has room, a sum stays in its own field.
contract CountersProof {
    function check_jurisdiction(JurisdictionCounter counter, uint152 added, uint32 movements) external pure {
        // Read here without the library, whose readers are on trial too.
        uint256 value = uint192(JurisdictionCounter.unwrap(counter));
        uint256 count = JurisdictionCounter.unwrap(counter) >> 192;
        if (value + added > type(uint192).max || count + movements > type(uint64).max) return;
        JurisdictionCounter changed = counter.plus(added, movements);
        assert(changed.value() == value + added);
        assert(changed.count() == count + movements);
    }

    function check_day(DayCounter counter, uint96 units, uint32 movements) external pure {
        uint256 amount = uint96(DayCounter.unwrap(counter));
        uint256 count = uint32(DayCounter.unwrap(counter) >> 96);
        if (amount + units > type(uint96).max || count + movements > type(uint32).max) return;
        DayCounter changed = counter.plus(units, movements);
        assert(changed.amount() == amount + units);
        assert(changed.count() == count + movements);
        assert(changed.earlier() == DayCounter.unwrap(counter) >> 128);
    }

    function check_following_day(DayCounter last) external pure {
        uint256 total = (DayCounter.unwrap(last) >> 128) + uint96(DayCounter.unwrap(last));
        if (total > type(uint128).max) return;
        DayCounter next = last.following();
        assert(next.amount() == 0);
        assert(next.count() == 0);
        assert(next.earlier() == total);
    }
}
