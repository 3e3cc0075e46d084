// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { ILots } from "../../../interfaces/ILots.sol";
import { ComplianceStorage, Holding, TokenState } from "../ComplianceStorage.sol";
import { GeneralRules } from "../GeneralRules.sol";
import { InvestorLimits } from "../InvestorLimits.sol";
import { Position } from "../Position.sol";
import { TokenRules } from "../TokenRules.sol";
import { Lot, Lots } from "./Lot.sol";
import { LotCrossing } from "./LotCrossing.sol";

/// @title PlainCrossing
/// @notice The commonest ways to another chain and from one: an investor takes or brings units of its own, of a token
/// that keeps lots, and the rules have little to say of that. Decided in words on the stack, without `Facts`.
/// @dev It never refuses: what it does not settle has changed nothing, and the engine decides that in general. Tests
/// compare the two; `preview` always decides in general.
library PlainCrossing {
    // Switches of `TokenRules`, spelled out because a constant made of constants is a call. In both: registered,
    // positions and lots are kept; no count runs, no holders are counted, no pack of the token's own.
    uint256 private constant KEPT = 0x430000000000000000000000;
    // Of the rules that are asked of a sender (codes 15, 18, 21, 22, 25, 30 and 31) none but the last.
    uint256 private constant ASKED_LEAVING = 0xff005f00ff004264800000000000;
    uint256 private constant VOLUME_RULE = 1 << 63;
    // No other pack and no allotment of somebody's own either, no claims evaluated anew; of the rules that are asked of
    // a recipient (codes 19, 20 and 23 to 29) none but 19, 23 and 24.
    uint256 private constant ASKED_ARRIVING = 0xff00ffffff003e10000000000000;
    uint256 private constant COUNTRY_RULE = 1 << 51;
    uint256 private constant SUPPLY_RULE = 1 << 55;
    uint256 private constant BALANCE_RULE = 1 << 56;

    // Records of which more is to be asked: `FLAG_SANCTIONS_HOLD`, `FLAG_CUSTODIAN`, `FLAG_RELINKED`; of a recipient
    // `FLAG_RETIRED` too.
    uint256 private constant APART = 0x19 << 237;
    uint256 private constant APART_ARRIVING = 0x39 << 237;
    uint256 private constant ADDRESS_MASK = (1 << 160) - 1;
    uint256 private constant UNITS_MASK = (1 << 120) - 1;
    uint256 private constant BALANCE_MASK = (1 << 128) - 1;
    uint256 private constant VOLUME_MASK = (1 << 88) - 1;
    uint256 private constant LAST_COUNTRY = 1023;
    uint256 private constant LAST_LOT = 1 << 255;
    // Day, source and exemption of a lot.
    uint256 private constant KEY_MASK = ((1 << 36) - 1) << 120;

    // What follows the amount in the packed word of `TransferDecision`: version of the rules, path.
    uint256 private constant VERSION_MASK = (1 << 32) - 1;
    uint256 private constant PATH_SHIFT = 160;
    uint256 private constant ARRIVAL = 5 << 160;
    uint256 private constant DEPARTURE = 6 << 160;

    /// @notice Whether the rules of a token have nothing to say of what leaves but on volume.
    function mayLeave(TokenRules rules) internal pure returns (bool) {
        return TokenRules.unwrap(rules) & ASKED_LEAVING == KEPT;
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

    /// @notice Settles what leaves the calling token's chain where it is of that kind, and ends the call with the
    /// answer of `IComplianceEngine.settleDeparture`; returns only where it is not.
    /// @param word the token's rules, of which `mayLeave`
    /// @param sender record of the wallet that gives
    /// @param amount token units, as `leaving` gives them
    function depart(TokenState storage state, TokenRules word, uint256 sender, uint256 amount) internal {
        uint256 rules = TokenRules.unwrap(word);
        uint256 identity = sender & ADDRESS_MASK;
        if (identity == 0) return;
        if (sender & APART != 0) return;
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
        uint256 decision = amount | (rules & VERSION_MASK) << 128 | DEPARTURE;
        uint256 start;
        if (lot >> 255 != 0) {
            uint256 units = lot & UNITS_MASK;
            if (units < amount) return;
            unchecked {
                assembly ("memory-safe") {
                    // Nothing where all units leave.
                    sstore(slots.slot, mul(sub(lot, amount), iszero(eq(units, amount))))
                }
                // What leaves: without the units that stay and the mark of the last in a list.
                start = _tellMoved(identity, (lot << 1 >> 1) - units + amount, decision);
            }
        } else {
            uint256[] memory lots = LotCrossing.takeOut(identity, slots, amount);
            if (lots.length == 0) return;
            Lots.strip(lots);
            assembly ("memory-safe") {
                // The list that the lots were taken from lies there, which nothing reads any more.
                start := sub(lots, 96)
            }
        }
        given.position = Position.wrap(position);
        _end(identity, start, decision);
    }

    /// @notice Whether the rules of a token have nothing to say of what arrives but on countries, supply and positions.
    function mayArrive(TokenRules rules) internal pure returns (bool) {
        return TokenRules.unwrap(rules) & ASKED_ARRIVING == KEPT;
    }

    /// @notice Settles what arrives at the calling token's chain where it is one lot of the investor who brings it,
    /// like the one lot there is or the first, and ends the call with the answer of `IComplianceEngine.settleArrival`;
    /// returns only where it is not.
    /// @param word the token's rules, of which `mayArrive`
    /// @param recipient record of the wallet that receives
    /// @param identity identity that had the lot on the other chain
    /// @param arriving the lot
    function arrive(
        TokenState storage state,
        TokenRules word,
        IComplianceEngine.Movement calldata movement,
        uint256 recipient,
        address identity,
        Lot arriving
    ) internal {
        uint256 rules = TokenRules.unwrap(word);
        uint256 amount = movement.amount;
        if (movement.from != address(0) || !_receives(recipient, identity)) return;
        if (!arriving.isWellFormed() || arriving.units() != amount) return;
        if (rules & COUNTRY_RULE != 0 && !_allowed(state, (recipient >> 160) & 0xffff)) return;
        uint256[64] storage slots = LotCrossing.slotsOf(rules, uint160(identity));
        uint256 lot = slots[0];
        unchecked {
            uint256 held = (lot & UNITS_MASK) + amount;
            if (held > UNITS_MASK || held > _most(state, rules)) return;
            if (rules & SUPPLY_RULE != 0 && movement.totalSupplyBefore + amount > state.issueLimits.supplyCap) return;
            Holding storage taken = _holding(rules, uint160(identity));
            uint256 position = Position.unwrap(taken.position) + amount;
            if ((position - amount) & BALANCE_MASK > position & BALANCE_MASK) return;
            if (lot == 0) slots[0] = Lot.unwrap(arriving) | LAST_LOT;
            else if (lot < LAST_LOT || (lot ^ Lot.unwrap(arriving)) & KEY_MASK != 0) return;
            else slots[0] = lot + amount;
            taken.position = Position.wrap(position);
        }
        uint256 decision = amount | (rules & VERSION_MASK) << 128 | ARRIVAL;
        _end(uint160(identity), _tellMoved(uint160(identity), Lot.unwrap(arriving), decision), decision);
    }

    /// @dev Most units that one investor may have here.
    function _most(TokenState storage state, uint256 rules) private view returns (uint256) {
        return rules & BALANCE_RULE == 0 ? UNITS_MASK : state.investorLimits.maxBalance();
    }

    /// @dev Whether a recipient's evidence counts, nothing more is to be asked of it, and it is who brings the units.
    function _receives(uint256 recipient, address identity) private view returns (bool) {
        if (recipient & APART_ARRIVING != 0 || recipient & ADDRESS_MASK != uint160(identity)) return false;
        return identity != address(0) && (recipient >> 176) & 0xffffffffff > block.timestamp;
    }

    /// @dev Whether units may be held in a country.
    function _allowed(TokenState storage state, uint256 country) private view returns (bool) {
        return country <= LAST_COUNTRY && GeneralRules.isListed(state.allowedCountries, country);
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

    /// @notice Tells of the lot that moved.
    /// @dev Here and in `_end` the path tells the direction: with a zero for the other side the compiler would make two
    /// functions of each, and a long constant that stands in more than three places is copied out of the code at each,
    /// which costs ten times a push, in transfers too.
    /// @return start place for `_end`: three words, and an array of the lot behind them
    function _tellMoved(uint256 identity, uint256 lot, uint256 decision) private returns (uint256 start) {
        bytes32 moved = ILots.LotsMoved.selector;
        uint256 comes = (decision >> PATH_SHIFT) & 1;
        assembly ("memory-safe") {
            start := mload(0x40)
            mstore(add(start, 64), 32)
            mstore(add(start, 96), 1)
            // The lot, and once more its day, source and exemption: it stays what it is.
            mstore(add(start, 128), or(lot, shl(156, shr(120, lot))))
            log4(add(start, 64), 96, moved, caller(), mul(identity, iszero(comes)), mul(identity, comes))
            mstore(add(start, 128), lot)
        }
    }

    /// @dev Tells of the decision, and ends the call: 0, and of a departure the identity and the lots.
    function _end(uint256 identity, uint256 start, uint256 decision) private {
        bytes32 decided = IComplianceEngine.TransferDecision.selector;
        uint256 comes = (decision >> PATH_SHIFT) & 1;
        assembly ("memory-safe") {
            mstore(0, decision)
            log4(0, 32, decided, caller(), mul(identity, iszero(comes)), mul(identity, comes))
            mstore(start, 0)
            if comes { return(start, 32) }
            mstore(add(start, 32), identity)
            mstore(add(start, 64), 96)
            return(start, add(128, shl(5, mload(add(start, 96)))))
        }
    }
}
