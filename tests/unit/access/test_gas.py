"""Why hot paths use local roles: what each check adds to the same function, on a real node."""

import pytest

from quantera.access import LocalRole, Profile, Role
from quantera.evm import NodeChain
from tests.unit.access.system import PROBE_LIMIT, add_probe, close_setup, open_system

PLAIN_SLOT_COST = 2_100 + 1_000
"""One cold storage read, and a margin for hashing, masking and branching."""


def test_a_local_role_costs_one_storage_read(
    node: NodeChain, capsys: pytest.CaptureFixture[str]
) -> None:
    system = open_system(node, Profile.PRODUCTION)
    probe = add_probe(system)
    close_setup(system)
    callers = {
        "countRestricted": system.members[Role.OPERATOR],
        "countLocally": system.locals[LocalRole.KEEPER],
        "work": system.stranger,
    }
    probe.work(sender=system.stranger)
    used = {name: probe.function(name)(sender=caller).gas_used for name, caller in callers.items()}
    assert probe.limit() == PROBE_LIMIT
    # `work` checks a paused group, which is one cold read as well.
    assert abs(used["countLocally"] - used["work"]) < PLAIN_SLOT_COST - 2_100
    assert used["countRestricted"] - used["countLocally"] > 8_000, used
