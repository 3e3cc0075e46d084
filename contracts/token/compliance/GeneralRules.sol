// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import {
    ComplianceStorage,
    HolderTally,
    InvestorLimits,
    IssueLimits,
    TokenState,
    TransferHours
} from "./ComplianceStorage.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { ITokenFacts } from "./ITokenFacts.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { RuleContext } from "./RuleContext.sol";
import { TokenRuleWords } from "./TokenRules.sol";

/// @title GeneralRules
/// @notice The rules that belong to no jurisdiction, codes 19 to 31, as data of the token: none calls out but the one
/// on shares, which asks the token for its supply.
/// @dev To add a rule: a code in the catalogue, a bit here in `_onPath`, a line in `check` at the code's place, its
/// parameters in `TokenState` and `RuleSettings`, its comparison in `RuleTightness`.
library GeneralRules {
    uint256 private constant BIT_COUNTRY_ALLOWED = 1 << ReasonCodes.COUNTRY_NOT_ALLOWED;
    uint256 private constant BIT_COUNTRY_RESTRICTED = 1 << ReasonCodes.COUNTRY_RESTRICTED;
    uint256 private constant BIT_PRE_APPROVAL = 1 << ReasonCodes.PRE_APPROVAL_REQUIRED;
    uint256 private constant BIT_TICKET = 1 << ReasonCodes.BELOW_MINIMUM_TICKET;
    uint256 private constant BIT_SUPPLY_CAP = 1 << ReasonCodes.SUPPLY_CAP_EXCEEDED;
    uint256 private constant BIT_MAX_BALANCE = 1 << ReasonCodes.MAX_BALANCE_EXCEEDED;
    uint256 private constant BIT_MIN_BALANCE = 1 << ReasonCodes.BELOW_MIN_BALANCE;
    uint256 private constant BIT_MAX_SHARE = 1 << ReasonCodes.MAX_OWNERSHIP_EXCEEDED;
    uint256 private constant BIT_HOLDERS = 1 << ReasonCodes.HOLDER_CAP_REACHED;
    uint256 private constant BIT_COUNTRY_HOLDERS = 1 << ReasonCodes.COUNTRY_HOLDER_CAP_REACHED;
    uint256 private constant BIT_CLASS_HOLDERS = 1 << ReasonCodes.CLASS_HOLDER_CAP_REACHED;
    uint256 private constant BIT_HOURS = 1 << ReasonCodes.TRANSFER_WINDOW_CLOSED;
    uint256 private constant BIT_VOLUME = 1 << ReasonCodes.WINDOW_VOLUME_EXCEEDED;

    uint256 private constant COUNTRY_BITS = BIT_COUNTRY_ALLOWED | BIT_COUNTRY_RESTRICTED;
    uint256 private constant HOLDER_BITS = BIT_HOLDERS | BIT_COUNTRY_HOLDERS | BIT_CLASS_HOLDERS;
    uint256 private constant INVESTOR_BITS = BIT_MAX_BALANCE | BIT_MIN_BALANCE | BIT_MAX_SHARE;

    uint256 private constant ON_TRANSFER =
        COUNTRY_BITS | BIT_PRE_APPROVAL | BIT_TICKET | INVESTOR_BITS | HOLDER_BITS | BIT_HOURS | BIT_VOLUME;
    uint256 private constant ON_ARRIVAL = COUNTRY_BITS | BIT_SUPPLY_CAP | INVESTOR_BITS | HOLDER_BITS;
    uint256 private constant ON_MINT = ON_ARRIVAL | BIT_TICKET;
    uint256 private constant ON_DEPARTURE = BIT_PRE_APPROVAL | BIT_TICKET | BIT_MIN_BALANCE | BIT_HOURS | BIT_VOLUME;
    uint256 private constant ON_OWN_MOVE = COUNTRY_BITS | BIT_HOURS;

    uint256 private constant PIPS = 1_000_000;
    uint256 private constant DAY = 86_400;

    /// @notice The first code that a general rule gives, 0 when all pass.
    function check(TokenState storage state, RuleContext memory context) internal view returns (uint8) {
        uint256 bits = context.rules.rules() & _onPath(context);
        if (bits == 0) return ReasonCodes.OK;

        if (bits & COUNTRY_BITS != 0) {
            uint256 country = context.recipient.residence();
            if (bits & BIT_COUNTRY_ALLOWED != 0 && !_listed(state.allowedCountries, country)) {
                return ReasonCodes.COUNTRY_NOT_ALLOWED;
            }
            if (bits & BIT_COUNTRY_RESTRICTED != 0 && _listed(state.restrictedCountries, country)) {
                return ReasonCodes.COUNTRY_RESTRICTED;
            }
        }
        if (bits & BIT_PRE_APPROVAL != 0) {
            if (!approved(context)) return ReasonCodes.PRE_APPROVAL_REQUIRED;
            context.usesApproval = true;
        }
        if (bits & BIT_TICKET != 0 && _belowTicket(state, context)) return ReasonCodes.BELOW_MINIMUM_TICKET;
        if (bits & BIT_SUPPLY_CAP != 0) {
            uint256 supply = context.totalSupply + context.amount;
            if (supply > state.issueLimits.supplyCap) {
                if (supply > state.globalLimits.supplyCap) return ReasonCodes.SUPPLY_CAP_EXCEEDED;
                context.allotmentExhausted = true;
            }
        }
        if (bits & INVESTOR_BITS != 0) {
            uint8 code = _investorCode(state, context, bits);
            if (code != ReasonCodes.OK) return code;
        }
        if (bits & HOLDER_BITS != 0 && _joins(context)) {
            uint8 code = _holderCode(state, context, bits);
            if (code != ReasonCodes.OK) return code;
        }
        if (bits & BIT_HOURS != 0 && _closed(state.transferHours)) return ReasonCodes.TRANSFER_WINDOW_CLOSED;
        if (bits & BIT_VOLUME != 0 && limitsVolume(context)) {
            InvestorLimits memory limits = state.investorLimits;
            (uint256 volume, ) = window(context, limits);
            if (volume > limits.windowVolume) {
                if (volume > state.globalLimits.windowVolume) return ReasonCodes.WINDOW_VOLUME_EXCEEDED;
                context.allotmentExhausted = true;
            }
        }
        return ReasonCodes.OK;
    }

    /// @notice Whether a pre-approval of exactly this transfer is in force.
    function approved(RuleContext memory context) internal view returns (bool) {
        uint256 approval = ComplianceStorage.load().approvals[
            approvalHash(context.token, context.from, context.to, context.amount)
        ];
        return uint40(approval) <= block.timestamp && block.timestamp < approval >> 40;
    }

    /// @notice Key of a pre-approval.
    function approvalHash(address token, address from, address to, uint256 amount) internal pure returns (bytes32) {
        return keccak256(abi.encode(token, from, to, amount));
    }

    /// @notice Whether the movement counts towards the sender's volume.
    function limitsVolume(RuleContext memory context) internal pure returns (bool) {
        return context.amount != 0 && !context.sender.has(InvestorRecords.FLAG_CUSTODIAN);
    }

    /// @notice Volume and end of the sender's window with this movement in it.
    function window(
        RuleContext memory context,
        InvestorLimits memory limits
    ) internal view returns (uint256 volume, uint256 end) {
        end = context.fromPosition.windowEnd();
        if (block.timestamp >= end) return (context.amount, block.timestamp + limits.windowLength);
        volume = context.fromPosition.volume() + context.amount;
    }

    function _onPath(RuleContext memory context) private pure returns (uint256 bits) {
        IComplianceEngine.Path path = context.path;
        if (path == IComplianceEngine.Path.TRANSFER) return context.ownMove ? ON_OWN_MOVE : ON_TRANSFER;
        if (path == IComplianceEngine.Path.MINT) return ON_MINT;
        if (path == IComplianceEngine.Path.CROSSCHAIN_MINT) return ON_ARRIVAL;
        if (path == IComplianceEngine.Path.CROSSCHAIN_BURN) return ON_DEPARTURE;
    }

    function _listed(uint256[4] storage words, uint256 country) private view returns (bool) {
        return country < 1024 && (words[country >> 8] >> (country & 0xff)) & 1 != 0;
    }

    function _belowTicket(TokenState storage state, RuleContext memory context) private view returns (bool) {
        if (context.amount >= state.minimumAmounts.minimumTicket) return false;
        return context.from == address(0) || context.amount != context.fromWallet;
    }

    /// @dev Rules 24 to 26: what one identity may hold.
    function _investorCode(
        TokenState storage state,
        RuleContext memory context,
        uint256 bits
    ) private view returns (uint8) {
        bool arrives = context.to != address(0) && !context.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        uint256 held = context.toPosition.balance() + context.amount;
        if (bits & BIT_MAX_BALANCE != 0 && arrives && held > _maxBalance(state, context)) {
            if (held > state.globalLimits.maxBalance) return ReasonCodes.MAX_BALANCE_EXCEEDED;
            context.allotmentExhausted = true;
        }
        if (bits & BIT_MIN_BALANCE != 0) {
            uint256 minimum = state.minimumAmounts.minBalance;
            if (arrives && held < minimum) return ReasonCodes.BELOW_MIN_BALANCE;
            if (context.from != address(0) && !context.sender.has(InvestorRecords.FLAG_CUSTODIAN)) {
                // A preview may ask for more than there is.
                uint256 had = context.fromPosition.balance();
                if (had > context.amount && had - context.amount < minimum) return ReasonCodes.BELOW_MIN_BALANCE;
            }
        }
        if (bits & BIT_MAX_SHARE != 0 && arrives) {
            uint256 supply = context.path == IComplianceEngine.Path.TRANSFER
                ? ITokenFacts(context.token).totalSupply()
                : context.totalSupply + context.amount;
            if (held * PIPS > supply * state.issueLimits.maxSharePips) return ReasonCodes.MAX_OWNERSHIP_EXCEEDED;
        }
        return ReasonCodes.OK;
    }

    function _maxBalance(TokenState storage state, RuleContext memory context) private view returns (uint256) {
        if (context.rules.has(TokenRuleWords.PERSONAL_ALLOTMENTS)) {
            uint256 plusOne = state.ownAllotments[context.toIdentity];
            // The global value may have been lowered since.
            if (plusOne != 0) return Math.min(plusOne - 1, state.globalLimits.maxBalance);
        }
        return state.investorLimits.maxBalance;
    }

    /// @dev Whether the recipient becomes a holder.
    function _joins(RuleContext memory context) private pure returns (bool) {
        return context.amount != 0 && context.toPosition.balance() == 0
            && !context.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
    }

    /// @dev Rules 27 to 29: how many may hold. A sender who leaves with this movement makes room in its own bucket.
    function _holderCode(
        TokenState storage state,
        RuleContext memory context,
        uint256 bits
    ) private view returns (uint8) {
        uint256 left = _bucketLeft(context);
        uint256 bucket = HolderCounts.bucketOf(context.recipient);
        if (bits & BIT_HOLDERS != 0) {
            IssueLimits memory limits = state.issueLimits;
            uint256 holders = uint256(limits.holders) + 1 - (left == 0 ? 0 : 1);
            if (holders > limits.holderCap) {
                if (holders > state.globalLimits.holderCap) return ReasonCodes.HOLDER_CAP_REACHED;
                context.allotmentExhausted = true;
            }
        }
        if (bits & BIT_COUNTRY_HOLDERS != 0) {
            uint256 country = HolderCounts.country(bucket);
            bool stays = left != 0 && HolderCounts.country(left) == country;
            if (_capped(state.countryHolders[country], context, stays)) return ReasonCodes.COUNTRY_HOLDER_CAP_REACHED;
        }
        if (bits & BIT_CLASS_HOLDERS != 0) {
            uint256 classes = context.rules.classHolders();
            for (uint256 jurisdiction; jurisdiction < Jurisdictions.COUNT; ++jurisdiction) {
                if ((classes >> jurisdiction) & 1 == 0) continue;
                uint256 key = HolderCounts.classKey(bucket, jurisdiction);
                bool stays = left != 0 && HolderCounts.classKey(left, jurisdiction) == key;
                if (_capped(state.classHolders[key], context, stays)) return ReasonCodes.CLASS_HOLDER_CAP_REACHED;
            }
        }
        return ReasonCodes.OK;
    }

    /// @dev Bucket of the sender when it ceases to hold, zero when it does not or was not counted.
    function _bucketLeft(RuleContext memory context) private view returns (uint256) {
        if (context.fromIdentity == address(0) || context.fromPosition.balance() != context.amount) return 0;
        uint256 key = ComplianceStorage.countKey(context.token, context.rules);
        return ComplianceStorage.load().buckets[key][context.fromIdentity];
    }

    /// @dev Whether one more holder passes the tally's cap; none more when the one who leaves stood in the same tally.
    function _capped(
        HolderTally storage tally,
        RuleContext memory context,
        bool replaced
    ) private view returns (bool) {
        if (!tally.limited) return false;
        uint256 holders = HolderCounts.holdersOf(tally, context.rules);
        if (!replaced) holders += 1;
        if (holders <= tally.cap) return false;
        if (holders > tally.globalCap) return true;
        context.allotmentExhausted = true;
        return false;
    }

    function _closed(TransferHours memory rule) private view returns (bool) {
        if (rule.closedFrom <= block.timestamp && block.timestamp < rule.closedUntil) return true;
        uint256 local = uint256(int256(block.timestamp) + rule.utcOffset);
        // 1 January 1970 was a Thursday: day 0 is weekday 3 counted from Monday.
        if ((rule.weekdays >> ((local / DAY + 3) % 7)) & 1 == 0) return true;
        uint256 second = local % DAY;
        return second < rule.opensAt || second >= rule.closesAt;
    }
}
