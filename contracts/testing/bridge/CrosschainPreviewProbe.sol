// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { CrosschainPreview } from "../../bridge/routes/CrosschainPreview.sol";

/// @title CrosschainPreviewProbe
/// @notice Previews of burns and mints across chains, to compare with the token's refusals.
contract CrosschainPreviewProbe {
    function leavingCode(address token, address from, uint256 units) external view returns (uint8) {
        return CrosschainPreview.leavingCode(token, from, units);
    }

    function arrivingCode(address token, address to, uint256 units) external view returns (uint8) {
        return CrosschainPreview.arrivingCode(token, to, units);
    }
}
