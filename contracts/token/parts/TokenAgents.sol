// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IERC3643Agent } from "../../interfaces/IERC3643Agent.sol";
import { IERC7943Fungible } from "../../interfaces/IERC7943Fungible.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenSurface } from "./TokenSurface.sol";
import { ConfigWord, ConfigWords } from "../storage/ConfigWord.sol";
import { HolderWord } from "../storage/HolderWord.sol";
import { TokenStorage } from "../storage/TokenStorage.sol";

/// @title TokenAgents
/// @notice What ERC-3643's agents do: issue, redeem, force, freeze, pause.
abstract contract TokenAgents is TokenSurface {
    /// @inheritdoc IERC3643Agent
    function mint(address to, uint256 amount) external onlyLocalRole(LocalRole.AGENT) {
        _mint(to, amount);
    }

    /// @inheritdoc IERC3643Agent
    function batchMint(address[] calldata toList, uint256[] calldata amounts) external onlyLocalRole(LocalRole.AGENT) {
        _requireEqual(toList.length, amounts.length);
        for (uint256 i = 0; i < toList.length; ++i) {
            _mint(toList[i], amounts[i]);
        }
    }

    /// @inheritdoc IERC3643Agent
    function burn(address userAddress, uint256 amount) external onlyLocalRole(LocalRole.AGENT) {
        _burn(userAddress, amount);
    }

    /// @inheritdoc IERC3643Agent
    function batchBurn(address[] calldata userAddresses, uint256[] calldata amounts)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _requireEqual(userAddresses.length, amounts.length);
        for (uint256 i = 0; i < userAddresses.length; ++i) {
            _burn(userAddresses[i], amounts[i]);
        }
    }

    /// @inheritdoc IERC3643Agent
    function forcedTransfer(address from, address to, uint256 amount)
        external
        override
        onlyLocalRole(LocalRole.AGENT)
        returns (bool)
    {
        _forcedTransfer(from, to, amount, 0);
        return true;
    }

    /// @inheritdoc IComplianceAwareToken
    function forcedTransferWithReason(address from, address to, uint256 amount, uint8 reason)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _forcedTransfer(from, to, amount, reason);
    }

    /// @inheritdoc IERC3643Agent
    function batchForcedTransfer(address[] calldata fromList, address[] calldata toList, uint256[] calldata amounts)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _requireEqual(fromList.length, toList.length);
        _requireEqual(fromList.length, amounts.length);
        for (uint256 i = 0; i < fromList.length; ++i) {
            _forcedTransfer(fromList[i], toList[i], amounts[i], 0);
        }
    }

    /// @inheritdoc IERC3643Agent
    function setAddressFrozen(address userAddress, bool freeze) external onlyLocalRole(LocalRole.AGENT) {
        _setAddressFrozen(userAddress, freeze, 0);
    }

    /// @inheritdoc IComplianceAwareToken
    function setAddressFrozenWithReason(address account, bool freeze, uint8 reason)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _setAddressFrozen(account, freeze, reason);
    }

    /// @inheritdoc IERC3643Agent
    function batchSetAddressFrozen(address[] calldata userAddresses, bool[] calldata freeze)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _requireEqual(userAddresses.length, freeze.length);
        for (uint256 i = 0; i < userAddresses.length; ++i) {
            _setAddressFrozen(userAddresses[i], freeze[i], 0);
        }
    }

    /// @inheritdoc IERC3643Agent
    function freezePartialTokens(address userAddress, uint256 amount) external onlyLocalRole(LocalRole.AGENT) {
        _freezePartial(userAddress, amount);
    }

    /// @inheritdoc IERC3643Agent
    function batchFreezePartialTokens(address[] calldata userAddresses, uint256[] calldata amounts)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _requireEqual(userAddresses.length, amounts.length);
        for (uint256 i = 0; i < userAddresses.length; ++i) {
            _freezePartial(userAddresses[i], amounts[i]);
        }
    }

    /// @inheritdoc IERC3643Agent
    function unfreezePartialTokens(address userAddress, uint256 amount) external onlyLocalRole(LocalRole.AGENT) {
        _unfreezePartial(userAddress, amount);
    }

    /// @inheritdoc IERC3643Agent
    function batchUnfreezePartialTokens(address[] calldata userAddresses, uint256[] calldata amounts)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _requireEqual(userAddresses.length, amounts.length);
        for (uint256 i = 0; i < userAddresses.length; ++i) {
            _unfreezePartial(userAddresses[i], amounts[i]);
        }
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address account, uint256 amount) external onlyLocalRole(LocalRole.AGENT) returns (bool) {
        _setFrozen(account, amount, IERC7943Fungible.setFrozenTokens.selector, 0);
        return true;
    }

    /// @inheritdoc IComplianceAwareToken
    function setFrozenTokensWithReason(address account, uint256 amount, uint8 reason)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _setFrozen(account, amount, IERC7943Fungible.setFrozenTokens.selector, reason);
    }

    /// @inheritdoc IERC3643Agent
    function pause() external onlyLocalRole(LocalRole.AGENT) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        if (config.has(ConfigWords.PAUSED)) revert EnforcedPause();
        $.config = config.withFlag(ConfigWords.PAUSED, true);
        emit Paused(msg.sender);
    }

    /// @inheritdoc IERC3643Agent
    function unpause() external onlyLocalRole(LocalRole.AGENT) {
        TokenStorage.Layout storage $ = _layout();
        ConfigWord config = $.config;
        if (!config.has(ConfigWords.PAUSED)) revert ExpectedPause();
        $.config = config.withFlag(ConfigWords.PAUSED, false);
        emit Unpaused(msg.sender);
    }

    /// @inheritdoc IERC3643Agent
    function paused() external view returns (bool) {
        return _layout().config.has(ConfigWords.PAUSED);
    }

    /// @inheritdoc IERC3643Agent
    function isFrozen(address userAddress) external view returns (bool) {
        return _layout().holders[userAddress].word.isFrozen();
    }

    /// @inheritdoc IERC3643Agent
    function getFrozenTokens(address userAddress) external view override returns (uint256) {
        return _layout().holders[userAddress].word.frozen();
    }

    function _freezePartial(address account, uint256 amount) private {
        HolderWord word = _layout().holders[account].word;
        uint256 held = word.balance();
        uint256 frozen = word.frozen();
        if (amount > held || frozen + amount > held) {
            revert FreezeExceedsBalance(account, held, amount > held ? amount : frozen + amount);
        }
        _setFrozen(account, frozen + amount, IERC3643Agent.freezePartialTokens.selector, 0);
    }

    function _unfreezePartial(address account, uint256 amount) private {
        uint256 frozen = _layout().holders[account].word.frozen();
        if (amount > frozen) revert UnfreezeExceedsFrozen(account, frozen, amount);
        _setFrozen(account, frozen - amount, IERC3643Agent.unfreezePartialTokens.selector, 0);
    }
}
