// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { RuleContext } from "../RuleContext.sol";

/// @title PackScope
/// @notice Which side of a pack a movement concerns. Rules on the issue (I) run where the recipient belongs to the pack
/// and units are minted; rules on the recipient (R) on every movement that reaches somebody of the pack; rules on the
/// sender (S) and its lots on sales, in the token's own packs alone.
/// @dev Units that leave for another chain are not sold: they stay the investor's, with their lots, and are sold on
/// arrival if they arrive for somebody else. No rule here looks at the sender's class: one that has expired never keeps
/// a holder from leaving.
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

    /// @notice Whether the pack's rules on the sender and its lots run: in the token's own packs, for a sale.
    function sells(RuleContext memory context, uint256 jurisdiction) internal pure returns (bool) {
        return (context.packs & context.rules.ownPacks()) >> jurisdiction & 1 != 0 && isSale(context);
    }

    /// @notice Whether units change hands between investors: a transfer, or an arrival from another chain for somebody
    /// else than the investor who sent.
    function isSale(RuleContext memory context) internal pure returns (bool) {
        if (context.ownMove || context.fromIdentity == address(0)) return false;
        IComplianceEngine.Path path = context.path;
        return path == IComplianceEngine.Path.TRANSFER || path == IComplianceEngine.Path.CROSSCHAIN_MINT;
    }
}
