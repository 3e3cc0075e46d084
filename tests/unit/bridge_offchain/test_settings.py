"""The configuration file: what it gives, and each slip as one sentence."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from quantera.bridge.nodes import Place
from quantera.bridge.settings import SettingsError, load
from quantera.toolchain.workspace import ROOT

BRIDGE = "0x1111111111111111111111111111111111111111"


def written(folder: Path, **changes: Any) -> Path:
    chain = {"url": "http://127.0.0.1:1", "bridge": BRIDGE, "coin_usd": 10**8}
    asset = {"address": BRIDGE, "decimals": 18}
    content = {
        "chains": {"polygon": chain, "ethereum": {**chain, "coin_usd": 3_000 * 10**8}},
        "assets": {"BOND": {"ethereum": asset}},
        **changes,
    }
    path = folder / "bridge.yaml"
    path.write_text(yaml.safe_dump(content))
    return path


def test_places_and_prices_are_those_of_the_file_in_the_chains_order(tmp_path: Path) -> None:
    settings = load(written(tmp_path))
    assert settings.places() == [
        Place(name, "http://127.0.0.1:1", BRIDGE) for name in ("ethereum", "polygon")
    ]
    assert settings.coin_usd() == {"polygon": 10**8, "ethereum": 3_000 * 10**8}
    assert settings.asset("BOND")["ethereum"].decimals == 18
    assert settings.places()[0].facts.chain_id == 1


def test_an_endpoint_can_stand_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = {"url_variable": "POLYGON_NODE", "bridge": BRIDGE, "coin_usd": 1}
    settings = load(written(tmp_path, chains={"polygon": chain}, assets={}))
    monkeypatch.delenv("POLYGON_NODE", raising=False)
    with pytest.raises(SettingsError, match="no POLYGON_NODE"):
        settings.places()
    monkeypatch.setenv("POLYGON_NODE", "ws://there")
    assert settings.places()[0].url == "ws://there"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"chains": {}}, "chains"),
        ({"chains": {"base": {}}}, r"chains\.base"),
        ({"chains": {"polygon": {"bridge": BRIDGE, "coin_usd": 1}}}, "either url or url_variable"),
        (
            {"chains": {"polygon": {"url": "x", "bridge": "0x12", "coin_usd": 1}}},
            "0x12 is not an address",
        ),
        (
            {"assets": {"BOND": {"arbitrum": {"address": BRIDGE, "decimals": 0}}}},
            "BOND is on arbitrum, which has no bridge",
        ),
        ({"asset": {}}, "asset"),
    ],
    ids=["no chain", "unknown chain", "no endpoint", "bad address", "no bridge there", "slip"],
)
def test_a_slip_is_one_sentence(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        load(written(tmp_path, **changes))
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "missing.yaml")


def test_an_unknown_asset_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no asset GOLD; there are BOND"):
        load(written(tmp_path)).asset("GOLD")


def test_the_documented_file_can_be_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs" / "bridge-commands.md").read_text()
    path = tmp_path / "bridge.yaml"
    path.write_text(text.split("```yaml\n")[1].split("```")[0])
    settings = load(path)
    monkeypatch.setenv("ETHEREUM_NODE", "http://there")
    monkeypatch.setenv("POLYGON_NODE", "http://elsewhere")
    assert [place.url for place in settings.places()] == ["http://there", "http://elsewhere"]
    assert settings.account is not None
    assert settings.asset("BOND")["polygon"].decimals == 18
