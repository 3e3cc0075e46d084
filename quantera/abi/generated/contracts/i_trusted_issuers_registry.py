"""ITrustedIssuersRegistry and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ITrustedIssuersRegistryStructs:
    """Structs of ITrustedIssuersRegistry."""


class ITrustedIssuersRegistryErrors:
    """Errors of ITrustedIssuersRegistry."""


class ITrustedIssuersRegistryEvents:
    """Events of ITrustedIssuersRegistry."""

    @dataclass(frozen=True)
    class ClaimTopicsUpdated(_rt.Event):
        """An issuer's topics were replaced."""

        SIGNATURE: ClassVar[str] = "ClaimTopicsUpdated(address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ec753cfc52044f61676f18a11e500093a9f2b1cd5e4942bc476f2b0438159bcf"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        trustedIssuer: _rt.Address
        claimTopics: list[int]

    @dataclass(frozen=True)
    class TrustedIssuerAdded(_rt.Event):
        """An issuer counts from now on, for these topics."""

        SIGNATURE: ClassVar[str] = "TrustedIssuerAdded(address,uint256[])"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fedc33fd34859594822c0ff6f3f4f9fc279cc6d5cae53068f706a088e4500872"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        trustedIssuer: _rt.Address
        claimTopics: list[int]

    @dataclass(frozen=True)
    class TrustedIssuerRemoved(_rt.Event):
        """An issuer no longer counts."""

        SIGNATURE: ClassVar[str] = "TrustedIssuerRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "2214ded40113cc3fb63fc206cafee88270b0a903dac7245d54efdde30ebb0321"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        trustedIssuer: _rt.Address


class ITrustedIssuersRegistryFunctions(_rt.Functions):
    """Functions of ITrustedIssuersRegistry."""

    def addTrustedIssuer(
        self, trustedIssuer: _rt.Address, claimTopics: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Trusts an issuer; owner only. Reverts with `ZeroAddress`, `IssuerAlreadyTrusted`,
        `NoClaimTopics`, `TooManyClaimTopics` or `TooManyTrustedIssuers`.

        Solidity: `addTrustedIssuer(address,uint256[])`, nonpayable, selector 0x9f63ea98
        """
        return self._write(
            "addTrustedIssuer(address,uint256[])", type(None), trustedIssuer, claimTopics
        )

    def getTrustedIssuerClaimTopics(self, trustedIssuer: _rt.Address) -> _rt.Read[list[int]]:
        """The topics of an issuer. Reverts with `IssuerNotTrusted`.

        Solidity: `getTrustedIssuerClaimTopics(address)`, view, selector 0xc28fb278
        """
        return self._read("getTrustedIssuerClaimTopics(address)", list[int], trustedIssuer)

    def getTrustedIssuers(self) -> _rt.Read[list[_rt.Address]]:
        """All trusted issuers.

        Solidity: `getTrustedIssuers()`, view, selector 0xd9dd24c5
        """
        return self._read("getTrustedIssuers()", list[_rt.Address])

    def getTrustedIssuersForClaimTopic(self, claimTopic: int) -> _rt.Read[list[_rt.Address]]:
        """The issuers that count for a topic.

        Solidity: `getTrustedIssuersForClaimTopic(uint256)`, view, selector 0x52c111d1
        """
        return self._read("getTrustedIssuersForClaimTopic(uint256)", list[_rt.Address], claimTopic)

    def hasClaimTopic(self, issuer: _rt.Address, claimTopic: int) -> _rt.Read[bool]:
        """Whether an issuer counts for a topic.

        Solidity: `hasClaimTopic(address,uint256)`, view, selector 0x34a89987
        """
        return self._read("hasClaimTopic(address,uint256)", bool, issuer, claimTopic)

    def isTrustedIssuer(self, issuer: _rt.Address) -> _rt.Read[bool]:
        """Whether an issuer counts.

        Solidity: `isTrustedIssuer(address)`, view, selector 0xef2ed1a4
        """
        return self._read("isTrustedIssuer(address)", bool, issuer)

    def removeTrustedIssuer(self, trustedIssuer: _rt.Address) -> _rt.Write[None]:
        """Stops trusting an issuer; owner only. Reverts with `ZeroAddress` or `IssuerNotTrusted`.

        Solidity: `removeTrustedIssuer(address)`, nonpayable, selector 0xb93d28eb
        """
        return self._write("removeTrustedIssuer(address)", type(None), trustedIssuer)

    def updateIssuerClaimTopics(
        self, trustedIssuer: _rt.Address, claimTopics: _rt.Sequence[int]
    ) -> _rt.Write[None]:
        """Replaces an issuer's topics; owner only. Reverts as `addTrustedIssuer`, and with
        `IssuerNotTrusted`.

        Solidity: `updateIssuerClaimTopics(address,uint256[])`, nonpayable, selector 0x04bc7e84
        """
        return self._write(
            "updateIssuerClaimTopics(address,uint256[])", type(None), trustedIssuer, claimTopics
        )


class ITrustedIssuersRegistry(_rt.Contract):
    """ERC-3643's list of claim issuers that count, each for some topics; at most 50 issuers of
    15 topics.
    """

    NAME = "ITrustedIssuersRegistry"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ITrustedIssuersRegistryEvents.ClaimTopicsUpdated,
        ITrustedIssuersRegistryEvents.TrustedIssuerAdded,
        ITrustedIssuersRegistryEvents.TrustedIssuerRemoved,
    )
    structs: TypeAlias = ITrustedIssuersRegistryStructs
    errors: TypeAlias = ITrustedIssuersRegistryErrors
    events: TypeAlias = ITrustedIssuersRegistryEvents

    @cached_property
    def functions(self) -> ITrustedIssuersRegistryFunctions:
        """What the contract can be asked and told."""
        return ITrustedIssuersRegistryFunctions(self.contract, self.ERRORS)
