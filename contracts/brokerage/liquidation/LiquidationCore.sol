// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageLiquidation } from "../../interfaces/IBrokerageLiquidation.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { Assessment, Valuation } from "../parts/Valuation.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BookTerms, BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { MarginCore, Standing } from "./MarginCore.sol";
import { SeizureLedger } from "./SeizureLedger.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @notice An account that may be liquidated now.
/// @param account which
/// @param sets its sets as the liquidation changes them
/// @param standing where it stood before
/// @param call its call, with an auction
/// @param terms how liquidations go
/// @param book what concerns every account
/// @param bonusBps the auction's bonus
struct LiquidationCase {
    uint256 account;
    AccountSets sets;
    Standing standing;
    MarginCallWord call;
    LiquidationTermsWord terms;
    BookTerms book;
    uint256 bonusBps;
}

/// @title LiquidationCore
/// @notice Whether an account may be liquidated by the caller, and what a liquidation leaves behind.
abstract contract LiquidationCore is MarginCore, SeizureLedger {
    using Valuation for Assessment;

    /// @dev Values are whole units of their last decimal, rounded against the account at each asset.
    uint256 private constant ROUNDING = 2;

    /// @dev Reverts unless the account may be liquidated now (PB-05).
    function _liquidatable(uint256 account) internal returns (LiquidationCase memory found) {
        found.account = account;
        found.sets = _opened(account);
        found.book = _layout().terms;
        StandstillWord clock = _passOutage(found.book);
        found.terms = _liquidationTerms();
        Standing memory standing = _standing(account, found.sets, found.book);
        MarginCallWord call = _margin().calls[account];
        bool isBelow = _isBelowThreshold(standing);
        uint256 end = AuctionClock.deadline(call, clock, found.terms);
        bool isOver = call.isOpen() && block.timestamp >= end && _isBelowMaintenance(standing);
        if (standing.riskRaisedAt == block.timestamp || !(isBelow || isOver)) {
            revert IBrokerageLiquidation.NotLiquidatable(
                account, standing.adjustedValue, standing.exposureValue, uint40(call.isOpen() ? end : 0)
            );
        }
        if (!call.isOpen()) {
            call = _open(account, call, block.timestamp, standing);
            found.sets = found.sets.withFlag(AccountSetBits.MARGIN_STATE);
        }
        if (isBelow && !call.isEscalated()) call = _escalate(account, call, standing);
        found.call = _auctioned(call, clock, found.terms);
        found.standing = standing;
        uint256 run = AuctionClock.elapsed(found.call, clock, found.terms, block.timestamp);
        found.bonusBps = AuctionClock.bonusBpsDown(found.terms, run);
    }

    function _requireNonce(LiquidationCase memory found, uint32 expected) internal pure {
        uint32 nonce = found.call.nonce();
        if (nonce == expected) return;
        revert IBrokerageLiquidation.LiquidationNonceMismatch(found.account, expected, nonce);
    }

    /// @dev Reverts unless the registry verifies the caller and he has no part in the account: as its institution, its
    /// operator, of its institution's group, or as another wallet of its institution's identity.
    function _requireLiquidator(address registry, uint256 account) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        if (!IIdentityRegistry(registry).isVerified(msg.sender)) {
            revert IBrokerageLiquidation.LiquidatorIneligible(msg.sender);
        }
        address institution = BrokerageStorage.institutionOf(account);
        bool isSelf = msg.sender == institution || $.operators[account][msg.sender] != 0;
        if (!isSelf) {
            uint256 group = $.lines[institution].group;
            isSelf = group != 0 && $.lines[msg.sender].group == group;
        }
        if (!isSelf) {
            address owner = IIdentityRegistry(registry).identity(msg.sender);
            isSelf = owner != address(0) && IIdentityRegistry(registry).identity(institution) == owner;
        }
        if (isSelf) revert IBrokerageLiquidation.SelfLiquidation(account, msg.sender);
    }

    /// @dev Records what the account exposes now, ends its call where it is restored, and counts the liquidation.
    /// Reverts where the ratio fell, unless that was inevitable (PB-06).
    function _finish(LiquidationCase memory found, bool mayFall) internal {
        BrokerageStorage.Layout storage $ = _layout();
        Assessment memory a = Valuation.assess($, found.account, found.sets, $.figures[found.account], found.book);
        Standing memory standing = found.standing;
        Standing memory now_ = Standing({
            adjustedValue: a.maintenanceDown(found.book.gainHaircutBps),
            exposureValue: a.exposure(),
            extraPoints: standing.extraPoints,
            recordedExposure: standing.recordedExposure,
            riskRaisedAt: standing.riskRaisedAt
        });
        if (
            !mayFall && found.sets.collateral() != 0
                && (now_.adjustedValue + ROUNDING) * standing.exposureValue
                    < standing.adjustedValue * now_.exposureValue
        ) revert IBrokerageLiquidation.LiquidationWorsens(found.account);
        _recordExposure(found.account, standing.recordedExposure, now_.exposureValue);
        MarginCallWord call = found.call.liquidatedOnce();
        if (now_.adjustedValue >= _cureValueUp(now_, found.terms)) {
            call = _cure(found.account, call, now_);
            found.sets = found.sets.withoutFlag(AccountSetBits.MARGIN_STATE);
        }
        $.sets[found.account] = found.sets;
        _margin().calls[found.account] = call;
    }
}
