"""IERC3643AgentRole and its functions, events, errors and structs.

Written by quantera.abi.generate from the compiled contracts; never edited by hand.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, TypeAlias
from quantera.abi import runtime as _rt
from .. import errors as _errors, structs as _structs


class IERC3643AgentRoleStructs:
    """Structs of IERC3643AgentRole."""


class IERC3643AgentRoleErrors:
    """Errors of IERC3643AgentRole."""

    AlreadyAgent: TypeAlias = _errors.AlreadyAgent
    NotAgent: TypeAlias = _errors.NotAgent


class IERC3643AgentRoleEvents:
    """Events of IERC3643AgentRole."""

    @dataclass(frozen=True)
    class AgentAdded(_rt.Event):
        """`agent` may act from now on."""

        SIGNATURE: ClassVar[str] = "AgentAdded(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "f68e73cec97f2d70aa641fb26e87a4383686e2efacb648f2165aeb02ac562ec5"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address

    @dataclass(frozen=True)
    class AgentRemoved(_rt.Event):
        """`agent` may no longer act."""

        SIGNATURE: ClassVar[str] = "AgentRemoved(address)"
        TOPIC: ClassVar[bytes] = bytes.fromhex(
            "ed9c8ad8d5a0a66898ea49d2956929c93ae2e8bd50281b2ed897c5d1a6737e0b"
        )
        INDEXED: ClassVar[tuple[bool, ...]] = (True,)
        agent: _rt.Address


class IERC3643AgentRoleFunctions(_rt.Functions):
    """Functions of IERC3643AgentRole."""

    def addAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Makes an account an agent; owner only. Reverts with `AlreadyAgent` or
        `LocalRoleForNobody`.

        Solidity: `addAgent(address)`, nonpayable, selector 0x84e79842
        """
        return self._write("addAgent(address)", type(None), agent)

    def isAgent(self, agent: _rt.Address) -> _rt.Read[bool]:
        """Whether an account is an agent.

        Solidity: `isAgent(address)`, view, selector 0x1ffbb064
        """
        return self._read("isAgent(address)", bool, agent)

    def removeAgent(self, agent: _rt.Address) -> _rt.Write[None]:
        """Takes the role away; owner only. Reverts with `NotAgent`.

        Solidity: `removeAgent(address)`, nonpayable, selector 0x97a6278e
        """
        return self._write("removeAgent(address)", type(None), agent)


class IERC3643AgentRole(_rt.Contract):
    """ERC-3643's agents, who issue, redeem, freeze, force and register. The same as the local
    role AGENT.
    """

    NAME = "IERC3643AgentRole"
    PACKAGE = __name__.rpartition(".contracts.")[0]
    ERRORS = _errors.BY_SELECTOR
    EVENTS = (
        IERC3643AgentRoleEvents.AgentAdded,
        IERC3643AgentRoleEvents.AgentRemoved,
    )
    structs: TypeAlias = IERC3643AgentRoleStructs
    errors: TypeAlias = IERC3643AgentRoleErrors
    events: TypeAlias = IERC3643AgentRoleEvents

    @cached_property
    def functions(self) -> IERC3643AgentRoleFunctions:
        """What the contract can be asked and told."""
        return IERC3643AgentRoleFunctions(self.contract, self.ERRORS)
