// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { PositionTokens } from "../PositionTokens.sol";
import { PositionCore } from "./PositionCore.sol";

/// @title PositionControl
/// @notice Positions beside their tokens, in the extension that has both.
abstract contract PositionControl is PositionCore, PositionTokens {
    function _mayUseToken(address account, uint256 tokenId) internal view override returns (bool) {
        return _exists(tokenId) && _isApprovedOrOwner(account, tokenId);
    }
}
