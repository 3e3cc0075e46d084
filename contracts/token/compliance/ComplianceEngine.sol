// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { GroupPausable } from "../../access/GroupPausable.sol";
import { LocalRoles } from "../../access/LocalRoles.sol";
import { ManagedUpgradeable } from "../../access/ManagedUpgradeable.sol";
import { IComplianceAwareToken } from "../../interfaces/IComplianceAwareToken.sol";
import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { ILots } from "../../interfaces/ILots.sol";
import { ArrayWords } from "../ArrayWords.sol";
import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord, InvestorRecords } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, Holding, TokenState } from "./ComplianceStorage.sol";
import { EngineDecision } from "./EngineDecision.sol";
import { EngineRouting } from "./EngineRouting.sol";
import { Facts } from "./Facts.sol";
import { GeneralRules } from "./GeneralRules.sol";
import { HolderCounts } from "./HolderCounts.sol";
import { IRulePackExtension } from "./IRulePackExtension.sol";
import { Position } from "./Position.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";
import { ArrivingLots } from "./lots/ArrivingLots.sol";
import { Beneficiaries } from "./lots/Beneficiaries.sol";
import { InvestorCounts } from "./lots/InvestorCounts.sol";
import { Lot, Lots } from "./lots/Lot.sol";
import { LotCrossing } from "./lots/LotCrossing.sol";
import { LotStorage } from "./lots/LotStorage.sol";
import { PlainCrossing } from "./lots/PlainCrossing.sol";

