"""ISettlementAssetManager and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ISettlementAssetManagerStructs:
    """Structs of ISettlementAssetManager."""

    SettlementAsset: TypeAlias = _structs.ISettlementAssetManager_SettlementAsset


class ISettlementAssetManagerErrors:
    """Errors of ISettlementAssetManager."""

    AddressWithoutCode: TypeAlias = _errors.AddressWithoutCode


class ISettlementAssetManagerEvents:
    """Events of ISettlementAssetManager."""


class ISettlementAssetManagerFunctions(_rt.Functions):
    """Functions of ISettlementAssetManager."""

    def initialize(self, authority: _rt.Address, referenceCurrency: bytes) -> _rt.Write[None]:
        """Sets the manager up, with the order of preference and the reference currency.

        Arguments: `authority` the chain's access manager; `referenceCurrency` ISO 4217 code of
        the currency that values are told in, such as `USD`

        Solidity: `initialize(address,bytes3)`, nonpayable, selector 0x63753ab7
        """
        return self._write("initialize(address,bytes3)", type(None), authority, referenceCurrency)

    def leastRiskWeight(self, assetType: int) -> _rt.Read[int]:
        """The least preference score that an asset of a kind may have: 0, 5, 20, 50, 100 in the
        order of preference.

        Solidity: `leastRiskWeight(uint8)`, pure, selector 0x10e77c95
        """
        return self._read("leastRiskWeight(uint8)", int, assetType)

    def preferenceOrder(self, position: int) -> _rt.Read[int]:
        """The kinds of assets from the most to the least preferred.

        Solidity: `preferenceOrder(uint256)`, view, selector 0x2f861394
        """
        return self._read("preferenceOrder(uint256)", int, position)

    def settlementAsset(
        self, token: _rt.Address
    ) -> _rt.Read[_structs.ISettlementAssetManager_SettlementAsset]:
        """An admitted asset. Reverts with `AssetNotListed`.

        Solidity: `settlementAsset(address)`, view, selector 0xb2d80085
        """
        return self._read(
            "settlementAsset(address)", _structs.ISettlementAssetManager_SettlementAsset, token
        )


class ISettlementAssetManager(_rt.Contract):
    """What settles in which asset: types of settlement assets, their order of preference, and
    the assets admitted. The other subjects at the same address are `ISettlementRegistry`
    (who and what is admitted), `ISettlementSelection` (which asset a payment is made in),
    `ISettlementInstructions` (delivery and payment against payment), `ISettlementHolds`,
    `ISettlementQueue`, `ISettlementNetting`, `ISettlementCrossChain` and
    `ISettlementStatistics`. Amounts are in a token's own units unless a name ends in
    `Value`: 8 decimals of the reference currency (the currency with index 0) or of the
    currency that is named. Times are Unix seconds. Rounding is against the payer where the
    chain computes an amount that is paid, and towards more capital in capital figures.
    """

    NAME = "ISettlementAssetManager"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = ISettlementAssetManagerStructs
    errors: TypeAlias = ISettlementAssetManagerErrors
    events: TypeAlias = ISettlementAssetManagerEvents

    @cached_property
    def functions(self) -> ISettlementAssetManagerFunctions:
        """What the contract can be asked and told."""
        return ISettlementAssetManagerFunctions(self.contract, self.ERRORS)
