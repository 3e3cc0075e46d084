"""IBrokerageTerms and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageTermsStructs:
    """Structs of IBrokerageTerms."""

    AccountTerms: TypeAlias = _structs.IBrokerageTerms_AccountTerms


class IBrokerageTermsErrors:
    """Errors of IBrokerageTerms."""

    ImpairmentUnchanged: TypeAlias = _errors.ImpairmentUnchanged
    TermsInvalid: TypeAlias = _errors.TermsInvalid_string
    TermsLooser: TypeAlias = _errors.TermsLooser
    TermsNotProposed: TypeAlias = _errors.TermsNotProposed
    TermsNotYours: TypeAlias = _errors.TermsNotYours


class IBrokerageTermsEvents:
    """Events of IBrokerageTerms."""

    @dataclass(frozen=True)
    class Impaired(_rt.Event):
        """An account was impaired."""

        SIGNATURE: ClassVar[str] = "Impaired(uint256,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ee4fc8787af4713ddb1661956f51d378977a1f6854bb9fd0747a95e160837f9c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        reason: bytes

    @dataclass(frozen=True)
    class ImpairmentRemoved(_rt.Event):
        """An account's impairment was lifted."""

        SIGNATURE: ClassVar[str] = "ImpairmentRemoved(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "94f3387cabdaf912caff343ac490a3056bb348c474be2c718b9f59f56f1b7d97"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        account: int

    @dataclass(frozen=True)
    class TermsChanged(_rt.Event):
        """An account's terms changed.

        Arguments: `agreed` whether the institution accepted them; they are stricter otherwise
        """

        SIGNATURE: ClassVar[str] = "TermsChanged(uint256,(uint8,uint8,uint16,uint16),bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f00026afffdc8fbba9f8e1326124d239676e1fb350e93975027e0b5f53624e3d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        terms: _structs.IBrokerageTerms_AccountTerms
        agreed: bool

    @dataclass(frozen=True)
    class TermsProposed(_rt.Event):
        """Terms were proposed; until when they can be accepted."""

        SIGNATURE: ClassVar[str] = "TermsProposed(uint256,(uint8,uint8,uint16,uint16),uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3d637d4b9839f633a24f87bbd86c5ddcaadca98f9297a43af675871e9a60f32"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        terms: _structs.IBrokerageTerms_AccountTerms
        expiry: int

    @dataclass(frozen=True)
    class TermsWithdrawn(_rt.Event):
        """A proposal was withdrawn."""

        SIGNATURE: ClassVar[str] = "TermsWithdrawn(uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "499f3529a67c5541942471e0ddd0ace24a0f18adf01dbf3888a520794aa73cde"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        account: int


