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
        MarginCallWord call = AuctionClock.live(_margin().calls[account], clock, found.terms, block.timestamp);
        bool isBelow = _isBelowThreshold(standing);
        uint256 end = AuctionClock.deadline(call, clock, found.terms);
        bool isOver = call.isOpen() && block.timestamp >= end && _isBelowMaintenance(standing);
        if (!isBelow && !isOver) {
            revert IBrokerageLiquidation.NotLiquidatable(
                account, standing.adjustedValue, standing.exposureValue, uint40(call.isOpen() ? end : 0)
            );
        }
        if (!call.isOpen()) {
            end = AuctionClock.deadlineOfNew(call, found.terms, block.timestamp, 0);
            call = _open(account, call, end, standing);
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
        if (nonce == expected || expected == type(uint32).max) return;
        revert IBrokerageLiquidation.LiquidationNonceMismatch(found.account, expected, nonce);
    }

    /// @dev Reverts unless the registry verifies the caller and he has no part in the account.
    function _requireLiquidator(RiskTerms book, uint256 account) internal view {
        if (!_isVerified(book, msg.sender)) revert IBrokerageLiquidation.LiquidatorIneligible(msg.sender);
        _requireStranger(account, msg.sender);
    }

    /// @dev Reverts for the account's institution and its operators, and for others of its group.
    function _requireStranger(uint256 account, address wallet) internal view {
        BrokerageStorage.Layout storage $ = _layout();
        address institution = BrokerageStorage.institutionOf(account);
        bool isSelf = wallet == institution || $.operators[account][wallet].rightsAt(block.timestamp) != 0;
        if (!isSelf) {
            uint256 group = $.lines[institution].group();
            isSelf = group != 0 && $.lines[wallet].group() == group;
        }
        if (isSelf) revert IBrokerageLiquidation.SelfLiquidation(account, wallet);
    }

    /// @dev Reverts for another wallet of the institution's identity. Asked where others bear what is left: elsewhere
    /// who liquidates himself pays himself.
    function _requireOtherIdentity(RiskTerms book, uint256 account, address wallet) internal view {
        IIdentityRegistry registry = IIdentityRegistry(book.registry());
        address identity = registry.identity(wallet);
        if (identity == address(0) || registry.identity(BrokerageStorage.institutionOf(account)) != identity) return;
        revert IBrokerageLiquidation.SelfLiquidation(account, wallet);
    }

    /// @dev Where an account stands after everything was changed.
    function _reassessed(LiquidationCase memory found) internal view returns (MarginStanding memory standing) {
        Assessment memory a = Valuation.assess(_layout(), found.account, found.sets, found.book);
        standing.adjustedValue = a.maintenanceDown(_layout().terms.gainHaircutBps);
        standing.exposureValue = a.exposure();
        standing.extraPoints = found.standing.extraPoints;
    }

    /// @notice Records what the account exposes now, ends its call where it is restored, and counts the liquidation.
    /// Reverts where the ratio fell, unless that was inevitable or no collateral is left (PB-06).
    /// @param mayFall whether it was
    /// @param roundingValue by how much rounding of units may keep the exposure higher
    function _finish(LiquidationCase memory found, MarginStanding memory standing, bool mayFall, uint256 roundingValue)
        internal
    {
        uint256 exposed = standing.exposureValue;
        uint256 tolerated = exposed > roundingValue ? exposed - roundingValue : 0;
        if (
            !mayFall && found.sets.collateral() != 0
                && (standing.adjustedValue + ROUNDING) * found.standing.exposureValue
                    < found.standing.adjustedValue * tolerated
        ) revert IBrokerageLiquidation.LiquidationWorsens(found.account);
        MarginCallWord call = found.call.liquidatedOnce();
        if (standing.adjustedValue >= _cureValueUp(standing, found.terms)) {
            call = _cure(found.account, call, standing);
            found.sets = found.sets.withoutFlag(AccountSetBits.MARGIN_STATE);
        }
        _layout().sets[found.account] = found.sets;
        _margin().calls[found.account] = call;
        _refreshExposure(found.account, found.sets);
    }
}
