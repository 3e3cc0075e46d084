// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountSets } from "./AccountSets.sol";
import { BookPosition } from "./BookPosition.sol";
import { CollateralWord } from "./CollateralWord.sol";
import { CreditLine } from "./CreditLine.sol";
import { DebtIndex } from "./DebtIndex.sol";
import { DebtWord } from "./DebtWord.sol";
import { OperatorGrant } from "./OperatorGrant.sol";
import { RiskWord } from "./RiskWord.sol";

/// @notice An account's figures: one slot. `exposure` is its exposure as last recorded; a sub-account 0 has none here,
/// see `CreditLine`. Values have 8 decimals. Extra points are added to the ratios that the account must keep. The
/// account's sets say whether there is anything here that valuing it needs (`AccountSetBits.FIGURES`).
struct AccountFigures {
    uint96 exposure;
    uint96 cashValue;
    uint8 extraInitial;
    uint8 extraMaintenance;
}

/// @notice What institutions of one owner may expose together: one slot.
struct GroupLine {
    uint128 limit;
    uint128 exposure;
}

/// @notice What concerns every account and no check of new risk (see `RiskTerms` for those): one slot. The clearing
/// account's cash is the other side of what all others have realised.
struct BookTerms {
    int128 clearingCashValue;
    uint16 gainHaircutBps;
    uint16 tradeSpreadBps;
    uint8 cashAsset;
    uint8 extraMaintenance;
    uint8 assetCount;
}

/// @notice What a change of collateral or position in an asset is held against: three slots. `deposited` counts all
/// accounts' collateral in grains, each account's rounded up (`CollateralWords.grain`).
struct AssetLimits {
    address token;
    uint96 deposited;
    uint128 cap;
    uint128 institutionCap;
    uint128 openInterestCap;
    uint16 issuerGroup;
    uint8 class;
}

/// @notice Sums of an asset's positions without the clearing account's: one slot.
struct OpenInterest {
    uint128 long;
    uint128 short;
}

/// @notice A lending pool's units beside its index: three slots. `bookUnits` is what the pool owes to the trading book:
/// losses that were booked as debt, less gains that were paid or set against debt. `settledUnits` is liquidity plus
/// debt less `bookUnits` when interest was last taken up: what it has grown by since is interest, because lending,
/// paying back and the book move units between the three.
struct DebtPool {
    uint128 debtShares;
    uint128 liquidity;
    uint128 lenderShares;
    uint128 fees;
    int128 bookUnits;
    int128 settledUnits;
}

/// @notice A haircut on its way: one slot.
struct HaircutPath {
    uint16 fromBps;
    uint16 toBps;
    uint40 start;
    uint40 end;
}

