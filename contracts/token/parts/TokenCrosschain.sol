// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC7802 } from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { ITokenBridging } from "../../interfaces/ITokenBridging.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { EngineCalls } from "../EngineCalls.sol";
import { TokenCore } from "../TokenCore.sol";
import { ReasonCodes } from "../compliance/ReasonCodes.sol";
import { ConfigWord, ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWord, HolderWords } from "../storage/HolderWord.sol";
import { Holder, TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenCrosschain
/// @notice ERC-7802 for the bridge alone, and the same with lots: pause, freezes, rules and limits hold as they do for
/// holders.
abstract contract TokenCrosschain is TokenCore, IERC7802, ITokenBridging {
    /// @inheritdoc IERC7802
    function crosschainMint(address to, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        _mintAcross(address(0), to, amount, _noLots());
        emit CrosschainMint(to, amount, msg.sender);
    }

    /// @inheritdoc ITokenBridging
    function mintArriving(address identity, address to, uint256 amount, uint256[] calldata lots)
        external
        onlyLocalRole(LocalRole.BRIDGE)
    {
        _mintAcross(identity, to, amount, lots);
    }

    /// @inheritdoc IERC7802
    function crosschainBurn(address from, uint256 amount) external onlyLocalRole(LocalRole.BRIDGE) {
        _burnAcross(from, amount);
        emit CrosschainBurn(from, amount, msg.sender);
    }

    /// @inheritdoc ITokenBridging
    function burnLeaving(address from, uint256 amount)
        external
        onlyLocalRole(LocalRole.BRIDGE)
        returns (address, uint256[] memory)
    {
        (uint256 answer, uint256 size) = _burnAcross(from, amount);
        EngineCalls.passOn(answer, size);
    }

    function _mintAcross(address identity, address to, uint256 amount, uint256[] calldata lots) private {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage taker = $.holders[to];
        HolderWord taken = taker.word;
        uint256 supply = $.totalSupply;
        uint8 code = _crosschainMintCode(config, taken, to, amount, supply);
        if (code == ReasonCodes.OK) {
            address engine = config.engine();
            code = lots.length == 0
                ? EngineCalls.settle(
                    engine,
                    IComplianceEngine.Path.CROSSCHAIN_MINT,
                    msg.sender,
                    address(0),
                    to,
                    amount,
                    HolderWord.wrap(0),
                    taken,
                    supply
                )
                : EngineCalls.settleArrival(engine, msg.sender, to, amount, taken, supply, identity, lots);
        }
        if (code != ReasonCodes.OK) revert IComplianceAwareToken.TransferRefused(code, address(0), to, amount);
        _requireModules(config, address(0), to, amount);
        _credit(config, taker, taken, to, amount, supply);
        _notifyCreated(config, to, amount);
    }

    /// @notice Decides and burns.
    /// @return answer what the engine said, see `EngineCalls.settleDeparture`
    /// @return size length of that
    function _burnAcross(address from, uint256 amount) private returns (uint256 answer, uint256 size) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        Holder storage giver = $.holders[from];
        HolderWord given = giver.word;
        uint256 supply = $.totalSupply;
        // Nothing that this contract alone decides stands in the way of most: that costs a third to find out.
        bool plain = !config.has(ConfigWords.SPECIAL) && given.isFree(amount) && from != address(0);
        uint8 code;
        if (!plain) {
            code = _crosschainBurnCode(config, given, from, amount);
            if (code != ReasonCodes.OK) _refuse(code, from, amount);
        }
        (code, answer, size) = EngineCalls.settleDeparture(config.engine(), msg.sender, from, amount, given, supply);
        if (code != ReasonCodes.OK) _refuse(code, from, amount);
        if (!plain) _requireModules(config, from, address(0), amount);
        _debit(config, giver, given, from, amount, supply);
        if (!plain) _notifyDestroyed(config, from, amount);
    }

    function _refuse(uint8 code, address from, uint256 amount) private pure {
        revert IComplianceAwareToken.TransferRefused(code, from, address(0), amount);
    }

    function _noLots() private pure returns (uint256[] calldata lots) {
        assembly ("memory-safe") {
            lots.offset := 0
            lots.length := 0
        }
    }

    /// @dev Without the smallest first position: what arrives may be a holder's whole remainder, which may always move.
    function _crosschainMintCode(ConfigWord config, HolderWord taken, address to, uint256 amount, uint256 supply)
        private
        view
        returns (uint8)
    {
        if (config.has(ConfigWords.PAUSED)) return ReasonCodes.PAUSED;
        if (taken.isFrozen()) return ReasonCodes.RECIPIENT_FROZEN;
        if (to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == address(this)) return ReasonCodes.SELF_ADDRESS;
        if (amount > HolderWords.MAX_AMOUNT - supply) return ReasonCodes.AMOUNT_TOO_LARGE;
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
