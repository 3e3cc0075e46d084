// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { LocalRole } from "../../../access/LocalRole.sol";
import { IInvestorAttestations } from "../../../interfaces/IInvestorAttestations.sol";
import { ILiveVerification } from "../../../interfaces/ILiveVerification.sol";
import { IOnchainIdentity } from "../../../interfaces/IOnchainIdentity.sol";
import { EngineGroups } from "../../compliance/EngineGroups.sol";
import { ClaimCheck } from "../ClaimCheck.sol";
import { IdentityStorage } from "../IdentityStorage.sol";
import { IdentityLinks } from "../IdentityLinks.sol";
import { InvestorEvidence } from "../InvestorEvidence.sol";
import { InvestorRecord, InvestorRecords } from "../InvestorRecord.sol";
import { InvestorTerms } from "../InvestorTerms.sol";
import { TrustedIssuers } from "./TrustedIssuers.sol";

/// @title Attestations
/// @notice Records written by signed batches, by agents, and by claims evaluated again.
abstract contract Attestations is TrustedIssuers, IInvestorAttestations, ILiveVerification {
    uint8 private constant SKIPPED_ZERO = 1;
    uint8 private constant SKIPPED_OTHER_IDENTITY = 2;
    uint8 private constant SKIPPED_RESERVED_BITS = 3;
    uint8 private constant SKIPPED_OTHER_ISSUER = 4;

    uint256 private constant CLAIM_SIGNER_KEY = 3;
    uint256 private constant ATTESTER_SHIFT = 250;
    // The attester index and the link flag are the registry's own.
    uint256 private constant RESERVED = (uint256(0x3f) << ATTESTER_SHIFT) | IdentityLinks.MARKS;
    uint256 private constant SANCTIONS_HOLD = InvestorRecords.FLAG_SANCTIONS_HOLD << InvestorRecords.FLAGS_SHIFT;

    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("Quantera Identity Registry");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");
    bytes32 private constant ATTESTATION_TYPE = keccak256("Attestation(address wallet,uint256 record)");
    bytes32 private constant BATCH_TYPE = keccak256(
        "InvestorBatch(address issuer,uint256 nonce,uint256 issuedAt,uint256 deadline,Attestation[] attestations)"
        "Attestation(address wallet,uint256 record)"
    );

    /// @inheritdoc IInvestorAttestations
    function applyBatch(InvestorBatch calldata batch, bytes calldata signature)
        external
        whenGroupActive(EngineGroups.REGISTRATION)
    {
        IdentityStorage.Layout storage $ = _registry();
        address issuer = batch.issuer;
        if (!_trusted(issuer)) revert IssuerNotTrusted(issuer);
        if (batch.issuedAt > block.timestamp || block.timestamp >= batch.deadline) {
            revert BatchOutOfTime(batch.issuedAt, batch.deadline);
        }
        if (batch.nonce <= $.lastNonce[issuer]) revert BatchReplayed(issuer, batch.nonce, $.lastNonce[issuer]);
        if (batch.issuedAt < $.revokedBefore[issuer]) {
            revert BatchRevoked(issuer, batch.issuedAt, $.revokedBefore[issuer]);
        }
        _requireSigner(issuer, ECDSA.recover(_digest(batch), signature));
        $.lastNonce[issuer] = batch.nonce;
        uint256 attester = $.issuerIndex[issuer];
        uint256 written = 0;
        Attestation[] calldata rows = batch.attestations;
        for (uint256 i = 0; i < rows.length; ++i) {
            uint8 cause = _apply(rows[i].wallet, rows[i].record, attester);
            if (cause == 0) ++written;
            else emit AttestationSkipped(issuer, rows[i].wallet, cause);
        }
        emit BatchApplied(issuer, batch.nonce, written, rows.length - written);
    }

    /// @inheritdoc IInvestorAttestations
    function writeRecords(Attestation[] calldata attestations)
        external
        onlyLocalRole(LocalRole.AGENT)
        whenGroupActive(EngineGroups.REGISTRATION)
    {
        for (uint256 i = 0; i < attestations.length; ++i) {
            _requireAddress(attestations[i].wallet);
            _write(attestations[i].wallet, InvestorRecord.wrap(attestations[i].record & ~RESERVED));
        }
    }

    /// @inheritdoc IInvestorAttestations
    function revokeVerification(address[] calldata wallets) external {
        _revoke(wallets, 0);
    }

    /// @inheritdoc IInvestorAttestations
    function revokeVerificationWithReason(address[] calldata wallets, uint8 reason) external {
        _revoke(wallets, reason);
    }

    /// @inheritdoc IInvestorAttestations
    function refreshVerification(address[] calldata wallets) external whenGroupActive(EngineGroups.REGISTRATION) {
        for (uint256 i = 0; i < wallets.length; ++i) {
            InvestorRecord record = _registered(wallets[i]);
            if (record.attester() != 0) revert NotClaimBased(wallets[i]);
            _write(wallets[i], _withValidity(record, ClaimCheck.validity(record.identity())));
        }
    }

    /// @inheritdoc IInvestorAttestations
    function revokeSignatures(address issuer) external {
        if (msg.sender != issuer) _requireLocalRole(uint256(1) << LocalRole.AGENT);
        _registry().revokedBefore[issuer] = block.timestamp + 1;
        emit SignaturesRevoked(issuer, block.timestamp + 1);
    }

    /// @inheritdoc IInvestorAttestations
    function writeTerms(address token, address identity_, uint256 previous, uint256 terms)
        external
        onlyLocalRole(LocalRole.AGENT)
    {
        mapping(address => InvestorTerms) storage own = _registry().terms[token];
        uint256 found = InvestorTerms.unwrap(own[identity_]);
        if (found != previous) revert TermsChanged(token, identity_, previous, found);
        own[identity_] = InvestorTerms.wrap(terms);
        emit TermsWritten(token, identity_, terms);
    }

    /// @inheritdoc IInvestorAttestations
    function writeEvidence(address identity_, uint256 evidence) external onlyLocalRole(LocalRole.AGENT) {
        _registry().evidence[identity_] = InvestorEvidence.wrap(evidence);
        emit EvidenceWritten(identity_, evidence);
    }

    /// @inheritdoc IInvestorAttestations
    function setVerificationMode(bool live) external restricted {
        _registry().live = live;
        emit VerificationModeSet(live);
    }

    /// @inheritdoc IInvestorAttestations
    function recordOf(address wallet) external view returns (uint256) {
        return _record(wallet).published();
    }

    /// @inheritdoc IInvestorAttestations
    function termsOf(address token, address identity_) external view returns (uint256) {
        return InvestorTerms.unwrap(_registry().terms[token][identity_]);
    }

    /// @inheritdoc IInvestorAttestations
    function evidenceOf(address identity_) external view returns (uint256) {
        return InvestorEvidence.unwrap(_registry().evidence[identity_]);
    }

    /// @inheritdoc IInvestorAttestations
    function lastNonce(address issuer) external view returns (uint256) {
        return _registry().lastNonce[issuer];
    }

    /// @inheritdoc IInvestorAttestations
    function isLive() external view returns (bool) {
        return _registry().live;
    }

    /// @inheritdoc IInvestorAttestations
    function batchDigest(InvestorBatch calldata batch) external view returns (bytes32) {
        return _digest(batch);
    }

    /// @inheritdoc ILiveVerification
    function isVerifiedLive(address identity_) external view returns (bool) {
        return ClaimCheck.validity(identity_) != 0;
    }

    /// @dev Agents end any verification, issuers those that they attested.
    function _revoke(address[] calldata wallets, uint8 reason) private {
        bool agent = _hasLocalRole(LocalRole.AGENT, msg.sender);
        uint256 index = _trusted(msg.sender) ? _registry().issuerIndex[msg.sender] : 0;
        for (uint256 i = 0; i < wallets.length; ++i) {
            if (!agent && (index == 0 || _record(wallets[i]).attester() != index)) {
                revert NotAttester(msg.sender, wallets[i]);
            }
            _write(wallets[i], _withValidity(_registered(wallets[i]), 0));
            emit VerificationRevoked(msg.sender, wallets[i], reason);
        }
    }

    /// @dev Writes one row, or says why not.
    function _apply(address wallet, uint256 word, uint256 attester) private returns (uint8 cause) {
        if (word & RESERVED != 0) return SKIPPED_RESERVED_BITS;
        InvestorRecord record = InvestorRecord.wrap(word);
        if (wallet == address(0) || record.identity() == address(0)) return SKIPPED_ZERO;
        InvestorRecord known = _record(wallet);
        if (known.identity() != address(0)) {
            if (known.identity() != record.identity()) return SKIPPED_OTHER_IDENTITY;
            if (known.attester() != attester && known.validUntil() > block.timestamp) return SKIPPED_OTHER_ISSUER;
        }
        // An issuer can put a hold in place; lifting it is the compliance officer's decision.
        word |= InvestorRecord.unwrap(known) & SANCTIONS_HOLD;
        _write(wallet, InvestorRecord.wrap(word | (attester << ATTESTER_SHIFT)));
        return 0;
    }

    /// @dev The issuer itself, or a claim key of its ONCHAINID.
    function _requireSigner(address issuer, address signer) private view {
        if (signer == issuer) return;
        if (issuer.code.length != 0) {
            bytes32 key = keccak256(abi.encode(signer));
            try IOnchainIdentity(issuer).keyHasPurpose(key, CLAIM_SIGNER_KEY) returns (bool holds) {
                if (holds) return;
            } catch { }
        }
        revert SignerNotIssuer(signer, issuer);
    }

    function _digest(InvestorBatch calldata batch) private view returns (bytes32) {
        Attestation[] calldata rows = batch.attestations;
        bytes32[] memory hashes = new bytes32[](rows.length);
        for (uint256 i = 0; i < rows.length; ++i) {
            hashes[i] = keccak256(abi.encode(ATTESTATION_TYPE, rows[i].wallet, rows[i].record));
        }
        bytes32 structHash = keccak256(
            abi.encode(
                BATCH_TYPE,
                batch.issuer,
                batch.nonce,
                batch.issuedAt,
                batch.deadline,
                keccak256(abi.encodePacked(hashes))
            )
        );
        bytes32 domain = keccak256(abi.encode(DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
