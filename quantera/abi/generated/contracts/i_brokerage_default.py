"""IBrokerageDefault and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IBrokerageDefaultStructs:
    """Structs of IBrokerageDefault."""

    Contribution: TypeAlias = _structs.IBrokerageDefault_Contribution
    DefaultFund: TypeAlias = _structs.IBrokerageDefault_DefaultFund


class IBrokerageDefaultErrors:
    """Errors of IBrokerageDefault."""

    ContributorRefused: TypeAlias = _errors.ContributorRefused
    DefaultPremature: TypeAlias = _errors.DefaultPremature
    FirstLossExceeded: TypeAlias = _errors.FirstLossExceeded
    FundAmount: TypeAlias = _errors.FundAmount
    FundFloorBreached: TypeAlias = _errors.FundFloorBreached
    FundSharesExceeded: TypeAlias = _errors.FundSharesExceeded
    FundTermsInvalid: TypeAlias = _errors.FundTermsInvalid
    NothingOwed: TypeAlias = _errors.NothingOwed_uint256_uint8
    NoticeRunning: TypeAlias = _errors.NoticeRunning


class IBrokerageDefaultEvents:
    """Events of IBrokerageDefault."""

    @dataclass(frozen=True)
    class CashApplied(_rt.Event):
        """Cash of a defaulted account was used up for its debt.

        Arguments: `value` all of it, or as much as the debt took
        """

        SIGNATURE: ClassVar[str] = "CashApplied(uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "9c51182ecf9fd74874ff372b63bace800f14200dc8089179ce5f391c9e5ad8cd"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        account: int
        value: int

    @dataclass(frozen=True)
    class DefaultBorne(_rt.Event):
        """One step of a default's waterfall bore a loss.

        Arguments: `units` of the asset owed
        """

        SIGNATURE: ClassVar[str] = "DefaultBorne(uint256,uint8,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f6842b8e1e0449b1427cbeab5eac3a27791e85b31864c2b4911e237355db9d92"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, True, False)
        account: int
        assetId: int
        layer: int
        units: int

    @dataclass(frozen=True)
    class DefaultDeclared(_rt.Event):
        """An account's default was declared.

        Arguments: `owed` units that it owed, before its own cash was used
        """

        SIGNATURE: ClassVar[str] = "DefaultDeclared(uint256,uint8,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "abdc4f4e7bae3020372639667999c681152498bd8162e58fbfbdeb01964c536e"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: int
        assetId: int
        owed: int

    @dataclass(frozen=True)
    class FirstLossFunded(_rt.Event):
        """The operator's capital was raised by a payment."""

        SIGNATURE: ClassVar[str] = "FirstLossFunded(uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "115690e3ac51904f33f6fb6bf5571444901a8b4375b839a675886b7a608f027f"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        payer: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FirstLossWithdrawn(_rt.Event):
        """The operator's capital was withdrawn."""

        SIGNATURE: ClassVar[str] = "FirstLossWithdrawn(uint8,address,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "6ab385a38bd36e1d6dfb542104b154c120b8c9e9d9e0bb5c59f9004886c08e96"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        to: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FundContributed(_rt.Event):
        """An institution contributed."""

        SIGNATURE: ClassVar[str] = "FundContributed(uint8,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "c883d9458ff762a910df511f5914e8a02024d2f8afe2b317fafde745fa5ff119"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        units: int
        shares: int

    @dataclass(frozen=True)
    class FundExhausted(_rt.Event):
        """Contributions were used up entirely."""

        SIGNATURE: ClassVar[str] = "FundExhausted(uint8,uint32)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4d2fc07bc1ce09f258910c956a3c6f760db57bd22b979a95b17d31d7e0a445b1"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        assetId: int
        epoch: int

    @dataclass(frozen=True)
    class FundFloorSet(_rt.Event):
        """An institution's floor was set."""

        SIGNATURE: ClassVar[str] = "FundFloorSet(uint8,address,uint128)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d2ceaa88444fd27c396e55534d217e949e48896048506cb68deac2f06d8971ca"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        assetId: int
        institution: _rt.Address
        units: int

    @dataclass(frozen=True)
    class FundNoticeGiven(_rt.Event):
        """Shares were put under notice; 0 withdraws the notice."""

        SIGNATURE: ClassVar[str] = "FundNoticeGiven(uint8,address,uint256,uint40)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "a56c840b4a198fc1dffb349b73c6fe757c7c3a5a924e5d2118ea9632984c630d"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        shares: int
        withdrawableAt: int

    @dataclass(frozen=True)
    class FundTermsSet(_rt.Event):
        """The funds' terms were set."""

        SIGNATURE: ClassVar[str] = "FundTermsSet(uint24,uint24,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "d3c1d7681a4d290da062cd9529d5e6e14daf9755e53beb9a0a66c5f97db5f878"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False, False, False)
        noticePeriod: int
        assessmentPeriod: int
        assessmentLimitBps: int

    @dataclass(frozen=True)
    class FundWithdrawn(_rt.Event):
        """An institution withdrew."""

        SIGNATURE: ClassVar[str] = "FundWithdrawn(uint8,address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "01174e9638d207ac4a64a8d8c551620ed65c20a0f493e5274c71d953fe44b393"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False)
        assetId: int
        institution: _rt.Address
        units: int
        shares: int


