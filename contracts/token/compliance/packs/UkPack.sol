// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";

/// @title UkPack
/// @notice Rules of the pack UK (United Kingdom), codes 100 to 129.
library UkPack {
    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory) internal pure returns (uint8) {
        return ReasonCodes.OK;
    }

    /// @notice Records what the pack counts and reports.
    function commit(RuleContext memory) internal pure { }
}
