// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ILots } from "../../../interfaces/ILots.sol";
import { ComplianceStorage, Holding, TokenState } from "../ComplianceStorage.sol";
import { InvestorLimits } from "../InvestorLimits.sol";
import { Position } from "../Position.sol";
import { TokenRules } from "../TokenRules.sol";
import { Lots } from "./Lot.sol";
import { LotCrossing } from "./LotCrossing.sol";

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

    /// @notice Whether the rules of a token have nothing to say but on volume.
    function isAllowed(TokenRules rules) internal pure returns (bool) {
        return TokenRules.unwrap(rules) & ASKED == KEPT;
    }

    /// @notice Sender and amount of a movement that takes units out of a wallet to nobody here; no sender where it is
    /// none or the amount is none of a lot's. Whole words: an address with anything above it has no record.
    function leaving(IComplianceEngine.Movement calldata movement)
        internal
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

    /// @notice Settles what leaves the calling token's chain where it is of that kind, and ends the call with the answer
    /// of `IComplianceEngine.settleDeparture`; returns only where it is not.
    /// @param word the token's rules, of which `isAllowed`
    /// @param sender record of the wallet that gives
    /// @param amount token units, as `leaving` gives them
    function settle(TokenState storage state, TokenRules word, uint256 sender, uint256 amount) internal {
        uint256 rules = TokenRules.unwrap(word);
        uint256 identity = sender & ADDRESS_MASK;
        if (sender & APART != 0 || identity == 0) return;
        Holding storage given = _holding(rules, identity);
        uint256 position = Position.unwrap(given.position);
        if (position & BALANCE_MASK < amount) return;
        unchecked {
            position -= amount;
        }
        if (rules & VOLUME_RULE != 0) {
            position = _withVolume(position, InvestorLimits.unwrap(state.investorLimits), amount);
            if (position == 0) return;
        }
        uint256[64] storage slots = LotCrossing.slotsOf(rules, identity);
        uint256 lot = slots[0];
        uint256[] memory lots;
        if (lot >> 255 != 0) {
            uint256 units = lot & UNITS_MASK;
            if (units < amount) return;
            unchecked {
                slots[0] = units == amount ? 0 : lot - amount;
                // Without the units that stay and the mark of the last in a list.
                lots = _told(identity, (lot << 1 >> 1) - units + amount);
            }
        } else {
            lots = LotCrossing.takeOut(identity, slots, amount);
            if (lots.length == 0) return;
            Lots.strip(lots);
        }
        given.position = Position.wrap(position);
        _answer(identity, lots, amount | (rules & VERSION_MASK) << 128 | DEPARTURE);
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

    /// @dev Tells of one lot that left, and gives it as an array, with room for `_answer` in front.
    function _told(uint256 identity, uint256 lot) private returns (uint256[] memory lots) {
        bytes32 moved = ILots.LotsMoved.selector;
        assembly ("memory-safe") {
            let place := add(mload(0x40), 64)
            mstore(place, 32)
            lots := add(place, 32)
            mstore(lots, 1)
            // The lot, and once more its day, source and exemption: it stays what it is.
            mstore(add(place, 64), or(lot, shl(156, shr(120, lot))))
            log4(place, 96, moved, caller(), identity, 0)
            mstore(add(place, 64), lot)
        }
    }

    /// @dev Tells of the decision and ends the call: 0, the identity, the lots. These words are put in front of the
    /// array, into room of `_told` or onto the list that the lots were taken from, which nothing reads any more.
    function _answer(uint256 identity, uint256[] memory lots, uint256 decision) private {
        bytes32 decided = IComplianceEngine.TransferDecision.selector;
        assembly ("memory-safe") {
            mstore(0, decision)
            log4(0, 32, decided, caller(), identity, 0)
            let start := sub(lots, 96)
            mstore(start, 0)
            mstore(add(start, 32), identity)
            mstore(add(start, 64), 96)
            return(start, add(128, shl(5, mload(lots))))
        }
    }
}
