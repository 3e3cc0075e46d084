// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { LocalRole } from "../../../access/LocalRole.sol";
import { ICustody } from "../../../interfaces/ICustody.sol";
import { ILots } from "../../../interfaces/ILots.sol";
import { IRuleConfiguration } from "../../../interfaces/IRuleConfiguration.sol";
import { IdentityStorage } from "../../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../../identity/InvestorRecord.sol";
import { ComplianceStorage, TokenState } from "../ComplianceStorage.sol";
import { HolderCounts } from "../HolderCounts.sol";
import { HoldingCount } from "../HoldingCount.sol";
import { ITokenFacts } from "../ITokenFacts.sol";
import { TokenRules, TokenRuleWords } from "../TokenRules.sol";
import { TradeTermsDesk } from "../TradeTermsDesk.sol";
import { ArrivingLots } from "../lots/ArrivingLots.sol";
import { Custody } from "../lots/Custody.sol";
import { InvestorCounts } from "../lots/InvestorCounts.sol";
import { Lot } from "../lots/Lot.sol";
import { LotList, LotLists } from "../lots/LotList.sol";
import { LotStorage } from "../lots/LotStorage.sol";
import { LotTransient } from "../lots/LotTransient.sol";
import { VolumeDesk } from "./VolumeDesk.sol";

