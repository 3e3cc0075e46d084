// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";

/// @title SgPack
/// @notice Rules of the pack SG (Singapore), codes 130 to 159.
library SgPack {
    /// @notice The first code that a rule of the pack gives, 0 when all pass.
    function check(RuleContext memory) internal pure returns (uint8) {
        return ReasonCodes.OK;
    }

    /// @notice Records what the pack counts and reports.
    function commit(RuleContext memory) internal pure { }
}
