// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC165 } from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import { IERC721 } from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import { IERC721Metadata } from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import { ILiquidityLending } from "../interfaces/ILiquidityLending.sol";
import { ILiquidityPoolOptimizer } from "../interfaces/ILiquidityPoolOptimizer.sol";
import { ILiquidityPositions } from "../interfaces/ILiquidityPositions.sol";
import { ILiquidityRanges } from "../interfaces/ILiquidityRanges.sol";
import { ILiquidityStrategies } from "../interfaces/ILiquidityStrategies.sol";

/// @title LiquidityRouting
/// @notice Which extension of the pools answers a function that their main implementation does not have; whatever is
/// not named here belongs to the views.
/// @dev A test compares the lists with the extensions' ABIs, in both directions.
library LiquidityRouting {
    bytes4 private constant SAFE_TRANSFER = bytes4(keccak256("safeTransferFrom(address,address,uint256)"));
    bytes4 private constant SAFE_TRANSFER_WITH_DATA =
        bytes4(keccak256("safeTransferFrom(address,address,uint256,bytes)"));

    /// @notice Whether the function belongs to positions and their tokens.
    function isPositions(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityPositions.remove.selector || selector == ILiquidityPositions.mint.selector
            || selector == ILiquidityPositions.add.selector || selector == ILiquidityPositions.collect.selector
            || selector == ILiquidityPositions.increase.selector || selector == ILiquidityRanges.changeRange.selector
            || selector == ILiquidityRanges.compound.selector || selector == ILiquidityRanges.close.selector
            || selector == ILiquidityPositions.positionOf.selector || _isToken(selector);
    }

    /// @notice Whether the function belongs to pools and their settings.
    function isRegistry(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityPoolOptimizer.createPool.selector
            || selector == ILiquidityPoolOptimizer.initialize.selector
            || selector == ILiquidityPoolOptimizer.trustExactness.selector
            || selector == ILiquidityPoolOptimizer.distrustExactness.selector
            || selector == ILiquidityPoolOptimizer.setProtocolShare.selector
            || selector == ILiquidityPoolOptimizer.collectProtocolFees.selector;
    }

    /// @notice Whether the function belongs to strategies.
    function isStrategies(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityStrategies.setPolicy.selector
            || selector == ILiquidityStrategies.endPolicy.selector
            || selector == ILiquidityStrategies.rebalance.selector
            || selector == ILiquidityStrategies.compoundFor.selector
            || selector == ILiquidityStrategies.previewRebalance.selector
            || selector == ILiquidityStrategies.policyOf.selector;
    }

    /// @notice Whether the function belongs to lending.
    function isLending(bytes4 selector) internal pure returns (bool) {
        return selector == ILiquidityLending.allowVaults.selector || selector == ILiquidityLending.lendIdle.selector
            || selector == ILiquidityLending.callBack.selector || selector == ILiquidityLending.loansOf.selector;
    }

    function _isToken(bytes4 selector) private pure returns (bool) {
        return selector == IERC721.transferFrom.selector || selector == SAFE_TRANSFER
            || selector == SAFE_TRANSFER_WITH_DATA || selector == IERC721.ownerOf.selector
            || selector == IERC721.approve.selector || selector == IERC721.setApprovalForAll.selector
            || selector == IERC721.balanceOf.selector || selector == IERC721.getApproved.selector
            || selector == IERC721.isApprovedForAll.selector || selector == IERC165.supportsInterface.selector
            || selector == IERC721Metadata.name.selector || selector == IERC721Metadata.symbol.selector
            || selector == IERC721Metadata.tokenURI.selector;
    }
}
