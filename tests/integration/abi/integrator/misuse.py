"""Every statement here is wrong, and the type checker must say so at each of them.

A `type: ignore` that nothing needs is an error in strict mode.
"""

from web3 import Web3

from quantera.abi import NoSuchContract  # type: ignore[attr-defined]
from quantera.abi import QuanteraAccessManager as Manager


def misuse(manager: Manager, w3: Web3) -> None:
    NoSuchContract.at(w3)
    manager.functions.hasRol(0, manager.address)  # type: ignore[attr-defined]
    manager.functions.hasRole("0", manager.address)  # type: ignore[arg-type]
    manager.functions.hasRole(0)  # type: ignore[call-arg]
    manager.functions.hasRole(0, "0x00")  # type: ignore[arg-type]
    manager.functions.hasRole(0, manager.address).transact()  # type: ignore[attr-defined]
    manager.functions.isTargetClosed(manager.address).call().upper()  # type: ignore[attr-defined]
    manager.logs(Manager.errors.AccessManagerLockedRole)  # type: ignore[type-var]
    manager.logs(Manager.events.RoleLabel)[0].event.nothing()  # type: ignore[attr-defined]
    Manager.address("ethereum")  # type: ignore[arg-type]
    Manager.at(w3, "0x00")  # type: ignore[arg-type]
