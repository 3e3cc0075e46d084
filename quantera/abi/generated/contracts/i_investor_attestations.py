"""IInvestorAttestations and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IInvestorAttestationsStructs:
    """Structs of IInvestorAttestations."""

    Attestation: TypeAlias = _structs.IInvestorAttestations_Attestation
    InvestorBatch: TypeAlias = _structs.IInvestorAttestations_InvestorBatch


class IInvestorAttestationsErrors:
    """Errors of IInvestorAttestations."""

    BatchOutOfTime: TypeAlias = _errors.BatchOutOfTime
    BatchReplayed: TypeAlias = _errors.BatchReplayed
    BatchRevoked: TypeAlias = _errors.BatchRevoked
    ClaimTopicAlreadyRequired: TypeAlias = _errors.ClaimTopicAlreadyRequired
    IssuerAlreadyTrusted: TypeAlias = _errors.IssuerAlreadyTrusted
    IssuerNotTrusted: TypeAlias = _errors.IssuerNotTrusted
    NoClaimTopics: TypeAlias = _errors.NoClaimTopics
    NotAttester: TypeAlias = _errors.NotAttester
    NotClaimBased: TypeAlias = _errors.NotClaimBased
    RegistryAlreadyBound: TypeAlias = _errors.RegistryAlreadyBound
    RegistryIsItsOwn: TypeAlias = _errors.RegistryIsItsOwn
    RegistryNotBound: TypeAlias = _errors.RegistryNotBound
    SignerNotIssuer: TypeAlias = _errors.SignerNotIssuer
    TermsChanged: TypeAlias = _errors.TermsChanged
    TooLittleGas: TypeAlias = _errors.TooLittleGas
    TooManyClaimTopics: TypeAlias = _errors.TooManyClaimTopics
    TooManyRegistries: TypeAlias = _errors.TooManyRegistries
    TooManyTrustedIssuers: TypeAlias = _errors.TooManyTrustedIssuers
    UnequalLengths: TypeAlias = _errors.UnequalLengths
    WalletAlreadyRegistered: TypeAlias = _errors.WalletAlreadyRegistered
    WalletNotRegistered: TypeAlias = _errors.WalletNotRegistered
    ZeroRegistryAddress: TypeAlias = _errors.ZeroRegistryAddress


class IInvestorAttestationsEvents:
    """Events of IInvestorAttestations."""

    @dataclass(frozen=True)
    class AttestationSkipped(_rt.Event):
        """A row of a batch could not be applied and was left out: 1 zero wallet or identity, 2
        another identity is registered, 3 bits that are not the issuer's to set, 4 another
        issuer's record.
        """

        SIGNATURE: ClassVar[str] = "AttestationSkipped(address,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c48c9d4d7319883826d33f3aea2434eb6a1379574ab96d2a6c1b4bb7335a83b3"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        issuer: _rt.Address
        wallet: _rt.Address
        cause: int

    @dataclass(frozen=True)
    class BatchApplied(_rt.Event):
        """A batch was applied."""

        SIGNATURE: ClassVar[str] = "BatchApplied(address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "16d554638f2ad34e0a254cd16bfb44c108d16f2ece0e3973cb15bf7884b4a6dc"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        issuer: _rt.Address
        nonce: int
        written: int
        skipped: int

    @dataclass(frozen=True)
    class EvidenceWritten(_rt.Event):
        """Dates of an investor's evidence changed; see `InvestorEvidence`."""

        SIGNATURE: ClassVar[str] = "EvidenceWritten(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da2b75412cea30808bf786af5344ffff1d303602a498b995650fb3bdf706b47e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        identity: _rt.Address
        evidence: int

    @dataclass(frozen=True)
    class RecordWritten(_rt.Event):
        """A wallet's record as it now stands, whoever wrote it."""

        SIGNATURE: ClassVar[str] = "RecordWritten(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c8319da83652dddcf35d8f72a2641fcdfdcd9c9797296d7891fa52adca269647"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        wallet: _rt.Address
        record: int

    @dataclass(frozen=True)
    class SignaturesRevoked(_rt.Event):
        """Signatures of an issuer made before `since` no longer count."""

        SIGNATURE: ClassVar[str] = "SignaturesRevoked(address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "1dfa870ed83a5d8d14c8011be309ba500ecfd23209e9e866ee41e8b289a92ef9"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        issuer: _rt.Address
        since: int

    @dataclass(frozen=True)
    class TermsWritten(_rt.Event):
        """Terms between a token and an investor changed; see `InvestorTerms`."""

        SIGNATURE: ClassVar[str] = "TermsWritten(address,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8ac2aad32475683201fdcb16ab6a375038a9f1f6af670cd1dd9cb554886eab1f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        identity: _rt.Address
        terms: int

    @dataclass(frozen=True)
    class VerificationModeSet(_rt.Event):
        """Whether claims are evaluated at each question (`true`) or once with an expiry."""

        SIGNATURE: ClassVar[str] = "VerificationModeSet(bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5a2be6905303e4729077e822a591aa3fb6f232675c5ddbf65d1d0a8861b022a2"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        live: bool

    @dataclass(frozen=True)
    class VerificationRevoked(_rt.Event):
        """A wallet's verification was ended, by an agent or the issuer that attested it, and why:
        the reason that whoever acted gave, 0 for none.
        """

        SIGNATURE: ClassVar[str] = "VerificationRevoked(address,address,uint8)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "83470114cfac89814446662db1f02d00c72573d9ca812961fd959205995c7261"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        by: _rt.Address
        wallet: _rt.Address
        reason: int


