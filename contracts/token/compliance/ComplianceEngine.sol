// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { GroupPausable } from "../../access/GroupPausable.sol";
import { LocalRoles } from "../../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../../access/ManagedUpgradeable.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { ILiveVerification } from "../../interfaces/ILiveVerification.sol";
import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, TokenState } from "./ComplianceStorage.sol";
import { EngineRouting } from "./EngineRouting.sol";
import { GeneralRules } from "./GeneralRules.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { Position } from "./Position.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { RuleContext } from "./RuleContext.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";

/// @title ComplianceEngine
/// @notice See `IComplianceEngine`. This implementation decides and records; configuration, identities, and the packs
/// with their lots are extensions at the same address.
/// @dev `settle` and `preview` share `_decide`, which only reads; `_commit` runs when it gave 0. No call in between can
/// reach a function of this contract that changes state: those to identities and to the token are static.
contract ComplianceEngine is IComplianceEngine, ManagedUpgradeable, LocalRoles, GroupPausable {
    /// @notice Extension that configures rules (`IRuleConfiguration`).
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable RULE_CONFIGURATION;

    /// @notice Extension that keeps identities, trusted issuers and claim topics.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable IDENTITY_REGISTRY;

    /// @notice Extension that runs the jurisdictions' packs and keeps lots.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    address public immutable RULE_PACKS;

    uint256 private constant VERSION_SHIFT = 128;
    uint256 private constant PATH_SHIFT = 160;
    uint256 private constant PACKS_SHIFT = 176;

    /// @param ruleConfiguration extension of `IRuleConfiguration`
    /// @param identityRegistry extension of the identity registry
    /// @param rulePacks extension of the packs and lots
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(address ruleConfiguration, address identityRegistry, address rulePacks) {
        if (ruleConfiguration.code.length == 0) revert ExtensionWithoutCode(ruleConfiguration);
        if (identityRegistry.code.length == 0) revert ExtensionWithoutCode(identityRegistry);
        if (rulePacks.code.length == 0) revert ExtensionWithoutCode(rulePacks);
        RULE_CONFIGURATION = ruleConfiguration;
        IDENTITY_REGISTRY = identityRegistry;
        RULE_PACKS = rulePacks;
    }

    /// @dev Everything that is neither decided nor administered here.
    fallback() external {
        address extension = EngineRouting.isRuleConfiguration(msg.sig)
            ? RULE_CONFIGURATION
            : EngineRouting.isRulePacks(msg.sig) ? RULE_PACKS : IDENTITY_REGISTRY;
        // solhint-disable-next-line no-inline-assembly
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), extension, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch success
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    /// @notice Sets the engine up.
    /// @param authority the chain's access manager
    function initialize(address authority) external initializer {
        __Managed_init(authority);
    }

    /// @inheritdoc IComplianceEngine
    function settle(Path path, Movement calldata movement) external returns (uint8 code) {
        RuleContext memory context;
        TokenState storage state = ComplianceStorage.load().tokens[msg.sender];
        code = _decide(state, context, msg.sender, path, movement);
        if (code != ReasonCodes.OK) return code;
        if (_asksPacks(context)) {
            bytes memory answer =
                Address.functionDelegateCall(RULE_PACKS, abi.encodeCall(IRulePackExtension.settlePacks, (context)));
            code = abi.decode(answer, (uint8));
            if (code != ReasonCodes.OK) return code;
        }
        _commit(state, context);
    }

    /// @inheritdoc IComplianceEngine
    function preview(address token, Path path, Movement calldata movement) external view returns (uint8 code) {
        RuleContext memory context;
        code = _decide(ComplianceStorage.load().tokens[token], context, token, path, movement);
        if (code != ReasonCodes.OK || !_asksPacks(context)) return code;
        return IRulePackExtension(address(this)).checkPacks(context);
    }

    // ------------------------------------------------------------------ deciding

    /// @dev Fills the context and gives the first code below the packs'.
    function _decide(
        TokenState storage state,
        RuleContext memory context,
        address token,
        Path path,
        Movement calldata movement
    ) private view returns (uint8 code) {
        TokenRules rules = state.rules;
        if (!rules.has(TokenRuleWords.REGISTERED)) revert TokenNotRegistered(token);
        if (rules.has(TokenRuleWords.COUNTING)) return ReasonCodes.COUNT_RUNNING;
        context.token = token;
        context.path = path;
        context.rules = rules;
        context.spender = movement.spender;
        context.from = movement.from;
        context.to = movement.to;
        context.amount = movement.amount;
        context.fromWallet = movement.fromBalanceBefore;
        context.toWallet = movement.toBalanceBefore;
        context.totalSupply = movement.totalSupplyBefore;
        _identify(context);

        code = _partiesCode(context);
        if (code != ReasonCodes.OK) return code;
        if (rules.has(TokenRuleWords.POSITIONS)) {
            code = _locate(context);
            if (code != ReasonCodes.OK) return code;
        }
        context.ownMove = context.fromIdentity == context.toIdentity && context.fromIdentity != address(0);
        code = GeneralRules.check(state, context);
        if (code != ReasonCodes.OK) return code;
        context.packs = _packs(context);
        if (context.allotmentExhausted && !_asksPacks(context)) return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
    }

    function _identify(RuleContext memory context) private view {
        mapping(address => InvestorRecord) storage records = IdentityStorage.load().records;
        if (context.from != address(0)) {
            context.sender = records[context.from];
            context.fromIdentity = context.sender.identity();
        }
        if (context.to != address(0)) {
            context.recipient = records[context.to];
            context.toIdentity = context.recipient.identity();
        }
    }

    /// @dev Codes 13 to 18: who may give and receive at all.
    function _partiesCode(RuleContext memory context) private view returns (uint8) {
        TokenRules rules = context.rules;
        bool gives = context.path == Path.TRANSFER || context.path == Path.CROSSCHAIN_BURN;
        if (context.to != address(0)) {
            if (context.toIdentity == address(0)) return ReasonCodes.RECIPIENT_NOT_REGISTERED;
            if (!_verified(rules, context.recipient)) return ReasonCodes.RECIPIENT_NOT_VERIFIED;
        }
        if (gives) {
            if (rules.runs(ReasonCodes.SENDER_NOT_VERIFIED) && !_verified(rules, context.sender)) {
                return ReasonCodes.SENDER_NOT_VERIFIED;
            }
            if (context.sender.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) return ReasonCodes.SENDER_SANCTIONED;
        }
        if (context.recipient.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) return ReasonCodes.RECIPIENT_SANCTIONED;
        if (gives && rules.runs(ReasonCodes.SPENDER_SANCTIONED) && context.spender != context.from) {
            InvestorRecord spender = IdentityStorage.load().records[context.spender];
            if (spender.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) return ReasonCodes.SPENDER_SANCTIONED;
        }
        return ReasonCodes.OK;
    }

    function _verified(TokenRules rules, InvestorRecord record) private view returns (bool) {
        if (rules.has(TokenRuleWords.LIVE)) {
            return ILiveVerification(address(this)).isVerifiedLive(record.identity());
        }
        return record.validUntil() > block.timestamp;
    }

    /// @dev Finds the identities under which units count, and their positions.
    function _locate(RuleContext memory context) private view returns (uint8) {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        uint256 key = ComplianceStorage.countKey(context.token, context.rules);
        if (context.sender.has(InvestorRecords.FLAG_RELINKED)) {
            context.fromIdentity = _countedIdentity($, key, context.from);
        }
        if (
            context.recipient.has(InvestorRecords.FLAG_RELINKED) && context.toWallet != 0
                && _countedIdentity($, key, context.to) != context.toIdentity
        ) return ReasonCodes.HOLDINGS_NOT_MOVED;
        mapping(address => Position) storage positions = $.positions[key];
        if (context.from != address(0)) context.fromPosition = positions[context.fromIdentity];
        if (context.to != address(0)) context.toPosition = positions[context.toIdentity];
        return ReasonCodes.OK;
    }

    function _countedIdentity(
        ComplianceStorage.Layout storage $,
        uint256 key,
        address wallet
    ) private view returns (address identity) {
        identity = $.countedIdentities[key][wallet];
        if (identity == address(0)) identity = IdentityStorage.load().firstIdentities[wallet];
    }

    function _packs(RuleContext memory context) private pure returns (uint256 packs) {
        Path path = context.path;
        if (context.ownMove || path == Path.BURN || path == Path.FORCED || path == Path.RECOVERY) return 0;
        packs = context.rules.ownPacks();
        uint256 offered = context.rules.recipientPacks();
        if (offered != 0 && context.to != address(0)) packs |= offered & Jurisdictions.packsOf(context.recipient);
    }

    function _asksPacks(RuleContext memory context) private pure returns (bool) {
        return context.packs != 0 || context.rules.has(TokenRuleWords.LOTS);
    }

    // ------------------------------------------------------------------ recording

    function _commit(TokenState storage state, RuleContext memory context) private {
        if (context.rules.has(TokenRuleWords.POSITIONS) && context.amount != 0) _moveUnits(state, context);
        if (context.usesApproval) {
            delete ComplianceStorage.load().approvals[
                GeneralRules.approvalHash(context.token, context.from, context.to, context.amount)
            ];
        }
        uint256 packed = context.amount | (context.rules.version() << VERSION_SHIFT)
            | (uint256(context.path) << PATH_SHIFT) | (context.packs << PACKS_SHIFT);
        emit TransferDecision(context.token, context.fromIdentity, context.toIdentity, packed);
    }

    function _moveUnits(TokenState storage state, RuleContext memory context) private {
        ComplianceStorage.Layout storage $ = ComplianceStorage.load();
        TokenRules rules = context.rules;
        uint256 key = ComplianceStorage.countKey(context.token, rules);
        if (context.recipient.has(InvestorRecords.FLAG_RELINKED) && context.toWallet == 0) {
            $.countedIdentities[key][context.to] = context.toIdentity;
        }
        if (context.ownMove) return;
        uint256 amount = context.amount;
        bool counts = HolderCounts.runs(rules);
        if (context.from != address(0)) {
            Position position = context.fromPosition.minus(amount);
            if (_countsVolume(context)) {
                (uint256 volume, uint256 end) = GeneralRules.window(context, state.investorLimits);
                position = position.withWindow(volume, end);
            }
            $.positions[key][context.fromIdentity] = position;
            if (counts && position.balance() == 0) HolderCounts.release(state, rules, key, context.fromIdentity);
        }
        if (context.to != address(0)) {
            $.positions[key][context.toIdentity] = context.toPosition.plus(amount);
            if (
                counts && context.toPosition.balance() == 0
                    && !context.recipient.has(InvestorRecords.FLAG_CUSTODIAN)
            ) {
                HolderCounts.admit(
                    state, rules, key, context.toIdentity, HolderCounts.bucketOf(context.recipient)
                );
            }
        }
    }

    /// @dev Volumes count on the paths on which they are limited.
    function _countsVolume(RuleContext memory context) private pure returns (bool) {
        return context.rules.runs(ReasonCodes.WINDOW_VOLUME_EXCEEDED)
            && (context.path == Path.TRANSFER || context.path == Path.CROSSCHAIN_BURN)
            && GeneralRules.limitsVolume(context);
    }
}
