"""Chain data: complete, consistent, sourced, and in agreement with what can be checked here."""

import re
from pathlib import Path

import pytest
import yaml
from ape import networks
from eth_utils.address import is_checksum_address
from pydantic import ValidationError

from quantera import chains
from quantera.chains import Chain, UnknownChainError
from quantera.toolchain.workspace import NODE_MODULES, ROOT

DATA = ROOT / "quantera" / "data" / "chains"
VIEM = {
    "ethereum": "mainnet",
    "polygon": "polygon",
    "avalanche": "avalanche",
    "arbitrum": "arbitrum",
    "optimism": "optimism",
    "sepolia": "sepolia",
    "amoy": "polygonAmoy",
    "fuji": "avalancheFuji",
    "arbitrum-sepolia": "arbitrumSepolia",
    "optimism-sepolia": "optimismSepolia",
}
EVERY = [*chains.production(), *chains.testnets()]


def each(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, EVERY, ids=lambda chain: chain.name)


def test_there_are_five_chains_and_a_testnet_for_each() -> None:
    assert [c.name for c in chains.production()] == list(chains.PRODUCTION)
    assert [c.stands_for for c in chains.testnets()] == list(chains.PRODUCTION)


@each("chain")
def test_ape_knows_the_network_by_this_name_and_id(chain: Chain) -> None:
    ecosystem = networks.get_ecosystem(chain.network.ape_ecosystem)
    assert ecosystem.get_network(chain.network.ape_network).chain_id == chain.chain_id
    assert ecosystem.fee_token_symbol == chain.native_coin.symbol


@each("chain")
def test_viem_agrees_on_id_and_block_time(chain: Chain) -> None:
    definition = NODE_MODULES / "viem" / "chains" / "definitions" / f"{VIEM[chain.name]}.ts"
    text = definition.read_text().replace("_", "")
    (chain_id,) = re.findall(r"^\s+id: (\d+),", text, re.MULTILINE)
    assert int(chain_id) == chain.chain_id
    for block_time in re.findall(r"blockTime: (\d+)", text):
        assert int(block_time) == chain.timing.block_time_ms


@pytest.mark.parametrize("kind", [chains.production, chains.testnets])
def test_protocol_ids_tell_chains_of_one_kind_apart(kind: object) -> None:
    listed = chains.production() if kind is chains.production else chains.testnets()
    for ids in (
        [c.ccip.chain_selector for c in listed],
        [c.layerzero.eid for c in listed],
        [c.wormhole.chain_id for c in listed],
        [c.axelar.chain_name for c in listed],
    ):
        assert len(set(ids)) == len(listed)


def test_only_the_rollups_with_a_published_feed_have_a_sequencer_feed() -> None:
    with_feed = {c.name for c in EVERY if c.sequencer_uptime_feed}
    assert with_feed == {"arbitrum", "optimism"}


@each("chain")
def test_every_block_cites_known_sources(chain: Chain) -> None:
    assert chain.cited()
    assert chain.cited() <= chains.sources().keys()


def test_no_source_is_listed_that_nothing_cites() -> None:
    cited = set().union(*(chain.cited() for chain in EVERY))
    assert cited == chains.sources().keys()


@pytest.mark.parametrize("asked", ["base", "Ethereum", ""])
def test_an_unknown_name_is_a_typed_error_that_lists_the_known_ones(asked: str) -> None:
    with pytest.raises(UnknownChainError, match="arbitrum-sepolia") as caught:
        chains.get(asked)
    assert caught.value.asked == asked


def test_an_unknown_id_is_a_typed_error() -> None:
    with pytest.raises(UnknownChainError, match=r"no chain 8453; .*polygon \(137\)"):
        chains.by_id(8453)


def test_lookups_by_name_and_id_meet() -> None:
    assert all(chains.get(c.name) is chains.by_id(c.chain_id) for c in EVERY)


@pytest.mark.parametrize(
    ("block", "key", "value"),
    [
        ("wormhole", "core", "0x98f3c9e6e3face36baad05fe09d375ef1464288b"),
        ("wormhole", "core", "0x98f3c9e6E3fAce36bAAd05FE09d375Ef1464288C"),
        ("wormhole", "source", []),
        ("wormhole", "cores", "0x98f3c9e6E3fAce36bAAd05FE09d375Ef1464288B"),
        ("axelar", "gateway_type", "trusted"),
    ],
    ids=["not checksummed", "mistyped", "unsourced", "unknown key", "unknown kind"],
)
def test_a_slip_in_the_data_is_refused(block: str, key: str, value: object) -> None:
    document = yaml.safe_load((DATA / "ethereum.yaml").read_text())
    document[block][key] = value
    with pytest.raises(ValidationError, match=key):
        Chain.model_validate(document)


def test_finality_by_depth_needs_a_depth() -> None:
    document = yaml.safe_load((DATA / "polygon.yaml").read_text())
    document["timing"]["finality"]["depth"] = None
    with pytest.raises(ValidationError, match="needs a depth"):
        Chain.model_validate(document)


def test_every_address_in_the_files_is_checksummed() -> None:
    text = "".join(file.read_text() for file in sorted(Path(DATA).glob("*.yaml")))
    found = re.findall(r"0x[0-9a-fA-F]{40}\b", text)
    assert len(found) > 100
    assert all(is_checksum_address(address) for address in found)
