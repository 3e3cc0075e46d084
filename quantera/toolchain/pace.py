"""How fast this machine is now, beside one that is taken for the reference of time limits.

Seconds without a machine limit nothing: the same tree takes twice as long on one pair of cores as
on another, and shared ones change their speed within minutes. The reference is a core that answers
190,000 plain calls a second in the in-process EVM, in the middle of 170,000 to 210,000 that were
noted of an idle one. `measure` asks for that rate; seconds times the pace are what the limits are
held against, and the seconds of the clock are told beside them.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import mean, median

from pyrevm import EVM, AccountInfo

REFERENCE_CALLS = 190_000
"""Plain calls a second of the core that is taken for the reference."""
ROUNDS = 5
CALLS = 12_000
GLIMPSE_CALLS = 1_000
GLIMPSE_SECONDS = 3.0
CALLER = "0x" + "11" * 20
CALLEE = "0x" + "22" * 20
ANSWERS_ONE = bytes.fromhex("60015f5260205ff3")


def _calls_per_second(machine: EVM) -> float:
    started = time.perf_counter()
    for _ in range(CALLS):
        machine.message_call(CALLER, CALLEE, b"", is_static=True)
    return CALLS / (time.perf_counter() - started)


def _machine() -> EVM:
    machine = EVM()
    machine.insert_account_info(CALLEE, AccountInfo(code=ANSWERS_ONE))
    return machine


@contextmanager
def watched() -> Iterator[list[float]]:
    """Look at the pace every few seconds meanwhile; the one number comes at the end.

    By the processor time of a thread of this process: waiting for a core that others use does not
    count, but that a busy core is slower than an idle one does.
    """
    seen: list[float] = []
    found: list[float] = []
    ended = threading.Event()
    machine = _machine()

    def look() -> None:
        while not ended.wait(GLIMPSE_SECONDS):
            started = time.thread_time()
            for _ in range(GLIMPSE_CALLS):
                machine.message_call(CALLER, CALLEE, b"", is_static=True)
            seen.append(GLIMPSE_CALLS / (time.thread_time() - started))

    watch = threading.Thread(target=look, daemon=True)
    watch.start()
    try:
        yield found
    finally:
        ended.set()
        watch.join()
        if seen:
            found.append(min(1.0, mean(seen) / REFERENCE_CALLS))


def measure() -> float:
    """This machine's part of the reference speed, at most 1; takes about half a second.

    On a faster machine the limits stay what they are.
    """
    machine = _machine()
    seen = median(_calls_per_second(machine) for _ in range(ROUNDS))
    return min(1.0, seen / REFERENCE_CALLS)
