// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ITokenIssuance } from "../../interfaces/ITokenIssuance.sol";
import { ITradeTerms } from "../../interfaces/ITradeTerms.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { TokenFees } from "./TokenFees.sol";

/// @title TokenIssuance
/// @notice Issues for which the agent states the terms of the sale.
abstract contract TokenIssuance is TokenFees, ITokenIssuance {
    /// @inheritdoc ITokenIssuance
    function mintUnderTerms(address to, uint256 amount, ITradeTerms.Terms calldata terms)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        _mintUnderTerms(to, amount, terms);
    }

    /// @inheritdoc ITokenIssuance
    function batchMintUnderTerms(
        address[] calldata toList,
        uint256[] calldata amounts,
        ITradeTerms.Terms[] calldata terms
    ) external onlyLocalRole(LocalRole.AGENT) {
        _requireEqual(toList.length, amounts.length);
        _requireEqual(toList.length, terms.length);
        for (uint256 i = 0; i < toList.length; ++i) {
            _mintUnderTerms(toList[i], amounts[i], terms[i]);
        }
    }

    /// @dev Terms are withdrawn where no pack has asked for them, or a later mint of the same transaction would find
    /// them.
    function _mintUnderTerms(address to, uint256 amount, ITradeTerms.Terms calldata terms) private {
        ITradeTerms engine = ITradeTerms(_layout().config.engine());
        engine.setTradeTerms(address(this), address(0), to, amount, terms);
        _mint(to, amount);
        engine.clearTradeTerms(address(this), address(0), to, amount);
        _chargeSale(terms.consideration, terms.currency);
    }
}
