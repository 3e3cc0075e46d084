// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IInvestorDesk } from "../../interfaces/IInvestorDesk.sol";
import { IERC1404 } from "../../interfaces/IERC1404.sol";
import { IERC3643Agent } from "../../interfaces/IERC3643Agent.sol";
import { IERC7943Fungible } from "../../interfaces/IERC7943Fungible.sol";
import { TokenSurface } from "./TokenSurface.sol";
import { ReasonCodes } from "../compliance/ReasonCodes.sol";
import { ConfigWords } from "../storage/ConfigWord.sol";

/// @title TokenTransfers
/// @notice What holders and their spenders do, and the views that say beforehand whether they may.
abstract contract TokenTransfers is TokenSurface {
    /// @inheritdoc IERC20
    function transfer(address to, uint256 amount) external returns (bool) {
        _transfer(msg.sender, msg.sender, to, amount);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        uint256 allowed = _layout().allowances[from][msg.sender];
        if (allowed < amount) {
            // The code that comes first in the catalogue is the one that the view gives.
            uint8 code = _transferCode(msg.sender, from, to, amount);
            if (code == ReasonCodes.OK || code > ReasonCodes.INSUFFICIENT_ALLOWANCE) {
                code = ReasonCodes.INSUFFICIENT_ALLOWANCE;
            }
            revert TransferRefused(code, from, to, amount);
        }
        if (allowed != type(uint256).max) {
            // Not `_approve`: of the zero address the view has a code to tell.
            _layout().allowances[from][msg.sender] = allowed - amount;
            emit Approval(from, msg.sender, allowed - amount);
        }
        _transfer(msg.sender, from, to, amount);
        return true;
    }

    /// @inheritdoc IERC3643Agent
    function batchTransfer(address[] calldata toList, uint256[] calldata amounts) external {
        _requireEqual(toList.length, amounts.length);
        if (_layout().config.has(ConfigWords.EXTERNAL_MODULES)) {
            // Modules look at balances: each must see the transfers before its own.
            for (uint256 i = 0; i < toList.length; ++i) {
                _transfer(msg.sender, msg.sender, toList[i], amounts[i]);
            }
        } else if (toList.length != 0) {
            _transferMany(msg.sender, toList, amounts);
        }
    }

    /// @inheritdoc IComplianceAwareToken
    function attemptTransfer(address to, uint256 amount) external returns (uint8 code) {
        code = _tryTransfer(msg.sender, msg.sender, to, amount);
        if (code != ReasonCodes.OK) emit TransferAttemptRefused(msg.sender, to, amount, code);
    }

    /// @inheritdoc IERC20
    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(msg.sender, spender, amount);
        return true;
    }

    /// @inheritdoc IERC20
    function allowance(address owner_, address spender) external view returns (uint256) {
        return _layout().allowances[owner_][spender];
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) external view returns (uint256) {
        return _layout().holders[account].word.balance();
    }

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256) {
        return _layout().totalSupply;
    }

    /// @inheritdoc IERC1404
    function detectTransferRestriction(address from, address to, uint256 value) external view returns (uint8) {
        return _transferCode(from, from, to, value);
    }

    /// @inheritdoc IComplianceAwareToken
    function detectTransferRestrictionFrom(address spender, address from, address to, uint256 amount)
        external
        view
        returns (uint8 code)
    {
        code = _transferCode(spender, from, to, amount);
        bool covered = _layout().allowances[from][spender] >= amount;
        if (!covered && (code == ReasonCodes.OK || code > ReasonCodes.INSUFFICIENT_ALLOWANCE)) {
            code = ReasonCodes.INSUFFICIENT_ALLOWANCE;
        }
    }

    /// @inheritdoc IERC1404
    function messageForTransferRestriction(uint8 code) external view returns (string memory) {
        return IInvestorDesk(_layout().config.engine()).reasonText(code);
    }

    /// @inheritdoc IERC7943Fungible
    function canTransfer(address from, address to, uint256 amount) external view returns (bool) {
        uint8 code = _transferCode(from, from, to, amount);
        if (code != ReasonCodes.INSUFFICIENT_BALANCE) return code == ReasonCodes.OK;
        return _codeWithoutBalance(from, to, amount) == ReasonCodes.OK;
    }

    /// @inheritdoc IERC7943Fungible
    function canSend(address account) external view returns (bool) {
        Facts memory facts = _facts(account, account);
        if (facts.config.has(ConfigWords.PAUSED) || facts.from.isFrozen()) return false;
        return IInvestorDesk(facts.config.engine()).canSend(address(this), account);
    }

    /// @inheritdoc IERC7943Fungible
    function canReceive(address account) external view returns (bool) {
        Facts memory facts = _facts(account, account);
        if (facts.config.has(ConfigWords.PAUSED) || facts.to.isFrozen()) return false;
        return IInvestorDesk(facts.config.engine()).canReceive(address(this), account);
    }
}
