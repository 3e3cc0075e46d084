// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IERC3643 } from "../../interfaces/IERC3643.sol";
import { ITokenAdministration } from "../../interfaces/ITokenAdministration.sol";
import { ITokenCompliance } from "../../interfaces/ITokenCompliance.sol";
import { ReasonCodes } from "../../token/compliance/ReasonCodes.sol";

/// @title CrosschainPreview
/// @notice The code with which a regulated token would refuse to let units leave or arrive now, by its own views.
/// @dev In the order in which the token decides; a test compares every code with the refusal itself.
library CrosschainPreview {
    // Amounts and supplies of the token end here.
    uint256 private constant LARGEST = type(uint120).max;

    /// @notice The code of `crosschainBurn(from, units)`.
    function leavingCode(address token, address from, uint256 units) internal view returns (uint8) {
        IERC3643 asset = IERC3643(token);
        if (asset.paused()) return ReasonCodes.PAUSED;
        if (asset.isFrozen(from)) return ReasonCodes.SENDER_FROZEN;
        if (from == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (units > LARGEST) return ReasonCodes.AMOUNT_TOO_LARGE;
        uint256 balance = asset.balanceOf(from);
        if (units > balance) return ReasonCodes.INSUFFICIENT_BALANCE;
        uint256 frozen = asset.getFrozenTokens(from);
        if (frozen > balance || units > balance - frozen) return ReasonCodes.INSUFFICIENT_UNFROZEN;
        if (_isFraction(token, units)) return ReasonCodes.NOT_WHOLE_UNITS;
        return _ruleCode(asset, IComplianceEngine.Path.CROSSCHAIN_BURN, from, address(0), units);
    }

    /// @notice The code of `crosschainMint(to, units)`.
    function arrivingCode(address token, address to, uint256 units) internal view returns (uint8) {
        IERC3643 asset = IERC3643(token);
        if (asset.paused()) return ReasonCodes.PAUSED;
        if (asset.isFrozen(to)) return ReasonCodes.RECIPIENT_FROZEN;
        if (to == address(0)) return ReasonCodes.ZERO_ADDRESS;
        if (to == token) return ReasonCodes.SELF_ADDRESS;
        if (units > LARGEST - asset.totalSupply()) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (_isFraction(token, units)) return ReasonCodes.NOT_WHOLE_UNITS;
        return _ruleCode(asset, IComplianceEngine.Path.CROSSCHAIN_MINT, address(0), to, units);
    }

    function _ruleCode(IERC3643 asset, IComplianceEngine.Path path, address from, address to, uint256 units)
        private
        view
        returns (uint8 code)
    {
        IComplianceEngine.Movement memory movement = IComplianceEngine.Movement({
            // The token names its caller, which is the bridge.
            spender: address(this),
            from: from,
            to: to,
            amount: units,
            fromBalanceBefore: from == address(0) ? 0 : asset.balanceOf(from),
            toBalanceBefore: to == address(0) ? 0 : asset.balanceOf(to),
            totalSupplyBefore: asset.totalSupply()
        });
        code = IComplianceEngine(address(asset.identityRegistry())).preview(address(asset), path, movement);
        if (code != ReasonCodes.OK) return code;
        ITokenCompliance modules = ITokenCompliance(address(asset.compliance()));
        return modules.modulesAllow(from, to, units) ? ReasonCodes.OK : ReasonCodes.EXTERNAL_MODULE_REFUSED;
    }

    function _isFraction(address token, uint256 units) private view returns (bool) {
        IComplianceAwareToken.TokenInfo memory info = ITokenAdministration(token).tokenInfo();
        return !info.fractionalAllowed && units % 10 ** IERC3643(token).decimals() != 0;
    }
}
