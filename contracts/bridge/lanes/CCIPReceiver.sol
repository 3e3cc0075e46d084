// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC165 } from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";
import { ICcipReceiver } from "../protocols/ICcipReceiver.sol";

/// @title CCIPReceiver
/// @notice A receiver of CCIP whose router is not fixed at construction, so that it works behind a proxy.
abstract contract CCIPReceiver is ICcipReceiver, IERC165 {
    /// @inheritdoc ICcipReceiver
    function ccipReceive(IncomingMessage calldata message) external virtual override {
        if (msg.sender != getRouter()) revert IUniversalBridge.NotTheEndpoint(msg.sender);
        _ccipReceive(message);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure virtual returns (bool) {
        return interfaceId == type(ICcipReceiver).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    /// @notice The router that alone may bring messages.
    function getRouter() public view virtual returns (address);

    /// @dev The router was checked; the sender was not.
    function _ccipReceive(IncomingMessage calldata message) internal virtual;
}
