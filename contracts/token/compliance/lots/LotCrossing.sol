// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ILots } from "../../../interfaces/ILots.sol";
import { InvestorRecords } from "../../identity/InvestorRecord.sol";
import { Facts } from "../Facts.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "../TokenRules.sol";
import { Lot } from "./Lot.sol";
import { LotList, LotLists } from "./LotList.sol";
import { LotStorage } from "./LotStorage.sol";

/// @title LotCrossing
/// @notice The lots of units that an investor takes to another chain or brings from one, where nothing else has a say:
/// no pack, no custodian, nobody to whom they would be sold, no terms of a trade. The engine then needs no extension.
/// @dev `LotMovement` decides and records the same in general, and tests compare the two.
library LotCrossing {
    uint256 private constant UNITS_BITS = 120;

    /// @notice Whether a movement to or from another chain is of that kind.
    function isPlain(Facts memory facts) internal pure returns (bool) {
        if (!facts.rules.has(TokenRuleWords.LOTS) || facts.allotmentExhausted != 0) return false;
        if (facts.to != 0) return facts.lots.length != 0 && facts.lotsFrom == facts.toIdentity;
        return facts.packs == 0 && facts.fromIdentity != 0 && !facts.sender.has(InvestorRecords.FLAG_CUSTODIAN);
    }

    /// @notice Takes the lots that leave, oldest first.
    /// @return code 7 or 35; `facts.lots` are words of `ILots.LotsMoved` where it is 0
    function depart(Facts memory facts) internal returns (uint256 code) {
        uint256 amount = facts.amount;
        if (amount >> UNITS_BITS != 0) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (amount == 0) return ReasonCodes.OK;
        facts.lots = takeOut(facts.fromIdentity, slotsOf(TokenRules.unwrap(facts.rules), facts.fromIdentity), amount);
        if (facts.lots.length == 0) return ReasonCodes.CUSTODY_SHARE_TOO_LOW;
    }

    /// @notice Takes lots of the calling token from an investor's list, oldest first, and tells of them.
    /// @return lots words of `ILots.LotsMoved`; none, and nothing taken, where the investor has too few units
    function takeOut(uint256 identity, uint256[64] storage slots, uint256 amount)
        internal
        returns (uint256[] memory lots)
    {
        LotList memory list = LotLists.read(slots, 0);
        if (list.units < amount) return lots;
        lots = list.take(amount, 0);
        list.write(slots);
        for (uint256 i; i < lots.length; ++i) {
            lots[i] = Lot.wrap(lots[i]).moved(Lot.wrap(lots[i]));
        }
        emit ILots.LotsMoved(msg.sender, address(uint160(identity)), address(0), lots);
    }

    /// @notice Adds the lots that arrive, which are `facts.lots`.
    /// @return code 7, or 33 when the investor would have too many; `facts.lots` are words of `ILots.LotsMoved` where
    /// it is 0
    function arrive(Facts memory facts) internal returns (uint256 code) {
        if (facts.amount >> UNITS_BITS != 0) return ReasonCodes.AMOUNT_TOO_LARGE;
        uint256[] memory lots = facts.lots;
        uint256[64] storage slots = slotsOf(TokenRules.unwrap(facts.rules), facts.toIdentity);
        LotList memory list = LotLists.read(slots, lots.length);
        for (uint256 i; i < lots.length; ++i) {
            Lot lot = Lot.wrap(lots[i]);
            if (!list.add(lot)) return ReasonCodes.TOO_MANY_LOTS;
            lots[i] = lot.moved(lot);
        }
        list.write(slots);
        emit ILots.LotsMoved(address(uint160(facts.token)), address(0), address(uint160(facts.toIdentity)), lots);
    }

    /// @notice An investor's lots of the calling token: `lots[lotKey][identity]`, see `ComplianceStorage.lotKey`.
    /// @param rules the token's rule word
    function slotsOf(uint256 rules, uint256 identity) internal view returns (uint256[64] storage slots) {
        mapping(uint256 => mapping(address => uint256[64])) storage lots = LotStorage.load().lots;
        assembly ("memory-safe") {
            mstore(0, or(caller(), shl(160, and(shr(136, rules), 0xffff))))
            mstore(32, lots.slot)
            mstore(32, keccak256(0, 64))
            mstore(0, identity)
            slots.slot := keccak256(0, 64)
        }
    }
}
