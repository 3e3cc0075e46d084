// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { IComplianceEngine } from "../../../interfaces/IComplianceEngine.sol";
import { IInvestorDesk } from "../../../interfaces/IInvestorDesk.sol";
import { ComplianceStorage } from "../../compliance/ComplianceStorage.sol";
import { ReasonCodes } from "../../compliance/ReasonCodes.sol";
import { ReasonTexts } from "../../compliance/ReasonTexts.sol";
import { TokenRules, TokenRuleWords } from "../../compliance/TokenRules.sol";
import { ClaimCheck } from "../ClaimCheck.sol";
import { InvestorRecord, InvestorRecords } from "../InvestorRecord.sol";
import { RegistryCore } from "./RegistryCore.sol";

/// @title InvestorDesk
/// @notice What tokens ask of the registry about single wallets, and the recovery of lost ones.
abstract contract InvestorDesk is RegistryCore, IInvestorDesk {
    /// @notice The contract that holds the sentences of the reason codes.
    /// @custom:oz-upgrades-unsafe-allow state-variable-immutable
    ReasonTexts public immutable REASON_TEXTS;

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(ReasonTexts reasonTexts) {
        if (address(reasonTexts).code.length == 0) {
            revert IComplianceEngine.ExtensionWithoutCode(address(reasonTexts));
        }
        REASON_TEXTS = reasonTexts;
    }

    /// @inheritdoc IInvestorDesk
    function recoverWallet(address lostWallet, address newWallet, address identity) external {
        if (_enterRecovered(lostWallet, newWallet, identity)) _write(lostWallet, InvestorRecord.wrap(0));
        emit WalletRecovered(msg.sender, lostWallet, newWallet, identity);
    }

    /// @inheritdoc IInvestorDesk
    function enterRecoveredWallet(address lostWallet, address newWallet, address identity) external {
        _enterRecovered(lostWallet, newWallet, identity);
    }

    /// @inheritdoc IInvestorDesk
    function canSend(address token, address wallet) external view returns (bool) {
        InvestorRecord record = _record(wallet);
        if (record.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) return false;
        TokenRules rules = _rulesOf(token);
        return !rules.runs(ReasonCodes.SENDER_NOT_VERIFIED) || _verified(rules, record);
    }

    /// @inheritdoc IInvestorDesk
    function canReceive(address token, address wallet) external view returns (bool) {
        InvestorRecord record = _record(wallet);
        return _verified(_rulesOf(token), record) && !record.has(InvestorRecords.FLAG_SANCTIONS_HOLD);
    }

    /// @inheritdoc IInvestorDesk
    function reasonText(uint8 code) external view returns (string memory) {
        return REASON_TEXTS.text(code);
    }

    /// @dev False when another token's recovery has moved the record already.
    function _enterRecovered(address lostWallet, address newWallet, address identity) private returns (bool) {
        if (!_rulesOf(msg.sender).has(TokenRuleWords.REGISTERED)) {
            revert IComplianceEngine.TokenNotRegistered(msg.sender);
        }
        InvestorRecord lost = _record(lostWallet);
        InvestorRecord found = _record(newWallet);
        address entered = found.identity();
        if (lost.identity() == identity && identity != address(0) && (entered == address(0) || entered == identity)) {
            if (entered == address(0)) {
                _write(newWallet, lost);
            } else if (lost.has(InvestorRecords.FLAG_SANCTIONS_HOLD)) {
                // A hold follows the investor, or recovery would lift it.
                uint256 hold = InvestorRecords.FLAG_SANCTIONS_HOLD << InvestorRecords.FLAGS_SHIFT;
                _write(newWallet, InvestorRecord.wrap(InvestorRecord.unwrap(found) | hold));
            }
            return true;
        }
        if (lost.identity() != address(0) || entered != identity || !_had(lostWallet, lost, identity)) {
            revert RecoveryMismatch(lostWallet, newWallet, identity);
        }
        return false;
    }

    /// @dev Whether a wallet that was taken out of the register was in it under the identity, last or at first.
    function _had(address wallet, InvestorRecord record, address identity) private view returns (bool) {
        if (identity == address(0)) return false;
        return record.lastIdentity() == identity || _registry().firstIdentities[wallet] == identity;
    }

    function _rulesOf(address token) private view returns (TokenRules) {
        return ComplianceStorage.load().tokens[token].rules;
    }

    function _verified(TokenRules rules, InvestorRecord record) private view returns (bool) {
        if (record.identity() == address(0)) return false;
        if (rules.has(TokenRuleWords.LIVE)) return ClaimCheck.validity(record.identity()) != 0;
        return record.validUntil() > block.timestamp;
    }
}
