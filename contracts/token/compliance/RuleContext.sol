// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { InvestorRecord } from "../identity/InvestorRecord.sol";
import { Position } from "./Position.sol";
import { TokenRules } from "./TokenRules.sol";

/// @notice The facts of one decision, read once and handed to every rule.
/// @dev Units are token units before the movement. A rule must not read storage that the context holds already.
/// @param token the token that moves
/// @param path why it moves
/// @param rules the token's rule word
/// @param spender who caused the movement
/// @param from wallet that gives, zero on the mint paths
/// @param to wallet that receives, zero on the burn paths
/// @param amount units that move
/// @param sender record of `from`, zero on the mint paths
/// @param recipient record of `to`, zero on the burn paths
/// @param fromIdentity identity under which `from`'s units are counted; zero on the mint paths
/// @param toIdentity identity under which `to`'s units are counted; zero on the burn paths
/// @param ownMove both wallets belong to one identity: nothing changes hands
/// @param fromWallet units in `from`'s wallet
/// @param toWallet units in `to`'s wallet
/// @param fromPosition position of `fromIdentity`; zero while positions are not kept
/// @param toPosition position of `toIdentity`; zero while positions are not kept
/// @param totalSupply the token's supply on the mint and burn paths; elsewhere zero, see `SupplyReader`
/// @param packs packs that run: the token's own, and those of the recipient that the token has switched on
/// @param allotmentExhausted a limit still has room globally but not on this chain: code 37 if nothing comes before it
/// @param usesApproval a rule passed only because of the transfer's pre-approval, which is then consumed
struct RuleContext {
    address token;
    IComplianceEngine.Path path;
    TokenRules rules;
    address spender;
    address from;
    address to;
    uint256 amount;
    InvestorRecord sender;
    InvestorRecord recipient;
    address fromIdentity;
    address toIdentity;
    bool ownMove;
    uint256 fromWallet;
    uint256 toWallet;
    Position fromPosition;
    Position toPosition;
    uint256 totalSupply;
    uint256 packs;
    bool allotmentExhausted;
    bool usesApproval;
}
