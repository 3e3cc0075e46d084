"""Pools on a node, read as of one block: their views, and a twin that reads on as it goes."""

from typing import Any, NamedTuple

from eth_utils.crypto import keccak

from quantera.evm.abi import AbiRegistry, ContractAbi
from quantera.evm.actors import to_address
from quantera.evm.codec import Codec
from quantera.evm.errors import decode_revert
from quantera.evm.rpc import Rpc, RpcError
from quantera.gas.token_stack import merged
from quantera.liquidity.dynamic_fee import unpack
from quantera.liquidity.live import LivePool
from quantera.liquidity.replay import DYNAMIC_FEE
from quantera.liquidity.state import Tick

CONTRACT = "LiquidityPoolOptimizer"
STORAGE = 0xE68B4F34CB5FFE3D3E4BAF8D3D05F34901A042C2F53DC87B442D3728CF950D00
"""Where the pools' storage begins (ERC-7201 of `quantera.storage.LiquidityPools`)."""
SAMPLING_SHIFT = 184
"""Of the price's slot: below are the price and its tick."""
TELL_TIME = "0x425f5260205ff3"
"""Code whose creation returns the time of the block: TIMESTAMP PUSH0 MSTORE; RETURN 32 bytes."""


class PoolKey(NamedTuple):
    """What a pool is: token addresses in order, fee in millionths, spacing of ticks, modes."""

    token_a: str
    token_b: str
    fee: int
    spacing: int
    modes: int

    @property
    def id(self) -> bytes:
        """Hash of its five words."""
        return keccak(_KEY.encode(self))


_KEY = Codec(
    [
        {"name": name, "type": kind}
        for name, kind in (
            ("tokenA", "address"),
            ("tokenB", "address"),
            ("feePips", "uint24"),
            ("tickSpacing", "int24"),
            ("modes", "uint16"),
        )
    ]
)


class PoolNode:
    """The pools at one address, as of one block.

    Args:
        url: of a node that answers JSON-RPC over a WebSocket.
        pools: the contract's address.
        block: its number; the newest one when not given.

    Attributes:
        block: number of the block that everything is read at.
        time: seconds that the contract sees there.

    Raises:
        RpcError: the node refuses; `OSError`: it cannot be reached.
    """

    def __init__(self, url: str, pools: str, block: int | None = None) -> None:
        self._rpc = Rpc(url)
        self._pools = to_address(pools)
        self._abi = ContractAbi(CONTRACT, merged(CONTRACT))
        self._errors = AbiRegistry(lambda: [self._abi])
        number = self._rpc("eth_blockNumber") if block is None else hex(block)
        self._at: str = number
        self.block = int(number, 16)
        self.time = int(self._rpc("eth_call", {"data": TELL_TIME}, self._at), 16)

    def close(self) -> None:
        """Drop the connection."""
        self._rpc.close()

    def view(self, name: str, *arguments: Any) -> Any:
        """What a view answers.

        Raises:
            Reverted: it refuses.
            RpcError: the node does.
        """
        function = self._abi.functions[name][0]
        request = {"to": self._pools, "input": "0x" + function.encode(arguments).hex()}
        try:
            answer = self._rpc("eth_call", request, self._at)
        except RpcError as error:
            data = error.data if isinstance(error.data, str) else None
            if data is None:
                raise
            raise decode_revert(bytes.fromhex(data[2:]), self._errors) from error
        return function.decode(bytes.fromhex(answer[2:]))

    def pool(self, key: PoolKey) -> LivePool | None:
        """The twin of a pool, without its positions and observations; nothing where it is none."""
        state = self.view("poolState", key.id)
        if state.sqrtPriceX96 == 0:
            return None
        dynamic = bool(key.modes & DYNAMIC_FEE)
        live = LivePool(key.fee, key.spacing, state.sqrtPriceX96, self.time, dynamic=dynamic)
        pool = live.pool
        # Where the price came down to a tick exactly, its tick is the one below.
        pool.tick = state.tick
        pool.liquidity = state.liquidity
        pool.fee_growth0, pool.fee_growth1 = state.feeGrowthA, state.feeGrowthB
        pool.protocol_share0, pool.protocol_share1 = state.protocolShareA, state.protocolShareB
        pool.protocol_fees0, pool.protocol_fees1 = state.protocolFeesA, state.protocolFeesB
        pool.bitmap.words = _Words(self, key.id)
        pool.ticks = _Ticks(self, key.id)
        if dynamic:
            live.fees = unpack(self._price_slot(key.id) >> SAMPLING_SHIFT)
        return live

    def _price_slot(self, identifier: bytes) -> int:
        slot = keccak(identifier + STORAGE.to_bytes(32))
        word: str = self._rpc("eth_getStorageAt", self._pools, "0x" + slot.hex(), self._at)
        return int(word, 16)


class _Words(dict[int, int]):
    """Words of a bitmap, each read when it is first looked at."""

    def __init__(self, node: PoolNode, identifier: bytes) -> None:
        super().__init__()
        self._node, self._id = node, identifier

    def get(self, key: int, _default: Any = None, /) -> Any:
        """The word, which is zero rather than missing."""
        return self[key]

    def __missing__(self, key: int) -> int:
        found: int = self._node.view("tickBitmap", self._id, key)
        self[key] = found
        return found


class _Ticks(dict[int, Tick]):
    """Ticks, each read when it is first looked at."""

    def __init__(self, node: PoolNode, identifier: bytes) -> None:
        super().__init__()
        self._node, self._id = node, identifier

    def __missing__(self, key: int) -> Tick:
        found = Tick(*self._node.view("tickState", self._id, key))
        self[key] = found
        return found
