// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { MarginStorage, SeizureWindow } from "./MarginStorage.sol";

/// @title SeizureWindows
/// @notice The value of an asset that liquidations took in the present window.
library SeizureWindows {
    /// @notice An asset's window as it stands now.
    function now_(uint256 assetId, uint256 duration) internal view returns (SeizureWindow memory window) {
        window = MarginStorage.load().windows[assetId];
        if (window.capValue == 0 || block.timestamp < uint256(window.start) + duration) return window;
        (window.start, window.takenValue) = (uint40(block.timestamp), 0);
    }
}
