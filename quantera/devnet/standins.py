"""What else contracts find on the public chains: wrapped coins and price feeds.

The wrapped coin and the sequencer's feed stand where the public chains have them. A feed says what
it is told (`tell(answer, updatedAt)`), and goes stale like a real one when nobody does.
"""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from quantera import chains
from quantera.devnet import prices
from quantera.devnet.protocols import packages
from quantera.evm import Chain, Contract

NAME_SLOT, SYMBOL_SLOT, DECIMALS_SLOT = 0, 1, 2
COIN_DECIMALS = 18
FEED = "FeedProbe"
FEED_SLOTS = 4
UP = 0
"""What a sequencer's feed answers while the sequencer works."""


class StandIns(BaseModel):
    """Addresses on one chain; the sequencer's feed on Arbitrum and Optimism only."""

    wrapped_coin: str
    coin_usd_feed: str
    sequencer_uptime_feed: str | None


def place(nodes: Mapping[str, Chain]) -> dict[str, StandIns]:
    """Put them on every chain.

    Raises:
        ArtifactMissingError: the checkout is not compiled.
    """
    found = {}
    for name, node in nodes.items():
        facts = chains.get(name)
        feed = node.deploy(FEED, prices.USD_DECIMALS, prices.coin_usd(name))
        uptime = facts.sequencer_uptime_feed
        if uptime is not None:
            _move(node.deploy(FEED, 0, UP), uptime.address, range(FEED_SLOTS))
        found[name] = StandIns(
            wrapped_coin=wrapped_coin(name, node).address,
            coin_usd_feed=feed.address,
            sequencer_uptime_feed=None if uptime is None else uptime.address,
        )
    return found


def wrapped_coin(name: str, node: Chain) -> Contract:
    """The wrapped coin of a chain, put where the public chain has it unless it is there."""
    coin = chains.get(name).native_coin
    artifact = packages.wormhole("MockWETH9")
    if not node.code(coin.wrapped_address):
        _move(node.deploy(artifact), coin.wrapped_address, ())
        words = {NAME_SLOT: f"Wrapped {coin.symbol}", SYMBOL_SLOT: coin.wrapped_symbol}
        for slot, text in words.items():
            node.set_storage(coin.wrapped_address, slot, _short_text(text))
        node.set_storage(coin.wrapped_address, DECIMALS_SLOT, COIN_DECIMALS)
    return node.at(coin.wrapped_address, artifact)


def _move(made: Contract, address: str, slots: range | tuple[int, ...]) -> None:
    node = made.chain
    node.set_code(address, node.code(made))
    for slot in slots:
        node.set_storage(address, slot, node.storage(made, slot))


def _short_text(text: str) -> int:
    """A text of less than 32 bytes as Solidity stores it."""
    return int.from_bytes(text.encode().ljust(31, b"\0") + bytes([2 * len(text)]))


def path(folder: Path) -> Path:
    """The file that says where they are."""
    return folder / "standins.json"


def write(folder: Path, placed: dict[str, StandIns]) -> None:
    """Keep where they are, for other processes."""
    path(folder).write_bytes(TypeAdapter(dict[str, StandIns]).dump_json(placed, indent=2) + b"\n")


def read(folder: Path) -> dict[str, StandIns]:
    """Where they are.

    Raises:
        FileNotFoundError: they were not placed.
    """
    return TypeAdapter(dict[str, StandIns]).validate_json(path(folder).read_bytes())
