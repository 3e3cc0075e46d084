// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../interfaces/IComplianceEngine.sol";
import { IERC3643Agent } from "../interfaces/IERC3643Agent.sol";
import { IERC7943Fungible } from "../interfaces/IERC7943Fungible.sol";
import { ReasonCodes } from "./compliance/ReasonCodes.sol";
import { ConfigWord } from "./storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "./storage/HolderWord.sol";
import { Holder, TokenStorage } from "./storage/TokenStorage.sol";
import { TokenLedger } from "./TokenLedger.sol";

/// @title TokenCore
/// @notice What agents do to holdings, and allowances; with `TokenLedger` everything that the parts of the token's main
/// implementation and of its extension share.
abstract contract TokenCore is TokenLedger {
    function _mint(address to, uint256 amount) internal {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage taker = $.holders[to];
        HolderWord taken = taker.word;
        uint8 code = _issuanceCode(config, to, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, address(0), to, amount);
        _settle(config, IComplianceEngine.Path.MINT, address(0), to, amount, HolderWord.wrap(0), taken);
        _requireModules(config, address(0), to, amount);
        _credit(config, taker, taken, to, amount, $.totalSupply);
        _notifyCreated(config, to, amount);
    }

    function _burn(address from, uint256 amount) internal {
        if (from == address(0)) {
            revert IComplianceAwareToken.TransferRefused(ReasonCodes.ZERO_ADDRESS, from, address(0), amount);
        }
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage giver = $.holders[from];
        HolderWord given = _releaseFor(from, giver.word, amount);
        _settle(config, IComplianceEngine.Path.BURN, from, address(0), amount, given, HolderWord.wrap(0));
        _debit(config, giver, given, from, amount, $.totalSupply);
        _notifyDestroyed(config, from, amount);
    }

    function _forcedTransfer(address from, address to, uint256 amount, uint8 reason) internal {
        if (from == to) revert IComplianceAwareToken.SelfForcedTransfer(from);
        if (from == address(0) || to == address(0)) {
            revert IComplianceAwareToken.TransferRefused(ReasonCodes.ZERO_ADDRESS, from, to, amount);
        }
        if (to == address(this)) {
            revert IComplianceAwareToken.TransferRefused(ReasonCodes.SELF_ADDRESS, from, to, amount);
        }
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage giver = $.holders[from];
        Holder storage taker = $.holders[to];
        HolderWord given = _releaseFor(from, giver.word, amount);
        HolderWord taken = taker.word;
        _settle(config, IComplianceEngine.Path.FORCED, from, to, amount, given, taken);
        _shift(config, giver, taker, given, taken, from, to, amount);
        emit IERC7943Fungible.ForcedTransfer(from, to, amount);
        emit IComplianceAwareToken.AgentAction(msg.sender, from, IERC3643Agent.forcedTransfer.selector, reason, amount);
        _notifyTransferred(config, from, to, amount);
    }

    /// @dev Unfreezes what an agent's movement needs, before it (ERC-7943: `Frozen` before `Transfer`).
    function _releaseFor(address holder, HolderWord word, uint256 amount) internal returns (HolderWord) {
        uint256 held = word.balance();
        if (amount > held) revert IComplianceAwareToken.BalanceTooLow(holder, held, amount);
        uint256 free = word.unfrozen();
        if (amount <= free) return word;
        uint256 released = amount - free;
        uint256 left = word.frozen() - released;
        emit IERC3643Agent.TokensUnfrozen(holder, released);
        emit IERC7943Fungible.Frozen(holder, left);
        return word.withFrozen(left);
    }

    /// @dev `action` is the function that the agent called.
    function _setFrozen(address account, uint256 amount, bytes4 action, uint8 reason) internal {
        if (amount > HolderWords.MAX_AMOUNT) {
            revert IComplianceAwareToken.AmountTooLarge(amount, HolderWords.MAX_AMOUNT);
        }
        Holder storage holder = _layout().holders[account];
        HolderWord word = holder.word;
        holder.word = word.withFrozen(amount);
        _tellFrozen(account, word.frozen(), amount, action, reason);
    }

    /// @dev As T-REX does, ERC-3643's own functions tell of nothing frozen or released too.
    function _tellFrozen(address account, uint256 before, uint256 amount, bytes4 action, uint8 reason) internal {
        if (amount > before || action == IERC3643Agent.freezePartialTokens.selector) {
            emit IERC3643Agent.TokensFrozen(account, amount - before);
        } else if (amount < before || action == IERC3643Agent.unfreezePartialTokens.selector) {
            emit IERC3643Agent.TokensUnfrozen(account, before - amount);
        }
        emit IERC7943Fungible.Frozen(account, amount);
        emit IComplianceAwareToken.AgentAction(msg.sender, account, action, reason, amount);
    }

    function _setAddressFrozen(address account, bool freeze, uint8 reason) internal {
        Holder storage holder = _layout().holders[account];
        holder.word = holder.word.withWalletFreeze(freeze);
        _tellAddressFrozen(account, freeze, reason);
    }

    function _tellAddressFrozen(address account, bool freeze, uint8 reason) internal {
        emit IERC3643Agent.AddressFrozen(account, freeze, msg.sender);
        emit IComplianceAwareToken.AgentAction(
            msg.sender, account, IERC3643Agent.setAddressFrozen.selector, reason, freeze ? 1 : 0
        );
    }

    function _approve(address owner_, address spender, uint256 amount) internal {
        if (owner_ == address(0) || spender == address(0)) revert IComplianceAwareToken.ZeroAddress();
        _layout().allowances[owner_][spender] = amount;
        emit IERC20.Approval(owner_, spender, amount);
    }
}
