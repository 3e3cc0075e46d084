"""An upgrade through the delay: proposed on all chains, refused before its time, carried out after.

Whoever held upgrades without a delay gives them up first. A second proposal is cancelled by a
guardian while its delay runs. The new version is the same but for an extension that tells which
one it is: what the contract knows must be there afterwards, and the new function beside it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from quantera.access import Role
from quantera.demo.errors import DemoError
from quantera.demo.released import COMMITTEE, COMMITTEE_DELAY, Released
from quantera.demo.stage import Stage
from quantera.devnet.attached import AttachedChain
from quantera.evm import Contract, Reverted, to_address
from quantera.release.blueprint import MANAGER
from quantera.release.conditions import IMPLEMENTATION_SLOT

CONTRACT, EXTENSION = "DynamicFeeStructure", "FeeExtensionNext"
CANCELLED_ON = "polygon"
REVISION = 2
"""What the new version says."""
NOW = 0
"""As soon as the delay allows."""
ROOM = 60
"""Seconds."""


def tell(stage: Stage) -> None:
    """Upgrade the fee structure on all chains.

    Raises:
        DemoError: it went ahead before its time, or changed more than the implementation.
    """
    released = stage.take(Released)
    committee = stage.funded(COMMITTEE)
    calls = {}
    for name, chain in stage.chains.items():
        manager = released.at(name, MANAGER)
        manager.renounceRole(Role.UPGRADER, released.governor, sender=released.governor)
        new = chain.deploy(CONTRACT, chain.deploy(EXTENSION, sender=committee), sender=committee)
        calls[name] = new, _upgrade(released, name, new)
        target, data = released.at(name, CONTRACT), calls[name][1]
        if (told := _revision(chain, target)) is not None:
            raise DemoError(f"{name}: {CONTRACT} says already that it is version {told}")
        proposed = manager.schedule(target, data, NOW, sender=committee)
        stage.page.sent("propose the upgrade", name, proposed)
        _refused(
            stage,
            name,
            "carry the upgrade out at once",
            ("UPGRADER", "the delay of two days runs"),
            partial(manager.execute, target, data, sender=committee),
        )
    _cancelled(stage, released)
    before = {name: _state(released, name) for name in stage.chains}
    for name, chain in stage.chains.items():
        chain.set_timestamp(chain.timestamp + COMMITTEE_DELAY + ROOM)
        new, data = calls[name]
        target = released.at(name, CONTRACT)
        done = released.at(name, MANAGER).execute(target, data, sender=committee)
        stage.page.sent("carry the upgrade out", name, done)
        runs = implementation_of(stage, name, target)
        if runs != new.address:
            raise DemoError(f"{name}: {CONTRACT} runs {runs} instead of {new.address}")
        if (told := _revision(chain, target)) != REVISION:
            raise DemoError(f"{name}: {CONTRACT} says that it is version {told}")
        if _state(released, name) != before[name]:
            raise DemoError(f"{name}: the upgrade changed what {CONTRACT} knows")
    first = next(iter(calls))
    stage.page.fact("delay", f"{COMMITTEE_DELAY // 3_600} hours")
    stage.page.fact(f"{CONTRACT} runs", calls[first][0].address)
    stage.page.fact("version that answers", f"{REVISION}, which none did before")
    stage.page.fact("state before and after", "the same on all chains")
    stage.hand_on(Upgraded({name: new.address for name, (new, _) in calls.items()}))


class Upgraded(dict[str, str]):
    """What the upgraded contract runs, by chain."""


def implementation_of(stage: Stage, chain: str, proxy: Contract) -> str:
    """What stands behind a proxy."""
    word = stage.chains[chain].storage(proxy, IMPLEMENTATION_SLOT)
    return to_address(word.to_bytes(32)[12:])


def _upgrade(released: Released, chain: str, implementation: Contract) -> bytes:
    data: bytes = released.at(chain, CONTRACT).upgradeToAndCall.encode(implementation, b"")
    return data


def _revision(chain: AttachedChain, proxy: Contract) -> int | None:
    """Which version answers; nothing where none does, as in the first."""
    try:
        found: int = chain.at(proxy, EXTENSION).revision()
    except Reverted:
        return None
    return found


def _state(released: Released, chain: str) -> tuple[Any, ...]:
    """What the fee structure has been told: it must survive."""
    fees = released.at(chain, CONTRACT)
    return (
        fees.treasury(),
        fees.insurance(),
        fees.identityRegistry(),
        fees.authority(),
        *fees.versions(),
    )


def _refused(
    stage: Stage, chain: str, wanted: str, why: tuple[str, str], tried: Callable[[], object]
) -> None:
    """That something is refused; `why` is the invariant behind it, and the reason in words."""
    try:
        tried()
    except Reverted as error:
        stage.page.decision(wanted, chain, False, f"{why[1]} ({error.name})", why[0])
    else:
        raise DemoError(f"{chain}: it was possible to {wanted}")


def _cancelled(stage: Stage, released: Released) -> None:
    """Another proposal, cancelled by a guardian."""
    committee, guardian = stage.funded(COMMITTEE), released.governor
    chain, manager = stage.chains[CANCELLED_ON], released.at(CANCELLED_ON, MANAGER)
    target = released.at(CANCELLED_ON, CONTRACT)
    other = chain.deploy(CONTRACT, chain.deploy(EXTENSION, sender=committee), sender=committee)
    data = _upgrade(released, CANCELLED_ON, other)
    manager.schedule(target, data, NOW, sender=committee)
    cancelled = manager.cancel(committee, target, data, sender=guardian)
    stage.page.sent("a guardian cancels another proposal", CANCELLED_ON, cancelled)
    _refused(
        stage,
        CANCELLED_ON,
        "carry out what a guardian cancelled",
        ("ACC-06", "nothing is scheduled"),
        partial(manager.execute, target, data, sender=committee),
    )
