// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenCore } from "../TokenCore.sol";
import { ReasonCodes } from "../compliance/ReasonCodes.sol";
import { ConfigWord, ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "../storage/HolderWord.sol";
import { Holder, TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenCrosschain
/// @notice ERC-7802 for the bridge alone: pause, freezes, rules and limits hold as they do for holders.
abstract contract TokenCrosschain is TokenCore, IERC7802 {
    /// @inheritdoc IERC7802
    function crosschainMint(address to, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage taker = $.holders[to];
        HolderWord taken = taker.word;
        uint8 code = _crosschainMintCode(config, taken, to, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, address(0), to, amount);
        _settle(config, IComplianceEngine.Path.CROSSCHAIN_MINT, address(0), to, amount, HolderWord.wrap(0), taken);
        _requireModules(config, address(0), to, amount);
        _credit(config, taker, taken, to, amount);
        emit CrosschainMint(to, amount, msg.sender);
        _notifyCreated(config, to, amount);
    }

    /// @inheritdoc IERC7802
    function crosschainBurn(address from, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage giver = $.holders[from];
        HolderWord given = giver.word;
        uint8 code = _crosschainBurnCode(config, given, from, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, address(0), amount);
        _settle(config, IComplianceEngine.Path.CROSSCHAIN_BURN, from, address(0), amount, given, HolderWord.wrap(0));
        _requireModules(config, from, address(0), amount);
        _debit(config, giver, given, from, amount);
        emit CrosschainBurn(from, amount, msg.sender);
        _notifyDestroyed(config, from, amount);
    }

    /// @dev Without the smallest first position: what arrives may be a holder's whole remainder, which may always move.
    function _crosschainMintCode(ConfigWord config, HolderWord taken, address to, uint256 amount)
        private
        view
        returns (uint8)
    {
        if (config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (taken.isFrozen()) return ReasonCodes.RECIPIENT_FROZEN;
        if (to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == address(this)) return ReasonCodes.SELF_ADDRESS;
        if (!_fitsSupply(amount)) return ReasonCodes.AMOUNT_TOO_LARGE;
        return _isFraction(config, amount) ? ReasonCodes.NOT_WHOLE_UNITS : ReasonCodes.OK;
    }

    function _crosschainBurnCode(ConfigWord config, HolderWord given, address from, uint256 amount)
        private
        pure
        returns (uint8)
    {
        if (config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (given.isFrozen()) return ReasonCodes.SENDER_FROZEN;
        if (from == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (amount > HolderWords.MAX_AMOUNT) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (amount > given.balance()) return ReasonCodes.INSUFFICIENT_BALANCE;
        if (amount > given.unfrozen()) return ReasonCodes.INSUFFICIENT_UNFROZEN;
        return _isFraction(config, amount) ? ReasonCodes.NOT_WHOLE_UNITS : ReasonCodes.OK;
    }
}
