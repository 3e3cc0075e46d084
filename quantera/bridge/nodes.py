"""Bridges on nodes: their views, and what they tell, as of a block."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from quantera import chains
from quantera.chains import Chain
from quantera.evm.abi import AbiEntry, AbiRegistry, ContractAbi, FunctionAbi
from quantera.evm.actors import to_address
from quantera.evm.errors import decode_revert
from quantera.evm.rpc import Rpc, RpcError

BLOCKS_AT_ONCE = 2_000
"""How many blocks a node is asked for the events of at a time."""
Result = TypeVar("Result")


@dataclass(frozen=True)
class Place:
    """Where a chain's bridge can be reached.

    Attributes:
        chain: the chain's name.
        url: of a node that answers JSON-RPC over a WebSocket.
        bridge: address of the bridge's proxy.
    """

    chain: str
    url: str
    bridge: str

    @property
    def facts(self) -> Chain:
        """What is known of the chain."""
        return chains.get(self.chain)


@dataclass(frozen=True)
class Told:
    """One event of a bridge, with where and when."""

    block: int
    place: int
    time: int
    transaction: str
    name: str
    args: Mapping[str, Any]


class BridgeNode:
    """One chain's bridge; for one thread at a time, a context manager.

    Args:
        place: where it is.
        abi: of the bridge with its extensions.

    Raises:
        OSError: the node cannot be reached.
    """

    def __init__(self, place: Place, abi: Iterable[AbiEntry]) -> None:
        self.place = place
        self._rpc = Rpc(place.url)
        self._abi = ContractAbi("UniversalBridge", abi)
        self._known = AbiRegistry(lambda: [self._abi])
        self._times: dict[int, int] = {}

    def close(self) -> None:
        """Drop the connection."""
        self._rpc.close()

    # -- views ----------------------------------------------------------------------------------

    def function(self, signature: str) -> FunctionAbi:
        """A function by its canonical signature, or by its name where it has no overloads."""
        found = self._abi.by_signature.get(signature)
        return found or self._abi.functions[signature][0]

    def view(self, signature: str, *arguments: Any) -> Any:
        """What a view answers now.

        Raises:
            Reverted: it refuses.
            RpcError: the node does.
        """
        function = self.function(signature)
        request = {
            "to": to_address(self.place.bridge),
            "input": "0x" + function.encode(arguments).hex(),
        }
        answer = self.ask("eth_call", request, "latest")
        return function.decode(bytes.fromhex(answer[2:]))

    def ask(self, method: str, *params: Any) -> Any:
        """The node's own answer.

        Raises:
            RpcError: it refuses.
            Reverted: a call that it tried for this is refused.
        """
        try:
            return self._rpc(method, *params)
        except RpcError as error:
            if not isinstance(error.data, str):
                raise
            raise decode_revert(bytes.fromhex(error.data[2:]), self._known) from error

    # -- what was told --------------------------------------------------------------------------

    @property
    def head(self) -> int:
        """Number of the newest block."""
        return int(self._rpc("eth_blockNumber"), 16)

    @property
    def time(self) -> int:
        """Time of the newest block, in seconds."""
        return int(self._rpc("eth_getBlockByNumber", "latest", False)["timestamp"], 16)

    def hash_of(self, block: int) -> str:
        """Hash of a block, or nothing where there is none."""
        found = self._rpc("eth_getBlockByNumber", hex(block), False)
        return "" if found is None else str(found["hash"])

    def told(self, first: int, last: int) -> Iterator[Told]:
        """The bridge's events in a range of blocks, in order."""
        for start in range(first, last + 1, BLOCKS_AT_ONCE):
            wanted = {
                "fromBlock": hex(start),
                "toBlock": hex(min(last, start + BLOCKS_AT_ONCE - 1)),
                "address": self.place.bridge,
            }
            for entry in self._rpc("eth_getLogs", wanted):
                topics = [bytes.fromhex(topic[2:]) for topic in entry["topics"]]
                event = self._known.decode_log(topics, bytes.fromhex(entry["data"][2:]))
                if event is None:
                    continue
                block = int(entry["blockNumber"], 16)
                index, transaction = int(entry["logIndex"], 16), entry["transactionHash"]
                yield Told(block, index, self._time_of(block), transaction, *event)

    def _time_of(self, block: int) -> int:
        if block not in self._times:
            found = self._rpc("eth_getBlockByNumber", hex(block), False)
            self._times[block] = int(found["timestamp"], 16)
        return self._times[block]


class Nodes:
    """The bridges of several chains, each with a connection and a thread of its own.

    Args:
        places: where they are.
        abi: of the bridge with its extensions.
    """

    def __init__(self, places: Iterable[Place], abi: Iterable[AbiEntry]) -> None:
        entries = list(abi)
        self._nodes = {place.chain: BridgeNode(place, entries) for place in places}
        self._threads = ThreadPoolExecutor(max(1, len(self._nodes)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __getitem__(self, chain: str) -> BridgeNode:
        return self._nodes[chain]

    def each(self, ask: Callable[[BridgeNode], Result]) -> dict[str, Result]:
        """What every chain answers, all asked at once, by the chain's name."""
        asked = {name: self._threads.submit(ask, node) for name, node in self._nodes.items()}
        return {name: answer.result() for name, answer in asked.items()}

    def close(self) -> None:
        """Drop all connections."""
        self._threads.shutdown()
        for node in self._nodes.values():
            node.close()


@contextmanager
def connected(places: Iterable[Place], abi: Iterable[AbiEntry]) -> Iterator[Nodes]:
    """Connections to the bridges of several chains, dropped afterwards."""
    nodes = Nodes(places, abi)
    try:
        yield nodes
    finally:
        nodes.close()
