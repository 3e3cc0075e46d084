// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IInvestorAttestations
/// @notice How investors' records get into the registry besides ERC-3643's agents: batches signed by a trusted issuer,
/// and claims that anyone may have evaluated again. At the engine's address. Times are Unix seconds.
/// @dev EIP-712 domain: name `Quantera Identity Registry`, version `1`, chain id, this address. Types:
/// `InvestorBatch(address issuer,uint256 nonce,uint256 issuedAt,uint256 deadline,Attestation[] attestations)` and
/// `Attestation(address wallet,uint256 record)`.
///
/// A claim whose data are exactly 32 bytes states its expiry there, in Unix seconds; any other data state none.
/// @custom:invariant IDR-01 an issuer that is not trusted writes no record
/// @custom:invariant IDR-02 a batch is applied at most once, on one chain, by one registry, and never after a newer one
/// @custom:invariant IDR-03 a sanctions hold is lifted by an agent alone
/// @custom:invariant IDR-04 a claim counts only when the trusted issuer itself stands by it
/// @custom:invariant IDR-05 too little gas ends nobody's verification
/// @custom:invariant IDR-06 terms are written over the word that their writer has seen, or not at all
interface IInvestorAttestations {
    /// @notice One wallet's record as an issuer attests it; `record` as in `InvestorRecord`, without attester index.
    struct Attestation {
        address wallet;
        uint256 record;
    }

    /// @notice What an issuer signs once for many wallets.
    /// @param issuer the trusted issuer: an account, or an ONCHAINID claim issuer whose claim keys sign
    /// @param nonce above the issuer's last one; gaps are allowed
    /// @param issuedAt when it was signed; not in the future
    /// @param deadline first second at which it can no longer be applied
    /// @param attestations at most as many as fit a block
    struct InvestorBatch {
        address issuer;
        uint256 nonce;
        uint256 issuedAt;
        uint256 deadline;
        Attestation[] attestations;
    }

    /// @notice A wallet's record as it now stands, whoever wrote it.
    event RecordWritten(address indexed wallet, uint256 record);
    /// @notice A row of a batch could not be applied and was left out: 1 zero wallet or identity, 2 another identity is
    /// registered, 3 bits that are not the issuer's to set, 4 another issuer's record.
    event AttestationSkipped(address indexed issuer, address indexed wallet, uint8 cause);
    /// @notice A batch was applied.
    event BatchApplied(address indexed issuer, uint256 indexed nonce, uint256 written, uint256 skipped);
    /// @notice Signatures of an issuer made before `since` no longer count.
    event SignaturesRevoked(address indexed issuer, uint256 since);
    /// @notice A wallet's verification was ended, by an agent or the issuer that attested it, and why: the reason that
    /// whoever acted gave, 0 for none.
    event VerificationRevoked(address indexed by, address indexed wallet, uint8 reason);
    /// @notice Terms between a token and an investor changed; see `InvestorTerms`.
    event TermsWritten(address indexed token, address indexed identity, uint256 terms);
    /// @notice Dates of an investor's evidence changed; see `InvestorEvidence`.
    event EvidenceWritten(address indexed identity, uint256 evidence);
    /// @notice Whether claims are evaluated at each question (`true`) or once with an expiry.
    event VerificationModeSet(bool live);

