// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, HolderTally, Holding, TokenState, TransferHours } from "./ComplianceStorage.sol";
import { Facts } from "./Facts.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { InvestorLimits } from "./InvestorLimits.sol";
import { ITokenFacts } from "./ITokenFacts.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { Position } from "./Position.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";
import { Beneficiaries } from "./lots/Beneficiaries.sol";

/// @title GeneralRules
/// @notice The rules that belong to no jurisdiction, codes 18 to 31, as data of the token: none calls out but the one
/// on shares, which asks the token for its supply.
/// @dev To add a rule: a code in the catalogue, a bit here in `ON_…`, a line in `check` at the code's place, its
/// parameters in `TokenState` and `RuleSettings`, its comparison in `RuleTightness`.
library GeneralRules {
    uint256 private constant BIT_SPENDER = 1 << ReasonCodes.SPENDER_SANCTIONED;
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

    // What runs on each path (see `IComplianceEngine`), spelled out because a constant made of constants is a call.
    uint256 private constant ON_TRANSFER = 0xff7c0000;
    uint256 private constant ON_MINT = 0x3fd80000;
    uint256 private constant ON_ARRIVAL = 0x3f980000;
    uint256 private constant ON_DEPARTURE = 0xc2640000;
    uint256 private constant ON_OWN_MOVE = 0x401c0000;

    uint256 private constant PATH_TRANSFER = 0;
    uint256 private constant PATH_MINT = 1;
    uint256 private constant PATH_CROSSCHAIN_MINT = 5;
    uint256 private constant PATH_CROSSCHAIN_BURN = 6;

    // `FLAG_CUSTODIAN` at its place in a record's word.
    uint256 private constant CUSTODIAN = 1 << 240;
    uint256 private constant RESIDENCE_SHIFT = 160;
    uint256 private constant COUNTRY_MASK = 0x1ffff;
    // The residence at its shifted place, and the custodian's flag, so that no custodian passes for an investor.
    uint256 private constant PARTY_MASK = 0xffff | (CUSTODIAN >> RESIDENCE_SHIFT);
    uint256 private constant BALANCE_MASK = (1 << 128) - 1;

    uint256 private constant WINDOW_VOLUME_MASK = (1 << 88) - 1;
    uint256 private constant LAST_COUNTRY = 1023;
    uint256 private constant PIPS = 1_000_000;
    uint256 private constant DAY = 86_400;

    /// @notice The first code that a general rule gives, 0 when all pass.
    /// @dev This runs in every movement of a token with rules: whole words, few jumps, no accessor where a mask does.
    /// Amounts and balances are below 2^128, so sums cannot wrap.
    /// @return code the code
    /// @return window the window, with this movement in it, of the sender or of the investor whose units a custodian
    /// sells; zero when the movement counts in none
    function check(TokenState storage state, Facts memory facts) internal view returns (uint256 code, uint256 window) {
        unchecked {
            uint256 bits = TokenRules.unwrap(facts.rules) >> 32;
            if (facts.path == PATH_TRANSFER && facts.ownMove == 0) bits &= ON_TRANSFER;
            else bits &= _onOtherPath(facts);
            if (bits == 0) return (ReasonCodes.OK, 0);
            uint256 limits = bits & (BIT_MAX_BALANCE | BIT_VOLUME) == 0 ? 0 : _limits(state, facts);
            if (bits & (BIT_SPENDER | BIT_COUNTRY_ALLOWED | BIT_COUNTRY_RESTRICTED) != 0) {
                uint256 country = ((InvestorRecord.unwrap(facts.recipient) >> RESIDENCE_SHIFT) & PARTY_MASK) + 1;
                if (country != facts.country) {
                    code = _partyCode(state, facts, bits, country - 1);
                    if (code != ReasonCodes.OK) return (code, 0);
                    // Without the custodian's flag, so that the next custodian is asked again.
                    facts.country = country & COUNTRY_MASK;
                }
            }
            if (bits & (BIT_PRE_APPROVAL | BIT_TICKET) != 0) {
                code = _tradeCode(state, facts, bits);
                if (code != ReasonCodes.OK) return (code, 0);
            }
            if (bits & BIT_SUPPLY_CAP != 0) {
                uint256 supply = facts.totalSupply + facts.amount;
                if (supply > state.issueLimits.supplyCap) {
                    if (supply > state.globalLimits.supplyCap) return (ReasonCodes.SUPPLY_CAP_EXCEEDED, 0);
                    facts.allotmentExhausted = 1;
                }
            }
            if (bits & (BIT_MAX_BALANCE | BIT_MIN_BALANCE | BIT_MAX_SHARE) != 0) {
                code = TokenRules.unwrap(facts.rules) & TokenRuleWords.LOTS == 0
                    ? _investorCode(state, facts, bits, limits)
                    : _beneficialCode(state, facts, bits, limits);
                if (code != ReasonCodes.OK) return (code, 0);
            }
            if (bits & (BIT_HOLDERS | BIT_COUNTRY_HOLDERS | BIT_CLASS_HOLDERS) != 0) {
                code = _holderCode(state, facts, bits);
                if (code != ReasonCodes.OK) return (code, 0);
            }
            if (bits & (BIT_HOURS | BIT_VOLUME) != 0) {
                if (bits & BIT_HOURS != 0) {
                    if (_closed(state.transferHours)) return (ReasonCodes.TRANSFER_WINDOW_CLOSED, 0);
                }
                if (bits & BIT_VOLUME != 0) {
                    uint256 position = Position.unwrap(facts.fromPosition);
                    bool counts = true;
                    if ((InvestorRecord.unwrap(facts.sender) | InvestorRecord.unwrap(facts.recipient)) & CUSTODIAN != 0)
                    {
                        (counts, position) = _giversWindow(facts);
                    }
                    if (counts) {
                        uint256 volume = facts.amount;
                        uint256 end = position >> 216;
                        if (block.timestamp < end) volume += (position >> 128) & WINDOW_VOLUME_MASK;
                        else end = block.timestamp + (limits >> 216);
                        if (volume > (limits >> 128) & WINDOW_VOLUME_MASK) {
                            if (volume > state.globalLimits.windowVolume) {
                                return (ReasonCodes.WINDOW_VOLUME_EXCEEDED, 0);
                            }
                            facts.allotmentExhausted = 1;
                        }
                        window = (volume << 128) | (end << 216);
                    }
                }
            }
        }
    }

    /// @notice Key of a pre-approval.
    function approvalHash(address token, address from, address to, uint256 amount) internal pure returns (bytes32) {
        return keccak256(abi.encode(token, from, to, amount));
    }

    /// @notice Forgets the pre-approval that the movement used.
    function useApproval(Facts memory facts) internal {
        delete ComplianceStorage.load().approvals[_approvalHash(facts)];
    }

    function _onOtherPath(Facts memory facts) private pure returns (uint256) {
        uint256 path = facts.path;
        if (path == PATH_TRANSFER) return ON_OWN_MOVE;
        if (path == PATH_MINT) return ON_MINT;
        if (path == PATH_CROSSCHAIN_MINT) return ON_ARRIVAL;
        if (path == PATH_CROSSCHAIN_BURN) return ON_DEPARTURE;
        return 0;
    }

    /// @dev Rules 18 to 20: who the spender is, where the recipient lives. In a batch the answer is the same for every
    /// recipient of a country, but not for custodians, behind whom others may stand: `party` is the country with the
    /// custodian's flag, see `PARTY_MASK`.
    function _partyCode(TokenState storage state, Facts memory facts, uint256 bits, uint256 party)
        private
        view
        returns (uint256)
    {
        if (bits & BIT_SPENDER != 0) {
            if (facts.spender != facts.from) {
                InvestorRecord spender = IdentityStorage.load().records[address(uint160(facts.spender))];
                if (spender.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) return ReasonCodes.SPENDER_SANCTIONED;
            }
        }
        uint256 code = _countryCode(state, bits, party & 0xffff);
        if (code != ReasonCodes.OK || party >> 16 == 0) return code;
        return _beneficiaryCode(state, facts, bits);
    }

    /// @dev Rules 19 and 20.
    function _countryCode(TokenState storage state, uint256 bits, uint256 country) private view returns (uint256) {
        if (bits & BIT_COUNTRY_ALLOWED != 0) {
            if (country > LAST_COUNTRY) return ReasonCodes.COUNTRY_NOT_ALLOWED;
            if (!isListed(state.allowedCountries, country)) return ReasonCodes.COUNTRY_NOT_ALLOWED;
        }
        if (bits & BIT_COUNTRY_RESTRICTED != 0) {
            if (country <= LAST_COUNTRY) {
                if (isListed(state.restrictedCountries, country)) return ReasonCodes.COUNTRY_RESTRICTED;
            }
        }
        return ReasonCodes.OK;
    }

    /// @dev Rules 19 and 20 for the investor to whom a custodian's units are to belong from now on.
    function _beneficiaryCode(TokenState storage state, Facts memory facts, uint256 bits)
        private
        view
        returns (uint256)
    {
        if (TokenRules.unwrap(facts.rules) & TokenRuleWords.LOTS == 0 || facts.ownMove != 0) {
            return ReasonCodes.OK;
        }
        InvestorRecord investor = Beneficiaries.buyer(facts);
        uint256 identity = uint160(investor.identity());
        if (identity == 0 || identity == Beneficiaries.seller(facts)) return ReasonCodes.OK;
        return _countryCode(state, bits, investor.residence());
    }

    /// @dev Zero limits are read anew each time: only a token that sets none has them.
    function _limits(TokenState storage state, Facts memory facts) private view returns (uint256 limits) {
        limits = facts.limits;
        if (limits == 0) {
            limits = InvestorLimits.unwrap(state.investorLimits);
            facts.limits = limits;
        }
    }

    /// @dev Rules 21 and 22: which trades are made at all.
    function _tradeCode(TokenState storage state, Facts memory facts, uint256 bits) private view returns (uint256) {
        if (bits & BIT_PRE_APPROVAL != 0) {
            if (!_approved(facts)) return ReasonCodes.PRE_APPROVAL_REQUIRED;
            facts.usesApproval = 1;
        }
        if (bits & BIT_TICKET != 0) {
            if (facts.amount < state.minimumAmounts.minimumTicket) {
                // Whoever empties a wallet may do so whatever is left in it.
                if (facts.from == 0 || facts.amount != facts.fromWallet) return ReasonCodes.BELOW_MINIMUM_TICKET;
            }
        }
        return ReasonCodes.OK;
    }

    /// @dev Rules 24 to 26: what one identity may hold. Nothing to limit where nobody receives on this chain, or who
    /// receives is a custodian.
    function _investorCode(TokenState storage state, Facts memory facts, uint256 bits, uint256 limits)
        private
        view
        returns (uint256)
    {
        unchecked {
            bool arrives = facts.to != 0 && InvestorRecord.unwrap(facts.recipient) & CUSTODIAN == 0;
            uint256 held = (Position.unwrap(facts.toPosition) & BALANCE_MASK) + facts.amount;
            if (bits & BIT_MAX_BALANCE != 0) {
                if (arrives) {
                    uint256 most = limits & BALANCE_MASK;
                    if (TokenRules.unwrap(facts.rules) & TokenRuleWords.PERSONAL_ALLOTMENTS != 0) {
                        most = _ownMaximum(state, facts.toIdentity, most);
                    }
                    if (held > most) {
                        if (held > state.globalLimits.maxBalance) return ReasonCodes.MAX_BALANCE_EXCEEDED;
                        facts.allotmentExhausted = 1;
                    }
                }
            }
            if (bits & (BIT_MIN_BALANCE | BIT_MAX_SHARE) == 0) return ReasonCodes.OK;
            if (bits & BIT_MIN_BALANCE != 0) {
                uint256 had = facts.sender.has(InvestorRecords.FLAG_CUSTODIAN) ? 0 : facts.fromPosition.balance();
                if (_belowMinimum(state, facts, arrives ? held : 0, had)) return ReasonCodes.BELOW_MIN_BALANCE;
            }
            if (bits & BIT_MAX_SHARE != 0) {
                if (arrives && _aboveShare(state, facts, held)) return ReasonCodes.MAX_OWNERSHIP_EXCEEDED;
            }
            return ReasonCodes.OK;
        }
    }

    /// @dev Rules 24 to 26 where lots are kept: what an investor has in custody is part of what it holds, and only what
    /// changes hands is looked at.
    function _beneficialCode(TokenState storage state, Facts memory facts, uint256 bits, uint256 limits)
        private
        view
        returns (uint256)
    {
        (uint256 investor, uint256 held) = Beneficiaries.taking(facts);
        if (bits & BIT_MAX_BALANCE != 0 && held != 0) {
            uint256 most = limits & BALANCE_MASK;
            if (facts.rules.has(TokenRuleWords.PERSONAL_ALLOTMENTS)) most = _ownMaximum(state, investor, most);
            if (held > most) {
                if (held > state.globalLimits.maxBalance) return ReasonCodes.MAX_BALANCE_EXCEEDED;
                facts.allotmentExhausted = 1;
            }
        }
        if (bits & BIT_MIN_BALANCE != 0 && _belowMinimum(state, facts, held, Beneficiaries.giving(facts))) {
            return ReasonCodes.BELOW_MIN_BALANCE;
        }
        if (bits & BIT_MAX_SHARE != 0 && held != 0 && _aboveShare(state, facts, held)) {
            return ReasonCodes.MAX_OWNERSHIP_EXCEEDED;
        }
        return ReasonCodes.OK;
    }

    /// @dev `country` is below 1024, so the word is one of the four.
    function isListed(uint256[4] storage words, uint256 country) internal view returns (bool) {
        uint256 word;
        assembly ("memory-safe") {
            word := sload(add(words.slot, shr(8, country)))
        }
        return (word >> (country & 0xff)) & 1 != 0;
    }

    function _approvalHash(Facts memory facts) private pure returns (bytes32) {
        return approvalHash(
            address(uint160(facts.token)), address(uint160(facts.from)), address(uint160(facts.to)), facts.amount
        );
    }

    function _approved(Facts memory facts) private view returns (bool) {
        uint256 approval = ComplianceStorage.load().approvals[_approvalHash(facts)];
        return uint40(approval) <= block.timestamp && block.timestamp < approval >> 40;
    }

    /// @dev `held` is what the recipient would have, `had` what the sender has; zero of whom the rule asks nothing. A
    /// preview may ask for more than there is.
    function _belowMinimum(TokenState storage state, Facts memory facts, uint256 held, uint256 had)
        private
        view
        returns (bool)
    {
        uint256 minimum = state.minimumAmounts.minBalance;
        if (held != 0 && held < minimum) return true;
        return facts.from != 0 && had > facts.amount && had - facts.amount < minimum;
    }

    function _aboveShare(TokenState storage state, Facts memory facts, uint256 held) private view returns (bool) {
        uint256 supply = facts.path == PATH_TRANSFER
            ? ITokenFacts(address(uint160(facts.token))).totalSupply()
            : facts.totalSupply + facts.amount;
        return held * PIPS > supply * state.issueLimits.maxSharePips;
    }

    /// @dev The investor's own allotment where it has one; the global value may have been lowered below it since.
    function _ownMaximum(TokenState storage state, uint256 identity, uint256 everybodys)
        private
        view
        returns (uint256)
    {
        uint256 plusOne = state.ownAllotments[address(uint160(identity))];
        if (plusOne == 0) return everybodys;
        return Math.min(plusOne - 1, state.globalLimits.maxBalance);
    }

    /// @dev Rules 27 to 29, asked when the recipient becomes a holder. A sender who ceases to be one with this movement
    /// makes room in its own bucket.
    function _holderCode(TokenState storage state, Facts memory facts, uint256 bits) private view returns (uint8) {
        InvestorRecord joiner = _joiner(facts);
        if (InvestorRecord.unwrap(joiner) == 0) return ReasonCodes.OK;
        uint256 left = _bucketLeft(facts);
        uint256 bucket = HolderCounts.bucketOf(joiner);
        if (bits & BIT_HOLDERS != 0) {
            uint256 holders = uint256(state.issueLimits.holders) + (left == 0 ? 1 : 0);
            if (holders > state.issueLimits.holderCap) {
                if (holders > state.globalLimits.holderCap) return ReasonCodes.HOLDER_CAP_REACHED;
                facts.allotmentExhausted = 1;
            }
        }
        if (bits & BIT_COUNTRY_HOLDERS != 0) {
            uint256 country = HolderCounts.country(bucket);
            bool replaced = left != 0 && HolderCounts.country(left) == country;
            if (_capped(state.countryHolders[country], facts, replaced)) {
                return ReasonCodes.COUNTRY_HOLDER_CAP_REACHED;
            }
        }
        if (bits & BIT_CLASS_HOLDERS != 0) {
            uint256 classes = facts.rules.classHolders();
            for (uint256 jurisdiction; jurisdiction < Jurisdictions.COUNT; ++jurisdiction) {
                if ((classes >> jurisdiction) & 1 == 0) continue;
                uint256 key = HolderCounts.classKey(bucket, jurisdiction);
                bool replaced = left != 0 && HolderCounts.classKey(left, jurisdiction) == key;
                if (_capped(state.classHolders[key], facts, replaced)) return ReasonCodes.CLASS_HOLDER_CAP_REACHED;
            }
        }
        return ReasonCodes.OK;
    }

    /// @dev Record of who becomes a holder, zero when nobody does. Where lots are kept, whoever has units in custody is
    /// one already.
    function _joiner(Facts memory facts) private view returns (InvestorRecord record) {
        if (facts.amount == 0) return record;
        if (facts.rules.has(TokenRuleWords.LOTS)) return Beneficiaries.newcomer(facts);
        if (facts.toPosition.balance() == 0 && !facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN)) {
            record = facts.recipient;
        }
    }

    /// @dev Bucket of who gives when it ceases to hold, zero when it does not or was not counted.
    function _bucketLeft(Facts memory facts) private view returns (uint256) {
        uint256 identity = facts.fromIdentity;
        uint256 held;
        if (facts.rules.has(TokenRuleWords.LOTS)) {
            identity = Beneficiaries.giver(facts);
            if (identity != 0) held = Beneficiaries.unitsOf(facts, identity);
        } else {
            held = facts.fromPosition.balance();
        }
        if (identity == 0 || held != facts.amount) return 0;
        return ComplianceStorage.load().buckets[_countKey(facts)][address(uint160(identity))];
    }

    /// @dev Where a custodian stands between: whether a movement counts in a window, and the position of who gives. A
    /// custodian has no window; where lots are kept, its investors have, and what stays an investor's counts in none.
    function _giversWindow(Facts memory facts) private view returns (bool counts, uint256 position) {
        if (!facts.rules.has(TokenRuleWords.LOTS)) {
            return (!facts.sender.has(InvestorRecords.FLAG_CUSTODIAN), Position.unwrap(facts.fromPosition));
        }
        uint256 identity = Beneficiaries.giver(facts);
        if (identity == 0) return (false, 0);
        if (identity == facts.fromIdentity) return (true, Position.unwrap(facts.fromPosition));
        mapping(address => Holding) storage holdings = ComplianceStorage.load().holdings[_countKey(facts)];
        return (true, Position.unwrap(holdings[address(uint160(identity))].position));
    }

    function _countKey(Facts memory facts) private pure returns (uint256) {
        return ComplianceStorage.countKey(address(uint160(facts.token)), facts.rules);
    }

    /// @dev Whether one more holder passes the tally's cap; none more when the one who leaves stood in the same tally.
    function _capped(HolderTally storage tally, Facts memory facts, bool replaced) private view returns (bool) {
        if (!tally.limited) return false;
        uint256 holders = HolderCounts.holdersOf(tally, facts.rules);
        if (!replaced) holders += 1;
        if (holders <= tally.cap) return false;
        if (holders > tally.globalCap) return true;
        facts.allotmentExhausted = 1;
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
