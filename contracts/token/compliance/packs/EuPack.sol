// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";

/// @title EuPack
/// @notice Rules of the pack EU (European Union), codes 70 to 99.
library EuPack {
    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory) internal pure returns (uint8) {
        return ReasonCodes.OK;
    }

    /// @notice Records what the pack counts and reports.
    function commit(RuleContext memory) internal pure { }
}
