// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { AccountSets } from "./AccountSets.sol";
import { BookPosition } from "./BookPosition.sol";
import { DebtIndex } from "./DebtIndex.sol";
import { RiskWord } from "./RiskWord.sol";

/// @notice An account's figures: one slot. `exposure` is its exposure when it was last changed; values have 8 decimals.
/// Extra points are added to the ratios that the account must keep.
struct AccountFigures {
    uint96 exposure;
    uint96 cashValue;
    uint8 extraInitial;
    uint8 extraMaintenance;
    uint40 riskRaisedAt;
}

/// @notice An institution's credit: one slot. Days are counted since 1970. `exposure` sums its accounts' figures.
struct CreditLine {
    uint96 creditLimit;
    uint96 exposure;
    uint24 group;
    uint16 facilityEndDay;
    uint16 reviewDay;
    uint8 flags;
}

/// @notice What institutions of one owner may expose together: one slot.
struct GroupLine {
    uint128 limit;
    uint128 exposure;
}

/// @notice What concerns every account: one slot.
struct BookTerms {
    uint112 totalExposure;
    uint16 concentrationThresholdBps;
    uint16 concentrationAddOnBps;
    uint16 gainHaircutBps;
    uint16 tradeSpreadBps;
    uint8 cashAsset;
    uint8 extraInitial;
    uint8 extraMaintenance;
    uint8 assetCount;
    uint8 flags;
}

/// @notice What a change of collateral or position in an asset is held against: three slots.
struct AssetLimits {
    address token;
    uint24 issuerGroup;
    uint8 class;
    uint128 cap;
    uint128 deposited;
    uint128 institutionCap;
    uint128 openInterestCap;
}

/// @notice Sums of an asset's positions without the clearing account's: one slot.
struct OpenInterest {
    uint128 long;
    uint128 short;
}

/// @notice A lending pool's units beside its index: two slots.
struct DebtPool {
    uint128 debtShares;
    uint128 liquidity;
    uint128 lenderShares;
    uint128 fees;
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
    /// @notice `BookTerms.flags`: a sequencer's feed must say that the chain is up.
    uint8 internal constant SEQUENCED = 1;
    /// @notice `BookTerms.flags`: fees are charged.
    uint8 internal constant CHARGING = 2;
    /// @notice `CreditLine.flags`: admitted.
    uint8 internal constant ADMITTED = 1;
    /// @notice `CreditLine.flags`: operators may only pay in.
    uint8 internal constant LOCKED_DOWN = 2;

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
        mapping(uint256 group => GroupLine line) groups;
        mapping(uint256 accountAsset => uint256 amount) collateral;
        mapping(uint256 accountAsset => uint256 shares) debts;
        mapping(uint256 accountAsset => BookPosition position) positions;
        mapping(uint256 assetId => AssetLimits limits) limits;
        mapping(uint256 assetId => OpenInterest sums) openInterest;
        mapping(uint256 assetId => DebtPool pool) pools;
        mapping(uint256 assetId => HaircutPath path) ramps;
        mapping(address token => uint256 idPlusOne) assetIds;
        mapping(uint256 institutionAsset => uint256 amount) institutionCollateral;
        mapping(uint256 assetId => mapping(address lender => uint256 shares)) lent;
        mapping(uint256 account => mapping(address operator => uint256 grant)) operators;
        mapping(address institution => mapping(uint256 word => uint256 bits)) nonces;
        int128 clearingCashValue;
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

    /// @notice The institution that an account belongs to; zero for the clearing account.
    function institutionOf(uint256 account) internal pure returns (address) {
        return address(uint160(account >> 8));
    }
}
