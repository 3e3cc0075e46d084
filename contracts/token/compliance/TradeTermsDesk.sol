// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { ITradeTerms } from "../../interfaces/ITradeTerms.sol";
import { ComplianceStorage } from "./ComplianceStorage.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { TokenRuleWords } from "./TokenRules.sol";
import { TradeTerms, TradeTermWords } from "./TradeTerms.sol";

/// @title TradeTermsDesk
/// @notice Where tokens and settlement contracts state the terms of the next movement; part of an extension of the
/// engine.
abstract contract TradeTermsDesk is ITradeTerms, LocalRoleBits {
    /// @inheritdoc ITradeTerms
    function setTradeTerms(address token, address from, address to, uint256 amount, Terms calldata terms) external {
        _requireParty(token, from);
        if (terms.currency >= Jurisdictions.COUNT || terms.routes >> (4 * Jurisdictions.COUNT) != 0) {
            revert TermsInvalid(terms.currency, terms.routes);
        }
        TradeTermWords.store(token, from, to, amount, TradeTermWords.pack(terms));
        emit TradeTermsSet(token, from, to, amount, terms, _msgSender());
    }

    /// @inheritdoc ITradeTerms
    function clearTradeTerms(address token, address from, address to, uint256 amount) external {
        _requireParty(token, from);
        TradeTermWords.store(token, from, to, amount, TradeTerms.wrap(0));
    }

    /// @inheritdoc ITradeTerms
    function tradeTerms(address token, address from, address to, uint256 amount)
        external
        view
        returns (bool pending, Terms memory terms)
    {
        TradeTerms word = TradeTermWords.load(token, from, to, amount);
        return (word.stated(), word.unpack());
    }

    /// @dev An issue is the token's own; a settlement contract speaks for transfers of any registered token.
    function _requireParty(address token, address from) private view {
        address caller = _msgSender();
        bool registered = ComplianceStorage.load().tokens[token].rules.has(TokenRuleWords.REGISTERED);
        bool settles = from != address(0) && _hasLocalRole(LocalRole.SETTLEMENT, caller);
        if (!registered || (caller != token && !settles)) revert TermsNotAllowed(token, from, caller);
    }
}
