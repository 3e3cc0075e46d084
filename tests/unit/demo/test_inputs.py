"""The files that the story reads are what the tools take, whatever the day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from quantera.assets.request import AssetRequest
from quantera.compliance.kyc import FileKycProvider
from quantera.compliance.sanctions.lists import read_list
from quantera.compliance.sources import open_source, validate_rows
from quantera.demo import inputs, market
from quantera.demo.people import INVESTORS, LISTED_PERSON, NEWCOMER
from quantera.evm import actor_named


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs.write(tmp_path, newcomer="pending")
    return tmp_path


def test_investors_are_sound_and_have_the_wallets_of_their_names(folder: Path) -> None:
    faults: list[object] = []
    rows = [
        row.investor
        for row in validate_rows(open_source(str(folder / inputs.INVESTORS)), faults.append)
    ]
    assert faults == []
    assert {row.investor_id: row.wallets_on("ethereum") for row in rows} == {
        key: [str(actor_named(name)).lower()] for name, key in INVESTORS.items()
    }
    assert len({row.residence for row in rows}) >= 5


def test_only_the_newcomer_waits(folder: Path) -> None:
    references = [f"kyc-{number}" for number in range(1_001, 1_009)]
    results = FileKycProvider(folder / inputs.KYC).results(references)
    assert [key for key, one in results.items() if one.status == "pending"] == ["kyc-1007"]
    inputs.write(folder, newcomer="approved")
    results = FileKycProvider(folder / inputs.KYC).results(references)
    assert {one.status for one in results.values()} == {"approved"}
    assert NEWCOMER in INVESTORS


def test_the_list_is_fresh_and_names_one(folder: Path) -> None:
    found = read_list("OFAC", folder / inputs.LISTED)
    age = datetime.now(UTC) - datetime.fromtimestamp(found.published_at, UTC)
    assert timedelta(0) <= age < timedelta(days=3)
    assert [entry.names[0].text.lower() for entry in found.entries] == ["anselm quayle tarrowby"]
    assert LISTED_PERSON in INVESTORS


def test_the_asset_fits_five_rule_packs() -> None:
    content = yaml.safe_load(inputs.text(inputs.ASSET))
    request = AssetRequest.model_validate({**content, "agents": [str(actor_named("agent"))]})
    assert list(request.packs()) == ["US", "EU", "UK", "SG", "JP"]


def test_recorded_prices_are_dollars() -> None:
    path = market.recorded(1_290, 1_305)
    assert path[0].clock == "21:30"
    assert round(path[0].dollars, 2) == 1713.05
    assert round(path[-1].dollars, 2) == 1595.17
    with pytest.raises(KeyError):
        market.recorded(0, 1, day="1999-01-01")
