"""Gets the logs of one chain from a node, with the times of their blocks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quantera.compliance.chain.evm import EvmRegistry
from quantera.compliance.replay.events import Log
from quantera.compliance.replay.replayer import Replayer


def log_of(entry: Mapping[str, Any], timestamp: int) -> Log:
    """A log as JSON-RPC gives it."""
    return Log(
        block=int(entry["blockNumber"], 16),
        timestamp=timestamp,
        transaction=entry["transactionHash"],
        address=entry["address"].lower(),
        topics=tuple(bytes.fromhex(topic.removeprefix("0x")) for topic in entry["topics"]),
        data=bytes.fromhex(entry["data"].removeprefix("0x")),
    )


def read_logs(registry: EvmRegistry, addresses: Iterable[str], last: int) -> Iterator[Log]:
    """Every log of the addresses up to a block, in the order of the chain.

    Raises:
        RegistryError: the chain cannot be reached.
    """
    times: dict[int, int] = {}
    for entry in registry.all_logs(sorted(addresses), last):
        number = int(entry["blockNumber"], 16)
        told = entry.get("blockTimestamp")
        if number not in times:
            times[number] = int(told, 16) if told else registry.time_of(number)
        yield log_of(entry, times[number])


def replay(registry: EvmRegistry, tokens: Iterable[str]) -> Replayer:
    """The present state of one chain, from the logs since its engine was created.

    Each token's compliance contract is found in the token's own logs and then read as well.

    Raises:
        RegistryError: the chain cannot be reached.
        ReplayError: the logs contradict themselves.
    """
    last = registry.head()
    wanted = {token.lower() for token in tokens}
    first = Replayer(registry.registry, wanted)
    first.take(read_logs(registry, wanted, last))
    own = {state.compliance for state in first.tokens.values()}
    replayer = Replayer(registry.registry, wanted)
    replayer.take(read_logs(registry, {registry.registry.lower(), *wanted, *own}, last))
    replayer.finish()
    return replayer
