// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What one custodian holds for one investor.
/// @param units token units
/// @param frozen token units that must stay; may exceed `units`
struct CustodyShare {
    uint128 units;
    uint128 frozen;
}

/// @title LotStorage
/// @notice Lots and custody (ERC-7201), at the engine's address beside `ComplianceStorage`.
/// @dev `lotKey` is `ComplianceStorage.lotKey`: lots switched on anew start from nothing. The last word of a list has
/// its highest bit set, so that nothing beyond it need be read. Lots are the investor's wherever its units are: in its
/// wallets or in a custodian's, of which the share tells how many.
library LotStorage {
    /// @notice Most lots of one investor.
    uint256 internal constant MAX_LOTS = 64;

    uint256 private constant LOT_UNITS = (1 << 120) - 1;
    uint256 private constant LAST_LOT = 1 << 255;

    /// @custom:storage-location erc7201:quantera.storage.Lots
    struct Layout {
        mapping(uint256 lotKey => mapping(address identity => uint256[64] words)) lots;
        mapping(uint256 lotKey => mapping(address custodian => mapping(address investor => CustodyShare share))) shares;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.Lots")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xa0542891548f1dc1dfd0ae36e93f5437e65947bf159d1d06363cd1f613cfce00;

    /// @notice Whether an investor has any lot.
    function holds(uint256 lotKey, address identity) internal view returns (bool) {
        return load().lots[lotKey][identity][0] != 0;
    }

    /// @notice Token units of all lots of an investor.
    function unitsOf(uint256 lotKey, address identity) internal view returns (uint256 units) {
        uint256[64] storage words = load().lots[lotKey][identity];
        for (uint256 i = 0; i < MAX_LOTS; ++i) {
            uint256 word = words[i];
            units += word & LOT_UNITS;
            // Only an empty list has no last word.
            if (word == 0 || word & LAST_LOT != 0) break;
        }
    }

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
