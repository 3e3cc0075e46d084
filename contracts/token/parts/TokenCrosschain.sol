// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenCore } from "../TokenCore.sol";
import { ReasonCodes } from "../compliance/ReasonCodes.sol";
import { ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWords } from "../storage/HolderWord.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenCrosschain
/// @notice ERC-7802 for the bridge alone: pause, freezes, rules and limits hold as they do for holders.
abstract contract TokenCrosschain is TokenCore, IERC7802 {
    /// @inheritdoc IERC7802
    function crosschainMint(address to, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        TokenStorage.Layout storage $ = _layout();
        Facts memory facts;
        facts.config = $.config;
        facts.to = $.holders[to];
        uint8 code = _crosschainMintCode(facts, to, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, address(0), to, amount);
        _settle(
            facts.config, IComplianceEngine.Path.CROSSCHAIN_MINT, _movement(facts, msg.sender, address(0), to, amount)
        );
        _requireModules(facts.config, address(0), to, amount);
        _credit(facts.config, to, amount);
        emit CrosschainMint(to, amount, msg.sender);
        _notifyCreated(facts.config, to, amount);
    }

    /// @inheritdoc IERC7802
    function crosschainBurn(address from, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        TokenStorage.Layout storage $ = _layout();
        Facts memory facts;
        facts.config = $.config;
        facts.from = $.holders[from];
        uint8 code = _crosschainBurnCode(facts, from, amount);
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, from, address(0), amount);
        _settle(
            facts.config, IComplianceEngine.Path.CROSSCHAIN_BURN, _movement(facts, msg.sender, from, address(0), amount)
        );
        _requireModules(facts.config, from, address(0), amount);
        _debit(facts.config, from, facts.from, amount);
        emit CrosschainBurn(from, amount, msg.sender);
        _notifyDestroyed(facts.config, from, amount);
    }

    /// @dev Without the smallest first position: what arrives may be a holder's whole remainder, which may always move.
    function _crosschainMintCode(Facts memory facts, address to, uint256 amount) private view returns (uint8) {
        if (facts.config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (facts.to.isFrozen()) return ReasonCodes.RECIPIENT_FROZEN;
        if (to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == address(this)) return ReasonCodes.SELF_ADDRESS;
        if (!_fitsSupply(amount)) return ReasonCodes.AMOUNT_TOO_LARGE;
        return _isFraction(facts.config, amount) ? ReasonCodes.NOT_WHOLE_UNITS : ReasonCodes.OK;
    }

    function _crosschainBurnCode(Facts memory facts, address from, uint256 amount) private pure returns (uint8) {
        if (facts.config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (facts.from.isFrozen()) return ReasonCodes.SENDER_FROZEN;
        if (from == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (amount > HolderWords.MAX_AMOUNT) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (amount > facts.from.balance()) return ReasonCodes.INSUFFICIENT_BALANCE;
        if (amount > facts.from.unfrozen()) return ReasonCodes.INSUFFICIENT_UNFROZEN;
        return _isFraction(facts.config, amount) ? ReasonCodes.NOT_WHOLE_UNITS : ReasonCodes.OK;
    }
}
