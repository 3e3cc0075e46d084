"""Allocating much at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keeps the cycle collector off while a register is judged.

    Hundreds of thousands of objects are made there that live to the end and hold no cycles;
    walking all of them again and again doubles the time. Reference counts free what is dropped.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