/// @title BrokerageStorage
/// @notice The storage struct that the brokerage and its extensions share (ERC-7201). What one extension alone needs
/// has a struct of its own.
library BrokerageStorage {
    /// @notice The account on the other side of every position: sub-account 1 of nobody.
    uint256 internal constant CLEARING = 1;

    /// @custom:storage-location erc7201:quantera.storage.PrimeBrokerage
    struct Layout {
        BookTerms terms;
        RiskWord[80] assets;
        DebtIndex[80] debtIndexes;
        mapping(uint256 account => AccountSets sets) sets;
        mapping(uint256 account => AccountFigures figures) figures;
        mapping(address institution => CreditLine line) lines;
        address[] institutions;
        mapping(uint256 group => GroupLine line) groups;
        mapping(uint256 accountAsset => CollateralWord word) collateral;
        mapping(uint256 accountAsset => DebtWord word) debts;
        mapping(uint256 accountAsset => BookPosition position) positions;
        mapping(uint256 assetId => AssetLimits limits) limits;
        mapping(uint256 assetId => OpenInterest sums) openInterest;
        mapping(uint256 assetId => DebtPool pool) pools;
        mapping(uint256 assetId => HaircutPath path) ramps;
        mapping(address token => uint256 idPlusOne) assetIds;
        // Where a regulated token is told whose units move (`ICustody`); zero for a token that does not ask.
        mapping(uint256 assetId => address desk) desks;
        mapping(uint256 assetId => mapping(address lender => uint256 shares)) lent;
        mapping(uint256 account => mapping(address operator => OperatorGrant grant)) operators;
        mapping(address institution => mapping(uint256 word => uint256 bits)) nonces;
        mapping(address institution => uint16 mostBps) agreedFees;
        address feeStructure;
        address sequencerFeed;
        uint32 sequencerGrace;
        uint32 sequencerLongest;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.PrimeBrokerage")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xd04eaf60b8c074b0f8782fa1c8a3ed795a5afe5b28c9172bdb71a0b4c28ab400;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }

    /// @notice Key of what an account has in an asset: ids fit eight bits, accounts 168.
    function key(uint256 account, uint256 assetId) internal pure returns (uint256) {
        return (account << 8) | assetId;
    }

    /// @notice The index of an asset's pool; of an id that is known to be one.
    function indexAt(Layout storage $, uint256 assetId) internal view returns (DebtIndex word) {
        DebtIndex[80] storage indexes = $.debtIndexes;
        assembly ("memory-safe") {
            word := sload(add(indexes.slot, assetId))
        }
    }

    /// @notice Whether it is the sub-account 0 of an institution.
    function isMain(uint256 account) internal pure returns (bool) {
        return uint8(account) == 0;
    }

    /// @notice The sub-account 0 of the account's institution.
    function mainOf(uint256 account) internal pure returns (uint256) {
        return account >> 8 << 8;
    }

    /// @notice The institution that an account belongs to; zero for the clearing account.
    function institutionOf(uint256 account) internal pure returns (address) {
        return address(uint160(account >> 8));
    }

    /// @dev `load().assets[assetId]` for an id that is known to be one.
    function wordOf(uint256 assetId) internal view returns (RiskWord word) {
        RiskWord[80] storage words = load().assets;
        assembly ("memory-safe") {
            word := sload(add(words.slot, assetId))
        }
    }

    /// @dev The slot of asset 0's word; the others follow.
    function firstWord() internal view returns (uint256 place) {
        RiskWord[80] storage words = load().assets;
        assembly ("memory-safe") {
            place := words.slot
        }
    }

    /// @dev Where `load().debts[accountAsset]` is, for who reads and writes it.
    function debtPlace(uint256 accountAsset) internal view returns (uint256 place) {
        mapping(uint256 => DebtWord) storage words = load().debts;
        assembly ("memory-safe") {
            mstore(0x00, accountAsset)
            mstore(0x20, words.slot)
            place := keccak256(0x00, 0x40)
        }
    }

    function debtAt(uint256 place) internal view returns (DebtWord word) {
        assembly ("memory-safe") {
            word := sload(place)
        }
    }

    function setDebtAt(uint256 place, DebtWord word) internal {
        assembly ("memory-safe") {
            sstore(place, word)
        }
    }

    /// @dev `load().collateral[accountAsset]`.
    function collateralOf(uint256 accountAsset) internal view returns (CollateralWord word) {
        mapping(uint256 => CollateralWord) storage words = load().collateral;
        assembly ("memory-safe") {
            mstore(0x00, accountAsset)
            mstore(0x20, words.slot)
            word := sload(keccak256(0x00, 0x40))
        }
    }

    /// @dev Where that is, for who reads and writes it.
    function collateralPlace(uint256 accountAsset) internal view returns (uint256 place) {
        mapping(uint256 => CollateralWord) storage words = load().collateral;
        assembly ("memory-safe") {
            mstore(0x00, accountAsset)
            mstore(0x20, words.slot)
            place := keccak256(0x00, 0x40)
        }
    }

    /// @dev Reads it.
    function collateralAt(uint256 place) internal view returns (CollateralWord word) {
        assembly ("memory-safe") {
            word := sload(place)
        }
    }

    /// @dev Stores it.
    function setCollateralAt(uint256 place, CollateralWord word) internal {
        assembly ("memory-safe") {
            sstore(place, word)
        }
    }

    /// @dev The first slot of an asset's limits, read once.
    function tokenAndDeposited(AssetLimits storage limits) internal view returns (address token, uint256 deposited) {
        uint256 packed;
        assembly ("memory-safe") {
            packed := sload(limits.slot)
        }
        return (address(uint160(packed)), packed >> 160);
    }

    /// @dev Stores it. The caller has bounded what is deposited by its field.
    function setTokenAndDeposited(AssetLimits storage limits, address token, uint256 deposited) internal {
        assembly ("memory-safe") {
            sstore(limits.slot, or(token, shl(160, deposited)))
        }
    }

    /// @dev The first slot of a pool, read once.
    function sharesAndLiquidity(DebtPool storage pool) internal view returns (uint256 shares, uint256 liquidity) {
        uint256 packed;
        assembly ("memory-safe") {
            packed := sload(pool.slot)
        }
        return (uint128(packed), packed >> 128);
    }

    /// @dev Stores it. The caller has bounded both by their fields.
    function setSharesAndLiquidity(DebtPool storage pool, uint256 shares, uint256 liquidity) internal {
        assembly ("memory-safe") {
            sstore(pool.slot, or(shares, shl(128, liquidity)))
        }
    }
}
