// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ERC721 } from "solady/tokens/ERC721.sol";
import { LibString } from "solady/utils/LibString.sol";
import { ILiquidityStrategies } from "../interfaces/ILiquidityStrategies.sol";
import { LiquidityStorage, PositionRecord } from "./storage/LiquidityStorage.sol";
import { Admission } from "./parts/Admission.sol";
import { PositionWord } from "./storage/PositionWord.sol";
import { PositionFlags } from "./storage/PositionFlags.sol";

/// @title PositionTokens
/// @notice Positions as ERC-721 tokens. Those in pools for verified holders go to verified holders alone; a policy by
/// which others look after one ends with its owner.
abstract contract PositionTokens is ERC721 {
    /// @inheritdoc ERC721
    function name() public pure override returns (string memory) {
        return "Quantera liquidity position";
    }

    /// @inheritdoc ERC721
    function symbol() public pure override returns (string memory) {
        return "QLP";
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 id) public view override returns (string memory) {
        if (!_exists(id)) revert TokenDoesNotExist();
        // The formatter wants single quotes here.
        // solhint-disable quotes
        return
            string.concat('data:application/json,{"name":"Quantera liquidity position ', LibString.toString(id), '"}');
        // solhint-enable quotes
    }

    function _beforeTokenTransfer(address from, address to, uint256 id) internal override {
        if (from == address(0) || to == address(0)) return;
        PositionRecord storage record = LiquidityStorage.load().positions[bytes32(id)];
        PositionWord held = record.word;
        uint256 flags = held.flags();
        if (flags & PositionFlags.PERMISSIONED != 0) Admission.requireAdmitted(held.pool(), to);
        if (flags & PositionFlags.MANAGED != 0) {
            record.word = held.withFlags(uint16(flags & ~uint256(PositionFlags.MANAGED)));
            emit ILiquidityStrategies.PolicyEnded(id);
        }
    }
}
