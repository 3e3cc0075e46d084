"""No sequence of calls by administrators and role members gets below a minimum delay.

A state machine lets every member schedule, execute, cancel and call directly whatever could
shorten a delay, in any order and at any time. The oracle is the log: what happened must have been
scheduled, by the same caller and word for word, long enough before.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from rich.console import Console
from rich.table import Table

from quantera.access import ActionClass, Role
from quantera.access.roles import PUBLIC_ROLE
from quantera.evm import Actor, Contract, MemoryChain, Receipt, Reverted
from tests.unit.access.system import (
    HOUR,
    LOOSENING_DELAY,
    PROBE_LIMIT,
    UPGRADE_DELAY,
    System,
    add_probe,
    close_setup,
    open_system,
)

STEPS = 40
WAITS = (0, 1, HOUR, LOOSENING_DELAY - 1, LOOSENING_DELAY, UPGRADE_DELAY - 1, UPGRADE_DELAY)
ROLES = (Role.UPGRADER, Role.CONFIGURATOR, Role.RISK_OFFICER, Role.OPERATOR, Role.ADMIN)
CALLERS = ("admin", "upgrader", "configurator", "guardian", "operator", "attacker")
# Kinds of operations by the first words of their names; the last two can never succeed.
KINDS = (
    *("upgrade", "raise", "map", "grant", "revoke", "let", "set the grant delay"),
    *("close", "open", "shorten", "hand over", "end the set-up again"),
)
NEVER = {"hand over", "end the set-up again"}
ENVELOPES = {
    **{f"grant {role.name} in a multicall": f"grant {role.name}" for role in ROLES},
    "upgrade within an execution": "upgrade",
}


def kind_of(name: str) -> str:
    return next((kind for kind in KINDS if name.startswith(kind)), name)


class Shortcuts(RuleBasedStateMachine):
    """Looks for an effect that nobody scheduled in time."""

    system: ClassVar[System]
    probe: ClassVar[Contract]
    operations: ClassVar[dict[str, tuple[Contract, bytes]]]
    seen: ClassVar[Counter[tuple[str, bool]]]

    def __init__(self) -> None:
        super().__init__()
        self.chain = self.system.chain
        self.snapshot = self.chain.snapshot()
        self.scheduled: dict[tuple[bytes, int], tuple[int, Actor, str]] = {}
        self.limit = PROBE_LIMIT

    def teardown(self) -> None:
        self.chain.revert(self.snapshot)

    def attempt(self, what: str, call: Any) -> Receipt | None:
        kind = kind_of(what)
        try:
            receipt: Receipt = call()
        except Reverted:
            self.seen[kind, False] += 1
            return None
        self.seen[kind, True] += 1
        return receipt

    def schedule(self, caller: Actor, name: str) -> None:
        target, data = self.operations[name]
        receipt = self.attempt("schedule", lambda: self.system.schedule(target, data, caller))
        if receipt is not None:
            said = receipt.events.one("OperationScheduled").args
            self.scheduled[said.operationId, said.nonce] = (self.chain.timestamp, caller, name)

    def carry_out(self, caller: Actor, name: str, directly: bool) -> None:
        target, data = self.operations[name]
        if directly:
            receipt = self.attempt(name, lambda: self.chain.transact(target, data, caller))
        else:
            receipt = self.attempt(name, lambda: self.system.execute(target, data, caller))
        if receipt is not None:
            self.check(receipt, name, self.waited(receipt, caller, name))

    def waited(self, receipt: Receipt, caller: Actor, name: str) -> int:
        """Seconds since the caller scheduled exactly this; -1 when it never did."""
        executed = [event.args for event in receipt.events if event.name == "OperationExecuted"]
        for said in executed:
            since, scheduler, scheduled = self.scheduled.pop((said.operationId, said.nonce))
            # Called directly, a multicall or `execute` is only an envelope of the call within.
            if scheduler == caller and scheduled in {name, ENVELOPES.get(name)}:
                return self.chain.timestamp - since
        return -1

    def check(self, receipt: Receipt, name: str, waited: int) -> None:
        """What happened against how long it was known."""
        happened = {event.name for event in receipt.events}
        if "Upgraded" in happened:
            assert waited >= UPGRADE_DELAY, f"{name} upgraded after {waited} s"
        if happened & {
            *("TargetFunctionRoleUpdated", "RoleAdminChanged", "RoleGuardianChanged"),
            *("RoleGrantDelayChanged", "TargetAdminDelayUpdated", "TargetClosed"),
        }:
            assert waited >= UPGRADE_DELAY, f"{name} reconfigured after {waited} s"
        if "RoleGranted" in happened:
            (granted,) = (event.args for event in receipt.events if event.name == "RoleGranted")
            if granted.roleId in (Role.ADMIN, Role.UPGRADER, Role.GUARDIAN):
                assert waited >= UPGRADE_DELAY, f"{name} granted after {waited} s"
            if granted.roleId == Role.CONFIGURATOR:
                assert waited >= LOOSENING_DELAY, f"{name} granted after {waited} s"
        now = self.probe.limit()
        if now > self.limit:
            assert waited >= LOOSENING_DELAY, f"{name} loosened after {waited} s"
        self.limit = now

    def drawn(self, data: st.DataObject, kinds: Sequence[str] = KINDS) -> str:
        """An operation; kinds of which there are many do not crowd out the others."""
        kind = data.draw(st.sampled_from(kinds))
        return data.draw(st.sampled_from([n for n in self.operations if kind_of(n) == kind]))

    @rule(caller=st.sampled_from(CALLERS), data=st.data())
    def schedules(self, caller: str, data: st.DataObject) -> None:
        self.schedule(self.chain.actor(caller), self.drawn(data))

    @rule(caller=st.sampled_from(CALLERS), directly=st.booleans(), data=st.data())
    def executes(self, caller: str, directly: bool, data: st.DataObject) -> None:
        name = self.drawn(data)
        self.carry_out(self.chain.actor(caller), name, directly)

    @rule(
        caller=st.sampled_from(CALLERS),
        wait=st.sampled_from(WAITS),
        directly=st.booleans(),
        data=st.data(),
    )
    def schedules_waits_and_executes(
        self, caller: str, wait: int, directly: bool, data: st.DataObject
    ) -> None:
        name = self.drawn(data)
        actor = self.chain.actor(caller)
        self.schedule(actor, name)
        self.chain.advance(wait)
        self.carry_out(actor, name, directly)

    @rule(caller=st.sampled_from(("upgrader", "configurator")), data=st.data())
    def does_its_own_work(self, caller: str, data: st.DataObject) -> None:
        """What a member may do, in time: without it most sequences get nowhere."""
        name = self.drawn(data, ("upgrade",) if caller == "upgrader" else ("raise",))
        actor = self.chain.actor(caller)
        self.schedule(actor, name)
        self.chain.advance(UPGRADE_DELAY)
        self.carry_out(actor, name, directly=False)

    @rule(count=st.integers(1, 4), data=st.data())
    def administers(self, count: int, data: st.DataObject) -> None:
        """Several changes of the manager, all in time."""
        able = tuple(kind for kind in KINDS if kind not in NEVER)
        names = [self.drawn(data, able) for _ in range(count)]
        for name in names:
            self.schedule(self.system.admin, name)
        self.chain.advance(UPGRADE_DELAY)
        for name in names:
            self.carry_out(self.system.admin, name, directly=False)

    @rule(wait=st.sampled_from(WAITS))
    def waits(self, wait: int) -> None:
        self.chain.advance(wait)

    @rule(canceller=st.sampled_from(CALLERS), data=st.data())
    def cancels(self, canceller: str, data: st.DataObject) -> None:
        known = sorted({(caller.name, name) for _, caller, name in self.scheduled.values()})
        proposer, name = data.draw(st.sampled_from(known or [("admin", "upgrade")]))
        target, calldata = self.operations[name]
        caller, sender = self.chain.actor(proposer), self.chain.actor(canceller)
        self.attempt(
            "cancel", lambda: self.system.manager.cancel(caller, target, calldata, sender=sender)
        )

    @rule(
        caller=st.sampled_from(CALLERS),
        role=st.sampled_from(ROLES),
        member=st.sampled_from(CALLERS),
    )
    def expels(self, caller: str, role: Role, member: str) -> None:
        sender, account = self.chain.actor(caller), self.chain.actor(member)
        self.attempt("expel", lambda: self.system.manager.expel(role, account, sender=sender))

    @invariant()
    def nothing_is_looser_than_it_was(self) -> None:
        manager, probe = self.system.manager, self.probe
        assert manager.isSetupComplete()
        assert probe.authority() == manager.address
        assert manager.memberCount(Role.ADMIN) >= 1
        upgrade = manager.classOfFunction(probe, probe.upgradeToAndCall.selector)
        assert upgrade == ActionClass.UPGRADE
        assert manager.classOfFunction(probe, probe.raiseLimit.selector) <= ActionClass.LOOSENING


def shortcuts(system: System, probe: Contract) -> Iterator[tuple[str, Contract, bytes]]:
    """Every operation that might shorten a delay, and what one would shorten it for."""
    manager, attacker = system.manager, system.chain.actor("attacker")
    lenient = system.chain.deploy("LenientManagerProbe")
    first, second = (system.chain.deploy(f"UpgradeableProbe{v}") for v in ("", "V2"))
    upgrade = probe.upgradeToAndCall.encode(second, b"")
    yield "upgrade", probe, upgrade
    yield "upgrade back", probe, probe.upgradeToAndCall.encode(first, b"")
    yield "raise the limit", probe, probe.raiseLimit.encode(PROBE_LIMIT + 1)
    yield "hand over", manager, manager.updateAuthority.encode(probe, lenient)
    yield "hand over directly", probe, probe.setAuthority.encode(lenient)
    yield "close", manager, manager.setTargetClosed.encode(probe, True)
    yield "open", manager, manager.setTargetClosed.encode(probe, False)
    yield "shorten the target's delay", manager, manager.setTargetAdminDelay.encode(probe, 0)
    yield "end the set-up again", manager, manager.completeSetup.encode()
    for role in (*ROLES, PUBLIC_ROLE):
        for function in (probe.upgradeToAndCall, probe.raiseLimit):
            data = manager.setTargetFunctionRole.encode(probe, [function.selector], role)
            yield f"map {function.abi.name} to {role:#x}", manager, data
    for role in ROLES:
        grant = manager.grantRole.encode(role, attacker, 0)
        yield f"grant {role.name}", manager, grant
        yield f"revoke {role.name}", manager, manager.revokeRole.encode(role, attacker)
        yield f"grant {role.name} in a multicall", manager, manager.multicall.encode([grant])
        yield f"set the grant delay of {role.name}", manager, manager.setGrantDelay.encode(role, 0)
        for admin in (Role.ADMIN, Role.OPERATOR):
            data = manager.setRoleAdmin.encode(role, admin)
            yield f"let {admin.name} grant {role.name}", manager, data
    yield "upgrade within an execution", manager, manager.execute.encode(probe, upgrade)


def test_no_sequence_of_calls_gets_below_a_minimum(capsys: pytest.CaptureFixture[str]) -> None:
    system = open_system(MemoryChain())
    probe = add_probe(system)
    close_setup(system)
    Shortcuts.system, Shortcuts.probe, Shortcuts.seen = system, probe, Counter()
    Shortcuts.operations = {name: (target, data) for name, target, data in shortcuts(system, probe)}
    examples = 2 * settings().max_examples
    run_state_machine_as_test(
        Shortcuts, settings=settings(max_examples=examples, stateful_step_count=STEPS)
    )
    seen = Shortcuts.seen
    kinds = sorted({kind for kind, _ in seen})
    table = Table(title=f"access: {examples} sequences of {STEPS} steps")
    for heading in ("operation", "succeeded", "refused"):
        table.add_column(heading)
    for kind in kinds:
        table.add_row(kind, str(seen[kind, True]), str(seen[kind, False]))
    with capsys.disabled():
        Console().print("", table)
    least = 50 if examples >= 200 else 1
    able = [kind for kind in kinds if kind not in NEVER]
    assert set(KINDS) <= set(kinds)
    assert [kind for kind in able if seen[kind, True] < least] == []
    assert [kind for kind in kinds if seen[kind, False] < least] == []
    assert [kind for kind in NEVER if seen[kind, True]] == []