    /// @notice The batch's deadline has passed or it was signed in the future.
    error BatchOutOfTime(uint256 issuedAt, uint256 deadline);
    /// @notice The batch's nonce is not above the issuer's last one.
    error BatchReplayed(address issuer, uint256 nonce, uint256 last);
    /// @notice The batch was signed before the issuer's signatures were revoked.
    error BatchRevoked(address issuer, uint256 issuedAt, uint256 revokedBefore);
    /// @notice The signature is none of the issuer's.
    error SignerNotIssuer(address signer, address issuer);
    /// @notice The issuer is not trusted.
    error IssuerNotTrusted(address issuer);
    /// @notice The issuer is trusted already.
    error IssuerAlreadyTrusted(address issuer);
    /// @notice An issuer needs at least one topic.
    error NoClaimTopics(address issuer);
    /// @notice Topics end at 15.
    error TooManyClaimTopics(uint256 count);
    /// @notice Trusted issuers end at 50 at a time and 63 over the registry's life.
    error TooManyTrustedIssuers(uint256 count);
    /// @notice The topic is required already.
    error ClaimTopicAlreadyRequired(uint256 topic);
    /// @notice The wallet is registered already.
    error WalletAlreadyRegistered(address wallet);
    /// @notice The wallet is not registered.
    error WalletNotRegistered(address wallet);
    /// @notice An address of the call must not be zero.
    error ZeroRegistryAddress();
    /// @notice Arrays of one call must have equal length.
    error UnequalLengths(uint256 first, uint256 other);
    /// @notice This registry keeps its own storage, topics and issuers.
    error RegistryIsItsOwn(address registry);
    /// @notice Bound registries end at 300.
    error TooManyRegistries();
    /// @notice The registry is bound already, or an agent in its own right.
    error RegistryAlreadyBound(address registry);
    /// @notice The registry is not bound.
    error RegistryNotBound(address registry);
    /// @notice The record was attested by an issuer; claims do not decide on it.
    error NotClaimBased(address wallet);
    /// @notice An identity or a claim issuer said no, or nothing, with less gas than such a question may use.
    error TooLittleGas(uint256 available, uint256 needed);
    /// @notice Terms are no longer what their writer has seen: a purchase or another agent was faster.
    error TermsChanged(address token, address identity, uint256 expected, uint256 found);
    /// @notice The caller is neither an agent nor the issuer that attested the record.
    error NotAttester(address caller, address wallet);

    /// @notice Applies a batch that a trusted issuer signed; anyone may bring it. A row that cannot be applied stops
    /// only itself and is logged.
    /// @dev Reverts with `IssuerNotTrusted`, `BatchOutOfTime`, `BatchReplayed`, `BatchRevoked` or `SignerNotIssuer`.
    /// A record whose validity lies in the past revokes the wallet's verification.
    function applyBatch(InvestorBatch calldata batch, bytes calldata signature) external;

    /// @notice Writes records as they are; agent only. The attester index and the link flag are kept by the registry.
    function writeRecords(Attestation[] calldata attestations) external;

    /// @notice Ends wallets' verification at once; agents any, an issuer those it attested. Reverts with `NotAttester`.
    function revokeVerification(address[] calldata wallets) external;

    /// @notice As `revokeVerification`, with the reason in the log.
    function revokeVerificationWithReason(address[] calldata wallets, uint8 reason) external;

    /// @notice Evaluates claims again and stores how long they count; anyone may call.
    /// @dev Reverts with `WalletNotRegistered`, `NotClaimBased` or `TooLittleGas`.
    function refreshVerification(address[] calldata wallets) external;

    /// @notice Makes an issuer's signatures from before now worthless; the issuer itself or an agent.
    function revokeSignatures(address issuer) external;

    /// @notice Sets the terms between a token and an investor, if they still are `previous`; agent only. See
    /// `InvestorTerms`.
    /// @dev Purchases change the word too: without the comparison a word read before one would give the headroom back
    /// that it used. Reverts with `TermsChanged`.
    function writeTerms(address token, address identity, uint256 previous, uint256 terms) external;

    /// @notice Sets the dates of an investor's evidence; agent only. See `InvestorEvidence`.
    function writeEvidence(address identity, uint256 evidence) external;

    /// @notice Claims evaluated at each question (ERC-3643's way) or once with an expiry; owner only.
    function setVerificationMode(bool live) external;

    /// @notice A wallet's whole record; zero when it is not registered.
    function recordOf(address wallet) external view returns (uint256 record);

    /// @notice Terms between a token and an investor.
    function termsOf(address token, address identity) external view returns (uint256 terms);

    /// @notice Dates of an investor's evidence.
    function evidenceOf(address identity) external view returns (uint256 evidence);

    /// @notice The nonce of the last batch that an issuer's signature applied.
    function lastNonce(address issuer) external view returns (uint256 nonce);

    /// @notice Whether claims are evaluated at each question.
    function isLive() external view returns (bool live);

    /// @notice The digest that an issuer signs for a batch.
    function batchDigest(InvestorBatch calldata batch) external view returns (bytes32 digest);
}
