// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { RuleContext } from "../RuleContext.sol";

/// @title PackScope
/// @notice Which side of a pack a movement concerns. Rules on the issue (I) run where the recipient belongs to the pack
/// and units are minted; rules on the recipient (R) on every movement that reaches somebody of the pack; rules on the
/// sender (S) and its lots on transfers, in the token's own packs alone.
/// @dev Units that go to another chain are not sold: they stay the investor's, with their lots. A holder whose own
/// class has expired can therefore always leave.
library PackScope {
    /// @notice Whether the pack's rules on a primary sale run.
    function issues(RuleContext memory context, uint256 jurisdiction) internal pure returns (bool) {
        return context.path == IComplianceEngine.Path.MINT && receives(context, jurisdiction);
    }

    /// @notice Whether the pack's rules on the recipient run: one that the token has switched on, of the recipient's
    /// residence or, in the US, status.
    function receives(RuleContext memory context, uint256 jurisdiction) internal pure returns (bool) {
        if (context.to == address(0)) return false;
        return (context.packs & Jurisdictions.packsOf(context.recipient)) >> jurisdiction & 1 != 0;
    }

    /// @notice Whether the pack's rules on the sender and its lots run.
    function sells(RuleContext memory context, uint256 jurisdiction) internal pure returns (bool) {
        return context.path == IComplianceEngine.Path.TRANSFER
            && (context.packs & context.rules.ownPacks()) >> jurisdiction & 1 != 0;
    }
}
