"""IExternalModulesHost and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IExternalModulesHostStructs:
    """Structs of IExternalModulesHost."""


class IExternalModulesHostErrors:
    """Errors of IExternalModulesHost."""


class IExternalModulesHostEvents:
    """Events of IExternalModulesHost."""


class IExternalModulesHostFunctions(_rt.Functions):
    """Functions of IExternalModulesHost."""

    def setExternalModules(self, active: bool) -> _rt.Write[None]:
        """Tells the token whether its compliance contract has modules bound.

        Callable by the token's current compliance contract alone; the token reads `hasModules`
        by itself when it is given another one.

        Solidity: `setExternalModules(bool)`, nonpayable, selector 0x6051bbea
        """
        return self._write("setExternalModules(bool)", type(None), active)


class IExternalModulesHost(_rt.Contract):
    """The token's side of `ITokenCompliance`: one switch in the word that each transfer reads
    anyway.
    """

    NAME = "IExternalModulesHost"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = ()
    structs: TypeAlias = IExternalModulesHostStructs
    errors: TypeAlias = IExternalModulesHostErrors
    events: TypeAlias = IExternalModulesHostEvents

    @cached_property
    def functions(self) -> IExternalModulesHostFunctions:
        """What the contract can be asked and told."""
        return IExternalModulesHostFunctions(self.contract, self.ERRORS)