/// @title ComplianceEngine
/// @notice See `IComplianceEngine`. This implementation decides and records; configuration, identities, and the packs
/// with their lots are extensions at the same address.
/// @dev `settle` and `preview` share `EngineDecision`, which only reads. No call in between can
/// reach a function of this contract that changes state: those to identities and to the token are static.
contract ComplianceEngine is IComplianceEngine, EngineDecision, ManagedUpgradeable, LocalRoles, GroupPausable {
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

    // `RuleContext` has twenty words; before it goes the selector.
    uint256 private constant CONTEXT_BYTES = 640;
    uint256 private constant QUESTION_BYTES = 644;
    // Behind the context, an identity and this.
    uint256 private constant LOTS_OFFSET = 704;

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
            _tell(sender & ADDRESS_MASK, recipient & ADDRESS_MASK, _packed(movement.amount, rules, uint256(path), 0));
            return ReasonCodes.OK;
        }
        uint256[] memory none;
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
                    country: 0,
                    lotsFrom: 0,
                    lots: none
                })
            )
        );
    }

    /// @inheritdoc IComplianceEngine
    function settleDeparture(Movement calldata movement)
        external
        returns (uint8 code, address identity, uint256[] memory lots)
    {
        TokenState storage state = ComplianceStorage.load().tokens[msg.sender];
        TokenRules rules = state.rules;
        if (PlainCrossing.mayLeave(rules)) {
            (uint256 from, uint256 amount) = PlainCrossing.leaving(movement);
            PlainCrossing.depart(state, rules, _record(from), amount);
        }
        Facts memory facts = _factsOf(rules, msg.sender, PATH_CROSSCHAIN_BURN, movement);
        code = _settleFacts(state, facts);
        if (code != ReasonCodes.OK) return (code, identity, lots);
        (identity, lots) = (facts.sender.identity(), facts.lots);
        Lots.strip(lots);
    }

    /// @inheritdoc IComplianceEngine
    function settleArrival(Movement calldata movement, address identity, uint256[] calldata lots)
        external
        returns (uint8)
    {
        TokenState storage state = ComplianceStorage.load().tokens[msg.sender];
        TokenRules rules = state.rules;
        if (lots.length == 1 && PlainCrossing.mayArrive(rules)) {
            uint256 recipient = _record(uint160(movement.to));
            PlainCrossing.arrive(state, rules, movement, recipient, identity, Lot.wrap(lots[0]));
        }
        Facts memory facts = _factsOf(rules, msg.sender, PATH_CROSSCHAIN_MINT, movement);
        if (!rules.has(TokenRuleWords.LOTS)) revert ILots.LotsNotKept(msg.sender);
        ArrivingLots.check(lots, movement.amount);
        (facts.lotsFrom, facts.lots) = (uint160(identity), lots);
        return _settleFacts(state, facts);
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
            uint256 to = ArrayWords.addressAt(recipients, i);
            uint256 amount = ArrayWords.wordAt(amounts, i);
            facts.to = to;
            facts.toWallet = ArrayWords.wordAt(balancesBefore, i);
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

    /// @notice Whether a wallet is registered and its evidence counts now, see `IIdentityRegistry`; here, too, because
    /// every check of new risk elsewhere asks it.
    function isVerified(address userAddress) external view returns (bool) {
        uint256 record = _record(uint160(userAddress));
        if (record & ADDRESS_MASK == 0) return false;
        return _verified(IdentityStorage.load().live ? TokenRuleWords.LIVE : 0, record);
    }

    /// @inheritdoc IComplianceEngine
    function isAttested(address wallet) external view returns (bool) {
        uint256 record = _record(uint160(wallet));
        return record & ADDRESS_MASK != 0 && _verified(0, record);
    }

    /// @inheritdoc IComplianceEngine
    function preview(address token, Path path, Movement calldata movement) external view returns (uint8) {
        TokenState storage state = ComplianceStorage.load().tokens[token];
        Facts memory facts = _factsOf(state.rules, token, uint256(path), movement);
        uint256 code = _partiesOf(facts);
        if (code != ReasonCodes.OK || !facts.rules.hasAny(TokenRuleWords.BEYOND_SANCTIONS)) return uint8(code);
        mapping(address => Holding) storage holdings = _holdings(facts);
        _locateSender(holdings, facts);
        (code,) = _decide(state, _holdingAt(holdings, facts.toIdentity), facts);
        if (code != ReasonCodes.OK) return uint8(code);
        if (_asksPacks(facts)) return IRulePackExtension(address(this)).checkPacks(facts.toContext());
        return facts.allotmentExhausted == 0 ? ReasonCodes.OK : ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
    }

    // ------------------------------------------------------------------ facts

    /// @dev The facts of a movement that is not among the hottest: those are built where they are asked of.
    function _factsOf(TokenRules rules, address token, uint256 path, Movement calldata movement)
        private
        view
        returns (Facts memory facts)
    {
        uint256 sender = _record(uint160(movement.from));
        uint256 recipient = _record(uint160(movement.to));
        facts.token = uint160(token);
        facts.path = path;
        facts.rules = rules;
        facts.spender = uint160(movement.spender);
        facts.from = uint160(movement.from);
        facts.to = uint160(movement.to);
        facts.amount = movement.amount;
        facts.sender = InvestorRecord.wrap(sender);
        facts.recipient = InvestorRecord.wrap(recipient);
        facts.fromIdentity = sender & ADDRESS_MASK;
        facts.toIdentity = recipient & ADDRESS_MASK;
        facts.fromWallet = movement.fromBalanceBefore;
        facts.toWallet = movement.toBalanceBefore;
        facts.totalSupply = movement.totalSupplyBefore;
    }

    function _partiesOf(Facts memory facts) private view returns (uint256 code) {
        return _partiesCode(
            address(uint160(facts.token)),
            TokenRules.unwrap(facts.rules),
            facts.path,
            facts.amount,
            InvestorRecord.unwrap(facts.sender),
            InvestorRecord.unwrap(facts.recipient)
        );
    }

    // ------------------------------------------------------------------ recording

    /// @dev Decides and records a movement of any token.
    function _settleFacts(TokenState storage state, Facts memory facts) private returns (uint8) {
        uint256 code = _partiesOf(facts);
        return uint8(code != ReasonCodes.OK ? code : _settleRules(state, facts));
    }

    /// @dev Decides and records, once the parties have passed.
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
            if (rules & TokenRuleWords.LOTS == 0) code = _settlePacks(facts);
            else (code, window) = _settleLots(state, facts, window);
            if (code != ReasonCodes.OK) return code;
        } else if (facts.allotmentExhausted != 0) {
            return ReasonCodes.CHAIN_ALLOTMENT_EXHAUSTED;
        }
        uint256 amount = facts.amount;
        if (rules & TokenRuleWords.POSITIONS != 0) {
            if (InvestorRecord.unwrap(facts.recipient) & RELINKED != 0) _countRecipient(facts);
            if (amount != 0) {
                if (facts.ownMove == 0) {
                    _moveUnits(taken, facts, amount, window);
                    // Where lots are kept, they tell who holds: see `_settleLots`.
                    if (rules & TokenRuleWords.COUNTS != 0 && rules & TokenRuleWords.LOTS == 0) _count(state, facts);
                }
            }
        }
        if (facts.usesApproval != 0) GeneralRules.useApproval(facts);
        _tell(facts.fromIdentity, facts.toIdentity, _packed(amount, rules, facts.path, facts.packs));
    }

    /// @notice Packs and lots of a token that keeps lots, and what follows for investors behind custodians: who holds
    /// from now on, and how much the one who gives has sold. The names of beneficiaries are used up in between.
    /// @param window see `GeneralRules.check`
    /// @return code the first code of packs and lots
    /// @return left the window, as far as it is the sender's own
    function _settleLots(TokenState storage state, Facts memory facts, uint256 window)
        private
        returns (uint256 code, uint256 left)
    {
        if (facts.ownMove != 0 || facts.amount == 0) return (_settlePacks(facts), window);
        bool counts = facts.rules.countsHolders();
        bool leaves = InvestorRecord.unwrap(facts.sender) & CUSTODIAN != 0;
        address seller;
        if (counts || leaves) seller = address(uint160(Beneficiaries.seller(facts)));
        if (counts) {
            InvestorRecord buyer = Beneficiaries.taker(facts);
            mapping(address => uint256[64]) storage lots =
                LotStorage.load().lots[ComplianceStorage.lotKey(msg.sender, facts.rules)];
            address taker = buyer.identity();
            bool joins = InvestorRecord.unwrap(buyer) & CUSTODIAN == 0 && lots[taker][0] == 0 && taker != address(0);
            code = _settlePacks(facts);
            if (code != ReasonCodes.OK) return (code, 0);
            if (joins && lots[taker][0] != 0) {
                InvestorCounts.join(state, facts.rules, msg.sender, taker, HolderCounts.bucketOf(buyer));
            }
            if (lots[seller][0] == 0) InvestorCounts.remove(state, facts.rules, msg.sender, seller);
        } else {
            code = _settlePacks(facts);
            if (code != ReasonCodes.OK) return (code, 0);
        }
        if (window == 0 || !leaves) return (code, window);
        if (uint160(seller) == facts.toIdentity) {
            facts.toPosition = facts.toPosition.withWindow(window);
        } else {
            Holding storage given = _holdings(facts)[seller];
            given.position = given.position.withWindow(window);
        }
    }

    /// @dev `settlePacks` of the extension, whose argument is the first part of `Facts` word for word; a test holds the
    /// two to each other.
    function _settlePacks(Facts memory facts) private returns (uint256 code) {
        if (facts.path >= PATH_CROSSCHAIN_MINT) {
            if (!LotCrossing.isPlain(facts)) return _settleCrossing(facts);
            return facts.to == 0 ? LotCrossing.depart(facts) : LotCrossing.arrive(facts);
        }
        address packs = RULE_PACKS;
        bytes4 selector = IRulePackExtension.settlePacks.selector;
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mcopy(add(question, 4), facts, CONTEXT_BYTES)
            let answered := delegatecall(gas(), packs, question, QUESTION_BYTES, 0, 32)
            if iszero(and(answered, gt(returndatasize(), 31))) {
                returndatacopy(question, 0, returndatasize())
                revert(question, returndatasize())
            }
            code := and(mload(0), 0xff)
        }
    }

    /// @dev `settleCrossing` of the extension, in the same way; what moved stays where its answer is put.
    function _settleCrossing(Facts memory facts) private returns (uint256 code) {
        address packs = RULE_PACKS;
        bytes4 selector = IRulePackExtension.settleCrossing.selector;
        (uint256 lotsFrom, uint256[] memory lots) = (facts.lotsFrom, facts.lots);
        assembly ("memory-safe") {
            let question := mload(0x40)
            mstore(question, selector)
            mcopy(add(question, 4), facts, CONTEXT_BYTES)
            let more := add(question, QUESTION_BYTES)
            mstore(more, lotsFrom)
            mstore(add(more, 32), LOTS_OFFSET)
            let size := shl(5, add(mload(lots), 1))
            mcopy(add(more, 64), lots, size)
            let answered := delegatecall(gas(), packs, question, add(add(QUESTION_BYTES, 64), size), 0, 0)
            size := returndatasize()
            returndatacopy(question, 0, size)
            if iszero(and(answered, gt(size, 95))) { revert(question, size) }
            code := and(mload(question), 0xff)
            lots := add(question, mload(add(question, 32)))
            mstore(0x40, add(question, size))
        }
        facts.lots = lots;
    }

    function _writeSender(Holding storage given, Facts memory facts) private {
        if (TokenRules.unwrap(facts.rules) & TokenRuleWords.POSITIONS != 0) {
            if (facts.from != 0) given.position = facts.fromPosition;
        }
    }

    /// @dev Leaves the recipient's position in `facts` as it was.
    function _moveUnits(Holding storage taken, Facts memory facts, uint256 amount, uint256 window) private {
        if (facts.from != 0) {
            Position position = facts.fromPosition.minus(amount);
            if (window != 0) position = position.withWindow(window);
            facts.fromPosition = position;
        }
        if (facts.to != 0) taken.position = facts.toPosition.plus(amount);
    }

    /// @dev From now on a relinked wallet's units count under the identity with which it received the first.
    function _countRecipient(Facts memory facts) private {
        if (facts.toWallet != 0 || facts.amount == 0) return;
        ComplianceStorage.load().countedIdentities[_countKey(facts)][address(uint160(facts.to))] =
            address(uint160(facts.toIdentity));
    }

    /// @dev Who holds from now on, and who no longer.
    function _count(TokenState storage state, Facts memory facts) private {
        if (facts.from != 0 && facts.fromPosition.balance() == 0) {
            HolderCounts.release(state, facts.rules, _countKey(facts), address(uint160(facts.fromIdentity)));
        }
        if (facts.to == 0 || facts.toPosition.balance() != 0) return;
        if (facts.recipient.has(InvestorRecords.FLAG_CUSTODIAN)) return;
        uint256 bucket = HolderCounts.bucketOf(facts.recipient);
        HolderCounts.admit(state, facts.rules, _countKey(facts), address(uint160(facts.toIdentity)), bucket);
    }

    function _packed(uint256 amount, uint256 rules, uint256 path, uint256 packs) private pure returns (uint256) {
        return amount | ((rules & VERSION_MASK) << VERSION_SHIFT) | (path << PATH_SHIFT) | (packs << PACKS_SHIFT);
    }

    /// @dev `TransferDecision`; the numbers are addresses, whose upper bits the compiler would clear once more.
    function _tell(uint256 fromIdentity, uint256 toIdentity, uint256 packed) private {
        bytes32 topic = TransferDecision.selector;
        assembly ("memory-safe") {
            mstore(0, packed)
            log4(0, 32, topic, caller(), fromIdentity, toIdentity)
        }
    }
}
