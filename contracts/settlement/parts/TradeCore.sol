// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { SignatureCheckerLib } from "solady/utils/SignatureCheckerLib.sol";
import { ISettlementHolds } from "../../interfaces/ISettlementHolds.sol";
import { ISettlementInstructions } from "../../interfaces/ISettlementInstructions.sol";
import { ISettlementSelection } from "../../interfaces/ISettlementSelection.sol";
import { ISettlementTrades } from "../../interfaces/ISettlementTrades.sol";
import { SettlementReasons } from "../SettlementReasons.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { InstructionRecord, SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title TradeCore
/// @notice What both sides of a trade have instructed, and what that permits.
abstract contract TradeCore is SettlementCore {
    uint256 internal constant DELIVERS = 0;
    uint256 internal constant PAYS = 1;

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("Quantera Settlement");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");
    bytes32 private constant TERMS_TYPE = keccak256(
        "Terms(address deliverer,address receiver,address security,uint256 quantity,address cash,uint256 amount,"
        "uint256 settlementDate,uint256 cutOff,bytes32 tradeReference)"
    );
    bytes32 private constant INSTRUCTION_TYPE = keccak256(
        "Instruction(Terms terms,uint8 side,uint256 nonce,uint256 minimumPart,bytes32 holdId)"
        "Terms(address deliverer,address receiver,address security,uint256 quantity,address cash,uint256 amount,"
        "uint256 settlementDate,uint256 cutOff,bytes32 tradeReference)"
    );

    // ------------------------------------------------------------------ hashes

    function _tradeId(ISettlementInstructions.Terms calldata terms) internal pure returns (bytes32) {
        // A struct of static members is encoded as its members are, one word each.
        return keccak256(abi.encode(TERMS_TYPE, terms));
    }

    function _instruction(bytes32 tradeId, uint256 side, ISettlementInstructions.Side calldata own)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(INSTRUCTION_TYPE, tradeId, side, own.nonce, own.minimumPart, own.holdId));
    }

    function _domain() internal view returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION, block.chainid, address(this)));
    }

    function _digest(bytes32 domain, bytes32 structHash) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function _requireSigned(bytes32 domain, address party, bytes32 structHash, bytes calldata signature) internal view {
        bytes32 digest = _digest(domain, structHash);
        if (!SignatureCheckerLib.isValidSignatureNowCalldata(party, digest, signature)) {
            revert ISettlementInstructions.SignatureInvalid(party);
        }
    }

    // ------------------------------------------------------------------ terms

    function _requireWellFormed(ISettlementInstructions.Terms calldata terms) internal pure {
        if (terms.deliverer == terms.receiver) revert ISettlementInstructions.TradeInvalid("receiver");
        if (terms.security == terms.cash) revert ISettlementInstructions.TradeInvalid("cash");
        if (terms.quantity == 0 || terms.quantity > type(uint96).max) {
            revert ISettlementInstructions.TradeInvalid("quantity");
        }
        if (terms.amount == 0 || terms.amount > type(uint96).max) {
            revert ISettlementInstructions.TradeInvalid("amount");
        }
        if (terms.cutOff < terms.settlementDate) revert ISettlementInstructions.TradeInvalid("cutOff");
    }

    function _requireDue(ISettlementInstructions.Terms calldata terms) internal view {
        if (block.timestamp < terms.settlementDate) revert ISettlementInstructions.NotYetDue(terms.settlementDate);
        if (block.timestamp > terms.cutOff) revert ISettlementInstructions.CutOffPassed(terms.cutOff);
    }

    /// @dev Words of both assets and the currencies' parities; payment versus payment keeps its rate in the band.
    function _tradable(ISettlementInstructions.Terms calldata terms)
        internal
        view
        returns (AssetWord security, AssetWord cash, uint256 securityParity, uint256 cashParity)
    {
        uint256 shared = _sharedJurisdictions(terms.deliverer, terms.receiver);
        (cash, cashParity) = _payable(terms.cash, shared);
        security = _layout().assets[terms.security];
        if (security.has(AssetWords.SECURITY)) {
            if (security.has(AssetWords.SUSPENDED)) {
                revert ISettlementSelection.PaymentAssetRefused(terms.security, uint8(SettlementReasons.SUSPENDED));
            }
        } else {
            (security, securityParity) = _payable(terms.security, shared);
            _requireRate(terms, security, securityParity, cash, cashParity);
        }
    }

    function _requireRate(
        ISettlementInstructions.Terms calldata terms,
        AssetWord security,
        uint256 securityParity,
        AssetWord cash,
        uint256 cashParity
    ) private view {
        uint256 band = _layout().rateBandBps;
        if (band == 0) return;
        uint256 delivered = _valueOfDown(security, terms.quantity, securityParity);
        uint256 paid = _valueOfDown(cash, terms.amount, cashParity);
        uint256 off = delivered > paid ? delivered - paid : paid - delivered;
        if (off * BPS > band * paid) revert ISettlementInstructions.RateOutOfBand(delivered, paid, band);
    }

    // ------------------------------------------------------------------ consent

    /// @dev Uses up what both sides have consented to and returns the cash of this part. The cash of all parts of a
    /// trade sums to its amount, because each is the difference of two roundings of the running total.
    function _consume(
        ISettlementInstructions.Terms calldata terms,
        bytes32 tradeId,
        ISettlementInstructions.Side calldata delivery,
        ISettlementInstructions.Side calldata payment,
        uint256 quantity
    ) internal returns (uint256 cash) {
        bytes32 delivering = _instruction(tradeId, DELIVERS, delivery);
        bytes32 paying = _instruction(tradeId, PAYS, payment);
        bool last = true;
        cash = terms.amount;
        if (delivery.minimumPart | payment.minimumPart != 0 || quantity != terms.quantity) {
            (cash, last) = _fill(terms, delivering, paying, delivery.minimumPart, payment.minimumPart, quantity);
        }
        bytes32 domain = _domain();
        _consent(domain, tradeId, delivering, paying, DELIVERS, delivery, terms.deliverer, quantity, last);
        _consent(domain, tradeId, paying, delivering, PAYS, payment, terms.receiver, quantity, last);
    }

    function _fill(
        ISettlementInstructions.Terms calldata terms,
        bytes32 delivering,
        bytes32 paying,
        uint256 leastDelivery,
        uint256 leastPayment,
        uint256 quantity
    ) private returns (uint256 cash, bool last) {
        mapping(bytes32 => uint256) storage filled = _layout().filled;
        uint256 before = filled[delivering];
        uint256 remaining = terms.quantity - before;
        uint256 least = leastDelivery > leastPayment ? leastDelivery : leastPayment;
        if (leastDelivery == 0 || leastPayment == 0 || least > remaining) least = remaining;
        if (quantity == 0 || quantity < least || quantity > remaining || filled[paying] != before) {
            revert ISettlementInstructions.PartRefused(quantity, least, remaining);
        }
        uint256 filledNow = before + quantity;
        filled[delivering] = filledNow;
        filled[paying] = filledNow;
        cash = terms.amount * filledNow / terms.quantity - terms.amount * before / terms.quantity;
        last = quantity == remaining;
        emit ISettlementTrades.TradePartSettled(delivering, paying, filledNow, last);
    }

    function _consent(
        bytes32 domain,
        bytes32 tradeId,
        bytes32 instruction,
        bytes32 other,
        uint256 side,
        ISettlementInstructions.Side calldata own,
        address party,
        uint256 quantity,
        bool last
    ) private {
        if (own.signature.length != 0) {
            _useNonce(party, own.nonce, last);
            _requireSigned(domain, party, instruction, own.signature);
        } else if (_layout().instructions[instruction].status != ISettlementInstructions.Status.NONE) {
            _useRecord(tradeId, instruction, other, side, quantity, last);
        } else if (msg.sender == party) {
            _useNonce(party, own.nonce, last);
        } else {
            revert ISettlementInstructions.SignatureInvalid(party);
        }
    }

    /// @dev A nonce is spent with the last part; until then it must not have been.
    function _useNonce(address party, uint256 nonce, bool last) internal {
        mapping(uint256 => uint256) storage words = _layout().nonces[party];
        uint256 bit = 1 << (nonce & 0xFF);
        uint256 word = words[nonce >> 8];
        if (word & bit != 0) revert ISettlementInstructions.NonceUsed(party, nonce);
        if (last) words[nonce >> 8] = word | bit;
    }

    /// @dev A matched instruction settles with its match alone; an unmatched one with whoever brings the same terms.
    function _useRecord(bytes32 tradeId, bytes32 instruction, bytes32 other, uint256 side, uint256 quantity, bool last)
        private
    {
        SettlementStorage.Layout storage $ = _layout();
        InstructionRecord storage record = $.instructions[instruction];
        ISettlementInstructions.Status status = record.status;
        bool open = status == ISettlementInstructions.Status.NMAT
            || ((status == ISettlementInstructions.Status.MACH || status == ISettlementInstructions.Status.CANR)
                && $.matching[tradeId][1 - side] == other);
        if (!open) revert ISettlementInstructions.StatusRefuses(instruction, status);
        record.settled += uint128(quantity);
        if (!last) return;
        status = ISettlementInstructions.Status.SETT;
        record.status = status;
        emit ISettlementInstructions.InstructionStatusChanged(tradeId, instruction, status);
    }

    // ------------------------------------------------------------------ legs

    /// @dev Moves one leg of a trade: out of the hold that its side names, or out of its account.
    function _moveLeg(
        bytes32 holdId,
        bytes32 tradeId,
        address token,
        AssetWord word,
        address from,
        address to,
        uint256 amount
    ) internal {
        if (holdId != 0) {
            _useHold(holdId, tradeId, token, from, to, amount);
            from = address(this);
        }
        _move(token, word, from, to, amount);
    }

    function _useHold(bytes32 holdId, bytes32 tradeId, address token, address payer, address payee, uint256 amount)
        private
    {
        SettlementStorage.Layout storage $ = _layout();
        ISettlementHolds.Hold storage found = $.holds[holdId];
        bool fits = found.status == ISettlementHolds.HoldStatus.ORDERED && found.tradeId == tradeId
            && found.token == token && found.payer == payer && found.payee == payee && block.timestamp < found.expiry;
        uint256 remaining = uint256(found.amount) - found.executed;
        if (!fits || amount > remaining) revert ISettlementInstructions.HoldUnfit(holdId);
        found.executed += uint128(amount);
        $.held[token] -= amount;
        if (amount == remaining) found.status = ISettlementHolds.HoldStatus.EXECUTED;
        emit ISettlementHolds.HoldExecuted(holdId, amount, remaining - amount);
    }
}
