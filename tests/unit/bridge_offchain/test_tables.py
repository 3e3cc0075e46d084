"""The reference data against the protocols' own tables: Wormhole's as installed, the others as
excerpts in the packages' own form (`python -m quantera.bridge.tables` compares them in full)."""

import json
from pathlib import Path

import pytest

from quantera import chains
from quantera.bridge import tables
from quantera.bridge.endpoints import Endpoint, endpoints, expectation
from quantera.bridge.scoring import Protocol

ETHEREUM = chains.get("ethereum")

REGISTER = """
        s_networkDetails[1] = NetworkDetails({
            chainSelector: 5009297550715157269,
            routerAddress: address(0x80226fc0Ee2b096224EeAc085Bb9a8cba1146f7D),
            linkAddress: address(0x514910771AF9Ca656af840dff83E8264EcF986CA),
            rmnProxyAddress: address(0x411dE17f12D1A34ecC7F45f49844626267c75e81),
            tokenAdminRegistryAddress: address(0xb22764f98dD05c789929716D677382Df22C05Cb6)
        });
"""
EIDS = """
  MainnetV2EndpointId2[MainnetV2EndpointId2["ETHEREUM_V2_MAINNET"] = 30101] = "ETHEREUM_V2_MAINNET";
  MainnetV2EndpointId2[MainnetV2EndpointId2["BSC_V2_MAINNET"] = 30102] = "BSC_V2_MAINNET";
"""
AXELAR = json.dumps(
    {
        "chains": {
            "ethereum": {
                "axelarId": "Ethereum",
                "chainId": 1,
                "contracts": {
                    "AxelarGateway": {"address": ETHEREUM.axelar.gateway},
                    "AxelarGasService": {"address": ETHEREUM.axelar.gas_service},
                },
            }
        }
    }
)
OTHERS = [name for name in chains.PRODUCTION if name != "ethereum"]


def test_wormholes_installed_table_has_all_five_chains_and_agrees() -> None:
    table = tables.installed()
    assert table.keys() == {chain.chain_id for chain in chains.production()}
    assert list(tables.differences(table)) == []


@pytest.mark.parametrize(
    ("package", "text", "facts"),
    [(0, REGISTER, 4), (1, EIDS, 1), (2, AXELAR, 3)],
    ids=["ccip", "layerzero", "axelar"],
)
def test_a_packages_own_form_is_read(package: int, text: str, facts: int) -> None:
    table = tables.PACKAGES[package].read(text)
    assert table.keys() == {1}
    assert len(table[1]) == facts
    assert list(tables.differences(table, OTHERS)) == []


@pytest.mark.parametrize("fact", tables.told(ETHEREUM))
def test_every_fact_that_differs_is_told(fact: str) -> None:
    ours = tables.told(ETHEREUM)
    changed = {1: {**ours, fact: "0x" + 40 * "1" if ours[fact].startswith("0x") else "other"}}
    (line,) = tables.differences(changed, OTHERS)
    assert line.startswith(f"ethereum: {fact} is {ours[fact]}")


def test_an_address_may_be_written_in_another_case_and_a_name_may_not() -> None:
    assert not list(
        tables.differences({1: {"axelar gateway": ETHEREUM.axelar.gateway.lower()}}, OTHERS)
    )
    (line,) = tables.differences({1: {"axelar name": "ethereum"}}, OTHERS)
    assert "case" in line


def test_a_chain_that_a_table_lacks_is_told_unless_that_is_known() -> None:
    assert len(list(tables.differences({}))) == 5
    assert list(tables.differences({}, chains.PRODUCTION)) == []


def test_an_archive_with_other_bytes_is_refused(tmp_path: Path) -> None:
    package = tables.PACKAGES[0]
    (tmp_path / package.archive).write_bytes(b"not what was pinned")
    with pytest.raises(tables.TableError, match=r"not @chainlink/local@0\.2\.9 as it is pinned"):
        tables.unpacked(package, tmp_path)


def test_wormholes_table_without_main_networks_is_refused() -> None:
    with pytest.raises(tables.TableError, match="no main networks"):
        tables.read_wormhole("const TESTNET = {};")


def test_endpoints_are_those_of_the_reference_data() -> None:
    found = endpoints(ETHEREUM)
    assert found.keys() == set(Protocol)
    assert found[Protocol.AXELAR] == Endpoint(
        ETHEREUM.axelar.gateway, ETHEREUM.axelar.gas_service, 0, "Ethereum"
    )
    assert found[Protocol.CHAINLINK_CCIP].number == 5009297550715157269
    assert found[Protocol.LAYERZERO].contract == ETHEREUM.layerzero.endpoint_v2
    assert found[Protocol.WORMHOLE].number == 2


def test_the_sources_finality_is_the_floor_of_what_a_transfer_takes() -> None:
    slow, fast = expectation("ethereum"), expectation("avalanche")
    assert slow.floor_seconds == ETHEREUM.timing.finality.expected_seconds
    assert not slow.attainable
    assert fast.attainable
