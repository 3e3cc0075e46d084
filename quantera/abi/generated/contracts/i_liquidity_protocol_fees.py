"""ILiquidityProtocolFees and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class ILiquidityProtocolFeesStructs:
    """Structs of ILiquidityProtocolFees."""

    PoolKey: TypeAlias = _structs.PoolKey


class ILiquidityProtocolFeesErrors:
    """Errors of ILiquidityProtocolFees."""

    FeeAboveMaximum: TypeAlias = _errors.FeeAboveMaximum
    FeeStructureMissing: TypeAlias = _errors.FeeStructureMissing


class ILiquidityProtocolFeesEvents:
    """Events of ILiquidityProtocolFees."""

    @dataclass(frozen=True)
    class FeeStructureSet(_rt.Event):
        """The fee structure changed.

        Arguments: `maxFeePips` most that pools made from now on can charge, in millionths; zero
        for no bound of it; `structure` the fee structure, or zero for none
        """

        SIGNATURE: ClassVar[str] = "FeeStructureSet(address,uint24)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "da60ca2f21b0b20aa844cae08053c67c17c18cc6c7f8d37873218d1059aac7ed"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, False)
        structure: _rt.Address
        maxFeePips: int

    @dataclass(frozen=True)
    class ProtocolFeesDistributed(_rt.Event):
        """The protocol's fees of a pool went to the split's recipients in one token."""

        SIGNATURE: ClassVar[str] = (
            "ProtocolFeesDistributed(bytes32,address,address,uint256,address,uint256,address,uint256)"
        )
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "34066116c44f1e2d47e5b8362758eb331fa23c612e8a79c5b2d1cf69d3ddcae6"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True, True, False, False, False, False, False, False)
        id: bytes
        token: _rt.Address
        treasury: _rt.Address
        toTreasury: int
        partner: _rt.Address
        toPartner: int
        insurance: _rt.Address
        toInsurance: int


class ILiquidityProtocolFeesFunctions(_rt.Functions):
    """Functions of ILiquidityProtocolFees."""

    def distributeProtocolFees(self, key: _structs.PoolKey) -> _rt.Write[tuple[int, int]]:
        """Pays the protocol's fees of a pool out as the fee structure splits what the pools
        collect; anybody may. Partner and insurance are rounded down, the treasury receives the
        rest; one unit of each token stays.

        Returns: `amountA` units of A paid; `amountB` units of B paid

        Solidity: `distributeProtocolFees((address,address,uint24,int24,uint16))`, nonpayable,
        selector 0xd75c9169
        """
        return self._write(
            "distributeProtocolFees((address,address,uint24,int24,uint16))", tuple[int, int], key
        )

    def feeStructure(self) -> _rt.Read[tuple[_rt.Address, int]]:
        """The fee structure, or zero, and the most that pools made from now on can charge, in
        millionths.

        Solidity: `feeStructure()`, view, selector 0x528d8711
        """
        return self._read("feeStructure()", tuple[_rt.Address, int])

    def setFeeStructure(self, structure: _rt.Address) -> _rt.Write[None]:
        """Names the fee structure, or none.

        Solidity: `setFeeStructure(address)`, nonpayable, selector 0x95ef6d1c
        """
        return self._write("setFeeStructure(address)", type(None), structure)


class ILiquidityProtocolFees(_rt.Contract):
    """The fee structure bounds what pools made from now on can ever charge, and its split
    shares the protocol's part of their fees out. See
    `IDynamicFeeStructureCollection.Split`.
    """

    NAME = "ILiquidityProtocolFees"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        ILiquidityProtocolFeesEvents.FeeStructureSet,
        ILiquidityProtocolFeesEvents.ProtocolFeesDistributed,
    )
    structs: TypeAlias = ILiquidityProtocolFeesStructs
    errors: TypeAlias = ILiquidityProtocolFeesErrors
    events: TypeAlias = ILiquidityProtocolFeesEvents

    @cached_property
    def functions(self) -> ILiquidityProtocolFeesFunctions:
        """What the contract can be asked and told."""
        return ILiquidityProtocolFeesFunctions(self.contract, self.ERRORS)
