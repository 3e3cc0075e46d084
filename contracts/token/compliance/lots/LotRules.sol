// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ComplianceStorage } from "../ComplianceStorage.sol";
import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { PackChecks } from "../packs/PackChecks.sol";
import { PackScope } from "../packs/PackScope.sol";
import { RollingTally } from "../packs/RollingTally.sol";
import { Lot } from "./Lot.sol";
import { LotPlan } from "./LotPlan.sol";

/// @title LotRules
/// @notice Which of the seller's lots may be sold: the issuer's lock-up (code 32) and what the packs ask for.
/// @dev Rules add up: a lot that one rule has locked stays locked for those after it, and a movement is refused by the
/// first rule whose lock leaves too few units. A period of months runs from the start of the day of acquisition and
/// ends with the start of the same day later, or of the month's last day where it has no such day.
library LotRules {
    /// @notice Key in `TokenState.packWords` of what concerns all lots of a token. From the lowest bit: months of the
    /// issuer's lock-up 16, exemption of lots that no pack names one for 8.
    uint256 internal constant LOT_WORD = Jurisdictions.LOTS * 16;

    /// @notice Every exemption.
    uint256 internal constant ALL = type(uint256).max;

    /// @notice Code 32.
    function lockUp(RuleContext memory context, LotPlan memory plan) internal view returns (uint8) {
        if (!context.rules.runs(ReasonCodes.LOT_LOCKED) || !PackScope.isSale(context)) return ReasonCodes.OK;
        uint256 months = uint16(ComplianceStorage.load().tokens[context.token].packWords[LOT_WORD]);
        return lock(plan, context.amount, ALL, months) ? ReasonCodes.LOT_LOCKED : ReasonCodes.OK;
    }

    /// @notice Locks the lots of some exemptions for months after their acquisition.
    /// @param exemptions bit n for exemption n
    /// @param months calendar months
    /// @return refused the units left do not suffice; always when lots are not kept, since any may be locked
    function lock(LotPlan memory plan, uint256 amount, uint256 exemptions, uint256 months)
        internal
        view
        returns (bool refused)
    {
        return lockBetween(plan, amount, exemptions, expired(months), type(uint256).max);
    }

    /// @notice The same for a rule that a pre-approval of the transfer lifts: then no lot is locked, and the approval
    /// is used up with the movement.
    /// @param approvable whether an approval lifts it at all
    function lockUnlessApproved(
        RuleContext memory context,
        LotPlan memory plan,
        uint256 exemptions,
        uint256 months,
        bool approvable
    ) internal view returns (bool refused) {
        (uint256 locked, uint256 units) = (plan.locked, plan.lockedUnits);
        refused = lock(plan, context.amount, exemptions, months);
        if (!approvable || (!refused && plan.locked == locked) || !PackChecks.approved(context)) return refused;
        (plan.locked, plan.lockedUnits, plan.usesApproval) = (locked, units, true);
        return false;
    }

    /// @notice Last day of acquisition for which a period of months is over.
    function expired(uint256 months) internal view returns (uint256) {
        uint256 today = RollingTally.today();
        return months == 0 ? today : RollingTally.expiredByMonths(today, months);
    }

    /// @notice Locks the lots of some exemptions that were acquired after a day and not after another.
    function lockBetween(LotPlan memory plan, uint256 amount, uint256 exemptions, uint256 after_, uint256 last)
        internal
        pure
        returns (bool refused)
    {
        if (!plan.kept) return amount != 0;
        bool any = false;
        unchecked {
            for (uint256 i; i < plan.given.count; ++i) {
                Lot lot = Lot.wrap(plan.given.words[i]);
                if ((exemptions >> lot.exemption()) & 1 == 0 || lot.day() <= after_ || lot.day() > last) continue;
                any = true;
                if ((plan.locked >> i) & 1 != 0) continue;
                plan.locked |= 1 << i;
                plan.lockedUnits += lot.units();
            }
            return any && plan.given.units < plan.lockedUnits + amount;
        }
    }
}
