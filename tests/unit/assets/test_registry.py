"""The registry of assets: its two tables, and what is refused."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine, inspect, text

from quantera.assets.errors import AssetRegistryError, UnknownAssetError
from quantera.assets.registry import AssetRegistry, Deployment
from tests.unit.assets.requests import ASSET, asset_request

TOKEN = "0x" + "11" * 20
SPECIFIED = {
    "id",
    "asset_id",
    "chain_id",
    "contract_address",
    "deployment_tx_hash",
    "block_number",
    "gas_used",
    "deployed_at",
}


def deployment(chain: int) -> Deployment:
    return Deployment(chain, TOKEN, "0x" + f"{chain:064x}", 7, 400_000)


def test_the_tables_are_those_of_the_specification(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'assets.db'}"
    AssetRegistry(url).close()
    tables = inspect(create_engine(url))
    assert {column["name"] for column in tables.get_columns("asset_deployments")} == SPECIFIED
    names = {column["name"] for column in tables.get_columns("assets")}
    assert {"name", "symbol", "total_supply", "regulatory_framework", "updated_at"} <= names
    keys = tables.get_foreign_keys("asset_deployments")
    assert [key["referred_table"] for key in keys] == ["assets"]


def test_an_asset_is_recorded_once_with_every_chain(tmp_path: Path) -> None:
    registry = AssetRegistry(f"sqlite:///{tmp_path / 'assets.db'}")
    policy = asset_request().policy
    with pytest.raises(UnknownAssetError, match=str(ASSET)):
        registry.asset(ASSET)
    registry.record(policy, [deployment(1), deployment(137)])
    registry.record(policy, [deployment(1), deployment(10)])
    found = registry.asset(ASSET)
    assert (found.name, found.symbol, found.kind) == (policy.name, policy.symbol, "debt")
    assert found.deployments == {chain: deployment(chain) for chain in (1, 10, 137)}
    with pytest.raises(UnknownAssetError):
        registry.asset(UUID(int=1))
    registry.close()


def test_all_deployments_are_recorded_or_none(tmp_path: Path) -> None:
    """A row that the database refuses takes the asset with it."""
    path = tmp_path / "assets.db"
    registry = AssetRegistry(f"sqlite:///{path}")
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.execute(
            text(
                "CREATE TRIGGER refuses BEFORE INSERT ON asset_deployments WHEN NEW.chain_id = 10 "
                "BEGIN SELECT RAISE(ABORT, 'no'); END"
            )
        )
    with pytest.raises(AssetRegistryError, match=r"not recorded: .*no"):
        registry.record(asset_request().policy, [deployment(1), deployment(10)])
    with pytest.raises(UnknownAssetError):
        registry.asset(ASSET)
    registry.close()


def test_a_database_that_cannot_be_opened_is_told() -> None:
    with pytest.raises(AssetRegistryError, match="cannot be opened"):
        AssetRegistry("nonsense://")
    with pytest.raises(AssetRegistryError, match="cannot be opened"):
        AssetRegistry("sqlite:////nowhere/at/all.db")