class IBrokerageTermsFunctions(_rt.Functions):
    """Functions of IBrokerageTerms."""

    def MAX_EXTRA_POINTS(self) -> _rt.Read[int]:
        """Most points that terms add to a ratio.

        Solidity: `MAX_EXTRA_POINTS()`, view, selector 0xed91582b
        """
        return self._read("MAX_EXTRA_POINTS()", int)

    def acceptTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms
    ) -> _rt.Write[None]:
        """Accepts what is proposed; the institution alone.

        Reverts with `TermsNotYours`, `TermsNotProposed`.

        Arguments: `terms` the terms as the institution read them

        Solidity: `acceptTerms(uint256,(uint8,uint8,uint16,uint16))`, nonpayable, selector
        0x3a0cbdf2
        """
        return self._write(
            "acceptTerms(uint256,(uint8,uint8,uint16,uint16))", type(None), account, terms
        )

    def impair(self, account: int, reason: bytes) -> _rt.Write[None]:
        """Makes an account close-only without calling it.

        Restricted: RISK_OFFICER. Reverts with `ImpairmentUnchanged`.

        Arguments: `reason` whatever the officer wants on record

        Solidity: `impair(uint256,bytes32)`, nonpayable, selector 0x712927d9
        """
        return self._write("impair(uint256,bytes32)", type(None), account, reason)

    def isImpaired(self, account: int) -> _rt.Read[bool]:
        """Whether an account is impaired.

        Solidity: `isImpaired(uint256)`, view, selector 0x6431663d
        """
        return self._read("isImpaired(uint256)", bool, account)

    def proposeTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms, expiry: int
    ) -> _rt.Write[None]:
        """Proposes terms to an account's institution; they replace an earlier proposal.

        Restricted: CREDIT_ADMIN. Reverts with `TermsInvalid`, and where the ratios would lose
        their order (`IBrokerageRisk`).

        Arguments: `expiry` first second at which they can no longer be accepted

        Solidity: `proposeTerms(uint256,(uint8,uint8,uint16,uint16),uint40)`, nonpayable,
        selector 0x49d881e5
        """
        return self._write(
            "proposeTerms(uint256,(uint8,uint8,uint16,uint16),uint40)",
            type(None),
            account,
            terms,
            expiry,
        )

    def proposedTermsOf(
        self, account: int
    ) -> _rt.Read[tuple[_structs.IBrokerageTerms_AccountTerms, int]]:
        """What is proposed to an account's institution, and until when; an expiry of 0 for
        nothing.

        Solidity: `proposedTermsOf(uint256)`, view, selector 0x2638adb8
        """
        return self._read(
            "proposedTermsOf(uint256)", tuple[_structs.IBrokerageTerms_AccountTerms, int], account
        )

    def removeImpairment(self, account: int) -> _rt.Write[None]:
        """Lifts an impairment, which waits as every loosening does.

        Restricted: CREDIT_ADMIN. Reverts with `ImpairmentUnchanged`.

        Solidity: `removeImpairment(uint256)`, nonpayable, selector 0xc9dd3860
        """
        return self._write("removeImpairment(uint256)", type(None), account)

    def termsOf(self, account: int) -> _rt.Read[_structs.IBrokerageTerms_AccountTerms]:
        """An account's terms in force.

        Solidity: `termsOf(uint256)`, view, selector 0xbadc2dff
        """
        return self._read("termsOf(uint256)", _structs.IBrokerageTerms_AccountTerms, account)

    def tightenTerms(
        self, account: int, terms: _structs.IBrokerageTerms_AccountTerms
    ) -> _rt.Write[None]:
        """Sets terms that are nowhere looser than those in force, at once. What was proposed
        before is withdrawn.

        Restricted: RISK_OFFICER. Reverts with `TermsLooser`, and where the ratios would lose
        their order (`IBrokerageRisk`).

        Solidity: `tightenTerms(uint256,(uint8,uint8,uint16,uint16))`, nonpayable, selector
        0x359c1b9a
        """
        return self._write(
            "tightenTerms(uint256,(uint8,uint8,uint16,uint16))", type(None), account, terms
        )

    def withdrawTerms(self, account: int) -> _rt.Write[None]:
        """Withdraws a proposal.

        Restricted: CREDIT_ADMIN.

        Solidity: `withdrawTerms(uint256)`, nonpayable, selector 0x3ebee4de
        """
        return self._write("withdrawTerms(uint256)", type(None), account)


class IBrokerageTerms(_rt.Contract):
    """An institution's terms change with its consent: the credit desk proposes, the
    institution accepts exactly what was proposed. Stricter terms alone can be set without
    it, at once. Terms only add to the ratios that the contract's constants demand of
    everybody. Impairment is a judgement, not a breach: the account may only be closed down
    from then on, without being called or liquidated for it.
    """

    NAME = "IBrokerageTerms"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageTermsEvents.Impaired,
        IBrokerageTermsEvents.ImpairmentRemoved,
        IBrokerageTermsEvents.TermsChanged,
        IBrokerageTermsEvents.TermsProposed,
        IBrokerageTermsEvents.TermsWithdrawn,
    )
    structs: TypeAlias = IBrokerageTermsStructs
    errors: TypeAlias = IBrokerageTermsErrors
    events: TypeAlias = IBrokerageTermsEvents

    @cached_property
    def functions(self) -> IBrokerageTermsFunctions:
        """What the contract can be asked and told."""
        return IBrokerageTermsFunctions(self.contract, self.ERRORS)
