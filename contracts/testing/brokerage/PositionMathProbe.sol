// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PositionMath } from "../../brokerage/math/PositionMath.sol";

/// @title PositionMathProbe
/// @notice Shows the accounting of positions to tests.
contract PositionMathProbe {
    function book(int256 size, int256 entry, int256 traded, int256 net, int256 scale)
        external
        pure
        returns (int256, int256, int256)
    {
        PositionMath.Outcome memory outcome = PositionMath.book(size, entry, traded, net, scale);
        return (outcome.size, outcome.entry, outcome.realised);
    }

    function dearerUp(uint256 price, uint256 bps) external pure returns (uint256) {
        return PositionMath.dearerUp(price, bps);
    }

    function cheaperDown(uint256 price, uint256 bps) external pure returns (uint256) {
        return PositionMath.cheaperDown(price, bps);
    }
}
