// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Checkpoints } from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import { PersonTally, RollingTally } from "../../token/compliance/packs/RollingTally.sol";

/// @title RollingTallyProbe
/// @notice One sum and one number of persons, to be driven by hand.
contract RollingTallyProbe {
    using RollingTally for Checkpoints.Trace224;
    using RollingTally for PersonTally;

    Checkpoints.Trace224 private _sum;
    PersonTally private _persons;

    /// @notice Adds to today's sum.
    function add(uint256 value) external {
        _sum.add(RollingTally.today(), value);
    }

    /// @notice Counts an identity today, in a window of calendar months.
    function enterMonths(address identity, uint256 months) external {
        uint256 today = RollingTally.today();
        _persons.enter(identity, today, RollingTally.expiredByMonths(today, months));
    }

    /// @notice Counts an identity today, in a window of days.
    function enterDays(address identity, uint256 length) external {
        uint256 today = RollingTally.today();
        _persons.enter(identity, today, RollingTally.expiredByDays(today, length));
    }

    /// @notice Sum and persons of a window of calendar months, and whether an identity is among them.
    function months(uint256 length, address identity) external view returns (uint256 sum, uint256 number, bool among) {
        return _read(RollingTally.expiredByMonths(RollingTally.today(), length), identity);
    }

    /// @notice Sum and persons of a window of days, and whether an identity is among them.
    function daysBack(uint256 length, address identity)
        external
        view
        returns (uint256 sum, uint256 number, bool among)
    {
        return _read(RollingTally.expiredByDays(RollingTally.today(), length), identity);
    }

    /// @notice The last day outside a window of calendar months.
    function expiredByMonths(uint256 day, uint256 length) external pure returns (uint256) {
        return RollingTally.expiredByMonths(day, length);
    }

    function _read(uint256 expired, address identity) private view returns (uint256, uint256, bool) {
        return (_sum.sumAfter(expired), _persons.personsAfter(expired), _persons.isCounted(identity, expired));
    }
}
