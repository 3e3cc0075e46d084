// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage } from "../ComplianceStorage.sol";
import { Facts } from "../Facts.sol";
import { LotStorage } from "./LotStorage.sol";
import { LotTransient } from "./LotTransient.sol";

/// @title Beneficiaries
/// @notice Whose units move where custodians stand between, for the rules on investors of tokens that keep lots.
/// @dev `Custody` finds the same two investors for the packs, and refuses where one is missing; here a missing one is
/// nobody, of whom nothing is asked.
library Beneficiaries {
    uint256 private constant LOT_UNITS = (1 << 120) - 1;
    uint256 private constant LAST_LOT = 1 << 255;

    /// @notice Record of the investor to whom units go: the recipient, or the one whom a receiving custodian has named;
    /// zero where it has named none, which leaves units with whoever gives them.
    function buyer(Facts memory facts) internal view returns (InvestorRecord record) {
        record = facts.recipient;
        if (record.has(InvestorRecords.FLAG_CUSTODIAN)) record = _named(facts, facts.toIdentity);
    }

    /// @notice Identity of the investor whose units go: the sender, or the one whom a giving custodian has named, or
    /// the recipient to whom a custodian returns units.
    function seller(Facts memory facts) internal view returns (uint256 identity) {
        identity = facts.fromIdentity;
        if (!facts.sender.has(InvestorRecords.FLAG_CUSTODIAN)) return identity;
        identity = uint160(_named(facts, identity).identity());
        if (identity == 0 && !facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN)) identity = facts.toIdentity;
    }

    /// @notice Who takes units, and how many it will have, in its wallets and in custody.
    /// @return identity the investor
    /// @return held token units, those that move included; zero where units go nowhere, stay with their investor, or
    /// become a custodian's own
    function taking(Facts memory facts) internal view returns (uint256 identity, uint256 held) {
        InvestorRecord record = buyer(facts);
        identity = uint160(record.identity());
        if (identity == 0 || record.has(InvestorRecords.FLAG_CUSTODIAN) || identity == seller(facts)) {
            return (identity, 0);
        }
        held = unitsOf(facts, identity) + facts.amount;
    }

    /// @notice How many units who gives has, in its wallets and in custody; zero where nobody gives, units stay with
    /// their investor, or they are a custodian's own.
    function giving(Facts memory facts) internal view returns (uint256 had) {
        uint256 identity = seller(facts);
        if (identity == 0) return 0;
        InvestorRecord taker = buyer(facts);
        bool enters = facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        if (uint160(taker.identity()) == identity || (enters && taker.identity() == address(0))) return 0;
        if (facts.sender.has(InvestorRecords.FLAG_CUSTODIAN) && identity == facts.fromIdentity) return 0;
        return unitsOf(facts, identity);
    }

    /// @notice Units of all lots of an investor.
    function unitsOf(Facts memory facts, uint256 identity) internal view returns (uint256 units) {
        uint256 key = ComplianceStorage.lotKey(address(uint160(facts.token)), facts.rules);
        uint256[64] storage lots = LotStorage.load().lots[key][address(uint160(identity))];
        for (uint256 i = 0; i < LotStorage.MAX_LOTS; ++i) {
            uint256 word = lots[i];
            units += word & LOT_UNITS;
            // Only an empty list has no last word.
            if (word == 0 || word & LAST_LOT != 0) break;
        }
    }

    function _named(Facts memory facts, uint256 custodian) private view returns (InvestorRecord) {
        address wallet = LotTransient.beneficiary(address(uint160(facts.token)), address(uint160(custodian)));
        return IdentityStorage.load().records[wallet];
    }
}
