// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

import { GroupPausable } from "../../access/GroupPausable.sol";
import { LocalRoles } from "../../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../../access/ManagedUpgradeable.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { ILiveVerification } from "../../interfaces/ILiveVerification.sol";
import { CalldataWords } from "../CalldataWords.sol";
import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, Holding, TokenState } from "./ComplianceStorage.sol";
import { EngineRouting } from "./EngineRouting.sol";
import { Facts } from "./Facts.sol";
import { GeneralRules } from "./GeneralRules.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { Position } from "./Position.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
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

    // Places in the packed word of `TransferDecision`.
    uint256 private constant VERSION_MASK = (1 << 32) - 1;
    uint256 private constant VERSION_SHIFT = 128;
    uint256 private constant PATH_SHIFT = 160;
    uint256 private constant PACKS_SHIFT = 176;

    // `Path` in words, see `Facts`.
    uint256 private constant PATH_TRANSFER = 0;
    uint256 private constant PATH_MINT = 1;
    uint256 private constant PATH_BURN = 2;
    uint256 private constant PATH_FORCED = 3;
    uint256 private constant PATH_RECOVERY = 4;
    uint256 private constant PATH_CROSSCHAIN_BURN = 6;

    // Places in an investor's record: `FLAG_SANCTIONS_HOLD`, `FLAG_RELINKED`, `FLAG_RETIRED`, the validity, the
    // identity.
    uint256 private constant SANCTIONED = 1 << 237;
    uint256 private constant RELINKED = 1 << 241;
    uint256 private constant RETIRED = 1 << 242;
    uint256 private constant VALID_UNTIL_SHIFT = 176;
    uint256 private constant VALID_UNTIL_MASK = (1 << 40) - 1;
    uint256 private constant ADDRESS_MASK = (1 << 160) - 1;

    // Place in the token's rule word of code 15.
    uint256 private constant SENDER_RULE = 1 << 47;

    /// @notice Names the three extensions for good: a proxy changes them by an upgrade alone.
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

    /// @notice Everything that is neither decided nor administered here.
    fallback() external {
        address extension = EngineRouting.isRuleConfiguration(msg.sig)
            ? RULE_CONFIGURATION
            : EngineRouting.isRulePacks(msg.sig) ? RULE_PACKS : IDENTITY_REGISTRY;
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, 0, calldatasize())
            let success := delegatecall(gas(), extension, free, calldatasize(), 0, 0)
            returndatacopy(free, 0, returndatasize())
            switch success
            case 0 { revert(free, returndatasize()) }
            default { return(free, returndatasize()) }
        }
    }

    /// @notice Sets the engine up.
    /// @param authority the chain's access manager
    function initialize(address authority) external initializer {
        __Managed_init(authority);
    }

    /// @inheritdoc IComplianceEngine
    function settle(Path path, Movement calldata movement) external returns (uint8) {
        TokenState storage state = ComplianceStorage.load().tokens[msg.sender];
        uint256 rules = TokenRules.unwrap(state.rules);
        uint256 from = uint160(movement.from);
        uint256 to = uint160(movement.to);
        uint256 sender = _record(from);
        uint256 recipient = _record(to);
        uint256 code = _partiesCode(msg.sender, rules, uint256(path), movement.amount, sender, recipient);
        if (code != ReasonCodes.OK) return uint8(code);
        if (rules & TokenRuleWords.BEYOND_SANCTIONS == 0) {
            _tell(msg.sender, sender, recipient, _packed(movement.amount, rules, uint256(path), 0));
            return ReasonCodes.OK;
        }
        return uint8(
            _settleRules(
                state,
                Facts({
                    token: uint160(msg.sender),
                    path: uint256(path),
                    rules: TokenRules.wrap(rules),
                    spender: uint160(movement.spender),
                    from: from,
                    to: to,
                    amount: movement.amount,
                    sender: InvestorRecord.wrap(sender),
                    recipient: InvestorRecord.wrap(recipient),
                    fromIdentity: sender & ADDRESS_MASK,
                    toIdentity: recipient & ADDRESS_MASK,
                    ownMove: 0,
                    fromWallet: movement.fromBalanceBefore,
                    toWallet: movement.toBalanceBefore,
                    fromPosition: Position.wrap(0),
                    toPosition: Position.wrap(0),
                    totalSupply: movement.totalSupplyBefore,
                    packs: 0,
                    allotmentExhausted: 0,
                    usesApproval: 0,
                    limits: 0,
                    country: 0
                })
            )
        );
    }

    /// @inheritdoc IComplianceEngine
    function settleBatch(
        address spender,
        address from,
        uint256 fromBalanceBefore,
        address[] calldata recipients,
        uint256[] calldata balancesBefore,
        uint256[] calldata amounts
    ) external {
        uint256 count = recipients.length;
        if (count != balancesBefore.length || count != amounts.length) {
            revert IComplianceAwareToken.LengthMismatch(
                count, count != amounts.length ? amounts.length : balancesBefore.length
            );
        }
        TokenState storage state = ComplianceStorage.load().tokens[msg.sender];
        Facts memory facts;
        facts.token = uint160(msg.sender);
        facts.rules = state.rules;
        facts.spender = uint160(spender);
        facts.from = uint160(from);
        facts.sender = InvestorRecord.wrap(_record(facts.from));
        facts.fromIdentity = InvestorRecord.unwrap(facts.sender) & ADDRESS_MASK;
        facts.fromWallet = fromBalanceBefore;
        mapping(address => Holding) storage holdings = _holdings(facts);
        Holding storage given = _locateSender(holdings, facts);
        uint256 asked = PATH_TRANSFER;
        for (uint256 i; i < count; ++i) {
            uint256 to = CalldataWords.addressAt(recipients, i);
            uint256 amount = CalldataWords.at(amounts, i);
            facts.to = to;
            facts.toWallet = CalldataWords.at(balancesBefore, i);
            facts.amount = amount;
            uint256 recipient = _record(to);
            uint256 code = _partiesCode(
                msg.sender,
                TokenRules.unwrap(facts.rules),
                asked,
                amount,
                InvestorRecord.unwrap(facts.sender),
                recipient
            );
            if (code == ReasonCodes.OK) {
                facts.recipient = InvestorRecord.wrap(recipient);
                facts.toIdentity = recipient & ADDRESS_MASK;
                facts.ownMove = 0;
                facts.packs = 0;
                facts.allotmentExhausted = 0;
                facts.usesApproval = 0;
                code = _settleRecipient(state, _holdingAt(holdings, facts.toIdentity), facts);
            }
            if (code != ReasonCodes.OK) {
                revert IComplianceAwareToken.TransferRefused(uint8(code), from, address(uint160(to)), amount);
            }
            // What the parties are asked is the same for the next one but for the sender, who has been.
            asked = PATH_MINT;
            if (to != facts.from) facts.fromWallet -= amount;
        }
        _writeSender(given, facts);
    }

    /// @inheritdoc IComplianceEngine
    function preview(address token, Path path, Movement calldata movement) external view returns (uint8) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        uint256 rules = TokenRules.unwrap(state.rules);
        uint256 sender = _record(uint160(movement.from));
        uint256 recipient = _record(uint160(movement.to));
        uint256 code = _partiesCode(token, rules, uint256(path), movement.amount, sender, recipient);
        if (code != ReasonCodes.OK || rules & TokenRuleWords.BEYOND_SANCTIONS == 0) return uint8(code);
        Facts memory facts = Facts({
            token: uint160(token),
            path: uint256(path),
            rules: TokenRules.wrap(rules),
            spender: uint160(movement.spender),
            from: uint160(movement.from),
            to: uint160(movement.to),
            amount: movement.amount,
            sender: InvestorRecord.wrap(sender),
            recipient: InvestorRecord.wrap(recipient),
            fromIdentity: sender & ADDRESS_MASK,
            toIdentity: recipient & ADDRESS_MASK,
            ownMove: 0,
            fromWallet: movement.fromBalanceBefore,
            toWallet: movement.toBalanceBefore,
            fromPosition: Position.wrap(0),
            toPosition: Position.wrap(0),
            totalSupply: movement.totalSupplyBefore,
            packs: 0,
            allotmentExhausted: 0,
            usesApproval: 0,
            limits: 0,
            country: 0
        });
        mapping(address => Holding) storage holdings = _holdings(facts);
        _locateSender(holdings, facts);
        (code,) = _decide(state, _holdingAt(holdings, facts.toIdentity), facts);
        if (code != ReasonCodes.OK) return uint8(code);
        if (_asksPacks(facts)) return IRulePackExtension(address(this)).checkPacks(facts.toContext());
        return facts.allotmentExhausted == 0 ? ReasonCodes.OK : ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
    }

    // ------------------------------------------------------------------ deciding

    /// @dev A wallet's record; zero for the zero address.
    function _record(uint256 wallet) private view returns (uint256 record) {
        if (wallet != 0) record = InvestorRecord.unwrap(IdentityStorage.load().records[address(uint160(wallet))]);
    }

    /// @dev Codes 190, 7 and 13 to 17: who may give and receive at all.
    function _partiesCode(address token, uint256 rules, uint256 path, uint256 amount, uint256 sender, uint256 recipient)
        private
        view
        returns (uint256)
    {
        if (rules & (TokenRuleWords.REGISTERED | TokenRuleWords.COUNTING) != TokenRuleWords.REGISTERED) {
            if (rules & TokenRuleWords.COUNTING != 0) return ReasonCodes.COUNT_RUNNING;
            revert TokenNotRegistered(token);
        }
        if (amount > type(uint128).max) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (path != PATH_BURN && path != PATH_CROSSCHAIN_BURN) {
            if (recipient & ADDRESS_MASK == 0) return ReasonCodes.RECIPIENT_NOT_REGISTERED;
            if (!_verified(rules, recipient)) {
                return
                    recipient & RETIRED == 0 ? ReasonCodes.RECIPIENT_NOT_VERIFIED : ReasonCodes.RECIPIENT_NOT_REGISTERED;
            }
        }
        if (path == PATH_TRANSFER || path == PATH_CROSSCHAIN_BURN) {
            if (rules & SENDER_RULE != 0 && !_verified(rules, sender)) return ReasonCodes.SENDER_NOT_VERIFIED;
            if (sender & SANCTIONED != 0) return ReasonCodes.SENDER_SANCTIONED;
        }
        return recipient & SANCTIONED == 0 ? ReasonCodes.OK : ReasonCodes.RECIPIENT_SANCTIONED;
    }

    /// @dev A wallet taken out of the register is not, whatever its record still says.
    function _verified(uint256 rules, uint256 record) private view returns (bool) {
        if (record & RETIRED != 0) return false;
        if (rules & TokenRuleWords.LIVE != 0) {
            return ILiveVerification(address(this)).isVerifiedLive(address(uint160(record)));
        }
        return (record >> VALID_UNTIL_SHIFT) & VALID_UNTIL_MASK > block.timestamp;
    }

    /// @dev `holdings[identity]`, without clearing the upper bits of a number that has none.
    function _holdingAt(mapping(address => Holding) storage holdings, uint256 identity)
        private
        pure
        returns (Holding storage holding)
    {
        assembly ("memory-safe") {
            mstore(0, identity)
            mstore(32, holdings.slot)
            holding.slot := keccak256(0, 64)
        }
    }

    function _holdings(Facts memory facts) private view returns (mapping(address => Holding) storage) {
        return ComplianceStorage.load().holdings[_countKey(facts)];
    }

    /// @dev Finds the identity under which the sender's units count and, where they are kept, its position.
    function _locateSender(mapping(address => Holding) storage holdings, Facts memory facts)
        private
        view
        returns (Holding storage given)
    {
        bool kept = TokenRules.unwrap(facts.rules) & TokenRuleWords.POSITIONS != 0;
        if (kept) {
            if (InvestorRecord.unwrap(facts.sender) & RELINKED != 0) {
                facts.fromIdentity = _countedIdentity(facts, facts.from);
            }
        }
        given = _holdingAt(holdings, facts.fromIdentity);
        if (kept) {
            if (facts.from != 0) facts.fromPosition = given.position;
        }
    }

    /// @dev Finds the recipient's position, where positions are kept, and asks the general rules. Refuses where the
    /// recipient's wallet holds units that count under an earlier identity.
    /// @return code the first code up to 31, or 191
    /// @return window see `GeneralRules.check`
    function _decide(TokenState storage state, Holding storage taken, Facts memory facts)
        private
        view
        returns (uint256 code, uint256 window)
    {
        uint256 toIdentity = facts.toIdentity;
        if (toIdentity == facts.fromIdentity) {
            if (toIdentity != 0) facts.ownMove = 1;
        }
        if (TokenRules.unwrap(facts.rules) & TokenRuleWords.POSITIONS != 0) {
            uint256 to = facts.to;
            if (to != 0) facts.toPosition = taken.position;
            if (InvestorRecord.unwrap(facts.recipient) & RELINKED != 0) {
                if (facts.toWallet != 0 && _countedIdentity(facts, to) != toIdentity) {
                    return (ReasonCodes.HOLDINGS_NOT_MOVED, 0);
                }
            }
        }
        return GeneralRules.check(state, facts);
    }

    function _countedIdentity(Facts memory facts, uint256 wallet) private view returns (uint256 identity) {
        address account = address(uint160(wallet));
        identity = uint160(ComplianceStorage.load().countedIdentities[_countKey(facts)][account]);
        if (identity == 0) identity = uint160(IdentityStorage.load().firstIdentities[account]);
    }

    /// @dev Whether packs or lots have a say; names the packs that do.
    function _asksPacks(Facts memory facts) private pure returns (bool) {
        uint256 rules = TokenRules.unwrap(facts.rules);
        if (rules & (TokenRuleWords.ALL_PACKS | TokenRuleWords.LOTS) == 0) return false;
        uint256 path = facts.path;
        if (facts.ownMove == 0 && path != PATH_BURN && path != PATH_FORCED && path != PATH_RECOVERY) {
            uint256 packs = facts.rules.ownPacks();
            if (facts.to != 0) packs |= facts.rules.recipientPacks() & Jurisdictions.packsOf(facts.recipient);
            facts.packs = packs;
        }
        return facts.packs != 0 || rules & TokenRuleWords.LOTS != 0;
    }

    // ------------------------------------------------------------------ recording

    /// @dev Decides and records for a token that has any rules.
    function _settleRules(TokenState storage state, Facts memory facts) private returns (uint256 code) {
        mapping(address => Holding) storage holdings = _holdings(facts);
        Holding storage given = _locateSender(holdings, facts);
        code = _settleRecipient(state, _holdingAt(holdings, facts.toIdentity), facts);
        if (code == ReasonCodes.OK) _writeSender(given, facts);
    }

    /// @dev Decides, and records everything but the sender's position, which stays in `facts`.
    function _settleRecipient(TokenState storage state, Holding storage taken, Facts memory facts)
        private
        returns (uint256 code)
    {
        uint256 window;
        (code, window) = _decide(state, taken, facts);
        if (code != ReasonCodes.OK) return code;
        uint256 rules = TokenRules.unwrap(facts.rules);
        if (rules & (TokenRuleWords.ALL_PACKS | TokenRuleWords.LOTS) != 0 && _asksPacks(facts)) {
            code = _settlePacks(facts);
            if (code != ReasonCodes.OK) return code;
        } else if (facts.allotmentExhausted != 0) {
            return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        }
        uint256 amount = facts.amount;
        if (rules & TokenRuleWords.POSITIONS != 0) {
            if (InvestorRecord.unwrap(facts.recipient) & RELINKED != 0) _countRecipient(facts);
            if (amount != 0) {
                if (facts.ownMove == 0) _moveUnits(state, taken, facts, amount, window);
            }
        }
        if (facts.usesApproval != 0) GeneralRules.useApproval(facts);
        _tell(msg.sender, facts.fromIdentity, facts.toIdentity, _packed(amount, rules, facts.path, facts.packs));
    }

    function _settlePacks(Facts memory facts) private returns (uint256) {
        bytes memory call = abi.encodeCall(IRulePackExtension.settlePacks, (facts.toContext()));
        return abi.decode(Address.functionDelegateCall(RULE_PACKS, call), (uint8));
    }

    function _writeSender(Holding storage given, Facts memory facts) private {
        if (TokenRules.unwrap(facts.rules) & TokenRuleWords.POSITIONS != 0) {
            if (facts.from != 0) given.position = facts.fromPosition;
        }
    }

    function _moveUnits(
        TokenState storage state,
        Holding storage taken,
        Facts memory facts,
        uint256 amount,
        uint256 window
    ) private {
        bool counts = facts.rules.countsHolders();
        if (facts.from != 0) {
            Position position = facts.fromPosition.minus(amount);
            if (window != 0) position = position.withWindow(window);
            facts.fromPosition = position;
            if (counts && position.balance() == 0) {
                HolderCounts.release(state, facts.rules, _countKey(facts), address(uint160(facts.fromIdentity)));
            }
        }
        if (facts.to != 0) {
            taken.position = facts.toPosition.plus(amount);
            if (counts) _countHolder(state, facts);
        }
    }

    /// @dev From now on a relinked wallet's units count under the identity with which it received the first.
    function _countRecipient(Facts memory facts) private {
        if (facts.toWallet != 0 || facts.amount == 0) return;
        ComplianceStorage.load().countedIdentities[_countKey(facts)][address(uint160(facts.to))] =
            address(uint160(facts.toIdentity));
    }

    function _countHolder(TokenState storage state, Facts memory facts) private {
        if (facts.toPosition.balance() != 0 || facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN)) return;
        uint256 bucket = HolderCounts.bucketOf(facts.recipient);
        HolderCounts.admit(state, facts.rules, _countKey(facts), address(uint160(facts.toIdentity)), bucket);
    }

    function _countKey(Facts memory facts) private pure returns (uint256) {
        return ComplianceStorage.countKey(address(uint160(facts.token)), facts.rules);
    }

    function _packed(uint256 amount, uint256 rules, uint256 path, uint256 packs) private pure returns (uint256) {
        return amount | ((rules & VERSION_MASK) << VERSION_SHIFT) | (path << PATH_SHIFT) | (packs << PACKS_SHIFT);
    }

    function _tell(address token, uint256 fromIdentity, uint256 toIdentity, uint256 packed) private {
        emit TransferDecision(token, address(uint160(fromIdentity)), address(uint160(toIdentity)), packed);
    }
}
