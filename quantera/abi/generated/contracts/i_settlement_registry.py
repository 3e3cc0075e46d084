"""ISettlementRegistry and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementRegistryStructs:
    """Structs of ISettlementRegistry."""

    AssetTerms: TypeAlias = _structs.ISettlementRegistry_AssetTerms
    BaselProfile: TypeAlias = _structs.ISettlementRegistry_BaselProfile


class ISettlementRegistryErrors:
    """Errors of ISettlementRegistry."""

    AssetAlreadyListed: TypeAlias = _errors.AssetAlreadyListed
    AssetNotListed: TypeAlias = _errors.AssetNotListed
    CurrencyUnknown: TypeAlias = _errors.CurrencyUnknown
    FeedUnusable: TypeAlias = _errors.FeedUnusable
    Group2LimitExceeded: TypeAlias = _errors.Group2LimitExceeded
    InstitutionNotAttested: TypeAlias = _errors.InstitutionNotAttested
    LegalClaimMissing: TypeAlias = _errors.LegalClaimMissing
    TermsInvalid: TypeAlias = _errors.TermsInvalid_string
    TokenRefused: TypeAlias = _errors.TokenRefused
    TooMany: TypeAlias = _errors.TooMany


class ISettlementRegistryEvents:
    """Events of ISettlementRegistry."""

    @dataclass(frozen=True)
    class AssetListed(_rt.Event):
        """An asset was admitted, or its terms replaced."""

        SIGNATURE: ClassVar[str] = (
            "AssetListed(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32),uint8)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "4cbce497510cb26460e448fd6c1504fd7a4e803e92ab3cb05b7a03782a76783c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        terms: _structs.ISettlementRegistry_AssetTerms
        decimals: int

    @dataclass(frozen=True)
    class AssetSuspended(_rt.Event):
        """An asset or security may no longer settle; `resumed` when it may again."""

        SIGNATURE: ClassVar[str] = "AssetSuspended(address,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "89730ffe19da4852118670a361e7d530ef4d52dcb64ede5c19861d431085af3c"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        token: _rt.Address
        resumed: bool

    @dataclass(frozen=True)
    class BaselProfileSet(_rt.Event):
        """An asset's capital treatment was replaced."""

        SIGNATURE: ClassVar[str] = (
            "BaselProfileSet(address,(uint8,uint32,uint16,uint40,bytes32,string))"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ce1e70d2f34195773989059da94b2be7d1ac7a876451765311a69a81712235ad"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        token: _rt.Address
        profile: _structs.ISettlementRegistry_BaselProfile

    @dataclass(frozen=True)
    class CurrencyRateSet(_rt.Event):
        """A currency was added, or its rate replaced; 8 decimals of the reference currency."""

        SIGNATURE: ClassVar[str] = "CurrencyRateSet(uint8,bytes3,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "5a5a4b2ef3d5f327b5e67a96793d2c162aae7117375eac1387b06c59685f34f0"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False, False)
        currency: int
        code: bytes
        rate: int
        updatedAt: int

    @dataclass(frozen=True)
    class Group2LimitPassed(_rt.Event):
        """An institution's Group 2 exposure is above 1 % of its Tier 1 capital; above 2 % it is
        refused.
        """

        SIGNATURE: ClassVar[str] = "Group2LimitPassed(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "fe1598e78ada29c3ece944e88cd27505aca8aae0634f0f73964b7cdae1f23d90"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        exposureValue: int
        tier1Value: int

    @dataclass(frozen=True)
    class InfrastructureAddOnsSet(_rt.Event):
        """Authorities of these jurisdictions have the infrastructure add-on switched on."""

        SIGNATURE: ClassVar[str] = "InfrastructureAddOnsSet(uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "70e733c976535914c75cc0c519cef83315f93b92efbefd325d16a2bcdbdae961"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (False,)
        jurisdictions: int

    @dataclass(frozen=True)
    class InstitutionAttested(_rt.Event):
        """An institution's Tier 1 capital and the Group 2 exposure it has outside this contract
        were attested.
        """

        SIGNATURE: ClassVar[str] = "InstitutionAttested(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "255f5250e6b16164eb701fbf5781bdbe358835a3fbb91bb106619e5d696e9db4"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        institution: _rt.Address
        tier1Value: int
        exposureValue: int

    @dataclass(frozen=True)
    class ParticipantSet(_rt.Event):
        """A participant was admitted, changed or suspended (`jurisdictions` zero)."""

        SIGNATURE: ClassVar[str] = "ParticipantSet(address,address,uint16)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "cd10b41ab2697960b356f490f3d222d998a591ad62742cee8d14081ee0a8cfbb"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False)
        account: _rt.Address
        institution: _rt.Address
        jurisdictions: int

    @dataclass(frozen=True)
    class PriceRefreshed(_rt.Event):
        """An asset's price was read from its feed."""

        SIGNATURE: ClassVar[str] = "PriceRefreshed(address,uint256,uint256)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "05153c38a2a56c564175438526bd4e0a50c927d95d920fcd9a0c272e3e54c37b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        price: int
        updatedAt: int

    @dataclass(frozen=True)
    class SecurityListed(_rt.Event):
        """A security was admitted to be delivered."""

        SIGNATURE: ClassVar[str] = "SecurityListed(address,uint8,bool)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "005e503a965f2dc8041276eef9d153f0e622e2f1f13983783b008c181254ee4a"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False, False)
        token: _rt.Address
        home: int
        isCompliant: bool


class ISettlementRegistryFunctions(_rt.Functions):
    """Functions of ISettlementRegistry."""

    def addCurrency(self, code: bytes, feed: _rt.Address, maxAge: int) -> _rt.Write[int]:
        """Adds a currency with the Chainlink-compatible rate of its unit in the reference
        currency.

        Restricted: LISTING_ADMIN.

        Solidity: `addCurrency(bytes3,address,uint24)`, nonpayable, selector 0x53de874a
        """
        return self._write("addCurrency(bytes3,address,uint24)", int, code, feed, maxAge)

    def admitParticipant(
        self, account: _rt.Address, institution: _rt.Address, jurisdictions: int
    ) -> _rt.Write[None]:
        """Admits an account to settle, for an institution and in jurisdictions. Restricted:
        COMPLIANCE_ADMIN.

        Solidity: `admitParticipant(address,address,uint16)`, nonpayable, selector 0x3b59aa37
        """
        return self._write(
            "admitParticipant(address,address,uint16)",
            type(None),
            account,
            institution,
            jurisdictions,
        )

    def assetPrice(self, token: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """An asset's stored price in the reference currency and when it was of.

        Solidity: `assetPrice(address)`, view, selector 0xb883b058
        """
        return self._read("assetPrice(address)", tuple[int, int], token)

    def assetTerms(self, token: _rt.Address) -> _rt.Read[_structs.ISettlementRegistry_AssetTerms]:
        """The terms under which an asset is admitted. Reverts with `AssetNotListed`.

        Solidity: `assetTerms(address)`, view, selector 0x7c2eaf78
        """
        return self._read("assetTerms(address)", _structs.ISettlementRegistry_AssetTerms, token)

    def assetsOf(self, currency: int) -> _rt.Read[list[_rt.Address]]:
        """Assets of a currency in the order of their listing.

        Solidity: `assetsOf(uint8)`, view, selector 0x23657038
        """
        return self._read("assetsOf(uint8)", list[_rt.Address], currency)

    def attestInstitution(
        self, institution: _rt.Address, tier1Value: int, exposureValue: int
    ) -> _rt.Write[None]:
        """Attests an institution's figures. Local role PRICER.

        Arguments: `exposureValue` Group 2 exposure; what settles here is added to and taken
        from it afterwards; `tier1Value` Tier 1 capital

        Solidity: `attestInstitution(address,uint96,uint96)`, nonpayable, selector 0xc911b765
        """
        return self._write(
            "attestInstitution(address,uint96,uint96)",
            type(None),
            institution,
            tier1Value,
            exposureValue,
        )

    def baselProfile(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.ISettlementRegistry_BaselProfile]:
        """An asset's capital treatment: the one set, or its kind's cautious default.

        Solidity: `baselProfile(address)`, view, selector 0x7f05912a
        """
        return self._read("baselProfile(address)", _structs.ISettlementRegistry_BaselProfile, token)

    def capitalFigures(self, token: _rt.Address, amount: int) -> _rt.Read[tuple[int, int]]:
        """Capital figures of holding an amount, each rounded up: risk-weighted amount and 8 % of
        it.

        Arguments: `amount` in the token's units; so are the results

        Solidity: `capitalFigures(address,uint256)`, view, selector 0xf37253fc
        """
        return self._read("capitalFigures(address,uint256)", tuple[int, int], token, amount)

    def currencyRate(self, currency: int) -> _rt.Read[tuple[bytes, int, int]]:
        """A currency's code, rate and age.

        Solidity: `currencyRate(uint8)`, view, selector 0x32654190
        """
        return self._read("currencyRate(uint8)", tuple[bytes, int, int], currency)

    def institutionOf(self, institution: _rt.Address) -> _rt.Read[tuple[int, int]]:
        """An institution's attested figures as settlements have changed them.

        Solidity: `institutionOf(address)`, view, selector 0xa3bbd439
        """
        return self._read("institutionOf(address)", tuple[int, int], institution)

    def isEligibleCollateral(self, token: _rt.Address) -> _rt.Read[tuple[bool, int]]:
        """Whether the asset may count as collateral: listed, not suspended, and in none of the
        groups 1b, 2a, 2b.

        Solidity: `isEligibleCollateral(address)`, view, selector 0x341558a5
        """
        return self._read("isEligibleCollateral(address)", tuple[bool, int], token)

    def listAsset(
        self, token: _rt.Address, terms: _structs.ISettlementRegistry_AssetTerms
    ) -> _rt.Write[None]:
        """Admits an asset, or replaces its terms.

        Restricted: LISTING_ADMIN. Reverts with `TermsInvalid`, `LegalClaimMissing`,
        `TokenRefused`, `TooMany`, `AssetAlreadyListed` or `CurrencyUnknown`. A token's fee
        switch, where it has one as USDT does, must be off.

        Solidity:
        `listAsset(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32))`,
        nonpayable, selector 0x546d9dbc
        """
        return self._write(
            "listAsset(address,(uint8,uint8,uint8,uint16,uint8,address,uint24,uint16,uint16,uint96,bool,bool,bool,uint8,bytes32))",
            type(None),
            token,
            terms,
        )

    def listSecurity(self, token: _rt.Address, home: int, isCompliant: bool) -> _rt.Write[None]:
        """Admits a security, which can be delivered but not be chosen as payment.

        Restricted: LISTING_ADMIN.

        Solidity: `listSecurity(address,uint8,bool)`, nonpayable, selector 0x4d7fc70c
        """
        return self._write("listSecurity(address,uint8,bool)", type(None), token, home, isCompliant)

    def participantOf(self, account: _rt.Address) -> _rt.Read[tuple[_rt.Address, int]]:
        """A participant's institution and jurisdictions; zero when it may not settle.

        Solidity: `participantOf(address)`, view, selector 0x998fb585
        """
        return self._read("participantOf(address)", tuple[_rt.Address, int], account)

    def refreshPrice(self, token: _rt.Address) -> _rt.Write[None]:
        """Reads an asset's price from its feed; anyone may. Reverts with `FeedUnusable`.

        Solidity: `refreshPrice(address)`, nonpayable, selector 0x33a67949
        """
        return self._write("refreshPrice(address)", type(None), token)

    def refreshRate(self, currency: int) -> _rt.Write[None]:
        """Reads a currency's rate from its feed; anyone may. Reverts with `FeedUnusable`.

        Solidity: `refreshRate(uint8)`, nonpayable, selector 0xd60867a3
        """
        return self._write("refreshRate(uint8)", type(None), currency)

    def resumeAsset(self, token: _rt.Address) -> _rt.Write[None]:
        """Settles in it again. Restricted: LISTING_ADMIN.

        Solidity: `resumeAsset(address)`, nonpayable, selector 0xa8257491
        """
        return self._write("resumeAsset(address)", type(None), token)

    def setBaselProfile(
        self, token: _rt.Address, profile: _structs.ISettlementRegistry_BaselProfile
    ) -> _rt.Write[None]:
        """Replaces an asset's capital treatment. Restricted: LISTING_ADMIN.

        Reverts with `TermsInvalid` and, where a reserve-backed asset without a claim on a
        central bank is given less than 2,000 basis points or no group, with
        `LegalClaimMissing`.

        Solidity: `setBaselProfile(address,(uint8,uint32,uint16,uint40,bytes32,string))`,
        nonpayable, selector 0xe096f17e
        """
        return self._write(
            "setBaselProfile(address,(uint8,uint32,uint16,uint40,bytes32,string))",
            type(None),
            token,
            profile,
        )

    def suspendAsset(self, token: _rt.Address) -> _rt.Write[None]:
        """Stops settling in an asset or security at once. Restricted: RISK_OFFICER.

        Solidity: `suspendAsset(address)`, nonpayable, selector 0x4c0fe2b3
        """
        return self._write("suspendAsset(address)", type(None), token)

    def suspendParticipant(self, account: _rt.Address) -> _rt.Write[None]:
        """Suspends a participant at once. Restricted: COMPLIANCE_OFFICER.

        Solidity: `suspendParticipant(address)`, nonpayable, selector 0x3ddab058
        """
        return self._write("suspendParticipant(address)", type(None), account)

    def switchInfrastructureAddOnOff(self, jurisdiction: int) -> _rt.Write[None]:
        """An authority switched its infrastructure add-on off. Restricted: CONFIGURATOR.

        Solidity: `switchInfrastructureAddOnOff(uint8)`, nonpayable, selector 0x0b278ae5
        """
        return self._write("switchInfrastructureAddOnOff(uint8)", type(None), jurisdiction)

    def switchInfrastructureAddOnOn(self, jurisdiction: int) -> _rt.Write[None]:
        """An authority switched its infrastructure add-on on. Restricted: RISK_OFFICER.

        Solidity: `switchInfrastructureAddOnOn(uint8)`, nonpayable, selector 0x2445a3f1
        """
        return self._write("switchInfrastructureAddOnOn(uint8)", type(None), jurisdiction)


class ISettlementRegistry(_rt.Contract):
    """Which assets may settle, at what price and under which limits, and who may take part.
    Jurisdictions are bits: 0 US, 1 EU, 2 UK, 3 SG, 4 JP. Scores order preference only.
    Capital figures come from a Basel profile (SCO60 of the Basel Framework) that is stored
    beside the score and never changes the order; they are figures for an institution's own
    reporting and no statement that anything complies with a standard.
    """

    NAME = "ISettlementRegistry"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ISettlementRegistryEvents.AssetListed,
        ISettlementRegistryEvents.AssetSuspended,
        ISettlementRegistryEvents.BaselProfileSet,
        ISettlementRegistryEvents.CurrencyRateSet,
        ISettlementRegistryEvents.Group2LimitPassed,
        ISettlementRegistryEvents.InfrastructureAddOnsSet,
        ISettlementRegistryEvents.InstitutionAttested,
        ISettlementRegistryEvents.ParticipantSet,
        ISettlementRegistryEvents.PriceRefreshed,
        ISettlementRegistryEvents.SecurityListed,
    )
    structs: TypeAlias = ISettlementRegistryStructs
    errors: TypeAlias = ISettlementRegistryErrors
    events: TypeAlias = ISettlementRegistryEvents

    @cached_property
    def functions(self) -> ISettlementRegistryFunctions:
        """What the contract can be asked and told."""
        return ISettlementRegistryFunctions(self.contract, self.ERRORS)
