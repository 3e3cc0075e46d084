// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title InvestorRecord
/// @notice One wallet's verified facts in one storage word, so that a transfer reads an investor once.
/// @dev From the lowest bit: identity 160, residence 16 (ISO 3166-1 numeric), validUntil 40 (seconds),
/// five classes of 4 bits (US, EU, UK, SG, JP), 20 flags whose upper 6 bits name the attester.
type InvestorRecord is uint256;

using InvestorRecords for InvestorRecord global;

/// @title InvestorRecords
/// @notice Reading and building of `InvestorRecord` words; nothing here touches storage.
library InvestorRecords {
    uint256 internal constant FLAG_US_PERSON = 1 << 0;
    uint256 internal constant FLAG_SANCTIONS_HOLD = 1 << 1;
    uint256 internal constant FLAG_HIGH_RISK = 1 << 2;
    uint256 internal constant FLAG_DISTRIBUTOR = 1 << 3;
    uint256 internal constant FLAG_CUSTODIAN = 1 << 4;
    /// @notice The wallet had another identity before; written by `IdentityLinks` alone.
    uint256 internal constant FLAG_RELINKED = 1 << 5;
    /// @notice The wallet is registered no longer and the identity is the one it had; written by `IdentityLinks` alone.
    uint256 internal constant FLAG_RETIRED = 1 << 6;

    /// @notice Place of the flags in the word.
    uint256 internal constant FLAGS_SHIFT = 236;

    uint256 private constant RETIRED = FLAG_RETIRED << FLAGS_SHIFT;
    uint256 private constant LOW_20_BITS = (1 << 20) - 1;
    uint256 private constant RESIDENCE_SHIFT = 160;
    uint256 private constant VALID_UNTIL_SHIFT = 176;
    uint256 private constant CLASSES_SHIFT = 216;
    uint256 private constant ATTESTER_SHIFT = 250;

    /// @notice Builds a record.
    /// @param identity_ the investor's identity, shared by all wallets of one investor
    /// @param residence_ country of residence, ISO 3166-1 numeric
    /// @param validUntil_ first second at which the evidence no longer counts, Unix time
    /// @param classes_ five 4-bit classes, US in the lowest; bits above 20 are dropped
    /// @param flags_ 20 bits, the attester's index in the upper six; bits above 20 are dropped
    function pack(address identity_, uint16 residence_, uint40 validUntil_, uint24 classes_, uint24 flags_)
        internal
        pure
        returns (InvestorRecord)
    {
        return InvestorRecord.wrap(
            uint256(uint160(identity_)) | (uint256(residence_) << RESIDENCE_SHIFT)
                | (uint256(validUntil_) << VALID_UNTIL_SHIFT) | ((uint256(classes_) & LOW_20_BITS) << CLASSES_SHIFT)
                | (uint256(flags_) << FLAGS_SHIFT)
        );
    }

    /// @notice The investor's identity; zero when the wallet is not registered.
    function identity(InvestorRecord record) internal pure returns (address) {
        return InvestorRecord.unwrap(record) & RETIRED == 0 ? lastIdentity(record) : address(0);
    }

    /// @notice The investor's identity; of a wallet taken out of the register the one it had.
    function lastIdentity(InvestorRecord record) internal pure returns (address) {
        return address(uint160(InvestorRecord.unwrap(record)));
    }

    /// @notice The word that views and logs give: of a wallet taken out of the register, without the identity it had.
    function published(InvestorRecord record) internal pure returns (uint256) {
        uint256 word = InvestorRecord.unwrap(record);
        return word & RETIRED == 0 ? word : word & ~(RETIRED | type(uint160).max);
    }

    /// @notice Country of residence, ISO 3166-1 numeric.
    function residence(InvestorRecord record) internal pure returns (uint16) {
        return uint16(InvestorRecord.unwrap(record) >> RESIDENCE_SHIFT);
    }

    /// @notice First second at which the evidence no longer counts, Unix time.
    function validUntil(InvestorRecord record) internal pure returns (uint40) {
        return uint40(InvestorRecord.unwrap(record) >> VALID_UNTIL_SHIFT);
    }

    /// @notice The investor's class in one jurisdiction.
    /// @param jurisdiction 0 US, 1 EU, 2 UK, 3 SG, 4 JP
    function class(InvestorRecord record, uint256 jurisdiction) internal pure returns (uint256) {
        return (InvestorRecord.unwrap(record) >> (CLASSES_SHIFT + 4 * jurisdiction)) & 0xf;
    }

    /// @notice Whether every bit of `flag` is set.
    function has(InvestorRecord record, uint256 flag) internal pure returns (bool) {
        return (InvestorRecord.unwrap(record) >> FLAGS_SHIFT) & flag == flag;
    }

    /// @notice Index of the trusted issuer that attested the record; zero for an agent or ONCHAINID claims.
    function attester(InvestorRecord record) internal pure returns (uint256) {
        return InvestorRecord.unwrap(record) >> ATTESTER_SHIFT;
    }
}
