// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice An institution's credit, in one slot. From bit 0: recorded exposure of its sub-accounts from 1 on 80
/// (value), recorded exposure of its sub-account 0 80 (value; of institutions in a group alone), limit 44 (whole units
/// of the reference currency), group 16, last day of the facility 16, day of the review 16 (days since 1970), flags 4.
/// @dev Most institutions use sub-account 0 alone. What that exposes is valued whenever the line is held against it,
/// and recorded only where a group's sum needs it: taking risk there writes nothing here.
type CreditLine is uint256;

/// @title Parts of a credit line
/// @notice Reads and changes a `CreditLine`.
library CreditLines {
    /// @notice Admitted by the credit administrator.
    uint256 internal constant ADMITTED = 1 << 252;
    /// @notice Operators may only pay in.
    uint256 internal constant LOCKED_DOWN = 1 << 253;

    uint256 internal constant MAX_EXPOSURE = (1 << 80) - 1;
    uint256 internal constant MAX_LIMIT_UNITS = (1 << 44) - 1;
    uint256 internal constant MAX_DAY = type(uint16).max;
    uint256 internal constant ONE_VALUE = 1e8;

    uint256 private constant MAIN_SHIFT = 80;
    uint256 private constant LIMIT_SHIFT = 160;
    uint256 private constant GROUP_SHIFT = 204;
    uint256 private constant FACILITY_SHIFT = 220;
    uint256 private constant REVIEW_SHIFT = 236;

    function has(CreditLine line, uint256 flags) internal pure returns (bool) {
        return CreditLine.unwrap(line) & flags != 0;
    }

    /// @dev Of its sub-accounts from 1 on as last recorded, value.
    function subExposure(CreditLine line) internal pure returns (uint256) {
        return CreditLine.unwrap(line) & MAX_EXPOSURE;
    }

    /// @dev Of its sub-account 0 as last recorded, value; zero outside groups.
    function mainExposure(CreditLine line) internal pure returns (uint256) {
        return (CreditLine.unwrap(line) >> MAIN_SHIFT) & MAX_EXPOSURE;
    }

    /// @dev Value.
    function creditLimit(CreditLine line) internal pure returns (uint256) {
        unchecked {
            return ((CreditLine.unwrap(line) >> LIMIT_SHIFT) & MAX_LIMIT_UNITS) * ONE_VALUE;
        }
    }

    function group(CreditLine line) internal pure returns (uint256) {
        return uint16(CreditLine.unwrap(line) >> GROUP_SHIFT);
    }

    function facilityEndDay(CreditLine line) internal pure returns (uint256) {
        return uint16(CreditLine.unwrap(line) >> FACILITY_SHIFT);
    }

    function reviewDay(CreditLine line) internal pure returns (uint256) {
        return uint16(CreditLine.unwrap(line) >> REVIEW_SHIFT);
    }

    /// @dev The caller has bounded both by `MAX_EXPOSURE`.
    function withExposures(CreditLine line, uint256 subs, uint256 main) internal pure returns (CreditLine) {
        return CreditLine.wrap((CreditLine.unwrap(line) >> LIMIT_SHIFT << LIMIT_SHIFT) | subs | (main << MAIN_SHIFT));
    }

    /// @dev The caller has bounded it by `MAX_LIMIT_UNITS`.
    function withLimit(CreditLine line, uint256 units) internal pure returns (CreditLine) {
        return CreditLine.wrap((CreditLine.unwrap(line) & ~(MAX_LIMIT_UNITS << LIMIT_SHIFT)) | (units << LIMIT_SHIFT));
    }

    function withGroup(CreditLine line, uint16 group_) internal pure returns (CreditLine) {
        uint256 cleared = CreditLine.unwrap(line) & ~(uint256(type(uint16).max) << GROUP_SHIFT);
        return CreditLine.wrap(cleared | (uint256(group_) << GROUP_SHIFT));
    }

    function withDays(CreditLine line, uint16 facilityEnd, uint16 review) internal pure returns (CreditLine) {
        uint256 cleared = CreditLine.unwrap(line) & ~(uint256(type(uint32).max) << FACILITY_SHIFT);
        return CreditLine.wrap(cleared | (uint256(facilityEnd) << FACILITY_SHIFT) | (uint256(review) << REVIEW_SHIFT));
    }

    function withFlag(CreditLine line, uint256 flag, bool set) internal pure returns (CreditLine) {
        uint256 word = CreditLine.unwrap(line);
        return CreditLine.wrap(set ? word | flag : word & ~flag);
    }
}

using CreditLines for CreditLine global;
