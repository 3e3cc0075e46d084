"""How fast this machine is now, beside the one that the time limits are meant for.

Seconds without a machine limit nothing: the same tree takes twice as long on one pair of cores as
on another, and shared ones change their speed within minutes. The limits of the suites and of a
cold compile were set where an idle core answers 170,000 to 210,000 plain calls a second in the
in-process EVM. `measure` asks for that rate; seconds times the pace are what the limits are held
against.
"""

import time
from statistics import median

from pyrevm import EVM, AccountInfo

REFERENCE_CALLS = 190_000
"""Plain calls a second of one idle core, the middle of what was seen where the limits were set."""
ROUNDS = 5
CALLS = 12_000
CALLER = "0x" + "11" * 20
CALLEE = "0x" + "22" * 20
ANSWERS_ONE = bytes.fromhex("60015f5260205ff3")


def _calls_per_second(machine: EVM) -> float:
    started = time.perf_counter()
    for _ in range(CALLS):
        machine.message_call(CALLER, CALLEE, b"", is_static=True)
    return CALLS / (time.perf_counter() - started)


def measure() -> float:
    """This machine's part of the reference speed, at most 1; takes about half a second.

    On a faster machine the limits stay what they are.
    """
    machine = EVM()
    machine.insert_account_info(CALLEE, AccountInfo(code=ANSWERS_ONE))
    seen = median(_calls_per_second(machine) for _ in range(ROUNDS))
    return min(1.0, seen / REFERENCE_CALLS)
