"""ISettlementStatistics and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementStatisticsStructs:
    """Structs of ISettlementStatistics."""


class ISettlementStatisticsErrors:
    """Errors of ISettlementStatistics."""

    FinalityNotAfter: TypeAlias = _errors.FinalityNotAfter


class ISettlementStatisticsEvents:
    """Events of ISettlementStatistics."""

    @dataclass(frozen=True)
    class LedgerFinalityAttested(_rt.Event):
        """Blocks up to that time are final on the ledger."""

        SIGNATURE: ClassVar[str] = "LedgerFinalityAttested(uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9fcdd8720df9c91064c98bc7048b525b6eecb99b836ad88207ec5ae850620a9c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        upTo: int

    @dataclass(frozen=True)
    class LegalFinalityStated(_rt.Event):
        """Settlements up to that time are final in law under the rules of this hash."""

        SIGNATURE: ClassVar[str] = "LegalFinalityStated(uint40,bytes32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "411945abba6f4b610d43c975f6b74db255a55e5de723982798422ad5f012cd98"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        upTo: int
        rules: bytes


class ISettlementStatisticsFunctions(_rt.Functions):
    """Functions of ISettlementStatistics."""

    def assetDay(self, token: _rt.Address, day: int) -> _rt.Read[tuple[int, int]]:
        """What settled in an asset on a day (Unix time / 86,400): units and movements. Securities
        are not counted.

        Solidity: `assetDay(address,uint256)`, view, selector 0xbd8e128d
        """
        return self._read("assetDay(address,uint256)", tuple[int, int], token, day)

    def assetTotal(self, token: _rt.Address) -> _rt.Read[int]:
        """Units that ever settled in an asset.

        Solidity: `assetTotal(address)`, view, selector 0xaf0c083b
        """
        return self._read("assetTotal(address)", int, token)

    def attestLedgerFinality(self, upTo: int) -> _rt.Write[None]:
        """Says that every block up to a time is final. Local role KEEPER.

        Solidity: `attestLedgerFinality(uint40)`, nonpayable, selector 0x82c84a70
        """
        return self._write("attestLedgerFinality(uint40)", type(None), upTo)

    def cashStatusOf(self, settledAt: int) -> _rt.Read[bytes]:
        """ISO 20022 status of a cash leg that settled at a time: `ACCC` once final on the ledger,
        `ACSC` before.

        Solidity: `cashStatusOf(uint40)`, view, selector 0x928d1d23
        """
        return self._read("cashStatusOf(uint40)", bytes, settledAt)

    def finalityOf(self, settledAt: int) -> _rt.Read[int]:
        """How final something is that settled at a time.

        Solidity: `finalityOf(uint40)`, view, selector 0x97c87b9e
        """
        return self._read("finalityOf(uint40)", int, settledAt)

    def jurisdictionDay(self, jurisdiction: int, day: int) -> _rt.Read[tuple[int, int]]:
        """What settled on a day in assets at home in a jurisdiction: value in the reference
        currency, rounded down at each movement, and movements.

        Solidity: `jurisdictionDay(uint8,uint256)`, view, selector 0x179c6074
        """
        return self._read("jurisdictionDay(uint8,uint256)", tuple[int, int], jurisdiction, day)

    def stateLegalFinality(self, upTo: int, rules: bytes) -> _rt.Write[None]:
        """Says that settlements up to a time are final in law. Restricted: OPERATOR.

        Not beyond what is final on the ledger.

        Solidity: `stateLegalFinality(uint40,bytes32)`, nonpayable, selector 0x89529f6f
        """
        return self._write("stateLegalFinality(uint40,bytes32)", type(None), upTo, rules)

    def weightedDay(self, token: _rt.Address, day: int) -> _rt.Read[tuple[int, int]]:
        """A day's units weighted by preference score and by Basel risk weight, both rounded up.

        Solidity: `weightedDay(address,uint256)`, view, selector 0x5fa0b858
        """
        return self._read("weightedDay(address,uint256)", tuple[int, int], token, day)


class ISettlementStatistics(_rt.Contract):
    """Counters that cost the same however much has settled, and the three finalities that a
    settlement passes. IRREVOCABLE: the transaction succeeded; nothing in this contract
    undoes it. LEDGER: its block is final, on a second layer settled on the first; a chain
    cannot see that of itself, so it is attested for all blocks up to a time, and `ACCC` is
    told from then on, never before. LEGAL: the operator states under which rules the
    transfer order is final in law, for all blocks up to a time.
    """

    NAME = "ISettlementStatistics"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementStatisticsEvents.LedgerFinalityAttested,
        ISettlementStatisticsEvents.LegalFinalityStated,
    )
    structs: TypeAlias = ISettlementStatisticsStructs
    errors: TypeAlias = ISettlementStatisticsErrors
    events: TypeAlias = ISettlementStatisticsEvents

    @cached_property
    def functions(self) -> ISettlementStatisticsFunctions:
        """What the contract can be asked and told."""
        return ISettlementStatisticsFunctions(self.contract, self.ERRORS)
