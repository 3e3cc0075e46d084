// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LotList } from "./LotList.sol";

/// @notice What a movement does to lots and custody: found while it is decided, written when it is allowed.
/// @param kept lots are kept for the token; nothing else of them is filled in when they are not
/// @param key key of the token's lots
/// @param seller investor whose units move, zero where they come into being
/// @param buyer investor whose units they are afterwards, zero where they cease or leave the chain
/// @param from identity of the custodian that gives, zero when none does
/// @param to identity of the custodian that takes, zero when none does
/// @param arrived the seller's lots come from another chain
/// @param announced they were announced before (`LotTransient`)
/// @param custodyCode code 35 or 36 when the share does not suffice
/// @param given the seller's lots
/// @param locked bit n: lot n of `given` may not be sold in this movement
/// @param lockedUnits units of those
/// @param taken the buyer's lots, once the movement has been laid out
/// @param moved words of `ILots.LotsMoved`
/// @param usesApproval a lot rule passed only because of the transfer's pre-approval
/// @param regionalCommits packs in the other implementation have something to record
struct LotPlan {
    bool kept;
    uint256 key;
    address seller;
    address buyer;
    address from;
    address to;
    bool arrived;
    bool announced;
    uint8 custodyCode;
    LotList given;
    uint256 locked;
    uint256 lockedUnits;
    LotList taken;
    uint256[] moved;
    bool usesApproval;
    bool regionalCommits;
}