/// @title PackDeskExtension
/// @notice See `ILots`, `ICustody`, `ITradeTerms` and `ITradedVolumes`: what is done and told beside movements. Reached
/// by the engine through `RulePackExtension`; by itself it has no authority and no tokens.
/// @custom:extension-of ComplianceEngine
contract PackDeskExtension is ILots, ICustody, TradeTermsDesk, VolumeDesk {
    // ------------------------------------------------------------------ lots

    /// @inheritdoc ILots
    function announceArrival(address token, address identity, address to, uint256 amount, uint256[] calldata lots)
        external
        onlyLocalRole(LocalRole.BRIDGE)
    {
        _lotKey(token);
        ArrivingLots.check(lots, amount);
        LotTransient.setArrival(token, to, amount, identity, lots);
        emit ArrivalAnnounced(token, to, identity, amount, lots);
    }

    /// @inheritdoc ILots
    function mergeLots(address token, address identity, uint256 older, uint256 younger) external {
        address caller = _msgSender();
        if (identity == address(0) || IdentityStorage.load().records[caller].identity() != identity) {
            if (!ITokenFacts(token).isAgent(caller)) revert NotLotHolder(caller, identity);
        }
        uint256 key = _lotKey(token);
        uint256[64] storage slots = LotStorage.load().lots[key][identity];
        LotList memory list = LotLists.read(slots, 0);
        if (older == younger || older >= list.count || younger >= list.count) revert LotsNotMergeable(older, younger);
        Lot lot = Lot.wrap(list.words[older]);
        Lot other = Lot.wrap(list.words[younger]);
        if (lot.kind() != other.kind() || lot.day() > other.day()) revert LotsNotMergeable(older, younger);
        list.join(older, younger);
        list.write(slots);
        uint256[] memory merged = new uint256[](1);
        merged[0] = lot.moved(other);
        emit LotsMoved(token, identity, identity, merged);
    }

    /// @inheritdoc ILots
    function lotsOf(address token, address identity) external view returns (uint256[] memory) {
        return _read(token, identity).words;
    }

    /// @inheritdoc ILots
    function lotsLeaving(address token, address wallet, uint256 amount) external view returns (uint256[] memory) {
        TokenRules rules = ComplianceStorage.load().tokens[token].rules;
        InvestorRecord record = IdentityStorage.load().records[wallet];
        address identity = HoldingCount.countedIdentity(ComplianceStorage.countKey(token, rules), wallet, record);
        LotList memory list = _read(token, identity);
        if (list.units < amount) revert LotsNotTheAmount(list.units, amount);
        return list.take(amount, 0);
    }

    // ------------------------------------------------------------------ custody

    /// @inheritdoc ICustody
    function nameBeneficiary(address token, address custodian, address wallet) external {
        address caller = _msgSender();
        if (caller != custodian && !ITokenFacts(token).isAgent(caller)) {
            revert NotCustodianOrAgent(caller, custodian);
        }
        InvestorRecord record = IdentityStorage.load().records[custodian];
        if (!record.has(InvestorRecords.FLAG_CUSTODIAN)) revert NotCustodian(custodian);
        LotTransient.setBeneficiary(token, record.identity(), wallet);
    }

    /// @inheritdoc ICustody
    function setFrozenShare(address token, address custodian, address investor, uint256 units, uint8 reason) external {
        _requireAgent(token);
        uint256 key = _lotKey(token);
        if (units > type(uint128).max) revert CustodyAmountTooLarge(units);
        LotStorage.load().shares[key][custodian][investor].frozen = uint128(units);
        emit CustodyShareFrozen(token, custodian, investor, units, reason, _msgSender());
    }

    /// @inheritdoc ICustody
    function reassignShare(
        address token,
        address custodian,
        address fromInvestor,
        address toInvestor,
        uint256 units,
        uint8 reason
    ) external {
        _requireAgent(token);
        uint256 key = _lotKey(token);
        if (ComplianceStorage.load().tokens[token].rules.has(TokenRuleWords.COUNTING)) {
            revert IRuleConfiguration.CountRunning(token);
        }
        if (toInvestor == address(0) || toInvestor == fromInvestor) revert CustodyInvestorInvalid(toInvestor);
        _requireShare(key, custodian, fromInvestor, units);
        if (fromInvestor != custodian) Custody.less(token, key, custodian, fromInvestor, units);
        if (toInvestor != custodian) Custody.more(token, key, custodian, toInvestor, units);
        bool joins = toInvestor != custodian && !LotStorage.holds(key, toInvestor);
        _moveLots(token, key, fromInvestor, toInvestor, units);
        if (units != 0) _count(token, fromInvestor, joins ? toInvestor : address(0));
        emit CustodyReassigned(token, custodian, fromInvestor, toInvestor, units, reason, _msgSender());
    }

    /// @inheritdoc ICustody
    function shareOf(address token, address custodian, address investor) external view returns (uint256) {
        return LotStorage.load().shares[_keyOf(token)][custodian][investor].units;
    }

    /// @inheritdoc ICustody
    function frozenShareOf(address token, address custodian, address investor) external view returns (uint256) {
        return LotStorage.load().shares[_keyOf(token)][custodian][investor].frozen;
    }

    // ------------------------------------------------------------------ internals

    function _moveLots(address token, uint256 key, address from, address to, uint256 units) private {
        mapping(address => uint256[64]) storage lots = LotStorage.load().lots[key];
        LotList memory given = LotLists.read(lots[from], 0);
        uint256[] memory words = given.take(units, 0);
        LotList memory taken = LotLists.read(lots[to], words.length);
        for (uint256 i; i < words.length; ++i) {
            Lot lot = Lot.wrap(words[i]);
            taken.addMerging(lot);
            words[i] = lot.moved(lot);
        }
        given.write(lots[from]);
        taken.write(lots[to]);
        emit LotsMoved(token, from, to, words);
    }

    /// @dev Who has lost the last lot or got the first, as holders; of the latter no record is known here.
    function _count(address token, address from, address joining) private {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        TokenRules rules = state.rules;
        if (!rules.countsHolders()) return;
        if (!LotStorage.holds(_keyOf(token), from)) InvestorCounts.remove(state, rules, token, from);
        if (joining != address(0)) InvestorCounts.join(state, rules, token, joining, HolderCounts.unknownBucket());
    }

    /// @dev What a custodian has of its own is all its lots.
    function _requireShare(uint256 key, address custodian, address investor, uint256 needed) private view {
        LotStorage.Layout storage $ = LotStorage.load();
        uint256 held = LotLists.read($.lots[key][investor], 0).units;
        if (investor != custodian) held = $.shares[key][custodian][investor].units;
        if (held < needed) revert CustodyShareTooLow(custodian, investor, held, needed);
    }

    function _read(address token, address identity) private view returns (LotList memory) {
        return LotLists.read(LotStorage.load().lots[_keyOf(token)][identity], 0);
    }

    function _keyOf(address token) private view returns (uint256) {
        return ComplianceStorage.lotKey(token, ComplianceStorage.load().tokens[token].rules);
    }

    function _lotKey(address token) private view returns (uint256) {
        TokenRules rules = ComplianceStorage.load().tokens[token].rules;
        if (!rules.has(TokenRuleWords.LOTS)) revert LotsNotKept(token);
        return ComplianceStorage.lotKey(token, rules);
    }

    function _requireAgent(address token) private view {
        if (!ITokenFacts(token).isAgent(_msgSender())) {
            revert IRuleConfiguration.NotTokenAgent(token, _msgSender());
        }
    }
}
