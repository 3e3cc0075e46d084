"""IPackReports and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IPackReportsStructs:
    """Structs of IPackReports."""


class IPackReportsErrors:
    """Errors of IPackReports."""


class IPackReportsEvents:
    """Events of IPackReports."""

    @dataclass(frozen=True)
    class MajorHoldingCrossed(_rt.Event):
        """A holding on this chain has reached, exceeded or fallen below a threshold of Directive
        2004/109/EC art. 9 (code 86).

        Holdings and supply are this chain's; whoever watches all chains adds them up.

        Arguments: `held` units before; `holds` units after; `supply` units in circulation,
        those that move included
        """

        SIGNATURE: ClassVar[str] = "MajorHoldingCrossed(address,address,uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5c027ce2b415c3f24536f62c5f3f3cba77bcf9ff994cf27859fdc586c2e38a50"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False)
        token: _rt.Address
        identity: _rt.Address
        held: int
        holds: int
        supply: int

    @dataclass(frozen=True)
    class PackPersonCounted(_rt.Event):
        """An identity counted under a limit today."""

        SIGNATURE: ClassVar[str] = "PackPersonCounted(address,uint256,address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "334c03771fb2fa5c67f16218b95126f2d562b967e6e457266d4c0f306b1e1ae1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True)
        token: _rt.Address
        key: int
        identity: _rt.Address

    @dataclass(frozen=True)
    class PackVolumeCounted(_rt.Event):
        """Money counted under a limit today.

        Arguments: `value` currency of the code's jurisdiction, 8 decimals, rounded up; token
        units for code 48
        """

        SIGNATURE: ClassVar[str] = "PackVolumeCounted(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "8b175de2ba64b3f0332457ae562e2a22f2c43431e658c7d53c3e24f198ddd282"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        token: _rt.Address
        key: int
        value: int

    @dataclass(frozen=True)
    class RuleReported(_rt.Event):
        """A rule found something that somebody has to act on; the movement was allowed.

        Arguments: `code` code of the rule: an event, or a guard that the issuer has not asked
        to refuse; `identity` the investor whom it concerns; `value` what the rule looks at, in
        its unit: identities or token units
        """

        SIGNATURE: ClassVar[str] = "RuleReported(address,address,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "601a8b11e425e546fa52091ced47f04d755d4988794d2a1edd0d0fd591f67c22"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        token: _rt.Address
        identity: _rt.Address
        code: int
        value: int


class IPackReportsFunctions(_rt.Functions):
    """Functions of IPackReports."""


class IPackReports(_rt.Contract):
    """Emitted at the engine's address, together with the movement's `TransferDecision`. Keys
    are those of the packs' limits (`IRuleConfiguration.Limit.PACK`): number of the offer *
    2^24 + code * 2^16 + country, where the limit has an offer or a country, else zero in
    their place; sales of affiliates (code 48) have in the offer's place the affiliate's
    identity, or 2^160 + its group.
    """

    NAME = "IPackReports"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IPackReportsEvents.MajorHoldingCrossed,
        IPackReportsEvents.PackPersonCounted,
        IPackReportsEvents.PackVolumeCounted,
        IPackReportsEvents.RuleReported,
    )
    structs: TypeAlias = IPackReportsStructs
    errors: TypeAlias = IPackReportsErrors
    events: TypeAlias = IPackReportsEvents

    @cached_property
    def functions(self) -> IPackReportsFunctions:
        """What the contract can be asked and told."""
        return IPackReportsFunctions(self.contract, self.ERRORS)
