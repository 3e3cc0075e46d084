// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, TokenState } from "./ComplianceStorage.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";
import { ITokenFacts } from "./ITokenFacts.sol";
import { Position } from "./Position.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { RuleContext } from "./RuleContext.sol";
import { RuleSetter } from "./RuleSetter.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";
import { InvestorCounts } from "./lots/InvestorCounts.sol";
import { LotStorage } from "./lots/LotStorage.sol";
import { PackCounts } from "./packs/PackCounts.sol";

/// @title HoldingCount
/// @notice Counts holdings that exist already, and keeps the count right when investors change.
library HoldingCount {
    uint256 private constant COUNTED_THINGS =
        TokenRuleWords.POSITIONS | TokenRuleWords.HOLDERS | TokenRuleWords.COUNTRY_HOLDERS | TokenRuleWords.LOTS;
    // Above all bits of `ComplianceStorage.countKey`.
    uint256 private constant INVESTORS = 1 << 255;
    // The epoch's place in it.
    uint256 private constant ONE_EPOCH = 1 << 160;

    /// @notice See `IRuleConfiguration.startCount`.
    function start(TokenState storage state, address token, IRuleConfiguration.CountScope calldata scope) internal {
        TokenRules rules = state.rules;
        uint256 supply = ITokenFacts(token).totalSupply();
        if (supply != 0 && !ITokenFacts(token).paused()) revert IRuleConfiguration.TokenNotPaused(token);
        bool keepsLots = rules.has(TokenRuleWords.LOTS);
        // The next count needs this one's answers on relinked wallets.
        if (keepsLots && rules.has(TokenRuleWords.COUNTING)) revert IRuleConfiguration.CountRunning(token);
        bool entersLots = scope.lots && !keepsLots;
        rules = rules.withSwitch(COUNTED_THINGS, false).withNextCount(scope.classes)
            .withSwitch(TokenRuleWords.COUNTING, true).withSwitch(TokenRuleWords.HOLDERS, scope.holders)
            .withSwitch(TokenRuleWords.COUNTRY_HOLDERS, scope.countries)
            .withSwitch(TokenRuleWords.LOTS, scope.lots && keepsLots)
            .withSwitch(TokenRuleWords.COUNTING_LOTS, entersLots);
        if (entersLots) rules = rules.withNextLots();
        _requireInScope(rules, scope, state.rules);
        uint256 missing = PackCounts.missing(state, rules, state.packRules);
        if (missing != 0) revert IRuleConfiguration.CountInUse(RuleSetter.lowest(missing));
        state.rules = rules;
        state.issueLimits.holders = 0;
        emit IRuleConfiguration.CountStarted(token, uint24(rules.epoch()), scope);
        if (supply == 0) finish(state, token);
    }

    /// @notice See `IRuleConfiguration.countWallets`.
    function countWallets(TokenState storage state, address token, address[] calldata wallets, address rulePacks)
        internal
    {
        TokenRules rules = state.rules;
        if (!rules.has(TokenRuleWords.COUNTING)) revert IRuleConfiguration.NoCountRunning(token);
        uint256 key = ComplianceStorage.countKey(token, rules);
        uint256 total;
        for (uint256 i; i < wallets.length; ++i) {
            total += _countWallet(state, rules, key, token, wallets[i], rulePacks);
        }
        ComplianceStorage.load().countedUnits[key] += total;
    }

    /// @notice See `IRuleConfiguration.finishCount`.
    function finish(TokenState storage state, address token) internal {
        TokenRules rules = state.rules;
        if (!rules.has(TokenRuleWords.COUNTING)) revert IRuleConfiguration.NoCountRunning(token);
        uint256 counted = ComplianceStorage.load().countedUnits[ComplianceStorage.countKey(token, rules)];
        uint256 supply = ITokenFacts(token).totalSupply();
        if (counted == supply && rules.has(TokenRuleWords.LOTS) && rules.countsHolders()) {
            counted = ComplianceStorage.load().countedUnits[_investorKey(token, rules)];
        }
        if (counted != supply) revert IRuleConfiguration.CountIncomplete(token, counted, supply);
        bool lots = rules.hasAny(TokenRuleWords.LOTS | TokenRuleWords.COUNTING_LOTS);
        state.rules = rules.withSwitch(TokenRuleWords.COUNTING | TokenRuleWords.COUNTING_LOTS, false)
            .withSwitch(TokenRuleWords.POSITIONS, true).withSwitch(TokenRuleWords.LOTS, lots);
        emit IRuleConfiguration.CountFinished(token, uint24(rules.epoch()), counted);
    }

    /// @notice See `IRuleConfiguration.stopCount`.
    function stop(TokenState storage state, address token) internal {
        TokenRules rules = state.rules;
        TokenRules next = rules.withSwitch(
                COUNTED_THINGS | TokenRuleWords.COUNTING | TokenRuleWords.COUNTING_LOTS, false
            ).withNextCount(0);
        if (!rules.hasAny(TokenRuleWords.POSITIONS | TokenRuleWords.COUNTING)) {
            revert IRuleConfiguration.NoCountRunning(token);
        }
        RuleSetter.requireCounts(state, next, state.packRules);
        state.rules = next;
        emit IRuleConfiguration.CountStopped(token, uint24(rules.epoch()));
    }

    /// @notice See `IRuleConfiguration.recount`.
    function recount(TokenState storage state, address token, address wallet) internal {
        TokenRules rules = _keptRules(state, token);
        uint256 key = ComplianceStorage.countKey(token, rules);
        InvestorRecord record = IdentityStorage.load().records[wallet];
        address identity = record.identity();
        if (identity == address(0)) revert IRuleConfiguration.WalletNotRegistered(wallet);
        bool holds = rules.has(TokenRuleWords.LOTS)
            ? LotStorage.holds(ComplianceStorage.lotKey(token, rules), identity)
            : ComplianceStorage.load().holdings[key][identity].position.balance() != 0;
        if (!holds) return;
        HolderCounts.release(state, rules, key, identity);
        _admit(state, rules, key, token, identity, record);
    }

    /// @notice See `IRuleConfiguration.moveHoldings`.
    function moveHoldings(TokenState storage state, address token, address wallet, address rulePacks) internal {
        TokenRules rules = _keptRules(state, token);
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        uint256 key = ComplianceStorage.countKey(token, rules);
        InvestorRecord record = IdentityStorage.load().records[wallet];
        address to = record.identity();
        address from = countedIdentity(key, wallet, record);
        uint256 units = ITokenFacts(token).balanceOf(wallet);
        if (to == address(0) || from == to || units == 0) revert IRuleConfiguration.NothingToMove(token, wallet);

        bool lots = rules.has(TokenRuleWords.LOTS);
        uint256 lotKey = ComplianceStorage.lotKey(token, rules);
        bool joins = lots && !LotStorage.holds(lotKey, to);
        if (lots) {
            _moveLots(rules, token, wallet, record, from, units, rulePacks);
            if (!LotStorage.holds(lotKey, from)) InvestorCounts.remove(state, rules, token, from);
        }
        Position position = $.holdings[key][from].position.minus(units);
        $.holdings[key][from].position = position;
        if (!lots && position.balance() == 0) HolderCounts.release(state, rules, key, from);
        position = $.holdings[key][to].position;
        $.holdings[key][to].position = position.plus(units);
        if (lots ? joins : position.balance() == 0) _admit(state, rules, key, token, to, record);
        $.countedIdentities[key][wallet] = to;
        emit IRuleConfiguration.HoldingsMoved(token, wallet, from, to, units);
    }

    /// @notice Identity under which a wallet's units count.
    function countedIdentity(uint256 key, address wallet, InvestorRecord record)
        internal
        view
        returns (address identity)
    {
        if (!record.has(InvestorRecords.FLAG_RELINKED)) return record.lastIdentity();
        identity = ComplianceStorage.load().countedIdentities[key][wallet];
        if (identity == address(0)) identity = IdentityStorage.load().firstIdentities[wallet];
    }

    function _countWallet(
        TokenState storage state,
        TokenRules rules,
        uint256 key,
        address token,
        address wallet,
        address rulePacks
    ) private returns (uint256 units) {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        units = ITokenFacts(token).balanceOf(wallet);
        InvestorRecord record = IdentityStorage.load().records[wallet];
        // A wallet taken out of the register still holds: it counts under the identity it had.
        address identity = record.lastIdentity();
        bool lots = rules.has(TokenRuleWords.LOTS);
        bool relinked = record.has(InvestorRecords.FLAG_RELINKED);
        // Units stay with their lots, which are where the count before has left them.
        if (lots && relinked && units != 0) identity = countedIdentity(key - ONE_EPOCH, wallet, record);
        if (lots && rules.countsHolders()) _countInvestor(state, rules, key, token, identity, record);
        if (units == 0 || $.countedWallets[key][wallet]) return 0;
        $.countedWallets[key][wallet] = true;
        if (relinked) $.countedIdentities[key][wallet] = identity;
        if (identity == address(0)) revert IRuleConfiguration.WalletNotRegistered(wallet);
        Position position = $.holdings[key][identity].position;
        $.holdings[key][identity].position = position.plus(units);
        if (!lots && position.balance() == 0) _admit(state, rules, key, token, identity, record);
        if (rules.has(TokenRuleWords.COUNTING_LOTS)) {
            Address.functionDelegateCall(
                rulePacks, abi.encodeCall(IRulePackExtension.enterLot, (token, identity, units))
            );
        }
        emit IRuleConfiguration.WalletCounted(token, wallet, identity, units);
    }

    /// @dev Where lots are kept already, whoever has one is a holder; many have all of theirs in custody.
    function _countInvestor(
        TokenState storage state,
        TokenRules rules,
        uint256 key,
        address token,
        address identity,
        InvestorRecord record
    ) private {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        uint256 units = LotStorage.unitsOf(ComplianceStorage.lotKey(token, rules), identity);
        uint256 investors = _investorKey(token, rules);
        if (units == 0 || $.countedWallets[investors][identity]) return;
        $.countedWallets[investors][identity] = true;
        $.countedUnits[investors] += units;
        _admit(state, rules, key, token, identity, record);
    }

    /// @dev Under which a count keeps identities and the units of their lots, as it keeps wallets and theirs.
    function _investorKey(address token, TokenRules rules) private pure returns (uint256) {
        return ComplianceStorage.countKey(token, rules) | INVESTORS;
    }

    function _admit(
        TokenState storage state,
        TokenRules rules,
        uint256 key,
        address token,
        address identity,
        InvestorRecord record
    ) private {
        uint256 bucket;
        if (rules.countsHolders() && !record.has(InvestorRecords.FLAG_CUSTODIAN)) {
            bucket = HolderCounts.bucketOf(record);
            HolderCounts.admit(state, rules, key, identity, bucket);
        }
        emit IRuleConfiguration.HolderRecounted(token, identity, bucket);
    }

    function _moveLots(
        TokenRules rules,
        address token,
        address wallet,
        InvestorRecord record,
        address from,
        uint256 units,
        address rulePacks
    ) private {
        RuleContext memory context;
        context.token = token;
        context.path = IComplianceEngine.Path.RECOVERY;
        context.rules = rules;
        context.spender = wallet;
        context.from = wallet;
        context.to = wallet;
        context.amount = units;
        context.sender = record;
        context.recipient = record;
        context.fromIdentity = from;
        context.toIdentity = record.identity();
        context.fromWallet = units;
        context.toWallet = units;
        bytes memory answer =
            Address.functionDelegateCall(rulePacks, abi.encodeCall(IRulePackExtension.settlePacks, (context)));
        uint8 code = abi.decode(answer, (uint8));
        if (code != ReasonCodes.OK) revert IRuleConfiguration.HoldingsRefused(code, wallet);
    }

    function _keptRules(TokenState storage state, address token) private view returns (TokenRules rules) {
        rules = state.rules;
        if (rules.has(TokenRuleWords.COUNTING)) revert IRuleConfiguration.CountRunning(token);
        if (!rules.has(TokenRuleWords.POSITIONS)) revert IRuleConfiguration.PositionsNotKept(token);
    }

    /// @dev Every rule that runs must find in the new count what it reads.
    function _requireInScope(TokenRules next, IRuleConfiguration.CountScope calldata scope, TokenRules present)
        private
        pure
    {
        uint256 running = present.rules();
        if (!scope.holders && (running >> ReasonCodes.HOLDER_CAP_REACHED) & 1 != 0) {
            revert IRuleConfiguration.CountInUse(ReasonCodes.HOLDER_CAP_REACHED);
        }
        if (!scope.countries && (running >> ReasonCodes.COUNTRY_HOLDER_CAP_REACHED) & 1 != 0) {
            revert IRuleConfiguration.CountInUse(ReasonCodes.COUNTRY_HOLDER_CAP_REACHED);
        }
        if (
            present.classHolders() & ~next.classHolders() != 0
                && (running >> ReasonCodes.CLASS_HOLDER_CAP_REACHED) & 1 != 0
        ) revert IRuleConfiguration.CountInUse(ReasonCodes.CLASS_HOLDER_CAP_REACHED);
        if (!scope.lots && (running >> ReasonCodes.LOT_LOCKED) & 1 != 0) {
            revert IRuleConfiguration.CountInUse(ReasonCodes.LOT_LOCKED);
        }
    }
}
