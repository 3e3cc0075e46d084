// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";

/// @title Jurisdictions
/// @notice Which rule pack a country of residence belongs to; `quantera/data/compliance/jurisdictions.yaml` holds the
/// same lists, and a test compares the two.
library Jurisdictions {
    uint256 internal constant US = 0;
    uint256 internal constant EU = 1;
    uint256 internal constant UK = 2;
    uint256 internal constant SG = 3;
    uint256 internal constant JP = 4;
    /// @notice Number of jurisdictions with a pack and with a class in the investor's record.
    uint256 internal constant COUNT = 5;
    /// @notice Stands in a pack's place for the parameters of a token's lots, see `LotRules`.
    uint256 internal constant LOTS = 5;

    uint256 private constant UNITED_KINGDOM = 826;
    uint256 private constant SINGAPORE = 702;
    uint256 private constant JAPAN = 392;

    // One bit per ISO 3166-1 number: word n holds the countries 256 n to 256 n + 255.
    uint256 private constant US_0 = (1 << 16);
    uint256 private constant US_1 = (1 << (316 - 256));
    uint256 private constant US_2 = (1 << (580 - 512)) | (1 << (630 - 512)) | (1 << (581 - 512));
    uint256 private constant US_3 = (1 << (840 - 768)) | (1 << (850 - 768));
    uint256 private constant EU_0 = (1 << 40) | (1 << 56) | (1 << 100) | (1 << 191) | (1 << 196) | (1 << 203)
        | (1 << 208) | (1 << 233) | (1 << 246) | (1 << 250);
    uint256 private constant EU_1 = (1 << (276 - 256)) | (1 << (300 - 256)) | (1 << (348 - 256)) | (1 << (352 - 256))
        | (1 << (372 - 256)) | (1 << (380 - 256)) | (1 << (428 - 256)) | (1 << (438 - 256)) | (1 << (440 - 256))
        | (1 << (442 - 256)) | (1 << (470 - 256));
    uint256 private constant EU_2 = (1 << (528 - 512)) | (1 << (578 - 512)) | (1 << (616 - 512)) | (1 << (620 - 512))
        | (1 << (642 - 512)) | (1 << (703 - 512)) | (1 << (705 - 512)) | (1 << (724 - 512)) | (1 << (752 - 512));

    /// @notice Packs that an investor belongs to, one bit per jurisdiction: that of the residence, and the US for a
    /// US person.
    function packsOf(InvestorRecord record) internal pure returns (uint256 packs) {
        packs = packsOfCountry(record.residence());
        if (record.has(InvestorRecords.FLAG_US_PERSON)) packs |= 1 << US;
    }

    /// @notice The pack of a country, as one bit; zero when it has none.
    /// @param country ISO 3166-1 numeric
    function packsOfCountry(uint256 country) internal pure returns (uint256) {
        if (country == UNITED_KINGDOM) return 1 << UK;
        if (country == SINGAPORE) return 1 << SG;
        if (country == JAPAN) return 1 << JP;
        uint256 word = country >> 8;
        uint256 bit = country & 0xff;
        (uint256 us, uint256 eu) =
            word == 0 ? (US_0, EU_0) : word == 1 ? (US_1, EU_1) : word == 2 ? (US_2, EU_2) : (US_3, uint256(0));
        if (word > 3) return 0;
        return (((us >> bit) & 1) << US) | (((eu >> bit) & 1) << EU);
    }
}
