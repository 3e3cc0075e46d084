// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Pair } from "./Pair.sol";
import { PoolWord } from "./PoolWord.sol";
import { PositionWord } from "./PositionWord.sol";
import { PriceWord } from "./PriceWord.sol";

/// @notice A tick with liquidity.
/// @param gross liquidity of all positions that begin or end here
/// @param net liquidity that comes into range when the price rises past it
/// @param feeGrowthOutsideA growth of fees in A on the side of the tick where the price is not, Q128 modulo 2^256
/// @param feeGrowthOutsideB the same of B
struct Tick {
    uint128 gross;
    int128 net;
    uint256 feeGrowthOutsideA;
    uint256 feeGrowthOutsideB;
}

/// @notice A pool. Observations are words of `Observation`.
struct Pool {
    PriceWord price;
    PoolWord word;
    uint256 feeGrowthA;
    uint256 feeGrowthB;
    Pair protocolFees;
    mapping(int24 tick => Tick) ticks;
    mapping(int16 word => uint256 bits) bitmap;
    mapping(uint256 index => uint256 observation) observations;
}

/// @notice A position.
/// @param word liquidity, range and pool
/// @param insideA growth of fees in A inside its range when they were last brought up to date
/// @param insideB the same of B
/// @param owed units that it can collect
struct PositionRecord {
    PositionWord word;
    uint256 insideA;
    uint256 insideB;
    Pair owed;
}

/// @notice A token of a pool for verified holders.
/// @param token the token, whose identity registry decides; zero for one without a registry
/// @param desk where it is told whose units the pool moves (`ICustody`); zero for a token that does not ask
struct Regulated {
    address token;
    address desk;
}

/// @notice The tokens of a pool for verified holders.
struct RegulatedPair {
    Regulated a;
    Regulated b;
}

/// @title LiquidityStorage
/// @notice The one storage struct that the pools and their extensions share (ERC-7201).
library LiquidityStorage {
    /// @custom:storage-location erc7201:quantera.storage.LiquidityPools
    struct Layout {
        mapping(bytes32 id => Pool) pools;
        mapping(bytes32 position => PositionRecord) positions;
        mapping(address token => bool exact) exactTokens;
        mapping(uint256 number => RegulatedPair) regulated;
        address wrappedNative;
        uint24 maxFeePips;
        address feeStructure;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.LiquidityPools")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0xe68b4f34cb5ffe3d3e4baf8d3d05f34901a042c2f53dc87b442d3728cf950d00;

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
