// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { ISettlementNetting } from "../../interfaces/ISettlementNetting.sol";
import { SettlementGroups } from "../SettlementGroups.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { TradeCore } from "./TradeCore.sol";

/// @title NetSettlement
/// @notice Verifies a solved netting batch and moves its net positions (SET-05, SET-06, SET-07).
abstract contract NetSettlement is ISettlementNetting, TradeCore {
    /// @dev What a batch is being added up to. `numbers` are the cycle's payments that settle in it, a bit each;
    /// `nextPart` is the position of the next payment that settles in part.
    struct Tally {
        bytes32 domain;
        bytes32 participantsHash;
        int256[] net;
        uint256[] numbers;
        uint256[] selected;
        ISettlementNetting.Part[] parts;
        uint256 part;
        uint256 nextPart;
        uint256 position;
        uint256 gross;
        uint256 settled;
    }

    /// @dev One list on its way through: what its payer pays, and the least that was left out of it.
    struct ListTally {
        uint256 payer;
        uint256 paid;
        address account;
        bool strict;
        uint256 least;
        uint256 leastNumber;
        bool interrupted;
        uint256 fee;
    }

    uint256 private constant PAYMENT_BYTES = 16;
    uint256 private constant MAX_PARTICIPANTS = 256;
    uint256 private constant CYCLE_WORDS = 256;
    uint256 private constant DIVISIBLE = 1;
    bytes32 private constant LIST_TYPE = keccak256(
        "PaymentList(bytes32 cycle,address asset,address payer,bytes32 participantsHash,uint256 limit,"
        "uint256 deadline,bool strict,bytes32 paymentsHash)"
    );

    /// @inheritdoc ISettlementNetting
    function settleNet(ISettlementNetting.NetBatch calldata batch)
        external
        nonReentrant
        whenGroupActive(SettlementGroups.NETTING)
    {
        _requireOperator(batch.cycle);
        uint256 shared = _participants(batch.participants);
        (AssetWord word, uint256 parity) = _payable(batch.asset, shared);
        if (word.has(AssetWords.GROUP_2)) revert ISettlementNetting.BatchInvalid("asset");
        Tally memory tally = _tally(batch);
        mapping(uint256 => uint256) storage netted = _layout().netted[_cycleKey(batch.cycle, batch.asset)];
        ListTally[] memory lists = new ListTally[](batch.lists.length);
        for (uint256 i; i < lists.length; ++i) {
            lists[i] = _addList(batch, batch.lists[i], tally, netted);
            if (i != 0 && lists[i].payer <= lists[i - 1].payer) revert ISettlementNetting.BatchInvalid("lists");
        }
        if (tally.nextPart != type(uint256).max) revert ISettlementNetting.BatchInvalid("parts");
        if (batch.selected.length != (tally.position + 255) >> 8) revert ISettlementNetting.BatchInvalid("selected");
        _spend(batch.cycle, batch.asset, netted, tally);
        uint256 net = _netDebit(tally.net);
        _count(batch.asset, word, tally.gross, tally.settled);
        _countValue(word, address(0), address(0), tally.gross, parity, tally.settled);
        bool charged = _feeStructure() != address(0);
        for (uint256 i; i < lists.length; ++i) {
            ListTally memory own = lists[i];
            if (charged && own.paid != 0) own.fee = _recordFee(batch.asset, word, own.account, own.paid, parity, 0);
            _requireBounds(batch, batch.lists[i], own, tally.net[own.payer], charged);
        }
        emit ISettlementNetting.BatchNetted(
            batch.cycle, batch.asset, tally.gross, net, tally.settled, tally.position - tally.settled
        );
        _moveNet(batch.asset, word, batch.participants, tally.net);
        for (uint256 i; charged && i < lists.length; ++i) {
            if (lists[i].fee != 0) _move(batch.asset, word, lists[i].account, address(this), lists[i].fee);
        }
    }

    /// @dev Every payer has signed the cycle's name, and with it who may submit.
    function _requireOperator(bytes32 cycle) private view {
        address operator = address(bytes20(cycle));
        if (operator != address(0) && operator != msg.sender) {
            revert ISettlementNetting.NotTheOperator(operator, msg.sender);
        }
    }

    // ------------------------------------------------------------------ adding up

    function _tally(ISettlementNetting.NetBatch calldata batch) private view returns (Tally memory tally) {
        tally.domain = _domain();
        tally.participantsHash = keccak256(abi.encodePacked(batch.participants));
        tally.net = new int256[](batch.participants.length);
        tally.numbers = new uint256[](CYCLE_WORDS);
        tally.selected = batch.selected;
        tally.parts = batch.parts;
        tally.nextPart = _nextPart(tally);
    }

    function _participants(address[] calldata participants) private view returns (uint256 shared) {
        uint256 count = participants.length;
        if (count < 2 || count > MAX_PARTICIPANTS) revert ISettlementNetting.BatchInvalid("participants");
        shared = type(uint256).max;
        address previous = address(0);
        for (uint256 i; i < count; ++i) {
            address participant = participants[i];
            if (participant <= previous) revert ISettlementNetting.BatchInvalid("participants");
            previous = participant;
            shared &= _admitted(participant);
        }
    }

    function _addList(
        ISettlementNetting.NetBatch calldata batch,
        ISettlementNetting.PaymentList calldata list,
        Tally memory tally,
        mapping(uint256 => uint256) storage netted
    ) private returns (ListTally memory own) {
        if (list.payer >= batch.participants.length) {
            revert ISettlementNetting.BatchInvalid("payer");
        }
        address payer = batch.participants[list.payer];
        if (block.timestamp > list.deadline) revert ISettlementNetting.ListExpired(payer, list.deadline);
        bytes32 hash = _listHash(batch.cycle, batch.asset, payer, tally.participantsHash, list);
        if (list.signature.length != 0 || msg.sender != payer) {
            _requireSigned(tally.domain, payer, hash, list.signature);
        }
        if (list.payments.length % PAYMENT_BYTES != 0) revert ISettlementNetting.BatchInvalid("payments");
        (own.payer, own.account, own.strict) = (list.payer, payer, list.strict);
        own.least = type(uint256).max;
        _walk(batch.cycle, list.payments, tally, own, netted);
    }

    /// @dev Adds a list's payments up: one settles when its bit is set, and must be unaffordable when it is not.
    /// Unchecked: 65,536 amounts of 96 bits stay far below 256.
    function _walk(
        bytes32 cycle,
        bytes calldata payments,
        Tally memory tally,
        ListTally memory own,
        mapping(uint256 => uint256) storage netted
    ) private {
        uint256 count = payments.length / PAYMENT_BYTES;
        if (tally.position + count > tally.selected.length << 8) revert ISettlementNetting.BatchInvalid("selected");
        unchecked {
            uint256 place = 0;
            while (place < count) {
                if (!(own.interrupted && own.strict)) place = _run(payments, place, count, tally, own);
                if (place == count) break;
                uint256 payment;
                assembly ("memory-safe") {
                    payment := shr(128, calldataload(add(payments.offset, shl(4, place))))
                }
                _addSpecial(cycle, payment, tally, own, netted);
                ++place;
            }
            tally.gross += own.paid;
            tally.net[own.payer] -= int256(own.paid);
        }
    }

    /// @dev Adds up payments that settle in full, from `place` on, and returns the place of the first that is anything
    /// else: left out, in part, or invalid. In assembly because a batch spends most of its gas here; it touches only
    /// words inside `net` (by a payee below its length) and `numbers` (256 words, by 8 bits).
    function _run(bytes calldata payments, uint256 place, uint256 count, Tally memory tally, ListTally memory own)
        private
        pure
        returns (uint256 next)
    {
        (int256[] memory net, uint256[] memory numbers) = (tally.net, tally.numbers);
        (uint256[] memory selected, uint256 nextPart, uint256 payer) = (tally.selected, tally.nextPart, own.payer);
        uint256 position = tally.position;
        uint256 paid = 0;
        next = place;
        assembly ("memory-safe") {
            let banks := mload(net)
            for { } lt(next, count) { } {
                let payment := shr(128, calldataload(add(payments.offset, shl(4, next))))
                let payee := shr(120, payment)
                let amount := and(payment, 0xffffffffffffffffffffffff)
                let word := add(add(numbers, 0x20), shl(5, and(shr(112, payment), 0xff)))
                let seen := mload(word)
                let mark := shl(and(shr(104, payment), 0xff), 1)
                let bits := mload(add(add(selected, 0x20), shl(5, shr(8, position))))
                let odd := or(iszero(and(shr(and(position, 0xff), bits), 1)), eq(position, nextPart))
                odd := or(odd, or(iszero(amount), iszero(lt(payee, banks))))
                if or(odd, or(eq(payee, payer), iszero(iszero(and(seen, mark))))) { break }
                mstore(word, or(seen, mark))
                let units := add(add(net, 0x20), shl(5, payee))
                mstore(units, add(mload(units), amount))
                paid := add(paid, amount)
                position := add(position, 1)
                next := add(next, 1)
            }
        }
        unchecked {
            tally.settled += next - place;
            tally.position = position;
            own.paid += paid;
        }
    }

    /// @dev One payment that is not simply settled in full.
    function _addSpecial(
        bytes32 cycle,
        uint256 payment,
        Tally memory tally,
        ListTally memory own,
        mapping(uint256 => uint256) storage netted
    ) private {
        uint256 position = tally.position++;
        if ((tally.selected[position >> 8] >> (position & 0xFF)) & 1 == 0) {
            _passOver(payment, own, netted);
            return;
        }
        uint256 number = uint16(payment >> 104);
        uint256 payee = payment >> 120;
        uint256 amount = uint96(payment);
        if (payee >= tally.net.length || payee == own.payer || amount == 0) {
            revert ISettlementNetting.BatchInvalid("payment");
        }
        if (own.interrupted && own.strict) revert ISettlementNetting.OrderBroken(own.account, number);
        uint256 bit = 1 << (number & 0xFF);
        if (tally.numbers[number >> 8] & bit != 0) revert ISettlementNetting.PaymentReplayed(cycle, number);
        tally.numbers[number >> 8] |= bit;
        amount = _part(cycle, payment, amount, tally, own);
        tally.net[payee] += int256(amount);
        own.paid += amount;
        ++tally.settled;
    }

    /// @dev A payment that does not settle. Behind the first that a strict list leaves out, nothing could have settled
    /// anyway; one that settled before needs no excuse.
    function _passOver(uint256 payment, ListTally memory own, mapping(uint256 => uint256) storage netted) private view {
        if (own.strict && own.interrupted) return;
        uint256 number = uint16(payment >> 104);
        if ((netted[number >> 8] >> (number & 0xFF)) & 1 == 0) _leaveOut(own, uint96(payment), number);
    }

    function _leaveOut(ListTally memory own, uint256 amount, uint256 number) private pure {
        own.interrupted = true;
        if (amount < own.least) (own.least, own.leastNumber) = (amount, number);
    }

    /// @dev Units of a payment that settles in part, as the batch says; the rest is left out.
    function _part(bytes32 cycle, uint256 payment, uint256 amount, Tally memory tally, ListTally memory own)
        private
        returns (uint256 settles)
    {
        settles = tally.parts[tally.part++].amount;
        tally.nextPart = _nextPart(tally);
        if ((payment >> 96) & DIVISIBLE == 0 || settles == 0 || settles >= amount) {
            revert ISettlementNetting.BatchInvalid("parts");
        }
        uint256 number = uint16(payment >> 104);
        _leaveOut(own, amount - settles, number);
        emit ISettlementNetting.PaymentSplit(cycle, number, settles, amount - settles);
    }

    function _nextPart(Tally memory tally) private pure returns (uint256) {
        return tally.part == tally.parts.length ? type(uint256).max : tally.parts[tally.part].position;
    }

    // ------------------------------------------------------------------ verifying

    /// @dev The payer keeps its limit, its fee included, and nothing was left out that it could have afforded together
    /// with the most that it has agreed to pay in fees.
    function _requireBounds(
        ISettlementNetting.NetBatch calldata batch,
        ISettlementNetting.PaymentList calldata list,
        ListTally memory own,
        int256 net,
        bool charged
    ) private view {
        address payer = batch.participants[own.payer];
        uint256 limit = list.limit;
        int256 debit = int256(own.fee) - net;
        if (debit > int256(limit)) revert ISettlementNetting.Overdrawn(payer, uint256(debit), limit);
        if (own.least == type(uint256).max) return;
        uint256 balance = IERC20(batch.asset).balanceOf(payer);
        if (balance < limit) limit = balance;
        uint256 allowance = IERC20(batch.asset).allowance(payer, address(this));
        if (allowance < limit) limit = allowance;
        int256 available = int256(limit) + net;
        if (charged) available -= int256(_mostFeeDown(payer, own.paid + own.least));
        if (int256(own.least) <= available) {
            revert ISettlementNetting.PaymentAffordable(payer, own.leastNumber, uint256(available));
        }
    }

    /// @dev Marks the cycle's numbers as settled, a word at a time.
    function _spend(bytes32 cycle, address asset, mapping(uint256 => uint256) storage netted, Tally memory tally)
        private
    {
        for (uint256 place; place < CYCLE_WORDS; ++place) {
            uint256 bits = tally.numbers[place];
            if (bits == 0) continue;
            uint256 known = netted[place];
            if (known & bits != 0) {
                uint256 number = (place << 8) | _lowestBit(known & bits);
                revert ISettlementNetting.PaymentReplayed(cycle, number);
            }
            netted[place] = known | bits;
            emit ISettlementNetting.PaymentsNetted(cycle, asset, place, bits);
        }
    }

    function _lowestBit(uint256 bits) private pure returns (uint256 place) {
        while (bits & 1 == 0) {
            bits >>= 1;
            ++place;
        }
    }

    function _netDebit(int256[] memory net) private pure returns (uint256 debit) {
        for (uint256 i; i < net.length; ++i) {
            if (net[i] < 0) debit += uint256(-net[i]);
        }
    }

    // ------------------------------------------------------------------ hashes and views

    function _cycleKey(bytes32 cycle, address asset) internal pure returns (bytes32) {
        return keccak256(abi.encode(cycle, asset));
    }

    function _listHash(
        bytes32 cycle,
        address asset,
        address payer,
        bytes32 participantsHash,
        ISettlementNetting.PaymentList calldata list
    ) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                LIST_TYPE,
                cycle,
                asset,
                payer,
                participantsHash,
                list.limit,
                list.deadline,
                list.strict,
                keccak256(list.payments)
            )
        );
    }

    /// @inheritdoc ISettlementNetting
    function listDigest(
        bytes32 cycle,
        address asset,
        address[] calldata participants,
        ISettlementNetting.PaymentList calldata list
    ) external view returns (bytes32) {
        if (list.payer >= participants.length) {
            revert ISettlementNetting.BatchInvalid("payer");
        }
        bytes32 hash = keccak256(abi.encodePacked(participants));
        return _digest(_domain(), _listHash(cycle, asset, participants[list.payer], hash, list));
    }

    /// @inheritdoc ISettlementNetting
    function isNetted(bytes32 cycle, address asset, uint16 number) external view returns (bool) {
        return (_layout().netted[_cycleKey(cycle, asset)][number >> 8] >> (number & 0xFF)) & 1 != 0;
    }
}
