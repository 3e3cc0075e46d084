// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IBrokerageLiquidation } from "../../interfaces/IBrokerageLiquidation.sol";
import { IIdentityRegistry } from "../../interfaces/IIdentityRegistry.sol";
import { PositionBook } from "../parts/PositionBook.sol";
import { Assessment, Valuation } from "../parts/Valuation.sol";
import { AccountSetBits, AccountSets } from "../storage/AccountSets.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { RiskTerms } from "../storage/RiskTerms.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { BookDesk } from "./BookDesk.sol";
import { LiquidationTermsWord } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { MarginCore, MarginStanding } from "./MarginCore.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @notice An account that may be liquidated now.
/// @param account which
/// @param sets its sets as the liquidation changes them
/// @param standing where it stood before
/// @param call its call, with an auction
/// @param terms how liquidations go
/// @param book what every check needs
/// @param bonusBps the auction's bonus
struct LiquidationCase {
    uint256 account;
    AccountSets sets;
    MarginStanding standing;
    MarginCallWord call;
    LiquidationTermsWord terms;
    RiskTerms book;
    uint256 bonusBps;
}

/// @title LiquidationCore
/// @notice Whether an account may be liquidated by the caller, and what a liquidation leaves behind.
abstract contract LiquidationCore is MarginCore, BookDesk, PositionBook {
    using Valuation for Assessment;

    /// @dev Values are whole units of their last decimal, rounded against the account at each asset.
    uint256 private constant ROUNDING = 2;

    /// @dev Reverts unless the account may be liquidated now (PB-05).
    function _liquidatable(uint256 account, RiskTerms book) internal returns (LiquidationCase memory found) {
        found.account = account;
        found.sets = _opened(account);
        found.book = book;
        StandstillWord clock = _passOutage(found.book);
        found.terms = _liquidationTerms();
        MarginStanding memory standing = _marginStanding(account, found.sets, found.book);
        MarginCallWord call = _margin().calls[account];
        bool isBelow = _isBelowThreshold(standing);
        uint256 end = AuctionClock.deadline(call, clock, found.terms);
        bool isOver = call.isOpen() && block.timestamp >= end && _isBelowMaintenance(standing);
        if (!isBelow && !isOver) {
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

    /// @dev Reverts unless the registry verifies the caller and he has no part in the account.
    function _requireLiquidator(RiskTerms book, uint256 account) internal view {
        if (!_isVerified(book, msg.sender)) revert IBrokerageLiquidation.LiquidatorIneligible(msg.sender);
        _requireStranger(book, account, msg.sender);
    }

    /// @dev Reverts for the account's institution and its operators, for others of its group, and for another wallet of
    /// its institution's identity.
    function _requireStranger(RiskTerms book, uint256 account, address wallet) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        address institution = BrokerageStorage.institutionOf(account);
        bool isSelf = wallet == institution || $.operators[account][wallet].rightsAt(block.timestamp) != 0;
        if (!isSelf) {
            uint256 group = $.lines[institution].group();
            isSelf = group != 0 && $.lines[wallet].group() == group;
        }
        if (!isSelf) {
            IIdentityRegistry registry = IIdentityRegistry(book.registry());
            address owner = registry.identity(wallet);
            isSelf = owner != address(0) && registry.identity(institution) == owner;
        }
        if (isSelf) revert IBrokerageLiquidation.SelfLiquidation(account, wallet);
    }

    /// @dev Records what the account exposes now, ends its call where it is restored, and counts the liquidation.
    /// Reverts where the ratio fell, unless that was inevitable (PB-06).
    function _finish(LiquidationCase memory found, bool mayFall) internal {
        BrokerageStorage.Layout storage $ = _layout();
        Assessment memory a = Valuation.assess($, found.account, found.sets, found.book);
        MarginStanding memory standing = found.standing;
        MarginStanding memory now_ = MarginStanding({
            adjustedValue: a.maintenanceDown($.terms.gainHaircutBps),
            exposureValue: a.exposure(),
            extraPoints: standing.extraPoints
        });
        if (
            !mayFall && found.sets.collateral() != 0
                && (now_.adjustedValue + ROUNDING) * standing.exposureValue
                    < standing.adjustedValue * now_.exposureValue
        ) revert IBrokerageLiquidation.LiquidationWorsens(found.account);
        _refreshExposure(found.account, found.sets);
        MarginCallWord call = found.call.liquidatedOnce();
        if (now_.adjustedValue >= _cureValueUp(now_, found.terms)) {
            call = _cure(found.account, call, now_);
            found.sets = found.sets.withoutFlag(AccountSetBits.MARGIN_STATE);
        }
        $.sets[found.account] = found.sets;
        _margin().calls[found.account] = call;
    }
}
