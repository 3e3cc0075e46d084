"""What is measured: an operation of ours, its limit, and the same operation of peers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quantera.evm import TRANSACTION_GAS_LIMIT, NodeChain, Receipt


@dataclass(frozen=True)
class Subject:
    """One transaction on a prepared chain.

    Attributes:
        set_up: prepares an empty chain and returns whatever `send` needs; subjects with the same
            function share its result.
        send: sends the transaction and returns its receipt.
    """

    set_up: Callable[[NodeChain], Any]
    send: Callable[[Any], Receipt]


@dataclass(frozen=True)
class Operation:
    """An operation whose gas is committed.

    Attributes:
        id: such as `token.transfer.four_rules`.
        ours: the transaction of ours.
        conditions: what holds when it is sent, in words.
        limit: most gas it may use; EIP-7825's limit where no other is promised.
        peers: by name of the system, the transaction that does the same there.
    """

    id: str
    ours: Subject
    conditions: str
    limit: int = TRANSACTION_GAS_LIMIT
    peers: Mapping[str, Subject] = field(default_factory=dict)
