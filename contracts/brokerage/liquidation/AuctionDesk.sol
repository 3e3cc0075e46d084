// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";
import { IBrokerageAuctions } from "../../interfaces/IBrokerageAuctions.sol";
import { IBrokerageMargin } from "../../interfaces/IBrokerageMargin.sol";
import { BrokerageStorage } from "../storage/BrokerageStorage.sol";
import { AuctionClock } from "./AuctionClock.sol";
import { Graces } from "./Graces.sol";
import { LiquidationTermsWord, LiquidationTermsWords } from "./LiquidationTermsWord.sol";
import { MarginCallWord } from "./MarginCallWord.sol";
import { MarginStorage, SeizureWindow } from "./MarginStorage.sol";
import { SeizureWindows } from "./SeizureWindows.sol";
import { StandstillWord } from "./StandstillWord.sol";

/// @title AuctionDesk
/// @notice See `IBrokerageAuctions`.
abstract contract AuctionDesk is IBrokerageAuctions, AccessManagedUpgradeable {
    /// @inheritdoc IBrokerageAuctions
    uint24 public constant MAX_GRACE = Graces.MOST;

    /// @inheritdoc IBrokerageAuctions
    uint24 public constant DEFAULT_GRACE = Graces.UNSET;

    /// @inheritdoc IBrokerageAuctions
    function setLiquidationTerms(LiquidationTerms calldata terms) external restricted {
        MarginStorage.load().terms = LiquidationTermsWords.pack(terms);
        emit LiquidationTermsSet(terms);
    }

    /// @inheritdoc IBrokerageAuctions
    function setSeizureCap(uint8 assetId, uint96 capValue) external restricted {
        // What the window took stays: a cap that is lowered and raised again gives no room twice.
        MarginStorage.load().windows[assetId].capValue = capValue;
        emit SeizureCapSet(assetId, capValue);
    }

    /// @inheritdoc IBrokerageAuctions
    function setGrace(uint8 class, uint24 grace) external restricted {
        if (grace > Graces.MOST) revert GraceTooLong(grace);
        MarginStorage.load().graces[class] = grace;
        emit GraceSet(class, grace);
    }

    /// @inheritdoc IBrokerageAuctions
    function liquidationTerms() external view returns (LiquidationTerms memory) {
        return _auctionTerms().unpack();
    }

    /// @inheritdoc IBrokerageAuctions
    function claimable(address liquidator, uint256 account, uint8 assetId) external view returns (uint256) {
        return MarginStorage.load().claims[liquidator][BrokerageStorage.key(account, assetId)];
    }

    /// @inheritdoc IBrokerageAuctions
    function seizureCapOf(uint8 assetId) external view returns (uint96 capValue, uint256 takenValue) {
        SeizureWindow memory window = SeizureWindows.now_(assetId, _auctionTerms().seizureWindow());
        return (window.capValue, window.takenValue);
    }

    /// @inheritdoc IBrokerageAuctions
    function auctionBonusOf(uint256 account) external view returns (uint256) {
        MarginStorage.Layout storage margin = MarginStorage.load();
        LiquidationTermsWord terms = _auctionTerms();
        uint256 run = AuctionClock.elapsed(_live(account), margin.clock, terms, block.timestamp);
        return AuctionClock.bonusBpsDown(terms, run);
    }

    /// @inheritdoc IBrokerageAuctions
    function marginCallOf(uint256 account) external view returns (IBrokerageMargin.MarginCall memory) {
        MarginStorage.Layout storage margin = MarginStorage.load();
        MarginCallWord call = _live(account);
        return IBrokerageMargin.MarginCall({
            isOpen: call.isOpen(),
            isEscalated: call.isEscalated(),
            calledAt: uint40(call.calledAt()),
            deadline: uint40(AuctionClock.deadline(call, margin.clock, _auctionTerms())),
            curedAt: uint40(call.curedAt()),
            auctionStart: uint40(call.auctionStart()),
            nonce: call.nonce()
        });
    }

    /// @inheritdoc IBrokerageAuctions
    function graceOf(uint8 class) external view returns (uint24) {
        return Graces.inForce(class);
    }

    /// @inheritdoc IBrokerageAuctions
    function standstill() external view returns (uint32 total, uint40 endedAt, uint40 since) {
        StandstillWord clock = MarginStorage.load().clock;
        return (uint32(clock.total()), uint40(clock.endedAt()), uint40(clock.since()));
    }

    function _live(uint256 account) private view returns (MarginCallWord) {
        MarginStorage.Layout storage margin = MarginStorage.load();
        return AuctionClock.live(margin.calls[account], margin.clock, _auctionTerms(), block.timestamp);
    }

    function _auctionTerms() private view returns (LiquidationTermsWord) {
        return MarginStorage.load().terms.orDefault();
    }
}
