// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ComplianceStorage } from "../../token/compliance/ComplianceStorage.sol";
import { IRulePackExtension } from "../../token/compliance/IRulePackExtension.sol";
import { ReasonCodes } from "../../token/compliance/ReasonCodes.sol";
import { RuleContext } from "../../token/compliance/RuleContext.sol";

/// @title RulePackProbe
/// @notice Stands in for the packs and lots: refuses with the code in the US pack's first word, counts what it settled
/// in the second, and tells what it was handed.
contract RulePackProbe is IRulePackExtension {
    /// @notice What the engine handed over.
    event PacksSettled(RuleContext context);

    /// @notice A lot for units found by a count.
    event LotEntered(address indexed token, address indexed identity, uint256 units, uint256 lotKey);

    /// @inheritdoc IRulePackExtension
    function settlePacks(RuleContext calldata context) external returns (uint8 code) {
        return _settle(context);
    }

    /// @inheritdoc IRulePackExtension
    function settleCrossing(RuleContext calldata context, address, uint256[] calldata)
        external
        returns (uint8 code, uint256[] memory moved)
    {
        return (_settle(context), moved);
    }

    /// @inheritdoc IRulePackExtension
    function enterLot(address token, address identity, uint256 units) external {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        emit LotEntered(token, identity, units, ComplianceStorage.lotKey(token, $.tokens[token].rules));
    }

    /// @inheritdoc IRulePackExtension
    function checkPacks(RuleContext calldata context) external view returns (uint8 code) {
        return _code(context);
    }

    /// @inheritdoc IRulePackExtension
    function packUsage(address token, uint256) external view returns (uint256 used) {
        return ComplianceStorage.load().tokens[token].packWords[1];
    }

    function _settle(RuleContext calldata context) private returns (uint8 code) {
        code = _code(context);
        if (code != ReasonCodes.OK) return code;
        ComplianceStorage.load().tokens[context.token].packWords[1] += 1;
        emit PacksSettled(context);
    }

    function _code(RuleContext calldata context) private view returns (uint8) {
        uint256 code = ComplianceStorage.load().tokens[context.token].packWords[0];
        if (code != 0 && code < ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED) return uint8(code);
        if (context.allotmentExhausted) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        return uint8(code);
    }
}
