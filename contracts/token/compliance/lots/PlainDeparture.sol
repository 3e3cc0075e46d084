// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ILots } from "../../../interfaces/ILots.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorRecord } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage, Holding, TokenState } from "../ComplianceStorage.sol";
import { InvestorLimits } from "../InvestorLimits.sol";
import { Position } from "../Position.sol";
import { TokenRules } from "../TokenRules.sol";
import { LotCrossing } from "./LotCrossing.sol";
import { LotStorage } from "./LotStorage.sol";

/// @title PlainDeparture
/// @notice The commonest way to another chain: an investor takes units of its own, of a token that keeps lots and whose
/// rules have nothing to say of that but the limit on volume. Decided in words on the stack, without `Facts`.
/// @dev It never refuses: what it does not settle has changed nothing, and the engine decides that in general. Tests
/// compare the two, since `preview` always decides in general.
library PlainDeparture {
    // Switches of `TokenRules`, spelled out because a constant made of constants is a call. Registered, positions and
    // lots are kept; no count runs, no holders are counted, no pack of the token's own; of the rules that are asked of
    // a sender (codes 15, 18, 21, 22, 25, 30 and 31) none but the last.
    uint256 private constant KEPT = 0x430000000000000000000000;
    uint256 private constant ASKED = 0xff005f00ff004264800000000000;
    uint256 private constant VOLUME_RULE = 1 << 63;

    // Records of which more is to be asked: `FLAG_SANCTIONS_HOLD`, `FLAG_CUSTODIAN`, `FLAG_RELINKED`.
    uint256 private constant APART = 0x19 << 237;
    uint256 private constant ADDRESS_MASK = (1 << 160) - 1;
    uint256 private constant UNITS_MASK = (1 << 120) - 1;
    uint256 private constant BALANCE_MASK = (1 << 128) - 1;
    uint256 private constant VOLUME_MASK = (1 << 88) - 1;

    // What follows the amount in the packed word of `TransferDecision`: version of the rules, path.
    uint256 private constant VERSION_MASK = (1 << 32) - 1;
    uint256 private constant DEPARTURE = 6 << 160;

    /// @notice Settles a movement of the calling token to another chain where it is of that kind. Where one lot is all
    /// that the investor has, this ends the call with the answer of `settleDeparture`.
    /// @return identity whose units left; zero where nothing is settled
    /// @return lots words of `ILots.LotsMoved`
    function settle(TokenState storage state, IComplianceEngine.Movement calldata movement)
        internal
        returns (uint256 identity, uint256[] memory lots)
    {
        uint256 rules = TokenRules.unwrap(state.rules);
        if (rules & ASKED != KEPT) return (0, lots);
        (uint256 from, uint256 amount) = _leaving(movement);
        if (from == 0) return (0, lots);
        uint256 sender = _sender(from);
        identity = sender & ADDRESS_MASK;
        if (sender & APART != 0 || identity == 0) return (0, lots);
        Holding storage given = _holding(rules, identity);
        uint256 position = Position.unwrap(given.position);
        if (position & BALANCE_MASK < amount) return (0, lots);
        unchecked {
            position -= amount;
        }
        if (rules & VOLUME_RULE != 0) {
            position = _withVolume(position, InvestorLimits.unwrap(state.investorLimits), amount);
            if (position == 0) return (0, lots);
        }
        uint256[64] storage slots = _lots(rules, identity);
        uint256 lot = slots[0];
        uint256 decision = amount | (rules & VERSION_MASK) << 128 | DEPARTURE;
        if (lot >> 255 != 0) {
            uint256 units = lot & UNITS_MASK;
            if (units < amount) return (0, lots);
            unchecked {
                slots[0] = units == amount ? 0 : lot - amount;
                given.position = Position.wrap(position);
                // The lot that leaves: without the units that stay and the mark of the last in a list.
                _answer(identity, (lot << 1 >> 1) - units + amount, decision);
            }
        }
        lots = LotCrossing.takeOut(identity, slots, amount);
        if (lots.length == 0) return (0, lots);
        given.position = Position.wrap(position);
        _tell(identity, decision);
    }

    /// @dev Sender and amount of a movement that takes units out of a wallet to nobody here; no sender where it is none
    /// or the amount is none of a lot's. Whole words: an address with anything above it has no record.
    function _leaving(IComplianceEngine.Movement calldata movement)
        private
        pure
        returns (uint256 from, uint256 amount)
    {
        assembly ("memory-safe") {
            amount := calldataload(add(movement, 96))
            let toNobody := iszero(calldataload(add(movement, 64)))
            let fits := and(iszero(shr(120, amount)), lt(0, amount))
            from := mul(calldataload(add(movement, 32)), and(toNobody, fits))
        }
    }

    function _sender(uint256 wallet) private view returns (uint256 record) {
        mapping(address => InvestorRecord) storage records = IdentityStorage.load().records;
        assembly ("memory-safe") {
            mstore(0, wallet)
            mstore(32, records.slot)
            record := sload(keccak256(0, 64))
        }
    }

    /// @dev `holdings[countKey][identity]`, see `ComplianceStorage.countKey`.
    function _holding(uint256 rules, uint256 identity) private view returns (Holding storage holding) {
        mapping(uint256 => mapping(address => Holding)) storage holdings = ComplianceStorage.load().holdings;
        assembly ("memory-safe") {
            mstore(0, or(caller(), shl(160, and(shr(112, rules), 0xffffff))))
            mstore(32, holdings.slot)
            mstore(32, keccak256(0, 64))
            mstore(0, identity)
            holding.slot := keccak256(0, 64)
        }
    }

    /// @dev `lots[lotKey][identity]`, see `ComplianceStorage.lotKey`.
    function _lots(uint256 rules, uint256 identity) private view returns (uint256[64] storage slots) {
        mapping(uint256 => mapping(address => uint256[64])) storage lots = LotStorage.load().lots;
        assembly ("memory-safe") {
            mstore(0, or(caller(), shl(160, and(shr(136, rules), 0xffff))))
            mstore(32, lots.slot)
            mstore(32, keccak256(0, 64))
            mstore(0, identity)
            slots.slot := keccak256(0, 64)
        }
    }

    /// @dev The position with the amount in its window, as `GeneralRules.check` counts it; zero where this chain's
    /// allotment is not enough.
    function _withVolume(uint256 position, uint256 limits, uint256 amount) private view returns (uint256) {
        unchecked {
            uint256 end = position >> 216;
            if (block.timestamp < end) amount += (position >> 128) & VOLUME_MASK;
            else end = block.timestamp + (limits >> 216);
            if (amount > (limits >> 128) & VOLUME_MASK) return 0;
            return (position & BALANCE_MASK) | (amount << 128) | (end << 216);
        }
    }

    /// @dev Tells of one lot that left and of the decision, and answers: 0, the identity, the lot.
    function _answer(uint256 identity, uint256 lot, uint256 decision) private {
        bytes32 moved = ILots.LotsMoved.selector;
        bytes32 decided = IComplianceEngine.TransferDecision.selector;
        assembly ("memory-safe") {
            let place := mload(0x40)
            mstore(place, 32)
            mstore(add(place, 32), 1)
            // The lot, and once more its day, source and exemption: it stays what it is.
            mstore(add(place, 64), or(lot, shl(156, shr(120, lot))))
            log4(place, 96, moved, caller(), identity, 0)
            mstore(place, decision)
            log4(place, 32, decided, caller(), identity, 0)
            mstore(place, 0)
            mstore(add(place, 32), identity)
            mstore(add(place, 64), 96)
            mstore(add(place, 96), 1)
            mstore(add(place, 128), lot)
            return(place, 160)
        }
    }

    function _tell(uint256 identity, uint256 decision) private {
        bytes32 decided = IComplianceEngine.TransferDecision.selector;
        assembly ("memory-safe") {
            mstore(0, decision)
            log4(0, 32, decided, caller(), identity, 0)
        }
    }
}
