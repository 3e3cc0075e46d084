"""How each production contract is deployed for the generated access tests.

A builder gets a `System` after set-up whose manager has the local profile: every role has one
member without delay, so that a refusal is never just a matter of time. It deploys its contract and
returns it as a `Built`; the tests map its functions and grant its local roles themselves. Add it to
`BUILDERS` under the contract's name.

`arguments` are needed only where zeros would be refused before the caller is looked at, and for
every `owner` rule: something that exists and is owned by none of the system's accounts. `owners`
are the accounts that such a function must accept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quantera.access import Role
from quantera.evm import Actor, AddressLike
from tests.unit.access.system import System

Arguments = Mapping[str, Sequence[Any]]
Owners = Mapping[str, Sequence[AddressLike]]


@dataclass(frozen=True)
class Built:
    """A deployed contract; see the module's text."""

    address: AddressLike
    arguments: Arguments = field(default_factory=dict)
    owners: Owners = field(default_factory=dict)


def build_manager(system: System) -> Built:
    """The manager itself, with an operation scheduled by somebody who has to wait."""
    manager = system.manager
    proposer: Actor = system.chain.actor("proposer")
    manager.grantRole(Role.ADMIN, proposer, 10, sender=system.admin)
    label = manager.labelRole.encode(Role.UPGRADER, "UPGRADER")
    system.schedule(manager, label, proposer)
    system.chain.advance(10)
    return Built(
        manager,
        arguments={
            "labelRole(uint64,string)": (Role.UPGRADER, "UPGRADER"),
            "setRoleAdmin(uint64,uint64)": (Role.UPGRADER, Role.ADMIN),
            "setRoleGuardian(uint64,uint64)": (Role.UPGRADER, Role.GUARDIAN),
            "expel(uint64,address)": (Role.UPGRADER, system.upgrader),
            "renounceRole(uint64,address)": (Role.UPGRADER, system.upgrader),
            "schedule(address,bytes,uint48)": (
                manager,
                manager.labelRole.encode(Role.UPGRADER, "other"),
                0,
            ),
            "execute(address,bytes)": (manager, label),
            "cancel(address,address,bytes)": (proposer, manager, label),
            "consumeScheduledOp(address,bytes)": (proposer, label),
        },
        owners={
            "renounceRole(uint64,address)": [system.upgrader],
            "schedule(address,bytes,uint48)": [proposer],
            "execute(address,bytes)": [system.admin, proposer],
            "cancel(address,address,bytes)": [system.admin, system.guardian, proposer],
        },
    )


BUILDERS: dict[str, Callable[[System], Built]] = {
    "QuanteraAccessManager": build_manager,
}
