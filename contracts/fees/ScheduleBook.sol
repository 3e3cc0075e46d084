// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LibRLP } from "solady/utils/LibRLP.sol";
import { SSTORE2 } from "solady/utils/SSTORE2.sol";

import { IDynamicFeeStructureSchedules } from "../interfaces/IDynamicFeeStructureSchedules.sol";
import { FeeAmounts } from "./FeeAmounts.sol";

/// @title ScheduleBook
/// @notice Keeps a version's schedules as the code of a contract that does nothing: reading a whole schedule costs one
/// cold access, and what is published cannot change.
/// @dev Version n is the n-th contract that the proxy creates, so its address follows from the number and needs no
/// storage. The proxy creates nothing else; an implementation that did would have to renumber.
///
/// A schedule is eight words. From the lowest bit: 0: `bandValues` 3 x 64, `bandRatePips` 4 x 16. 1: `tierVolumes`
/// 4 x 48, `tierDiscountBps` 4 x 16. 2: `urgencyPips` 3 x 24, `complexityValues` 3 x 40, `floorValue` 64.
/// 3: `capValue` 64, `congestionKinkPips` 24, `congestionFullPips` 32, `congestionKinkPremiumPips` 24,
/// `congestionMaxPremiumPips` 24, `serviceSeconds` 3 x 24, `minComplexity` 8, `closedWeekdays` 8. 4: `holidaysFrom` 32,
/// the rest `openHours`. 5: `closedHours` in the upper 192. 6, 7: `holidays`.
library ScheduleBook {
    uint256 private constant BYTES = 256;
    // 32 times `FeePricing.WORDS`.
    uint256 private constant WORDS_OFFSET = 704;

    /// @notice A product's schedule of a version; all zero for a version that was not published.
    function read(uint256 version, uint256 product) internal view returns (uint256[8] memory words) {
        address book = LibRLP.computeAddress(address(this), version);
        assembly ("memory-safe") {
            // The first byte of the code stops whoever calls it.
            extcodecopy(book, words, add(1, mul(product, BYTES)), BYTES)
        }
    }

    /// @notice The same, written into a fee at `FeePricing.WORDS`.
    function readInto(uint256[30] memory fee, uint256 version, uint256 product) internal view {
        address book = LibRLP.computeAddress(address(this), version);
        assembly ("memory-safe") {
            extcodecopy(book, add(fee, WORDS_OFFSET), add(1, mul(product, BYTES)), BYTES)
        }
    }

    /// @notice Writes a version.
    /// @return placed whether it is where `read` looks for it
    function write(uint256 version, IDynamicFeeStructureSchedules.Schedule[6] calldata schedules)
        internal
        returns (bool placed)
    {
        bytes memory data = "";
        for (uint256 product; product < FeeAmounts.PRODUCTS; ++product) {
            data = abi.encodePacked(data, pack(schedules[product]));
        }
        return SSTORE2.write(data) == LibRLP.computeAddress(address(this), version);
    }

    /// @notice A schedule as its words.
    function pack(IDynamicFeeStructureSchedules.Schedule calldata schedule)
        internal
        pure
        returns (uint256[8] memory words)
    {
        for (uint256 i; i < 4; ++i) {
            words[0] |= uint256(schedule.bandRatePips[i]) << (192 + 16 * i);
            words[1] |= uint256(schedule.tierVolumes[i]) << (48 * i);
            words[1] |= uint256(schedule.tierDiscountBps[i]) << (192 + 16 * i);
        }
        for (uint256 i; i < 3; ++i) {
            words[0] |= uint256(schedule.bandValues[i]) << (64 * i);
            words[2] |= uint256(schedule.urgencyPips[i]) << (24 * i);
            words[2] |= uint256(schedule.complexityValues[i]) << (72 + 40 * i);
            words[3] |= uint256(schedule.serviceSeconds[i]) << (168 + 24 * i);
        }
        words[2] |= uint256(schedule.floorValue) << 192;
        words[3] |= uint256(schedule.capValue) | (uint256(schedule.congestionKinkPips) << 64)
        | (uint256(schedule.congestionFullPips) << 88) | (uint256(schedule.congestionKinkPremiumPips) << 120)
        | (uint256(schedule.congestionMaxPremiumPips) << 144) | (uint256(schedule.minComplexity) << 240)
        | (uint256(schedule.closedWeekdays) << 248);
        words[4] = uint256(bytes32(schedule.openHours)) | schedule.holidaysFrom;
        words[5] = uint256(bytes32(schedule.closedHours));
        words[6] = schedule.holidays[0];
        words[7] = schedule.holidays[1];
    }

    /// @notice Words as the schedule that they are.
    function unpack(uint256[8] memory words)
        internal
        pure
        returns (IDynamicFeeStructureSchedules.Schedule memory schedule)
    {
        for (uint256 i; i < 4; ++i) {
            schedule.bandRatePips[i] = uint16(words[0] >> (192 + 16 * i));
            schedule.tierVolumes[i] = uint48(words[1] >> (48 * i));
            schedule.tierDiscountBps[i] = uint16(words[1] >> (192 + 16 * i));
        }
        for (uint256 i; i < 3; ++i) {
            schedule.bandValues[i] = uint64(words[0] >> (64 * i));
            schedule.urgencyPips[i] = uint24(words[2] >> (24 * i));
            schedule.complexityValues[i] = uint40(words[2] >> (72 + 40 * i));
            schedule.serviceSeconds[i] = uint24(words[3] >> (168 + 24 * i));
        }
        schedule.floorValue = uint64(words[2] >> 192);
        schedule.capValue = uint64(words[3]);
        schedule.congestionKinkPips = uint24(words[3] >> 64);
        schedule.congestionFullPips = uint32(words[3] >> 88);
        schedule.congestionKinkPremiumPips = uint24(words[3] >> 120);
        schedule.congestionMaxPremiumPips = uint24(words[3] >> 144);
        schedule.minComplexity = uint8(words[3] >> 240);
        schedule.closedWeekdays = uint8(words[3] >> 248);
        schedule.openHours = bytes24(bytes32(words[4]));
        schedule.holidaysFrom = uint32(words[4]);
        schedule.closedHours = bytes24(bytes32(words[5]));
        schedule.holidays[0] = words[6];
        schedule.holidays[1] = words[7];
    }
}
