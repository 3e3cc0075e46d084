"""The five chains and their public testnets: ids, coins, timing and bridge endpoints.

Facts live in `quantera/data/chains/<name>.yaml`, each block naming where it was read by keys of
`quantera/data/chain-sources.yaml`. Nothing here is an opinion of this project.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from eth_utils.address import is_checksum_address
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

PRODUCTION = ("ethereum", "polygon", "avalanche", "arbitrum", "optimism")


class ChainDataError(Exception):
    """A data file contradicts itself or another one; the message names the chain."""


class UnknownChainError(KeyError):
    """No chain has that name or id; the message lists the ones there are."""

    def __init__(self, asked: str | int, known: list[str]) -> None:
        self.asked = asked
        self.known = known
        super().__init__(f"no chain {asked!r}; there are {', '.join(known)}")

    def __str__(self) -> str:
        return str(self.args[0])


def _checksummed(value: str) -> str:
    if not is_checksum_address(value):
        raise ValueError(f"{value} is not an EIP-55 checksummed address")
    return value


Address = Annotated[str, AfterValidator(_checksummed)]
Sources = Annotated[tuple[str, ...], Field(min_length=1)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Network(_Record):
    """How the chain is addressed: EIP-155 id, and the names that Ape knows it by."""

    chain_id: int
    ape_ecosystem: str
    ape_network: str
    source: Sources


class NativeCoin(_Record):
    """The coin that pays for gas, and the ERC-20 that wraps it."""

    symbol: str
    decimals: int
    wrapped_symbol: str
    wrapped_address: Address
    source: Sources


class Finality(_Record):
    """When a block counts as final: by the node's `finalized` tag, or `depth` blocks later."""

    method: Literal["tag", "depth"]
    depth: int | None
    expected_seconds: int

    @model_validator(mode="after")
    def _depth_goes_with_the_method(self) -> "Finality":
        if (self.method == "depth") != (self.depth is not None):
            raise ValueError("finality by depth needs a depth, finality by tag has none")
        return self


class Timing(_Record):
    """Pace of the chain; block time in milliseconds, finality in seconds."""

    block_time_ms: int
    finality: Finality
    source: Sources


class CcipLane(_Record):
    """Ramps of this chain towards one other chain."""

    on_ramp: Address
    on_ramp_version: str
    off_ramp: Address
    off_ramp_version: str


class Ccip(_Record):
    """Chainlink CCIP: this chain's selector, its contracts, and a lane per chain of its kind."""

    chain_selector: int
    router: Address
    rmn_proxy: Address
    token_admin_registry: Address
    registry_module: Address
    fee_tokens: tuple[str, ...]
    lanes: Mapping[str, CcipLane]
    source: Sources


class LayerZero(_Record):
    """LayerZero V2: endpoint id and the contracts of its default path."""

    eid: int
    endpoint_v2: Address
    send_uln_302: Address
    receive_uln_302: Address
    executor: Address
    labs_dvn: Address
    blocked_message_lib: Address
    source: Sources


class Wormhole(_Record):
    """Wormhole: its own chain id, core contract and executor."""

    chain_id: int
    core: Address
    token_bridge: Address
    executor: Address
    source: Sources


class Axelar(_Record):
    """Axelar: the name that messages carry (case matters), gateway and gas service."""

    chain_name: str
    gateway: Address
    gateway_type: Literal["consensus", "amplifier"]
    gas_service: Address
    interchain_token_service: Address
    source: Sources


class Contract(_Record):
    """One contract that others deployed."""

    address: Address
    source: Sources


class Chain(_Record):
    """One public chain. A testnet names the production chain that it stands for."""

    name: str
    title: str
    stands_for: str | None
    network: Network
    native_coin: NativeCoin
    timing: Timing
    ccip: Ccip
    layerzero: LayerZero
    wormhole: Wormhole
    axelar: Axelar
    sequencer_uptime_feed: Contract | None
    createx: Contract

    @property
    def chain_id(self) -> int:
        """EIP-155 chain id."""
        return self.network.chain_id

    @property
    def is_testnet(self) -> bool:
        """Whether the chain's coins are worth nothing by design."""
        return self.stands_for is not None

    def cited(self) -> frozenset[str]:
        """Keys of every source that this chain's facts name."""
        blocks = (getattr(self, name) for name in type(self).model_fields)
        return frozenset(key for block in blocks for key in getattr(block, "source", ()))


@cache
def sources() -> Mapping[str, str]:
    """Where the facts were read, by the keys that the data files cite."""
    text = (files("quantera") / "data" / "chain-sources.yaml").read_text()
    known: Mapping[str, str] = yaml.safe_load(text)
    return known


def _check_together(chains: Mapping[str, Chain]) -> None:
    seen: dict[int, str] = {}
    for chain in chains.values():
        if chain.chain_id in seen:
            raise ChainDataError(f"{chain.name} and {seen[chain.chain_id]} share a chain id")
        seen[chain.chain_id] = chain.name
        if missing := chain.cited() - sources().keys():
            raise ChainDataError(f"{chain.name} cites unknown sources: {sorted(missing)}")
        peers = {c.name for c in chains.values() if c.is_testnet == chain.is_testnet}
        if chain.ccip.lanes.keys() != peers - {chain.name}:
            raise ChainDataError(f"{chain.name} must have one CCIP lane to each chain of its kind")


@cache
def _load() -> Mapping[str, Chain]:
    folder = files("quantera") / "data" / "chains"
    read: dict[str, Chain] = {}
    for entry in folder.iterdir():
        chain = Chain.model_validate(yaml.safe_load(entry.read_text()))
        if entry.name != f"{chain.name}.yaml":
            raise ChainDataError(f"{entry.name} describes {chain.name}: name the file after it")
        read[chain.name] = chain
    chains = {
        chain.name: chain
        for name in PRODUCTION
        for chain in (read[name], *(c for c in read.values() if c.stands_for == name))
    }
    if unplaced := read.keys() - chains.keys():
        raise ChainDataError(f"not one of the five and standing for none: {sorted(unplaced)}")
    _check_together(chains)
    return chains


def production() -> list[Chain]:
    """The five chains where assets are worth something."""
    return [chain for chain in _load().values() if not chain.is_testnet]


def testnets() -> list[Chain]:
    """One public testnet for each of the five, in the same order."""
    return [chain for chain in _load().values() if chain.is_testnet]


def get(name: str) -> Chain:
    """The chain of that name, such as `polygon` or `arbitrum-sepolia`.

    Raises:
        UnknownChainError: no chain has that name.
    """
    chains = _load()
    if name not in chains:
        raise UnknownChainError(name, list(chains))
    return chains[name]


def by_id(chain_id: int) -> Chain:
    """The chain with that EIP-155 id.

    Raises:
        UnknownChainError: no chain has that id.
    """
    for chain in _load().values():
        if chain.chain_id == chain_id:
            return chain
    raise UnknownChainError(chain_id, [f"{c.name} ({c.chain_id})" for c in _load().values()])
