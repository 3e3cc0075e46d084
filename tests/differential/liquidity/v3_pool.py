"""Uniswap v3's own bytecode, from its npm package, as a pool under test."""

from functools import cache
from typing import Any

from eth_abi.packed import encode_packed
from eth_utils.crypto import keccak

from quantera.artifacts import Artifact, load_npm
from quantera.evm import Actor, Chain, Contract, Reverted, to_address
from tests.differential.liquidity import operations as op
from tests.differential.liquidity.operations import Key, Layout, Operation, Outcome, Words
from tests.differential.liquidity.words import names

PACKAGE = "@uniswap/v3-core/artifacts/contracts"
WORD = 32
SIGNED = {"tick", "net", "ticksOutside", "tickCumulative"}


@cache
def artifact(name: str) -> Artifact:
    """One artifact of the package."""
    return load_npm(f"{PACKAGE}/{name}.sol/{name}.json")


class V3Stage:
    """A factory, two tokens, a caller with plenty of both, and actors; for many pools."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.admin, self.actor_a, self.actor_b = chain.actors("admin", "owner a", "owner b")
        self.actors: dict[str, Actor] = {"a": self.actor_a, "b": self.actor_b}
        self.factory = chain.deploy(artifact("UniswapV3Factory"), sender=self.admin)
        self.factory.enableFeeAmount(100, 1, sender=self.admin)
        made = [chain.deploy("PlainToken", name, 18, sender=self.admin) for name in "AB"]
        self.token0, self.token1 = sorted(made, key=lambda token: int(token.address, 16))
        self.caller = chain.deploy("UniswapV3Caller", sender=self.admin)
        for token in made:
            token.mint(self.caller, 1 << 250, sender=self.admin)
        self.views = chain.deploy("ViewConcatenationProbe", sender=self.admin)

    def pool(self, fee: int) -> Contract:
        """A new pool of that fee."""
        receipt = self.factory.createPool(self.token0, self.token1, fee, sender=self.admin)
        return self.chain.at(receipt.return_value, artifact("UniswapV3Pool"))


class V3Pool:
    """One pool of v3."""

    def __init__(self, stage: V3Stage, fee: int) -> None:
        self.stage = stage
        self.contract = stage.pool(fee)
        self._queries: dict[Layout, bytes] = {}

    def apply(self, operation: Operation) -> Outcome:
        if isinstance(operation, op.Wait):
            self.stage.chain.advance(operation.seconds)
            return ()
        try:
            return self._apply(operation)
        except Reverted:
            return None

    def _apply(self, operation: Operation) -> tuple[int, ...]:
        stage, pool = self.stage, self.contract
        answer: Any = ()
        match operation:
            case op.Initialize(price):
                pool.initialize(price, sender=stage.admin)
            case op.Mint((owner, lower, upper), amount):
                answer = stage.caller.mint(
                    pool, stage.actors[owner], lower, upper, amount, sender=stage.admin
                ).return_value
            case op.Burn((owner, lower, upper), amount):
                answer = pool.burn(lower, upper, amount, sender=stage.actors[owner]).return_value
            case op.Collect((owner, lower, upper), most0, most1):
                actor = stage.actors[owner]
                answer = pool.collect(
                    stage.caller, lower, upper, most0, most1, sender=actor
                ).return_value
            case op.Swap(zero_for_one, amount, limit):
                answer = stage.caller.swap(
                    pool, zero_for_one, amount, limit, sender=stage.admin
                ).return_value
            case op.SetProtocolShares(share0, share1):
                pool.setFeeProtocol(share0, share1, sender=stage.admin)
            case op.CollectProtocol(most0, most1):
                answer = pool.collectProtocol(
                    stage.caller, most0, most1, sender=stage.admin
                ).return_value
            case op.Grow(size):
                pool.increaseObservationCardinalityNext(size, sender=stage.admin)
            case op.Observe(agos):
                sums, seconds = pool.observe(list(agos))
                answer = [number for pair in zip(sums, seconds, strict=True) for number in pair]
        return tuple(answer)

    def state(self, layout: Layout) -> Words:
        query = self._queries.get(layout)
        if query is None:
            query = self._queries[layout] = self._query(layout)
        stage = self.stage
        raw = stage.chain.call(stage.views, query)[2 * WORD :]
        found = names(layout)
        # `protocolFees` and `slot0` are static structs: their words lie side by side.
        values = (
            int.from_bytes(raw[at * WORD : (at + 1) * WORD], signed=name.split()[-1] in SIGNED)
            for at, name in enumerate(found)
        )
        return dict(zip(found, values, strict=True))

    def _query(self, layout: Layout) -> bytes:
        stage, pool = self.stage, self.contract
        calls: list[tuple[Any, bytes]] = [
            (pool, pool.slot0.encode()),
            (pool, pool.liquidity.encode()),
            (pool, pool.feeGrowthGlobal0X128.encode()),
            (pool, pool.feeGrowthGlobal1X128.encode()),
            (pool, pool.protocolFees.encode()),
            (stage.token0, stage.token0.balanceOf.encode(pool)),
            (stage.token1, stage.token1.balanceOf.encode(pool)),
        ]
        calls += [(pool, pool.ticks.encode(tick)) for tick in layout.ticks]
        calls += [(pool, pool.positions.encode(self._key(key))) for key in layout.positions]
        calls += [(pool, pool.tickBitmap.encode(word)) for word in layout.words]
        calls += [(pool, pool.observations.encode(index)) for index in range(layout.observations)]
        encoded: bytes = stage.views.answers.encode(calls)
        return encoded

    def _key(self, key: Key) -> bytes:
        owner, lower, upper = key
        packed = encode_packed(
            ["address", "int24", "int24"], [to_address(self.stage.actors[owner]), lower, upper]
        )
        return keccak(packed)
