"""What `MemoryChain` remembers at a checkpoint of pyrevm's journal, to go back to it exactly."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quantera.evm.world import World


@dataclass
class Saved:
    """What a snapshot keeps beside the state."""

    timestamp: int
    block_number: int
    base_fee: int
    funded: set[str]
    destructible: bool


@dataclass
class Level:
    """One checkpoint of pyrevm's journal, and what to undo by hand after going back to it.

    Attributes:
        depth: how many levels its machine has, this one counted.
        undo: what brings back the accounts changed by hand before any transaction of this level.
        nonces: of outside accounts, before their first transaction of this level.
    """

    machine: Any
    world: World
    checkpoint: Any
    depth: int
    undo: list[Callable[[], None]] = field(default_factory=list)
    nonces: dict[str, int] = field(default_factory=dict)
    snapshot: int | None = None
    saved: Saved | None = None
