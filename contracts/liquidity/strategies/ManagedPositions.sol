// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC721 } from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import { ILiquidityPositions } from "../../interfaces/ILiquidityPositions.sol";
import { PositionCore } from "../parts/PositionCore.sol";
import { PositionFlags } from "../storage/PositionFlags.sol";
import { PositionWord } from "../storage/PositionWord.sol";
import { Strategy, StrategyStorage } from "./StrategyStorage.sol";

/// @title ManagedPositions
/// @notice Which positions are looked after, and whose they are.
abstract contract ManagedPositions is PositionCore {
    /// @dev Reverts unless a position is a token in this pool.
    function _requireIn(Place memory place, PositionWord held) internal pure {
        if (!_isToken(place.position) || held.pool() != place.word.number()) {
            revert ILiquidityPositions.PositionUnknown(place.position);
        }
    }

    function _isManaged(Place memory place) internal view returns (bool) {
        return _layout().positions[place.position].word.flags() & PositionFlags.MANAGED != 0;
    }

    function _strategy(Place memory place) internal view returns (Strategy storage) {
        return StrategyStorage.load().strategies[uint256(place.position)];
    }

    /// @dev The owner of a token, who is asked of the extension that keeps tokens.
    function _ownerOf(Place memory place) internal view returns (address) {
        return IERC721(address(this)).ownerOf(uint256(place.position));
    }

    /// @dev Asked of the extension that keeps tokens.
    function _mayUseToken(address account, uint256 tokenId) internal view override returns (bool) {
        IERC721 tokens = IERC721(address(this));
        address owner = tokens.ownerOf(tokenId);
        return account == owner || tokens.getApproved(tokenId) == account || tokens.isApprovedForAll(owner, account);
    }
}