class IBrokerageDefaultFunctions(_rt.Functions):
    """Functions of IBrokerageDefault."""

    def contribute(self, assetId: int, units: int) -> _rt.Write[int]:
        """Pays into a fund; institutions alone.

        Returns: `shares` of the fund, rounded down

        Solidity: `contribute(uint8,uint128)`, nonpayable, selector 0x876b8084
        """
        return self._write("contribute(uint8,uint128)", int, assetId, units)

    def contributionOf(
        self, assetId: int, institution: _rt.Address
    ) -> _rt.Read[tuple[_structs.IBrokerageDefault_Contribution, int]]:
        """An institution's contribution to a fund, and what it is worth, rounded down.

        Solidity: `contributionOf(uint8,address)`, view, selector 0xdec58e35
        """
        return self._read(
            "contributionOf(uint8,address)",
            tuple[_structs.IBrokerageDefault_Contribution, int],
            assetId,
            institution,
        )

    def declareDefault(self, account: int, assetId: int) -> _rt.Write[None]:
        """Declares the default of an account that owes and has nothing left. Anyone may.

        Reverts with `DefaultPremature`, `NothingOwed`, and while liquidations are paused.

        Arguments: `assetId` the settlement asset owed

        Solidity: `declareDefault(uint256,uint8)`, nonpayable, selector 0x84a3948b
        """
        return self._write("declareDefault(uint256,uint8)", type(None), account, assetId)

    def defaultFundOf(self, assetId: int) -> _rt.Read[_structs.IBrokerageDefault_DefaultFund]:
        """A fund as it stands.

        Solidity: `defaultFundOf(uint8)`, view, selector 0xef772016
        """
        return self._read("defaultFundOf(uint8)", _structs.IBrokerageDefault_DefaultFund, assetId)

    def fundFirstLoss(self, assetId: int, units: int) -> _rt.Write[None]:
        """Raises the operator's capital by units of the caller's.

        Solidity: `fundFirstLoss(uint8,uint128)`, nonpayable, selector 0x3ceda567
        """
        return self._write("fundFirstLoss(uint8,uint128)", type(None), assetId, units)

    def fundTerms(self) -> _rt.Read[tuple[int, int, int]]:
        """The funds' terms.

        Solidity: `fundTerms()`, view, selector 0x396d53ad
        """
        return self._read("fundTerms()", tuple[int, int, int])

    def giveNotice(self, assetId: int, shares: int) -> _rt.Write[int]:
        """Puts shares of the caller under notice, all of its earlier notice replaced; 0 withdraws
        it.

        Reverts with `FundSharesExceeded`.

        Solidity: `giveNotice(uint8,uint128)`, nonpayable, selector 0xc3fe08db
        """
        return self._write("giveNotice(uint8,uint128)", int, assetId, shares)

    def setFundFloor(self, assetId: int, institution: _rt.Address, units: int) -> _rt.Write[None]:
        """Sets what an institution must leave in a fund.

        Restricted: CREDIT_ADMIN.

        Solidity: `setFundFloor(uint8,address,uint128)`, nonpayable, selector 0x687738cb
        """
        return self._write(
            "setFundFloor(uint8,address,uint128)", type(None), assetId, institution, units
        )

    def setFundTerms(
        self, noticePeriod: int, assessmentPeriod: int, assessmentLimitBps: int
    ) -> _rt.Write[None]:
        """Sets the funds' terms.

        Restricted: CONFIGURATOR. Reverts with `FundTermsInvalid`. Notices that run keep their
        time.

        Arguments: `assessmentLimitBps` share of the contributions that may be used in one for
        others' defaults; `assessmentPeriod` seconds of an assessment period, 1 to 180 days;
        `noticePeriod` seconds of notice, 1 to 180 days

        Solidity: `setFundTerms(uint24,uint24,uint16)`, nonpayable, selector 0x8ba30931
        """
        return self._write(
            "setFundTerms(uint24,uint24,uint16)",
            type(None),
            noticePeriod,
            assessmentPeriod,
            assessmentLimitBps,
        )

    def withdrawContribution(self, assetId: int) -> _rt.Write[int]:
        """Withdraws the caller's shares under notice once that has run out.

        Reverts with `NoticeRunning`, `FundFloorBreached`.

        Returns: `units` paid, rounded down

        Solidity: `withdrawContribution(uint8)`, nonpayable, selector 0xcf72652d
        """
        return self._write("withdrawContribution(uint8)", int, assetId)

    def withdrawFirstLoss(self, assetId: int, units: int, to: _rt.Address) -> _rt.Write[None]:
        """Withdraws of the operator's capital.

        Restricted: TREASURER. Reverts with `FirstLossExceeded`.

        Solidity: `withdrawFirstLoss(uint8,uint128,address)`, nonpayable, selector 0x966a7a41
        """
        return self._write(
            "withdrawFirstLoss(uint8,uint128,address)", type(None), assetId, units, to
        )


