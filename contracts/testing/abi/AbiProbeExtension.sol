// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Point } from "./IAbiProbe.sol";

/// @title The functions of {AbiProbe} that stand in a second implementation.
/// @custom:extension-of AbiProbe
contract AbiProbeExtension {
    struct Span {
        Point begin;
        Point end;
    }

    /// @notice A span was measured.
    event Measured(Span span, uint256 length);

    /// @notice A name that another contract uses with other parameters.
    error Mismatch(Span span);

    /// @notice Measures a span, in steps along the axes.
    /// @param span where it begins and ends; the same point twice reverts with {Mismatch}
    /// @return length the steps from begin to end
    function measure(Span calldata span) external returns (uint256 length) {
        length = _apart(span.begin.x, span.end.x) + _apart(span.begin.y, span.end.y);
        if (length == 0) revert Mismatch(span);
        emit Measured(span, length);
    }

    function _apart(int24 a, int24 b) private pure returns (uint256) {
        return a > b ? uint256(int256(a) - int256(b)) : uint256(int256(b) - int256(a));
    }
}
