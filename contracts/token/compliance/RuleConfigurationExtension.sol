// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessManagedUpgradeable
} from "@openzeppelin/contracts-upgradeable/access/manager/AccessManagedUpgradeable.sol";

import { GroupPauseState } from "../../access/GroupPauseState.sol";
import { LocalRole } from "../../access/LocalRole.sol";
import { LocalRoleBits } from "../../access/LocalRoleBits.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { IRuleConfiguration } from "../../interfaces/IRuleConfiguration.sol";
import { Allotments } from "./Allotments.sol";
import { ComplianceStorage, HolderTally, TokenState } from "./ComplianceStorage.sol";
import { EngineGroups } from "./EngineGroups.sol";
import { GeneralRules } from "./GeneralRules.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { HoldingCount } from "./HoldingCount.sol";
import { ITokenFacts } from "./ITokenFacts.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { Position } from "./Position.sol";
import { RuleSetter } from "./RuleSetter.sol";
import { RuleTightness } from "./RuleTightness.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";

/// @title RuleConfigurationExtension
/// @notice See `IRuleConfiguration`. Reached by the engine's fallback; by itself it has no authority and no tokens.
/// @custom:extension-of ComplianceEngine
contract RuleConfigurationExtension is IRuleConfiguration, AccessManagedUpgradeable, LocalRoleBits, GroupPauseState {
    /// @dev Extension of the packs and lots, which counting and moving of holdings concerns too.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address private immutable PACKS;

    uint256 private constant PACK_WORDS = 16;

    /// @notice Names the extension of the packs for good and closes the bare implementation.
    /// @param rulePacks extension of the packs and lots
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address rulePacks) {
        if (rulePacks.code.length == 0) revert IComplianceEngine.ExtensionWithoutCode(rulePacks);
        PACKS = rulePacks;
        _disableInitializers();
    }

    // ------------------------------------------------------------------ rules

    /// @inheritdoc IRuleConfiguration
    function registerToken(address token) external restricted {
        if (token.code.length == 0) revert TokenWithoutCode(token);
        TokenState storage state = _state(token);
        if (state.rules.has(TokenRuleWords.REGISTERED)) revert TokenAlreadyRegistered(token);
        state.rules = state.rules.withSwitch(TokenRuleWords.REGISTERED, true);
        emit TokenRegistered(token);
    }

    /// @inheritdoc IRuleConfiguration
    function configureRules(address token, RuleSettings calldata settings) external restricted {
        TokenState storage state = _registered(token);
        RuleSetter.write(state, token, settings);
        emit RulesConfigured(token, uint32(state.rules.version()), false, settings, _msgSender());
    }

    /// @inheritdoc IRuleConfiguration
    function tightenRules(address token, RuleSettings calldata settings) external restricted {
        TokenState storage state = _registered(token);
        RuleTightness.requireTighter(state, settings);
        RuleSetter.write(state, token, settings);
        emit RulesConfigured(token, uint32(state.rules.version()), true, settings, _msgSender());
    }

    /// @inheritdoc IRuleConfiguration
    function configurePack(address token, uint8 jurisdiction, uint256[] calldata words) external restricted {
        TokenState storage state = _registered(token);
        if (jurisdiction > Jurisdictions.LOTS) revert UnknownPacks(jurisdiction);
        if (words.length > PACK_WORDS) revert ParameterOutOfRange(0, words.length);
        for (uint256 i; i < PACK_WORDS; ++i) {
            state.packWords[jurisdiction * PACK_WORDS + i] = i < words.length ? words[i] : 0;
        }
        TokenRules rules = state.rules.nextVersion();
        RuleSetter.requirePackCounts(state, rules, state.packRules);
        state.rules = rules;
        emit PackConfigured(token, uint32(rules.version()), jurisdiction, words, _msgSender());
    }

    // ------------------------------------------------------------------ allotments

    /// @inheritdoc IRuleConfiguration
    function sendAllotment(address token, Limit limit, uint256 key, uint128 amount, bytes32 messageId)
        external
        onlyLocalRole(LocalRole.BRIDGE)
        whenGroupActive(EngineGroups.ALLOTMENTS)
    {
        _registered(token);
        (bool known, uint256 used) = Allotments.used(token, limit, key);
        if (!known) revert LimitNotMovable(limit, key);
        (, uint256 local) = Allotments.read(token, limit, key);
        if (local < used + amount) revert AllotmentInUse(limit, key, local, used);
        Allotments.change(token, limit, key, -int256(uint256(amount)), messageId);
    }

    /// @inheritdoc IRuleConfiguration
    function receiveAllotment(address token, Limit limit, uint256 key, uint128 amount, bytes32 messageId)
        external
        onlyLocalRole(LocalRole.BRIDGE)
        whenGroupActive(EngineGroups.ALLOTMENTS)
    {
        _registered(token);
        mapping(bytes32 => bool) storage received = ComplianceStorage.load().receivedAllotments;
        if (received[messageId]) revert MessageAlreadyReceived(messageId);
        received[messageId] = true;
        if (limit == Limit.WINDOW_VOLUME || (limit == Limit.MAX_BALANCE && key == 0)) {
            revert LimitNotMovable(limit, key);
        }
        Allotments.change(token, limit, key, int256(uint256(amount)), messageId);
    }

    // ------------------------------------------------------------------ approvals

    /// @inheritdoc IRuleConfiguration
    function approveTransfer(
        address token,
        address from,
        address to,
        uint256 amount,
        uint40 validFrom,
        uint40 validUntil
    ) external whenGroupActive(EngineGroups.APPROVALS) {
        _requireTokenAgent(token);
        if (validUntil <= validFrom || validUntil <= block.timestamp) {
            revert ApprovalPeriodInvalid(validFrom, validUntil);
        }
        ComplianceStorage.load().approvals[GeneralRules.approvalHash(token, from, to, amount)] =
            validFrom | (uint256(validUntil) << 40);
        emit TransferApproved(token, from, to, amount, validFrom, validUntil, _msgSender());
    }

    /// @inheritdoc IRuleConfiguration
    function revokeApproval(address token, address from, address to, uint256 amount) external {
        _requireTokenAgent(token);
        mapping(bytes32 => uint256) storage approvals = ComplianceStorage.load().approvals;
        bytes32 key = GeneralRules.approvalHash(token, from, to, amount);
        if (approvals[key] == 0) revert ApprovalUnknown(token, from, to, amount);
        delete approvals[key];
        emit ApprovalRevoked(token, from, to, amount, _msgSender());
    }

    // ------------------------------------------------------------------ counting

    /// @inheritdoc IRuleConfiguration
    function startCount(address token, CountScope calldata scope)
        external
        restricted
        whenGroupActive(EngineGroups.COUNTS)
    {
        if (scope.classes >> Jurisdictions.COUNT != 0) revert UnknownPacks(scope.classes);
        HoldingCount.start(_registered(token), token, scope);
    }

    /// @inheritdoc IRuleConfiguration
    function countWallets(address token, address[] calldata wallets) external whenGroupActive(EngineGroups.COUNTS) {
        HoldingCount.countWallets(_registered(token), token, wallets, PACKS);
    }

    /// @inheritdoc IRuleConfiguration
    function finishCount(address token) external whenGroupActive(EngineGroups.COUNTS) {
        HoldingCount.finish(_registered(token), token);
    }

    /// @inheritdoc IRuleConfiguration
    function stopCount(address token) external restricted {
        HoldingCount.stop(_registered(token), token);
    }

    /// @inheritdoc IRuleConfiguration
    function recount(address token, address wallet) external whenGroupActive(EngineGroups.COUNTS) {
        HoldingCount.recount(_registered(token), token, wallet);
    }

    /// @inheritdoc IRuleConfiguration
    function moveHoldings(address token, address wallet) external whenGroupActive(EngineGroups.COUNTS) {
        HoldingCount.moveHoldings(_registered(token), token, wallet, PACKS);
    }

    // ------------------------------------------------------------------ views

    /// @inheritdoc IRuleConfiguration
    function isRegistered(address token) external view returns (bool) {
        return _state(token).rules.has(TokenRuleWords.REGISTERED);
    }

    /// @inheritdoc IRuleConfiguration
    function ruleSetVersion(address token) external view returns (uint32) {
        return uint32(_state(token).rules.version());
    }

    /// @inheritdoc IRuleConfiguration
    function ruleSettings(address token) external view returns (RuleSettings memory settings) {
        return RuleSetter.read(_state(token));
    }

    /// @inheritdoc IRuleConfiguration
    function packParameters(address token, uint8 jurisdiction) external view returns (uint256[16] memory words) {
        TokenState storage state = _state(token);
        for (uint256 i; i < PACK_WORDS; ++i) {
            words[i] = state.packWords[jurisdiction * PACK_WORDS + i];
        }
    }

    /// @inheritdoc IRuleConfiguration
    function allotment(address token, Limit limit, uint256 key)
        external
        view
        returns (uint256 globalValue, uint256 local, uint256 used)
    {
        (globalValue, local) = Allotments.read(token, limit, key);
        bool known;
        (known, used) = Allotments.used(token, limit, key);
        if (!known) used = 0;
    }

    /// @inheritdoc IRuleConfiguration
    function countryHolders(address token, uint16 country)
        external
        view
        returns (bool limited, uint32 cap, uint32 globalCap, uint32 counted)
    {
        TokenState storage state = _state(token);
        return _tally(state.countryHolders[country], state.rules);
    }

    /// @inheritdoc IRuleConfiguration
    function classHolders(address token, uint8 jurisdiction, uint8 class)
        external
        view
        returns (bool limited, uint32 cap, uint32 globalCap, uint32 counted)
    {
        TokenState storage state = _state(token);
        return _tally(state.classHolders[uint256(jurisdiction) * 16 + class], state.rules);
    }

    /// @inheritdoc IRuleConfiguration
    function holders(address token) external view returns (uint32) {
        return _state(token).issueLimits.holders;
    }

    /// @inheritdoc IRuleConfiguration
    function positionOf(address token, address identity)
        external
        view
        returns (uint256 balance, uint256 volume, uint256 windowEnd)
    {
        TokenRules rules = _state(token).rules;
        if (!rules.has(TokenRuleWords.POSITIONS)) return (0, 0, 0);
        Position position =
        ComplianceStorage.load().holdings[ComplianceStorage.countKey(token, rules)][identity].position;
        return (position.balance(), position.volume(), position.windowEnd());
    }

    /// @inheritdoc IRuleConfiguration
    function approvalOf(address token, address from, address to, uint256 amount)
        external
        view
        returns (uint40 validFrom, uint40 validUntil)
    {
        uint256 approval = ComplianceStorage.load().approvals[GeneralRules.approvalHash(token, from, to, amount)];
        return (uint40(approval), uint40(approval >> 40));
    }

    /// @inheritdoc IRuleConfiguration
    function countStatus(address token)
        external
        view
        returns (CountScope memory scope, bool kept, bool running, uint24 epoch, uint256 counted)
    {
        TokenRules rules = _state(token).rules;
        scope.holders = rules.has(TokenRuleWords.HOLDERS);
        scope.countries = rules.has(TokenRuleWords.COUNTRY_HOLDERS);
        scope.classes = uint8(rules.classHolders());
        scope.lots = rules.hasAny(TokenRuleWords.LOTS | TokenRuleWords.COUNTING_LOTS);
        kept = rules.has(TokenRuleWords.POSITIONS);
        running = rules.has(TokenRuleWords.COUNTING);
        epoch = uint24(rules.epoch());
        counted = ComplianceStorage.load().countedUnits[ComplianceStorage.countKey(token, rules)];
    }

    // ------------------------------------------------------------------ internals

    function _tally(HolderTally storage tally, TokenRules rules)
        private
        view
        returns (bool limited, uint32 cap, uint32 globalCap, uint32 counted)
    {
        return (tally.limited, tally.cap, tally.globalCap, uint32(HolderCounts.holdersOf(tally, rules)));
    }

    function _state(address token) private view returns (TokenState storage) {
        return ComplianceStorage.load().tokens[token];
    }

    function _registered(address token) private view returns (TokenState storage state) {
        state = _state(token);
        if (!state.rules.has(TokenRuleWords.REGISTERED)) revert IComplianceEngine.TokenNotRegistered(token);
    }

    function _requireTokenAgent(address token) private view {
        _registered(token);
        if (!ITokenFacts(token).isAgent(_msgSender())) revert NotTokenAgent(token, _msgSender());
    }
}
