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
    // `IComplianceEngine.Path`, see `Facts`.
    uint256 private constant CROSSCHAIN_MINT = 5;

    /// @notice Record of the investor to whom units go: the recipient, or the one whom a receiving custodian has named;
    /// zero where it has named none, which leaves units with whoever gives them.
    function buyer(Facts memory facts) internal view returns (InvestorRecord record) {
        record = facts.recipient;
        if (record.has(InvestorRecords.FLAG_CUSTODIAN)) record = _named(facts, facts.toIdentity);
    }

    /// @notice The same where an arrival without a name goes to whoever sent it: of that investor the record tells the
    /// identity alone.
    function taker(Facts memory facts) internal view returns (InvestorRecord record) {
        record = buyer(facts);
        if (InvestorRecord.unwrap(record) != 0 || facts.path != CROSSCHAIN_MINT) return record;
        if (facts.lots.length != 0) return InvestorRecord.wrap(facts.lotsFrom);
        // Told beforehand instead of with the units.
        (, address identity,) =
            LotTransient.arrival(address(uint160(facts.token)), address(uint160(facts.to)), facts.amount);
        record = InvestorRecord.wrap(uint160(identity));
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
        InvestorRecord record = taker(facts);
        identity = uint160(record.identity());
        if (identity == 0 || record.has(InvestorRecords.FLAG_CUSTODIAN) || identity == seller(facts)) {
            return (identity, 0);
        }
        held = unitsOf(facts, identity) + facts.amount;
    }

    /// @notice The investor who gives units to somebody else; zero where nobody gives, units stay with their investor,
    /// or they are a custodian's own.
    function giver(Facts memory facts) internal view returns (uint256 identity) {
        identity = seller(facts);
        if (identity == 0) return 0;
        uint256 next = uint160(buyer(facts).identity());
        bool enters = facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN);
        if (next == identity || (enters && next == 0)) return 0;
        if (facts.sender.has(InvestorRecords.FLAG_CUSTODIAN) && identity == facts.fromIdentity) return 0;
    }

    /// @notice How many units who gives has, in its wallets and in custody; zero where `giver` is nobody.
    function giving(Facts memory facts) internal view returns (uint256 had) {
        uint256 identity = giver(facts);
        if (identity != 0) had = unitsOf(facts, identity);
    }

    /// @notice Record of an investor who has no units, in wallets or in custody, and gets the first; zero where there
    /// is none.
    function newcomer(Facts memory facts) internal view returns (InvestorRecord record) {
        (, uint256 held) = taking(facts);
        if (held != 0 && held == facts.amount) record = taker(facts);
    }

    /// @notice Units of all lots of an investor.
    function unitsOf(Facts memory facts, uint256 identity) internal view returns (uint256) {
        uint256 key = ComplianceStorage.lotKey(address(uint160(facts.token)), facts.rules);
        return LotStorage.unitsOf(key, address(uint160(identity)));
    }

    function _named(Facts memory facts, uint256 custodian) private view returns (InvestorRecord) {
        address wallet = LotTransient.beneficiary(address(uint160(facts.token)), address(uint160(custodian)));
        return IdentityStorage.load().records[wallet];
    }
}
