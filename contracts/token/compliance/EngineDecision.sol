// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../interfaces/IComplianceEngine.sol";
import { ILiveVerification } from "../../interfaces/ILiveVerification.sol";
import { IdentityStorage } from "../identity/IdentityStorage.sol";
import { InvestorRecord } from "../identity/InvestorRecord.sol";
import { ComplianceStorage, Holding, TokenState } from "./ComplianceStorage.sol";
import { Facts } from "./Facts.sol";
import { GeneralRules } from "./GeneralRules.sol";
import { Jurisdictions } from "./Jurisdictions.sol";
import { ReasonCodes } from "./ReasonCodes.sol";
import { TokenRules, TokenRuleWords } from "./TokenRules.sol";

/// @title EngineDecision
/// @notice What the engine's decision reads, without the packs: parties, positions, general rules.
abstract contract EngineDecision {
    // `Path` in words, see `Facts`.
    uint256 internal constant PATH_TRANSFER = 0;
    uint256 internal constant PATH_MINT = 1;
    uint256 internal constant PATH_BURN = 2;
    uint256 internal constant PATH_FORCED = 3;
    uint256 internal constant PATH_RECOVERY = 4;
    uint256 internal constant PATH_CROSSCHAIN_MINT = 5;
    uint256 internal constant PATH_CROSSCHAIN_BURN = 6;

    // Places in an investor's record: `FLAG_SANCTIONS_HOLD`, `FLAG_CUSTODIAN`, `FLAG_RELINKED`, `FLAG_RETIRED`, the
    // validity, the identity.
    uint256 internal constant SANCTIONED = 1 << 237;
    uint256 internal constant CUSTODIAN = 1 << 240;
    uint256 internal constant RELINKED = 1 << 241;
    uint256 internal constant RETIRED = 1 << 242;
    uint256 internal constant VALID_UNTIL_SHIFT = 176;
    uint256 internal constant VALID_UNTIL_MASK = (1 << 40) - 1;
    uint256 internal constant ADDRESS_MASK = (1 << 160) - 1;

    // Place in the token's rule word of code 15.
    uint256 internal constant SENDER_RULE = 1 << 47;

    /// @dev A wallet's record; zero for the zero address.
    function _record(uint256 wallet) internal view returns (uint256 record) {
        if (wallet != 0) record = InvestorRecord.unwrap(IdentityStorage.load().records[address(uint160(wallet))]);
    }

    /// @dev Codes 190, 7 and 13 to 17: who may give and receive at all.
    function _partiesCode(address token, uint256 rules, uint256 path, uint256 amount, uint256 sender, uint256 recipient)
        internal
        view
        returns (uint256)
    {
        if (rules & (TokenRuleWords.REGISTERED | TokenRuleWords.COUNTING) != TokenRuleWords.REGISTERED) {
            if (rules & TokenRuleWords.COUNTING != 0) return ReasonCodes.COUNT_RUNNING;
            revert IComplianceEngine.TokenNotRegistered(token);
        }
        if (amount > type(uint128).max) return ReasonCodes.AMOUNT_TOO_LARGE;
        if (path != PATH_BURN && path != PATH_CROSSCHAIN_BURN) {
            if (recipient & ADDRESS_MASK == 0) return ReasonCodes.RECIPIENT_NOT_REGISTERED;
            if (!_verified(rules, recipient)) {
                if (recipient & RETIRED != 0) return ReasonCodes.RECIPIENT_NOT_REGISTERED;
                return ReasonCodes.RECIPIENT_NOT_VERIFIED;
            }
        }
        if (path == PATH_TRANSFER || path == PATH_CROSSCHAIN_BURN) {
            if (rules & SENDER_RULE != 0 && !_verified(rules, sender)) return ReasonCodes.SENDER_NOT_VERIFIED;
            if (sender & SANCTIONED != 0) return ReasonCodes.SENDER_SANCTIONED;
        }
        return recipient & SANCTIONED == 0 ? ReasonCodes.OK : ReasonCodes.RECIPIENT_SANCTIONED;
    }

    /// @dev A wallet taken out of the register is not, whatever its record still says.
    function _verified(uint256 rules, uint256 record) internal view returns (bool) {
        if (record & RETIRED != 0) return false;
        if (rules & TokenRuleWords.LIVE != 0) {
            return ILiveVerification(address(this)).isVerifiedLive(address(uint160(record)));
        }
        return (record >> VALID_UNTIL_SHIFT) & VALID_UNTIL_MASK > block.timestamp;
    }

    /// @dev `holdings[identity]`, without clearing the upper bits of a number that has none.
    function _holdingAt(mapping(address => Holding) storage holdings, uint256 identity)
        internal
        pure
        returns (Holding storage holding)
    {
        assembly ("memory-safe") {
            mstore(0, identity)
            mstore(32, holdings.slot)
            holding.slot := keccak256(0, 64)
        }
    }

    function _holdings(Facts memory facts) internal view returns (mapping(address => Holding) storage) {
        return ComplianceStorage.load().holdings[_countKey(facts)];
    }

    /// @dev Finds, where positions are kept, the identity under which the sender's units count, and its position.
    function _locateSender(mapping(address => Holding) storage holdings, Facts memory facts)
        internal
        view
        returns (Holding storage given)
    {
        if (TokenRules.unwrap(facts.rules) & TokenRuleWords.POSITIONS == 0) {
            return _holdingAt(holdings, facts.fromIdentity);
        }
        if (InvestorRecord.unwrap(facts.sender) & RELINKED != 0) {
            facts.fromIdentity = _countedIdentity(facts, facts.from);
        }
        given = _holdingAt(holdings, facts.fromIdentity);
        if (facts.from != 0) facts.fromPosition = given.position;
    }

    /// @notice Finds the recipient's position, where positions are kept, and asks the general rules. Refuses where the
    /// recipient's wallet holds units that count under an earlier identity.
    /// @return code the first code up to 31, or 191
    /// @return window see `GeneralRules.check`
    function _decide(TokenState storage state, Holding storage taken, Facts memory facts)
        internal
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

    function _countedIdentity(Facts memory facts, uint256 wallet) internal view returns (uint256 identity) {
        address account = address(uint160(wallet));
        identity = uint160(ComplianceStorage.load().countedIdentities[_countKey(facts)][account]);
        if (identity == 0) identity = uint160(IdentityStorage.load().firstIdentities[account]);
    }

    /// @dev Whether packs or lots have a say; names the packs that do.
    function _asksPacks(Facts memory facts) internal pure returns (bool) {
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

    function _countKey(Facts memory facts) internal pure returns (uint256) {
        return ComplianceStorage.countKey(address(uint160(facts.token)), facts.rules);
    }
}
