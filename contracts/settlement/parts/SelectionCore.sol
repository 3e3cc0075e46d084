// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { ReasonCodes } from "../../token/compliance/ReasonCodes.sol";
import { SettlementReasons } from "../SettlementReasons.sol";
import { IPausableToken } from "../IPausableToken.sol";
import { AssetWord, AssetWords } from "../storage/AssetWord.sol";
import { SettlementStorage } from "../storage/SettlementStorage.sol";
import { SettlementCore } from "./SettlementCore.sol";

/// @title SelectionCore
/// @notice The one order and the one decision that `pay` and the views of a selection share (SET-04).
abstract contract SelectionCore is SettlementCore {
    /// @dev A payment that looks for its asset.
    struct Ask {
        uint256 currency;
        address payer;
        address payee;
        uint256 value;
        uint256 acceptedTypes;
        uint256 shared;
        uint256 parity;
        uint256 partyReason;
    }

    function _ask(uint256 currency, address payer, address payee, uint256 value, uint256 acceptedTypes)
        internal
        view
        returns (Ask memory ask)
    {
        SettlementStorage.Layout storage $ = _layout();
        uint256 payers = $.participants[payer].jurisdictions;
        uint256 payees = $.participants[payee].jurisdictions;
        ask = Ask({
            currency: currency,
            payer: payer,
            payee: payee,
            value: value,
            acceptedTypes: acceptedTypes,
            shared: payers & payees,
            parity: _parityOf(currency),
            partyReason: payers == 0
                ? SettlementReasons.PAYER_NOT_ADMITTED
                : payees == 0 ? SettlementReasons.PAYEE_NOT_ADMITTED : 0
        });
    }

    /// @dev All assets of a currency, in the order of their listing. The list is short.
    function _candidates(uint256 currency) internal view returns (address[] memory tokens, AssetWord[] memory words) {
        SettlementStorage.Layout storage $ = _layout();
        tokens = $.listed[currency];
        words = new AssetWord[](tokens.length);
        for (uint256 i; i < tokens.length; ++i) {
            words[i] = $.assets[tokens[i]];
        }
    }

    /// @dev Brings the best of the candidates from `place` on to that place.
    function _bringBest(address[] memory tokens, AssetWord[] memory words, uint256 place) internal view {
        uint256 best = place;
        for (uint256 i = place + 1; i < tokens.length; ++i) {
            if (_precedes(tokens[i], words[i], tokens[best], words[best])) best = i;
        }
        (tokens[place], tokens[best]) = (tokens[best], tokens[place]);
        (words[place], words[best]) = (words[best], words[place]);
    }

    /// @dev Score, then preferred, then the share of the daily cap in use, then address. A total order.
    function _precedes(address token, AssetWord word, address other, AssetWord otherWord) private view returns (bool) {
        uint256 own = word.order();
        uint256 others = otherWord.order();
        if (own != others) return own < others;
        own = _usedToday(token, word) * otherWord.cap();
        others = _usedToday(other, otherWord) * word.cap();
        return own == others ? token < other : own < others;
    }

    /// @dev Why this asset is not paid in, and the units that it would take.
    function _judge(Ask memory ask, address token, AssetWord word)
        internal
        view
        returns (uint256 reason, uint256 amount)
    {
        if (ask.partyReason != 0) return (ask.partyReason, 0);
        if ((ask.acceptedTypes >> word.kind()) & 1 == 0) return (SettlementReasons.KIND_NOT_ACCEPTED, 0);
        reason = _standing(word, ask.shared, ask.parity);
        if (reason != 0) return (reason, 0);
        amount = _unitsForUp(word, ask.value, ask.parity);
        reason = _amountReason(ask, token, word, amount);
    }

    function _amountReason(Ask memory ask, address token, AssetWord word, uint256 amount)
        private
        view
        returns (uint256 reason)
    {
        if (_usedToday(token, word) + amount > word.cap()) return SettlementReasons.DAILY_CAP;
        if (word.has(AssetWords.PAUSABLE)) {
            if (IPausableToken(token).paused()) return SettlementReasons.TOKEN_PAUSED;
        }
        if (word.has(AssetWords.COMPLIANT)) {
            reason = _complianceReason(ask, token, amount);
        } else if (
            IERC20(token).balanceOf(ask.payer) < amount || IERC20(token).allowance(ask.payer, address(this)) < amount
        ) {
            reason = SettlementReasons.NOT_FUNDED;
        }
        if (reason == 0 && word.has(AssetWords.GROUP_2)) {
            (,,, reason) = _exposureWith(ask.payer, ask.payee, _valueOfDown(word, amount, ask.parity));
        }
    }

    function _complianceReason(Ask memory ask, address token, uint256 amount) private view returns (uint256) {
        uint8 code =
            IComplianceAwareToken(token).detectTransferRestrictionFrom(address(this), ask.payer, ask.payee, amount);
        if (code == ReasonCodes.OK) return 0;
        if (code == ReasonCodes.PAUSED) return SettlementReasons.TOKEN_PAUSED;
        bool unfunded = code == ReasonCodes.INSUFFICIENT_BALANCE || code == ReasonCodes.INSUFFICIENT_UNFROZEN
            || code == ReasonCodes.INSUFFICIENT_ALLOWANCE;
        return unfunded ? SettlementReasons.NOT_FUNDED : SettlementReasons.TOKEN_REFUSES;
    }
}
