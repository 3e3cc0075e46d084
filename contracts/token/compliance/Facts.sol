// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { InvestorRecord } from "../identity/InvestorRecord.sol";
import { Position } from "./Position.sol";
import { RuleContext } from "./RuleContext.sol";
import { TokenRules } from "./TokenRules.sol";

/// @notice What `RuleContext` holds, in whole words: the compiler masks narrower types at each reading, which in the
/// path that every movement takes costs more than the reading. The first twenty fields are those of `RuleContext` in
/// its order, so that the engine hands them to the packs as they lie in memory; addresses are numbers, `ownMove`,
/// `allotmentExhausted` and `usesApproval` 0 or 1. The others are the engine's own: `limits` is the token's
/// `InvestorLimits` once a rule has asked for it, `country` one above the last country that the rules on parties let
/// pass, so that a batch reads neither twice; `lots` are those that arrive from another chain, where `lotsFrom` had
/// them, or those that have left for one.
struct Facts {
    uint256 token;
    uint256 path;
    TokenRules rules;
    uint256 spender;
    uint256 from;
    uint256 to;
    uint256 amount;
    InvestorRecord sender;
    InvestorRecord recipient;
    uint256 fromIdentity;
    uint256 toIdentity;
    uint256 ownMove;
    uint256 fromWallet;
    uint256 toWallet;
    Position fromPosition;
    Position toPosition;
    uint256 totalSupply;
    uint256 packs;
    uint256 allotmentExhausted;
    uint256 usesApproval;
    uint256 limits;
    uint256 country;
    uint256 lotsFrom;
    uint256[] lots;
}

using FactWords for Facts global;

/// @title FactWords
/// @notice Reading of `Facts`; nothing here touches storage.
library FactWords {
    /// @notice The same facts for the packs.
    function toContext(Facts memory facts) internal pure returns (RuleContext memory) {
        return RuleContext({
            token: address(uint160(facts.token)),
            path: IComplianceEngine.Path(facts.path),
            rules: facts.rules,
            spender: address(uint160(facts.spender)),
            from: address(uint160(facts.from)),
            to: address(uint160(facts.to)),
            amount: facts.amount,
            sender: facts.sender,
            recipient: facts.recipient,
            fromIdentity: address(uint160(facts.fromIdentity)),
            toIdentity: address(uint160(facts.toIdentity)),
            ownMove: facts.ownMove != 0,
            fromWallet: facts.fromWallet,
            toWallet: facts.toWallet,
            fromPosition: facts.fromPosition,
            toPosition: facts.toPosition,
            totalSupply: facts.totalSupply,
            packs: facts.packs,
            allotmentExhausted: facts.allotmentExhausted != 0,
            usesApproval: facts.usesApproval != 0
        });
    }
}
