// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IERC20 } from "@openzeppelin/contracts/interfaces/IERC20.sol";
import { IBridgePaidSending } from "../../interfaces/IBridgePaidSending.sol";
import { IUniversalBridge } from "../../interfaces/IUniversalBridge.sol";

/// @title TwoSendsProbe
/// @notice Sends twice within one transaction: first for a fee, then without agreeing to one.
contract TwoSendsProbe {
    /// @notice Lets the bridge take a token.
    function approve(IERC20 token, address bridge) external {
        token.approve(bridge, type(uint256).max);
    }

    /// @notice Sends; each half of the value pays one protocol's fee.
    function sendTwice(
        address bridge,
        IUniversalBridge.SendRequest calldata request,
        IUniversalBridge.BridgeProtocol[] calldata protocols,
        IBridgePaidSending.FeeTerms calldata terms
    ) external payable {
        IBridgePaidSending(bridge).sendPaying{ value: msg.value / 2 }(request, protocols, terms);
        // The function of the bridge, which reverts where it fails.
        // solhint-disable-next-line check-send-result
        IUniversalBridge(bridge).send{ value: msg.value / 2 }(request);
    }
}
