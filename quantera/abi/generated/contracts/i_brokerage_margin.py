"""IBrokerageMargin and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageMarginStructs:
    """Structs of IBrokerageMargin."""


class IBrokerageMarginErrors:
    """Errors of IBrokerageMargin."""

    AccountHealthy: TypeAlias = _errors.AccountHealthy
    MarginNotCured: TypeAlias = _errors.MarginNotCured
    NoMarginCall: TypeAlias = _errors.NoMarginCall


class IBrokerageMarginEvents:
    """Events of IBrokerageMargin."""

    @dataclass(frozen=True)
    class MarginCallCured(_rt.Event):
        """An account's call ended, because it was mended or restored by liquidation."""

        SIGNATURE: ClassVar[str] = "MarginCallCured(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "3c1fe44180d3ea204ef4ea64fa307168628c4f7fd581796113ffb498054e71ef"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class MarginCallEscalated(_rt.Event):
        """An account was seen below the liquidation threshold: its auction has begun."""

        SIGNATURE: ClassVar[str] = "MarginCallEscalated(uint256,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d614ea5bd320a61eadc331b33307d88252f34361b2b21534b7214695e6b7a3ca"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        account: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class MarginCallIssued(_rt.Event):
        """An account was called.

        Arguments: `adjustedValue` what its collateral counts for maintenance; `deadline` end of
        its time to react, in seconds since 1970; `exposureValue` its exposure
        """

        SIGNATURE: ClassVar[str] = "MarginCallIssued(uint256,uint40,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bde3b0faf59fbb461af59d1b78bf5ac192c6e94879186aa379d9a2c4d6eff303"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        account: int
        deadline: int
        adjustedValue: int
        exposureValue: int

    @dataclass(frozen=True)
    class StandstillBegan(_rt.Event):
        """A standstill began with a pause of liquidations."""

        SIGNATURE: ClassVar[str] = "StandstillBegan()"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cab34660cd8a8680a95632886971381dc15f3ccb8161d4f7a1a7b3744bf48a76"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = ()

    @dataclass(frozen=True)
    class StandstillEnded(_rt.Event):
        """A standstill ended, or one learnt that it had.

        Arguments: `endedAt` when; `total` seconds of all standstills so far
        """

        SIGNATURE: ClassVar[str] = "StandstillEnded(uint40,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "bf29485c6a6c6b4b90417550c531475f0cecaf25150e0808192d80325e6db645"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False)
        endedAt: int
        total: int


class IBrokerageMarginFunctions(_rt.Functions):
    """Functions of IBrokerageMargin."""

    def cureMarginCall(self, account: int) -> _rt.Write[None]:
        """Ends the call of an account that was mended. Anyone may.

        Reverts with `NoMarginCall`, `MarginNotCured`.

        Solidity: `cureMarginCall(uint256)`, nonpayable, selector 0xd6fbd35e
        """
        return self._write("cureMarginCall(uint256)", type(None), account)

    def issueMarginCall(self, account: int) -> _rt.Write[int]:
        """Calls an account below the maintenance ratio, or escalates its call below the
        liquidation threshold. Anyone may. Calling again changes nothing.

        Reverts with `AccountHealthy`, while prices of the account's assets are stale, and while
        liquidations are paused.

        Returns: `deadline` end of the time to react

        Solidity: `issueMarginCall(uint256)`, nonpayable, selector 0xf55b17ce
        """
        return self._write("issueMarginCall(uint256)", int, account)

    def noteOutage(self) -> _rt.Write[None]:
        """Notes an outage of the sequencer that is over. Anyone may; every call that begins or
        reads an auction does the same first.

        Solidity: `noteOutage()`, nonpayable, selector 0xaa1f9d31
        """
        return self._write("noteOutage()", type(None))


class IBrokerageMargin(_rt.Contract):
    """The life of a margin call. An account below the maintenance ratio may be called by
    anybody; the deadline is fixed then and there. Whoever mends the account before it, to
    the maintenance ratio and a margin beyond, has cured the call. At the deadline, or at
    once below the liquidation threshold, the account may be liquidated. A cure does not buy
    a new clock: an account that is called again within the window after its cure has the
    old deadline, or an earlier one, even where that has passed. An open call stays open
    until somebody cures it, which anybody may once the account is mended. One that nobody
    has acted on for a week after its deadline, or after its auction began, has lapsed: the
    account is called anew. Time that liquidations could not be made in, because they were
    paused or because the chain's sequencer was down, is standstill: an auction does not
    grow in it, and a call that was open in it gives at least the smallest time to react
    after it. An account below the liquidation threshold has no deadline and gets no such
    time: topping up is never paused.
    """

    NAME = "IBrokerageMargin"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageMarginEvents.MarginCallCured,
        IBrokerageMarginEvents.MarginCallEscalated,
        IBrokerageMarginEvents.MarginCallIssued,
        IBrokerageMarginEvents.StandstillBegan,
        IBrokerageMarginEvents.StandstillEnded,
    )
    structs: TypeAlias = IBrokerageMarginStructs
    errors: TypeAlias = IBrokerageMarginErrors
    events: TypeAlias = IBrokerageMarginEvents

    @cached_property
    def functions(self) -> IBrokerageMarginFunctions:
        """What the contract can be asked and told."""
        return IBrokerageMarginFunctions(self.contract, self.ERRORS)
