"""Chains in one hand at a time, and all of them at once.

Invariant REL-10: two releases never have one chain in hand: not on one machine by a lock, and not
on two by what stands on the chain.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from quantera.release.errors import (
    BusyError,
    RefusedError,
    ReleaseError,
    StoppedError,
    WaitingError,
)
from quantera.release.node import Node
from quantera.release.plan import Place

One = TypeVar("One")


@contextmanager
def in_hand(places: Iterable[Place], folder: Path) -> Iterator[None]:
    """Keep these chains from every other release of the machine.

    Raises:
        BusyError: another release has one of them.
    """
    with ExitStack() as held:
        folder.mkdir(parents=True, exist_ok=True)
        for place in places:
            lock = FileLock(folder / f"{place.chain_id}.lock", blocking=False)
            try:
                held.enter_context(lock)
            except Timeout as error:
                raise BusyError(f"another release has {place.name} in hand") from error
        yield


def require_place(place: Place, node: Node, profile: str) -> None:
    """That a node is the chain's, and a chain without delays one for development.

    Raises:
        RefusedError: it is not.
    """
    if (told := node.chain_id()) != place.chain_id:
        raise RefusedError([f"{place.name}: the node answers for chain {told}"])
    if profile == "local" and not node.is_local():
        raise RefusedError(
            [f"{place.name}: the access profile local is for development nodes alone"]
        )


def together(all_: Sequence[One], act: Callable[[One], None]) -> None:
    """Every chain gets as far as it can; the first failure is told when all have ended.

    Raises:
        ReleaseError: of the one that failed, or `StoppedError` for several.
    """
    with ThreadPoolExecutor(max(len(all_), 1)) as pool:
        running = [pool.submit(act, one) for one in all_]
    failed = [error for one in running if (error := one.exception()) is not None]
    for error in failed:
        if not isinstance(error, ReleaseError):
            raise error
    if len(failed) == 1:
        raise failed[0]
    said = "; ".join(str(error) for error in failed)
    if failed and all(isinstance(error, WaitingError) for error in failed):
        raise WaitingError(said)
    if failed:
        raise StoppedError(said)
