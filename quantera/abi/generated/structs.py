"""Structs of all contracts.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from quantera.abi import runtime as _rt


@dataclass(frozen=True, slots=True)
class IComplianceAwareToken_TokenInfo:
    """Solidity struct `IComplianceAwareToken.TokenInfo`."""

    assetClass: str
    jurisdiction: str
    regulatoryFramework: str
    minimumInvestment: int
    fractionalAllowed: bool


@dataclass(frozen=True, slots=True)
class IComplianceAwareToken_Setup:
    """Solidity struct `IComplianceAwareToken.Setup`."""

    engine: _rt.Address
    compliance: _rt.Address
    onchainID: _rt.Address
    name: str
    symbol: str
    decimals: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_CountScope:
    """Solidity struct `IRuleConfiguration.CountScope`."""

    holders: bool
    countries: bool
    classes: int
    lots: bool


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_Hours:
    """Solidity struct `IRuleConfiguration.Hours`."""

    weekdays: int
    opensAt: int
    closesAt: int
    utcOffset: int
    closedFrom: int
    closedUntil: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_HolderCap:
    """Solidity struct `IRuleConfiguration.HolderCap`."""

    key: int
    limited: bool
    globalCap: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_PackLimit:
    """Solidity struct `IRuleConfiguration.PackLimit`."""

    key: int
    globalValue: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_AllotmentChange:
    """Solidity struct `IRuleConfiguration.AllotmentChange`."""

    limit: int
    key: int
    difference: int


@dataclass(frozen=True, slots=True)
class IRuleConfiguration_RuleSettings:
    """Solidity struct `IRuleConfiguration.RuleSettings`."""

    rules: int
    ownPacks: int
    recipientPacks: int
    live: bool
    supplyCap: int
    maxBalance: int
    minBalance: int
    minimumTicket: int
    windowVolume: int
    windowLength: int
    holderCap: int
    maxSharePips: int
    transferHours: IRuleConfiguration_Hours
    allowedCountries: list[int]
    restrictedCountries: list[int]
    countryCaps: list[IRuleConfiguration_HolderCap]
    classCaps: list[IRuleConfiguration_HolderCap]
    packLimits: list[IRuleConfiguration_PackLimit]
    allotments: list[IRuleConfiguration_AllotmentChange]


@dataclass(frozen=True, slots=True)
class IInvestorAttestations_Attestation:
    """Solidity struct `IInvestorAttestations.Attestation`."""

    wallet: _rt.Address
    record: int


@dataclass(frozen=True, slots=True)
class IInvestorAttestations_InvestorBatch:
    """Solidity struct `IInvestorAttestations.InvestorBatch`."""

    issuer: _rt.Address
    nonce: int
    issuedAt: int
    deadline: int
    attestations: list[IInvestorAttestations_Attestation]


@dataclass(frozen=True, slots=True)
class IComplianceEngine_Movement:
    """Solidity struct `IComplianceEngine.Movement`."""

    spender: _rt.Address
    from_: _rt.Address
    to: _rt.Address
    amount: int
    fromBalanceBefore: int
    toBalanceBefore: int
    totalSupplyBefore: int
