// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Jurisdictions } from "../Jurisdictions.sol";
import { ReasonCodes } from "../ReasonCodes.sol";
import { RuleContext } from "../RuleContext.sol";
import { EuPack } from "./EuPack.sol";
import { JpPack } from "./JpPack.sol";
import { UkPack } from "./UkPack.sol";

/// @title RegionalPackExtension
/// @notice The packs EU, UK and JP, which look at no lots, in an implementation of their own: all five do not fit one.
/// Reached by `RulePackExtension` alone, which the engine routes; nothing here is routed.
/// @dev By itself it sees empty storage.
contract RegionalPackExtension {
    /// @notice Records what the packs count and report.
    function commitRegional(RuleContext calldata given) external {
        RuleContext memory context = given;
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.EU) != 0) EuPack.commit(context);
        if (packs & (1 << Jurisdictions.UK) != 0) UkPack.commit(context);
        if (packs & (1 << Jurisdictions.JP) != 0) JpPack.commit(context);
    }

    /// @notice The first code that one of the packs gives, 0 when all pass.
    /// @return code the code
    /// @return exhausted a limit still has room globally but not on this chain
    function checkRegional(RuleContext calldata given) external view returns (uint8 code, bool exhausted) {
        RuleContext memory context = given;
        uint256 packs = context.packs;
        if (packs & (1 << Jurisdictions.EU) != 0) code = EuPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.UK) != 0) code = UkPack.check(context);
        if (code == ReasonCodes.OK && packs & (1 << Jurisdictions.JP) != 0) code = JpPack.check(context);
        exhausted = context.allotmentExhausted;
    }

    /// @notice What is used of a limit of these packs; zero for a key of none.
    /// @param key key in `TokenState.packQuotas`
    function regionalUsage(address token, uint256 key) external view returns (uint256) {
        uint256 code = uint8(key >> 16);
        if (code >= ReasonCodes.JP_NOT_QII && code < ReasonCodes.COUNT_RUNNING) return JpPack.usage(token, key);
        if (code >= ReasonCodes.UK_NOT_QUALIFIED && code < ReasonCodes.SG_CLASS_NOT_ALLOWED) {
            return UkPack.usage(token, key);
        }
        if (code >= ReasonCodes.EU_CATEGORY_NOT_ALLOWED && code < ReasonCodes.UK_NOT_QUALIFIED) {
            return EuPack.usage(token, key);
        }
        return 0;
    }
}
