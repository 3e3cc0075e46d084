"""The manager's roles, their classes and the local roles, as `contracts/access` defines them."""

from enum import IntEnum

HOUR = 3600


class ActionClass(IntEnum):
    """What a call does to the safety of the system; the class of its role fixes the least delay."""

    UPGRADE = 0
    LOOSENING = 1
    TIGHTENING = 2
    OPERATIONAL = 3

    @property
    def minimum_delay(self) -> int:
        """Seconds between scheduling and execution in the production profile."""
        return {ActionClass.UPGRADE: 48 * HOUR, ActionClass.LOOSENING: 24 * HOUR}.get(self, 0)


class Profile(IntEnum):
    """How strict a manager is; `LOCAL` has no minimum delays."""

    PRODUCTION = 0
    LOCAL = 1


_LOOSENING = ActionClass.LOOSENING << 56
_TIGHTENING = ActionClass.TIGHTENING << 56
_OPERATIONAL = ActionClass.OPERATIONAL << 56

PUBLIC_ROLE = 2**64 - 1


class Role(IntEnum):
    """Role ids of the access manager; `Roles.sol` says what each is for."""

    ADMIN = 0
    UPGRADER = 1
    CONFIGURATOR = _LOOSENING | 1
    UNPAUSER = _LOOSENING | 2
    AGENT_ADMIN = _LOOSENING | 3
    COMPLIANCE_ADMIN = _LOOSENING | 4
    FEE_ADMIN = _LOOSENING | 5
    BRIDGE_ADMIN = _LOOSENING | 6
    CREDIT_ADMIN = _LOOSENING | 7
    TREASURER = _LOOSENING | 8
    LISTING_ADMIN = _LOOSENING | 9
    GUARDIAN = _TIGHTENING | 1
    PAUSER = _TIGHTENING | 2
    RISK_OFFICER = _TIGHTENING | 3
    COMPLIANCE_OFFICER = _TIGHTENING | 4
    OPERATOR = _OPERATIONAL | 1


class LocalRole(IntEnum):
    """Bit numbers of the roles kept in the contracts themselves; see `LocalRole.sol`."""

    AGENT = 0
    BRIDGE = 1
    KEEPER = 2
    PRICER = 3
    PRODUCT = 4
    SETTLEMENT = 5


def class_of(role_id: int) -> ActionClass:
    """The class that a role's id fixes: its top byte, upgrade for anything unknown."""
    top = role_id >> 56
    return ActionClass(top) if top <= max(ActionClass) else ActionClass.UPGRADE