class IBrokerageDefault(_rt.Contract):
    """Who bears what an account owes once it has nothing left: its own cash, its institution's
    contribution to the default fund, the operator's first-loss capital, the other
    institutions' contributions pro rata, and at last the lenders of the asset that is owed,
    pro rata through the price of their shares. All of it is kept per settlement asset and
    bears debts in that asset alone; each step has an event, and what it bears with an
    account of its own. Contributions are shares of a fund. They stay at risk until they are
    withdrawn, which takes notice; what an institution must leave in is its floor, for as
    long as it has exposure. In one assessment period others' contributions bear no more
    than the assessment limit of what they were at its beginning; lenders bear the rest.
    """

    NAME = "IBrokerageDefault"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IBrokerageDefaultEvents.CashApplied,
        IBrokerageDefaultEvents.DefaultBorne,
        IBrokerageDefaultEvents.DefaultDeclared,
        IBrokerageDefaultEvents.FirstLossFunded,
        IBrokerageDefaultEvents.FirstLossWithdrawn,
        IBrokerageDefaultEvents.FundContributed,
        IBrokerageDefaultEvents.FundExhausted,
        IBrokerageDefaultEvents.FundFloorSet,
        IBrokerageDefaultEvents.FundNoticeGiven,
        IBrokerageDefaultEvents.FundTermsSet,
        IBrokerageDefaultEvents.FundWithdrawn,
    )
    structs: TypeAlias = IBrokerageDefaultStructs
    errors: TypeAlias = IBrokerageDefaultErrors
    events: TypeAlias = IBrokerageDefaultEvents

    @cached_property
    def functions(self) -> IBrokerageDefaultFunctions:
        """What the contract can be asked and told."""
        return IBrokerageDefaultFunctions(self.contract, self.ERRORS)
