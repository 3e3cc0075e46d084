// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Loan, VaultTerms } from "../../interfaces/ILiquidityLending.sol";
import { StrategyPolicy } from "../../interfaces/ILiquidityStrategies.sol";

/// @notice How a position is looked after; it counts only while the position's flag says so.
/// @param policy what its owner wrote down
/// @param movedAt second of the last move by others
/// @param movedTick the price's tick then
/// @param earnedValue fees put to work by others since then, in units of B
/// @param terms where its idle units may be lent
struct Strategy {
    StrategyPolicy policy;
    uint40 movedAt;
    int24 movedTick;
    uint128 earnedValue;
    VaultTerms terms;
}

/// @title StrategyStorage
/// @notice Storage of strategies (ERC-7201).
library StrategyStorage {
    /// @custom:storage-location erc7201:quantera.storage.LiquidityStrategies
    struct Layout {
        mapping(uint256 tokenId => Strategy) strategies;
        mapping(uint256 tokenId => mapping(bool ofA => Loan)) loans;
    }

    // keccak256(abi.encode(uint256(keccak256("quantera.storage.LiquidityStrategies")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant LOCATION = 0x2e706ab225a15a57fcfb36bb3fd9c2fbea34d930778d9f853f4cff39f7ac9400;

    /// @notice What a position has lent of one side; it outlives its strategy.
    function loan(uint256 tokenId, bool ofA) internal view returns (Loan storage) {
        return load().loans[tokenId][ofA];
    }

    /// @notice The struct at its fixed place.
    function load() internal pure returns (Layout storage $) {
        assembly ("memory-safe") {
            $.slot := LOCATION
        }
    }
}
