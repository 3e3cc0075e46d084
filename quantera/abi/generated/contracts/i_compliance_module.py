"""IComplianceModule and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IComplianceModuleStructs:
    """Structs of IComplianceModule."""


class IComplianceModuleErrors:
    """Errors of IComplianceModule."""


class IComplianceModuleEvents:
    """Events of IComplianceModule."""


class IComplianceModuleFunctions(_rt.Functions):
    """Functions of IComplianceModule."""

    def bindCompliance(self, compliance: _rt.Address) -> _rt.Write[None]:
        """The calling compliance contract starts to use the module.

        Solidity: `bindCompliance(address)`, nonpayable, selector 0x4a932544
        """
        return self._write("bindCompliance(address)", type(None), compliance)

    def canComplianceBind(self, compliance: _rt.Address) -> _rt.Read[bool]:
        """Whether the compliance contract meets the module's preconditions.

        Solidity: `canComplianceBind(address)`, view, selector 0xbcc21053
        """
        return self._read("canComplianceBind(address)", bool, compliance)

    def isComplianceBound(self, compliance: _rt.Address) -> _rt.Read[bool]:
        """Whether the compliance contract uses the module.

        Solidity: `isComplianceBound(address)`, view, selector 0x4cf4d295
        """
        return self._read("isComplianceBound(address)", bool, compliance)

    def isPlugAndPlay(self) -> _rt.Read[bool]:
        """Whether the module has no preconditions.

        Solidity: `isPlugAndPlay()`, pure, selector 0xe6f5e807
        """
        return self._read("isPlugAndPlay()", bool)

    def moduleBurnAction(self, from_: _rt.Address, value: int) -> _rt.Write[None]:
        """A redemption has happened.

        Solidity: `moduleBurnAction(address,uint256)`, nonpayable, selector 0x372491a2
        """
        return self._write("moduleBurnAction(address,uint256)", type(None), from_, value)

    def moduleCheck(
        self, from_: _rt.Address, to: _rt.Address, value: int, compliance: _rt.Address
    ) -> _rt.Read[bool]:
        """Whether the module allows the movement.

        Solidity: `moduleCheck(address,address,uint256,address)`, view, selector 0x013b7ce4
        """
        return self._read(
            "moduleCheck(address,address,uint256,address)", bool, from_, to, value, compliance
        )

    def moduleMintAction(self, to: _rt.Address, value: int) -> _rt.Write[None]:
        """An issuance has happened.

        Solidity: `moduleMintAction(address,uint256)`, nonpayable, selector 0xf104a8c9
        """
        return self._write("moduleMintAction(address,uint256)", type(None), to, value)

    def moduleTransferAction(
        self, from_: _rt.Address, to: _rt.Address, value: int
    ) -> _rt.Write[None]:
        """A transfer has happened.

        Solidity: `moduleTransferAction(address,address,uint256)`, nonpayable, selector
        0x2cb7e1ec
        """
        return self._write(
            "moduleTransferAction(address,address,uint256)", type(None), from_, to, value
        )

    def name(self) -> _rt.Read[str]:
        """The module's name.

        Solidity: `name()`, pure, selector 0x06fdde03
        """
        return self._read("name()", str)

    def unbindCompliance(self, compliance: _rt.Address) -> _rt.Write[None]:
        """The calling compliance contract stops using the module.

        Solidity: `unbindCompliance(address)`, nonpayable, selector 0x0694a5fb
        """
        return self._write("unbindCompliance(address)", type(None), compliance)


class IComplianceModule(_rt.Contract):
    """What a modular compliance contract calls on its modules. Amounts are token units."""

    NAME = "IComplianceModule"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IComplianceModuleStructs
    errors: TypeAlias = IComplianceModuleErrors
    events: TypeAlias = IComplianceModuleEvents

    @cached_property
    def functions(self) -> IComplianceModuleFunctions:
        """What the contract can be asked and told."""
        return IComplianceModuleFunctions(self.contract, self.ERRORS)
