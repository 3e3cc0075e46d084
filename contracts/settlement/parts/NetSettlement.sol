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
    /// @dev What a batch is being added up to. `numbers` are the cycle's payments that settle in it, a bit each.
    struct Tally {
        bytes32 domain;
        bytes32 participantsHash;
        int256[] net;
        uint256[] numbers;
        uint256 lastWord;
        uint256 position;
        uint256 part;
        uint256 gross;
        uint256 settled;
    }

    /// @dev One list on its way through: what its payer pays, and the least that was left out of it.
    struct ListTally {
        uint256 payer;
        uint256 paid;
        uint256 least;
        uint256 leastNumber;
        bool interrupted;
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
        uint256 shared = _participants(batch.participants);
        (AssetWord word, uint256 parity) = _payable(batch.asset, shared);
        if (word.has(AssetWords.GROUP_2)) revert ISettlementNetting.BatchInvalid("asset");
        Tally memory tally;
        tally.domain = _domain();
        tally.participantsHash = keccak256(abi.encodePacked(batch.participants));
        tally.net = new int256[](batch.participants.length);
        tally.numbers = new uint256[](CYCLE_WORDS);
        mapping(uint256 => uint256) storage netted = _layout().netted[_cycleKey(batch.cycle, batch.asset)];
        ListTally[] memory lists = new ListTally[](batch.lists.length);
        for (uint256 i; i < lists.length; ++i) {
            lists[i] = _addList(batch, batch.lists[i], tally, netted);
            if (i != 0 && lists[i].payer <= lists[i - 1].payer) revert ISettlementNetting.BatchInvalid("lists");
        }
        if (tally.part != batch.parts.length) revert ISettlementNetting.BatchInvalid("parts");
        if (batch.selected.length != (tally.position + 255) >> 8) revert ISettlementNetting.BatchInvalid("selected");
        for (uint256 i; i < lists.length; ++i) {
            _requireBounds(batch, batch.lists[i], lists[i], tally.net[lists[i].payer]);
        }
        _spend(batch.cycle, batch.asset, netted, tally);
        uint256 net = _netDebit(tally.net);
        _count(batch.asset, word, tally.gross, tally.settled);
        _countValue(word, address(0), address(0), tally.gross, parity, tally.settled);
        emit ISettlementNetting.BatchNetted(
            batch.cycle, batch.asset, tally.gross, net, tally.settled, tally.position - tally.settled
        );
        _moveNet(batch.asset, word, batch.participants, tally.net);
    }

    // ------------------------------------------------------------------ adding up

    function _participants(address[] calldata participants) private view returns (uint256 shared) {
        uint256 count = participants.length;
        if (count < 2 || count > MAX_PARTICIPANTS) revert ISettlementNetting.BatchInvalid("participants");
        shared = type(uint256).max;
        address previous;
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
    ) private view returns (ListTally memory own) {
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
        own.payer = list.payer;
        own.least = type(uint256).max;
        uint256 count = list.payments.length / PAYMENT_BYTES;
        for (uint256 i; i < count; ++i) {
            uint256 payment;
            bytes calldata payments = list.payments;
            assembly ("memory-safe") {
                payment := shr(128, calldataload(add(payments.offset, mul(i, PAYMENT_BYTES))))
            }
            _addPayment(batch, list.strict, payer, payment, tally, own, netted);
        }
        tally.net[own.payer] -= int256(own.paid);
    }

    /// @dev One payment: settles when its bit is set, and is what must be unaffordable when it is not.
    function _addPayment(
        ISettlementNetting.NetBatch calldata batch,
        bool strict,
        address payer,
        uint256 payment,
        Tally memory tally,
        ListTally memory own,
        mapping(uint256 => uint256) storage netted
    ) private view {
        uint256 amount = uint96(payment);
        uint256 number = uint16(payment >> 104);
        uint256 position = tally.position++;
        if (position >> 8 >= batch.selected.length) revert ISettlementNetting.BatchInvalid("selected");
        if ((batch.selected[position >> 8] >> (position & 0xFF)) & 1 == 0) {
            // Behind the first that a strict list leaves out, nothing could have settled anyway.
            if (strict && own.interrupted) return;
            if ((netted[number >> 8] >> (number & 0xFF)) & 1 == 0) _leaveOut(own, amount, number);
            return;
        }
        if (strict && own.interrupted) revert ISettlementNetting.OrderBroken(payer, number);
        uint256 payee = payment >> 120;
        if (payee >= tally.net.length || payee == own.payer || amount == 0) {
            revert ISettlementNetting.BatchInvalid("payment");
        }
        uint256 settles = _settles(batch.parts, payment, position, amount, tally);
        if (settles != amount) _leaveOut(own, amount - settles, number);
        uint256 bit = 1 << (number & 0xFF);
        uint256 place = number >> 8;
        if (tally.numbers[place] & bit != 0) revert ISettlementNetting.PaymentReplayed(batch.cycle, number);
        tally.numbers[place] |= bit;
        if (place > tally.lastWord) tally.lastWord = place;
        own.paid += settles;
        tally.net[payee] += int256(settles);
        tally.gross += settles;
        ++tally.settled;
    }

    function _leaveOut(ListTally memory own, uint256 amount, uint256 number) private pure {
        own.interrupted = true;
        if (amount < own.least) (own.least, own.leastNumber) = (amount, number);
    }

    /// @dev Units of a payment that settle: all of them, or the part that the batch names.
    function _settles(
        ISettlementNetting.Part[] calldata parts,
        uint256 payment,
        uint256 position,
        uint256 amount,
        Tally memory tally
    ) private pure returns (uint256) {
        uint256 next = tally.part;
        if (next == parts.length || parts[next].position != position) return amount;
        uint256 settles = parts[next].amount;
        if ((payment >> 96) & DIVISIBLE == 0 || settles == 0 || settles >= amount) {
            revert ISettlementNetting.BatchInvalid("parts");
        }
        tally.part = next + 1;
        return settles;
    }

    // ------------------------------------------------------------------ verifying

    /// @dev The payer keeps its limit, and nothing was left out that it could have afforded.
    function _requireBounds(
        ISettlementNetting.NetBatch calldata batch,
        ISettlementNetting.PaymentList calldata list,
        ListTally memory own,
        int256 net
    ) private view {
        address payer = batch.participants[own.payer];
        uint256 limit = list.limit;
        if (-net > int256(limit)) revert ISettlementNetting.Overdrawn(payer, uint256(-net), limit);
        if (own.least == type(uint256).max) return;
        uint256 balance = IERC20(batch.asset).balanceOf(payer);
        if (balance < limit) limit = balance;
        uint256 allowance = IERC20(batch.asset).allowance(payer, address(this));
        if (allowance < limit) limit = allowance;
        int256 available = int256(limit) + net;
        if (int256(own.least) <= available) {
            revert ISettlementNetting.PaymentAffordable(payer, own.leastNumber, uint256(available));
        }
    }

    /// @dev Marks the cycle's numbers as settled, a word at a time.
    function _spend(bytes32 cycle, address asset, mapping(uint256 => uint256) storage netted, Tally memory tally)
        private
    {
        for (uint256 place; place <= tally.lastWord; ++place) {
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