class IInvestorAttestationsFunctions(_rt.Functions):
    """Functions of IInvestorAttestations."""

    def applyBatch(
        self, batch: _structs.IInvestorAttestations_InvestorBatch, signature: bytes
    ) -> _rt.Write[None]:
        """Applies a batch that a trusted issuer signed; anyone may bring it. A row that cannot be
        applied stops only itself and is logged.

        Reverts with `IssuerNotTrusted`, `BatchOutOfTime`, `BatchReplayed`, `BatchRevoked` or
        `SignerNotIssuer`. A record whose validity lies in the past revokes the wallet's
        verification.

        Solidity: `applyBatch((address,uint256,uint256,uint256,(address,uint256)[]),bytes)`,
        nonpayable, selector 0x2f470409
        """
        return self._write(
            "applyBatch((address,uint256,uint256,uint256,(address,uint256)[]),bytes)",
            type(None),
            batch,
            signature,
        )

    def batchDigest(self, batch: _structs.IInvestorAttestations_InvestorBatch) -> _rt.Read[bytes]:
        """The digest that an issuer signs for a batch.

        Solidity: `batchDigest((address,uint256,uint256,uint256,(address,uint256)[]))`, view,
        selector 0x310ae438
        """
        return self._read(
            "batchDigest((address,uint256,uint256,uint256,(address,uint256)[]))", bytes, batch
        )

    def evidenceOf(self, identity: _rt.Address) -> _rt.Read[int]:
        """Dates of an investor's evidence.

        Solidity: `evidenceOf(address)`, view, selector 0x8449adca
        """
        return self._read("evidenceOf(address)", int, identity)

    def isLive(self) -> _rt.Read[bool]:
        """Whether claims are evaluated at each question.

        Solidity: `isLive()`, view, selector 0xb8f7a665
        """
        return self._read("isLive()", bool)

    def lastNonce(self, issuer: _rt.Address) -> _rt.Read[int]:
        """The nonce of the last batch that an issuer's signature applied.

        Solidity: `lastNonce(address)`, view, selector 0xc0fd43b4
        """
        return self._read("lastNonce(address)", int, issuer)

    def recordOf(self, wallet: _rt.Address) -> _rt.Read[int]:
        """A wallet's whole record; zero when it is not registered.

        Solidity: `recordOf(address)`, view, selector 0xc06ac6a3
        """
        return self._read("recordOf(address)", int, wallet)

    def refreshVerification(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Evaluates claims again and stores how long they count; anyone may call.

        Reverts with `WalletNotRegistered`, `NotClaimBased` or `TooLittleGas`.

        Solidity: `refreshVerification(address[])`, nonpayable, selector 0x13cc4f3a
        """
        return self._write("refreshVerification(address[])", type(None), wallets)

    def revokeSignatures(self, issuer: _rt.Address) -> _rt.Write[None]:
        """Makes an issuer's signatures from before now worthless; the issuer itself or an agent.

        Solidity: `revokeSignatures(address)`, nonpayable, selector 0xd24416d1
        """
        return self._write("revokeSignatures(address)", type(None), issuer)

    def revokeVerification(self, wallets: _rt.Sequence[_rt.Address]) -> _rt.Write[None]:
        """Ends wallets' verification at once; agents any, an issuer those it attested. Reverts
        with `NotAttester`.

        Solidity: `revokeVerification(address[])`, nonpayable, selector 0xa44656b4
        """
        return self._write("revokeVerification(address[])", type(None), wallets)

    def revokeVerificationWithReason(
        self, wallets: _rt.Sequence[_rt.Address], reason: int
    ) -> _rt.Write[None]:
        """As `revokeVerification`, with the reason in the log.

        Solidity: `revokeVerificationWithReason(address[],uint8)`, nonpayable, selector
        0x0e66674a
        """
        return self._write(
            "revokeVerificationWithReason(address[],uint8)", type(None), wallets, reason
        )

    def setVerificationMode(self, live: bool) -> _rt.Write[None]:
        """Claims evaluated at each question (ERC-3643's way) or once with an expiry; owner only.

        Solidity: `setVerificationMode(bool)`, nonpayable, selector 0xcad19446
        """
        return self._write("setVerificationMode(bool)", type(None), live)

    def termsOf(self, token: _rt.Address, identity: _rt.Address) -> _rt.Read[int]:
        """Terms between a token and an investor.

        Solidity: `termsOf(address,address)`, view, selector 0x691a5754
        """
        return self._read("termsOf(address,address)", int, token, identity)

    def writeEvidence(self, identity: _rt.Address, evidence: int) -> _rt.Write[None]:
        """Sets the dates of an investor's evidence; agent only. See `InvestorEvidence`.

        Solidity: `writeEvidence(address,uint256)`, nonpayable, selector 0xcd29f509
        """
        return self._write("writeEvidence(address,uint256)", type(None), identity, evidence)

    def writeRecords(
        self, attestations: _rt.Sequence[_structs.IInvestorAttestations_Attestation]
    ) -> _rt.Write[None]:
        """Writes records as they are; agent only. The attester index and the link flag are kept by
        the registry.

        Solidity: `writeRecords((address,uint256)[])`, nonpayable, selector 0xed5c9fed
        """
        return self._write("writeRecords((address,uint256)[])", type(None), attestations)

    def writeTerms(
        self, token: _rt.Address, identity: _rt.Address, previous: int, terms: int
    ) -> _rt.Write[None]:
        """Sets the terms between a token and an investor, if they still are `previous`; agent
        only. See `InvestorTerms`.

        Purchases change the word too: without the comparison a word read before one would give
        the headroom back that it used. Reverts with `TermsChanged`.

        Solidity: `writeTerms(address,address,uint256,uint256)`, nonpayable, selector 0x3f2321b3
        """
        return self._write(
            "writeTerms(address,address,uint256,uint256)",
            type(None),
            token,
            identity,
            previous,
            terms,
        )


class IInvestorAttestations(_rt.Contract):
    """How investors' records get into the registry besides ERC-3643's agents: batches signed
    by a trusted issuer, and claims that anyone may have evaluated again. At the engine's
    address. Times are Unix seconds.
    """

    NAME = "IInvestorAttestations"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IInvestorAttestationsEvents.AttestationSkipped,
        IInvestorAttestationsEvents.BatchApplied,
        IInvestorAttestationsEvents.EvidenceWritten,
        IInvestorAttestationsEvents.RecordWritten,
        IInvestorAttestationsEvents.SignaturesRevoked,
        IInvestorAttestationsEvents.TermsWritten,
        IInvestorAttestationsEvents.VerificationModeSet,
        IInvestorAttestationsEvents.VerificationRevoked,
    )
    structs: TypeAlias = IInvestorAttestationsStructs
    errors: TypeAlias = IInvestorAttestationsErrors
    events: TypeAlias = IInvestorAttestationsEvents

    @cached_property
    def functions(self) -> IInvestorAttestationsFunctions:
        """What the contract can be asked and told."""
        return IInvestorAttestationsFunctions(self.contract, self.ERRORS)
